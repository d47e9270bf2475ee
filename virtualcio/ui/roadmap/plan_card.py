"""The card of the time plan: scale, legend, plan, load on the same axis, and the chosen bar in words."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from PySide6.QtGui import QImage, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.load_columns import PoolView, pool_views
from virtualcio.actions.roadmap.month_words import span_words
from virtualcio.actions.roadmap.plan_rows import TimePlan
from virtualcio.actions.roadmap.start_words import start_words
from virtualcio.model import Initiative
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import PADDING
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.roadmap.goal_legend import GoalLegend
from virtualcio.ui.roadmap.load_chart import LoadChart, bare_days
from virtualcio.ui.roadmap.plan_chart import PlanChart
from virtualcio.ui.roadmap.plan_picture import plan_picture
from virtualcio.ui.roadmap.pool_tabs import PoolTabs
from virtualcio.ui.roadmap.scale_switch import ScaleSwitch
from virtualcio.ui.roadmap.time_axis import TimeScale

_LOAD_HEIGHT, _LOAD_LOW = 100, 54
_NARROW = 900  # px of the card


class _Drawing(QWidget):
    """Plan and load as one picture."""

    def __init__(self, chart: PlanChart) -> None:
        super().__init__()
        self._chart = chart

    def picture(self) -> QImage:
        return plan_picture(self._chart.plan, self._chart.scale, _("Time plan"))


class PlanCard(PictureCard):
    """Shows; what is changed is said by the signals of `chart` and by `add_pool`."""

    def __init__(
        self,
        company: OpenCompany,
        plan: TimePlan,
        choose_scale: Callable[[TimeScale], object],
        add_pool: Callable[[], object],
        turn_details: Callable[[], object],
    ) -> None:
        self.chart = PlanChart(plan)
        drawing = _Drawing(self.chart)
        super().__init__(_("Time plan"), drawing, drawing, " ")
        self._company = company
        self._views: Sequence[PoolView] = ()
        self._before: Sequence[PoolView] = ()  # today's, while the others are those of a proposal
        self._pool, self._load_wanted = "", True
        self.why_proposed: Callable[[str], str] = lambda _key: ""  # of a proposal that is compared
        self.scale = ScaleSwitch(choose_scale)
        self.legend = GoalLegend()
        self.pools = PoolTabs(self.show_pool)
        self.load = LoadChart("")
        self.no_pool = QWidget()
        self.words = ElidedLabel(ink="second", size=12)
        name = _("Show or hide the details")
        self.details = Button("", turn_details, quiet=True, icon="panel-right", name=name)
        self._build(drawing, add_pool)
        self.chart.view_changed.connect(self._follow_axis)
        self.chart.selected.connect(lambda _key: self.show_current())

    def _build(self, drawing: QWidget, add_pool: Callable[[], object]) -> None:
        self.title_label.hide()
        self.note_label.hide()
        self.header.insertWidget(0, self.scale)
        self.header.insertWidget(1, self.legend, 100)
        self.header.insertWidget(self.header.count() - 1, self.details)
        line = QHBoxLayout(self.no_pool)
        line.setContentsMargins(4, 0, 0, 0)
        line.addWidget(Label(_("Without capacity no load:"), ink="second", size=12))
        line.addWidget(Button(_("Enter capacity"), add_pool))
        line.addStretch(1)
        self._below = below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setSpacing(4)
        below.addWidget(self.words, 1)
        below.addWidget(self.pools)
        column = self._column = QVBoxLayout(drawing)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addWidget(self.chart, 1)
        column.addWidget(self.load)
        column.addWidget(self.no_pool)
        column.addLayout(below)

    def show_plan(self, plan: TimePlan) -> None:
        """The roadmap as it is now, with the load of its people."""
        self.chart.show_plan(plan)
        self.legend.show_plan(plan)
        self.show_views(pool_views(self._company))
        self.show_current()

    def show_table(self, plan: TimePlan) -> None:
        """The table behind the picture; it may follow when the bars are painted."""
        self.show_numbers(table_of_plan(plan))

    def show_scale(self, scale: TimeScale) -> None:
        self.scale.show_scale(scale)
        self.chart.show_scale(scale)

    # --- the load ------------------------------------------------------------------------

    def show_views(self, views: Sequence[PoolView], before: Sequence[PoolView] = ()) -> None:
        """The load of the pools, as it is or as it would be; of a proposal with today's load beside it."""
        self._views, self._before = views, before
        if self._pool not in [view.pool_id for view in views]:
            self._pool = views[0].pool_id if views else ""
        self.no_pool.setVisible(not views)
        self.show_pool(self._pool)
        self.show_load(self._load_wanted)  # last: choosing a pool shows the row of pools

    def show_load(self, wanted: bool) -> None:
        """With the load, or without it where the place is needed for more rows of the plan."""
        self._load_wanted = wanted
        self.load.setVisible(wanted and bool(self._views))
        self.pools.setVisible(wanted)

    def show_pool(self, key: str) -> None:
        """Another pool below the plan."""
        self._pool = key
        self.pools.show_pools(self._views, key)
        view = next((one for one in self._views if one.pool_id == key), None)
        if view is not None:
            self.load.show_words(_("Load: {pool}").format(pool=view.name), self._limits(view))
        self._show_view(view)
        self._follow_axis()

    def _show_view(self, view: PoolView | None) -> None:
        before = None
        if view is not None:
            before = next((one for one in self._before if one.pool_id == view.pool_id), None)
        self.load.show_view(view, self.chart.current, before)

    @property
    def pool(self) -> str:
        """Key of the pool whose load is shown."""
        return self._pool

    def _limits(self, view: PoolView) -> tuple[str, ...]:
        """'12,5 Personentage im Monat frei' and 'höchstens 3 Vorhaben gleichzeitig'."""
        most = self._company.results.assumptions.parallel_initiatives
        free = _("{days} person-days free a month").format(days=bare_days(view.usual))
        if self._before:
            return free, _("columns: proposal, strokes: today")
        return (
            free,
            translate_count(
                "at most {count} initiative at a time", "at most {count} initiatives at a time", most
            ),
        )

    def _follow_axis(self) -> None:
        shown = self.chart.layout_now
        self.load.show_axis(shown.axis, shown.names, shown.across, shown.width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow window puts the pools below the words."""
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        narrow = self.width() < _NARROW
        if (self._below.direction() is down) is not narrow:
            self._below.setDirection(down if narrow else across)

    def show_low(self, low: bool, *, flat: bool = False) -> None:
        """In a low window the rows are lower, the load flatter, and all of it stands closer together. `flat`:
        only the load is flatter.
        """
        padding = 10 if low else PADDING
        whole = self.layout()
        assert whole is not None  # a card has its layout
        whole.setContentsMargins(PADDING, padding, PADDING, padding)
        whole.setSpacing(4 if low else 12)
        self._column.setSpacing(2 if low else 6)
        self.load.setFixedHeight(_LOAD_LOW if low or flat else _LOAD_HEIGHT)
        self.chart.show_low(low)

    # --- the chosen bar --------------------------------------------------------------------

    def show_current(self) -> None:
        """What it is, when, and why it does not begin earlier."""
        row = self.chart.current_row
        words = _(
            "Drag a bar, or choose it and press ← → to move it, Shift and ← → to shorten or lengthen it."
        )
        if self.chart.plan.proposed:
            words = _("Dashed: the proposal. Pale: today's plan. Choose a bar to see why it is not earlier.")
        if row is not None:
            initiative = self._company.data.get(Initiative, row.initiative_id)
            why = start_words(self._company, initiative) if initiative is not None else ""
            span = span_words(row.start, row.months)
            words = f"{span}: {why}" if why else f"{row.name}: {span}"
            proposed = self.why_proposed(row.initiative_id)
            words = _("In the proposal {words}").format(words=proposed) if proposed else words
        self.words.setText(words)
        self._show_view(self.load.view)


def table_of_plan(plan: TimePlan) -> ChartTable:
    """The time plan as a table: every bar with its months."""
    header = (
        _("Initiative"), _("First month"), _("Last month"), _("Months"), _("Done"), _("Goal"),
    )  # fmt: skip
    rows = tuple(
        (
            row.name,
            formats.month(row.start),
            formats.month(row.last_month),
            formats.number(row.months),
            formats.percent(Decimal(row.percent)),
            row.goal or formats.NO_VALUE,
        )
        for row in plan.rows
    )
    return ChartTable(header, rows)
