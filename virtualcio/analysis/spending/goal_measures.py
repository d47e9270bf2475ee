"""Whether a goal is measurable: which KPI has baseline, target and owner, and when it was measured."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from virtualcio.analysis.goals.kpi_progress import KpiState
from virtualcio.analysis.spending.expense import MissingLink
from virtualcio.model import Kpi
from virtualcio.model.company_data import CompanyData

_LINK_OF = {
    "baseline": MissingLink.KPI_BASELINE,
    "baseline_on": MissingLink.KPI_BASELINE,
    "target": MissingLink.KPI_TARGET,
    "target_on": MissingLink.KPI_TARGET,
    "band": MissingLink.KPI_TARGET,
    "owner": MissingLink.KPI_OWNER,
}


@dataclass(frozen=True)
class Measure:
    """The KPI that speaks for a goal; `missing` is empty if it is complete."""

    kpi_id: str | None
    missing: tuple[MissingLink, ...]
    measured_on: date | None = None

    @property
    def complete(self) -> bool:
        return not self.missing


NO_KPI = Measure(None, (MissingLink.KPI,))


def measure_of(states: Sequence[KpiState]) -> Measure:
    """Of several KPIs the one that lacks least, then the one measured last.

    What a KPI lacks is said as on the goals' pages: a value that is only held needs no baseline.
    """
    found = [Measure(state.kpi_id, _missing(state), state.measured_on) for state in states]
    return min(found, key=_rank, default=NO_KPI)


def goal_measures(data: CompanyData, states: Mapping[str, KpiState]) -> dict[str, Measure]:
    """The measure of each goal that has a KPI, by goal."""
    by_goal: dict[str, list[KpiState]] = {}
    for kpi in data.all(Kpi):
        if kpi.goal_id is not None:
            by_goal.setdefault(kpi.goal_id, []).append(states[kpi.id])
    return {key: measure_of(some) for key, some in by_goal.items()}


def _missing(state: KpiState) -> tuple[MissingLink, ...]:
    return tuple(dict.fromkeys(_LINK_OF[word] for word in state.missing if word in _LINK_OF))


def _rank(measure: Measure) -> tuple[int, int]:
    return len(measure.missing), -(measure.measured_on or date.min).toordinal()
