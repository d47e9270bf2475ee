"""Where the boxes and lines of a dependency picture stand. Geometry only, no painting."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainterPath

from virtualcio.actions.dependency_picture import DependencyPicture, PictureNode

HEADING = 26.0
_GAP = 10.0  # between boxes of one column
_MOST_HEIGHT = 64.0
_LEAST_HEIGHT = 50.0
_WIDEST = 200.0
_BETWEEN = 34.0  # least room for the lines between two columns
_NARROW, _LITTLE = 460.0, 20.0  # the same in a narrow picture


@dataclass(frozen=True)
class PlacedNode:
    node: PictureNode
    box: QRectF


@dataclass(frozen=True)
class PlacedHeading:
    title: str
    box: QRectF


@dataclass(frozen=True)
class PlacedMore:
    """'and 12 more' below a column."""

    count: int
    box: QRectF


@dataclass(frozen=True)
class Placed:
    """The whole picture, ready to paint."""

    headings: tuple[PlacedHeading, ...]
    nodes: tuple[PlacedNode, ...]
    more: tuple[PlacedMore, ...]
    lines: tuple[tuple[PictureNode, PictureNode, QPainterPath], ...]
    height: float


def least_height(picture: DependencyPicture) -> float:
    """What the picture needs at least."""
    most = max((len(column.nodes) + bool(column.left_out) for column in picture.columns), default=0)
    return HEADING + most * (_LEAST_HEIGHT + _GAP) if most else 0


def place(picture: DependencyPicture, width: float, height: float) -> Placed:
    """Columns side by side over `width`, their boxes centred on the tallest column."""
    count = len(picture.columns)
    if not count:
        return Placed((), (), (), (), 0)
    between = _LITTLE if width < _NARROW else _BETWEEN
    box_width = min(_WIDEST, (width - (count - 1) * between) / count)
    stride = (width - box_width) / (count - 1) if count > 1 else 0
    most = max(len(column.nodes) + bool(column.left_out) for column in picture.columns)
    box_height = max(_LEAST_HEIGHT, min(_MOST_HEIGHT, (height - HEADING) / most - _GAP))
    tallest = most * (box_height + _GAP)
    headings, nodes, more = [], [], []
    for index, column in enumerate(picture.columns):
        left = index * stride
        headings.append(PlacedHeading(column.title, QRectF(left, 0, box_width, HEADING - 6)))
        rows = len(column.nodes) + bool(column.left_out)
        top = HEADING + (tallest - rows * (box_height + _GAP)) / 2
        for row, node in enumerate(column.nodes):
            box = QRectF(left, top + row * (box_height + _GAP), box_width, box_height)
            nodes.append(PlacedNode(node, box))
        if column.left_out:
            below = top + len(column.nodes) * (box_height + _GAP)
            more.append(PlacedMore(column.left_out, QRectF(left, below, box_width, box_height)))
    lines = _lines(picture, {placed.node: placed.box for placed in nodes})
    return Placed(tuple(headings), tuple(nodes), tuple(more), lines, HEADING + tallest)


def _lines(
    picture: DependencyPicture, boxes: dict[PictureNode, QRectF]
) -> tuple[tuple[PictureNode, PictureNode, QPainterPath], ...]:
    lines = []
    for start, end in picture.edges:
        begin = QPointF(boxes[start].right(), boxes[start].center().y())
        goal = QPointF(boxes[end].left(), boxes[end].center().y())
        half = (goal.x() - begin.x()) / 2
        path = QPainterPath(begin)
        path.cubicTo(begin + QPointF(half, 0), goal - QPointF(half, 0), goal)
        lines.append((start, end, path))
    return tuple(lines)
