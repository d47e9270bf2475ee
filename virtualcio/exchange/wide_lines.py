"""What becomes of the amounts of one row of a wide budget table: as few lines as say the same to the cent."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import groupby, pairwise

from virtualcio.analysis.calendar_days import fiscal_year_of, months_between
from virtualcio.exchange.wide_periods import YEAR, Stretch, year_label
from virtualcio.model.contracts import PaymentPeriod

_PERIODS = {
    1: PaymentPeriod.MONTH,
    3: PaymentPeriod.QUARTER,
    6: PaymentPeriod.HALF_YEAR,
    12: PaymentPeriod.YEAR,
}


@dataclass(frozen=True)
class Filled:
    """An amount of the row that is not 0, and the column that it stands in."""

    index: int
    stretch: Stretch
    amount: Decimal


@dataclass(frozen=True)
class Part:
    """One budget line: paid on `first` and every `period` until `last`; `index`: where its amount stands."""

    index: int
    period: PaymentPeriod
    first: date
    last: date | None
    suffix: str = ""  # behind the name of the row


def parts_of(amounts: Sequence[Filled], start_month: int) -> list[Part]:
    """One line if the same amount comes every month, quarter, half-year or year; else a line for each year,
    and for each run of equal months (quarters). The year or month stands behind the names if it is several.

    What is planned for a stretch of time is paid on its first day.
    """
    ordered = sorted(amounts, key=lambda one: one.stretch.first)
    parts = [
        part
        for _months, some in groupby(ordered, lambda one: one.stretch.months)
        for part in _lines(list(some))
    ]
    if len(parts) == 1:
        return parts
    years = [fiscal_year_of(part.first, start_month) for part in parts]
    by_year = len(set(years)) == len(years)
    return [
        Part(
            part.index,
            part.period,
            part.first,
            part.last,
            year_label(part.first, start_month) if by_year else f"{part.first:%m/%Y}",
        )
        for part in parts
    ]


def _lines(amounts: list[Filled]) -> Iterator[Part]:
    """Amounts of columns of the same length."""
    whole = _repeated(amounts)
    if whole is not None:
        yield whole
        return
    if amounts[0].stretch.months == YEAR:
        yield from map(_once, amounts)
        return
    run: list[Filled] = []
    for one in amounts:
        if run and (one.amount != run[-1].amount or _step(run[-1], one) != one.stretch.months):
            yield _repeated(run) or _once(run[0])
            run = []
        run.append(one)
    yield _repeated(run) or _once(run[0])


def _repeated(amounts: Sequence[Filled]) -> Part | None:
    """The same amount in equal steps; None for a single one or anything else."""
    steps = {_step(one, other) for one, other in pairwise(amounts)}
    if len(steps) != 1 or len({one.amount for one in amounts}) != 1:
        return None
    period = _PERIODS.get(steps.pop())
    first, last = amounts[0], amounts[-1].stretch.last
    return None if period is None else Part(first.index, period, first.stretch.first, last)


def _once(one: Filled) -> Part:
    return Part(one.index, PaymentPeriod.ONCE, one.stretch.first, None)


def _step(one: Filled, other: Filled) -> int:
    return months_between(one.stretch.first, other.stretch.first)
