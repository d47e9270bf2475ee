"""How complete the budget is, and the one thing that would help most."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import Gap, NextStep, StepState, state_of_gaps
from virtualcio.analysis.budget.lines import Line
from virtualcio.analysis.calendar_days import add_months, period_end
from virtualcio.analysis.review.due import quarter_start_of
from virtualcio.analysis.spending.expense import Standing
from virtualcio.model import ActualCost, BudgetLine
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results

_PAGE = "budget"
OLD_MONTHS = 4  # books older than this say nothing about the year any more
_QUARTER = 3


def _purpose_words(count: int) -> str:
    return translate_count(
        "Say for {count} budget line what it is for.",
        "Say for {count} budget lines what they are for.",
        count,
    )


def _expense_words(count: int) -> str:
    return translate_count(
        "Say for {count} larger expense which goal or duty it serves.",
        "Say for {count} larger expenses which goal or duty they serve.",
        count,
    )


def _contract_words(count: int) -> str:
    return translate_count(
        "Enter the cost of {count} contract.", "Enter the cost of {count} contracts.", count
    )


def _amount_words(count: int) -> str:
    return translate_count(
        "Enter the amount of {count} budget line.", "Enter the amounts of {count} budget lines.", count
    )


def _actual_words(_count: int) -> str:
    return _("Enter the actual costs of the last quarter: import the list of accounts from bookkeeping.")


def _revenue_words(_count: int) -> str:
    return _("Enter the revenue of your company: then the budget can be compared with that of others.")


def _books_until(results: "Results") -> date | None:
    return max((actual.last_on for actual in results.data.all(ActualCost)), default=None)


def _old_books(results: "Results") -> NextStep | None:
    """The books were there once, and end more than four months ago."""
    until = _books_until(results)
    if until is None or until >= add_months(results.today, -OLD_MONTHS):
        return None
    return NextStep(_actual_words(1), "actual_costs", page=_PAGE)


def _open_lines(results: "Results") -> list[BudgetLine]:
    today = results.today
    lines = results.data.all(BudgetLine)
    return [
        line
        for line in lines
        if line.cancelled_on is None and (line.last_on is None or line.last_on >= today)
    ]


def budget_state(results: "Results") -> StepState:
    """Empty without any line, by hand or generated; done when 90 % of purposes, amounts, what larger
    expenses lead to, the actual costs of the last full quarter and the revenue are known; outdated when the
    actual costs are older than 4 months.
    """
    lines = _open_lines(results)
    made: list[Line] = [line for line in results.paid_lines if not line.cancelled]
    contracts = results.running_contracts
    text = _("Begin with what IT costs today: enter your contracts, or the first budget line.")
    beginning = None if lines or made or contracts else NextStep(text, "budget_lines", page=_PAGE)
    quarter_end = period_end(add_months(quarter_start_of(results.today), -_QUARTER), _QUARTER)
    until = _books_until(results)
    without_purpose = [line for line in lines if line.purpose is None]
    without_amount = [line for line in lines if line.amount is None]
    expenses = results.spending.expenses
    unassigned = [one for one in expenses if one.standing is Standing.UNASSIGNED]
    without_cost = [contract for contract in contracts if contract.cost is None]
    gaps = (
        Gap(len(without_purpose), len(lines), _purpose_words, "budget_lines", "without_purpose", _PAGE),
        Gap(len(without_amount), len(lines), _amount_words, "budget_lines", "without_amount", _PAGE),
        Gap(len(unassigned), len(expenses), _expense_words, "thread", "", "checks"),
        Gap(len(without_cost), len(contracts), _contract_words, "contracts", "without_cost"),
        Gap(int(until is None or until < quarter_end), 1, _actual_words, "actual_costs", "", _PAGE),
        Gap(int(results.data.company.revenue is None), 1, _revenue_words, "company", "", "settings"),
    )
    return state_of_gaps(beginning, gaps, _old_books(results))
