"""The columns of wide budget tables: an amount per year or month beside each other, and sums of them.

What becomes of the amounts of a row is decided in wide_lines.py, for all rows in wide_rows.py.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from virtualcio.exchange.cell_readers import money_reader
from virtualcio.exchange.import_fields import Hints, ImportField, Reader, Reading
from virtualcio.exchange.raw_table import RawCell, RawRow
from virtualcio.exchange.wide_periods import Heading, heading_of
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.texts import Message, mark

AMOUNTS, TOTAL, AMOUNT = "amounts", "total", "amount"
_PAID = ("period", "first_on", "last_on")  # what the headings of a wide table say instead
_THOUSANDS = re.compile(
    r"(?<!\w)(?:t\s?€|teur|t\s?eur|tsd\.?\s?(?:€|eur(?:o)?)|tausend)(?!\w)", re.IGNORECASE
)
_THOUSAND = "thousand"
_SUMS = ("summe", "gesamt", "gesamtsumme", "jahressumme", "insgesamt", "total")


def special_fields() -> tuple[ImportField, ...]:
    """Columns that the table of budget lines has no place for."""
    return (
        ImportField(
            AMOUNTS, mark("Amount of a year or month"), (), amount_reader(AMOUNTS), many=True, amount=True,
            weak=True, gathers=True, header_fits=lambda cell: heading_of(cell) is not None,
        ),
        ImportField(
            TOTAL, mark("Sum of the row"), _SUMS, other_sum_reader, many=True, amount=True, weak=True,
        ),
    )  # fmt: skip


def amount_reader(key: str) -> Reader:
    """An amount; a bare number counts in thousands if the heading or the title says so (T€)."""
    whole = money_reader(key)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        read = whole(cell, hints)
        value = read.values.get(key)
        bare = not isinstance(cell.value, str) or not any(sign.isalpha() for sign in cell.value)
        if hints.unit == _THOUSAND and bare and isinstance(value, Decimal):
            return replace(read, values={**read.values, key: value * 1000})
        return read

    return reading


def other_sum_reader(cell: RawCell, _hints: Hints) -> Reading:
    """A sum that is left over: it is not that of the amounts beside it."""
    said = mark("“{text}” is not the sum of the amounts in its row: the amounts count.")
    return Reading(problem=Message(said, {"text": cell.text}), keep=True)


def in_thousands(texts: Sequence[str]) -> bool:
    """Whether a heading or title says so: T€, TEUR."""
    return any(_THOUSANDS.search(text) for text in texts)


def with_thousands(hints: Hints) -> Hints:
    return replace(hints, unit=_THOUSAND)


def settled_mapping(mapping: Mapping[int, str | None], header: RawRow, note: str) -> dict[int, str | None]:
    """Column index → field, now that all columns are known.

    A table is wide if several columns are headed by years or months, or one and nothing else says how much
    is paid when. Then its other amounts are sums, and other words about payments are kept in the note.
    """
    headed = [
        index
        for index, key in sorted(mapping.items())
        if key in (AMOUNTS, AMOUNT) and heading_of(header.cell(index)) is not None
    ]
    again = _again(headed, header)
    headed = [index for index in headed if index not in again]
    others = {key for index, key in mapping.items() if index not in headed}
    wide = len(headed) > 1 or (bool(headed) and not others & {AMOUNT, *_PAID})
    settled = dict(mapping)
    if not wide:
        for index in headed:
            settled[index] = note if AMOUNT in others else AMOUNT
        for index, key in mapping.items():
            if key == TOTAL:
                settled[index] = note
        return settled
    for index, key in mapping.items():
        if index in headed:
            settled[index] = AMOUNTS
        elif index in again:
            settled[index] = note
        elif key == AMOUNT:
            settled[index] = TOTAL
        elif key in _PAID:
            settled[index] = note
    return settled


def _again(headed: Sequence[int], header: RawRow) -> set[int]:
    """Columns of a year that another column has before them: "Ansatz 2027" beside "Plan 2027"."""
    seen: set[Heading] = set()
    found = set()
    for index in headed:
        heading = heading_of(header.cell(index))
        if heading is None or heading.year is None:  # months without a year can come once for each year
            continue
        if heading in seen:
            found.add(index)
        seen.add(heading)
    return found


def as_shown(mapping: Mapping[int, str | None]) -> dict[int, str | None]:
    """In the preview the amounts of the columns stand in the field of the amount."""
    return {index: AMOUNT if key == AMOUNTS else key for index, key in mapping.items()}


def lies_ahead(heading: RawCell, today: date) -> bool:
    """Whether a heading names a year or month that has not begun."""
    found = heading_of(heading)
    return found is not None and found.year is not None and date(found.year, found.month or 1, 1) > today


@dataclass(frozen=True)
class MadeField:
    """A field whose value follows from headings: no cell of the file holds it."""

    key: str

    def field(self) -> ImportField:
        """Reads what wide_rows.py puts into its cell."""
        return ImportField(self.key, "", (), self._read)

    def _read(self, cell: RawCell, _hints: Hints) -> Reading:
        value: PaymentPeriod | date | None = None
        if isinstance(cell.value, str):
            value = PaymentPeriod(cell.value)
        elif isinstance(cell.value, date):
            value = cell.value
        return Reading({} if value is None else {self.key: value})


MADE_FIELDS = tuple(MadeField(key).field() for key in _PAID)
