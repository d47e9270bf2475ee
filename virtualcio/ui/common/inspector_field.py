"""One field of the inspector: its title, what it means, and the same editor as in the table."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Kind, Status, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.beside_field import BesideText, GoButton
from virtualcio.ui.common.entry import Entry, Leave, editor_class
from virtualcio.ui.common.icons import icon, paint_icon
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pickers import ReferenceEditor
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.value_editors import LongTextEditor, YesNoEditor
from virtualcio.ui.shell import theme

_NOTE_HEIGHT = 76
_NARROWEST = 60
_SIGN = 11
_WIDE = 140  # px in the table, from which a text has a line of its own here
_HALF = 130  # px of a field beside another one, where the window is narrow
_LONG_PILL = 160  # px in the table, from which a status takes more than half
_OPENS = 34  # px beside the words of a list that opens
_ARROW = 24  # px of the arrow that leads to what a reference names


class InspectorField(QWidget):
    """A stored field that can be typed in."""

    opened = Signal(str)  # key of the related thing to go to

    def __init__(
        self,
        company: OpenCompany,
        table: Table,
        column: Column,
        records: Callable[[], Sequence[Record]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.column = column
        self._company = company
        self._records = records
        self.editor = editor_class(column, in_cell=False)(company, table, column, self)
        self.entry = Entry(self.editor, records, in_cell=False)
        self.entry.stored.connect(self._on_stored)
        self.entry.cancelled.connect(self.show_value)
        self.setToolTip(tip_of(column))
        self.editor.widget.setAccessibleDescription(translate(column.help))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3)
        if not isinstance(self.editor, YesNoEditor):
            self._title = FieldTitle(column)
            self._title.setBuddy(self.editor.widget)
            self._head = QHBoxLayout()
            self._head.setSpacing(2)
            self._head.addWidget(self._title, 1)
            whole.addLayout(self._head)
        whole.addWidget(self.editor.widget)
        self.editor.widget.setMinimumWidth(_NARROWEST)
        if isinstance(self.editor, LongTextEditor):
            self.editor.widget.setFixedHeight(_NOTE_HEIGHT)
        if isinstance(self.editor, ReferenceEditor):
            self._add_ways(self.editor)
        line = self.editor.widget
        self._beside = BesideText(line) if column.beside and isinstance(line, QLineEdit) else None

    def _add_ways(self, editor: ReferenceEditor) -> None:
        """Go to the thing, beside the title; open the list, at the end of the line."""
        line = editor.line
        self._go = GoButton(self)
        self._go.clicked.connect(self._on_go)
        self._head.addWidget(self._go)
        drop = QAction(icon("chevron-down", "second"), _("Show the choices"), line)
        drop.triggered.connect(lambda _checked=False: self._on_drop(editor))
        line.addAction(drop, QLineEdit.ActionPosition.TrailingPosition)
        line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A click into a field that chooses opens its list at once."""
        clicked = event.type() is QEvent.Type.MouseButtonRelease
        if clicked and isinstance(self.editor, ReferenceEditor) and not self.editor.touched():
            self._on_drop(self.editor)
        return super().eventFilter(watched, event)

    def _on_go(self) -> None:
        records = self._records()
        if len(records) == 1 and self.column.field is not None:
            self.opened.emit(getattr(records[0], self.column.field) or "")

    def _on_drop(self, editor: ReferenceEditor) -> None:
        editor.line.setFocus()
        editor.line.selectAll()
        editor.step(0)

    def show_value(self) -> None:
        """Show what the records say, unless something is being typed here."""
        records = self._records()
        if not records:
            return
        self.editor.show_value(records)
        if isinstance(self.editor, ReferenceEditor) and self.column.field is not None:
            self._go.setVisible(len(records) == 1 and bool(getattr(records[0], self.column.field)))
        if self._beside is not None and self.column.beside is not None:
            shown = self.column.beside(self._company, records[0]) if len(records) == 1 else None
            self._beside.show_status(shown)

    def follow(self) -> None:
        """After a change: show it, but keep what is being typed."""
        if not (self.editor.touched() and self.editor.widget.hasFocus()):
            self.show_value()

    def _on_stored(self, leave: Leave) -> None:
        self.show_value()
        if leave is Leave.DOWN:
            self.focusNextChild()


class ComputedField(QWidget):
    """A field that follows from others: a word, or a status with its tone."""

    def __init__(self, company: OpenCompany, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self.column = column
        self.setToolTip(tip_of(column))
        self._words = Label(wrap=True, digits=True)
        self._pill = Pill("")
        line = QHBoxLayout()
        line.setContentsMargins(0, 0, 0, 0)
        line.addWidget(self._pill, 0, Qt.AlignmentFlag.AlignLeft)
        line.addWidget(self._words, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(3)
        whole.addWidget(FieldTitle(column))
        whole.addLayout(line)

    def show_record(self, record: Record) -> None:
        value = cells.value_of(self._company, self.column, record)
        is_pill = isinstance(value, Status) and bool(value.text)
        self._pill.setVisible(is_pill)
        self._words.setVisible(not is_pill)
        if isinstance(value, Status):
            self._pill.set(value.text, value.tone)
        words = cells.shown(self._company, self.column, value)
        self._words.setText(words or cells.missing_words(self._company, self.column, record))


class FieldTitle(Label):
    """The small grey title above a field; what needs a word of explanation carries a sign and a tip."""

    def __init__(self, column: Column) -> None:
        super().__init__(translate(column.title), ink="third", size=11.5)
        self._helped = bool(column.help)
        self.setAccessibleDescription(translate(column.help))

    def minimumSizeHint(self) -> QSize:
        return QSize(_NARROWEST, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(theme.current().third)
        letters = self.fontMetrics()
        room = self.width() - (_SIGN + 5 if self._helped else 0)
        words = letters.elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, words)
        if self._helped:
            left = letters.horizontalAdvance(words) + 5
            place = QRectF(left, (self.height() - _SIGN) / 2, _SIGN, _SIGN)
            paint_icon(painter, "info", place, theme.current().third)


def is_wide(column: Column) -> bool:
    """Whether a field takes the inspector's whole width."""
    if column.kind in (Kind.TEXT, Kind.REFERENCE):
        return column.width >= _WIDE
    return column.kind in (Kind.LONG_TEXT, Kind.LINKS, Kind.YES_NO)


def fits_half(column: Column) -> bool:
    """Whether title and value can be read in full in a field of half the inspector's width."""
    if column.kind is Kind.STATUS and column.width > _LONG_PILL:
        return False
    if column.kind is Kind.CHOICE:
        letters = QFontMetricsF(theme.font(13))
        words = [letters.horizontalAdvance(word) for _member, word in cells.choices_of(column)]
        if max(words, default=0.0) + _OPENS > _HALF:
            return False
    title = FieldTitle(column)
    signs = (_SIGN + 5 if column.help else 0) + (_ARROW if column.kind is Kind.REFERENCE else 0)
    return title.fontMetrics().horizontalAdvance(title.text()) + signs <= _HALF


def tip_of(column: Column) -> str:
    """The title in full, and what it means."""
    return "\n".join(part for part in (translate(column.title), translate(column.help)) if part)
