"""Plans made better without a search of all: lists for finishing early, and parts that are set free."""

from pathlib import Path

import pytest

from benchmarks.plan_cases import plan_case
from benchmarks.psplib import psplib_case
from tests.solver.small_problems import best_order, small_problem
from virtualcio.analysis.planning.early_lists import EarlyLists
from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.part_of import Parts, part_of
from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem
from virtualcio.analysis.planning.slots import Slots
from virtualcio.analysis.planning.valuation import broken, order_of
from virtualcio.analysis.planning.windows import windows

CASES = Path(__file__).resolve().parents[2] / "benchmarks" / "psplib"


def test_a_place_is_where_days_places_and_money_are_left() -> None:
    a = Activity("a", "A", 2, required=True, days=(("it", 400),), one_off=60_000)
    b = Activity("b", "B", 2, required=True, days=(("it", 300),), one_off=60_000)
    problem = PlanProblem(
        0, 6, (a, b), {"it": (200, 200, 200, 300, 300, 300)}, aim=Aim.EARLY, keep=("a", "b"),
        money={1: 100_000, 2: 100_000}, years={1: (0, 4), 2: (4, 8)},
    )  # fmt: skip
    slots = Slots(problem, windows(problem))
    assert slots.earliest("a", 0) == 0
    slots.take("a", 0)
    # b: no days before month 2; from there to month 2 its money would all fall into the first year
    assert slots.earliest("b", 0) == 3
    assert slots.latest("b", 4) == 4
    assert slots.latest("b", 2) is None
    slots.clear()
    assert slots.earliest("b", 0) == 0


@pytest.mark.parametrize("seed", range(12))
def test_lists_keep_all_demands_and_only_get_better(seed: int) -> None:
    problem = small_problem(seed, Aim.EARLY)
    allowed = windows(problem)
    if allowed.impossible or not problem.candidates:
        return
    best = best_order(problem)
    orders = []
    for plan in EarlyLists(problem, allowed, 1).search(2_000):
        assert broken(problem, plan) == ()
        orders.append(order_of(problem, plan))
    assert orders == sorted(orders)
    if orders:
        assert best is not None
        assert orders[-1] <= best


def test_lists_find_the_best_known_end_of_a_case_and_the_same_plan_again() -> None:
    problem = psplib_case(CASES / "j3017_7.sm")
    plans = [list(EarlyLists(problem, windows(problem), 1).search(30_000))[-1] for _ in range(2)]
    assert plans[0] == plans[1]
    assert order_of(problem, plans[0])[0] == -57


def test_only_what_is_set_free_moves() -> None:
    problem = plan_case(60, 3, 1)
    starts = greedy(problem)
    assert starts is not None
    free = Parts(problem, 1).pick(starts, 12)
    part = part_of(problem, starts, free)
    places = windows(part).starts
    for key, start in starts.items():
        if key not in free:
            assert places.get(key, ()) == (() if start is None else (start,))
    assert 12 <= len(free) <= 24
    assert any(len(places[key]) > 1 for key in free)


@pytest.mark.parametrize("seed", range(8))
def test_a_plan_stays_possible_in_every_part_of_its_problem(seed: int) -> None:
    problem = plan_case(20, 3, seed)
    starts = greedy(problem)
    assert starts is not None
    parts = Parts(problem, seed)
    for _ in range(10):
        part = part_of(problem, starts, parts.pick(starts, 6))
        inside = {key: start for key, start in starts.items() if key in part.by_key}
        assert broken(part, inside) == ()
        assert order_of(part, inside) == order_of(problem, starts)
        assert not windows(part).impossible
