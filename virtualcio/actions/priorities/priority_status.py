"""What follows for demands, initiatives, risks and obligations, for the cells of their tables."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.actions.priorities.must_words import must_words
from virtualcio.actions.priorities.priority_choice_titles import DEMAND_STATES, INITIATIVE_STATES
from virtualcio.actions.priorities.ranking_words import kind_words
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.duty_checks import EVIDENCE_DAYS
from virtualcio.analysis.priorities.must import has_evidence
from virtualcio.analysis.priorities.risk_scores import score_after, score_before
from virtualcio.model import Demand, Initiative, Obligation, Record, Risk
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def waiting_days(company: "OpenCompany", demand: Demand) -> int | None:
    """Days since an unanswered demand was made; None if it is answered or has no day."""
    if demand.state is not DemandState.OPEN or demand.asked_on is None:
        return None
    return (company.today - demand.asked_on).days


def demand_status(company: "OpenCompany", demand: Demand) -> Status:
    """'offen seit 74 Tagen', or what became of it."""
    if demand.state is not DemandState.OPEN:
        place = (1, list(DemandState).index(demand.state))
        return Status(_(DEMAND_STATES[demand.state]), Tone.NEUTRAL, place)
    days = waiting_days(company, demand)
    if not days or days < 0:
        return Status(_(DEMAND_STATES[DemandState.OPEN]), Tone.NEUTRAL, (0, 0))
    words = translate_count("open for {count} day", "open for {count} days", days)
    return Status(
        words, Tone.WATCH if days > company.results.assumptions.demand_days else Tone.NEUTRAL, (0, -days)
    )


def initiative_place(company: "OpenCompany", initiative: Initiative) -> Status:
    """'Muss', or what sort of initiative it is; the order of the ranking sorts. Finished ones last."""
    ranked = company.results.ranked(initiative)
    if ranked is None:
        return Status(_(INITIATIVE_STATES[initiative.state]), Tone.NEUTRAL, (2, 0))
    words, tone = kind_words(ranked)
    place = (0, (ranked.hard_date or date.max).toordinal()) if ranked.rank is None else (1, ranked.rank)
    return Status(words, tone, place)


def initiative_rank(company: "OpenCompany", initiative: Initiative) -> int | None:
    ranked = company.results.ranked(initiative)
    return None if ranked is None else ranked.rank


def initiative_benefit(company: "OpenCompany", initiative: Initiative) -> Decimal | None:
    """0 to 100 with two places; 100 is the most useful open one."""
    ranked = company.results.ranked(initiative)
    return None if ranked is None else ranked.benefit


def initiative_effort(company: "OpenCompany", initiative: Initiative) -> Decimal | None:
    """Money, net: person-days at their price and the one-off cost; None if nobody estimated anything."""
    ranked = company.results.ranked(initiative)
    return None if ranked is None or not ranked.effort_known else ranked.effort


def initiative_days(company: "OpenCompany", initiative: Initiative) -> Decimal | None:
    """Person-days; None if none are entered."""
    ranked = company.results.ranked(initiative)
    return None if ranked is None or not ranked.days else ranked.days


def initiative_last_month(_company: "OpenCompany", initiative: Initiative) -> date | None:
    """The first day of the last month of the plan."""
    return None if initiative.start is None else add_months(initiative.start, max(initiative.months, 1) - 1)


def initiative_must(company: "OpenCompany", initiative: Initiative) -> str:
    """Why it has to be done; "" if it need not."""
    ranked = company.results.ranked(initiative)
    return "" if ranked is None else must_words(company, ranked)


def risk_status(company: "OpenCompany", risk: Risk) -> Status:
    """'20 → 6' with the tone of what is left against the bearable level."""
    before, after = score_before(risk), score_after(risk)
    words = str(before) if before == after else f"{before} → {after}"
    bearable = company.results.assumptions.bearable_risk
    if after > bearable:
        return Status(words, Tone.ACT, (-after, -before))
    return Status(words, Tone.WATCH if before > bearable else Tone.GOOD, (-after, -before))


def above_bearable(company: "OpenCompany", risk: Risk) -> bool:
    """Whether what is left with the measures is more than the company wants to bear."""
    return score_after(risk) > company.results.assumptions.bearable_risk


def obligation_status(company: "OpenCompany", obligation: Obligation) -> Status:
    """Whether it is met: evidence, time left, overdue."""
    if obligation.applies is Applies.NO:
        return Status(_("does not apply"), Tone.NEUTRAL, (3, 0))
    if has_evidence(obligation):
        return Status(_("evidence there"), Tone.GOOD, (2, 0))
    if obligation.applies is Applies.UNCLEAR:
        return Status(_("to be clarified"), Tone.WATCH, (1, 0))
    if obligation.due_on is None:
        return Status(_("without evidence"), Tone.WATCH, (0, date.max.toordinal()))
    left = (obligation.due_on - company.today).days
    if left < 0:
        words = _("overdue since {day}").format(day=formats.day(obligation.due_on))
        return Status(words, Tone.ACT, (0, obligation.due_on.toordinal()))
    words = translate_count("{count} day left", "{count} days left", left)
    tone = Tone.ACT if left <= EVIDENCE_DAYS else Tone.WATCH
    return Status(words, tone, (0, obligation.due_on.toordinal()))


def linked(
    kind: type[Record], own_field: str, other_field: str
) -> "Callable[[OpenCompany, Any], tuple[str, ...]]":
    """Computes the keys of what rows of `kind` link a record with, each once."""

    def keys(company: "OpenCompany", record: Any) -> tuple[str, ...]:
        rows = company.data.where(kind, own_field, record.id)
        return tuple(dict.fromkeys(getattr(row, other_field) for row in rows))

    return keys
