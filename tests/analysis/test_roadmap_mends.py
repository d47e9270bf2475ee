"""One move that mends a conflict: the ones a planner would make, by hand."""

from datetime import date
from decimal import Decimal

from tests.analysis.roadmap_records import (
    at_once,
    found,
    job,
    money_a_year,
    month,
    needs,
    results,
    takes,
    team,
)
from virtualcio.actions.results import Results
from virtualcio.analysis.roadmap.conflict import ConflictKind, Mend
from virtualcio.model import Goal, InitiativeGoal
from virtualcio.model.initiatives import InitiativeState


def mend(of: Results, kind: ConflictKind) -> Mend | None:
    (conflict,) = found(of, kind)
    return conflict.mend


def test_what_starts_before_its_prerequisite_moves_behind_it() -> None:
    erp, portal = job("ERP", 0, 4), job("Portal", 2, 3)
    assert mend(results(erp, portal, needs(portal, erp)), ConflictKind.PREREQUISITE) == Mend(
        portal.id, month(4), 3
    )


def test_it_moves_on_to_where_there_are_days() -> None:
    pool = team(10)
    erp, portal, other = job("ERP", 0, 2), job("Portal", 1), job("Anderes", 2, 2)
    effort = [takes(portal, 5, pool), takes(other, 12, pool)]  # 6 in March and in April
    of = results(pool, erp, portal, other, effort, needs(portal, erp))
    assert mend(of, ConflictKind.PREREQUISITE) == Mend(portal.id, month(4), 1)


def test_what_follows_it_moves_along_where_it_has_to() -> None:
    erp, portal, app, far = job("ERP", 0, 4), job("Portal", 2, 3), job("App", 5, 2), job("Fern", 20)
    chain = [needs(portal, erp), needs(app, portal, 1), needs(far, app)]
    app.start = month(6)
    # the portal ends in July, the app follows a month after it, the last one has time enough
    assert mend(results(erp, portal, app, far, chain), ConflictKind.PREREQUISITE) == Mend(
        portal.id, month(4), 3, along=((app.id, month(8), 2),)
    )


def test_what_two_of_the_moved_ones_lead_to_moves_behind_both() -> None:
    start, a, b, end = job("Start", 0, 4), job("A", 2, 1), job("B", 3, 2), job("Ende", 5)
    b_needs = [needs(a, start), needs(b, a), needs(end, a), needs(end, b)]
    (conflict,) = found(results(start, a, b, end, b_needs), ConflictKind.PREREQUISITE)
    assert conflict.mend is not None
    assert conflict.mend.start == month(4)
    assert set(conflict.mend.along) == {(b.id, month(5), 2), (end.id, month(7), 1)}


def test_pinned_ones_stay_and_the_prerequisite_comes_earlier() -> None:
    erp, portal = job("ERP", 4, 2), job("Portal", 4, pinned=True)
    assert mend(results(erp, portal, needs(portal, erp)), ConflictKind.PREREQUISITE) == Mend(
        erp.id, month(2), 2
    )
    erp.pinned = True
    assert mend(results(erp, portal, needs(portal, erp)), ConflictKind.PREREQUISITE) is None


def test_a_follower_that_is_pinned_keeps_the_chain_where_it_is() -> None:
    erp, portal, app = job("ERP", 0, 4), job("Portal", 2, 3), job("App", 5, 1, pinned=True)
    chain = [needs(portal, erp), needs(app, portal)]
    of = results(erp, portal, app, chain)
    assert mend(of, ConflictKind.PREREQUISITE) is None


def test_what_is_needed_and_waits_is_planned_before() -> None:
    erp, portal = job("ERP", None, 3, state=InitiativeState.IDEA), job("Portal", 4)
    of = results(erp, portal, needs(portal, erp))
    assert mend(of, ConflictKind.PREREQUISITE_UNPLANNED) == Mend(erp.id, month(0), 3)


def test_where_there_is_no_room_before_what_needs_it_moves_along() -> None:
    erp, portal = job("ERP", None, 3), job("Portal", 2)
    of = results(erp, portal, needs(portal, erp))
    assert mend(of, ConflictKind.PREREQUISITE_UNPLANNED) == Mend(
        erp.id, month(0), 3, along=((portal.id, month(3), 1),)
    )


def test_the_hard_end_is_met_by_the_latest_start_that_meets_it() -> None:
    pool = team(10)
    late = job("E-Rechnung", 6, 2, hard_end=date(2027, 6, 30))
    other = job("Anderes", 5, 1)
    of = results(pool, late, other, takes(late, 12, pool), takes(other, 8, pool))
    assert mend(of, ConflictKind.HARD_END) == Mend(late.id, month(3), 2)  # June is taken
    alone = results(pool, late, takes(late, 12, pool))
    assert mend(alone, ConflictKind.HARD_END) == Mend(late.id, month(4), 2)


def test_a_hard_end_that_cannot_be_met_has_no_mend() -> None:
    assert mend(results(job("A", 3, 2, hard_end=date(2027, 1, 31))), ConflictKind.HARD_END) is None
    running = job("A", -1, 4, state=InitiativeState.RUNNING, hard_end=date(2027, 1, 31))
    assert mend(results(running), ConflictKind.HARD_END) is None


def test_a_wish_and_an_earliest_start_are_met_as_well() -> None:
    wished = job("A", 4, 2, wished_end=date(2027, 4, 30))
    assert mend(results(wished), ConflictKind.WISHED_END) == Mend(wished.id, month(2), 2)
    early = job("B", 1, 2, earliest_start=date(2027, 4, 10))
    assert mend(results(early), ConflictKind.EARLIEST_START) == Mend(early.id, month(3), 2)


def test_what_should_have_begun_begins_now_and_what_is_late_runs_on() -> None:
    forgotten = job("A", -2, 2)
    assert mend(results(forgotten), ConflictKind.IN_THE_PAST) == Mend(forgotten.id, month(0), 2)
    late = job("B", -4, 2, state=InitiativeState.RUNNING)
    assert mend(results(late), ConflictKind.IN_THE_PAST) == Mend(late.id, month(-4), 5)


def test_of_those_that_overload_a_pool_the_least_useful_moves() -> None:
    pool, goal = team(10), Goal(name="Umsatz", weight=Decimal(100))
    best, worst = job("Bestes", 0), job("Schwächstes", 0)
    helps = [
        InitiativeGoal(initiative_id=one.id, goal_id=goal.id, strength=strength)
        for one, strength in ((best, 3), (worst, 1))
    ]
    of = results(pool, goal, best, worst, helps, takes(best, 6, pool), takes(worst, 5, pool))
    assert mend(of, ConflictKind.OVERLOAD) == Mend(worst.id, month(1), 1)


def test_a_more_useful_one_moves_if_only_that_ends_the_overload() -> None:
    pool, small, middle, large = team(10), job("Aa", 0), job("Bb", 0), job("Cc", 0)
    effort = [takes(small, 1, pool), takes(middle, 4, pool), takes(large, 9, pool)]
    of = results(pool, small, middle, large, effort)
    assert mend(of, ConflictKind.OVERLOAD) == Mend(middle.id, month(1), 1)  # 10 are left, just enough


def test_where_no_single_move_ends_it_one_that_lessens_it_is_offered_as_such() -> None:
    pool = team(10)
    three = [job(name, 0) for name in "ABC"]
    of = results(pool, three, [takes(one, 9, pool) for one in three])
    assert mend(of, ConflictKind.OVERLOAD) == Mend(three[0].id, month(1), 1, whole=False)


def test_one_too_many_at_once_waits_until_there_is_room() -> None:
    first, second = job("A", 0, 3), job("B", 1, 2, hard_end=date(2027, 3, 31))
    of = results(first, second, at_once(1))
    assert mend(of, ConflictKind.PARALLEL) == Mend(first.id, month(3), 3)  # the other one must not be late


def test_what_costs_too_much_this_year_moves_to_a_later_month() -> None:
    a, b = job("A", 0, 2, one_off_cost=Decimal(800)), job("B", 9, 2, one_off_cost=Decimal(400))
    of = results(a, b, money_a_year(1000))
    # both are worth nothing, so the name decides; 400 of A may stay in 2027, its second month may not
    assert mend(of, ConflictKind.MONEY) == Mend(a.id, month(11), 2)


def test_nothing_moves_beyond_the_horizon() -> None:
    pool = team(10)
    rest = [job(f"Z{n}", n, pinned=True) for n in range(1, 36)]
    a, b = job("A", 0), job("B", 0)
    effort = [takes(one, 8, pool) for one in (a, b, *rest)]
    (over,) = found(results(pool, a, b, rest, effort, at_once(9)), ConflictKind.OVERLOAD)
    assert over.mend is None
