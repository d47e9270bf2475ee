"""What cannot be true together in budget lines, accounts and actual costs."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.contradictions import Contradiction, ContradictionAround, wrong_order
from virtualcio.errors import RefusedValue
from virtualcio.model import Account, ActualCost, BudgetLine
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

FARTHEST_YEARS = 20  # nobody plans a payment farther away; what is outside the plan's years is only remarked


def _too_far(company: "OpenCompany", line: BudgetLine) -> RefusedValue | None:
    day = line.first_on
    if day is None or abs(day.year - company.today.year) <= FARTHEST_YEARS:
        return None
    return RefusedValue(
        mark("{day} is more than {count} years away. Check the year."),
        day=formats.day(day),
        count=FARTHEST_YEARS,
    )


def _covers_years(actual: ActualCost) -> bool:
    return (actual.last_on - actual.first_on).days > 366


def _actual_in_the_future(company: "OpenCompany", actual: ActualCost) -> RefusedValue | None:
    if actual.first_on <= company.today:
        return None
    return RefusedValue(
        mark("{day} lies in the future. What is to be spent belongs to the budget lines."),
        day=formats.day(actual.first_on),
    )


def _number_taken(company: "OpenCompany", account: Account) -> RefusedValue | None:
    same = company.data.where(Account, "number", account.number)
    if all(one.id == account.id for one in same):
        return None
    return RefusedValue(
        mark("The account {number} is there already. Take another number, or use that account."),
        number=account.number,
    )


BUDGET_CONTRADICTIONS: tuple[Contradiction | ContradictionAround, ...] = (
    Contradiction(
        (BudgetLine,),
        frozenset({"first_on", "last_on"}),
        lambda line: wrong_order(line, "first_on", "last_on"),
        mark("It would be paid until a day before the first payment. Check both days."),
    ),
    ContradictionAround((BudgetLine,), frozenset({"first_on"}), _too_far),
    Contradiction(
        (ActualCost,),
        frozenset({"first_on", "last_on"}),
        lambda actual: wrong_order(actual, "first_on", "last_on"),
        mark("The time would end before it begins. Check both days."),
    ),
    Contradiction(
        (ActualCost,),
        frozenset({"first_on", "last_on"}),
        _covers_years,
        mark("An actual cost covers a year at most. Enter each year by itself."),
    ),
    ContradictionAround((ActualCost,), frozenset({"first_on"}), _actual_in_the_future),
    ContradictionAround((Account,), frozenset({"number"}), _number_taken),
)
