"""The plan problem of a company's plan: what is taken over, what cannot be planned, and what-if."""

from datetime import date
from decimal import Decimal
from typing import Any

from tests.analysis.roadmap_records import at_once, job, money_a_year, month, needs, results, takes, team
from virtualcio.actions.results import Results
from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem, Reason, Thing, Unplannable
from virtualcio.analysis.planning.problem_of import problem_of
from virtualcio.model.initiatives import InitiativeState


def made(of: Results, **other: Any) -> tuple[PlanProblem, tuple[Unplannable, ...]]:
    return problem_of(of.plan, of.ranking, **other)


def only(of: Results, **other: Any) -> Activity:
    (activity,) = made(of, **other)[0].activities
    return activity


def reasons(found: tuple[Unplannable, ...]) -> list[tuple[Reason, bool]]:
    return [(one.reason, one.left_out) for one in found]


def test_what_runs_and_what_is_pinned_stays_where_it_is() -> None:
    running = job("Läuft", -2, 4, state=InitiativeState.RUNNING)
    pinned = job("Fest", 5, 2, pinned=True)
    free = job("Frei", 3, 2)
    problem, found = made(results(running, pinned, free))
    fixed = {one.name: (one.fixed, one.required, one.running, one.always_in) for one in problem.activities}
    assert fixed == {
        "Läuft": (-2, True, True, True),
        "Fest": (5, True, False, True),
        "Frei": (None, False, False, True),
    }
    assert found == ()


def test_what_may_be_left_out_is_what_says_so_or_all_that_need_not_be_done() -> None:
    assert only(results(job("A", optional=True))).optional
    assert not only(results(job("A"))).optional
    assert only(results(job("A")), may_leave_out=True).optional
    assert not only(results(job("A", 2, pinned=True, optional=True)), may_leave_out=True).optional


def test_days_and_money_as_entered() -> None:
    it = team(10, support=2)
    one = job(
        "A", 0, 3, one_off_cost=Decimal("1000.55"), running_cost=Decimal(120), hard_end=date(2027, 6, 30)
    )
    problem, _ = made(results(it, one, takes(one, "7.5", it), money_a_year(5000)))
    (activity,) = problem.activities
    assert activity.days == ((it.id, 750),)
    assert (activity.one_off, activity.running_cost, activity.hard_end) == (100_055, 12_000, 6)
    assert activity.money(10, 0, 12) == 66_703  # two of three months: 1,000.55 × 2 ÷ 3
    assert activity.money(10, 12, 24) == 100_055 - 66_703 + 11_000  # then 11 months of 10 € a month
    assert problem.capacity[it.id] == (800,) * 36
    assert problem.money == dict.fromkeys((2027, 2028, 2029), 500000)


def test_what_is_finished_has_used_money_and_holds_up_what_needs_it() -> None:
    done = job(
        "Fertig", -1, 2, state=InitiativeState.DONE, finished_on=date(2027, 1, 10), one_off_cost=Decimal(600)
    )
    after = job("Danach", 4, 1)
    problem, found = made(results(done, after, needs(after, done, 2), money_a_year(1000)))
    (activity,) = problem.activities
    assert (activity.name, activity.earliest, activity.needs) == ("Danach", 2, ())
    assert problem.money == {2027: 70_000, 2028: 100_000, 2029: 100_000}  # half of 600 € fell in 2026
    assert found == ()


def test_what_if_changes_the_means_and_nothing_else() -> None:
    it, one = team(10), job("A")
    company = results(it, one, takes(one, 5, it), money_a_year(1000), at_once(3))
    problem, _ = made(
        company, months=48, money_factor=Decimal("0.8"), days_factor=Decimal("1.5"), parallel=2,
        more_money=10_000, more_days={it.id: 500},
    )  # fmt: skip
    assert problem.months == 48
    assert problem.money == dict.fromkeys((2027, 2028, 2029, 2030), 90000)
    assert problem.capacity[it.id] == (2000,) * 48
    assert problem.parallel == 2
    assert made(company, without=(one.id,))[0].activities == ()


def test_own_value_counts_in_hundredths_and_not_what_it_enables() -> None:
    company = results(job("A", hard_end=date(2027, 12, 31)))
    (ranked,) = (*company.ranking.must, *company.ranking.ranked)
    assert only(company).value == round(ranked.own_value * 100)


def test_things_behind_the_horizon_do_not_matter_and_remedies_are_those_that_can_be_planned() -> None:
    one = job("A")
    things = [Thing("t", 3, 100, (one.id, "elsewhere")), Thing("late", 36, 100, ()), Thing("free", 1, 0, ())]
    problem, _ = made(results(one), things=things)
    assert problem.things == (Thing("t", 3, 100, (one.id,)),)


def test_days_without_a_pool_are_named_and_the_rest_is_planned() -> None:
    it, one = team(10), job("A")
    problem, found = made(results(it, one, takes(one, 3, None), takes(one, 4, it)))
    assert reasons(found) == [(Reason.WITHOUT_POOL, False)]
    assert problem.activities[0].days == ((it.id, 400),)


def test_a_pool_that_never_has_a_day_leaves_out_who_needs_it() -> None:
    idle, one, other = team(5, support=5), job("A"), job("B")
    problem, found = made(results(idle, one, other, takes(one, 1, idle)))
    assert found == (Unplannable(one.id, Reason.NO_CAPACITY, others=(idle.id,)),)
    assert [activity.name for activity in problem.activities] == ["B"]


def test_what_needs_something_dropped_is_left_out_with_all_that_needs_it() -> None:
    dropped = job("Verworfen", state=InitiativeState.DROPPED)
    one, after, other = job("A"), job("Nach A"), job("B")
    problem, found = made(results(dropped, one, after, other, needs(one, dropped), needs(after, one)))
    assert {(trouble.key, trouble.reason) for trouble in found} == {
        (one.id, Reason.PREREQUISITE_DROPPED),
        (after.id, Reason.PREREQUISITE_OUTSIDE),
    }
    assert [activity.name for activity in problem.activities] == ["B"]


def test_what_is_pinned_stays_although_what_it_needs_was_dropped() -> None:
    dropped, one = job("Verworfen", state=InitiativeState.DROPPED), job("A", 3, pinned=True)
    problem, found = made(results(dropped, one, needs(one, dropped)))
    assert reasons(found) == [(Reason.PREREQUISITE_DROPPED, False)]
    assert problem.activities[0].needs == ()


def test_what_follows_something_too_long_is_outside() -> None:
    long, after = job("Lang", 0, 40), job("Danach", 40)
    problem, found = made(results(long, after, needs(after, long)))
    assert {(trouble.key, trouble.reason) for trouble in found} == {
        (long.id, Reason.TOO_LONG),
        (after.id, Reason.PREREQUISITE_OUTSIDE),
    }
    assert problem.activities == ()


def test_a_hard_day_in_the_past_is_named_and_passed_over() -> None:
    company = results(job("A", hard_end=date(2026, 12, 31)))
    problem, found = made(company)
    assert reasons(found) == [(Reason.HARD_END_PAST, False)]
    assert problem.activities[0].hard_end is None
    assert only(results(job("A", hard_end=date(2027, 1, 31)))).hard_end == 1


def test_a_circle_is_named_once_and_what_stands_in_it_is_planned() -> None:
    one, other = job("A"), job("B")
    problem, found = made(results(one, other, needs(one, other), needs(other, one)))
    assert reasons(found) == [(Reason.CIRCLE, False)]
    assert set(found[0].others) == {one.id, other.id}
    assert [activity.needs for activity in problem.activities] == [(), ()]


def test_the_chosen_ones_are_always_in_for_the_other_aims() -> None:
    one, other, first = (job(name, optional=True) for name in ("A", "B", "C"))
    problem, _ = made(results(one, other, first, needs(one, first)), aim=Aim.EARLY, keep=(one.id,))
    assert {activity.name for activity in problem.candidates} == {"A", "C"}


def test_months_start_with_that_of_today() -> None:
    problem, _ = made(results(job("A", earliest_start=month(4))))
    assert problem.first == 2027 * 12
    assert problem.activities[0].earliest == 4
