"""The small box that says the values under the mouse or under the arrow keys."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPen

from virtualcio.ui.common.chart_axes import LABEL_SIZE
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.theme import Theme

_LINE = 18.0
_PADDING = 10.0
_SWATCH = 9.0


@dataclass(frozen=True)
class ReadOutLine:
    text: str
    value: str
    colour: QColor | None = None


@dataclass(frozen=True)
class ReadOut:
    """What a chart says about one of its values."""

    title: str
    lines: tuple[ReadOutLine, ...]
    note: str = ""

    def as_text(self) -> str:
        """For screen readers."""
        said = [f"{line.text}: {line.value}" for line in self.lines]
        return "; ".join([self.title, *said, *([self.note] if self.note else [])])


def paint_read_out(painter: QPainter, area: QRectF, anchor: QPointF, said: ReadOut, colours: Theme) -> None:
    """Paint the box beside `anchor`, inside `area`."""
    plain = theme.font(LABEL_SIZE, digits=True)
    bold = theme.font(LABEL_SIZE, semibold=True, digits=True)
    box = _place(area, anchor, said, QFontMetricsF(plain), QFontMetricsF(bold))
    painter.setPen(QPen(colours.line, 1))
    painter.setBrush(colours.card)
    painter.drawRoundedRect(box, 6, 6)
    inside = box.adjusted(_PADDING, _PADDING - 2, -_PADDING, -_PADDING + 2)
    line = QRectF(inside.left(), inside.top(), inside.width(), _LINE)
    left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
    right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
    painter.setFont(bold)
    painter.setPen(colours.ink)
    painter.drawText(line, left, said.title)
    for entry in said.lines:
        line.translate(0, _LINE)
        if entry.colour is not None:
            painter.setPen(QPen(colours.third, 0.5))
            painter.setBrush(entry.colour)
            painter.drawRoundedRect(QRectF(line.left(), line.center().y() - 4.5, _SWATCH, _SWATCH), 2, 2)
        painter.setFont(plain)
        painter.setPen(colours.second)
        painter.drawText(line.adjusted(_SWATCH + 6, 0, 0, 0), left, entry.text)
        painter.setFont(bold)
        painter.setPen(colours.ink)
        painter.drawText(line, right, entry.value)
    if said.note:
        line.translate(0, _LINE)
        painter.setFont(plain)
        painter.setPen(colours.second)
        painter.drawText(line, left, said.note)


def _place(area: QRectF, anchor: QPointF, said: ReadOut, plain: QFontMetricsF, bold: QFontMetricsF) -> QRectF:
    """Right of the anchor if there is room, else left of it; never outside `area`."""
    widths = [bold.horizontalAdvance(said.title), plain.horizontalAdvance(said.note)]
    widths += [
        _SWATCH + 6 + plain.horizontalAdvance(entry.text) + 18 + bold.horizontalAdvance(entry.value)
        for entry in said.lines
    ]
    width = max(widths) + 2 * _PADDING + 2
    height = (1 + len(said.lines) + bool(said.note)) * _LINE + 2 * _PADDING - 4
    x = anchor.x() + 14
    if x + width > area.right() - 2:
        x = anchor.x() - 14 - width
    x = min(max(x, area.left() + 2), max(area.left() + 2, area.right() - width - 2))
    y = min(max(anchor.y() - height / 2, area.top() + 2), max(area.top() + 2, area.bottom() - height - 2))
    return QRectF(x, y, width, height)
