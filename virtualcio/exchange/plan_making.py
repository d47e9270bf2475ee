"""Make an import plan: propose sheet, target, header and mapping where none is chosen, and read the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from virtualcio.errors import RefusedFile
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import ImportTarget
from virtualcio.exchange.import_mapping import (
    column_cells,
    header_of,
    header_texts,
    hints_of,
    letter,
    propose_mapping,
    target_score,
)
from virtualcio.exchange.import_plan import (
    FieldChoice,
    ImportPlan,
    PlanRow,
    RowRole,
    SheetChoice,
    SourceColumn,
)
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.mapping_memory import MappingKey, mapping_from, remembered_place
from virtualcio.exchange.object_types import one_row_each
from virtualcio.exchange.periods import periods_of
from virtualcio.exchange.plan_rows import Decisions, Known, new_records, plan_rows, shown_fields
from virtualcio.exchange.plan_values import Existing
from virtualcio.exchange.raw_table import RawRow, RawSheet, RawTable
from virtualcio.exchange.row_reading import MappedColumn, RowReader
from virtualcio.exchange.table_layout import LaidOutRow, lay_out
from virtualcio.exchange.table_reader import Progress
from virtualcio.texts import Message, mark

NO_HEADER = 0  # header row number of a table without one
_SAMPLES = 3
# Enough cells to see how a column writes its amounts, few enough for a long list.
_STYLE_SAMPLE = 2_000


@dataclass(frozen=True)
class PlanBasis:
    """The file, and what it could be imported into. `known`: table key -> what the company has."""

    table: RawTable
    targets: Mapping[str, ImportTarget]
    known: Mapping[str, Known]
    today: date
    remembered: Mapping[MappingKey, Sequence[str | None]] = field(default_factory=dict)
    facts: ListFacts | None = None


@dataclass(frozen=True)
class Choices:
    """What the user chose; None: the program proposes. `mapping`: column index -> field key or None."""

    into: str | None = None
    sheet: str | None = None
    header_row: int | None = None  # number of the row, NO_HEADER for none
    mapping: Mapping[int, str | None] = field(default_factory=dict)
    decisions: Decisions = field(default_factory=Decisions)
    existing: Existing | None = None
    months: str = ""  # of the list as a whole, as the user typed them
    anew: bool = False  # propose without what is remembered of the last time

    @property
    def place(self) -> "Choices":
        """What decides how cells are read, without what was decided about single rows."""
        return replace(self, decisions=Decisions(), existing=None, months="")


@dataclass(frozen=True)
class Work:
    """What stays the same while single values and rows are decided: long lists are read once."""

    place: Choices
    sheet: RawSheet
    header: int | None
    target: ImportTarget
    laid_out: Sequence[LaidOutRow]
    reader: RowReader
    columns: tuple[SourceColumn, ...]
    remembered: Mapping[int, str | None] = field(default_factory=dict)  # by column, as the last time


def make_plan(
    basis: PlanBasis, choices: Choices, before: Work | None = None, progress: Progress | None = None
) -> ImportPlan:
    """The plan that follows from the choices. `before`: the work of an earlier plan of the same file.

    RefusedFile if no sheet of the file has a row that could be imported.
    """
    work = before if before is not None and before.place == choices.place else _work(basis, choices, before)
    target = work.target
    known = basis.known.get(target.key, Known())
    existing = choices.existing or target.existing
    facts = _facts(basis, work, choices)
    planned = plan_rows(work.laid_out, work.reader, known, choices.decisions, existing, progress, facts)
    rows = planned.rows
    choices = replace(choices, into=target.key, sheet=work.sheet.title)
    return ImportPlan(
        file_name=basis.table.name,
        into=target.key,
        targets=tuple(basis.targets),
        sheets=tuple(SheetChoice(one.title, len(one.rows), one.hidden) for one in basis.table.sheets),
        sheet=work.sheet.title,
        header_row=None if work.header is None else work.sheet.rows[work.header].number,
        columns=work.columns,
        fields=tuple(FieldChoice(one.key, one.title, one.many, one.required) for one in target.fields),
        existing=existing,
        could_change=planned.could_change,
        remembered=bool(work.remembered),
        shown=shown_fields(rows, list(target.simple)),
        rows=rows,
        notes=(
            *basis.table.notes,
            *(() if facts is None else facts.notes),
            *_notes(basis.table, work.sheet, work.columns, rows),
        ),
        new_records=new_records(rows, target),
        months=None if facts is None else str(facts.period or ""),
        problem=_problem(rows, target) or _without_months(facts),
        choices=choices,
        basis=basis,
        work=replace(work, place=choices.place),
    )


def _work(basis: PlanBasis, choices: Choices, before: Work | None) -> Work:
    sheet, target, header = _chosen(basis, choices)
    if target.one_row_each:
        sheet = one_row_each(sheet, header)
    known_columns = (
        {} if choices.anew or header is None else mapping_from(basis.remembered, target, sheet.rows[header])
    )
    mapping = propose_mapping(sheet, header, target) | known_columns | dict(choices.mapping)
    reader = _reader(sheet, header, target, mapping, basis.today, None if before is None else before.reader)
    name_column = next((index for index, key in mapping.items() if key == target.name_field), None)
    known = basis.known.get(target.key, Known())
    places = known.names.get(target.references.get(target.section_field or "", ""), ())
    laid_out = lay_out(sheet, header, name_column, [normal(name) for name in places])
    data = [one.row for one in laid_out if one.role is RowRole.DATA]
    columns = _columns(header_texts(sheet, header), data, mapping)
    return Work(choices.place, sheet, header, target, laid_out, reader, columns, known_columns)


def _facts(basis: PlanBasis, work: Work, choices: Choices) -> ListFacts | None:
    """What stands around the rows of a list that is about some months, None for all others."""
    if not work.target.of_months or basis.facts is None:
        return None
    above = work.sheet.rows[: work.header or 0]
    titles = [" ".join(cell.text for cell in row.cells if not cell.empty) for row in above]
    headings = [] if work.header is None else [cell.text for cell in work.sheet.rows[work.header].cells]
    said = [*titles, *headings, work.sheet.title, basis.table.name.replace("_", " ")]
    return replace(basis.facts, titles=tuple(said), answer=choices.months)


def _without_months(facts: ListFacts | None) -> Message | None:
    if facts is None or facts.period is not None:
        return None
    return Message(mark("Which months is the list about? Type them, such as 01.2026 - 10.2026."))


def _chosen(basis: PlanBasis, choices: Choices) -> tuple[RawSheet, ImportTarget, int | None]:
    """The sheet, the target and the index of the header; the best fitting ones where nothing is chosen."""
    table = basis.table
    if not choices.anew:
        place = remembered_place(basis.remembered, table, basis.targets, choices.into, choices.sheet)
        if place is not None and choices.header_row is None:
            return place
    sheets = [table.sheet(choices.sheet)] if choices.sheet else list(table.sheets)
    targets = [basis.targets[choices.into]] if choices.into else list(basis.targets.values())
    if len(sheets) == len(targets) == 1:
        scored = [(0.0, header_of(sheets[0], targets[0]), sheets[0], targets[0])]
    else:
        scored = [
            (*target_score(sheet, target, table.name), sheet, target)
            for sheet in sheets
            for target in targets
        ]
    if not choices.sheet:
        scored = [one for one in scored if any(row.filled for row in one[2].rows)]
        if not scored:
            raise RefusedFile(mark("“{name}” is empty: there is nothing to import."), name=table.name)
    _points, header, sheet, target = max(scored, key=lambda one: one[0])
    if choices.header_row is not None:
        numbers = {row.number: index for index, row in enumerate(sheet.rows)}
        header = numbers.get(choices.header_row)
    below = sheet.rows[0 if header is None else header + 1 :]
    if not choices.sheet and not any(row.filled for row in below):
        raise RefusedFile(
            mark("“{name}” has a header and no rows below it: there is nothing to import."), name=table.name
        )
    return sheet, target, header


def _reader(
    sheet: RawSheet,
    header: int | None,
    target: ImportTarget,
    mapping: Mapping[int, str | None],
    today: date,
    before: RowReader | None,
) -> RowReader:
    headers = header_texts(sheet, header)
    below = sheet.rows[0 if header is None else header + 1 :]
    periods = {} if header is None else periods_of(sheet.rows[header].cells)
    columns = []
    for index, key in sorted(mapping.items()):
        if key is None or index >= len(headers):
            continue
        one = target.field(key)
        cells = column_cells(below, index, _STYLE_SAMPLE) if one.amount else []
        hints = replace(hints_of(headers[index] or letter(index), cells), period=periods.get(index))
        columns.append(MappedColumn(index, one, hints))
    if before is not None and before.target is target:
        return before.with_columns(columns)
    return RowReader(target, columns, today)


def _columns(
    headers: Sequence[str], rows: Sequence[RawRow], mapping: Mapping[int, str | None]
) -> tuple[SourceColumn, ...]:
    filled = [0] * len(headers)
    for row in rows:
        for index, cell in enumerate(row.cells):
            if not cell.empty:
                filled[index] += 1
    return tuple(
        SourceColumn(
            index,
            headers[index] or letter(index),
            tuple(cell.text.strip() for cell in column_cells(rows, index, _SAMPLES)),
            mapping.get(index),
            filled[index],
        )
        for index in range(len(headers))
        if headers[index] or filled[index]
    )


def _problem(rows: tuple[PlanRow, ...], target: ImportTarget) -> Message | None:
    data = [row for row in rows if row.role is RowRole.DATA]
    if not data:
        return Message(mark("There are no rows below the header. Choose another sheet or header row."))
    if not any(row.values.get(target.name_field) is not None for row in data):
        return Message(mark("No column is known to say what the rows are called. Assign one to the name."))
    return None


def _notes(
    table: RawTable, sheet: RawSheet, columns: tuple[SourceColumn, ...], rows: tuple[PlanRow, ...]
) -> tuple[Message, ...]:
    """What the user should know about the file as a whole, above all what is not taken from it."""
    notes = [
        Message(
            mark("The sheet “{title}” is not taken (rows: {count})."),
            {"title": other.title, "count": sum(row.filled > 0 for row in other.rows)},
        )
        for other in table.sheets
        if other.title != sheet.title and other.rows
    ]
    apart = len(sheet.rows) - len(table.sheet(sheet.title).rows)
    if apart:
        said = mark("Rows with several things in them: {count} more stand below the list as own rows.")
        notes.append(Message(said, {"count": apart}))
    notes += [
        Message(
            mark("The column “{title}” is not taken (values: {count})."),
            {"title": one.title, "count": one.filled},
        )
        for one in columns
        if one.field is None and one.filled
    ]
    if any(one.field == "cost" and "brutto" in one.title.casefold() for one in columns):
        notes.append(Message(mark("The prices are gross by their header; the program counts net prices.")))
    if any(one.field == "cost" for one in columns) and any(_several(row) for row in rows):
        notes.append(
            Message(mark("Prices are taken for all pieces of a row together. Assign the column to the price "
                         "per piece if they are meant for one."))
        )  # fmt: skip
    return tuple(notes)


def _several(row: PlanRow) -> bool:
    quantity, cost = row.values.get("quantity"), row.values.get("cost")
    return (
        row.taken
        and cost is not None
        and cost.value is not None
        and quantity is not None
        and isinstance(quantity.value, int)
        and quantity.value > 1
    )
