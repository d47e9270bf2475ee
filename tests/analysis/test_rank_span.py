"""The rank span: the fast way gives what ranking everything anew for each case gives."""

import random
import time
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from itertools import pairwise, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.plan_records import Plan, goal, lowers, needs, project, risk, serves
from tests.analysis.small_company import TODAY
from virtualcio.model import Initiative, InitiativeGoal, Record
from virtualcio.model.initiatives import DeliveryRisk


def random_plan(draw: random.Random, count: int, links: int, *, by_size: bool = True) -> Plan:
    goals = [goal(f"Ziel {n}", draw.randint(0, 60)) for n in range(4)]
    risks = [
        risk(f"Risiko {n}", (draw.randint(1, 3), draw.randint(1, 3)), (1, draw.randint(1, 3)))  # bearable
        for n in range(4)
    ]
    initiatives = [
        project(
            f"Vorhaben {n}",
            draw.choice([500, 3000, 3000, 12000, 50000]),
            delivery_risk=draw.choice(list(DeliveryRisk)),
            hard_end=draw.choice([None, None, TODAY + timedelta(draw.randint(-20, 800))]),
        )
        for n in range(count)
    ]
    records: list[Record] = [*goals, *risks, *initiatives]
    for one in initiatives:
        records += [serves(one, aim, draw.randint(0, 3)) for aim in draw.sample(goals, draw.randint(0, 3))]
        if draw.random() < 0.3:
            records.append(lowers(one, draw.choice(risks), draw.choice([25, 50, 100])))
    for _ in range(links):
        first, second = sorted(draw.sample(range(count), 2))
        records.append(needs(initiatives[second], initiatives[first]))
    return Plan(records, by_size=by_size)


def spans_the_plain_way(plan: Plan) -> dict[str, tuple[int, int]]:
    """Every list of all 24 cases ranked anew from the records."""
    found: dict[str, set[int]] = {}
    usual = plan.assumptions
    contributions = plan.data.all(InitiativeGoal)
    for factors in product((Decimal("0.8"), Decimal("1.2")), repeat=3):
        plan.assumptions = replace(
            usual,
            weight_goal=usual.weight_goal * factors[0],
            weight_risk=usual.weight_risk * factors[1],
            weight_urgency=usual.weight_urgency * factors[2],
        )
        for initiative, step in product(plan.data.all(Initiative), (-1, 0, 1)):
            own = [row for row in contributions if row.initiative_id == initiative.id]
            before = [row.strength for row in own]
            for row in own:
                row.strength = min(max(row.strength + step, 0), 3)
            rank = plan[initiative].rank
            for row, strength in zip(own, before, strict=True):
                row.strength = strength
            if rank is not None:
                found.setdefault(initiative.id, set()).add(rank)
    plan.assumptions = usual
    return {key: (min(ranks), max(ranks)) for key, ranks in found.items()}


@given(some.randoms(use_true_random=False), some.integers(2, 7), some.integers(0, 8), some.booleans())
@settings(max_examples=12, deadline=None)
def test_the_fast_way_equals_ranking_everything_anew(
    draw: random.Random, count: int, links: int, by_size: bool
) -> None:
    plan = random_plan(draw, count, links, by_size=by_size)
    fast = {one.initiative_id: (one.best_rank, one.worst_rank) for one in plan.ranking.ranked}
    assert fast == spans_the_plain_way(plan)


@given(some.randoms(use_true_random=False), some.integers(1, 40), some.integers(0, 30))
@settings(max_examples=20, deadline=None)
def test_the_rank_lies_within_its_span(draw: random.Random, count: int, links: int) -> None:
    for one in random_plan(draw, count, min(links, count * 2 if count > 1 else 0)).ranking.ranked:
        assert one.rank is not None and one.best_rank is not None and one.worst_rank is not None
        assert 1 <= one.best_rank <= one.rank <= one.worst_rank <= count


def test_a_step_of_strength_and_other_weights_move_an_initiative() -> None:
    """Weights 60 : 25 : 15, one goal. A: strength 2, V = 40. B: urgent in 146 days, U = 80, strength 1:
    V = 20 + 12 = 32. C: strength 3, V = 60. D: nothing, V = 0.

    A one step up: 60, as C, and before it by its name: rank 1. A one step down: 20, behind B: rank 3.
    B one step up: 40 + 12 = 52, before A: 2; C is out of reach, for urgency × 1.2 with goals × 0.8 gives
    B (32 + 14.4), C 48, while B's step up gives 2 at best. C one step down: 40, level with A, which its name
    puts first, and before B (32): rank 2. With goals × 0.8 and urgency × 1.2: C 32, A 32, B 16 + 14.4 = 30.4.
    """
    aim = goal("Mehr Umsatz")
    a, c, d = project("A"), project("C"), project("D")
    b = project("B", hard_end=TODAY + timedelta(146))
    plan = Plan(aim, a, b, c, d, serves(a, aim, 2), serves(b, aim, 1), serves(c, aim, 3))
    assert plan.order == ["C", "A", "B", "D"]
    spans = [(one.best_rank, one.worst_rank) for one in plan.ranking.ranked]
    assert spans == [(1, 2), (1, 3), (2, 3), (4, 4)]


def test_what_makes_others_possible_moves_with_the_strength_of_its_own_goals_only() -> None:
    """A step of B changes A's benefit too, but A's span counts only steps of A's own strengths."""
    aim = goal("Mehr Umsatz")
    a, b, c = project("A"), project("B"), project("C")
    plan = Plan(aim, a, b, c, needs(b, a), serves(b, aim, 3), serves(c, aim, 1))
    # B 60, C 20, A 0.3 × 60 = 18. C one step down: 0, behind A. A itself stays third in all of its cases.
    assert plan.order == ["B", "C", "A"]
    assert [(one.best_rank, one.worst_rank) for one in plan.ranking.ranked] == [(1, 1), (2, 3), (3, 3)]


@pytest.mark.parametrize("links", [400, 1500])
def test_three_hundred_initiatives_are_ranked_with_their_spans_in_half_a_second(links: int) -> None:
    plan = random_plan(random.Random(7), 300, links)
    begin = time.process_time()
    assert len(plan.ranking.ranked) + len(plan.ranking.must) == 300
    assert time.process_time() - begin < 0.5


def test_a_chain_of_three_hundred_is_no_deeper_than_python_can_count() -> None:
    initiatives = [project(f"{number:03}") for number in range(300)]
    aim = goal("Mehr Umsatz")
    links = [needs(later, sooner) for sooner, later in pairwise(initiatives)]
    plan = Plan(aim, initiatives, links, serves(initiatives[-1], aim))
    assert plan.order == [f"{number:03}" for number in reversed(range(300))]
