"""What follows from goals, KPIs and their values: weights, progress, forecasts, capabilities, maturity."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

from virtualcio.actions.inventory.security_results import SecurityResults
from virtualcio.analysis.goals.capability_state import CapabilityState, capability_state
from virtualcio.analysis.goals.computed_kpis import (
    contracts_tracked,
    growth_share,
    overdue_share,
    unsupported_under_critical,
)
from virtualcio.analysis.goals.goal_state import GoalState, goal_state
from virtualcio.analysis.goals.goal_weights import normalised_weights, open_goals, sum_of_weights
from virtualcio.analysis.goals.kpi_progress import COMPUTED_SOURCES, KpiState, kpi_state
from virtualcio.analysis.goals.kpi_series import Point, Series, read_series
from virtualcio.analysis.goals.maturity import MaturityGrid, maturity_grid
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    Capability,
    DataDomain,
    Department,
    Goal,
    GoalDepartment,
    Interface,
    Kpi,
    KpiMilestone,
    MaturityRating,
    Measurement,
    ProductSupport,
    Record,
    ServiceLife,
)
from virtualcio.model.goals import KpiSource


class GoalResults(SecurityResults):
    """The goals' part of `Results`."""

    # --- weights --------------------------------------------------------------------------

    @property
    def open_goals(self) -> Sequence[Goal]:
        """Goals that are neither reached nor given up."""
        return self.kept.whole("open_goals", (Goal,), lambda: open_goals(self.data, self.today))

    @property
    def goal_weights(self) -> Mapping[str, Fraction]:
        """The share of each open goal, by key; together 1."""
        return self.kept.whole("goal_weights", (Goal,), lambda: normalised_weights(self.open_goals))

    @property
    def weights_total(self) -> Decimal:
        """The weights of open goals in percent as typed, added up: 100 where they are divided up well."""
        return self.kept.whole("weights_total", (Goal,), lambda: sum_of_weights(self.open_goals))

    # --- KPIs -----------------------------------------------------------------------------

    @property
    def kpi_states(self) -> Mapping[str, KpiState]:
        """Status, progress and forecast of all KPIs, by key."""
        return self.kept.whole("kpi_states", RECORD_KINDS, self._kpi_states)

    def _kpi_states(self) -> Mapping[str, KpiState]:
        rows: dict[type[Record], str] = {Measurement: "kpi_id", KpiMilestone: "kpi_id"}
        states = self.kept.each_with_rows("measured_kpis", Kpi, rows, self._measured_state)
        computed = [kpi for kpi in self.data.all(Kpi) if kpi.source in COMPUTED_SOURCES]
        return {**states, **{kpi.id: self._state(kpi, self._with_todays_value(kpi)) for kpi in computed}}

    def _measured_state(self, kpi: Kpi) -> KpiState:
        return self._state(kpi, self._measured(kpi))

    def _state(self, kpi: Kpi, series: Series) -> KpiState:
        milestones = self.data.where(KpiMilestone, "kpi_id", kpi.id)
        return kpi_state(kpi, series, milestones, self.today)

    def _measured(self, kpi: Kpi) -> Series:
        return read_series(self.data.where(Measurement, "kpi_id", kpi.id), self.today)

    def _with_todays_value(self, kpi: Kpi) -> Series:
        """What was recorded up to yesterday, and what follows from the file today."""
        series, value = self._measured(kpi), self.computed_value(kpi)
        if value is None:
            return series
        earlier = tuple(point for point in series.points if point.day < self.today)
        return replace(series, points=(*earlier, Point(self.today, value)))

    def kpi_state(self, kpi: Kpi) -> KpiState:
        return self.kpi_states[kpi.id]

    def kpi_series(self, kpi: Kpi) -> tuple[Point, ...]:
        """The values up to today that count, oldest first; of a computed KPI with today's value."""
        computed = kpi.source in COMPUTED_SOURCES
        return (self._with_todays_value(kpi) if computed else self._measured(kpi)).points

    def computed_value(self, kpi: Kpi) -> Decimal | None:
        """What follows from the file today, in the unit of the KPI's source (€, percent or a count).

        None for a KPI that is measured, and where there is nothing to compute it from.
        """
        match kpi.source:
            case KpiSource.BACKLOG:
                return self.backlog.total if self.backlog.in_use else None
            case KpiSource.OVERDUE_SHARE:
                return overdue_share(self.backlog)
            case KpiSource.UNSUPPORTED_CRITICAL:
                found = unsupported_under_critical(self.data, self.dues, self.today)
                return found if self.backlog.in_use else None
            case KpiSource.GROWTH_SHARE:
                return growth_share(self.data, self.today)
            case KpiSource.CONTRACTS_TRACKED:
                return contracts_tracked(self.all_contract_dates.values())
            case KpiSource.SECURITY_SCORE:
                score = self.security
                return Decimal(score.points) if score.answered else None
            case KpiSource.MEASURED | KpiSource.PROMOTERS:
                return None

    # --- capabilities, maturity, goals ------------------------------------------------------

    @property
    def capability_states(self) -> Mapping[str, CapabilityState]:
        """What is there, weak or missing, by key."""

        def made(capability: Capability) -> CapabilityState:
            return capability_state(
                self.data, capability, self.today, lambda application: self.due(application).support_end
            )

        others = (DataDomain, Application, Interface, ProductSupport, ServiceLife)
        return self.kept.each("capability_states", (Capability,), others, made)

    @property
    def maturity(self) -> MaturityGrid:
        """Departments × dimensions, and what lies in them."""
        kinds = (Department, MaturityRating, Goal, GoalDepartment)
        return self.kept.whole(
            "maturity", kinds, lambda: maturity_grid(self.data, self.goal_weights, self.today)
        )

    @property
    def goal_states(self) -> Mapping[str, GoalState]:
        """Where each goal stands, by key; closed ones with weight 0 among them."""

        def made() -> Mapping[str, GoalState]:
            weights, kpis, capabilities = self.goal_weights, self.kpi_states, self.capability_states
            goals = self.data.all(Goal)
            return {goal.id: goal_state(self.data, goal, weights, kpis, capabilities) for goal in goals}

        return self.kept.whole("goal_states", RECORD_KINDS, made)
