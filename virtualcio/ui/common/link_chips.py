"""Linked things as chips: a click goes there, × or Del takes the link away, + adds one. What is linked only
through other things stands there without ×.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.typed_value import LinkChoice, NewThing, Typed, store
from virtualcio.formats import NO_VALUE
from virtualcio.model import Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.buttons import Button, PaintedButton
from virtualcio.ui.common.entry import Entry
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pick_list import Option
from virtualcio.ui.common.pickers import ReferenceEditor
from virtualcio.ui.shell import theme

_HEIGHT = 26
_WIDEST = 260
_CROSS = 22
_MOST_FOUND = 8


class LinkChip(PaintedButton):
    """One linked thing. `removable` shows a × that takes the link away."""

    removed = Signal()

    def __init__(
        self, name: str, *, removable: bool, factor: float = 1.0, parent: QWidget | None = None
    ) -> None:
        """`factor` is how much larger it is than in the window, for what is read from afar."""
        super().__init__(parent)
        self._removable, self._factor = removable, factor
        self.setText(name)
        self.setAccessibleName(name)
        hint = _("Click to go there; Del takes the link away.") if removable else _("Click to go there.")
        self.setAccessibleDescription(hint)
        self.setToolTip(f"{name}\n{hint}")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(theme.font(12, medium=True)).horizontalAdvance(self.text())
        wide = int(letters) + 20 + (_CROSS - 6 if self._removable else 0)
        return QSize(min(wide, _WIDEST), _HEIGHT) * self._factor

    def _on_cross(self, spot: QPoint) -> bool:
        return self._removable and spot.x() >= self.width() - _CROSS * self._factor

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._on_cross(event.position().toPoint()):
            self.setDown(False)
            self.removed.emit()
            return
        super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._removable and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.removed.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor, self._factor)
        active = self.hasFocus() or self.underMouse()
        painter.setPen(QPen(shown.accent, 1.2) if active else Qt.PenStyle.NoPen)
        painter.setBrush(shown.neutral_soft)
        room = QRectF(0, 0, self.width() / self._factor, self.height() / self._factor)
        rect = room.adjusted(1, 1, -1, -1)
        painter.drawRoundedRect(rect, rect.height() / 2, rect.height() / 2)
        inner = rect.adjusted(9, 0, -9 - (_CROSS - 8 if self._removable else 0), 0)
        font = theme.font(12, medium=True)
        painter.setFont(font)
        painter.setPen(shown.accent if active else shown.ink)
        name = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, inner.width() + 1)
        painter.drawText(inner.adjusted(0, 0, 2, 0), Qt.AlignmentFlag.AlignVCenter, name)
        if self._removable:
            painter.setPen(QPen(shown.second, 1.3))
            x, y = rect.right() - 12, rect.center().y()
            painter.drawLine(int(x - 3), int(y - 3), int(x + 3), int(y + 3))
            painter.drawLine(int(x - 3), int(y + 3), int(x + 3), int(y - 3))


class _AddLinkEditor(ReferenceEditor):
    """Picks one more thing to link; what is linked already is not offered."""

    def show_value(self, records: Sequence[Record]) -> None:
        value = cells.value_of(self.company, self.column, records[0])
        self.linked = frozenset(value or ())
        self._shown, self._picked = "", None
        self.line.clear()
        self.line.setPlaceholderText(_("Type to find or add"))

    def _options(self) -> list[Option]:
        return [option for option in super()._options() if option.key not in self.linked and option.key]

    def read(self) -> Typed:
        value = super().read().value
        if isinstance(value, NewThing):
            return Typed(LinkChoice(self.linked, (value,)))
        return Typed(LinkChoice(self.linked | ({value} if value else frozenset())))


class LinksField(QWidget):
    """The links of one record in one column."""

    opened = Signal(str)  # key of the thing that was clicked

    def __init__(
        self,
        company: OpenCompany,
        table: Table,
        column: Column,
        parent: QWidget | None = None,
        *,
        factor: float = 1.0,
    ) -> None:
        """`factor` as in `LinkChip`."""
        super().__init__(parent)
        self._company, self._table, self._column, self._factor = company, table, column, factor
        self._record: Record | None = None
        self._flow = FlowLayout(spacing=6)
        self._add = Button(_("Link"), self._begin_adding, quiet=True, icon="plus")
        self._add.setFixedHeight(round(_HEIGHT * factor))
        if factor != 1:
            self._add.setFont(theme.font(12 * factor))
        self.setFocusProxy(self._add)
        self._add.setAccessibleName(_("Link: {field}").format(field=translate(column.title)))
        self._editor = _AddLinkEditor(company, table, column, self)
        self._entry = Entry(self._editor, self._records, in_cell=False)
        self._entry.stored.connect(lambda _leave: self._end_adding())
        self._entry.cancelled.connect(self._end_adding)
        self._editor.line.setFont(theme.font(13 * factor))
        self._editor.line.hide()
        self._keys: tuple[str, ...] | None = None
        column_of = QVBoxLayout(self)
        column_of.setContentsMargins(0, 0, 0, 0)
        column_of.setSpacing(4)
        column_of.addLayout(self._flow)
        column_of.addWidget(self._editor.line)

    def _records(self) -> list[Record]:
        return [self._record] if self._record is not None else []

    def show_record(self, record: Record) -> None:
        """Show the links of this record; what is being typed stays."""
        if record is not self._record:
            self._end_adding()
        self._record = record
        keys = tuple(cells.value_of(self._company, self._column, record) or ())
        self._flow.removeWidget(self._add)  # else it is deleted with the chips
        self._flow.clear()
        named = [(cells.name_of(self._company, self._column, key), key) for key in keys]
        for name, key in sorted(named, key=lambda pair: cells.fold(pair[0])):
            chip = LinkChip(name, removable=True, factor=self._factor)
            chip.clicked.connect(partial(self._open, key))
            chip.removed.connect(partial(self._remove, key))
            self._flow.addWidget(chip)
        self._flow.addWidget(self._add)
        self._add.show()
        self._keys = keys
        self.updateGeometry()

    def _open(self, key: str) -> None:
        self.opened.emit(key)

    def _remove(self, key: str) -> None:
        left = frozenset(self._keys or ()) - {key}
        store(self._company, self._table, self._column, self._records(), LinkChoice(left))

    def _begin_adding(self) -> None:
        if self._record is None:
            return
        self._editor.show_value([self._record])
        self._editor.line.show()
        self._editor.line.setFocus()
        self._editor.step(0)

    def _end_adding(self) -> None:
        self._editor.close_lists()
        self._editor.line.hide()


class FoundLinks(QWidget):
    """The computed links of one record, the most important one first; they cannot be taken away here."""

    opened = Signal(str)  # key of the thing that was clicked

    def __init__(self, company: OpenCompany, column: Column, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company, self._column = company, column
        self._flow = FlowLayout(self, spacing=6)

    def show_record(self, record: Record) -> None:
        """Show what this record is linked with; the long rest as a number."""
        self._flow.clear()
        keys = cells.value_of(self._company, self._column, record) or ()
        phrase = cells.all_of_them(self._company, self._column, keys)
        names = cells.names_of(self._company, self._column, keys)
        named = [] if phrase else list(zip(keys, names, strict=True))
        for key, name in named[:_MOST_FOUND]:
            chip = LinkChip(name, removable=False)
            chip.clicked.connect(partial(self.opened.emit, key))
            self._flow.addWidget(chip)
        rest = len(named) - _MOST_FOUND
        if rest > 0:
            phrase = _("and {count} more").format(count=rest)
        elif not keys:
            phrase = NO_VALUE
        if phrase:
            words = Label(phrase, ink="second" if rest > 0 or not keys else "ink")
            words.setFixedHeight(_HEIGHT)
            self._flow.addWidget(words)
        self.updateGeometry()
