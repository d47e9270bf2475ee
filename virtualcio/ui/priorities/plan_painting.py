"""How the dependency picture is drawn: boxes with rank and kind, arrows, what is chosen in front."""

from collections.abc import Mapping, Set

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen

from virtualcio.actions.priorities.ranking_rows import RankingRow
from virtualcio.texts import _
from virtualcio.ui.common.pill import paint_pill
from virtualcio.ui.priorities.plan_places import PlacedLine, PlacedPlan, arrow
from virtualcio.ui.shell import theme

_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


def paint_plan(
    painter: QPainter,
    placed: PlacedPlan,
    rows: Mapping[str, RankingRow],
    around: Set[str],
    selected: str,
    line: str,
    seen: QRectF | None,
) -> None:
    """`around`: what the selected one needs and enables; `line`: the dependency that is chosen; `seen`: what
    of the picture is painted, None for all of it.
    """
    for one in sorted(placed.lines, key=lambda each: _importance(each, around, line)):
        if seen is None or one.path.controlPointRect().adjusted(-8, -8, 8, 8).intersects(seen):
            _paint_line(painter, one, around, line)
    for key, box in placed.boxes.items():
        if key in rows and (seen is None or box.adjusted(-3, -3, 3, 3).intersects(seen)):
            _paint_box(painter, box, rows[key], chosen=key == selected, near=key in around)


def paint_pull(painter: QPainter, box: QRectF, spot: QPointF) -> None:
    """The line that is being drawn."""
    path, head = arrow(QPointF(box.right(), box.center().y()), spot)
    pen = QPen(theme.current().accent, 2, Qt.PenStyle.DashLine)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawPath(path)
    painter.setBrush(theme.current().accent)
    painter.drawPolygon(head)


def _importance(one: PlacedLine, around: Set[str], line: str) -> tuple[bool, bool, bool]:
    return one.line.dependency_id == line, one.line.in_circle, _is_near(one, around)


def _is_near(one: PlacedLine, around: Set[str]) -> bool:
    return one.line.prerequisite_id in around and one.line.initiative_id in around


def _paint_line(painter: QPainter, one: PlacedLine, around: Set[str], line: str) -> None:
    colours = theme.current()
    chosen = one.line.dependency_id == line
    colour: QColor = colours.accent if chosen or _is_near(one, around) else colours.edge
    if one.line.in_circle:
        colour = colours.act_mark
    width = 3.0 if chosen else 2.0 if _is_near(one, around) or one.line.in_circle else 1.2
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(colour, width))
    painter.drawPath(one.path)
    painter.setBrush(colour)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawPolygon(one.head)
    if one.line.lag_months:
        _paint_lag(painter, one, colour)


def _paint_lag(painter: QPainter, one: PlacedLine, colour: QColor) -> None:
    """How many months have to pass in between."""
    words = _("+{count} mo.").format(count=one.line.lag_months)
    painter.setFont(theme.font(11, digits=True))
    spot = one.path.pointAtPercent(0.5)
    width = painter.fontMetrics().horizontalAdvance(words) + 8
    ground = QRectF(spot.x() - width / 2, spot.y() - 8, width, 16)
    painter.fillRect(ground, theme.current().card)
    painter.setPen(colour)
    painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)


def _paint_box(painter: QPainter, box: QRectF, row: RankingRow, *, chosen: bool, near: bool) -> None:
    colours = theme.current()
    painter.setBrush(colours.accent_soft if chosen else colours.card)
    painter.setPen(QPen(colours.accent if chosen or near else colours.edge, 2 if chosen or near else 1))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
    inner = box.adjusted(10, 7, -10, -7)
    painter.setFont(theme.font(12, semibold=True))
    painter.setPen(colours.ink)
    name = painter.fontMetrics().elidedText(row.name, Qt.TextElideMode.ElideRight, int(inner.width()))
    top = QRectF(inner.left(), inner.top(), inner.width(), 18)
    painter.drawText(top, _LEFT, name)
    below = QRectF(inner.left(), inner.bottom() - 20, inner.width(), 20)
    painter.setFont(theme.font(11.5, digits=True))
    rank = "" if row.rank is None else row.rank_text
    room = painter.fontMetrics().horizontalAdvance(rank) + 8 if rank else 0
    painter.setPen(colours.second)
    painter.drawText(below, _RIGHT, rank)
    paint_pill(
        painter, below.left(), below.center().y(), row.kind_text, row.kind_tone, sign=False,
        most=below.width() - room,
    )  # fmt: skip
