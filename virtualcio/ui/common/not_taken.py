"""The strip that names every pasted cell that was not taken, and every one that reads two ways."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Tone
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.paste import DoubtfulCell, PasteResult, RefusedCell
from virtualcio.texts import _, translate, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell import theme

_HEIGHT = 132


class NotTaken(QWidget):
    """Hidden until something was not taken; stays until it is closed."""

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._company = company
        self._title = Label(semibold=True)
        self._lines = ScrollColumn()
        self._lines.column.setSpacing(4)
        self.setMaximumHeight(_HEIGHT)
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(Button("", self.hide, quiet=True, icon="x", name=_("Close message")))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(36, 6, 6, 8)
        whole.setSpacing(2)
        whole.addLayout(head)
        whole.addWidget(self._lines, 1)
        self.hide()

    def show_result(self, result: PasteResult) -> None:
        """Name what needs a look; nothing to name hides the strip."""
        count = len(result.refused) + len(result.doubtful)
        self.setVisible(count > 0)
        if not count:
            return
        self._title.setText(translate_count("{count} cell needs a look", "{count} cells need a look", count))
        self._lines.clear()
        for words in self.lines(result):
            line = Label(words, ink="second", size=12, wrap=True)
            line.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._lines.column.addWidget(line)
        self._lines.column.addStretch(1)
        self.setAccessibleName(self._title.text())

    def lines(self, result: PasteResult) -> list[str]:
        """One sentence for each cell, in the order of the rows."""
        told = [(one.row, self._refused(one)) for one in result.refused]
        told += [(one.row, self._doubtful(one)) for one in result.doubtful]
        return [words for _row, words in sorted(told, key=lambda pair: pair[0])]

    def _refused(self, cell: RefusedCell) -> str:
        return _("Row {row}, {field}, not taken: {reason}").format(
            row=cell.row + 1, field=translate(cell.column.title), reason=str(cell.reason)
        )

    def _doubtful(self, cell: DoubtfulCell) -> str:
        taken = cells.shown(self._company, cell.column, cell.taken)
        other = cells.shown(self._company, cell.column, cell.other)
        return _("Row {row}, {field}: “{text}” was read as {taken}; it could also mean {other}.").format(
            row=cell.row + 1, field=translate(cell.column.title), text=cell.text, taken=taken, other=other
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().watch_soft)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        paint_sign(painter, QRectF(14, 16, 11, 11).center(), Tone.WATCH, 11)
