"""Taking an exported workbook over as a whole: one undoable change that writes its records as they were, and
then what people changed in its sheets.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from virtualcio.actions.cells import is_empty, understand, unit_of, value_of
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.company_workbook import (
    CompanyPlan,
    damaged,
    keys_of,
    own_key,
)
from virtualcio.actions.field_values import put_value
from virtualcio.actions.file_care import make_backup
from virtualcio.actions.new_record import complete_values, put_record
from virtualcio.actions.slow_work import InTwoHalves
from virtualcio.actions.tables import table
from virtualcio.actions.workbook_changes import AddedRow, ChangedCell, number_in
from virtualcio.errors import RefusedValue, UserError
from virtualcio.exchange.plan_values import Existing
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.record_rows import kinds_by_name, row_shape
from virtualcio.exchange.table_reader import Progress
from virtualcio.exchange.workbook import as_read
from virtualcio.model import Company, Record, ServiceLife, Setting
from virtualcio.model.base import CENT
from virtualcio.texts import Message, mark, speaking

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

TAKEN_OVER = mark("“{file}” taken over as a whole (rows: {count})")
# Kinds of which there is one row for each value of a field.
_SINGLE: Mapping[type[Record], str] = {Setting: "key", ServiceLife: "category"}
Values = dict[str, Any]


@dataclass(frozen=True)
class CompanyResult:
    """What taking over did. `cells`: changes in the sheets that went in; `remarks`: what did not, and why."""

    file_name: str
    added: int
    updated: int
    left: int  # rows that were there and stayed as they were
    cells: int
    remarks: tuple[Message, ...]


def take_company_over(
    company: "OpenCompany", plan: CompanyPlan, progress: Progress | None = None
) -> CompanyResult:
    """Write what the plan holds, as one undo step; a backup of the file is made first.

    `progress` is told how far it is; what it raises ends it, and the company is as it was. RefusedFile if no
    backup could be written or a value of the hidden sheet cannot be: nothing was written.
    """
    if company.path is not None and not company.workspace.read_only:
        make_backup(company)
    label = Message(TAKEN_OVER, {"file": plan.file_name, "count": plan.rows})
    told = InTwoHalves(progress)
    with company.workspace.change(label, told.second) as edit:
        run = _TakeOver(company, edit, plan, told)
        run.records()
        with speaking(plan.workbook.language):
            run.sheets()
    return CompanyResult(plan.file_name, run.added, run.updated, run.left, run.cells, tuple(run.remarks))


class _TakeOver:
    """The state of one taking over within its open change."""

    def __init__(self, company: "OpenCompany", edit: "Edit", plan: CompanyPlan, told: InTwoHalves) -> None:
        self._company, self._edit, self._plan, self._told = company, edit, plan, told
        self._into_empty = keys_of(company).empty
        self._fresh: set[str] = set()  # keys of records that this change has made
        self._kept: set[str] = set()  # keys of records that stay as they are
        self.added = self.updated = self.left = self.cells = 0
        self.remarks: list[Message] = list(plan.notes)

    # --- records ---------------------------------------------------------------------------------

    def records(self) -> None:
        """Every record of the hidden sheet, in its order."""
        rows = []
        for done, row in enumerate(self._rows(), start=1):
            rows.append(row)
            self._told.first(done, 2 * self._plan.rows)
        keys = self._all_keys(rows)
        for done, (kind, values) in enumerate(rows, start=1):
            if self._leads_somewhere(kind, values, keys):
                self._put(kind, values)
            self._told.first(self._plan.rows + done, 2 * self._plan.rows)

    def _rows(self) -> Iterator[tuple[type[Record], Values]]:
        for name, found in self._plan.workbook.records.items():
            kind = kinds_by_name()[name]
            shape = row_shape(kind)
            for texts in found.rows.values():
                own = {
                    key: own_key(self._company, text) for key, text in zip(found.fields, texts, strict=True)
                }
                try:
                    yield kind, shape.read(own)
                except (ValueError, KeyError) as error:
                    raise damaged(self._plan.workbook) from error

    def _all_keys(self, rows: list[tuple[type[Record], Values]]) -> dict[str, set[str]]:
        """Keys that a row can lead to, by the name of their kind: of rows that lead somewhere themselves."""
        keys = {name: set(self._company.data.by_key(kind)) for name, kind in kinds_by_name().items()}
        for kind, values in rows:
            keys[row_shape(kind).name].add(values["id"])
        waiting = True
        while waiting:
            waiting = False
            for kind, values in rows:
                shape = row_shape(kind)
                known = keys[shape.name]
                if values["id"] in known and self._lacks(kind, values, keys):
                    known.discard(values["id"])
                    waiting = True
        return keys

    def _lacks(self, kind: type[Record], values: Values, keys: dict[str, set[str]]) -> bool:
        """Whether it cannot be without a record that is nowhere."""
        shape = row_shape(kind)
        return any(
            values[field] not in keys[target]
            for field, target in shape.leads_to.items()
            if field in values and not shape.nullable[shape.fields.index(field)]
        )

    def _leads_somewhere(self, kind: type[Record], values: Values, keys: dict[str, set[str]]) -> bool:
        """False if it has to stay out; keys that lead nowhere and may be empty are emptied, and named."""
        shape = row_shape(kind)
        if self._lacks(kind, values, keys):
            self.remarks.append(
                Message(
                    mark("A row of “{kind}” leads to something that is missing in the file: it is left out."),
                    {"kind": shape.name},
                )
            )
            return False
        for field, target in shape.leads_to.items():
            if values.get(field) is not None and values[field] not in keys[target]:
                values[field] = None
                said = mark("“{name}” leads to something that is missing in the file: “{field}” stays empty.")
                name = str(values.get("name", shape.name))
                self.remarks.append(Message(said, {"name": name, "field": field}))
        return True

    def _put(self, kind: type[Record], values: Values) -> None:
        known = self._there(kind, values)
        if known is None:
            self._edit.add(kind(**values))
            self._fresh.add(values["id"])
            self.added += 1
            return
        existing = Existing.UPDATE if self._into_empty else self._plan.existing
        if kind is Company and not self._into_empty and not self._plan.there:
            existing = Existing.FILL  # the workbook of another company does not rename this one
        changed = False
        for field, value in values.items():
            before = getattr(known, field)
            if field == "id" or before == value or existing is Existing.SKIP:
                continue
            if existing is Existing.UPDATE or is_empty(before):
                setattr(known, field, value)
                changed = True
        if existing is Existing.SKIP:
            self._kept.add(known.id)
        self.updated += changed
        self.left += not changed

    def _there(self, kind: type[Record], values: Values) -> Record | None:
        """The record of the company that the row is about."""
        if kind is Company:
            return self._company.data.company
        known = self._company.data.get(kind, values["id"])
        single = _SINGLE.get(kind)
        if known is not None or single is None:
            return known
        same = self._company.data.where(kind, single, values[single])
        if same and self._into_empty:
            self._edit.delete(same[0])
            return None
        return same[0] if same else None

    # --- what people changed ---------------------------------------------------------------------

    def sheets(self) -> None:
        """New rows first: changed cells may name them."""
        made = [(one, self._make(one)) for one in self._plan.added]
        for one, record in made:
            if record is not None:
                for key, cell in one.cells.items():
                    self._cell(table(one.table), key, record, cell, one)
        for changed in self._plan.changed:
            known = self._company.data.get(table(changed.table).kind, changed.record_id)
            if known is not None and known.id not in self._kept:
                self._cell(table(changed.table), changed.column, known, changed.cell, changed)

    def _make(self, one: AddedRow) -> Record | None:
        shown = table(one.table)
        values: Values = {}
        try:
            for key, cell in one.cells.items():
                column = shown.column(key)
                if column.required:
                    values[key] = self._value(column, cell, None)
            complete_values(self._company, shown, values)
            record = put_record(self._company, self._edit, shown, values)
        except UserError as refused:
            self._refused(one, refused.message)
            return None
        self._fresh.add(record.id)
        self.added += 1
        return record

    def _cell(
        self, shown: Table, key: str, record: Record, cell: RawCell, at: AddedRow | ChangedCell
    ) -> None:
        column = shown.column(key)
        keeps = self._plan.existing is Existing.FILL and record.id not in self._fresh
        if keeps and not is_empty(value_of(self._company, column, record)):
            return
        try:
            unit = unit_of(self._company, column, [record])
            value = self._value(column, cell, unit)
            self.cells += put_value(self._company, self._edit, column, record, value)
        except RefusedValue as refused:
            self._refused(at, refused.message)

    def _value(self, column: Column, cell: RawCell, unit: str | None) -> Any:
        """A real number or date as it is; a text as if it was typed. RefusedValue if it fits not."""
        number = number_in(cell, column)
        if number is not None and column.kind in (Kind.MONEY, Kind.PERCENT):
            return number.quantize(CENT, rounding=ROUND_HALF_UP)
        if number is not None and column.kind is Kind.NUMBER:
            return number
        if number is not None and column.kind is Kind.INTEGER and number == number.to_integral_value():
            return int(number)
        if column.kind is Kind.DATE and isinstance(cell.value, date):
            return cell.value.replace(day=1) if column.month else cell.value
        value = understand(self._company, column, "" if cell.empty else as_read(cell.text), unit).value
        return value.quantize(CENT) if column.kind is Kind.MONEY and isinstance(value, Decimal) else value

    def _refused(self, at: AddedRow | ChangedCell, reason: Message) -> None:
        said = mark("“{title}”, row {row}: {reason}")
        self.remarks.append(Message(said, {"title": at.sheet, "row": at.row, "reason": reason}))
