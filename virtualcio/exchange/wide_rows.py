"""The rows of a wide budget table become rows with one line each, as a plain table would have them.

The first line of a row keeps the row's number, the others have the same number in the file (`row_in_file`).
Cells that were understood move into the made columns behind the last one; what is left in their old place
was not understood, and is named and kept like any such cell.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from virtualcio.exchange.import_fields import Hints, ImportField, Unfolded
from virtualcio.exchange.import_plan import RowRole
from virtualcio.exchange.list_period import ListFacts, ListPeriod
from virtualcio.exchange.plan_values import PART_ROWS
from virtualcio.exchange.raw_table import EMPTY, RawCell, RawRow
from virtualcio.exchange.row_reading import MappedColumn
from virtualcio.exchange.table_layout import LaidOutRow, first_text
from virtualcio.exchange.wide_budget import (
    AMOUNT,
    AMOUNTS,
    MADE_FIELDS,
    TOTAL,
    amount_reader,
    in_thousands,
    other_sum_reader,
    with_thousands,
)
from virtualcio.exchange.wide_lines import Filled, Part, parts_of
from virtualcio.exchange.wide_periods import YEAR, Heading, Stretch, heading_of, stretches, year_said
from virtualcio.texts import Message, mark, translate

_SUM_NAME = re.compile(r"(?:zwischen|gesamt|end)?summe\b.*", re.IGNORECASE)
_PERHAPS_SUM_NAME = re.compile(r"(?:gesamt|total|insgesamt|alle\b).*", re.IGNORECASE)
_NOTHING = Decimal(0)
_AMOUNT_TITLE = mark("Amount (net)")
_NO_YEAR = mark("The columns are months without a year. Type it as months of the list, such as 2027.")
_OUTSIDE = mark("Outside the years of the plan, so in no figure: {columns}.")
_FIRST_DAY = mark("What is planned for a whole year is paid on its first day. Change it where that matters.")
_IN_THOUSANDS = mark("The amounts are thousands of euros, as the list says.")


def unfold(
    laid_out: Sequence[LaidOutRow],
    columns: Sequence[MappedColumn],
    header: RawRow,
    name: int | None,
    facts: ListFacts,
) -> Unfolded:
    """The rows with one budget line each, and the columns to read them with. `name`: column of the names."""
    own = {cell.text for cell in header.cells}  # "Ist 2025" says nothing about the months beside it
    facts = replace(facts, titles=[title for title in facts.titles if title not in own])
    headings: dict[int, Heading] = {}
    for one in columns:
        heading = heading_of(header.cell(one.index)) if one.field.key == AMOUNTS else None
        if heading is not None:
            headings[one.index] = heading
    undated = any(one.year is None for one in headings.values())
    found = stretches(headings, year_said(facts), facts.start_month)
    if found is None:
        plain = [one for one in columns if one.field.key not in (AMOUNTS, TOTAL)]
        return Unfolded(laid_out, plain, months="", problem=Message(_NO_YEAR))
    sums = {at for at, one in found.items() if any(other.within(one) for other in found.values())}
    months = ""
    if undated:
        days = [found[at] for at, one in headings.items() if one.year is None]
        months = str(ListPeriod(min(one.first for one in days), max(one.last for one in days)))
    thousands = in_thousands([*facts.titles, *(header.cell(at).text for at in found)])
    work = _Unfolding(columns, header, found, frozenset(sums), name, facts, thousands)
    rows = [part for one in laid_out for part in work.rows(one)]
    return Unfolded(rows, work.columns, tuple(work.notes()), months if undated else None)


@dataclass
class _Unfolding:
    given: Sequence[MappedColumn]
    header: RawRow
    found: Mapping[int, Stretch]
    sums: frozenset[int]  # columns of a year whose months stand beside it
    name: int | None
    facts: ListFacts
    thousands: bool
    _block: dict[int, Decimal] = field(default_factory=dict)  # by column, since the last total
    _whole: dict[int, Decimal] = field(default_factory=dict)
    _used: set[int] = field(default_factory=set)

    def __post_init__(self) -> None:
        indexes = [one.index for one in self.given]
        self._width = max([len(self.header.cells), *(index + 1 for index in indexes)])
        wide = [one for one in self.given if one.field.key == AMOUNTS]
        styles = {one.hints.style for one in wide} - {None}
        hints = Hints(translate(_AMOUNT_TITLE), styles.pop() if len(styles) == 1 else None)
        self._hints = with_thousands(hints) if self.thousands else hints
        self._read = amount_reader(AMOUNT)
        totals = [one.index for one in self.given if one.field.key == TOTAL]
        self._totals: dict[int, Stretch | None] = {
            **dict.fromkeys(totals),
            **{index: self.found[index] for index in self.sums},
        }

    @property
    def columns(self) -> list[MappedColumn]:
        """Those of the file, and behind them the made ones."""
        amount = ImportField(AMOUNT, "", (), self._read, amount=True)
        made = [MappedColumn(self._width, amount, self._hints)]
        for at, one in enumerate(MADE_FIELDS, start=1):
            made.append(MappedColumn(self._width + at, one, Hints(made=True)))
        total = ImportField(TOTAL, "", (), other_sum_reader)
        given = [replace(one, field=total) if one.index in self.sums else one for one in self.given]
        return [*given, *made]

    def rows(self, one: LaidOutRow) -> Iterator[LaidOutRow]:
        """The lines of one row of the table; what is no row of the table stays as it is."""
        if one.role is not RowRole.DATA:
            yield one
            return
        amounts = self._amounts(one.row)
        if self._is_total(one.row, amounts):
            self._block.clear()
            yield one._replace(role=RowRole.TOTAL)
            return
        filled = [
            Filled(index, self.found[index], amount)
            for index, amount in amounts.items()
            if amount and index not in self.sums
        ]
        self._used.update(item.index for item in filled)
        for index, amount in amounts.items():
            self._block[index] = self._block.get(index, _NOTHING) + amount
            self._whole[index] = self._whole.get(index, _NOTHING) + amount
        parts = parts_of(filled, self.facts.start_month) if filled else []
        rest = self._rest(one.row, amounts)
        if not parts and not self._says_more(rest):
            yield one._replace(role=RowRole.NOTHING)
            return
        if not parts:
            yield one._replace(row=RawRow(one.row.number, rest))
        for at, part in enumerate(parts):
            cells = rest if not at else self._without_wide(rest)
            row = RawRow(one.row.number + at * PART_ROWS, self._with_part(cells, one.row, part))
            yield one._replace(row=row)

    def _amounts(self, row: RawRow) -> dict[int, Decimal]:
        """By column what was understood; a 0 is an amount too."""
        found = {}
        for index in self.found:
            value = self._amount(row.cell(index))
            if value is not None:
                found[index] = value
        return found

    def _amount(self, cell: RawCell) -> Decimal | None:
        if cell.empty:
            return None
        value = self._read(cell, self._hints).values.get(AMOUNT)
        return value if isinstance(value, Decimal) else None

    def _is_total(self, row: RawRow, amounts: Mapping[int, Decimal]) -> bool:
        """By its name; where that could be a thing too, only if the rows above make these sums."""
        text = first_text(row).strip()
        if _SUM_NAME.fullmatch(text):
            return True
        if not _PERHAPS_SUM_NAME.fullmatch(text) or not any(amounts.values()):
            return False
        return any(
            all(above.get(index, _NOTHING) == amount for index, amount in amounts.items())
            for above in (self._block, self._whole)
        )

    def _rest(self, row: RawRow, amounts: Mapping[int, Decimal]) -> tuple[RawCell, ...]:
        """The cells without amounts that were understood and sums that are right."""
        cells = [row.cell(index) for index in range(self._width)]
        for index in amounts:
            cells[index] = EMPTY
        for index, stretch in self._totals.items():
            said = self._amount(row.cell(index))
            over = [
                amount
                for other, amount in amounts.items()
                if other not in self.sums and (stretch is None or self.found[other].within(stretch))
            ]
            cells[index] = EMPTY if said is None or said == sum(over, _NOTHING) else row.cell(index)
        return tuple(cells)

    def _says_more(self, cells: Sequence[RawCell]) -> bool:
        """Whether a cell of a year or month holds words that are no amount."""
        return any(not self._silent(cells[index]) for index in self.found if index not in self.sums)

    def _silent(self, cell: RawCell) -> bool:
        reading = self._read(cell, self._hints)
        return cell.empty or (reading.problem is None and not reading.doubts)

    def _without_wide(self, cells: tuple[RawCell, ...]) -> tuple[RawCell, ...]:
        gone = {*self.found, *self._totals}
        return tuple(EMPTY if index in gone else cell for index, cell in enumerate(cells))

    def _with_part(self, cells: tuple[RawCell, ...], row: RawRow, part: Part) -> tuple[RawCell, ...]:
        at = self.name
        named = list(cells)
        if part.suffix and at is not None and not named[at].empty:
            named[at] = RawCell(f"{named[at].text.strip()} {part.suffix}")
        return (
            *named,
            row.cell(part.index),
            RawCell(part.period.value),
            RawCell(part.first),
            RawCell(part.last),
        )

    def notes(self) -> Iterator[Message]:
        """What is to be said about the table as a whole."""
        if self.thousands:
            yield Message(_IN_THOUSANDS)
        if any(self.found[index].months == YEAR for index in self._used):
            yield Message(_FIRST_DAY)
        outside = [
            " ".join(self.header.cell(index).text.split())
            for index in sorted(self._used)
            if self.found[index].last < self.facts.first or self.found[index].first > self.facts.last
        ]
        if outside:
            yield Message(_OUTSIDE, {"columns": ", ".join(outside)})
