"""The first cell of a row in the list of business cases: the initiative, and below it what it costs."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.plain_table import PaddedCells
from virtualcio.ui.shell import theme

ROW_HEIGHT = 44  # px, for two lines
_SIDE, _LINE = 8, 18


class NameAndCost(PaddedCells):
    """The cost stands in the hidden column beside the name, empty where nobody has entered any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        rect = QRectF(option.rect).adjusted(_SIDE, 0, -_SIDE, 0)
        top = rect.center().y() - _LINE
        cost = str(index.sibling(index.row(), index.column() + 1).data() or "")
        words = _("Cost {amount}").format(amount=cost) if cost else _("not reckoned yet")
        colours = theme.current()
        lines = (
            (str(index.data() or ""), theme.font(13), colours.ink),
            (words, theme.font(12), colours.second),
        )
        painter.save()
        for at, (text, font, colour) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(colour)
            place = QRectF(rect.left(), top + at * _LINE, rect.width(), _LINE)
            shown = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, place.width())
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Its words are painted here, in two lines."""
        super().initStyleOption(option, index)
        option.text = ""
