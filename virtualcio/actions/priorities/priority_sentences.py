"""What a demand, an initiative, a risk or an obligation means for the company, and what to do about it."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.priorities.priority_choice_titles import INITIATIVE_STATES
from virtualcio.actions.priorities.priority_status import (
    obligation_status,
    risk_status,
    waiting_days,
)
from virtualcio.actions.priorities.ranking_words import verdict
from virtualcio.actions.roadmap.month_words import span_words
from virtualcio.actions.roadmap.start_words import start_words
from virtualcio.analysis.priorities.must import has_evidence
from virtualcio.analysis.priorities.risk_scores import score_after, score_before
from virtualcio.model import (
    Demand,
    Department,
    Goal,
    Initiative,
    InitiativeObligation,
    InitiativeRisk,
    Obligation,
    Process,
    Risk,
    RiskProcess,
)
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState, InitiativeState
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def demand_sentence(company: "OpenCompany", demand: Demand) -> Sentence:
    """How long a department has been waiting, or what it was told."""
    data = company.data
    initiative = data.get(Initiative, demand.initiative_id)
    goal = data.get(Goal, demand.goal_id)
    why = [_("Serves the goal “{name}”.").format(name=goal.name)] if goal is not None else []
    if demand.state is DemandState.OPEN:
        return _waiting(company, demand, why)
    if demand.state is DemandState.DECLINED:
        reason = " ".join(demand.reason.split())
        text = _("Declined: {reason}").format(reason=reason) if reason else _("Declined, without a reason.")
        return Sentence(text, Tone.NEUTRAL if reason else Tone.WATCH, why)
    if demand.state is DemandState.NICE_TO_HAVE:
        return Sentence(_("Nice-to-have: nothing speaks against it, and nothing is planned for it."), why=why)
    if initiative is None:
        return Sentence(_("It is said to be an initiative, but which one is not entered."), Tone.WATCH, why)
    how = _(INITIATIVE_STATES[initiative.state])
    if initiative.start is not None and initiative.state is InitiativeState.PLANNED:
        how = span_words(initiative.start, max(initiative.months, 1))
    text = _("Goes on as initiative “{name}”: {how}.").format(name=initiative.name, how=how)
    return Sentence(text, Tone.GOOD, why)


def _waiting(company: "OpenCompany", demand: Demand, why: list[str]) -> Sentence:
    department = company.data.get(Department, demand.department_id)
    who = department.name if department is not None else _("The department")
    days = waiting_days(company, demand)
    if not days or days < 0:
        return Sentence(_("{who} is waiting for an answer.").format(who=who), Tone.NEUTRAL, why)
    since = translate_count("for {count} day", "for {count} days", days)
    text = _("{who} has been waiting {since} for an answer.").format(who=who, since=since)
    if days > company.results.assumptions.demand_days:
        text += " " + _("Say yes, no or when: silence costs more trust than a no.")
        return Sentence(text, Tone.WATCH, why)
    return Sentence(text, Tone.NEUTRAL, why)


def initiative_sentence(company: "OpenCompany", initiative: Initiative) -> Sentence:
    """Why it stands where it stands, when it starts, and what holds it up."""
    ranked = company.results.ranked(initiative)
    if ranked is None:
        return _over(initiative)
    said = verdict(company, ranked)
    start = start_words(company, initiative)
    if not start and initiative.start is None:
        start = _("It is not on the roadmap yet.")
    return Sentence(f"{said.text} {start}".rstrip(), said.tone, said.why)


def _over(initiative: Initiative) -> Sentence:
    if initiative.state is InitiativeState.DROPPED:
        return Sentence(_("Dropped; nothing is planned for it any more."))
    if initiative.finished_on is None:
        return Sentence(_("Finished. When, is not entered."), Tone.WATCH)
    return Sentence(_("Finished on {day}.").format(day=formats.day(initiative.finished_on)), Tone.GOOD)


def risk_sentence(company: "OpenCompany", risk: Risk) -> Sentence:
    """What would stop, what it costs, what is left with the measures."""
    data = company.data
    processes = [data.find(Process, row.process_id) for row in data.where(RiskProcess, "risk_id", risk.id)]
    parts = []
    if processes:
        names = join_names(process.name for process in processes)
        parts.append(_("If it happens, these stand still: {names}.").format(names=names))
    cost = _cost(risk)
    if cost:
        parts.append(cost)
    before, after = score_before(risk), score_after(risk)
    bearable = company.results.assumptions.bearable_risk
    if after > bearable and after < before:
        weight = _("Even with the measures {after} is left; up to {bearable} is bearable.")
    elif after > bearable:
        weight = _("It weighs {before}; up to {bearable} is bearable. Plan a measure.")
    elif after < before:
        weight = _("With the measures it sinks from {before} to {after}; that is bearable.")
    else:
        weight = _("It weighs {before}; up to {bearable} is bearable.")
    parts.append(weight.format(before=before, after=after, bearable=formats.number(bearable)))
    why = [
        _("Lowered by the initiative “{name}”.").format(name=data.find(Initiative, row.initiative_id).name)
        for row in data.where(InitiativeRisk, "risk_id", risk.id)
    ]
    return Sentence(" ".join(parts), risk_status(company, risk).tone, why)


def _cost(risk: Risk) -> str:
    if risk.yearly_loss is not None:
        return _("On average it costs {amount} a year.").format(amount=formats.money_short(risk.yearly_loss))
    known = [amount for amount in (risk.loss_low, risk.loss_high) if amount is not None]
    if len(known) > 1 and known[0] != known[1]:
        return _("Once it costs {low} to {high}.").format(
            low=formats.money_short(known[0]), high=formats.money_short(known[1])
        )
    if known:
        return _("Once it costs {amount}.").format(amount=formats.money_short(known[0]))
    return ""


def obligation_sentence(company: "OpenCompany", obligation: Obligation) -> Sentence:
    """Whether it applies, until when it has to be met, and what proves it."""
    tone = obligation_status(company, obligation).tone
    why = (
        [_("{words}.").format(words=" ".join(obligation.why.split()).rstrip("."))]
        if obligation.why.strip()
        else []
    )
    if obligation.legal_basis:
        why.append(_("It stands in: {where}.").format(where=obligation.legal_basis))
    if obligation.applies is Applies.NO:
        return Sentence(_("It does not apply to your company."), tone, why)
    if obligation.applies is Applies.UNCLEAR:
        return Sentence(_("Find out whether it applies to your company."), tone, why)
    if has_evidence(obligation):
        if obligation.evidence_on is None:
            return Sentence(_("It applies, and evidence is there."), tone, why)
        day = formats.day(obligation.evidence_on)
        return Sentence(_("It applies, and there is evidence of {day}.").format(day=day), tone, why)
    parts = [_due_words(company, obligation)]
    rows = company.data.where(InitiativeObligation, "obligation_id", obligation.id)
    if rows:
        names = join_names(company.data.find(Initiative, row.initiative_id).name for row in rows)
        parts.append(_("It is met by: {names}.").format(names=names))
    else:
        parts.append(_("No initiative meets it, and there is no evidence."))
    return Sentence(" ".join(parts), tone, why)


def _due_words(company: "OpenCompany", obligation: Obligation) -> str:
    if obligation.due_on is None:
        return _("It applies; until when it has to be met is not entered.")
    day = formats.day(obligation.due_on)
    left = (obligation.due_on - company.today).days
    if left < 0:
        return _("It applies and should have been met on {day}.").format(day=day)
    days = translate_count("{count} day", "{count} days", left)
    return _("It applies and has to be met by {day}: {days} are left.").format(day=day, days=days)
