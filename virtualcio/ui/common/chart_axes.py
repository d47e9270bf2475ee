"""What charts share when they paint: fonts, legend, value axis with round lines."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from virtualcio.ui.common.chart_scale import MoneyUnit, Scale, unit_title
from virtualcio.ui.shell.theme import Theme

LABEL_SIZE = 12
LEGEND_LINE = 20.0
_SWATCH = 10.0

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class Swatch(Enum):
    """How a legend entry looks."""

    BOX = auto()
    MARK = auto()
    LINE = auto()
    DASHES = auto()


@dataclass(frozen=True)
class LegendEntry:
    text: str
    colour: QColor
    swatch: Swatch = Swatch.BOX
    edge: QColor | None = None


def paint_legend(painter: QPainter, area: QRectF, entries: Sequence[LegendEntry], colours: Theme) -> float:
    """Paint the legend at the top of `area`, in as many lines as it needs; gives back its height."""
    metrics = QFontMetricsF(painter.font())
    x, y = area.left(), area.top()
    for entry in entries:
        width = _SWATCH + 6 + metrics.horizontalAdvance(entry.text) + 14
        if x > area.left() and x + width > area.right():
            x, y = area.left(), y + LEGEND_LINE
        _paint_swatch(painter, QPointF(x, y + LEGEND_LINE / 2), entry)
        painter.setPen(colours.second)
        painter.drawText(QRectF(x + _SWATCH + 6, y, width, LEGEND_LINE), _LEFT, entry.text)
        x += width
    return y + LEGEND_LINE - area.top()


def _paint_swatch(painter: QPainter, middle: QPointF, entry: LegendEntry) -> None:
    x, y = middle.x(), middle.y()
    if entry.swatch in (Swatch.LINE, Swatch.DASHES):
        dashes = Qt.PenStyle.DashLine if entry.swatch is Swatch.DASHES else Qt.PenStyle.SolidLine
        painter.setPen(QPen(entry.colour, 2, dashes))
        painter.drawLine(QLineF(x - 2, y, x + _SWATCH + 2, y))
        return
    painter.setPen(QPen(entry.edge, 1) if entry.edge else Qt.PenStyle.NoPen)
    painter.setBrush(entry.colour)
    height = 3.0 if entry.swatch is Swatch.MARK else _SWATCH
    painter.drawRoundedRect(QRectF(x, y - height / 2, _SWATCH, height), 2, 2)


def axis_width(font: QFont, scale: Scale, unit: MoneyUnit) -> float:
    """Room for the tick labels at the left."""
    return QFontMetricsF(font).horizontalAdvance(_tick_text(scale.top, scale, unit)) + 14


def paint_value_axis(
    painter: QPainter,
    plot: QRectF,
    scale: Scale,
    unit: MoneyUnit,
    colours: Theme,
    unit_at: QRectF | None = None,
) -> None:
    """Lines across `plot` with their amounts at the left and the unit above them, or right in `unit_at`."""
    left = plot.left() - axis_width(painter.font(), scale, unit)
    for tick in scale.ticks:
        y = plot.bottom() - scale.share(tick) * plot.height()
        painter.setPen(QPen(colours.line if tick == 0 else colours.faint, 1))
        painter.drawLine(QLineF(plot.left(), round(y) + 0.5, plot.right(), round(y) + 0.5))
        painter.setPen(colours.third)
        box = QRectF(left, y - 9, plot.left() - left - 8, 18)
        painter.drawText(box, _RIGHT, _tick_text(tick, scale, unit))
    painter.setPen(colours.third)
    if unit_at is None:
        painter.drawText(QRectF(left, plot.top() - 34, 120, 16), _LEFT, unit_title(unit))
    else:
        painter.drawText(unit_at, _RIGHT, unit_title(unit))


def _tick_text(tick: float, scale: Scale, unit: MoneyUnit) -> str:
    return unit.text(Decimal(str(tick)), scale.places(unit))
