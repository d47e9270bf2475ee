"""The search for a plan as the program asks for it: solvers in processes of their own."""

import threading
import time
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from benchmarks.plan_cases import plan_case
from tests.solver.small_problems import best_order, every_plan, small_problem
from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.left_shift import shifted_left
from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem
from virtualcio.analysis.planning.valuation import broken, order_of, valuation
from virtualcio.solver import search as search_module
from virtualcio.solver.answer import Progress, Status
from virtualcio.solver.more import gain_of_more
from virtualcio.solver.search import search

JOB = Activity("a", "A", 2, value=1000, optional=True, days=(("it", 400),))


def two_jobs() -> PlanProblem:
    """Two jobs of two months that both need all days of the team: one after the other."""
    return PlanProblem(0, 6, (JOB, replace(JOB, key="b", value=3000)), {"it": (200,) * 6}, parallel=3)


@settings(max_examples=6, deadline=None)
@given(st.integers(1000, 2000), st.sampled_from(tuple(Aim)))
def test_the_answer_is_the_best_of_all_plans_or_says_that_there_is_none(seed: int, aim: Aim) -> None:
    problem = small_problem(seed, aim)
    best = best_order(problem)
    answer = search(problem, seconds=20)
    assert answer.status is (Status.IMPOSSIBLE if best is None else Status.PROVEN)
    if best is not None:
        assert broken(problem, answer.starts) == ()
        assert order_of(problem, answer.starts) == best
        assert answer.value == answer.bound == valuation(problem, answer.starts).total
        assert answer.gap == 0


def test_what_brings_more_comes_first() -> None:
    answer = search(two_jobs(), seconds=10)
    assert answer.starts == {"a": 2, "b": 0}
    assert answer.value == 30 * (6 - 2) + 10 * (6 - 4)
    assert answer.status is Status.PROVEN


@pytest.mark.parametrize("aim", Aim)
def test_what_brings_no_benefit_comes_as_early_as_it_can(aim: Aim) -> None:
    idle = replace(JOB, value=0, optional=False)
    problem = replace(two_jobs(), months=36, capacity={"it": (200,) * 36}, aim=aim, keep=("b",))
    answer = search(replace(problem, activities=(idle, *problem.activities[1:])), seconds=5)
    assert sum(start for start in answer.starts.values() if start is not None) == 2


def test_the_same_seed_gives_the_same_plan_also_when_it_is_not_proven(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(search_module, "_PATIENCE", 60)  # a busy machine must not end it by the clock
    problem = plan_case(60, 8, 3)
    answers = [search(problem, seconds=1) for _ in range(2)]
    assert answers[0].starts == answers[1].starts
    assert answers[0].status is Status.BEST_FOUND


def test_the_answer_is_never_worse_than_the_plan_without_a_search_or_one_that_is_known() -> None:
    problem = plan_case(40, 3, 5)
    first = greedy(problem)
    assert first is not None
    answer = search(problem, seconds=1)
    assert order_of(problem, answer.starts) >= order_of(problem, first)
    again = search(problem, seconds=1, start=answer.starts)
    assert order_of(problem, again.starts) >= order_of(problem, answer.starts)


def test_progress_comes_closer_from_both_sides() -> None:
    told: list[Progress] = []
    answer = search(plan_case(20, 3, 0), seconds=2, on_progress=told.append)
    values = [one.value for one in told if one.value is not None]
    bounds = [one.bound for one in told if one.bound is not None]
    assert values == sorted(values)
    assert bounds == sorted(bounds, reverse=True)
    assert answer.value == values[-1]
    assert answer.bound is not None
    assert answer.bound <= bounds[0]


def test_cancelling_keeps_the_best_so_far_and_takes_no_time() -> None:
    cancelled = threading.Event()
    problem = plan_case(60, 8, 1)

    def stop(told: Progress) -> None:
        if told.bound is not None:
            cancelled.set()

    began = time.monotonic()
    answer = search(problem, seconds=60, on_progress=stop, cancelled=cancelled)
    assert time.monotonic() - began < 30
    assert answer.status is Status.BEST_FOUND
    assert broken(problem, answer.starts) == ()


def test_cancelled_before_it_began_the_first_plan_is_the_answer() -> None:
    cancelled = threading.Event()
    cancelled.set()
    problem = plan_case(20, 3, 1)
    first = greedy(problem)
    assert first is not None
    assert search(problem, cancelled=cancelled).starts == shifted_left(problem, first)


def test_a_company_without_initiatives_has_an_empty_plan() -> None:
    for aim in Aim:
        answer = search(PlanProblem(0, 36, (), {}, aim=aim), seconds=5)
        assert (answer.status, answer.starts) == (Status.PROVEN, {})


def test_what_must_be_done_and_does_not_fit_makes_the_plan_impossible() -> None:
    must = replace(JOB, required=True, must=True, optional=False, hard_end=2)
    problem = replace(two_jobs(), activities=(must, replace(must, key="b")))
    answer = search(problem, seconds=10)
    assert (answer.status, answer.starts, answer.value) == (Status.IMPOSSIBLE, {}, None)


def test_finished_earliest_and_most_even_keep_the_chosen_ones() -> None:
    problem = replace(two_jobs(), keep=("a",), months=8, capacity={"it": (400,) * 8})
    early = search(replace(problem, aim=Aim.EARLY), seconds=5)
    assert (early.starts, early.value, early.order_proven) == ({"a": 0}, 2, True)
    both = replace(problem, aim=Aim.EVEN, keep=("a", "b"))
    even = search(both, seconds=5)
    assert (even.value, even.status) == (Fraction(1, 2), Status.PROVEN)  # never both at once
    assert order_of(both, even.starts) == (-5000, -(2 + 4))
    assert max(order_of(both, plan) for plan in every_plan(both)) == (-5000, -6)


def test_what_more_days_and_more_money_would_bring() -> None:
    problem = replace(
        two_jobs(),
        activities=(JOB, replace(JOB, key="b", value=3000, one_off=100_000)),
        money={2027: 50_000},
        years={2027: (0, 12)},
    )
    answer = search(problem, seconds=5)
    assert answer.starts == {"a": 0, "b": None}
    money, days = gain_of_more(problem, answer, money=50_000, days=200, seconds=5)
    # with 500 € more b comes first and a after it: 30 × 4 + 10 × 2 instead of 10 × 4
    assert (money.pool, money.found, money.exact) == (None, 100, True)
    assert (days.pool, days.found, days.least, days.most) == ("it", 0, 0, 0)


def test_without_a_plan_there_is_nothing_to_gain_on() -> None:
    must = replace(JOB, required=True, hard_end=1)
    problem = replace(two_jobs(), activities=(must,))
    assert gain_of_more(problem, search(problem, seconds=5)) == ()


@pytest.mark.parametrize("size", [20, 60])
def test_plans_of_realistic_size_keep_all_demands(size: int) -> None:
    problem = plan_case(size, 3, 11)
    answer = search(problem, seconds=2)
    assert broken(problem, answer.starts) == ()
    assert answer.bound is not None
    assert answer.value is not None
    assert answer.bound >= answer.value
