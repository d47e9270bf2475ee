"""Where the bars, bands and words of the golden thread stand. Geometry only, no painting."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from virtualcio.actions.budget.spending_flow import FlowBand, FlowColumn, FlowNode, MoneyFlow

HEADING = 24.0
BAR = 8.0
_GAP = 6.0  # between the places of two bars
_LINE = 15.0  # a line of words
_LABEL_SIDE = 5.0
_MONEY_ROOM = 108.0  # for the words behind the last bars
_COLUMNS = len(FlowColumn)
_LEAST_HEIGHT = 220.0
_ROUNDS = 40  # of halving, until the scale fits


@dataclass(frozen=True)
class PlacedBar:
    """`bar` is as high as its money, `label` the room of its words beside it; no two of them overlap."""

    node: FlowNode
    bar: QRectF
    label: QRectF


@dataclass(frozen=True)
class PlacedBand:
    band: FlowBand
    path: QPainterPath


@dataclass(frozen=True)
class PlacedFlow:
    """The whole picture, ready to paint."""

    headings: tuple[QRectF, ...]
    bars: tuple[PlacedBar, ...]
    bands: tuple[PlacedBand, ...]
    height: float

    def bar_of(self, key: str) -> PlacedBar:
        """KeyError if the node is not drawn."""
        return {placed.node.key: placed for placed in self.bars}[key]


def least_height(flow: MoneyFlow) -> float:
    """What the picture needs so that each bar has its own line of words."""
    tallest = max(_height(_of(flow, one), 0.0) for one in FlowColumn)
    return max(_LEAST_HEIGHT, HEADING + tallest)


def place_flow(flow: MoneyFlow, width: float, height: float) -> PlacedFlow:
    """Columns side by side over `width`; the money of all columns has one scale."""
    room = max(height, least_height(flow)) - HEADING
    scale = _scale(flow, room)
    stride = (width - _MONEY_ROOM - BAR) / (_COLUMNS - 1)
    bars: list[PlacedBar] = []
    for column in FlowColumn:
        left = column * stride
        words = (_MONEY_ROOM if column is FlowColumn.MONEY else stride - BAR) - 2 * _LABEL_SIDE
        top = HEADING
        for node in _of(flow, column):
            tall = max(float(node.amount) * scale, 2.0)
            place = max(tall, _least(node))
            bar = QRectF(left, top + (place - tall) / 2, BAR, tall)
            label = QRectF(left + BAR + _LABEL_SIDE, top, words, place)
            bars.append(PlacedBar(node, bar, label))
            top += place + _GAP
    headings = tuple(
        QRectF(one * stride, 0, (_MONEY_ROOM if one is FlowColumn.MONEY else stride - 6), HEADING - 6)
        for one in FlowColumn
    )
    bottom = max((placed.label.bottom() for placed in bars), default=room)
    return PlacedFlow(headings, tuple(bars), _bands(flow, bars, scale), bottom)


def _of(flow: MoneyFlow, column: FlowColumn) -> Sequence[FlowNode]:
    return flow.column(column)


def _least(node: FlowNode) -> float:
    """Room for its words: a sum has two lines."""
    if node.hidden:
        return 2.0
    return 2 * _LINE + 2 if node.column is FlowColumn.MONEY else _LINE


def _scale(flow: MoneyFlow, room: float) -> float:
    """Pixels for a euro: the largest at which every column fits."""
    columns = [_of(flow, one) for one in FlowColumn]
    most = max((float(node.amount) for node in flow.nodes), default=0.0)
    if not most:
        return 0.0
    low, high = 0.0, room / most
    for _round in range(_ROUNDS):
        middle = (low + high) / 2
        if all(_height(nodes, middle) <= room for nodes in columns):
            low = middle
        else:
            high = middle
    return low


def _height(nodes: Sequence[FlowNode], scale: float) -> float:
    """Of a column, at so many pixels for a euro."""
    tall = 0.0
    for node in nodes:
        tall += max(float(node.amount) * scale, _least(node)) + _GAP
    return tall


def _bands(flow: MoneyFlow, bars: Sequence[PlacedBar], scale: float) -> tuple[PlacedBand, ...]:
    """Each leaves and reaches its bars in the order of what stands at its other end."""
    at = {placed.node.key: placed for placed in bars}
    order = {placed.node.key: number for number, placed in enumerate(bars)}
    leaving: dict[str, float] = defaultdict(float)
    reaching: dict[str, float] = defaultdict(float)
    starts: dict[FlowBand, float] = {}
    ends: dict[FlowBand, float] = {}
    for band in sorted(flow.bands, key=lambda one: (order[one.end], one.colour)):
        starts[band] = at[band.start].bar.top() + leaving[band.start]
        leaving[band.start] += float(band.amount) * scale
    for band in sorted(flow.bands, key=lambda one: (order[one.start], one.colour)):
        ends[band] = at[band.end].bar.top() + reaching[band.end]
        reaching[band.end] += float(band.amount) * scale
    placed = []
    for band in flow.bands:
        tall = max(float(band.amount) * scale, 1.0)
        begin = QPointF(at[band.start].bar.right(), starts[band])
        end = QPointF(at[band.end].bar.left(), ends[band])
        placed.append(PlacedBand(band, _ribbon(begin, end, tall)))
    return tuple(placed)


def _ribbon(begin: QPointF, end: QPointF, tall: float) -> QPainterPath:
    half, down = QPointF((end.x() - begin.x()) / 2, 0), QPointF(0, tall)
    path = QPainterPath(begin)
    path.cubicTo(begin + half, end - half, end)
    path.lineTo(end + down)
    path.cubicTo(end + down - half, begin + down + half, begin + down)
    path.closeSubpath()
    return path
