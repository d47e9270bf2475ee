"""Budget and review know whether they are empty, begun, done or outdated, and what would help most."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions.inventory.progress import Progress
from virtualcio.model import (
    Account,
    ActualCost,
    BudgetLine,
    Contract,
    CouncilMeeting,
    Record,
    Review,
    Task,
)
from virtualcio.model.expense import BudgetCategory, Purpose


@pytest.mark.parametrize(("step", "words"), [
    ("budget", "Beginnen Sie mit dem, was die IT heute kostet"),
    ("review", "Planen Sie das erste Review"),
])  # fmt: skip
def test_an_empty_step_says_how_to_begin(make_company: MakeCompany, step: str, words: str) -> None:
    state = make_company().results.step_state(step)
    assert (state.progress, state.percent) == (Progress.EMPTY, 0)
    assert state.text.startswith(words)
    assert state.next_step is not None and state.next_step.page == step


def lines(count: int, purpose: Purpose | None) -> list[Record]:
    return [
        BudgetLine(name=f"Zeile {n}", amount=Decimal(10), first_on=date(2027, 1, 1), purpose=purpose)
        for n in range(count)
    ]


def books(last: date) -> list[Record]:
    account = Account(number="4806", category=BudgetCategory.SERVICES)
    actual = ActualCost(account_id=account.id, first_on=date(2026, 1, 1), last_on=last, amount=Decimal(5))
    return [account, actual]


def test_a_budget_is_begun_until_its_lines_say_what_they_are_for(make_company: MakeCompany) -> None:
    state = make_company(*lines(4, None)).results.step_state("budget")
    assert state.progress is Progress.BEGUN
    assert state.text == "Sagen Sie bei 4 Positionen, wofür sie da sind."
    assert state.next_step is not None
    assert (state.next_step.tab, state.next_step.chip) == ("budget_lines", "without_purpose")
    # of 10 purposes, 10 amounts, the books and the revenue only the revenue is missing: 21 of 22
    known = make_company(*lines(10, Purpose.OPERATION), *books(date(2026, 9, 30))).results.step_state(
        "budget"
    )
    assert (known.progress, known.percent) == (Progress.DONE, 95)
    assert known.next_step is not None and known.next_step.page == "settings"


@pytest.mark.parametrize(
    ("until", "progress"),
    [(date(2026, 7, 22), Progress.DONE), (date(2026, 7, 21), Progress.OUTDATED)],
)
def test_a_budget_is_outdated_when_the_books_are_older_than_four_months(
    make_company: MakeCompany, until: date, progress: Progress
) -> None:
    state = make_company(*lines(20, Purpose.OPERATION), *books(until)).results.step_state("budget")
    assert state.progress is progress
    assert state.next_step is not None and state.next_step.tab in ("actual_costs", "company")


def closed(day: date) -> list[Record]:
    review = Review(name="Q3 2026", quarter_start=date(2026, 7, 1), held_on=day, closed_on=day)
    return [review, CouncilMeeting(held_on=date(2026, 10, 8), minutes="Alle dafür.")]


def test_the_steering_is_done_when_reviews_and_council_take_place(make_company: MakeCompany) -> None:
    task = Task(name="Angebote holen", due_on=date(2026, 12, 1))
    assert make_company(task).results.step_state("review").progress is Progress.BEGUN
    task = Task(name="Angebote holen", due_on=date(2026, 12, 1))
    state = make_company(task, *closed(date(2026, 9, 18))).results.step_state("review")
    assert (state.progress, state.percent) == (Progress.DONE, 100)


@pytest.mark.parametrize(
    ("day", "progress"), [(date(2026, 8, 14), Progress.DONE), (date(2026, 8, 13), Progress.OUTDATED)]
)
def test_the_steering_is_outdated_100_days_after_the_last_review(
    make_company: MakeCompany, day: date, progress: Progress
) -> None:
    assert make_company(*closed(day)).results.step_state("review").progress is progress


def test_overdue_tasks_come_up_as_the_next_step(make_company: MakeCompany) -> None:
    late = [Task(name=f"Aufgabe {n}", due_on=date(2026, 11, 1)) for n in range(3)]
    state = make_company(*late, *closed(date(2026, 9, 18))).results.step_state("review")
    assert state.text == "Erledigen Sie 3 überfällige Aufgaben, oder geben Sie ihnen einen neuen Tag."
    assert state.next_step is not None
    assert (state.next_step.page, state.next_step.tab, state.next_step.chip) == ("review", "tasks", "overdue")


def test_larger_expenses_without_purpose_come_up_as_the_next_step_of_the_budget(
    make_company: MakeCompany,
) -> None:
    contracts = [Contract(name=f"Vertrag {n}", start=date(2027, 1, 1), cost=Decimal(2000)) for n in range(3)]
    state = make_company(*contracts).results.step_state("budget")
    assert state.text == "Sagen Sie bei 3 größeren Ausgaben, welchem Ziel oder welcher Pflicht sie dienen."
    assert state.next_step is not None
    assert (state.next_step.page, state.next_step.tab) == ("checks", "thread")


def test_the_steering_is_outdated_when_the_planned_review_is_overdue(make_company: MakeCompany) -> None:
    planned = Review(name="Q4 2026", quarter_start=date(2026, 10, 1), planned_on=date(2026, 11, 21))
    state = make_company(planned, *closed(date(2026, 9, 18))).results.step_state("review")
    assert state.progress is Progress.OUTDATED
    assert state.text == "Halten Sie das Quartals-Review: Fällig war es am 21.11.2026."
    today = Review(name="Q4 2026", quarter_start=date(2026, 10, 1), planned_on=date(2026, 11, 22))
    company = make_company(today, *closed(date(2026, 9, 18)))
    assert company.results.step_state("review").progress is not Progress.OUTDATED
