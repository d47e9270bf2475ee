"""A short value that reads like a text and becomes a field to type in on a click or Enter: owner, date."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Column
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table_of
from virtualcio.model import Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.entry import Entry, Leave, editor_class
from virtualcio.ui.common.labels import Label
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.shell import theme

_WIDE, _DATE = 170, 104  # px of the field in the window


class FieldInPlace(QWidget):
    """One field of one record; `unset` is what stands there without a value."""

    stored = Signal()

    def __init__(
        self,
        company: OpenCompany,
        record: Record,
        column: str,
        unset: str,
        words: Callable[[str], str] = str,
        sizes: Sizes = WINDOW,
        *,
        calls: bool = False,
    ) -> None:
        """`words` makes the words from the value's text, such as 'until 31.01.2027'. `calls`: they ask for a
        click, and look like it.
        """
        super().__init__()
        self._company, self._record, self._unset, self._words = company, record, unset, words
        self._ink = "accent" if calls else "second"
        self._table = table_of(type(record))
        self.column: Column = self._table.column(column)
        self.label = Label(ink=self._ink, size=sizes.small)
        self.label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.editor = editor_class(self.column, in_cell=False)(company, self._table, self.column, self)
        self.editor.widget.setFont(theme.font(sizes.small))
        wide = _DATE if column.endswith("on") else _WIDE
        self.editor.widget.setFixedWidth(round(wide * sizes.factor))
        self.editor.widget.hide()
        self.entry = Entry(self.editor, self._records, in_cell=False)
        self.entry.stored.connect(self._on_stored)
        self.entry.cancelled.connect(self._end)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.label)
        row.addWidget(self.editor.widget)
        self.show_value()

    def _records(self) -> Sequence[Record]:
        return (self._record,)

    @property
    def typing(self) -> bool:
        return not self.editor.widget.isHidden()

    def show_value(self) -> None:
        """What the record says now."""
        text = cells.text_of(self._company, self.column, self._record)
        self.label.setText(self._words(text) if text else self._unset)
        self._underline()
        title = translate(self.column.title)
        self.setAccessibleName(f"{title}: {text or self._unset}")
        self.setToolTip(_("{field}: click or Enter to change").format(field=title))

    def begin(self) -> None:
        """Type here."""
        self.editor.show_value((self._record,))
        self.label.hide()
        self.editor.widget.show()
        self.editor.widget.setFocus()
        self.editor.step(0)
        self.updateGeometry()

    def _end(self) -> None:
        had = self.editor.widget.hasFocus()
        self.editor.widget.hide()
        self.label.show()
        if had:
            self.setFocus()
        self.show_value()

    def _on_stored(self, _leave: Leave) -> None:
        self._end()
        self.stored.emit()

    def _underline(self) -> None:
        font = self.label.font()
        font.setUnderline(self.hasFocus() or self.underMouse())
        self.label.setFont(font)
        self.label.set_ink("accent" if self.hasFocus() or self.underMouse() else self._ink)

    def minimumSizeHint(self) -> QSize:
        return QSize(24, max(24, super().minimumSizeHint().height()))

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        return QSize(hint.width(), max(24, hint.height()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.begin()
        else:
            super().keyPressEvent(event)

    def enterEvent(self, event: object) -> None:
        self._underline()

    def leaveEvent(self, event: object) -> None:
        self._underline()

    def focusInEvent(self, event: object) -> None:
        self._underline()

    def focusOutEvent(self, event: object) -> None:
        self._underline()
