"""What follows for goals, KPIs, capabilities and data domains, for the cells of their tables."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.actions.goals.goal_choice_titles import CAPABILITY_RATINGS
from virtualcio.actions.goals.kpi_words import status_of
from virtualcio.analysis.goals.capability_state import GOOD_QUALITY
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.model import Capability, DataDomain, Goal, Kpi
from virtualcio.model.goals import CapabilityRating
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

RATING_TONES = {
    CapabilityRating.THERE: Tone.GOOD,
    CapabilityRating.WEAK: Tone.WATCH,
    CapabilityRating.MISSING: Tone.ACT,
}
RATING_REASONS = {
    "no_domain": mark("no data domain named"),
    "without_owner": mark("nobody responsible"),
    "without_quality": mark("quality not rated"),
    "poor_quality": mark("data too poor"),
    "support_ended": mark("support ended"),
    "retired": mark("out of use"),
    "manual": mark("handed over by hand"),
}
_RATING_ORDER = (CapabilityRating.MISSING, CapabilityRating.WEAK, CapabilityRating.THERE)
_TENTH = Decimal("0.1")


def kpi_current(company: "OpenCompany", kpi: Kpi) -> Decimal | None:
    """The last value up to today, in the KPI's unit."""
    return company.results.kpi_state(kpi).current


def kpi_status(company: "OpenCompany", kpi: Kpi) -> Status:
    """'im Plan'; with a value that is too old it says so."""
    state = company.results.kpi_state(kpi)
    status = status_of(state)
    if not state.stale:
        return status
    tone = Tone.WATCH if status.tone is Tone.GOOD else status.tone
    return Status(_("{status}, old").format(status=status.text), tone, status.sort)


def goal_share(company: "OpenCompany", goal: Goal) -> Decimal | None:
    """The share among the open goals in percent, one place; None for a closed one."""
    share = company.results.goal_weights.get(goal.id)
    return None if share is None else in_percent(share)


def in_percent(share: Fraction) -> Decimal:
    """With one place; for showing, not for reckoning on."""
    exact = Decimal(share.numerator * 100) / Decimal(share.denominator)
    return exact.quantize(_TENTH, rounding=ROUND_HALF_UP)


def goal_status(company: "OpenCompany", goal: Goal) -> Status:
    """As its worst KPI; 'abgeschlossen', or that it has no KPI."""
    if not is_open(goal, company.today):
        words = _("closed on {day}").format(day=formats.day(goal.closed_on))
        return Status(words, Tone.NEUTRAL, len(KpiStatus) + 1)
    state = company.results.goal_states.get(goal.id)
    if state is None or state.worst is None:
        return Status(_("without KPI"), Tone.WATCH, len(KpiStatus))
    return status_of(KpiState("", state.worst))


def goal_initiative_count(company: "OpenCompany", goal: Goal) -> int:
    """How many open initiatives contribute to it."""
    state = company.results.goal_states.get(goal.id)
    return 0 if state is None else len(state.initiative_ids)


def goal_initiatives(company: "OpenCompany", goal: Goal) -> tuple[str, ...]:
    """Keys of the open initiatives that contribute to it."""
    state = company.results.goal_states.get(goal.id)
    return () if state is None else state.initiative_ids


def goal_money(company: "OpenCompany", goal: Goal) -> Decimal | None:
    """One-off cost of its initiatives, net; None if none has a cost entered."""
    state = company.results.goal_states.get(goal.id)
    if state is None or state.money_unknown == len(state.initiative_ids):
        return None
    return state.money


def capability_status(company: "OpenCompany", capability: Capability) -> Status:
    """'Schwach: niemand verantwortlich': the effective rating with the first reason."""
    state = company.results.capability_states[capability.id]
    words = _(CAPABILITY_RATINGS[state.rating])
    reasons = [_(RATING_REASONS[one]) for one in state.reasons if one in RATING_REASONS]
    if reasons and state.rating is not CapabilityRating.THERE:
        words = _("{rating}: {reason}").format(rating=words, reason=reasons[0])
    return Status(words, RATING_TONES[state.rating], _RATING_ORDER.index(state.rating))


def data_domain_status(_company: "OpenCompany", domain: DataDomain) -> Status:
    """Whether one can rely on the data: somebody responsible, quality rated and at least 3 of 5."""
    if domain.quality is not None and domain.quality < GOOD_QUALITY:
        return Status(_("data too poor"), Tone.ACT, 0)
    if domain.owner_id is None:
        return Status(_("nobody responsible"), Tone.WATCH, 1)
    if domain.quality is None:
        return Status(_("quality not rated"), Tone.WATCH, 2)
    return Status(_("reliable"), Tone.GOOD, 3)
