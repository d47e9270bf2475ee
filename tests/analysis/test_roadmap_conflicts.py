"""What does not fit in the plan: every kind at its limit, where it is still fine, and one step beyond."""

from datetime import date
from decimal import Decimal

import pytest

from tests.analysis.roadmap_records import (
    at_once,
    found,
    job,
    money_a_year,
    month,
    needs,
    other_days,
    results,
    takes,
    team,
)
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.model import Record
from virtualcio.model.initiatives import InitiativeState


def test_a_plan_that_fits_has_no_conflicts() -> None:
    pool, erp, portal = team(10), job("ERP", 0, 3, hard_end=date(2027, 3, 31)), job("Portal", 3, 2)
    assert results(pool, erp, portal, takes(erp, 30, pool), needs(portal, erp)).conflicts == ()


# --- days of a pool ---------------------------------------------------------------------------------


def test_exactly_the_capacity_is_fine_a_hundredth_more_is_not() -> None:
    pool, erp = team("12.5", 4), job("ERP", 0, 2)
    assert not found(results(pool, erp, takes(erp, 17, pool)), ConflictKind.OVERLOAD)
    (over,) = found(results(pool, erp, takes(erp, "17.01", pool)), ConflictKind.OVERLOAD)
    assert (over.pool_id, over.month, over.last_month) == (pool.id, month(0), month(0))  # 8.51, 8.50
    assert (over.params["over"], over.params["needed"], over.params["free"]) == (
        Decimal("0.01"), Decimal("8.51"), Decimal("8.50"),
    )  # fmt: skip
    assert over.severity is Severity.ACT


def test_months_in_a_row_are_one_conflict_that_names_the_worst_and_who_takes_most() -> None:
    pool = team(5)
    small, large = job("Klein", 0, 4), job("Groß", 1, 2)
    effort = [takes(small, 12, pool), takes(large, 14, pool)]
    (over,) = found(results(pool, small, large, effort), ConflictKind.OVERLOAD)
    assert (over.month, over.last_month) == (month(1), month(2))
    assert over.initiative_ids == (large.id, small.id)
    assert (over.params["over"], over.params["worst_month"]) == (10, month(1))  # 3 + 7 − 5 = 5, twice


def test_holidays_make_two_conflicts_of_what_lies_around_them() -> None:
    pool, erp = team(10), job("ERP", 0, 5)
    holidays = [other_days(pool, month(n), month(n), 3) for n in (1, 3)]
    overs = found(results(pool, erp, holidays, takes(erp, 25, pool)), ConflictKind.OVERLOAD)
    assert [(over.month, over.last_month) for over in overs] == [
        (month(1), month(1)), (month(3), month(3)),
    ]  # fmt: skip


def test_a_pool_without_days_says_so() -> None:
    pool, erp = team(0), job("ERP", 0, 1)
    (over,) = found(results(pool, erp, takes(erp, "0.01", pool)), ConflictKind.OVERLOAD)
    assert over.params["no_capacity"] is True
    assert over.mend is None
    assert not found(results(pool, erp, takes(erp, 0, pool)), ConflictKind.OVERLOAD)


def test_days_that_nobody_is_named_for_are_a_conflict_of_their_own() -> None:
    erp, later = job("ERP"), job("Später", None)
    (nobody,) = found(
        results(erp, later, takes(erp, 12, None), takes(later, 5, None)), ConflictKind.WITHOUT_POOL
    )
    assert (nobody.initiative_ids, nobody.params["days"]) == ((erp.id,), 12)
    assert nobody.severity is Severity.WATCH


# --- at once, and money -------------------------------------------------------------------------------


def test_three_at_once_are_fine_four_are_not() -> None:
    three = [job(name, 0, 2) for name in "ABC"]
    assert not found(results(three), ConflictKind.PARALLEL)
    (much,) = found(results(three, job("D", 1, 3)), ConflictKind.PARALLEL)
    assert (much.month, much.last_month, much.params["most"]) == (month(1), month(1), 4)
    assert len(much.initiative_ids) == 4
    assert not found(results(three, job("D", 1, 3), at_once(4)), ConflictKind.PARALLEL)


def test_money_up_to_the_limit_is_fine_a_cent_more_is_not() -> None:
    erp = job("ERP", 0, 2, one_off_cost=Decimal("5000.00"))
    assert not found(results(erp, money_a_year(5000)), ConflictKind.MONEY)
    cent = job("Cent", 11, 1, one_off_cost=Decimal("0.01"))
    (over,) = found(results(erp, cent, money_a_year(5000)), ConflictKind.MONEY)
    assert (over.params["over"], over.params["year"]) == (Decimal("0.01"), 2027)
    assert over.initiative_ids == (erp.id, cent.id)
    assert not found(results(erp, cent), ConflictKind.MONEY)  # no limit is set


# --- what stands wrong by itself ------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("field", "kind", "severity"),
    [
        ("hard_end", ConflictKind.HARD_END, Severity.ACT),
        ("wished_end", ConflictKind.WISHED_END, Severity.WATCH),
    ],
)
def test_it_may_end_on_the_day_itself(field: str, kind: ConflictKind, severity: Severity) -> None:
    in_time = job("A", 0, 2, **{field: date(2027, 2, 28)})
    assert not results(in_time).conflicts
    (late,) = results(job("A", 0, 2, **{field: date(2027, 2, 27)})).conflicts
    assert (late.kind, late.severity, late.params["ends_on"]) == (kind, severity, date(2027, 2, 28))


def test_what_misses_its_hard_day_is_not_told_about_the_wished_one() -> None:
    late = job("A", 0, 3, hard_end=date(2027, 2, 28), wished_end=date(2027, 1, 31))
    assert [one.kind for one in results(late).conflicts] == [ConflictKind.HARD_END]


def test_it_may_start_in_the_month_of_its_earliest_day() -> None:
    assert not results(job("A", 2, earliest_start=date(2027, 3, 31))).conflicts
    (early,) = results(job("A", 1, earliest_start=date(2027, 3, 1))).conflicts
    assert (early.kind, early.params["earliest"]) == (ConflictKind.EARLIEST_START, month(2))


def test_the_past_is_what_should_have_begun_or_ended_before_this_month() -> None:
    running = InitiativeState.RUNNING
    fine = [job("A", 0), job("B", -3, 4, state=running)]
    assert not found(results(fine), ConflictKind.IN_THE_PAST)
    late, forgotten = job("C", -3, 3, state=running), job("D", -1, 5)
    conflicts = found(results(late, forgotten), ConflictKind.IN_THE_PAST)
    assert [(one.initiative_ids, one.params["running"]) for one in conflicts] == [
        ((late.id,), True), ((forgotten.id,), False),
    ]  # fmt: skip


# --- prerequisites -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("start", "lag", "fits"), [(2, 0, True), (1, 0, False), (3, 1, True), (2, 1, False)])
def test_what_is_needed_has_to_be_finished_with_its_lag(start: int, lag: int, fits: bool) -> None:
    erp, portal = job("ERP", 0, 2), job("Portal", start)
    early = found(results(erp, portal, needs(portal, erp, lag)), ConflictKind.PREREQUISITE)
    assert (not early) is fits
    if early:
        assert early[0].initiative_ids == (portal.id, erp.id)
        assert early[0].params["ready"] == month(2 + lag)


def test_what_is_done_holds_nobody_up_but_for_its_lag() -> None:
    done = job("ERP", -3, 9, state=InitiativeState.DONE, finished_on=date(2027, 1, 4))
    portal = job("Portal", 0)
    assert not results(done, portal, needs(portal, done)).conflicts
    assert found(results(done, portal, needs(portal, done, 1)), ConflictKind.PREREQUISITE)


@pytest.mark.parametrize("state", [InitiativeState.IDEA, InitiativeState.DROPPED])
def test_what_is_needed_has_to_be_on_the_roadmap(state: InitiativeState) -> None:
    portal, needed = job("Portal", 4), job("ERP", None, state=state)
    (missing,) = results(portal, needed, needs(portal, needed)).conflicts
    assert missing.kind is ConflictKind.PREREQUISITE_UNPLANNED
    assert missing.params["dropped"] is (state is InitiativeState.DROPPED)
    waiting = job("Portal", None)
    assert not results(waiting, needed, needs(waiting, needed)).conflicts  # nothing is planned yet


def test_what_runs_already_is_only_watched() -> None:
    portal = job("Portal", 0, 2, state=InitiativeState.RUNNING)
    erp = job("ERP", 1)
    (early,) = results(portal, erp, needs(portal, erp)).conflicts
    assert (early.kind, early.severity) == (ConflictKind.PREREQUISITE, Severity.WATCH)


def test_a_circle_is_one_conflict_and_its_dependencies_are_not_named_again() -> None:
    a, b, c = job("A", 0), job("B", 0), job("C", 0)
    of = results(a, b, c, needs(a, b), needs(b, a), needs(c, a))
    circle, outside = of.conflicts
    assert (circle.kind, set(circle.initiative_ids)) == (ConflictKind.CIRCLE, {a.id, b.id})
    assert (outside.kind, outside.initiative_ids) == (ConflictKind.PREREQUISITE, (c.id, a.id))


# --- order and state -----------------------------------------------------------------------------------


def test_what_has_to_be_acted_on_comes_first_then_the_earliest_month() -> None:
    wished = job("Wunsch", 0, 1, wished_end=date(2026, 12, 31))
    late = job("Spät", 5, 1, hard_end=date(2027, 5, 31))
    sooner = job("Früher", 2, 1, hard_end=date(2027, 2, 28))
    kinds = [(one.kind, one.initiative_ids[0]) for one in results(wished, late, sooner).conflicts]
    assert kinds == [
        (ConflictKind.HARD_END, sooner.id),
        (ConflictKind.HARD_END, late.id),
        (ConflictKind.WISHED_END, wished.id),
    ]


def test_what_is_over_or_has_no_month_is_in_no_conflict() -> None:
    pool = team(1)
    records: list[Record] = [pool]
    for state in (InitiativeState.DONE, InitiativeState.DROPPED):
        one = job("A", 0, 1, state=state, hard_end=date(2020, 1, 1), earliest_start=date(2028, 1, 1))
        records += [one, takes(one, 50, pool)]
    waiting = job("W", None, hard_end=date(2020, 1, 1))
    assert not results(records, waiting, takes(waiting, 50, pool)).conflicts
