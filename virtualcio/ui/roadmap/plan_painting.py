"""How the time plan looks: header, grid, bars with their marks, arrows, names, the line of today."""

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from virtualcio.actions.roadmap.plan_rows import NO_GOAL, Arrow, PlanRow
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.roadmap.bar_colours import fill_of, letters_of
from virtualcio.ui.roadmap.plan_layout import HEADER, PlanLayout
from virtualcio.ui.shell import theme

_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_CENTRE = Qt.AlignmentFlag.AlignCenter
_RADIUS = 4.0
_PERIODS = 26.0  # px of the header for the names of the periods
_DONE_STRIP = 4.0
_PALE = 0.45
_STUB = 8.0  # how far an arrow goes on before it turns


def paint_grid(painter: QPainter, place: PlanLayout) -> None:
    """Alternating grounds of the periods, and a hairline below each row."""
    shown, plot = theme.current(), place.plot
    for tick in place.axis.ticks():
        left = place.x(tick.left)
        if left > plot.right() or left + tick.width < plot.left():
            continue
        if tick.even:
            painter.fillRect(QRectF(left, 0, tick.width, place.height), shown.side)
        painter.setPen(QPen(shown.faint, 1))
        painter.drawLine(QLineF(left, HEADER, left, place.height))
    painter.setPen(QPen(shown.faint, 1))
    for row in place.visible_rows():
        y = round(place.top(row) + place.row) - 0.5
        painter.drawLine(QLineF(plot.left(), y, plot.right(), y))


def paint_header(painter: QPainter, place: PlanLayout, corner: str) -> None:
    """The names of the periods, over whatever was scrolled below them."""
    shown, plot = theme.current(), place.plot
    painter.fillRect(QRectF(0, 0, place.width, HEADER), shown.card)
    painter.save()
    painter.setClipRect(QRectF(plot.left(), 0, plot.width(), HEADER))
    font = theme.font(12, digits=True)
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for tick in place.axis.ticks():
        left = place.x(tick.left)
        if left > plot.right() or left + tick.width < plot.left():
            continue
        box = QRectF(left, 0, tick.width, HEADER)
        if tick.even:
            painter.fillRect(box, shown.side)
        painter.setPen(shown.third)
        # a period that begins left of the view keeps its name in sight
        inner = QRectF(max(left, plot.left()) + 8, 0, 0, _PERIODS)
        inner.setRight(min(left + tick.width, plot.right()))
        if metrics.horizontalAdvance(tick.text) <= inner.width():
            painter.drawText(inner, _LEFT, tick.text)
    painter.restore()
    painter.setFont(theme.font(12))
    painter.setPen(shown.third)
    painter.drawText(QRectF(4, 0, place.names - 8, _PERIODS), _LEFT, corner)
    painter.setPen(QPen(shown.line, 1))
    painter.drawLine(QLineF(0, HEADER - 0.5, place.width, HEADER - 0.5))


def paint_names(painter: QPainter, place: PlanLayout, current: int | None) -> None:
    """The names at the left, with what has to be known about each: conflict, must, pinned."""
    shown = theme.current()
    whole = QRectF(0, HEADER, place.names, place.height - HEADER)
    painter.fillRect(whole, shown.card)
    painter.save()
    painter.setClipRect(whole)  # a row that is scrolled half away stays below the header
    for row in place.visible_rows():
        one, top = place.plan.rows[row], place.top(row)
        box = QRectF(0, top, place.names, place.row)
        if row == current:
            painter.fillRect(box.adjusted(0, 1, 0, -1), shown.accent_soft)
        right = place.names - 8
        for mark in _marks(one):
            right -= 18
            _paint_mark(painter, mark, QRectF(right, top + place.row / 2 - 8, 16, 16))
        font = theme.font(13, semibold=row == current)
        painter.setFont(font)
        painter.setPen(shown.third if one.done else shown.ink)
        inner = QRectF(4, top, right - 8, place.row)
        words = QFontMetricsF(font).elidedText(one.name, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, _LEFT, words)
        painter.setPen(QPen(shown.faint, 1))
        painter.drawLine(QLineF(0, round(box.bottom()) - 0.5, place.names, round(box.bottom()) - 0.5))
    painter.restore()


def _marks(one: PlanRow) -> list[str]:
    """From the right to the left."""
    marks = [one.tone.value] if one.tone is not Tone.NEUTRAL else []
    if one.pinned:
        marks.append("pin")
    if one.is_must:
        marks.append("must")
    return marks


def _paint_mark(painter: QPainter, mark: str, box: QRectF) -> None:
    shown = theme.current()
    if mark == "pin":
        paint_icon(painter, "pin", box.adjusted(1, 1, -1, -1), shown.second)
    elif mark == "must":
        painter.setPen(QPen(shown.ink, 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setFont(theme.font(11, semibold=True))
        painter.drawText(box, _CENTRE, _("Must")[0])
    else:
        paint_sign(painter, box.center(), Tone(mark), 10)


def paint_bar(painter: QPainter, place: PlanLayout, row: int, *, current: bool) -> None:
    """A bar with what is done of it; where it cannot be seen, the way to it."""
    one = place.plan.rows[row]
    bar = place.bar(row, one)
    shown, fill = theme.current(), fill_of(one.colour)
    painter.save()
    if one.done:
        painter.setOpacity(_PALE)
    painter.setPen(QPen(shown.edge, 1) if one.colour == NO_GOAL else Qt.PenStyle.NoPen)
    painter.setBrush(fill)
    painter.drawRoundedRect(bar, _RADIUS, _RADIUS)
    if one.percent > 0:
        _paint_done(painter, bar, one.percent, letters_of(fill))
    painter.restore()
    if current:
        painter.setPen(QPen(shown.ink, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(bar.adjusted(-2, -2, 2, 2), _RADIUS + 2, _RADIUS + 2)
    if not bar.intersects(place.plot):
        _paint_way(painter, place, bar)


def paint_proposed(painter: QPainter, place: PlanLayout, row: int) -> None:
    """Where a proposal has an initiative, as an outline; what it leaves out is struck through."""
    one = place.plan.rows[row]
    found = place.plan.proposed.get(one.initiative_id)
    if found is None:
        return
    bar, accent = place.bar(row, one), theme.current().accent
    start, _months = found
    painter.setBrush(Qt.BrushStyle.NoBrush)
    outline = place.outline(row, one)
    if outline is None:
        painter.setPen(QPen(theme.current().act_mark, 2))
        painter.drawLine(QLineF(bar.left() - 4, bar.center().y(), bar.right() + 4, bar.center().y()))
        return
    painter.setPen(QPen(accent, 1.6, Qt.PenStyle.SolidLine if start == one.start else Qt.PenStyle.DashLine))
    painter.drawRoundedRect(outline, _RADIUS, _RADIUS)


def _paint_way(painter: QPainter, place: PlanLayout, bar: QRectF) -> None:
    """At which side a bar is that cannot be seen."""
    back = bar.right() <= place.plot.left()
    side, depth = (place.plot.left() + 6, 6.0) if back else (place.plot.right() - 6, -6.0)
    middle = bar.center().y()
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().third)
    corners = [QPointF(side, middle), QPointF(side + depth, middle - 5), QPointF(side + depth, middle + 5)]
    painter.drawPolygon(QPolygonF(corners))


def _paint_done(painter: QPainter, bar: QRectF, percent: int, colour: QColor) -> None:
    """A strip at the lower edge, as long as the share that is done."""
    path = QPainterPath()
    path.addRoundedRect(bar, _RADIUS, _RADIUS)
    painter.setClipPath(path, Qt.ClipOperation.IntersectClip)
    pale = QColor(colour)
    pale.setAlphaF(0.62)
    done = QRectF(bar.left(), bar.bottom() - _DONE_STRIP, bar.width() * min(percent, 100) / 100, _DONE_STRIP)
    painter.fillRect(done, pale)
    painter.setClipping(False)


def paint_limits(painter: QPainter, place: PlanLayout, row: int, one: PlanRow) -> None:
    """The earliest start as a bracket, the wished end as a grey, the hard end as a red tick."""
    shown, top = theme.current(), place.top(row)
    if one.earliest is not None:
        x = place.x(place.axis.x(one.earliest))
        painter.setPen(QPen(shown.third, 1.5))
        corner = QPolygonF([QPointF(x + 4, top + 5), QPointF(x, top + 5), QPointF(x, top + place.row - 5)])
        painter.drawPolyline(corner)
        painter.drawLine(QLineF(x, top + place.row - 5, x + 4, top + place.row - 5))
    for day, colour, width in ((one.wished_end, shown.third, 1.5), (one.hard_end, shown.act_mark, 2.5)):
        if day is not None:
            x = place.x(place.axis.end_x(day))
            painter.setPen(QPen(colour, width))
            painter.drawLine(QLineF(x, top + 4, x, top + place.row - 4))


def paint_arrow(painter: QPainter, place: PlanLayout, arrow: Arrow, *, strong: bool) -> None:
    """From the end of a bar to the beginning of the one that needs it."""
    plan, shown = place.plan, theme.current()
    before, after = plan.row_of.get(arrow.before), plan.row_of.get(arrow.after)
    if before is None or after is None:
        return
    seen = place.visible_rows()
    if before not in seen and after not in seen and not strong:
        return  # a line from nowhere to nowhere says nothing
    start, end = place.bar(before, plan.rows[before]), place.bar(after, plan.rows[after])
    colour = shown.act_mark if arrow.broken else shown.ink if strong else shown.edge
    painter.setPen(QPen(colour, 2.0 if strong else 1.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    tip = QPointF(end.left() - 1, end.center().y())
    path = QPainterPath(QPointF(start.right(), start.center().y()))
    turn = start.right() + _STUB
    path.lineTo(turn, start.center().y())
    if turn > tip.x() - 4:  # it begins before the other ends: back between the rows
        between = (
            end.top() - (place.row - end.height()) / 2 if tip.y() > start.center().y() else end.bottom() + 6
        )
        path.lineTo(turn, between)
        path.lineTo(tip.x() - _STUB, between)
        path.lineTo(tip.x() - _STUB, tip.y())
    else:
        path.lineTo(turn, tip.y())
    path.lineTo(tip)
    painter.drawPath(path)
    head = QPolygonF([tip + QPointF(-5, -4), tip, tip + QPointF(-5, 4)])
    painter.drawPolyline(head)


def paint_today(painter: QPainter, place: PlanLayout) -> None:
    """The line of today through all rows."""
    x = round(place.x(place.axis.x(place.plan.today))) + 0.5
    painter.setPen(QPen(theme.current().act, 1.5))
    painter.drawLine(QLineF(x, HEADER, x, place.height))


def paint_today_word(painter: QPainter, place: PlanLayout) -> None:
    """The word at the line of today, in the header, where no bar is in its way."""
    shown = theme.current()
    x = place.x(place.axis.x(place.plan.today))
    if not place.plot.left() <= x <= place.plot.right():
        return
    painter.setFont(theme.font(11, medium=True))
    words = _("today")
    wide = QFontMetricsF(painter.font()).horizontalAdvance(words) + 6
    left = min(max(x - wide / 2, place.plot.left()), place.plot.right() - wide)
    box = QRectF(left, HEADER - 14, wide, 13)
    painter.fillRect(box, shown.card)
    painter.setPen(shown.act)
    painter.drawText(box, _CENTRE, words)
