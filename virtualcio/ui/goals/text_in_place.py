"""A text that reads like a text and becomes a field to type in when it is clicked or Enter is pressed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.entry import Entry, Leave
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.value_editors import LongTextEditor
from virtualcio.ui.shell import theme

_LEAST = 54  # px of the field
_ROOM = 16


class TextInPlace(QWidget):
    """One text field of one record. `finished` says with True that Enter stored it."""

    finished = Signal(bool)
    cancelled = Signal()

    def __init__(
        self,
        company: OpenCompany,
        table: Table,
        column: Column,
        record: Callable[[], Record | None],
        placeholder: str = "",
    ) -> None:
        super().__init__()
        self._column, self._record, self._placeholder = column, record, placeholder
        self.words = Label(wrap=True)
        self.words.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.editor = LongTextEditor(company, table, column, self)
        self.editor.box.hide()
        self.entry = Entry(self.editor, self._records, in_cell=False)
        self.entry.stored.connect(self._on_stored)
        self.entry.cancelled.connect(self._on_cancelled)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setToolTip(_("Click or Enter to type"))
        lines = QVBoxLayout(self)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.addWidget(self.words)
        lines.addWidget(self.editor.box)
        self.show_text()

    def _records(self) -> Sequence[Record]:
        record = self._record()
        return () if record is None else (record,)

    @property
    def typing(self) -> bool:
        return not self.editor.box.isHidden()

    def show_text(self) -> None:
        """What the record says now; what is being typed stays."""
        record = self._record()
        if record is None or self.typing:
            return
        assert self._column.field is not None
        text = str(getattr(record, self._column.field) or "")
        self.words.setText(text or self._placeholder)
        self.words.set_ink("ink" if text else "third")
        self.setAccessibleName(f"{translate(self._column.title)}: {text or self._placeholder}")

    def begin(self) -> None:
        """Type here."""
        records = self._records()
        if not records:
            return
        self.editor.show_value(records)
        self.editor.box.setFixedHeight(max(_LEAST, self.words.height() + _ROOM))
        self.words.hide()
        self.editor.box.show()
        self.editor.box.setFocus()
        self.editor.box.selectAll()

    def _end(self) -> None:
        had = self.editor.box.hasFocus()
        self.editor.box.hide()
        self.words.show()
        if had:
            self.setFocus()
        self.show_text()

    def _on_stored(self, leave: Leave) -> None:
        self._end()
        self.finished.emit(leave is Leave.DOWN)

    def _on_cancelled(self) -> None:
        self._end()
        self.cancelled.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.begin()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, _event: QEvent) -> None:
        self.update()

    def focusOutEvent(self, _event: QEvent) -> None:
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.current().accent, 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6), 4, 4)
