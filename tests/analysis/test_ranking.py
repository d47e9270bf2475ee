"""Effort, size, kind and order of initiatives, and circles among them."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.analysis.plan_records import Plan, goal, lowers, meets, needs, project, risk, serves, takes
from tests.analysis.plan_records import duty as plain_duty
from virtualcio.analysis.priorities.effort import Unknown, size_of
from virtualcio.analysis.priorities.kinds import InitiativeKind, kind_of
from virtualcio.analysis.priorities.prerequisites import would_close_circle
from virtualcio.model import Initiative, ResourcePool
from virtualcio.model.initiatives import DeliveryRisk, InitiativeState

MEDIUM, HIGH = DeliveryRisk.MEDIUM, DeliveryRisk.HIGH


# --- effort and size ---------------------------------------------------------------------


@pytest.mark.parametrize(
    ("money", "size", "size_if_risky"),
    [
        ("0", 1, 2), ("2000.00", 1, 2), ("2000.01", 2, 3), ("5000.00", 2, 3), ("5000.01", 3, 5),
        ("15000.00", 3, 5), ("15000.01", 5, 8), ("40000.00", 5, 8), ("40000.01", 8, 13),
        ("100000.00", 8, 13), ("100000.01", 13, 13), ("9999999.99", 13, 13),
    ],
)  # fmt: skip
def test_the_size_steps_up_one_cent_above_each_limit(money: str, size: int, size_if_risky: int) -> None:
    assert size_of(Decimal(money), MEDIUM) == size_of(Decimal(money), DeliveryRisk.LOW) == size
    assert size_of(Decimal(money), HIGH) == size_if_risky


def test_effort_is_days_at_the_rate_of_their_pool_and_the_external_cost() -> None:
    own, provider = (
        ResourcePool(name="IT", day_rate=Decimal("480")),
        ResourcePool(name="Dienstleister", day_rate=Decimal("1150.50")),
    )
    one = project("A", "3200.00")
    plan = Plan(own, provider, one, takes(one, "8", own), takes(one, "2.5", provider), takes(one, "1", own))
    found = plan[one]
    assert (found.days, found.effort) == (Decimal("11.50"), Decimal("10396.25"))  # 4320 + 2876.25 + 3200
    assert found.effort_unknown == () and found.effort_known and found.size == 3


def test_what_is_unknown_in_an_effort_is_named() -> None:
    priced, free = ResourcePool(name="IT", day_rate=Decimal(500)), ResourcePool(name="Lager")
    one = project("A", None)
    plan = Plan(priced, free, one, takes(one, 4, priced), takes(one, 3, free), takes(one, 2, None))
    found = plan[one]
    assert (found.days, found.effort, found.effort_known) == (9, 2000, True)
    assert found.effort_unknown == (Unknown.COST, Unknown.POOL, Unknown.RATE)


@pytest.mark.parametrize("days", [None, 5])
def test_what_nobody_has_estimated_counts_as_large_and_dear(days: int | None) -> None:
    """An unknown effort must not lead the list as if it were none."""
    aim, pool = goal("Mehr Umsatz"), ResourcePool(name="Ohne Satz")
    blank, small = project("Neu", None), project("Klein", 0)
    efforts = [] if days is None else [takes(blank, days, pool)]
    plan = Plan(aim, pool, blank, small, efforts, serves(blank, aim), serves(small, aim, 1))
    assert plan.order == ["Klein", "Neu"]  # 33.33 ÷ 1 before 100 ÷ 13
    assert not plan[blank].effort_known and plan[blank].size == 13
    assert plan[blank].kind is InitiativeKind.STRATEGIC


# --- kind ----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("strength", "cost", "kind"),
    [
        (1, "20000.00", InitiativeKind.ON_THE_SIDE),  # 33.33; not dear up to the line
        (1, "20000.01", InitiativeKind.DEFER),
        (2, "20000.00", InitiativeKind.QUICK_WIN),  # 66.67
        (2, "20000.01", InitiativeKind.STRATEGIC),
        (0, "0", InitiativeKind.NICE_TO_HAVE),
        (0, "90000", InitiativeKind.NICE_TO_HAVE),
    ],
)
def test_benefit_and_effort_make_the_kind(strength: int, cost: str, kind: InitiativeKind) -> None:
    aim, best, one = goal("Mehr Umsatz"), project("Maß"), project("A", cost)
    assert Plan(aim, best, one, serves(best, aim), serves(one, aim, strength))[one].kind is kind


def test_exactly_half_of_the_largest_benefit_is_high() -> None:
    """Goals 50 : 50: both at strength 3 give 60, one of them 30."""
    first, second = goal("A", 50), goal("B", 50)
    best, half = project("Maß"), project("Hälfte")
    less = project("Weniger")
    plan = Plan(
        first, second, best, half, less,
        serves(best, first), serves(best, second), serves(half, first), serves(less, second, 2),
    )  # fmt: skip
    assert (plan[half].benefit, plan[half].kind) == (50, InitiativeKind.QUICK_WIN)
    assert (plan[less].benefit, plan[less].kind) == (Decimal("33.33"), InitiativeKind.ON_THE_SIDE)


def test_the_line_of_dear_is_the_companys() -> None:
    aim, one = goal("Mehr Umsatz"), project("A", "12000")
    plan = Plan(aim, one, serves(one, aim))
    assert plan[one].kind is InitiativeKind.QUICK_WIN
    plan.assumptions = replace(plan.assumptions, dear_from=Decimal("11999.99"))
    assert plan[one].kind is InitiativeKind.STRATEGIC


def test_two_open_initiatives_that_need_it_make_a_platform() -> None:
    base, x, y = project("Basis"), project("X"), project("Y")
    assert Plan(base, x, y, needs(x, base))[base].kind is InitiativeKind.NICE_TO_HAVE
    assert Plan(base, x, y, needs(x, base), needs(y, base))[base].kind is InitiativeKind.PLATFORM
    y.state = InitiativeState.DONE
    assert Plan(base, x, y, needs(x, base), needs(y, base))[base].kind is InitiativeKind.NICE_TO_HAVE


@pytest.mark.parametrize("dear", [True, False])
@pytest.mark.parametrize("benefit", [0, 20, 80])
def test_what_must_be_done_is_never_put_off(benefit: int, dear: bool) -> None:
    kind = kind_of(Fraction(benefit), 0, dear=dear, must=True)
    assert kind not in (InitiativeKind.DEFER, InitiativeKind.NICE_TO_HAVE)


# --- order ---------------------------------------------------------------------------------


def test_the_order_is_by_benefit_for_the_size_or_by_benefit() -> None:
    aim, large, small = goal("Mehr Umsatz"), project("Groß", "30000"), project("Klein", "1500")
    records = [aim, large, small, serves(large, aim, 3), serves(small, aim, 1)]
    assert Plan(records).order == ["Klein", "Groß"]  # 33.33 ÷ 1 before 100 ÷ 5
    assert Plan(records, by_size=False).order == ["Groß", "Klein"]


def test_of_equals_the_cheaper_comes_first_then_the_name() -> None:
    dear, b, a = project("A", "1900"), project("c", "100"), project("B", "100")
    assert Plan(dear, b, a).order == ["B", "c", "A"]


def test_what_must_be_done_stands_above_by_its_date_and_has_no_rank() -> None:
    late, soon, no_date = project("Spät"), project("Bald"), project("Ohne Tag")
    duties = [plain_duty("D1", date(2027, 9, 1)), plain_duty("D2", date(2027, 1, 1)), plain_duty("D3")]
    aim, free = goal("Mehr Umsatz"), project("Frei")
    plan = Plan(
        late, no_date, soon, free, aim, duties, serves(free, aim),
        meets(late, duties[0]), meets(soon, duties[1]), meets(no_date, duties[2]),
    )  # fmt: skip
    assert plan.musts == ["Bald", "Spät", "Ohne Tag"] and plan.order == ["Frei"]
    assert all(one.rank is one.best_rank is one.worst_rank is None for one in plan.ranking.must)
    assert plan[free].rank == 1


def test_the_largest_benefit_may_be_that_of_a_must() -> None:
    aim, must, free = goal("Mehr Umsatz"), project("Muss"), project("Frei")
    danger = risk("Brand", (4, 5), (1, 5))
    plan = Plan(aim, danger, must, free, serves(must, aim), lowers(must, danger), serves(free, aim, 2))
    # Muss: 60 + 0.25 × 4 × 15 = 75; Frei: 40
    assert plan[must].benefit == 100 and plan[free].benefit == Decimal("53.33")


# --- circles -------------------------------------------------------------------------------


def test_a_circle_is_named_in_order_and_passes_nothing_on_within_itself() -> None:
    """A needs B needs C needs A; D (60) needs A. Only D's benefit is passed on: A gets 0.3 × 60 = 18."""
    aim = goal("Mehr Umsatz")
    a, b, c, d = project("A"), project("B"), project("C"), project("D")
    plan = Plan(
        aim, d, c, b, a, serves(d, aim), serves(c, aim, 1),
        needs(a, b), needs(b, c), needs(c, a), needs(d, a),
    )  # fmt: skip
    assert plan.ranking.circles == ((a.id, b.id, c.id),)
    benefits = [plan[one].benefit for one in (a, b, c, d)]
    assert benefits == [Decimal(30), Decimal(0), Decimal("33.33"), Decimal(100)]


def test_one_that_needs_itself_is_a_circle_of_its_own() -> None:
    a, b = project("A"), project("B")
    plan = Plan(a, b, needs(a, a), needs(b, a))
    assert plan.ranking.circles == ((a.id,),)
    assert plan[a].kind is InitiativeKind.NICE_TO_HAVE


def test_of_two_circles_each_is_named() -> None:
    a, b, c, d = project("A"), project("B"), project("C"), project("D")
    plan = Plan(a, b, c, d, needs(a, b), needs(b, a), needs(c, d), needs(d, c), needs(c, a))
    assert sorted(plan.ranking.circles) == sorted([(a.id, b.id), (c.id, d.id)])


def test_a_circle_through_something_done_holds_nobody_up() -> None:
    a, b = project("A"), project("B", state=InitiativeState.DONE)
    assert Plan(a, b, needs(a, b), needs(b, a)).ranking.circles == ()


def test_a_link_that_would_close_a_circle_names_the_chain() -> None:
    a, b, c, d = project("A"), project("B"), project("C"), project("D")
    data = Plan(a, b, c, d, needs(a, b), needs(b, c), needs(b, d)).data

    def chain(initiative: Initiative, prerequisite: Initiative) -> list[str]:
        keys = would_close_circle(data, initiative.id, prerequisite.id)
        return [data.find(Initiative, key).name for key in keys]

    assert chain(c, a) == ["C", "A", "B"]  # C would need A, which needs B, which needs C
    assert chain(a, a) == ["A"]
    assert chain(a, c) == [] and chain(d, c) == []
