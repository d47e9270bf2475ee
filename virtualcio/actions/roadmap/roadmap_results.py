"""What follows from the plan: who is busy when, what conflicts, and which remedies come when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio.actions.inventory.inventory_results import Dated
from virtualcio.actions.priorities.priority_results import PriorityResults
from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.inventory.backlog_curves import BacklogCurves, Row, backlog_row, sum_rows
from virtualcio.analysis.inventory.remedies import remedy_of, remedy_value
from virtualcio.analysis.priorities.ranking import Ranking
from virtualcio.analysis.roadmap.bars import Roadmap
from virtualcio.analysis.roadmap.conflict import Conflict
from virtualcio.analysis.roadmap.holds_back import HoldsBack
from virtualcio.analysis.roadmap.loads import PoolLoad, YearMoney, pool_loads
from virtualcio.analysis.roadmap.main_goals import main_goals
from virtualcio.analysis.roadmap.plan import Plan, Standing
from virtualcio.analysis.roadmap.plan_figures import PlanFigures
from virtualcio.analysis.roadmap.plan_of import plan_of
from virtualcio.analysis.roadmap.remedied import remedied_on
from virtualcio.model import (
    Application,
    Asset,
    Company,
    Goal,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    PoolException,
    ProductSupport,
    ResourcePool,
    ServiceLife,
    Setting,
)

_TIMED = (
    Initiative, InitiativeDependency, InitiativeEffort, ResourcePool, PoolException, Setting, Company,
)  # fmt: skip
_REMEDIES = (Initiative, InitiativeAsset, InitiativeApplication)
_VALUED = (Asset, Application, ProductSupport, ServiceLife, Setting)


class RoadmapResults(PriorityResults):
    """The roadmap's part of `Results`."""

    # --- the plan -------------------------------------------------------------------------

    @property
    def plan(self) -> Plan:
        """The plan in whole numbers, as all of the roadmap's rules read it."""
        return self.plan_figures.plan

    @property
    def plan_figures(self) -> PlanFigures:
        """All that follows from the plan; made anew when the plan or the ranking changes."""
        ranking = self.ranking
        known = self.kept.whole("plans", _TIMED, list[tuple[Ranking, PlanFigures]])
        if not known or known[-1][0] is not ranking:
            standing = {
                one.initiative_id: Standing(one.is_must, one.benefit)
                for one in (*ranking.must, *ranking.ranked)
            }
            plan = plan_of(self.data, self.today, self.assumptions, standing, ranking.circles)
            known[:] = [(ranking, PlanFigures(plan))]
            self.kept.made["plan"] += 1
        return known[-1][1]

    @property
    def roadmap(self) -> Roadmap:
        """The bars of the time plan, and what has no start yet."""
        figures = self.plan_figures
        goals = self.kept.whole(
            "main_goals",
            (Goal, InitiativeGoal, Initiative),
            lambda: main_goals(self.data, self.goal_weights),
        )
        return figures.roadmap(goals)

    @property
    def pool_loads(self) -> Sequence[PoolLoad]:
        """Person-days of every pool by month."""
        return self.plan_figures.pool_loads

    def pool_loads_with(self, initiative: Initiative, start: date, months: int) -> Sequence[PoolLoad]:
        """As `pool_loads`, with one initiative at another place: what a drag shows before it is dropped."""
        return pool_loads(self.plan.with_place(initiative.id, start, months))

    @property
    def parallel(self) -> Sequence[int]:
        """How many initiatives are worked on in each month."""
        return self.plan_figures.parallel

    @property
    def yearly_money(self) -> Sequence[YearMoney]:
        """What is planned costs in each fiscal year, beside the limit."""
        return self.plan_figures.yearly_money

    @property
    def conflicts(self) -> Sequence[Conflict]:
        """What does not fit, most urgent first, with the move that mends it where there is one."""
        return self.plan_figures.conflicts

    def holds_back(self, initiative: Initiative) -> HoldsBack | None:
        """Why it does not start a month earlier; None if it could, or is not on the roadmap."""
        return self.plan_figures.holds_back(initiative.id)

    # --- remedies through initiatives ---------------------------------------------------------

    @property
    def remedied_on(self) -> Mapping[str, date]:
        """Assets and applications that the plan puts right, by key, with the day."""
        kinds = (*_TIMED, *_REMEDIES)
        return self.kept.whole("remedied_on", kinds, lambda: remedied_on(self.data, self.plan, self.today))

    @property
    def curves(self) -> BacklogCurves:
        """How the backlog goes on, by quarter ends; with the roadmap where it puts something right."""
        return self.kept.whole(
            "curves_with_roadmap", (*_VALUED, *_TIMED, *_REMEDIES), self._curves_with_roadmap
        )

    def _curves_with_roadmap(self) -> BacklogCurves:
        """Only what is remedied differs from doing nothing: its old row is taken out, its new one put in."""
        curves = super().curves
        if not self.remedied_on:
            return curves
        count, percent, parts = len(curves.days), self.assumptions.price_increase_percent, self._curve_parts
        rows = self.kept.whole("remedied_rows", _VALUED, dict[tuple[str, date], Row])  # a drag changes few
        for record, day in self._remedied():
            if (record.id, day) not in rows:
                due, remedy = self.due(record), self.remedy(record)
                rows[record.id, day] = backlog_row(record, due, remedy, curves.days, percent, day)
        before = sum_rows((parts[key][0] for key in self.remedied_on), count)
        after = sum_rows((rows[place] for place in self.remedied_on.items()), count)
        columns = zip(curves.doing_nothing, before, after, strict=True)
        return replace(curves, with_roadmap=tuple(all_of - out + new for all_of, out, new in columns))

    @property
    def planned_by_year(self) -> Mapping[int, Decimal]:
        """Remedy values by the fiscal year in which the plan puts things right: beside the wave.

        Each at the price of its day; what is retired by then or has no value adds nothing.
        """
        kinds = (*_VALUED, *_TIMED, *_REMEDIES)
        return self.kept.whole("planned_by_year", kinds, self._planned_by_year)

    def _planned_by_year(self) -> Mapping[int, Decimal]:
        percent, start_month = self.assumptions.price_increase_percent, self.plan.fiscal_start
        values = self.kept.whole("remedied_values", _VALUED, dict[tuple[str, date], Decimal])
        years: dict[int, Decimal] = {}
        for record, day in self._remedied():
            due = self.due(record)
            if not due.in_use_on(day):
                continue
            if (record.id, day) not in values:
                kind = remedy_of(record, self.tables, due, day).kind
                values[record.id, day] = remedy_value(record, kind, day, percent).amount or ZERO
            year = fiscal_year_of(day, start_month)
            years[year] = years.get(year, ZERO) + values[record.id, day]
        return dict(sorted(years.items()))

    def _remedied(self) -> Iterator[tuple[Dated, date]]:
        """Each thing that the plan puts right, with its day."""
        for key, day in self.remedied_on.items():
            record = self.data.get(Asset, key) or self.data.get(Application, key)
            if record is not None:
                yield record, day
