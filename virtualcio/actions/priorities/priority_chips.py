"""The filter chips above demands, initiatives, risks and obligations, and the lines at their right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Tone
from virtualcio.actions.priorities.priority_status import (
    above_bearable,
    waiting_days,
)
from virtualcio.analysis.amounts import total
from virtualcio.analysis.checks.duty_checks import EVIDENCE_DAYS
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.analysis.priorities.must import has_evidence
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.model import (
    Demand,
    Initiative,
    InitiativeRisk,
    Obligation,
    Risk,
)
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import DemandState, InitiativeState
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _unanswered(_company: "OpenCompany", demand: Demand) -> bool:
    return demand.state is DemandState.OPEN


def _waiting_long(company: "OpenCompany", demand: Demand) -> bool:
    return (waiting_days(company, demand) or 0) > company.results.assumptions.demand_days


DEMANDS: tuple[Chip, ...] = (
    Chip("open", mark("Not answered yet"), _unanswered, Tone.WATCH),
    Chip("waiting", mark("Waiting for long"), _waiting_long, Tone.ACT),
    Chip("without_goal", mark("Without goal"), lambda _company, demand: demand.goal_id is None),
)


def _place(keeps: Callable[[Ranked], bool]) -> "Callable[[OpenCompany, Initiative], bool]":
    def kept(company: "OpenCompany", initiative: Initiative) -> bool:
        ranked = company.results.ranked(initiative)
        return ranked is not None and keeps(ranked)

    return kept


def _is_quick_win(ranked: Ranked) -> bool:
    return ranked.kind is InitiativeKind.QUICK_WIN and not ranked.is_must


def _unplanned(_company: "OpenCompany", initiative: Initiative) -> bool:
    return initiative.state.is_open and initiative.start is None


def _found_by(check_id: str) -> "Callable[[OpenCompany, Initiative], bool]":
    """What findings of this check are about."""
    return lambda company, initiative: initiative.id in company.results.objects_of_check(check_id)


INITIATIVES: tuple[Chip, ...] = (
    Chip("must", mark("Has to be done"), _place(lambda ranked: ranked.is_must), Tone.ACT),
    Chip("quick_wins", mark("Quick wins"), _place(_is_quick_win), Tone.GOOD),
    Chip("unplanned", mark("Not planned"), _unplanned, Tone.WATCH),
    Chip("without_purpose", mark("Without goal or duty"),
         _found_by("initiative_without_purpose"), Tone.WATCH, when_idle=True),
    Chip("without_effort", mark("Without effort"), _place(lambda ranked: not ranked.effort_known)),
    Chip("purchase_only", mark("Only the purchase"), _found_by("initiative_only_purchase"), Tone.WATCH,
         when_idle=True),
    Chip("without_owner", mark("Without person in charge"),
         lambda _company, one: one.state.is_open and one.owner_id is None),
    Chip("over", mark("Finished or dropped"),
         lambda _company, one: one.state in (InitiativeState.DONE, InitiativeState.DROPPED)),
)  # fmt: skip


def _without_measure(company: "OpenCompany", risk: Risk) -> bool:
    return not risk.measure.strip() and not company.data.where(InitiativeRisk, "risk_id", risk.id)


RISKS: tuple[Chip, ...] = (
    Chip("above", mark("Above the bearable"), above_bearable, Tone.ACT),
    Chip("without_measure", mark("Without measure"), _without_measure, Tone.WATCH),
    Chip("without_owner", mark("Without person in charge"), lambda _company, risk: risk.owner_id is None),
)


def _due_soon(company: "OpenCompany", obligation: Obligation) -> bool:
    due = obligation.due_on
    return _unmet(company, obligation) and due is not None and (due - company.today).days <= EVIDENCE_DAYS


def _unmet(_company: "OpenCompany", obligation: Obligation) -> bool:
    return obligation.applies is Applies.YES and not has_evidence(obligation)


OBLIGATIONS: tuple[Chip, ...] = (
    Chip("due", mark("Due within 90 days"), _due_soon, Tone.ACT),
    Chip("without_evidence", mark("Without evidence"), _unmet, Tone.WATCH),
    Chip("unclear", mark("To be clarified"), lambda _company, one: one.applies is Applies.UNCLEAR,
         Tone.WATCH),
    Chip("without_owner", mark("Without person in charge"),
         lambda _company, one: one.applies is not Applies.NO and one.owner_id is None),
)  # fmt: skip


def demands_summary(company: "OpenCompany") -> str:
    """'Die älteste wartet seit 74 Tagen'; "" if none waits."""
    days = [waiting_days(company, demand) or 0 for demand in company.data.all(Demand)]
    longest = max(days, default=0)
    if longest <= 0:
        return ""
    return translate_count(
        "The oldest has been waiting for {count} day", "The oldest has been waiting for {count} days", longest
    )


def initiatives_summary(company: "OpenCompany") -> str:
    """'Alle offenen zusammen 186.000 € · 3 ohne Aufwand'."""
    ranking = company.results.ranking
    found = (*ranking.must, *ranking.ranked)
    if not found:
        return ""
    text = _("All open ones cost {amount}").format(
        amount=formats.money_short(total(one.effort for one in found))
    )
    unknown = len([one for one in found if not one.effort_known])
    if not unknown:
        return text
    return f"{text} · " + translate_count("{count} without effort", "{count} without effort", unknown)


def risks_summary(company: "OpenCompany") -> str:
    """'Erwarteter Schaden im Jahr 48.000 €', of the risks that have one entered."""
    losses = [risk.yearly_loss for risk in company.data.all(Risk) if risk.yearly_loss is not None]
    if not losses:
        return ""
    return _("Expected damage a year {amount}").format(amount=formats.money_short(total(losses)))
