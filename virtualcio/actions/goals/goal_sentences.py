"""What a goal, a capability or a data domain means for the company: where it stands and what is missing."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.goals.goal_status import (
    RATING_REASONS,
    RATING_TONES,
    data_domain_status,
    goal_share,
)
from virtualcio.actions.goals.kpi_words import status_of
from virtualcio.analysis.goals.capability_state import GOOD_QUALITY
from virtualcio.analysis.goals.goal_state import GoalState
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.model import Capability, DataDomain, Goal, GoalCapability, Kpi
from virtualcio.model.goals import CapabilityRating
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def goal_sentence(company: "OpenCompany", goal: Goal) -> Sentence:
    """Whether it comes closer, who works on it, and the first thing that is missing."""
    if not is_open(goal, company.today):
        text = _("Closed on {day}; it counts no more.").format(day=formats.day(goal.closed_on))
        return Sentence(text)
    state = company.results.goal_states[goal.id]
    why = [_kpi_line(company, one) for one in state.kpis]
    share = goal_share(company, goal)
    if share is not None:
        why.append(_("It counts {percent} of all goals.").format(percent=formats.percent(share, 1)))
    if not state.kpis:
        text = _("Nobody can tell whether it comes closer: it has no KPI yet.")
        return Sentence(f"{text} {_work(state)}", Tone.WATCH, why)
    behind = [one for one in state.kpis if one.status is KpiStatus.BEHIND]
    if behind:
        names = join_names(company.data.find(Kpi, one.kpi_id).name for one in behind)
        text, tone = _("Behind plan: {names}.").format(names=names), Tone.ACT
    elif state.worst is KpiStatus.ON_PLAN:
        text, tone = _("All its KPIs are on plan."), Tone.GOOD
    elif state.worst is KpiStatus.CLOSE:
        text, tone = _("It is close to its plan."), Tone.WATCH
    else:
        text, tone = _("Not all its KPIs have values and a target yet."), Tone.WATCH
    if not state.initiative_ids and tone is Tone.GOOD:
        tone = Tone.WATCH
    return Sentence(" ".join((text, _work(state), *_missing(company, state))), tone, why)


def _kpi_line(company: "OpenCompany", state: KpiState) -> str:
    name = company.data.find(Kpi, state.kpi_id).name
    return _("{name}: {status}.").format(name=name, status=status_of(state).text)


def _reason_line(words: str) -> str:
    """'Niemand verantwortlich.'"""
    return _("{words}.").format(words=words[:1].upper() + words[1:])


def _work(state: GoalState) -> str:
    count = len(state.initiative_ids)
    if not count:
        return _("No initiative works towards it.")
    text = translate_count(
        "{count} initiative works towards it", "{count} initiatives work towards it", count
    )
    if state.money_unknown == count:
        return text + "."
    amount = formats.money_short(state.money)
    if state.money_unknown:
        return text + ", " + _("for at least {amount}.").format(amount=amount)
    return text + ", " + _("for {amount}.").format(amount=amount)


def _missing(company: "OpenCompany", state: GoalState) -> list[str]:
    missing = [one for one in state.capabilities if one.rating is CapabilityRating.MISSING]
    if not missing:
        return []
    names = join_names(company.data.find(Capability, one.capability_id).name for one in missing)
    return [_("What it needs is missing: {names}.").format(names=names)]


def capability_sentence(company: "OpenCompany", capability: Capability) -> Sentence:
    """Whether goals can rely on it, and what lowers it."""
    state = company.results.capability_states[capability.id]
    goals = [
        company.data.find(Goal, row.goal_id)
        for row in company.data.where(GoalCapability, "capability_id", capability.id)
    ]
    names = join_names(goal.name for goal in goals)
    why = [_reason_line(_(RATING_REASONS[one])) for one in state.reasons if one in RATING_REASONS]
    if not goals:
        return Sentence(_("No goal needs it yet. Say which one does."), Tone.NEUTRAL, why)
    if state.rating is CapabilityRating.THERE:
        return Sentence(_("It is there. What rests on it: {goals}.").format(goals=names), Tone.GOOD, why)
    if state.rating is CapabilityRating.MISSING:
        text = _("It is missing. Without it these goals cannot be reached: {goals}.").format(goals=names)
    elif state.lowered:
        text = _("You rate it as there, but what is known makes it weak. It holds up: {goals}.").format(
            goals=names
        )
    else:
        text = _("It is weak and holds up: {goals}.").format(goals=names)
    return Sentence(text, RATING_TONES[state.rating], why)


def data_domain_sentence(company: "OpenCompany", domain: DataDomain) -> Sentence:
    """Whether one can rely on the data, and which goals hang on it."""
    needing = company.data.where(Capability, "data_domain_id", domain.id)
    status = data_domain_status(company, domain)
    if domain.quality is None:
        text = _("How good it is, nobody has rated yet.")
    elif domain.quality < GOOD_QUALITY:
        text = _("Its quality is {quality} of 5: nobody can rely on it.").format(quality=domain.quality)
    else:
        text = _("Its quality is {quality} of 5.").format(quality=domain.quality)
    parts = [text]
    if domain.owner_id is None:
        parts.append(_("Nobody decides what is right in it: name somebody."))
    if needing:
        names = join_names(one.name for one in needing)
        parts.append(_("These need it: {names}.").format(names=names))
    return Sentence(" ".join(parts), status.tone)
