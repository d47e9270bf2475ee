"""Benefit: goals, risks, urgency and what is made possible, in parts that add up exactly."""

import random
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.plan_records import Plan, duty, goal, lowers, meets, needs, project, risk, serves
from tests.analysis.small_company import TODAY
from tests.analysis.test_rank_span import random_plan
from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.priorities.contributions import ContributionKind
from virtualcio.analysis.priorities.own_value import normalised_weights, urgency_of
from virtualcio.model import RECORD_KINDS, Company, Initiative
from virtualcio.model.duties import Applies
from virtualcio.model.initiatives import InitiativeState


def test_goals_count_by_weight_and_strength() -> None:
    """Weights 50 and 30 of 80: 62.5 % and 37.5 %. G = 62.5 × 2/3 + 37.5 × 1/3; V = 0.6 × G = 32.5."""
    sales, order = goal("Mehr Umsatz", 50), goal("Ordnung", 30)
    closed = goal("Erreicht", 20, closed_on=TODAY)
    one = project("A")
    plan = Plan(sales, order, closed, one, serves(one, sales, 2), serves(one, order, 1), serves(one, closed))
    assert plan[one].own_value == Fraction("32.5")
    assert plan[one].benefit == 100  # the most useful open initiative is the measure


def test_of_two_rows_about_one_goal_the_stronger_counts() -> None:
    aim, one = goal("Mehr Umsatz"), project("A")
    assert Plan(aim, one, serves(one, aim, 1), serves(one, aim, 3))[one].own_value == 60


def test_a_risk_counts_by_what_is_taken_off_it_and_the_share_in_it() -> None:
    """20 before, 6 after: 14 points, half of them by this one: R = 4 × 7 = 28, V = 0.25 × 28 = 7."""
    outage, one = risk("Ausfall", (4, 5), (2, 3)), project("A")
    assert Plan(outage, one, lowers(one, outage, 50))[one].own_value == 7


def test_a_risk_that_is_not_lowered_counts_nothing() -> None:
    worse, one = risk("Ausfall", (2, 2), (3, 3)), project("A")
    assert Plan(worse, one, lowers(one, worse))[one].own_value == 0


def test_risks_count_at_most_100_points_and_then_share_them() -> None:
    """24 and 12 points off: 4 × 36 = 144, cut to 100: V = 25, two thirds and one third of it."""
    big, small, one = risk("Brand", (5, 5), (1, 1)), risk("Diebstahl", (3, 5), (1, 3)), project("A")
    found = Plan(big, small, one, lowers(one, big), lowers(one, small))[one]
    assert found.own_value == 25
    assert [part.points for part in found.contributions] == [Decimal("66.67"), Decimal("33.33")]


@pytest.mark.parametrize(
    ("days", "urgency"),
    [(731, 0), (730, 0), (729, Fraction(100, 730)), (365, 50), (73, 90), (0, 100), (-1, 100), (-4000, 100)],
)
def test_urgency_grows_over_two_years_and_is_full_from_the_day_on(days: int, urgency: Fraction) -> None:
    assert urgency_of(TODAY + timedelta(days), TODAY) == urgency


def test_without_a_hard_date_nothing_is_urgent() -> None:
    assert urgency_of(None, TODAY) == 0


def test_the_nearest_hard_date_counts_of_its_own_and_of_duties_that_apply_and_are_not_met() -> None:
    one = project("A", hard_end=date(2028, 1, 1))
    plan = Plan(
        one,
        *(duties := [
            duty("gilt nicht", date(2026, 12, 1), Applies.NO),
            duty("unklar", date(2026, 12, 2), Applies.UNCLEAR),
            duty("erfüllt", date(2026, 12, 3), evidence="Prüfbericht"),
            duty("offen", date(2027, 6, 1)),
            duty("später", date(2027, 9, 1)),
        ]),
        [meets(one, each) for each in duties],
    )  # fmt: skip
    assert plan[one].hard_date == date(2027, 6, 1)


def test_a_chain_passes_on_three_tenths_of_each_next_link() -> None:
    """C 60, B 0.3 × 60 = 18, A 0.3 × 18 = 5.4; shown against the largest."""
    aim, a, b, c = goal("Mehr Umsatz"), project("A"), project("B"), project("C")
    plan = Plan(aim, a, b, c, serves(c, aim), needs(b, a), needs(c, b))
    assert [plan[one].benefit for one in (a, b, c)] == [Decimal(9), Decimal(30), Decimal(100)]
    assert plan[b].needs == (a.id,) and plan[b].enables == (c.id,)
    (only,) = plan[a].contributions
    assert (only.kind, only.record_id, only.points) == (ContributionKind.ENABLES, b.id, Decimal(9))


def test_what_several_make_possible_is_shared_among_them() -> None:
    """X (60) needs P and Q, Y (20) needs P: P 0.3 × (60 ÷ 2 + 20) = 15, Q 0.3 × 60 ÷ 2 = 9."""
    aim, p, q, x, y = goal("Mehr Umsatz"), project("P"), project("Q"), project("X"), project("Y")
    plan = Plan(aim, p, q, x, y, needs(x, p), needs(x, q), needs(y, p), serves(x, aim), serves(y, aim, 1))
    assert [plan[one].benefit for one in (x, y, p, q)] == [
        Decimal("100.00"), Decimal("33.33"), Decimal("25.00"), Decimal("15.00")
    ]  # fmt: skip


def test_what_is_done_or_dropped_neither_gets_nor_takes_a_share() -> None:
    aim, done = goal("Mehr Umsatz"), project("Fertig", state=InitiativeState.DONE)
    dropped = project("Verworfen", state=InitiativeState.DROPPED)
    p, x = project("P"), project("X")
    plan = Plan(
        aim, done, dropped, p, x, serves(x, aim), serves(dropped, aim),
        needs(x, done), needs(x, p), needs(dropped, p),
    )  # fmt: skip
    assert plan[p].benefit == 30
    assert len(plan.order) == 2


def test_a_link_typed_twice_is_one_link() -> None:
    aim, p, x = goal("Mehr Umsatz"), project("P"), project("X")
    assert Plan(aim, p, x, serves(x, aim), needs(x, p), needs(x, p))[p].benefit == 30


def test_parts_are_scaled_like_the_benefit_and_the_rest_goes_to_the_largest() -> None:
    """Three equal goals at strength 3, 2 and 2: 20, 13.33 and 13.33 of 46.67, so 42.86 + 28.57 + 28.57."""
    goals = [goal("A", 10), goal("B", 10), goal("C", 10)]
    one = project("X")
    found = Plan(goals, one, [serves(one, aim, n) for aim, n in zip(goals, (3, 2, 2), strict=True)])[one]
    points = [part.points for part in found.contributions]
    assert points == [Decimal("42.86"), Decimal("28.57"), Decimal("28.57")]
    even = project("Y")
    found = Plan(goals, even, [serves(even, aim) for aim in goals])[even]
    assert [part.points for part in found.contributions] == [
        Decimal("33.34"), Decimal("33.33"), Decimal("33.33")
    ]  # fmt: skip


def test_if_nothing_is_worth_anything_every_benefit_is_0() -> None:
    plan = Plan(goal("Mehr Umsatz"), project("A"), project("B"))
    assert [one.benefit for one in plan.ranking.ranked] == [0, 0]
    assert all(not one.contributions for one in plan.ranking.ranked)


def test_the_share_passed_on_and_the_weights_are_the_companys() -> None:
    aim, p, x = goal("Mehr Umsatz"), project("P"), project("X", hard_end=TODAY)
    plan = Plan(aim, p, x, serves(x, aim), needs(x, p))
    plan.assumptions = Assumptions(weight_goal=Decimal(1), weight_urgency=Decimal(3), weight_risk=Decimal(0))
    assert plan[x].own_value == 100
    plan.assumptions = Assumptions(enables_percent=Decimal("12.5"))
    assert plan[p].benefit == Decimal("12.50")


@given(some.tuples(*[some.decimals(0, 100, places=2)] * 3))
def test_weights_are_normalised_whatever_they_add_up_to(typed: tuple[Decimal, ...]) -> None:
    weights = normalised_weights(*typed)
    shares = (weights.goal, weights.risk, weights.urgency)
    assert shares[0] + shares[1] + shares[2] == 1
    if any(typed):
        assert all(
            share * Fraction(sum(typed)) == Fraction(one) for share, one in zip(shares, typed, strict=True)
        )


@given(some.randoms(use_true_random=False), some.integers(2, 30), some.integers(0, 40))
@settings(max_examples=25, deadline=None)
def test_the_parts_always_add_up_to_the_benefit(draw: random.Random, count: int, links: int) -> None:
    found = random_plan(draw, count, links).ranking
    for one in (*found.must, *found.ranked):
        assert sum((part.points for part in one.contributions), Decimal(0)) == one.benefit
        assert 0 <= one.benefit <= 100
        assert all(part.points >= 0 for part in one.contributions)


@given(some.randoms(use_true_random=False), some.integers(2, 12), some.integers(0, 12))
@settings(max_examples=25, deadline=None)
def test_the_order_of_the_records_does_not_matter(draw: random.Random, count: int, links: int) -> None:
    plan = random_plan(draw, count, links)
    records = [one for kind in RECORD_KINDS if kind is not Company for one in plan.data.all(kind)]
    draw.shuffle(records)
    other = Plan(records)
    assert other.order == plan.order
    assert {one.initiative_id: one.benefit for one in other.ranking.ranked} == {
        one.initiative_id: one.benefit for one in plan.ranking.ranked
    }
    assert sorted(map(sorted, other.ranking.circles)) == sorted(map(sorted, plan.ranking.circles))


def test_every_open_initiative_has_its_place_once() -> None:
    plan = random_plan(random.Random(3), 50, 60)
    found = plan.ranking
    keys = [one.initiative_id for one in (*found.must, *found.ranked)]
    assert sorted(keys) == sorted(one.id for one in plan.data.all(Initiative))
    assert [one.rank for one in found.ranked] == list(range(1, len(found.ranked) + 1))
