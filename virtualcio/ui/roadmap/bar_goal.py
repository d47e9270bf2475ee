"""The goal of a bar of the time plan in letters: on the bar, or beside it."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPainterPath, QPen

from virtualcio.actions.roadmap.plan_rows import PlanRow
from virtualcio.ui.roadmap.bar_colours import fill_of, letters_of
from virtualcio.ui.roadmap.plan_layout import PlanLayout
from virtualcio.ui.shell import theme

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_BESIDE, _SHORTEST, _WIDEST = 6.0, 50.0, 240.0  # px between bar and words beside it, and of the words


def paint_words(painter: QPainter, place: PlanLayout, row: int) -> None:
    """The goal of a bar on it or, where there is no room, beside it and in front of the lines there.

    A bar that a proposal moves is pale and crossed by the outline: its goal stands beside both.
    """
    one = place.plan.rows[row]
    bar = place.bar(row, one)
    if not one.goal or not bar.intersects(place.plot):
        return
    shown, font = theme.current(), theme.font(12, medium=True)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    proposed = place.plan.proposed.get(one.initiative_id)
    moves = proposed is not None and proposed != (one.start, one.months)
    seen = bar.intersected(place.plot)
    if not moves and metrics.horizontalAdvance(one.goal) <= seen.width() - 12:
        letters = shown.ink if proposed is not None else letters_of(fill_of(one.colour))
        painter.setPen(shown.second if one.done else letters)
        painter.drawText(seen.adjusted(8, 0, 0, -1), _LEFT, one.goal)
        return
    left, right = _beside(place, one, bar, place.outline(row, one) if moves else None)
    room = min(right - left, _WIDEST)
    if room > _SHORTEST:
        words = metrics.elidedText(one.goal, Qt.TextElideMode.ElideRight, room)
        line = QPointF(left, bar.center().y() + (metrics.ascent() - metrics.descent()) / 2)
        path = QPainterPath()
        path.addText(line, font, words)
        painter.strokePath(path, QPen(shown.card, 4))  # so that arrows and today do not cross letters out
        painter.setPen(shown.second)
        painter.drawText(line, words)


def _beside(place: PlanLayout, one: PlanRow, bar: QRectF, outline: QRectF | None) -> tuple[float, float]:
    """From where to where there is room right of the bar, past its ends and the outline of a proposal."""
    left, right = bar.right() + _BESIDE, place.plot.right()
    if outline is not None and outline.right() > left - _BESIDE:
        if outline.left() - bar.right() > _WIDEST:
            right = outline.left() - _BESIDE
        else:
            left = outline.right() + _BESIDE
    for day in (one.wished_end, one.hard_end):
        if day is None:
            continue
        mark = place.x(place.axis.end_x(day))
        if left - _BESIDE < mark < left + _SHORTEST + 2 * _BESIDE:
            left = mark + _BESIDE
        elif mark > left:
            right = min(right, mark - _BESIDE)
    return left, right
