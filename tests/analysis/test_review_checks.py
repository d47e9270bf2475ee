"""Checks of reviews, council, tasks and outcomes, each at its limit. Today is 22 November 2026."""

from datetime import date
from decimal import Decimal

import pytest

from tests.analysis.kpis import reach
from tests.analysis.plan_records import goal
from tests.analysis.small_company import Rules
from tests.analysis.troubled_steering import put_off
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import (
    AdoptionCount,
    Asset,
    CouncilMeeting,
    Decision,
    Department,
    Incident,
    Initiative,
    OutcomeReview,
    Person,
    Review,
    Setting,
    Task,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory
from virtualcio.model.review import DecisionState

Q4 = date(2026, 10, 1)


def planned(day: date | None) -> Review:
    return Review(name="Q4 2026", quarter_start=Q4, planned_on=day)


@pytest.mark.parametrize(
    ("day", "severity"),
    [
        (date(2026, 12, 14), None),
        (date(2026, 12, 13), Severity.WATCH),  # three weeks ahead
        (date(2026, 11, 22), Severity.WATCH),
        (date(2026, 11, 21), Severity.ACT),
        (None, None),  # then the end of the quarter counts
    ],
)
def test_a_review_is_reminded_of_three_weeks_ahead(day: date | None, severity: Severity | None) -> None:
    found = Rules(planned(day)).found("review_due")
    assert [one.severity for one in found] == ([] if severity is None else [severity])


def test_who_never_planned_a_review_is_not_reminded() -> None:
    assert Rules(today=date(2026, 12, 31)).found("review_due") == []


def test_the_reminder_counts_kpis_without_a_current_value() -> None:
    aim = goal("Ziel", 100)
    never = reach(goal_id=aim.id)
    (finding,) = Rules(planned(date(2026, 12, 1)), aim, never, reach()).found("review_due")
    assert finding.params["kpis"] == 1 and finding.act_by == date(2026, 12, 1)


def test_what_a_review_left_open_is_said_until_the_next_one_is_closed() -> None:
    third = Review(
        name="Q3", quarter_start=date(2026, 7, 1), closed_on=date(2026, 9, 20), held_on=date(2026, 9, 20),
        open_questions="Wer zahlt?",
    )  # fmt: skip
    (finding,) = Rules(third).found("review_left_open")
    assert finding.objects == ((Review, third.id),)
    fourth = Review(name="Q4", quarter_start=Q4, closed_on=date(2026, 11, 20), held_on=date(2026, 11, 20))
    assert Rules(third, fourth).found("review_left_open") == []
    third.open_questions = " \n"
    assert Rules(third).found("review_left_open") == []


@pytest.mark.parametrize(("last", "late"), [(date(2026, 10, 18), False), (date(2026, 10, 17), True)])
def test_the_council_is_overdue_after_35_days(last: date, late: bool) -> None:
    assert bool(Rules(CouncilMeeting(held_on=last)).found("council_overdue")) is late
    patient = Setting(key="council_days", value="60")
    assert Rules(CouncilMeeting(held_on=last), patient).found("council_overdue") == []


def test_overdue_tasks_are_one_finding_the_oldest_first() -> None:
    rules = Rules(
        Task(name="Heute", due_on=date(2026, 11, 22)),
        Task(name="Gestern", due_on=date(2026, 11, 21)),
        Task(name="Länger", due_on=date(2026, 10, 1)),
        Task(name="Erledigt", due_on=date(2026, 1, 1), done_on=date(2026, 1, 1)),
    )
    (finding,) = rules.found("tasks_overdue")
    assert [rules.data.find(Task, key).name for _kind, key in finding.objects] == ["Länger", "Gestern"]
    assert (finding.params["first_due"], finding.act_by) == (date(2026, 10, 1), date(2026, 10, 1))


def test_a_decision_waits_if_it_is_not_carried_out_or_was_put_off_until_now() -> None:
    yesterday = date(2026, 11, 21)
    rules = Rules(
        Decision(name="Beschlossen", due_on=yesterday),
        Decision(name="Vertagt", due_on=yesterday, state=DecisionState.DEFERRED),
        Decision(name="Abgelehnt", due_on=yesterday, state=DecisionState.REJECTED),
        Decision(name="Heute", due_on=date(2026, 11, 22)),
    )
    (finding,) = rules.found("decision_overdue")
    names = {rules.data.find(Decision, key).name for _kind, key in finding.objects}
    assert names == {"Beschlossen", "Vertagt"}


def finished(day: date, promised: int | None = None) -> Initiative:
    return Initiative(name="Portal", state=InitiativeState.DONE, finished_on=day, promised_users=promised)


@pytest.mark.parametrize(("day", "due"), [(date(2026, 8, 25), False), (date(2026, 8, 24), True)])
def test_what_an_initiative_brought_is_asked_90_days_after_its_end(day: date, due: bool) -> None:
    assert bool(Rules(finished(day)).found("outcome_not_reviewed")) is due
    done = finished(day)
    held = OutcomeReview(initiative_id=done.id, held_on=date(2026, 11, 1))
    assert Rules(done, held).found("outcome_not_reviewed") == []


@pytest.mark.parametrize(
    ("day", "users", "missed"),
    [
        (date(2026, 8, 24), 8, True),
        (date(2026, 8, 24), 9, False),  # as promised
        (date(2026, 8, 25), 8, False),  # people still have time
    ],
)
def test_promised_use_is_measured_90_days_after_the_end(day: date, users: int, missed: bool) -> None:
    portal = finished(day, promised=9)
    count = AdoptionCount(counted_on=date(2026, 11, 1), initiative_id=portal.id, people=12, users=users)
    found = Rules(portal, count).found("promised_use_not_reached")
    assert bool(found) is missed
    if missed:
        assert found[0].params == {"count": 1, "users": 8, "promised": 9}


def test_departments_without_a_voice_are_named_once_there_is_a_council() -> None:
    head = Person(name="Vogt")
    silent, heard = Department(name="Lager"), Department(name="Büro", liaison_id=head.id)
    assert Rules(silent).found("department_without_liaison") == []
    for council in ([heard, head], [CouncilMeeting(held_on=date(2026, 11, 1))]):
        (finding,) = Rules(silent, *council).found("department_without_liaison")
        assert finding.objects == ((Department, silent.id),)


def nas() -> Asset:
    return Asset(
        name="NAS", category=AssetCategory.NAS, support_end=date(2025, 1, 1), remedy_cost=Decimal(4000),
        remedy_cost_on=date(2026, 11, 1),
    )  # fmt: skip


def test_a_renewal_that_was_put_off_twice_is_to_act_on() -> None:
    once, twice = nas(), nas()
    # planned for August, then for November, and off the plan now
    rules = Rules(twice, put_off(twice, date(2026, 8, 1), date(2026, 11, 1)))
    (finding,) = rules.found("put_off_twice")
    assert finding.objects == ((Asset, twice.id),) and finding.money == Decimal(4000)
    assert (finding.params["times"], finding.params["days"], finding.params["planned_on"]) == (2, 92, None)
    # the same day in both reviews, then off the plan: put off once
    assert Rules(once, put_off(once, date(2026, 11, 1), date(2026, 11, 1))).found("put_off_twice") == []


def test_what_is_done_on_a_day_to_come_is_named_the_farthest_first() -> None:
    today, tomorrow, later = date(2026, 11, 22), date(2026, 11, 23), date(2026, 12, 1)
    review = Review(name="Q4 2026", quarter_start=Q4, held_on=later, closed_on=tomorrow)
    task = Task(name="Anrufen", done_on=tomorrow)
    rules = Rules(
        task, review, Task(name="Getan", done_on=today), Decision(name="Kaufen", due_on=later),
        Review(name="Q1 2027", quarter_start=Q4, planned_on=later),
    )  # fmt: skip
    [finding] = rules.found("done_in_future")
    assert finding.objects == ((Review, review.id), (Task, task.id))
    assert finding.params == {"count": 2, "day": later, "field": "held_on"}


@pytest.mark.parametrize(
    "record",
    [
        Decision(name="Kaufen", decided_on=date(2026, 11, 23)),
        Incident(name="Ausfall", noticed_on=date(2026, 11, 23)),
        Incident(name="Ausfall", reported_on=date(2026, 11, 23)),
    ],
    ids=["decided", "noticed", "reported"],
)
def test_each_kind_of_day_to_come_is_named(record: Decision | Incident) -> None:
    [finding] = Rules(record).found("done_in_future")
    assert finding.objects == ((type(record), record.id),)
