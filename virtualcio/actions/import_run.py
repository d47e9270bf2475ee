"""Taking a plan over: new records, changes of known ones and what belongs to them, as one undoable change."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.field_values import put_value
from virtualcio.actions.file_care import make_backup
from virtualcio.actions.import_known import known_of
from virtualcio.actions.import_memory import remember_mapping
from virtualcio.actions.import_parts import ImportedParts
from virtualcio.actions.import_renewal import renewed
from virtualcio.actions.import_targets import imported_columns
from virtualcio.actions.new_record import put_record
from virtualcio.actions.slow_work import InTwoHalves
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.exchange.actual_costs_import import AMOUNT
from virtualcio.exchange.existing_rows import with_lines
from virtualcio.exchange.import_plan import ImportPlan, PlanRow, RowRole, ValueState
from virtualcio.exchange.kpi_series_import import VALUES
from virtualcio.exchange.plan_values import Booked, Change, Measured, SeriesChange
from virtualcio.exchange.table_reader import Progress
from virtualcio.model import Record
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

IMPORTED = mark("“{file}” imported (rows: {count})")


@dataclass(frozen=True)
class LeftOut:
    """A row that was not taken, and why."""

    number: int
    label: str
    reason: Message
    role: RowRole


@dataclass(frozen=True)
class InDoubt:
    """What should be looked at in a row that was taken. `field`: column key, "" for the whole row."""

    number: int
    label: str
    field: str
    sentence: Message
    record_id: str
    understood: bool  # False: the words stand in the note only, or the field kept what it had


@dataclass(frozen=True)
class ImportResult:
    """What an import did. `added`, `updated`: keys of the records, in the order of the file, each once."""

    file_name: str
    into: str
    added: tuple[str, ...]
    updated: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    doubts: tuple[InDoubt, ...]
    new_records: Mapping[str, tuple[str, ...]]
    notes: tuple[Message, ...]

    @property
    def data_left_out(self) -> tuple[LeftOut, ...]:
        """Rows of the table itself that were not taken: without titles, headings, totals and remarks."""
        return tuple(one for one in self.left_out if one.role is RowRole.DATA)


def run_import(company: "OpenCompany", plan: ImportPlan, progress: Progress | None = None) -> ImportResult:
    """Take the plan over as one undoable change, and say row by row what was not taken and what is in doubt.

    A backup of the file is made first. If the company changed since the plan was made, the plan is made anew:
    what is there by now is not taken again. `progress` is told how far it is; what it raises ends the import.
    RefusedFile if the plan has a problem or no backup could be written. Either way the company is then as
    it was.
    """
    into = table(plan.into)
    if known_of(company, into, imported_columns(into)) != plan.basis.known[plan.into]:
        plan = renewed(company, plan)
    if plan.problem is not None:
        raise RefusedFile(plan.problem.text, **plan.problem.params)
    if company.path is not None and not company.workspace.read_only:
        make_backup(company)
    label = Message(IMPORTED, {"count": plan.taken, "file": plan.file_name})
    told = InTwoHalves(progress)
    with company.workspace.change(label, told.second) as edit:
        run = _Run(company, edit, plan)
        for done, row in enumerate(plan.rows, start=1):
            run.row(row)
            told.first(done, len(plan.rows))
        run.finish()
        if run.added or run.updated:
            remember_mapping(company, edit, plan)
    return ImportResult(
        plan.file_name,
        plan.into,
        tuple(run.added),
        tuple(dict.fromkeys(run.updated)),
        tuple(run.left_out),
        tuple(run.doubts),
        run.parts.made,
        plan.notes,
    )


class _Run:
    """The state of one import within its open change."""

    def __init__(self, company: "OpenCompany", edit: "Edit", plan: ImportPlan) -> None:
        self._company, self._edit, self._plan = company, edit, plan
        self._table = table(plan.into)
        self._columns = {column.key: column for column in self._table.columns if column.editable}
        self._by_row: dict[int, Record] = {}
        self.parts = ImportedParts(company, edit, plan.basis.targets[plan.into])
        self.added: list[str] = []
        self.updated: list[str] = []
        self.left_out: list[LeftOut] = []
        self.doubts: list[InDoubt] = []

    def row(self, row: PlanRow) -> None:
        if not row.taken:
            if row.reason is not None:
                self._leave(row, row.reason)
            return
        try:
            if row.into_existing:
                record = self._change(row)
            elif row.joins is not None:
                record = self._join(row)
            else:
                record = self._add(row)
        except RefusedValue as refused:
            self._leave(row, refused.message)
            return
        self.doubts.extend(_doubts(row, record.id))

    def finish(self) -> None:
        """What leads to other records of the same list, now that all of them are there."""
        self.parts.finish()

    def _leave(self, row: PlanRow, reason: Message) -> None:
        self.left_out.append(LeftOut(row.in_file, row.label, reason, row.role))

    def _add(self, row: PlanRow) -> Record:
        given = {key: value.value for key, value in row.values.items() if value.value is not None}
        fields = {key: self._plain(key, value) for key, value in given.items() if key in self._columns}
        record = put_record(self._company, self._edit, self._table, fields)
        self.parts.put_children(record, given, fresh=True)
        self.parts.measure(record, _measured(given.get(VALUES)))
        self._book(record, given.get(AMOUNT))
        self._by_row[row.number] = record
        self.added.append(record.id)
        return record

    def _join(self, row: PlanRow) -> Record:
        """Another row of the same KPI: its values go to the record that the row above has made."""
        record = self._by_row.get(row.joins or 0)
        if record is None:  # the row above was left out: this one makes the record
            made = next((one for one in self._by_row.values() if _same_name(one, row)), None)
            if made is None:
                return self._add(row)
            record = made
        for key, value in row.values.items():
            if key == VALUES:
                self.parts.measure(record, _measured(value.value))
            elif key in self._columns and value.value is not None:
                self._supplement(record, self._columns[key], value.value)
        return record

    def _supplement(self, record: Record, column: Column, value: Any) -> None:
        """What another row of the same record says fills what is empty, and follows in the note."""
        if column.field is None:
            return
        before = getattr(record, column.field)
        if column.key == self._plan.basis.targets[self._plan.into].note_field:
            put_value(self._company, self._edit, column, record, with_lines(str(before), str(value)))
        elif before in (None, ""):
            put_value(self._company, self._edit, column, record, self._plain(column.key, value))

    def _change(self, row: PlanRow) -> Record:
        """Each field by itself: one that is refused keeps what it had and is named."""
        record = self._company.data.find(self._table.kind, row.existing)
        refused: list[Message] = []
        changed = False
        for key, change in row.changes.items():
            try:
                self._put(record, key, change)
                changed = True
            except RefusedValue as error:
                refused.append(error.message)
                self.doubts.append(
                    InDoubt(row.in_file, row.label, key, error.message, record.id, understood=False)
                )
        if not changed:
            raise RefusedValue(refused[0].text, **refused[0].params)
        self.updated.append(record.id)
        return record

    def _put(self, record: Record, key: str, change: Change | SeriesChange) -> None:
        if isinstance(change, SeriesChange):
            changed = tuple(Measured(day, after) for day, _before, after in change.changed)
            self.parts.measure(record, (*change.added, *changed))
        elif isinstance(change.after, Booked):
            self._book(record, change.after)
        elif key in self._columns:
            column = self._columns[key]
            put_value(self._company, self._edit, column, record, self._plain(key, change.after))
        else:
            self.parts.put_children(record, {key: change.after}, fresh=False)

    def _book(self, account: Record, booked: object) -> None:
        if isinstance(booked, Booked):
            self.parts.book(account, booked, self._plan.file_name)

    def _plain(self, key: str, value: Any) -> Any:
        """What the field stores: the keys of what is named."""
        kind = self._columns[key].kind
        if kind is Kind.REFERENCE:
            return self.parts.key_of(key, value)
        if kind is Kind.LINKS:
            return tuple(self.parts.key_of(key, part.named) for part in value)
        return value


def _measured(value: object) -> Sequence[Measured]:
    return value if isinstance(value, tuple) else ()


def _same_name(record: Record, row: PlanRow) -> bool:
    return str(getattr(record, "name", "")).casefold() == row.label.casefold()


def _doubts(row: PlanRow, record_id: str) -> Iterable[InDoubt]:
    for sentence in row.doubts:
        yield InDoubt(row.in_file, row.label, "", sentence, record_id, understood=True)
    for key, value in row.telling.items():
        understood = value.state is not ValueState.NOT_UNDERSTOOD
        for sentence in value.sentences:
            yield InDoubt(row.in_file, row.label, key, sentence, record_id, understood)
