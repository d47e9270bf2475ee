"""The time plan to look at: scrolled, at three scales, one of its bars chosen."""

from datetime import date

from PySide6.QtCore import QPointF, QSize, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent, QFocusEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

from virtualcio.actions.roadmap.plan_rows import PlanRow, TimePlan
from virtualcio.texts import _
from virtualcio.ui.roadmap.bar_words import bar_words
from virtualcio.ui.roadmap.plan_drag import Place
from virtualcio.ui.roadmap.plan_layout import HEADER, LOW_ROW, ROW, PlanLayout
from virtualcio.ui.roadmap.plan_picture import paint_plan
from virtualcio.ui.roadmap.time_axis import TimeScale, axis_for
from virtualcio.ui.shell import theme

_NAMES_SHARE, _NAMES_LEAST, _NAMES_MOST = 0.24, 176.0, 260.0
_FEWEST_ROWS = 4


class PlanView(QAbstractScrollArea):
    """Shows a plan and the place where something would be that is being dragged."""

    selected = Signal(str)  # key of an initiative, "" if none
    view_changed = Signal()  # another part or scale of the time

    def __init__(self, plan: TimePlan) -> None:
        super().__init__()
        self._plan, self._scale = plan, TimeScale.QUARTERS
        self._key = ""
        self._ghost: Place | None = None
        self._shown_today = False
        self._row = ROW
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(_("Time plan"))
        self.viewport().setMouseTracking(True)
        self.viewport().setAutoFillBackground(False)
        self.horizontalScrollBar().valueChanged.connect(self.view_changed)
        self.verticalScrollBar().setSingleStep(int(ROW))
        self.setCornerWidget(QWidget())

    # --- what is shown -------------------------------------------------------------------

    @property
    def plan(self) -> TimePlan:
        return self._plan

    @property
    def scale(self) -> TimeScale:
        return self._scale

    @property
    def names(self) -> float:
        """Width of the names at the left."""
        return min(max(self.viewport().width() * _NAMES_SHARE, _NAMES_LEAST), _NAMES_MOST)

    @property
    def layout_now(self) -> PlanLayout:
        """Where everything is at the moment."""
        size = self.viewport().size()
        names = self.names
        axis = axis_for(self._plan.first, self._plan.months, self._scale, size.width() - names)
        across, down = self.horizontalScrollBar().value(), self.verticalScrollBar().value()
        return PlanLayout(self._plan, axis, names, across, down, size.width(), size.height(), self._row)

    def show_plan(self, plan: TimePlan) -> None:
        """Another plan; what was chosen stays chosen, if it is there."""
        first = self._plan.first
        self._plan = plan
        self._ghost = None
        if self._key not in plan.row_of:
            self._key = ""
        self._fit()
        if plan.first != first:
            self._show_today()
        self._say_current()
        self.viewport().update()
        self.view_changed.emit()

    def show_scale(self, scale: TimeScale) -> None:
        """Months, quarters or years; the month at the left stays there, and the chosen bar in sight."""
        if scale is self._scale:
            return
        before = self.layout_now
        first = before.axis.nearest(before.across)
        self._scale = scale
        self._fit()
        self.horizontalScrollBar().setValue(round(self.layout_now.axis.x(first)))
        if self._key:
            self._bring_into_sight(self._plan.row_of[self._key])
        self.viewport().update()
        self.view_changed.emit()

    @property
    def hint(self) -> str:
        """What to do with a plan that has no bar yet; "" if it has one."""
        if self._plan.rows:
            return ""
        return _("Nothing is planned yet. Drag an initiative in from below, or press it to choose its month.")

    def show_ghost(self, place: Place | None) -> None:
        """Where an initiative would be if it were let go now."""
        self._ghost = place
        self.viewport().update()

    def month_under(self, at: QPointF) -> date | None:
        """The month at a place of the viewport, if it is within the plot."""
        shown = self.layout_now
        return shown.axis.month_at(shown.on_axis(at.x())) if shown.plot.contains(at) else None

    def show_low(self, low: bool) -> None:
        """Lower rows, so that a low window shows more of them."""
        self._row = LOW_ROW if low else ROW
        self._fit()
        self.viewport().update()

    def _fit(self) -> None:
        shown = self.layout_now
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        across.setRange(0, max(0, round(shown.axis.width - shown.plot.width())))
        across.setPageStep(max(1, round(shown.plot.width())))
        across.setSingleStep(max(1, round(shown.axis.month)))
        down.setRange(0, max(0, round(len(self._plan.rows) * self._row - shown.plot.height())))
        down.setPageStep(max(1, round(shown.plot.height())))

    def _show_today(self) -> None:
        shown = self.layout_now
        x = shown.axis.x(self._plan.today)
        self.horizontalScrollBar().setValue(round(max(0.0, x - 3 * shown.axis.month)))

    # --- what is chosen ------------------------------------------------------------------

    @property
    def current(self) -> str:
        """Key of the chosen initiative, "" if there is none."""
        return self._key

    @property
    def current_row(self) -> PlanRow | None:
        return self._plan.find(self._key)

    def choose(self, key: str, *, scroll: bool = True) -> None:
        """Choose a bar and bring it into sight; an unknown key chooses none."""
        key = key if key in self._plan.row_of else ""
        changed = key != self._key
        self._key = key
        if key and scroll:
            self._bring_into_sight(self._plan.row_of[key])
        self._say_current()
        self.viewport().update()
        if changed:
            self.selected.emit(key)

    def _bring_into_sight(self, row: int) -> None:
        shown = self.layout_now
        bar = shown.bar(row, self._plan.rows[row])
        across, down = self.horizontalScrollBar(), self.verticalScrollBar()
        if bar.left() < shown.plot.left() or bar.left() > shown.plot.right() - 2 * shown.axis.month:
            across.setValue(round(shown.axis.x(self._plan.rows[row].start) - 3 * shown.axis.month))
        top = round(row * self._row)
        if top < down.value():
            down.setValue(top)
        elif top + self._row > down.value() + shown.plot.height():
            down.setValue(round(top + self._row - shown.plot.height()))

    def _say_current(self) -> None:
        row = self.current_row
        self.setAccessibleDescription(self.hint if row is None else bar_words(row))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- painting ------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        if not self._shown_today:
            self._shown_today = True
            self._show_today()
        self.view_changed.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        paint_plan(painter, self.layout_now, self._key, self._ghost, focus=self.hasFocus())
        if self.hint and self._ghost is None:
            painter.setPen(theme.current().second)
            painter.setFont(theme.font(13))
            words = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
            painter.drawText(self.layout_now.plot.adjusted(24, 0, -24, 0), words, self.hint)

    def scrollContentsBy(self, _across: int, _down: int) -> None:
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_mouse = event.reason() is Qt.FocusReason.MouseFocusReason  # it says itself which one
        if not self._key and self._plan.rows and not by_mouse:
            self.choose(self._plan.rows[0].initiative_id)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def sizeHint(self) -> QSize:
        return QSize(700, int(HEADER + self._row * max(_FEWEST_ROWS, len(self._plan.rows))) + 14)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, int(HEADER + self._row * _FEWEST_ROWS))
