"""What holds for any KPI, whatever its numbers: unit and direction do not matter, worse is never better."""

from decimal import Decimal

from hypothesis import assume, given, settings
from hypothesis import strategies as some

from tests.analysis.kpis import measured, on, reach, state
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus, kpi_state
from virtualcio.analysis.goals.kpi_series import read_series
from virtualcio.model import Measurement

NUMBERS = some.integers(-5000, 5000).map(lambda number: Decimal(number) / 4)
VALUES = some.dictionaries(some.integers(-20, 140), NUMBERS, min_size=1, max_size=12)
BEST_FIRST = (KpiStatus.ON_PLAN, KpiStatus.CLOSE, KpiStatus.BEHIND)


def seen(baseline: Decimal, target: Decimal, values: dict[int, Decimal]) -> KpiState:
    kpi = reach(str(baseline), str(target))
    return state(kpi, {day: str(value) for day, value in values.items()})


@settings(max_examples=60)
@given(NUMBERS, NUMBERS, VALUES, some.sampled_from(["-1", "1000", "0.25", "-40"]))
def test_another_unit_or_the_opposite_direction_changes_no_progress(
    baseline: Decimal, target: Decimal, values: dict[int, Decimal], factor: str
) -> None:
    assume(baseline != target)
    by = Decimal(factor)
    plain = seen(baseline, target, values)
    other = seen(baseline * by, target * by, {day: value * by for day, value in values.items()})
    assert (other.status, other.progress, other.expected) == (plain.status, plain.progress, plain.expected)
    assert other.trend is plain.trend
    assert (other.forecast is None) == (plain.forecast is None)


@settings(max_examples=60)
@given(NUMBERS, NUMBERS, VALUES, NUMBERS, some.integers(0, 60))
def test_a_newer_worse_value_never_improves_the_status(
    baseline: Decimal, target: Decimal, values: dict[int, Decimal], worse_by: Decimal, later: int
) -> None:
    assume(baseline != target)
    before = seen(baseline, target, values)
    last = max(values)
    way = 1 if target > baseline else -1
    newer = values[last] - way * abs(worse_by)
    after = seen(baseline, target, {**values, last + later: newer})
    assert BEST_FIRST.index(after.status) >= BEST_FIRST.index(before.status)


@settings(max_examples=60)
@given(
    some.lists(some.tuples(some.integers(0, 30), NUMBERS, some.integers(0, 3)), max_size=12), some.randoms()
)
def test_the_order_of_the_rows_does_not_matter(rows: list[tuple[int, Decimal, int]], chance: object) -> None:
    kpi = reach()
    made: list[Measurement] = [measured(kpi, on(day), str(value), entry) for day, value, entry in rows]
    shuffled = sorted(made, key=lambda _row: chance.random())  # type: ignore[attr-defined]  # hypothesis' Random
    today = on(20)
    assert kpi_state(kpi, read_series(made, today), [], today) == kpi_state(
        kpi, read_series(shuffled, today), [], today
    )


@settings(max_examples=40)
@given(VALUES)
def test_the_forecast_lies_within_its_band(values: dict[int, Decimal]) -> None:
    found = seen(Decimal(0), Decimal(100), values).forecast
    if found is not None:
        assert found.low <= found.value <= found.high
