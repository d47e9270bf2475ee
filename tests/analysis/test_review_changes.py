"""What is different between two reviews, against cases worked out by hand."""

from datetime import date
from decimal import Decimal

from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.analysis.review.changes import Changes, Named, changes
from virtualcio.analysis.review.slips import Slip, slips
from virtualcio.analysis.review.snapshot import Figure, SnapshotRow, figure_row
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import SnapshotSubject


def initiative(
    key: str,
    state: InitiativeState = InitiativeState.PLANNED,
    cost: str | None = None,
    start: date | None = None,
    end: date | None = None,
) -> SnapshotRow:
    amount = None if cost is None else Decimal(cost)
    return SnapshotRow(
        SnapshotSubject.INITIATIVE, key, f"Vorhaben {key}", state.value, amount, Decimal(0), start, end
    )


def overdue(key: str, planned: date | None = None, value: str | None = None) -> SnapshotRow:
    amount = None if value is None else Decimal(value)
    return SnapshotRow(
        SnapshotSubject.OVERDUE, key, f"System {key}", "age", amount, None, date(2025, 1, 1), planned
    )


def kpi(key: str, status: KpiStatus, value: str | None = None) -> SnapshotRow:
    amount = None if value is None else Decimal(value)
    return SnapshotRow(SnapshotSubject.KPI, key, f"Kennzahl {key}", status.value, amount)


def between(before: list[SnapshotRow], after: list[SnapshotRow]) -> Changes:
    return changes(before, after, slips([before, after]))


def test_an_initiative_that_begins_and_ends_later_has_moved_by_calendar_months() -> None:
    before = [initiative("a", start=date(2026, 10, 1), end=date(2027, 1, 31))]
    after = [initiative("a", start=date(2027, 1, 1), end=date(2027, 5, 31))]
    (moved,) = between(before, after).moved
    assert (moved.start_months, moved.end_months, moved.later) == (3, 4, True)


def test_an_initiative_that_is_pulled_forward_comes_after_those_that_slip() -> None:
    before = [
        initiative("a", start=date(2027, 4, 1), end=date(2027, 6, 30)),
        initiative("b", start=date(2027, 1, 1), end=date(2027, 3, 31)),
    ]
    after = [
        initiative("a", start=date(2027, 2, 1), end=date(2027, 4, 30)),
        initiative("b", start=date(2027, 1, 1), end=date(2027, 4, 30)),
    ]
    found = between(before, after).moved
    assert [(one.initiative_id, one.start_months, one.end_months, one.later) for one in found] == [
        ("b", 0, 1, True),
        ("a", -2, -2, False),
    ]


def test_taken_off_the_roadmap_is_a_move_and_put_on_for_the_first_time_is_none() -> None:
    before = [initiative("a", start=date(2027, 1, 1), end=date(2027, 3, 31)), initiative("b")]
    after = [initiative("a"), initiative("b", start=date(2027, 1, 1), end=date(2027, 3, 31))]
    (moved,) = between(before, after).moved
    assert (moved.initiative_id, moved.start_months, moved.end_months, moved.later) == ("a", None, None, True)


def test_what_is_done_has_not_moved() -> None:
    before = [initiative("a", InitiativeState.RUNNING, start=date(2026, 7, 1), end=date(2026, 9, 30))]
    after = [initiative("a", InitiativeState.DONE, start=date(2026, 7, 1), end=date(2026, 10, 12))]
    found = between(before, after)
    assert found.moved == ()
    assert found.done == (Named("a", "Vorhaben a"),)


def test_costs_that_rise_and_fall_stand_apart_and_unknown_ones_are_neither() -> None:
    before = [
        initiative("a", cost="38000.00"),
        initiative("b", cost="9000.00"),
        initiative("c"),
        initiative("d", cost="1000.00"),
        initiative("e", cost="500.00"),
    ]
    after = [
        initiative("a", cost="46000.00"),
        initiative("b", cost="7500.50"),
        initiative("c", cost="100.00"),
        initiative("d", cost="1000.00"),
        initiative("e"),
    ]
    found = between(before, after)
    assert [(one.initiative_id, one.difference) for one in found.dearer] == [("a", Decimal("8000.00"))]
    assert [(one.initiative_id, one.difference) for one in found.cheaper] == [("b", Decimal("-1499.50"))]


def test_dropped_deleted_and_new_initiatives() -> None:
    before = [
        initiative("a", cost="5000.00"),
        initiative("b", InitiativeState.RUNNING, cost="8000.00"),
        initiative("c", InitiativeState.DROPPED),
        initiative("d", InitiativeState.DONE),
    ]
    after = [
        initiative("a", InitiativeState.DROPPED, cost="5000.00"),
        initiative("c", InitiativeState.DROPPED),
        initiative("e", InitiativeState.IDEA),
        initiative("f", InitiativeState.DONE),
    ]
    found = between(before, after)
    # b was deleted while it ran; d was done already when it went
    assert [one.key for one in found.dropped] == ["b", "a"]
    assert [one.key for one in found.new] == ["e"]
    # begun and ended since the last review
    assert [one.key for one in found.done] == ["f"]


def test_what_is_newly_overdue_and_what_no_longer_is_dearest_first() -> None:
    before = [overdue("a", value="4000.00"), overdue("b", value="10200.00"), overdue("c")]
    after = [overdue("c"), overdue("d", value="9800.00")]
    found = between(before, after)
    assert [(one.key, one.amount) for one in found.renewed] == [
        ("b", Decimal("10200.00")),
        ("a", Decimal("4000.00")),
    ]
    assert [(one.key, one.amount) for one in found.newly_overdue] == [("d", Decimal("9800.00"))]


def test_a_renewal_that_was_put_off_twice_says_so_with_all_its_days() -> None:
    first = [overdue("t", date(2026, 9, 30))]
    second = [overdue("t", date(2026, 12, 31))]  # 92 days later
    third = [overdue("t", date(2027, 3, 31))]  # 90 days later
    assert slips([first, second, third])["t"] == Slip("t", "System t", 2, 182, date(2027, 3, 31))
    assert slips([first, second])["t"].times == 1
    assert slips([first, first]) == {}


def test_a_renewal_pulled_forward_again_keeps_the_delay_that_happened() -> None:
    days = [date(2026, 9, 30), date(2026, 12, 31), date(2026, 11, 30), date(2026, 12, 1)]
    found = slips([[overdue("t", day)] for day in days])["t"]
    assert (found.times, found.days) == (2, 93)


def test_taken_off_the_plan_counts_once_and_its_days_when_there_is_a_day_again() -> None:
    planned, again = date(2026, 9, 30), date(2026, 10, 30)
    gone = slips([[overdue("t", planned)], [overdue("t")], [overdue("t")]])["t"]
    assert (gone.times, gone.days, gone.planned_on) == (1, 0, None)
    back = slips([[overdue("t", planned)], [overdue("t")], [overdue("t")], [overdue("t", again)]])["t"]
    assert (back.times, back.days, back.planned_on) == (1, 30, again)


def test_what_was_renewed_and_is_overdue_again_starts_anew() -> None:
    first, later = date(2026, 9, 30), date(2026, 12, 31)
    found = slips([[overdue("t", first)], [overdue("t", later)], [], [overdue("t", date(2030, 1, 1))]])
    assert found == {}


def test_only_what_was_put_off_between_the_two_is_told_with_its_whole_history() -> None:
    rows = [
        [overdue("a", date(2026, 3, 31)), overdue("b", date(2026, 3, 31))],
        [overdue("a", date(2026, 6, 30)), overdue("b", date(2026, 6, 30))],
        [overdue("a", date(2026, 6, 30)), overdue("b", date(2026, 9, 30))],
    ]
    found = changes(rows[1], rows[2], slips(rows)).slipped
    assert [(one.thing_id, one.times) for one in found] == [("b", 2)]


def test_figures_say_whether_they_are_better() -> None:
    before = [
        figure_row(Figure.BACKLOG, Decimal("62000.00"), Decimal("40000.00")),
        figure_row(Figure.OVERDUE, 11),
        figure_row(Figure.ASSIGNED_PERCENT, Decimal("71.0"), Decimal("60.0")),
        figure_row(Figure.BUDGET, Decimal("100000.00"), Decimal("90000.00")),
        figure_row(Figure.OPEN_TASKS, 4),
    ]
    after = [
        figure_row(Figure.BACKLOG, Decimal("57600.00"), Decimal("40000.00")),
        figure_row(Figure.OVERDUE, 12),
        figure_row(Figure.ASSIGNED_PERCENT, Decimal("79.5"), Decimal("60.0")),
        figure_row(Figure.BUDGET, Decimal("98000.00"), Decimal("90000.00")),
        figure_row(Figure.OPEN_TASKS, 4),
        figure_row(Figure.SECURITY, 24, 37),
    ]
    found = {one.key: (one.difference, one.better) for one in between(before, after).figures}
    assert found == {
        Figure.BACKLOG: (Decimal("-4400.00"), True),
        Figure.OVERDUE: (Decimal(1), False),
        Figure.ASSIGNED_PERCENT: (Decimal("8.5"), True),
        Figure.BUDGET: (Decimal("-2000.00"), None),  # less spent may be good or work left undone
        Figure.OPEN_TASKS: (Decimal(0), None),
        Figure.SECURITY: (None, None),  # not known before
    }


def test_a_kpi_that_fell_behind_comes_before_one_that_caught_up() -> None:
    before = [
        kpi("a", KpiStatus.BEHIND, "6.1"),
        kpi("b", KpiStatus.ON_PLAN, "40"),
        kpi("c", KpiStatus.NOT_MEASURED),
        kpi("d", KpiStatus.CLOSE, "1"),
    ]
    after = [
        kpi("a", KpiStatus.CLOSE, "5.2"),
        kpi("b", KpiStatus.BEHIND, "31"),
        kpi("c", KpiStatus.ON_PLAN, "3"),
        kpi("d", KpiStatus.CLOSE, "2"),
    ]
    found = between(before, after).kpis
    assert [(one.kpi_id, one.better) for one in found] == [("b", False), ("a", True), ("c", None)]
    assert (found[1].value_before, found[1].value_after) == (Decimal("6.1"), Decimal("5.2"))


def test_between_equal_snapshots_nothing_is_different() -> None:
    rows = [
        initiative("a", cost="38000.00", start=date(2026, 10, 1), end=date(2027, 1, 31)),
        overdue("t", date(2026, 9, 30), "100.00"),
        kpi("k", KpiStatus.BEHIND, "6.1"),
        figure_row(Figure.BACKLOG, Decimal("62000.00")),
    ]
    assert between(rows, list(reversed(rows))).nothing
    assert not between(rows, rows[:-1]).nothing
