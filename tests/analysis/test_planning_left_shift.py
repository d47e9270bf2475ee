"""A plan moved as early as possible: never worse, breaks nothing, and nothing could be earlier at no loss."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.solver.small_problems import every_plan, small_problem
from virtualcio.analysis.planning.left_shift import shifted_left
from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem
from virtualcio.analysis.planning.valuation import broken, order_of

JOB = Activity("a", "A", 2, days=(("it", 400),))
PROBLEM = PlanProblem(0, 12, (JOB, replace(JOB, key="b", value=1000)), {"it": (200,) * 12}, parallel=3)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(tuple(Aim)), st.integers(0, 1000))
def test_a_shifted_plan_is_never_worse_and_nothing_in_it_could_be_earlier(
    seed: int, aim: Aim, which: int
) -> None:
    problem = small_problem(seed, aim)
    plans = list(every_plan(problem))
    if not plans:
        return
    plan = plans[which * len(plans) // 1001]
    shifted = shifted_left(problem, plan)
    assert broken(problem, shifted) == ()
    assert order_of(problem, shifted) >= order_of(problem, plan)
    assert {key for key, start in shifted.items() if start is None} == {
        key for key, start in plan.items() if start is None
    }
    for one in problem.activities:
        start = shifted.get(one.key)
        for earlier in range(0 if start is None or one.fixed is not None else start):
            tried = {**shifted, one.key: earlier}
            assert broken(problem, tried) or order_of(problem, tried) < order_of(problem, shifted)


def test_what_brings_no_benefit_does_not_wait_for_the_last_month() -> None:
    assert shifted_left(PROBLEM, {"a": 10, "b": 0}) == {"a": 2, "b": 0}


def test_what_waits_for_something_that_moves_moves_after_it() -> None:
    waits = replace(JOB, key="c", needs=(("b", 1),))
    problem = replace(PROBLEM, activities=(*PROBLEM.activities, waits))
    assert shifted_left(problem, {"a": None, "b": 6, "c": 10}) == {"a": None, "b": 0, "c": 3}


def test_the_most_even_plan_stays_as_even() -> None:
    wide = replace(PROBLEM, capacity={"it": (400,) * 12}, aim=Aim.EVEN, keep=("a", "b"))
    assert shifted_left(wide, {"a": 10, "b": 4}) == {"a": 2, "b": 0}  # never both at once
