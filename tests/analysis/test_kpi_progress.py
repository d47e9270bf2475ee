"""Progress, what is expected by now, and the status at each of its limits (rules.md section 2)."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from tests.analysis.kpis import BEGIN, band, measured, on, reach, state
from virtualcio.analysis.goals.kpi_progress import KpiStatus, is_stale, kpi_state
from virtualcio.analysis.goals.kpi_series import read_series
from virtualcio.model import Kpi
from virtualcio.model.goals import Better, Cadence, TargetKind

ON_PLAN, CLOSE, BEHIND = KpiStatus.ON_PLAN, KpiStatus.CLOSE, KpiStatus.BEHIND


@pytest.mark.parametrize(
    ("value", "status"),
    [
        ("45", ON_PLAN),  # 0.45 ≥ 0.50 − 0.05
        ("44.999999", CLOSE),
        ("30", CLOSE),  # 0.30 ≥ 0.50 − 0.20
        ("29.999999", BEHIND),
        ("-10", BEHIND),  # worse than where it began
        ("120", ON_PLAN),  # more than the whole way
    ],
)
def test_half_way_the_status_changes_exactly_at_its_limits(value: str, status: KpiStatus) -> None:
    found = state(reach(), {50: value})
    assert found.status is status
    assert found.expected == Fraction(1, 2)
    assert found.progress == Fraction(Decimal(value)) / 100


@pytest.mark.parametrize(
    ("day", "value", "status"),
    [
        (99, "94", ON_PLAN),  # a day before: 0.94 ≥ 0.99 − 0.05
        (100, "94", CLOSE),  # on the day only the whole way is on plan
        (100, "99.999999", CLOSE),
        (100, "100", ON_PLAN),
        (100, "80", CLOSE),
        (100, "79.999999", BEHIND),
        (130, "99", CLOSE),
    ],
)
def test_from_the_target_date_on_only_the_whole_way_counts(day: int, value: str, status: KpiStatus) -> None:
    assert state(reach(), {day: value}).status is status


def test_a_value_that_shall_fall_makes_progress_by_falling() -> None:
    days = reach("9.2", "4", unit="Tage")
    found = state(days, {50: "6.1"})
    assert found.progress == Fraction(31, 52)  # 3.1 of 5.2
    assert found.status is ON_PLAN
    assert state(days, {50: "9.5"}).progress == Fraction(-3, 52)


def test_what_is_expected_belongs_to_the_day_of_the_last_value_and_not_to_today() -> None:
    found = state(reach(), {40: "38"}, today=95)
    assert found.expected == Fraction(2, 5)
    assert found.status is ON_PLAN
    assert (found.current, found.measured_on) == (Decimal(38), on(40))


def test_before_the_baseline_nothing_is_expected() -> None:
    assert state(reach(), {-5: "0"}).expected == 0


def test_nothing_is_expected_until_the_effect_starts_and_then_by_its_own_days() -> None:
    later = reach(effect_from=on(60))
    assert state(later, {60: "0"}).expected == 0
    assert state(later, {60: "0"}).status is ON_PLAN
    assert state(later, {70: "20"}).expected == Fraction(1, 4)  # 10 of 40 days
    assert state(later, {70: "20"}).status is ON_PLAN
    assert state(reach(effect_from=on(-30)), {50: "50"}).expected == Fraction(1, 2)  # the baseline is later


def test_an_effect_that_starts_after_the_target_date_is_expected_at_once_on_that_date() -> None:
    late = reach(effect_from=on(150))
    assert state(late, {99: "0"}).expected == 0
    assert state(late, {100: "0"}).expected == 1


@pytest.mark.parametrize(
    ("day", "expected"),
    [(10, "1/20"), (20, "1/10"), (50, "3/10"), (80, "1/2"), (90, "3/4"), (100, "1")],
)
def test_interim_targets_bend_what_is_expected(day: int, expected: str) -> None:
    """10 after 20 days, 50 after 80: slow at first, half of it in the last 20 days."""
    found = state(reach(), {day: "0"}, milestones={80: "50", 20: "10"})
    assert found.expected == Fraction(expected)


def test_interim_targets_outside_of_the_way_change_nothing() -> None:
    found = state(reach(effect_from=on(20)), {60: "0"}, milestones={10: "90", 20: "90", 100: "1", 200: "1"})
    assert found.expected == Fraction(1, 2)


def test_what_is_held_is_on_plan_while_at_least_as_good() -> None:
    hold = Kpi(name="Fehler", target_kind=TargetKind.HOLD, target=Decimal(2), better=Better.LOWER)
    assert state(hold, {50: "2"}).status is ON_PLAN
    assert state(hold, {50: "1.5"}).status is ON_PLAN
    assert state(hold, {50: "2.000001"}).status is BEHIND
    assert state(hold, {50: "2"}).progress is None
    higher = Kpi(name="Verfügbar", target_kind=TargetKind.HOLD, baseline=Decimal("99.5"), target_on=on(100))
    assert state(higher, {50: "99.5"}).status is ON_PLAN
    assert state(higher, {150: "99.4"}).status is BEHIND


def test_a_target_that_is_the_baseline_is_to_be_held() -> None:
    same = reach("5", "5")
    assert state(same, {50: "5"}).status is ON_PLAN
    assert state(same, {50: "4.9"}).status is BEHIND
    assert state(same, {50: "5"}).expected is None


def test_a_band_is_neared_from_its_nearest_edge() -> None:
    cost = band("2", "4", baseline="6")
    assert state(cost, {50: "5"}).progress == Fraction(1, 2)  # 1 away of 2
    assert state(cost, {50: "5"}).status is ON_PLAN
    assert state(cost, {50: "7"}).progress == Fraction(-1, 2)
    assert state(cost, {50: "3"}).progress == 1
    assert state(cost, {50: "1"}).progress == Fraction(1, 2)  # through the band and 1 below it
    assert state(cost, {100: "4"}).status is ON_PLAN
    assert state(cost, {100: "4.4"}).status is CLOSE  # 0.8
    assert state(cost, {100: "4.400001"}).status is BEHIND


def test_a_band_that_holds_the_baseline_is_to_be_held() -> None:
    cost = band("2", "4", baseline="4")
    assert state(cost, {50: "2"}).status is ON_PLAN
    assert state(cost, {50: "4.1"}).status is BEHIND
    assert state(cost, {50: "2"}).progress is None


@pytest.mark.parametrize(
    ("cadence", "fresh"),
    [
        (Cadence.WEEKLY, 10),
        (Cadence.MONTHLY, 45),
        (Cadence.QUARTERLY, 136),
        (Cadence.HALF_YEARLY, 273),
        (Cadence.YEARLY, 547),
    ],
)
def test_a_value_is_stale_after_one_and_a_half_of_its_cadence(cadence: Cadence, fresh: int) -> None:
    assert not is_stale(cadence, BEGIN, on(fresh))
    assert is_stale(cadence, BEGIN, on(fresh + 1))


def test_without_a_value_it_is_not_measured_and_a_value_to_come_is_only_counted() -> None:
    assert state(reach(), {}).status is KpiStatus.NOT_MEASURED
    found = state(reach(), {30: "30", 60: "60"}, today=20)
    assert found.status is KpiStatus.NOT_MEASURED
    assert found.future_measurements == 2
    assert found.current is None
    assert not found.stale


def test_of_two_values_on_a_day_the_one_entered_later_counts() -> None:
    kpi = reach()
    rows = [measured(kpi, on(50), "48", entry=1), measured(kpi, on(50), "12"), measured(kpi, on(40), "9")]
    found = kpi_state(kpi, read_series(rows, on(60)), [], on(60))
    assert found.current == 48
    assert found.days_with_two_values == (on(50),)


@pytest.mark.parametrize(
    ("kpi", "missing"),
    [
        (Kpi(name="leer"), {"baseline", "baseline_on", "target", "target_on"}),
        (Kpi(name="ohne Ziel", baseline=Decimal(1), baseline_on=BEGIN, target_on=on(9)), {"target"}),
        (Kpi(name="leer", target_kind=TargetKind.HOLD), {"target"}),
        (Kpi(name="leer", target_kind=TargetKind.BAND), {"baseline", "baseline_on", "band", "target_on"}),
        (
            Kpi(name="ohne Tage", baseline=Decimal(1), target=Decimal(2)),
            {"baseline_on", "target_on"},
        ),
    ],
)
def test_what_is_missing_is_named(kpi: Kpi, missing: set[str]) -> None:
    found = state(kpi, {50: "1"})
    assert found.status is KpiStatus.INCOMPLETE
    assert set(found.missing) == missing | {"owner", "goal"}
    assert found.current == 1


def test_what_is_only_held_misses_no_days() -> None:
    assert state(reach("5", "5", owner_id="a", goal_id="b"), {}).missing == ()
    hold = Kpi(name="x", target_kind=TargetKind.HOLD, target=Decimal(1), owner_id="a", goal_id="b")
    assert state(hold, {}).missing == ()


def test_a_target_date_before_the_baseline_is_seen() -> None:
    assert state(reach(days=-1), {}).target_before_baseline
    assert not state(reach(days=0), {}).target_before_baseline
    assert state(reach(days=-1), {5: "50"}).expected == 1


def test_a_value_on_the_day_of_the_report_counts() -> None:
    kpi = reach()
    found = kpi_state(kpi, read_series([measured(kpi, date(2026, 2, 1), "31")], date(2026, 2, 1)), [], on(31))
    assert found.current == 31
