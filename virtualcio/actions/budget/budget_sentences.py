"""What a budget line, an actual cost or an account means, in business words."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import CATEGORY_TITLES
from virtualcio.actions.budget.line_status import actual_this_year, ends_on, paid_next_year, paid_this_year
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.inventory.choice_titles import PERIODS
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.model import Account, ActualCost, BudgetLine, Goal, Obligation, Process
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import CostKind, Purpose
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def line_sentence(company: "OpenCompany", line: BudgetLine) -> Sentence:
    """'Kostet 2027 4.800 € und dient dem Ziel „Schneller antworten“.'"""
    why = _why(line)
    if line.cancelled_on is not None:
        text = _("Cancelled on {day}; nothing more is planned for it.")
        return Sentence(text.format(day=formats.day(line.cancelled_on)), Tone.NEUTRAL, why)
    if line.amount is None:
        text = _("What it costs is not known; the budget counts nothing for it.")
        return Sentence(text, Tone.WATCH, why)
    if line.first_on is None:
        text = _("When it is paid is not entered; so it is in no year of the budget.")
        return Sentence(text, Tone.WATCH, why)
    purpose, tone = _purpose_words(company, line)
    return Sentence(f"{_cost_words(company, line)} {purpose}", tone, why)


def _cost_words(company: "OpenCompany", line: BudgetLine) -> str:
    """Of this fiscal year; else of the next one; else when it is paid."""
    plan = company.results.plan_years
    for year, paid in ((plan.this_year, paid_this_year), (plan.this_year + 1, paid_next_year)):
        amount = paid(company, line)
        if amount:
            return _("Costs {amount} in {year}.").format(
                amount=formats.money_short(amount), year=fiscal_year_words(year, plan.start_month)
            )
    last = ends_on(line)
    if last is not None and last < company.today:
        return _("Last paid up to {day}.").format(day=formats.day(last))
    if line.first_on is not None and line.period is PaymentPeriod.ONCE and line.first_on < company.today:
        return _("Paid on {day}.").format(day=formats.day(line.first_on))
    return _("First paid on {day}.").format(day=formats.day(line.first_on))


def _purpose_words(company: "OpenCompany", line: BudgetLine) -> tuple[str, Tone]:
    data = company.data
    goal, duty = data.get(Goal, line.goal_id), data.get(Obligation, line.obligation_id)
    process = data.get(Process, line.process_id)
    if goal is not None:
        return _("It serves the goal “{name}”.").format(name=goal.name), Tone.NEUTRAL
    if duty is not None:
        return _("It meets the duty “{name}”.").format(name=duty.name), Tone.NEUTRAL
    if line.purpose is None:
        return _("What it is for is not entered."), Tone.WATCH
    if line.purpose is Purpose.OPERATION:
        if process is not None:
            return _("It keeps “{name}” running.").format(name=process.name), Tone.NEUTRAL
        return _("It keeps daily business running."), Tone.NEUTRAL
    if _linked(line):
        return _("What it serves follows from what it belongs to."), Tone.NEUTRAL
    which = _("Which goal it serves is not entered.")
    return (which if line.purpose is Purpose.GOAL else _("Which duty it meets is not entered.")), Tone.WATCH


def _linked(line: BudgetLine) -> bool:
    return any((line.initiative_id, line.contract_id, line.application_id, line.asset_id, line.process_id))


def _why(line: BudgetLine) -> tuple[str, ...]:
    why = []
    if line.amount is not None:
        why.append(
            _("{period} {amount}.").format(period=_(PERIODS[line.period]), amount=formats.money(line.amount))
        )
    if line.price_increase_percent:
        why.append(
            _("{percent} more from the start of each fiscal year.").format(
                percent=formats.percent(line.price_increase_percent, 2)
            )
        )
    if line.kind is CostKind.CAPEX:
        why.append(_("In the books spread over its years of use."))
    return tuple(why)


def actual_sentence(company: "OpenCompany", actual: ActualCost) -> Sentence:
    """Which part of the budget it is compared with."""
    account = company.data.find(Account, actual.account_id)
    if not account.counts:
        return Sentence(_("Its account has nothing to do with IT; it is left out of all figures."))
    if account.category is None:
        text = _("Its account has no category yet; so it is compared with “{category}”.")
        return Sentence(text.format(category=_("Other")), Tone.WATCH)
    text = _("Is compared with the budget for “{category}”.")
    return Sentence(text.format(category=_(CATEGORY_TITLES[account.category])))


def account_sentence(company: "OpenCompany", account: Account) -> Sentence:
    """What was spent on it in this fiscal year."""
    if not account.counts:
        return Sentence(_("Nothing of IT is in it; it is left out of all figures."))
    amount = actual_this_year(company, account)
    tone = Tone.WATCH if account.category is None else Tone.NEUTRAL
    if amount is None:
        return Sentence(_("Nothing is entered for this fiscal year."), tone)
    return Sentence(
        _("{amount} in this fiscal year so far.").format(amount=formats.money_short(amount)), tone
    )
