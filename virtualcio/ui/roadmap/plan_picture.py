"""The whole time plan painted: on the screen, and as a picture to take along."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QImage, QPainter, QPen

from virtualcio.actions.roadmap.month_words import span_words
from virtualcio.actions.roadmap.plan_rows import TimePlan
from virtualcio.texts import _
from virtualcio.ui.roadmap.bar_goal import paint_words
from virtualcio.ui.roadmap.plan_drag import Place
from virtualcio.ui.roadmap.plan_layout import HEADER, ROW, PlanLayout
from virtualcio.ui.roadmap.plan_painting import (
    paint_arrow,
    paint_bar,
    paint_grid,
    paint_header,
    paint_limits,
    paint_names,
    paint_proposed,
    paint_today,
    paint_today_word,
)
from virtualcio.ui.roadmap.time_axis import TimeAxis, TimeScale
from virtualcio.ui.shell import theme

_TODAY = 0.4  # opacity of a bar beside its proposal
_PICTURE_SCALE = 2  # pictures for documents are twice as fine as the screen
_PICTURE_NAMES, _PICTURE_PLOT, _MARGIN = 250.0, 880.0, 16.0


def paint_plan(
    painter: QPainter, place: PlanLayout, current: str, dragged: Place | None, *, focus: bool
) -> None:
    """Everything that is in sight. `current` is the key of the chosen bar, `dragged` where one would be."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, place.width, place.height), theme.current().card)
    paint_grid(painter, place)
    row = place.plan.row_of.get(current)
    painter.save()
    painter.setClipRect(place.plot)
    _paint_bars(painter, place, current, dragged)
    paint_today(painter, place)
    for row_in_sight in place.visible_rows():
        paint_words(painter, place, row_in_sight)
    painter.restore()
    paint_header(painter, place, _("Initiative"))
    paint_today_word(painter, place)
    paint_names(painter, place, row)
    if dragged is not None:
        _paint_dragged(painter, place, dragged)
    if focus:
        painter.setPen(QPen(theme.current().accent, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(1, 1, place.width - 2, place.height - 2), 4, 4)


def _paint_bars(painter: QPainter, place: PlanLayout, current: str, dragged: Place | None) -> None:
    """Thin arrows behind the bars, those of the chosen one in front of them."""
    near = [arrow for arrow in place.plan.arrows if current in (arrow.before, arrow.after)]
    for arrow in place.plan.arrows:
        paint_arrow(painter, place, arrow, strong=False)
    for row in place.visible_rows():
        one = place.plan.rows[row]
        paint_limits(painter, place, row, one)
        if dragged is not None and dragged.initiative_id == one.initiative_id:
            painter.setOpacity(0.3)
        elif one.initiative_id in place.plan.proposed:
            painter.setOpacity(_TODAY)
        if not one.new:
            paint_bar(painter, place, row, current=one.initiative_id == current)
        painter.setOpacity(1)
        paint_proposed(painter, place, row)
    for arrow in near:
        paint_arrow(painter, place, arrow, strong=True)


def _paint_dragged(painter: QPainter, place: PlanLayout, dragged: Place) -> None:
    """Where it would be, with its months in words above it."""
    shown, axis = theme.current(), place.axis
    row = place.plan.row_of.get(dragged.initiative_id)
    top = place.top(row if row is not None else len(place.plan.rows))
    top = min(top, place.height - place.row) + (place.row - place.bar_height) / 2
    left = axis.x(dragged.start)
    bar = QRectF(place.x(left), top, dragged.months * axis.month, place.bar_height)
    painter.save()
    painter.setClipRect(QRectF(place.plot.left(), 0, place.plot.width(), place.height))
    soft = QColor(shown.accent)
    soft.setAlphaF(0.10)
    painter.fillRect(QRectF(bar.left(), HEADER, bar.width(), place.plot.height()), soft)
    painter.setPen(QPen(shown.accent, 2))
    painter.setBrush(shown.accent_soft)
    painter.drawRoundedRect(bar, 4, 4)
    painter.restore()
    words = span_words(dragged.start, dragged.months)
    painter.setFont(theme.font(12, semibold=True))
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 16
    x = min(max(bar.left(), place.plot.left()), place.plot.right() - wide)
    box = QRectF(x, top - 25 if top - 25 > 0 else bar.bottom() + 3, wide, 22)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(shown.ink)
    painter.drawRoundedRect(box, 4, 4)
    painter.setPen(shown.card)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)


def plan_picture(plan: TimePlan, scale: TimeScale, title: str) -> QImage:
    """The whole plan with its title, for a document: all rows, and all months that hold a bar."""
    months = min(plan.months, {TimeScale.MONTHS: 18, TimeScale.QUARTERS: 30}.get(scale, plan.months))
    axis = TimeAxis(plan.first, months, max(_PICTURE_PLOT / months, 9.0), scale)
    width, height = _PICTURE_NAMES + axis.width, HEADER + ROW * max(1, len(plan.rows))
    shown, heading = theme.current(), 34.0
    whole = QRectF(0, 0, width + 2 * _MARGIN, height + heading + 2 * _MARGIN)
    image = QImage((whole.size() * _PICTURE_SCALE).toSize(), QImage.Format.Format_ARGB32)
    image.setDevicePixelRatio(_PICTURE_SCALE)
    image.fill(shown.card)
    painter = QPainter(image)
    painter.setFont(theme.font(15, semibold=True))
    painter.setPen(shown.ink)
    painter.drawText(QPointF(_MARGIN, _MARGIN + 16), title)
    painter.translate(_MARGIN, _MARGIN + heading)
    paint_plan(painter, PlanLayout(plan, axis, _PICTURE_NAMES, 0, 0, width, height), "", None, focus=False)
    painter.end()
    return image
