"""The movement table of fixed assets (Anlagenspiegel): costs, depreciation, book values of a fiscal year.

Columns: § 284 (3) HGB. What is expense at once comes and leaves in the fiscal year of its purchase, a pool
leaves with its last fifth; disposals of their single things are not shown. Both are customary, not law.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from decimal import Decimal
from enum import StrEnum

from virtualcio.analysis.amounts import ZERO, total
from virtualcio.analysis.depreciation.items import Method
from virtualcio.analysis.depreciation.schedule import Schedule

NO_GROUP = ""


@dataclass(frozen=True)
class Movement:
    """One row: costs, accumulated depreciation, book values. "start" and "end": of the fiscal year.

    Transfers, write-ups, changes by additions and capitalised interest do not come up in this program: 0.
    """

    cost_start: Decimal = ZERO
    additions: Decimal = ZERO
    disposals: Decimal = ZERO
    transfers: Decimal = ZERO
    cost_end: Decimal = ZERO
    depreciation_start: Decimal = ZERO
    depreciation: Decimal = ZERO
    change_by_additions: Decimal = ZERO
    change_by_disposals: Decimal = ZERO  # what had been depreciated of what left; it lowers the sum
    change_by_transfers: Decimal = ZERO
    write_ups: Decimal = ZERO
    depreciation_end: Decimal = ZERO
    book_value_end: Decimal = ZERO
    book_value_start: Decimal = ZERO
    interest: Decimal = ZERO


COLUMNS = tuple(column.name for column in fields(Movement))


class Footing(StrEnum):
    """What must add up in each row and in the total."""

    COST = "cost"
    DEPRECIATION = "depreciation"
    BOOK_VALUE_START = "book_value_start"
    BOOK_VALUE_END = "book_value_end"


@dataclass(frozen=True)
class MovementRow:
    """A group of assets; `keys` of the items in it."""

    group: str
    keys: tuple[str, ...]
    amounts: Movement


@dataclass(frozen=True)
class MovementTable:
    """`differences`: what does not add up, by group ("" with the total's too); empty in sound books."""

    year: int
    rows: tuple[MovementRow, ...]
    total: Movement
    differences: tuple[tuple[str, Footing, Decimal], ...]


def movement_table(schedules: Iterable[Schedule], year: int, groups: Mapping[str, str]) -> MovementTable:
    """The rows of a fiscal year (named by its start), groups in the order of `groups`' values.

    `groups`: group by key of item; what has none comes last under "". Groups without amounts are left out.
    """
    order = list(dict.fromkeys([*groups.values(), NO_GROUP]))
    found: dict[str, list[tuple[str, Movement]]] = {group: [] for group in order}
    for schedule in schedules:
        amounts = movement(schedule, year)
        if amounts != Movement():
            found[groups.get(schedule.key, NO_GROUP)].append((schedule.key, amounts))
    rows = tuple(
        MovementRow(group, tuple(key for key, _ in items), added(amounts for _, amounts in items))
        for group, items in found.items()
        if items
    )
    whole = added(row.amounts for row in rows)
    named = [*((row.group, row.amounts) for row in rows), (NO_GROUP, whole)]
    return MovementTable(
        year, rows, whole, tuple((name, *one) for name, amounts in named for one in differences(amounts))
    )


def movement(schedule: Schedule, year: int) -> Movement:
    """One item in one fiscal year; all 0 before it came and after it left."""
    first = schedule.years[0]
    if year < first.fiscal_year:
        return Movement()
    before = [one for one in schedule.years if one.fiscal_year < year]
    now = schedule.year(year)
    cost_start = schedule.cost - first.addition if now is first else _cost_after(schedule, len(before))
    book_start = first.opening if now is first else schedule.book_value(year - 1)
    additions = now.addition if now is not None else ZERO
    depreciation = now.depreciation if now is not None else ZERO
    disposals = now.disposal_cost if now is not None else ZERO
    accumulated = now.disposal_accumulated if now is not None else ZERO
    leaves = _leaves_in(schedule)
    if leaves is not None:
        if year > leaves:
            return Movement()
        disposals = accumulated = schedule.cost if year == leaves else ZERO
    cost_end = cost_start + additions - disposals
    book_end = schedule.book_value(year)
    return Movement(
        cost_start=cost_start,
        additions=additions,
        disposals=disposals,
        cost_end=cost_end,
        depreciation_start=cost_start - book_start,
        depreciation=depreciation,
        change_by_disposals=accumulated,
        depreciation_end=cost_start - book_start + depreciation - accumulated,
        book_value_end=book_end,
        book_value_start=book_start,
    )


def added(movements: Iterable[Movement]) -> Movement:
    """Column by column."""
    listed: Sequence[Movement] = list(movements)
    return Movement(*(total(getattr(one, column) for one in listed) for column in COLUMNS))


def differences(row: Movement) -> Iterator[tuple[Footing, Decimal]]:
    """What a row does not add up to; nothing for a sound one."""
    moved = row.additions - row.disposals + row.transfers
    worn = row.depreciation + row.change_by_additions - row.change_by_disposals + row.change_by_transfers
    footings = (
        (Footing.COST, row.cost_start + moved - row.cost_end),
        (Footing.DEPRECIATION, row.depreciation_start + worn - row.write_ups - row.depreciation_end),
        (Footing.BOOK_VALUE_START, row.cost_start - row.depreciation_start - row.book_value_start),
        (Footing.BOOK_VALUE_END, row.cost_end - row.depreciation_end - row.book_value_end),
    )
    return ((footing, difference) for footing, difference in footings if difference)


def _cost_after(schedule: Schedule, count: int) -> Decimal:
    """Cost of the pieces that are still there after the first so many years."""
    return schedule.cost - total(one.disposal_cost for one in schedule.years[:count])


def _leaves_in(schedule: Schedule) -> int | None:
    """The fiscal year in which the whole thing leaves the table by custom; None: when it is disposed of."""
    if schedule.method is Method.IMMEDIATE:
        return schedule.years[0].fiscal_year
    if schedule.method is not Method.POOL:
        return None
    return next(one.fiscal_year for one in schedule.years if not one.closing)
