"""The filter chips above goals, KPIs, capabilities and data domains, and the lines at their right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Tone
from virtualcio.analysis.goals.capability_state import GOOD_QUALITY
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.model import Capability, DataDomain, Goal, Kpi
from virtualcio.model.goals import CapabilityRating
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

# What a KPI lacks to be judged, of the words of KpiState.missing.
NO_TARGET = frozenset({"baseline", "baseline_on", "target", "target_on", "band"})


def _goal_behind(company: "OpenCompany", goal: Goal) -> bool:
    state = company.results.goal_states.get(goal.id)
    return _open(company, goal) and state is not None and state.worst is KpiStatus.BEHIND


def _open(company: "OpenCompany", goal: Goal) -> bool:
    return is_open(goal, company.today)


def _without_initiative(company: "OpenCompany", goal: Goal) -> bool:
    state = company.results.goal_states.get(goal.id)
    return _open(company, goal) and (state is None or not state.initiative_ids)


GOALS: tuple[Chip, ...] = (
    Chip("behind", mark("Behind plan"), _goal_behind, Tone.ACT),
    Chip("without_kpi", mark("Without KPI"),
         lambda company, goal: _open(company, goal) and not company.data.where(Kpi, "goal_id", goal.id),
         Tone.WATCH),
    Chip("without_initiative", mark("Without initiative"), _without_initiative, Tone.WATCH),
    Chip("without_owner", mark("Without person in charge"),
         lambda company, goal: _open(company, goal) and goal.owner_id is None),
    Chip("closed", mark("Closed"), lambda company, goal: not _open(company, goal)),
)  # fmt: skip


def _state_is(keeps: Callable[[KpiState], bool]) -> "Callable[[OpenCompany, Kpi], bool]":
    return lambda company, kpi: keeps(company.results.kpi_state(kpi))


KPIS: tuple[Chip, ...] = (
    Chip("behind", mark("Behind plan"), _state_is(lambda state: state.status is KpiStatus.BEHIND), Tone.ACT),
    Chip("close", mark("Close to plan"), _state_is(lambda state: state.status is KpiStatus.CLOSE),
         Tone.WATCH),
    Chip("stale", mark("Old value"), _state_is(lambda state: state.stale), Tone.WATCH),
    Chip("not_measured", mark("Not measured"), _state_is(lambda state: state.current is None)),
    Chip("without_target", mark("Without target"),
         _state_is(lambda state: bool(NO_TARGET.intersection(state.missing)))),
    Chip("without_owner", mark("Without person in charge"), lambda _company, kpi: kpi.owner_id is None),
    Chip("without_goal", mark("Without goal"), lambda _company, kpi: kpi.goal_id is None),
)  # fmt: skip


def _rated(rating: CapabilityRating) -> "Callable[[OpenCompany, Capability], bool]":
    return lambda company, capability: company.results.capability_states[capability.id].rating is rating


CAPABILITIES: tuple[Chip, ...] = (
    Chip("missing", mark("Missing"), _rated(CapabilityRating.MISSING), Tone.ACT),
    Chip("weak", mark("Weak"), _rated(CapabilityRating.WEAK), Tone.WATCH),
    Chip("without_owner", mark("Without person in charge"),
         lambda _company, capability: capability.owner_id is None),
)  # fmt: skip


def _poor(_company: "OpenCompany", domain: DataDomain) -> bool:
    return domain.quality is not None and domain.quality < GOOD_QUALITY


DATA_DOMAINS: tuple[Chip, ...] = (
    Chip("poor", mark("Poor quality"), _poor, Tone.ACT),
    Chip("without_owner", mark("Without person in charge"), lambda _company, domain: domain.owner_id is None,
         Tone.WATCH),
    Chip("not_rated", mark("Not rated"), lambda _company, domain: domain.quality is None),
    Chip("personal", mark("Personal data"), lambda _company, domain: domain.personal_data),
)  # fmt: skip


def goals_summary(company: "OpenCompany") -> str:
    """'Gewichte zusammen 100 %'."""
    total = company.results.weights_total
    if not company.results.goal_weights:
        return ""
    if not total:
        return _("All goals count alike")
    places = 0 if total == total.to_integral_value() else 2
    return _("Weights together {percent}").format(percent=formats.percent(total, places))


def kpis_summary(company: "OpenCompany") -> str:
    """'4 von 11 im Plan'."""
    states = company.results.kpi_states.values()
    good = len([state for state in states if state.status is KpiStatus.ON_PLAN])
    return _("{good} of {all} on plan").format(good=formats.number(good), all=formats.number(len(states)))


def capabilities_summary(company: "OpenCompany") -> str:
    """'3 Fähigkeiten fehlen'; "" if none is missing."""
    states = company.results.capability_states.values()
    missing = len([state for state in states if state.rating is CapabilityRating.MISSING])
    if not missing:
        return ""
    return translate_count("{count} capability is missing", "{count} capabilities are missing", missing)
