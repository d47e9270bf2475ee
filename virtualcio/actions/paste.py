"""Pasting a block of cells from a spreadsheet into a table."""

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from virtualcio.actions.cells import understand, unit_of
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.field_values import put_value
from virtualcio.actions.new_record import complete_values, put_record
from virtualcio.errors import RefusedValue, UserError
from virtualcio.model import Record
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

PASTED = mark("{count} cells pasted")


@dataclass(frozen=True)
class RefusedCell:
    """A pasted cell that was not taken, and why; `row` counts from 0 within the block."""

    row: int
    column: Column
    text: str
    reason: Message


@dataclass(frozen=True)
class DoubtfulCell:
    """A pasted cell that reads two ways: what was taken, and the other reading."""

    row: int
    column: Column
    text: str
    taken: Any
    other: Any


@dataclass(frozen=True)
class PasteResult:
    """What became of a pasted block; `records` are all rows it touched, the added ones last."""

    changed_cells: int
    records: tuple[Record, ...]
    added: tuple[Record, ...]
    refused: tuple[RefusedCell, ...]
    doubtful: tuple[DoubtfulCell, ...]


def paste_block(
    company: "OpenCompany",
    table: Table,
    records: Sequence[Record],
    columns: Sequence[Column],
    texts: Sequence[Sequence[str]],
    *,
    add_rows: bool = True,
    given: Mapping[str, Any] | None = None,
) -> PasteResult:
    """Put a block of texts into cells, as one undo step. A cell that is refused keeps its value and is named.

    `records` are the rows below the upper left cell, `columns` those to its right. A single row goes
    into all `records`, a single cell into all of them and all `columns`. Rows beyond
    the records become new ones (`add_rows`), which hold `given` (column key → value) besides.
    """
    paste = _Paste(company, table, columns, given or {})
    rows = [list(row) for row in texts]
    if len(rows) == 1 and len(records) > 1:
        if len(rows[0]) == 1:
            rows[0] = rows[0] * len(columns)
        rows = [list(rows[0]) for _record in records]
    with company.workspace.change(Message(PASTED, {"count": sum(len(row) for row in rows)})) as edit:
        for number, row in enumerate(rows):
            if number < len(records):
                paste.into(edit, records[number], number, row)
            elif add_rows and any(text.strip() for text in row):
                paste.new(edit, number, row)
    return PasteResult(
        paste.changed, tuple(paste.records), tuple(paste.added), tuple(paste.refused), tuple(paste.doubtful)
    )


class _Paste:
    """The state of one pasting."""

    def __init__(
        self, company: "OpenCompany", table: Table, columns: Sequence[Column], given: Mapping[str, Any]
    ) -> None:
        self._company, self._table, self._columns, self._given = company, table, columns, given
        self.changed = 0
        self.records: list[Record] = []
        self.added: list[Record] = []
        self.refused: list[RefusedCell] = []
        self.doubtful: list[DoubtfulCell] = []

    def into(self, edit: "Edit", record: Record, number: int, row: Sequence[str]) -> None:
        self.records.append(record)
        for column, text in zip(self._columns, row, strict=False):
            if not column.editable:
                continue
            try:
                self.changed += put_value(
                    self._company, edit, column, record, self._understood(column, record, number, text)
                )
            except RefusedValue as error:
                self.refused.append(RefusedCell(number, column, text, error.message))

    def new(self, edit: "Edit", number: int, row: Sequence[str]) -> None:
        """A new row from its name; the other cells are put in like into an old one."""
        name_column = self._table.name_column
        values: dict[str, Any] = dict(self._given)
        for column, text in zip(self._columns, row, strict=False):
            if column.required and text.strip():
                with suppress(RefusedValue):  # named below, when the cell is put in
                    values[column.key] = self._understood_new(column, text)
        try:
            complete_values(self._company, self._table, values)
            record = put_record(self._company, edit, self._table, values)
        except UserError as error:
            self.refused.append(RefusedCell(number, name_column, row[0] if row else "", error.message))
            return
        self.changed += len(values) - len(self._given)
        self.added.append(record)
        self.into(edit, record, number, row)

    def _understood_new(self, column: Column, text: str) -> Any:
        """In a row that does not exist yet; what belongs to a record has that record's unit."""
        unit = None
        if column.unit is not None and self._table.parent_field:
            given = ((self._table.column(key).field, value) for key, value in self._given.items())
            row = SimpleNamespace(**{field: value for field, value in given if field})
            unit = column.unit(self._company, row)
        return understand(self._company, column, text, unit).value

    def _understood(self, column: Column, record: Record, number: int, text: str) -> Any:
        understood = understand(self._company, column, text, unit_of(self._company, column, [record]))
        if understood.ambiguous:
            self.doubtful.append(DoubtfulCell(number, column, text, understood.value, understood.other))
        return understood.value
