"""When reviews, meetings, outcome reviews and visits are due, and what is late."""

from datetime import date
from decimal import Decimal

import pytest

from virtualcio.analysis.review.due import (
    cio_days,
    council_due,
    newest_first,
    open_decisions,
    open_review,
    open_tasks,
    outcomes_pending,
    overdue,
    quarter_start_of,
    quarter_to_review,
    review_due,
)
from virtualcio.model import (
    Company,
    CouncilMeeting,
    Decision,
    Initiative,
    OutcomeReview,
    Record,
    Review,
    Task,
    Visit,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import DecisionState

TODAY = date(2026, 11, 22)
Q3, Q4 = date(2026, 7, 1), date(2026, 10, 1)


def company(*records: Record, **fields: object) -> CompanyData:
    return CompanyData([Company(name="Test", **fields), *records])


def closed(quarter: date, day: date) -> Review:
    return Review(name=f"{quarter}", quarter_start=quarter, held_on=day, closed_on=day)


@pytest.mark.parametrize(
    ("day", "start"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 3, 31), date(2026, 1, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
    ],
)
def test_the_quarter_of_a_day(day: date, start: date) -> None:
    assert quarter_start_of(day) == start


def test_where_no_review_was_ever_held_nothing_is_late() -> None:
    due = review_due(company(), TODAY)
    assert (due.quarter_start, due.due_on, due.overdue) == (Q4, date(2026, 12, 31), False)
    assert not review_due(company(), date(2026, 12, 31)).overdue


def test_the_review_after_the_last_closed_one_is_due_by_the_end_of_its_quarter() -> None:
    data = company(closed(Q3, date(2026, 9, 24)))
    assert review_due(data, date(2026, 12, 31)).overdue is False
    late = review_due(data, date(2027, 1, 1))
    assert (late.quarter_start, late.due_on, late.overdue) == (Q4, date(2026, 12, 31), True)


def test_a_review_held_after_its_quarter_does_not_stand_for_the_next_one() -> None:
    data = company(closed(Q3, date(2026, 10, 14)))
    assert review_due(data, TODAY).quarter_start == Q4


def test_a_planned_day_counts_instead_of_the_end_of_the_quarter() -> None:
    planned = Review(name="Q4 2026", quarter_start=Q4, planned_on=date(2026, 12, 9))
    data = company(closed(Q3, date(2026, 9, 24)), planned)
    due = review_due(data, date(2026, 12, 9))
    assert (due.due_on, due.overdue, due.review) == (date(2026, 12, 9), False, planned)
    assert review_due(data, date(2026, 12, 10)).overdue


def test_a_review_that_is_only_planned_is_not_open() -> None:
    planned = Review(name="Q4 2026", quarter_start=Q4, planned_on=date(2026, 12, 9))
    assert open_review(company(planned)) is None
    begun = Review(name="Q4 2026", quarter_start=Q4, held_on=TODAY)
    data = company(closed(Q3, date(2026, 9, 24)), begun)
    assert open_review(data) is begun
    assert newest_first(data)[0] is begun


def test_who_was_away_for_a_year_begins_with_this_quarter() -> None:
    data = company(closed(date(2025, 7, 1), date(2025, 9, 20)))
    due = review_due(data, TODAY)
    assert (due.quarter_start, due.overdue) == (date(2025, 10, 1), True)
    assert quarter_to_review(due, TODAY) == Q4
    january = date(2027, 1, 5)
    just_over = review_due(company(closed(Q3, date(2026, 9, 24))), january)
    assert quarter_to_review(just_over, january) == Q4


def test_the_council_is_late_five_weeks_after_its_last_meeting() -> None:
    data = company(CouncilMeeting(held_on=date(2026, 10, 8)), CouncilMeeting(held_on=date(2026, 9, 3)))
    due = council_due(data, date(2026, 11, 12), 35)
    assert (due.last_on, due.due_on, due.overdue) == (date(2026, 10, 8), date(2026, 11, 12), False)
    assert council_due(data, date(2026, 11, 13), 35).overdue


def test_a_meeting_to_come_is_named_and_before_the_first_nothing_is_late() -> None:
    coming = CouncilMeeting(held_on=date(2026, 12, 3))
    due = council_due(company(coming), TODAY, 35)
    assert (due.last_on, due.due_on, due.overdue, due.next_on) == (None, None, False, date(2026, 12, 3))
    late = council_due(company(coming, CouncilMeeting(held_on=date(2026, 10, 8))), TODAY, 35)
    assert late.overdue and late.next_on == date(2026, 12, 3)


def done(name: str, **fields: object) -> Initiative:
    return Initiative(name=name, state=InitiativeState.DONE, **fields)


def test_outcomes_are_looked_at_90_days_after_the_end() -> None:
    first = done("A", finished_on=date(2026, 8, 24))
    planned_only = done("B", start=date(2026, 5, 1), months=2)  # ended 30.06.2026 by the plan
    unknown = done("C")
    running = Initiative(name="D", state=InitiativeState.RUNNING, finished_on=date(2026, 1, 1))
    held, waiting = done("E", finished_on=date(2026, 1, 1)), done("F", finished_on=date(2026, 1, 1))
    data = company(
        first, planned_only, unknown, running, held, waiting,
        OutcomeReview(initiative_id=held.id, held_on=date(2026, 4, 2)),
        OutcomeReview(initiative_id=waiting.id),
    )  # fmt: skip
    assert [(one.initiative.name, one.due_on) for one in outcomes_pending(data, 90)] == [
        ("F", date(2026, 4, 1)),
        ("B", date(2026, 9, 28)),
        ("A", date(2026, 11, 22)),
    ]


def test_tasks_by_day_and_without_a_day_last() -> None:
    late = Task(name="spät", due_on=date(2026, 10, 31))
    today, never = Task(name="heute", due_on=TODAY), Task(name="irgendwann")
    finished = Task(name="fertig", due_on=date(2026, 1, 1), done_on=date(2026, 1, 2))
    tasks = open_tasks(company(never, today, finished, late))
    assert [task.name for task in tasks] == ["spät", "heute", "irgendwann"]
    assert overdue(tasks, TODAY) == [late]


def test_decisions_that_wait_to_be_carried_out_or_looked_at_again() -> None:
    decided = Decision(name="a", due_on=date(2026, 11, 1))
    deferred = Decision(name="b", state=DecisionState.DEFERRED, due_on=date(2026, 10, 1))
    rejected = Decision(name="c", state=DecisionState.REJECTED, due_on=date(2026, 9, 1))
    carried_out = Decision(name="d", due_on=date(2026, 9, 1), done_on=date(2026, 8, 1))
    found = open_decisions(company(decided, deferred, rejected, carried_out))
    assert found == (deferred, decided)


def test_days_of_the_external_cio_in_this_month_and_year() -> None:
    visits = [
        Visit(held_on=date(2025, 12, 30), days=Decimal("1.00")),
        Visit(held_on=date(2026, 3, 4), days=Decimal("1.50")),
        Visit(held_on=date(2026, 11, 4), days=Decimal("1.00")),
        Visit(held_on=date(2026, 11, 22), days=Decimal("0.50")),
        Visit(held_on=date(2026, 11, 27), days=Decimal("1.00")),
    ]
    found = cio_days(company(*visits, cio_days_per_month=Decimal("2.00")), TODAY)
    assert found is not None
    assert (found.agreed, found.used, found.left) == (Decimal("2.00"), Decimal("1.50"), Decimal("0.50"))
    assert (found.agreed_year, found.used_year, found.left_year) == (
        Decimal("24.00"),
        Decimal("3.00"),
        Decimal("21.00"),
    )
    assert found.next_visit == date(2026, 11, 27)
    assert cio_days(company(*visits), TODAY) is None
