"""Why a plan is impossible: each demand of a contradiction is needed for it, and few have to be given up."""

import itertools
from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from benchmarks.plan_cases import plan_case
from tests.solver.small_problems import best_order, small_problem
from virtualcio.analysis.planning.demands import (
    Demand,
    DemandKind,
    demands,
    eased_by,
    most_steps,
    relaxed,
)
from virtualcio.analysis.planning.problem import Activity, PlanProblem
from virtualcio.solver.contradiction import contradiction, eased, fewest_to_give_up

MUST = Activity("a", "A", 2, required=True, must=True, optional=False, hard_end=2, days=(("it", 400),))
PROBLEM = PlanProblem(0, 6, (MUST, replace(MUST, key="b")), {"it": (200,) * 6}, parallel=3)


def possible(problem: PlanProblem) -> bool:
    return best_order(problem) is not None


@settings(max_examples=6, deadline=None)
@given(st.integers(3000, 4000))
def test_removing_any_one_demand_of_a_contradiction_makes_the_rest_possible(seed: int) -> None:
    problem = small_problem(seed)
    assume(not possible(problem))
    found = contradiction(problem, seconds=20)
    assert found
    others = [demand for demand in demands(problem) if demand not in found]
    alone = relaxed(problem, others)
    assert not possible(alone)
    for demand in found:
        assert possible(relaxed(alone, [demand])), demand


@settings(max_examples=4, deadline=None)
@given(st.integers(5000, 6000))
def test_no_fewer_demands_could_be_given_up(seed: int) -> None:
    problem = small_problem(seed)
    assume(not possible(problem))
    found = fewest_to_give_up(problem, seconds=20)
    assert found
    assert possible(relaxed(problem, found))
    for fewer in itertools.combinations(demands(problem), len(found) - 1):
        assert not possible(relaxed(problem, fewer))


@settings(max_examples=6, deadline=None)
@given(st.integers(7000, 8000))
def test_one_date_or_limit_is_eased_as_far_as_needed_and_not_further(seed: int) -> None:
    problem = small_problem(seed)
    assume(not possible(problem))
    for demand in demands(problem):
        rest = relaxed(problem, [demand])
        most = most_steps(problem, demand)
        if not most or not possible(rest):
            continue
        enough = [steps for steps in range(1, most + 1) if possible(eased_by(problem, rest, demand, steps))]
        found = eased(problem, [demand], seconds=20)
        assert found == (eased_by(problem, rest, demand, enough[0]) if enough else rest)


def test_a_date_is_moved_no_further_for_something_that_brings_more() -> None:
    """a takes two months and was to be done in one; b would bring more if it came before a."""
    must = replace(MUST, hard_end=1)
    worth = Activity("b", "B", 3, value=9000, days=(("it", 600),))
    problem = replace(PROBLEM, activities=(must, worth), months=12, capacity={"it": (200,) * 12})
    given_up = fewest_to_give_up(problem)
    assert given_up == (Demand(DemandKind.HARD_END, "a"),)
    assert eased(problem, given_up).by_key["a"].hard_end == 2


def test_two_that_need_the_same_people_at_the_same_time() -> None:
    found = contradiction(PROBLEM)
    assert found is not None
    assert set(found) == {
        Demand(DemandKind.MUST, "a"),
        Demand(DemandKind.MUST, "b"),
        Demand(DemandKind.HARD_END, "a"),
        Demand(DemandKind.HARD_END, "b"),
        Demand(DemandKind.CAPACITY, pool="it"),
    }
    given_up = fewest_to_give_up(PROBLEM)
    assert given_up is not None
    assert [demand.kind for demand in given_up] == [DemandKind.HARD_END]


def test_a_plan_that_can_be_done_has_no_contradiction() -> None:
    problem = replace(PROBLEM, activities=(MUST,))
    assert contradiction(problem) == ()
    assert fewest_to_give_up(problem) == ()


def test_what_runs_cannot_be_given_up_the_people_can() -> None:
    running = replace(MUST, fixed=0, running=True, must=False, hard_end=None)
    problem = replace(PROBLEM, activities=(running,), capacity={"it": (100,) * 6})
    assert contradiction(problem) == (Demand(DemandKind.CAPACITY, pool="it"),)


def test_a_large_plan_is_explained_as_well() -> None:
    problem = plan_case(60, 3, 1)
    problem = replace(
        problem,
        activities=tuple(
            replace(one, hard_end=one.months + 2) if one.must else one for one in problem.activities
        ),
    )
    assert contradiction(problem)
    given_up = fewest_to_give_up(problem)
    assert given_up
    assert contradiction(relaxed(problem, given_up)) == ()
    assert contradiction(eased(problem, given_up)) == ()
