"""The time plan to change: bars are moved, stretched and chosen, by mouse and by keys."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QWheelEvent
from PySide6.QtWidgets import QApplication, QToolTip

from virtualcio.actions.roadmap.plan_rows import PlanRow, TimePlan
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.roadmap.plan import MOST_MONTHS
from virtualcio.ui.roadmap.bar_words import bar_words
from virtualcio.ui.roadmap.plan_drag import Drag, Place, take
from virtualcio.ui.roadmap.plan_layout import Grip
from virtualcio.ui.roadmap.plan_view import PlanView
from virtualcio.ui.roadmap.time_axis import TimeScale

_SCALES = tuple(TimeScale)
_EDGE = 28  # px at the sides of the plot where dragging scrolls


class PlanChart(PlanView):
    """What is moved or stretched is said by signals; the file is changed by who hears them."""

    details_wanted = Signal(str)
    moved = Signal(str, object)  # key, first day of the month
    stretched = Signal(str, int)  # key, months
    pin_turned = Signal(str)
    taken_off = Signal(str)
    dragging = Signal(object)  # Place, or None when let go
    scale_chosen = Signal(object)  # TimeScale, by Ctrl and the wheel

    def __init__(self, plan: TimePlan) -> None:
        super().__init__(plan)
        self._drag: Drag | None = None

    def show_plan(self, plan: TimePlan) -> None:
        self._drag = None
        super().show_plan(plan)

    # --- keys ----------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if key == Qt.Key.Key_Escape and self.cancel_drag():
            return
        rows, at = self._plan.rows, self._plan.row_of.get(self._key)
        steps = {
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Home: -len(rows),
            Qt.Key.Key_End: len(rows),
        }
        if key in steps and rows:
            start = at if at is not None else (-1 if steps[key] > 0 else len(rows))
            self.choose(rows[min(max(start + steps[key], 0), len(rows) - 1)].initiative_id)
        elif at is None or not self._change_by_key(rows[at], key, shift):
            super().keyPressEvent(event)

    def _change_by_key(self, row: PlanRow, key: Qt.Key, shift: bool) -> bool:
        """What a key does to the chosen bar; False if it does nothing."""
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(key)
        if by is not None and shift:
            months = min(max(row.months + by, 1), MOST_MONTHS)
            if months != row.months:
                self.stretched.emit(row.initiative_id, months)
        elif by is not None:
            self.moved.emit(row.initiative_id, add_months(row.start, by))
        elif key == Qt.Key.Key_P:
            self.pin_turned.emit(row.initiative_id)
        elif key == Qt.Key.Key_Delete:
            self.taken_off.emit(row.initiative_id)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.details_wanted.emit(row.initiative_id)
        else:
            return False
        return True

    # --- mouse ---------------------------------------------------------------------------

    @property
    def drag(self) -> Drag | None:
        """What is being dragged."""
        return self._drag

    def cancel_drag(self) -> bool:
        """Put the bar back where it was; False if none is dragged."""
        if self._drag is None:
            return False
        self._drag = None
        self._show_drag(None)
        return True

    def _show_drag(self, place: Place | None) -> None:
        self.show_ghost(place)
        self.dragging.emit(place)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        shown, at = self.layout_now, event.position()
        row = shown.row_at(at.y())
        if event.button() is not Qt.MouseButton.LeftButton or row is None:
            return
        one = self._plan.rows[row]
        found = shown.grip_at(at)
        self.choose(one.initiative_id, scroll=found is None)
        if found is not None and not one.done and not one.new:
            self._drag = take(one, found[1], shown.on_axis(at.x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shown, at = self.layout_now, event.position()
        if self._drag is None:
            self._show_cursor(shown.grip_at(at))
            return
        on_axis = shown.on_axis(at.x())
        if not self._drag.begun and abs(on_axis - self._drag.taken) < QApplication.startDragDistance():
            return
        if at.x() > shown.plot.right() - _EDGE or at.x() < shown.plot.left() + _EDGE:
            across = self.horizontalScrollBar()
            side = 1 if at.x() > shown.plot.center().x() else -1
            across.setValue(across.value() + side * round(shown.axis.month / 2))
            on_axis = self.layout_now.on_axis(at.x())
        before = self._drag
        self._drag = before.to(on_axis, shown.axis)
        if self._drag.place != before.place or not before.begun:
            self._show_drag(self._drag.place)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, self._drag = self._drag, None
        if drag is None or event.button() is not Qt.MouseButton.LeftButton:
            return
        self._show_drag(None)
        if not drag.changed:
            return
        if drag.grip is Grip.STRETCH:
            self.stretched.emit(drag.row.initiative_id, drag.place.months)
        else:
            self.moved.emit(drag.row.initiative_id, drag.place.start)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        row = self.layout_now.row_at(event.position().y())
        if row is not None:
            self.details_wanted.emit(self._plan.rows[row].initiative_id)

    def _show_cursor(self, found: tuple[int, Grip] | None) -> None:
        shape = Qt.CursorShape.ArrowCursor
        if found is not None and not (self._plan.rows[found[0]].done or self._plan.rows[found[0]].new):
            stretch = found[1] is Grip.STRETCH
            shape = Qt.CursorShape.SizeHorCursor if stretch else Qt.CursorShape.OpenHandCursor
        self.viewport().setCursor(shape)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """With Ctrl another scale, with Shift (or a sideways wheel) along the time, else along the rows."""
        down = event.angleDelta().y()
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = _SCALES.index(self._scale) + (-1 if down > 0 else 1)
            if down and 0 <= at < len(_SCALES):
                self.scale_chosen.emit(_SCALES[at])
            event.accept()
            return
        super().wheelEvent(event)

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QHelpEvent) and event.type() is QEvent.Type.ToolTip:
            row = self.layout_now.row_at(event.pos().y())
            words = "" if row is None or self._drag else bar_words(self._plan.rows[row], lines=True)
            QToolTip.showText(event.globalPos(), words, self.viewport())
            return True
        return super().viewportEvent(event)
