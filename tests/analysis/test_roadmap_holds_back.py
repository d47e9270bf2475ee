"""Why something does not start a month earlier: the reason by hand, kind by kind."""

from datetime import date
from decimal import Decimal

from tests.analysis.roadmap_records import (
    at_once,
    job,
    money_a_year,
    month,
    needs,
    results,
    takes,
    team,
)
from virtualcio.analysis.roadmap.holds_back import HoldsBack, HoldsBackKind
from virtualcio.model import Initiative, Record
from virtualcio.model.initiatives import InitiativeState


def held(initiative: Initiative, *others: Record) -> HoldsBack | None:
    return results(initiative, *others).holds_back(initiative)


def test_nothing_holds_back_what_could_start_earlier_or_is_not_planned() -> None:
    assert held(job("A", 3)) is None
    assert held(job("A", None)) is None
    assert held(job("A", 3, state=InitiativeState.DONE, finished_on=date(2027, 4, 30))) is None


def test_what_runs_has_begun_and_nothing_starts_in_the_past() -> None:
    assert held(job("A", -2, 4, state=InitiativeState.RUNNING)) == HoldsBack(
        HoldsBackKind.RUNNING, month=month(-2)
    )
    assert held(job("A", 0)) == HoldsBack(HoldsBackKind.FIRST_MONTH, month=month(0))


def test_a_pinned_start_stays() -> None:
    assert held(job("A", 3, pinned=True)) == HoldsBack(HoldsBackKind.PINNED, month=month(3))


def test_the_earliest_start_in_its_own_month() -> None:
    reason = HoldsBack(HoldsBackKind.EARLIEST_START, month=month(3))
    assert held(job("A", 3, earliest_start=date(2027, 4, 20))) == reason
    assert held(job("A", 4, earliest_start=date(2027, 4, 20))) is None


def test_of_several_prerequisites_the_one_that_takes_longest() -> None:
    a, b, portal = job("A", 0, 2), job("B", 0, 3), job("Portal", 4)
    reason = held(portal, a, b, needs(portal, a), needs(portal, b, 1))
    assert reason == HoldsBack(HoldsBackKind.PREREQUISITE, b.id, month(4))
    assert held(portal, a, b, needs(portal, a), needs(portal, b)) is None


def test_a_pool_that_would_be_overloaded_in_the_month_before() -> None:
    pool, erp, portal = team(10), job("ERP", 0, 3), job("Portal", 3, 2)
    effort = takes(erp, 24, pool)  # 8 a month
    reason = HoldsBack(HoldsBackKind.POOL, pool.id, month(2))
    assert held(portal, pool, erp, effort, takes(portal, "4.02", pool)) == reason  # 2.01 a month
    assert held(portal, pool, erp, effort, takes(portal, "4.00", pool)) is None


def test_the_limit_of_how_much_runs_at_once() -> None:
    erp, portal = job("ERP", 0, 3), job("Portal", 3)
    assert held(portal, erp, at_once(1)) == HoldsBack(HoldsBackKind.PARALLEL, month=month(2))
    assert held(portal, erp, at_once(2)) is None


def test_the_money_of_the_year_before() -> None:
    erp = job("ERP", 0, 2, one_off_cost=Decimal(900))
    portal = job("Portal", 12, 2, one_off_cost=Decimal(202))  # January 2028; 101 in December
    reason = HoldsBack(HoldsBackKind.MONEY, month=month(0))
    assert held(portal, erp, money_a_year(1000)) == reason
    assert held(portal, erp, money_a_year(1001)) is None


def test_what_is_too_much_already_and_becomes_no_worse_holds_nobody_back() -> None:
    pool, portal = team(1), job("Portal", 3, 4)
    reason = held(portal, pool, takes(portal, 8, pool))  # 2 a month where there is 1
    assert reason == HoldsBack(HoldsBackKind.POOL, pool.id, month(2))
    dear = job("Teuer", 4, 2, one_off_cost=Decimal(5000))
    assert held(dear, money_a_year(1000)) is None  # the year costs the same
