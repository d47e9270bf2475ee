"""What a plan is worth, what it breaks, and why nothing starts a month earlier."""

from dataclasses import replace
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.solver.small_problems import best_order, every_plan, small_problem
from virtualcio.analysis.planning.demands import DemandKind
from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem, Thing
from virtualcio.analysis.planning.valuation import Broken, broken, order_of, valuation
from virtualcio.analysis.planning.why_not_earlier import why_not_earlier
from virtualcio.analysis.planning.windows import windows
from virtualcio.analysis.roadmap.holds_back import HoldsBack, HoldsBackKind

A = Activity(
    "a", "A", 3, value=5025, wished_end=4, days=(("it", 1000),), one_off=100_000, running_cost=12_000
)
B = Activity("b", "B", 2, value=1000, needs=(("a", 1),), days=(("it", 200),))
PROBLEM = PlanProblem(
    first=2027 * 12,
    months=12,
    activities=(A, B),
    capacity={"it": (400,) * 12},
    money={2027: 150_000},
    years={2027: (0, 12)},
    things=(Thing("server", due=2, waiting=10_000, remedied_by=("a", "b")),),
)


def test_value_counts_from_the_end_to_the_horizon_less_a_quarter_for_each_month_after_the_wish() -> None:
    found = valuation(PROBLEM, {"a": 3, "b": None})
    assert found.by_activity == {"a": Fraction("50.25") * (12 - 6) - Fraction("50.25") / 4 * 2}
    assert found.by_thing == {"server": -(6 - 2) * Fraction(100, 50)}  # 100 € a month are 2 points
    assert found.total == Fraction("276.375") - 8


def test_the_first_of_several_remedies_counts_and_without_one_the_whole_horizon() -> None:
    assert valuation(PROBLEM, {"a": 0, "b": 5}).by_thing == {"server": -(3 - 2) * 2}
    assert valuation(PROBLEM, {"a": None, "b": None}).total == -(12 - 2) * 2
    assert valuation(replace(PROBLEM, point_price=10_000), {}).total == -10
    soon = replace(PROBLEM, things=(Thing("old", 8, 10_000, ("a",)),))
    assert valuation(soon, {"a": 0, "b": None}).by_thing == {"old": 0}  # put right before it is due


def test_early_counts_the_last_end_and_even_the_highest_share() -> None:
    starts = {"a": 0, "b": 4}
    assert valuation(replace(PROBLEM, aim=Aim.EARLY), starts).order == (-6, -(3 + 6))
    even = valuation(replace(PROBLEM, aim=Aim.EVEN), starts)
    assert even.total == Fraction(8350, 10_000)  # 10 days in 3 months: 3.33, 3.34, 3.33 of 4


@pytest.mark.parametrize(
    ("changed", "starts", "found"),
    [
        ({}, {"a": 0, "b": 3}, [Broken(DemandKind.PREREQUISITE, "b", other="a")]),
        ({}, {"a": None, "b": 3}, [Broken(DemandKind.PREREQUISITE, "b", other="a")]),
        ({}, {"a": 0, "b": 11}, [Broken(DemandKind.HORIZON, "b")]),
        ({"parallel": 0}, {"a": 11, "b": None}, [
            Broken(DemandKind.HORIZON, "a"), Broken(DemandKind.PARALLEL, month=11)]),
        ({"capacity": {"it": (333,) * 12}}, {"a": 4, "b": None},
         [Broken(DemandKind.CAPACITY, pool="it", month=5)]),
        ({"money": {2027: 108_999}}, {"a": 0, "b": None}, [Broken(DemandKind.MONEY, year=2027)]),
        ({"money": {2027: 109_000}}, {"a": 0, "b": None}, []),
        ({"activities": (replace(A, earliest=2),)}, {"a": 1}, [Broken(DemandKind.EARLIEST, "a")]),
        ({"activities": (replace(A, hard_end=3),)}, {"a": 1}, [Broken(DemandKind.HARD_END, "a")]),
        ({"activities": (replace(A, fixed=2, required=True),)}, {"a": 1}, [Broken(DemandKind.PIN, "a")]),
        ({"activities": (replace(A, required=True),)}, {"a": None}, [Broken(DemandKind.MUST, "a")]),
    ],
)  # fmt: skip
def test_each_demand_that_is_not_kept_is_found(
    changed: dict[str, object], starts: dict[str, int | None], found: list[Broken]
) -> None:
    assert list(broken(replace(PROBLEM, **changed), starts)) == found  # type: ignore[arg-type]


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000), st.sampled_from(tuple(Aim)))
def test_the_first_plan_breaks_nothing_and_windows_lose_no_plan(seed: int, aim: Aim) -> None:
    problem = small_problem(seed, aim)
    best, first, allowed = best_order(problem), greedy(problem), windows(problem)
    if first is not None:
        assert broken(problem, first) == ()
        assert best is not None
        assert order_of(problem, first) <= best
        assert greedy(problem) == first
    if best is not None:
        assert not allowed.impossible
    for plan in every_plan(problem):
        assert all(start is None or start in allowed.starts[key] for key, start in plan.items())


@settings(max_examples=80, deadline=None)
@given(st.integers(0, 10_000))
def test_each_reason_is_true_when_tried(seed: int) -> None:
    problem = small_problem(seed)
    plan = greedy(problem)
    for key, reasons in ({} if plan is None else why_not_earlier(problem, plan)).items():
        assert plan is not None
        start = plan[key]
        assert start is not None
        tried = broken(problem, {**plan, key: start - 1})
        kinds = {one.kind for one in tried}
        assert (kinds == set()) == (reasons == ())
        assert {_KINDS[reason.kind] for reason in reasons} <= kinds
        for reason in reasons:
            if reason.kind is HoldsBackKind.PREREQUISITE:
                assert Broken(DemandKind.PREREQUISITE, key, other=reason.record_id) in tried
            if reason.kind is HoldsBackKind.POOL:
                months = [one.month for one in tried if one.pool == reason.record_id]
                assert reason.month in [_day(problem, one) for one in months if one is not None]


_KINDS = {
    HoldsBackKind.RUNNING: DemandKind.PIN,
    HoldsBackKind.PINNED: DemandKind.PIN,
    HoldsBackKind.FIRST_MONTH: DemandKind.HORIZON,
    HoldsBackKind.EARLIEST_START: DemandKind.EARLIEST,
    HoldsBackKind.PREREQUISITE: DemandKind.PREREQUISITE,
    HoldsBackKind.POOL: DemandKind.CAPACITY,
    HoldsBackKind.PARALLEL: DemandKind.PARALLEL,
    HoldsBackKind.MONEY: DemandKind.MONEY,
}


def _day(problem: PlanProblem, month: int) -> date:
    number = problem.first + month
    return date(number // 12, number % 12 + 1, 1)


def test_all_reasons_are_named_with_month_and_pool() -> None:
    problem = replace(PROBLEM, parallel=1, activities=(A, replace(B, needs=(("a", 0),), earliest=3)))
    assert why_not_earlier(problem, {"a": 0, "b": 3}) == {
        "a": (HoldsBack(HoldsBackKind.FIRST_MONTH, month=date(2027, 1, 1)),),
        "b": (
            HoldsBack(HoldsBackKind.EARLIEST_START, month=date(2027, 4, 1)),
            HoldsBack(HoldsBackKind.PREREQUISITE, "a", date(2027, 4, 1)),
            HoldsBack(HoldsBackKind.POOL, "it", date(2027, 3, 1)),
            HoldsBack(HoldsBackKind.PARALLEL, month=date(2027, 3, 1)),
        ),
    }


def test_money_of_a_year_holds_back_too() -> None:
    later = replace(A, wished_end=None)
    problem = replace(
        PROBLEM, activities=(later,), months=24, capacity={"it": (400,) * 24},
        money={2027: 33_000, 2028: 300_000}, years={2027: (0, 12), 2028: (12, 24)},
    )  # fmt: skip
    assert why_not_earlier(problem, {"a": 12}) == {
        "a": (HoldsBack(HoldsBackKind.MONEY, month=date(2027, 1, 1)),)
    }
