"""Where the boxes and arrows of the dependency picture stand. Geometry only, no painting."""

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSizeF
from PySide6.QtGui import QPainterPath, QPainterPathStroker, QPolygonF

from virtualcio.actions.priorities.dependency_plan import DependencyPlan, PlanLine

BOX = QSizeF(186, 58)
_BETWEEN = QSizeF(70, 18)  # room between layers and between rows
_EDGE = 12.0
_HEAD = 7.0  # length of an arrow's head
_REACH = 10.0  # px around a line that still belong to it


@dataclass(frozen=True)
class PlacedLine:
    """An arrow from the prerequisite to what needs it."""

    line: PlanLine
    path: QPainterPath
    head: QPolygonF
    near: QPainterPath  # where a click means this line


@dataclass(frozen=True)
class PlacedPlan:
    """The picture at its natural size."""

    boxes: Mapping[str, QRectF]
    lines: tuple[PlacedLine, ...]
    size: QSizeF


def place_plan(plan: DependencyPlan) -> PlacedPlan:
    """Layers side by side, each centred on the tallest."""
    counts: dict[int, int] = {}
    for box in plan.boxes:
        counts[box.layer] = max(counts.get(box.layer, 0), box.row + 1)
    tallest = max(counts.values(), default=0)
    stride = QSizeF(BOX.width() + _BETWEEN.width(), BOX.height() + _BETWEEN.height())
    boxes = {}
    for box in plan.boxes:
        top = (tallest - counts[box.layer]) * stride.height() / 2
        spot = QPointF(_EDGE + box.layer * stride.width(), _EDGE + top + box.row * stride.height())
        boxes[box.initiative_id] = QRectF(spot, BOX)
    width = len(counts) * stride.width() - _BETWEEN.width() if counts else 0
    height = tallest * stride.height() - _BETWEEN.height() if tallest else 0
    lines = tuple(_placed(line, boxes) for line in plan.lines)
    return PlacedPlan(boxes, lines, QSizeF(width + 2 * _EDGE, height + 2 * _EDGE))


def arrow(start: QPointF, end: QPointF) -> tuple[QPainterPath, QPolygonF]:
    """A curve that leaves to the right and arrives from the left, and its head."""
    half = max(abs(end.x() - start.x()) / 2, 36)
    path = QPainterPath(start)
    path.cubicTo(start + QPointF(half, 0), end - QPointF(half, 0), end)
    head = [end, end + QPointF(-_HEAD, -_HEAD * 0.6), end + QPointF(-_HEAD, _HEAD * 0.6)]
    return path, QPolygonF(head)


def _placed(line: PlanLine, boxes: Mapping[str, QRectF]) -> PlacedLine:
    first, second = boxes[line.prerequisite_id], boxes[line.initiative_id]
    path, head = arrow(
        QPointF(first.right(), first.center().y()), QPointF(second.left(), second.center().y())
    )
    stroker = QPainterPathStroker()
    stroker.setWidth(_REACH)
    return PlacedLine(line, path, head, stroker.createStroke(path))
