"""The overview: how it stands, what falls due when, what comes next."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.finding_words import action_of
from virtualcio.actions.greeting import greeting
from virtualcio.actions.key_figure import Way
from virtualcio.actions.key_figures import KeyFigure, key_figures
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _
from virtualcio.ui.common.chart_card import ChartCard
from virtualcio.ui.common.key_figure import KeyFigureCard
from virtualcio.ui.common.page import PageTab
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.staged_page import StagedPage
from virtualcio.ui.overview.backlog_over_time import BacklogOverTime
from virtualcio.ui.overview.derivation_popover import DerivationPopover
from virtualcio.ui.overview.empty_overview import EmptyOverview
from virtualcio.ui.overview.kpi_card import KpiProgressCard
from virtualcio.ui.overview.next_steps_card import NextStepsCard
from virtualcio.ui.overview.overview_charts import CHARTS, Chart

_GAP = 16
_SIDE = 24
_COLUMNS = (42, 16, 42)  # the first chart takes two of them, the second one
_NARROW = 940  # px of the page below which two cards do not fit side by side
TODAY, BACKLOG = "today", "backlog"


class OverviewPage(StagedPage):
    """Key figures, charts and next steps; a second tab shows the backlog on any day."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.figures: list[KeyFigureCard] = []
        self.charts = {one.key: ChartCard(one.draw(_(one.title), _(one.empty))) for one in CHARTS}
        self.next_steps = NextStepsCard(self.on_act, lambda: shell.go("checks"))
        self.kpis = KpiProgressCard(self.on_kpi)
        self.empty = EmptyOverview(shell)
        self.backlog_over_time: BacklogOverTime | None = None
        self._figures: Sequence[KeyFigure] = ()
        self._tab = TODAY
        self._title = ""
        self._figure_row = QGridLayout()
        self._cards = QGridLayout()
        self._narrow = False
        self._stack = QStackedWidget()
        self._scroll = ScrollColumn()
        self._build()
        for one in CHARTS:
            self.charts[one.key].chart.opened.connect(partial(self.on_value_opened, one))

    def _build(self) -> None:
        self._figure_row.setSpacing(_GAP)
        self._cards.setSpacing(_GAP)
        for row in range(len(CHARTS)):
            self._cards.setRowStretch(row, 4 if row else 5)
        self._arrange(narrow=False)
        self._scroll.column.setContentsMargins(_SIDE, _SIDE - 4, _SIDE, _SIDE - 4)
        self._scroll.column.setSpacing(_GAP)
        self._scroll.column.addLayout(self._figure_row)
        self._scroll.column.addLayout(self._cards, 1)
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.empty)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        if narrow != self._narrow:
            self._arrange(narrow=narrow)

    def _arrange(self, *, narrow: bool) -> None:
        """What comes next stands beside the first chart, the KPIs beside the second; in a narrow window all
        stand below each other.
        """
        self._narrow = narrow
        charts: list[QWidget] = list(self.charts.values())
        for card in (*charts, self.kpis, self.next_steps):
            self._cards.removeWidget(card)
        beside: list[QWidget] = [self.next_steps, self.kpis]
        columns = len(_COLUMNS)
        for row, card in enumerate([*charts, self.kpis, self.next_steps] if narrow else charts):
            alone = narrow or row >= len(beside)
            span = columns if alone else columns - 1 - row
            self._cards.addWidget(card, row, 0, 1, span)
            if not alone:
                self._cards.addWidget(beside[row], row, span, 1, columns - span)
        for column, stretch in enumerate(_COLUMNS):
            self._cards.setColumnStretch(column, stretch)

    # --- what the window asks --------------------------------------------------------

    def header_title(self) -> str:
        return self._title

    def header_question(self) -> str:
        return _("As of {day}").format(day=formats.long_day(self.company.today))

    def tabs(self) -> Sequence[PageTab]:
        if self.company.is_empty:
            return ()
        return (PageTab(TODAY, _("Today")), PageTab(BACKLOG, _("Backlog over time")))

    def current_tab(self) -> str:
        return self._tab

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        self._tab = BACKLOG if tab == BACKLOG and not self.company.is_empty else TODAY
        self._show_tab()

    def steps(self) -> Sequence[Callable[[], object]]:
        if self.company.is_empty:
            self._tab = TODAY
            return (self._show_tab, self._greet)
        charts = [partial(self._show_chart, one) for one in CHARTS]
        return (
            self._show_tab,
            self._show_figures,
            *charts,
            self._show_findings,
            self._show_kpis,
            self._greet,
        )

    # --- inside ----------------------------------------------------------------------

    def _show_figures(self) -> None:
        self._figures = key_figures(self.company)
        while len(self.figures) < len(self._figures):
            index = len(self.figures)
            card = KeyFigureCard("", "")
            card.clicked.connect(lambda index=index: self.on_figure(index))
            self._figure_row.addWidget(card, 0, index)
            self._figure_row.setColumnStretch(index, 1)
            self.figures.append(card)
        for card, figure in zip(self.figures, self._figures, strict=True):
            card.set(figure.title, figure.value, figure.details, figure.tone)

    def _show_chart(self, one: Chart) -> None:
        self.charts[one.key].show_data(one.data(self.company), _(one.note))

    def _show_findings(self) -> None:
        self.next_steps.show_findings(self.company)

    def _show_kpis(self) -> None:
        self.kpis.show_company(self.company)

    def _greet(self) -> None:
        self._title = _("Welcome to VirtualCIO") if self.company.is_empty else greeting(self.company)
        self.header_changed.emit()

    def _show_tab(self) -> None:
        if self.company.is_empty:
            self.empty.show_company(self.shell)
            self._stack.setCurrentWidget(self.empty)
        elif self._tab == BACKLOG:
            self._show_backlog_over_time()
        else:
            self._stack.setCurrentWidget(self._scroll)

    def _show_backlog_over_time(self) -> None:
        if self.backlog_over_time is None:
            self.backlog_over_time = BacklogOverTime(self.shell)
            self._stack.addWidget(self.backlog_over_time)
        self.backlog_over_time.show_company(self.company)
        self._stack.setCurrentWidget(self.backlog_over_time)

    def on_figure(self, index: int) -> None:
        """Open how the figure comes about."""
        DerivationPopover(self, self._figures[index], self.on_way).open_at(self.figures[index])

    def on_way(self, way: Way) -> None:
        """From a figure to the page on which it is at home."""
        self.shell.go(way.page, tab=way.tab, chip=way.chip)

    def on_act(self, finding: Finding) -> None:
        action = action_of(self.company, finding)
        self.shell.go(action.page, action.tab, action.record, action.chip, action.column)

    def on_kpi(self, key: str) -> None:
        """A KPI is shown on the card of its goal."""
        self.shell.go("goals", "goals", key)

    def on_value_opened(self, one: Chart, index: int) -> None:
        """A value of a chart leads to what is behind it."""
        target = one.target(self.company, index)
        self.shell.go(target.page, tab=target.tab, chip=target.chip)
