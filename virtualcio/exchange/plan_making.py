"""Make an import plan: propose sheet, target, header and mapping where none is chosen, and read the rows."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from virtualcio.errors import RefusedFile
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import ImportTarget, Unfolded
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
    RowRole,
    SheetChoice,
    SourceColumn,
)
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.mapping_memory import mapping_from, remembered_place
from virtualcio.exchange.object_types import one_row_each
from virtualcio.exchange.periods import periods_of
from virtualcio.exchange.plan_choices import Choices, PlanBasis, Work
from virtualcio.exchange.plan_notes import notes_of, problem_of, without_months
from virtualcio.exchange.plan_rows import Known, new_records, plan_rows, shown_fields
from virtualcio.exchange.raw_table import RawRow, RawSheet
from virtualcio.exchange.row_reading import MappedColumn, RowReader
from virtualcio.exchange.table_layout import lay_out
from virtualcio.exchange.table_reader import Progress
from virtualcio.texts import mark

_SAMPLES = 3
# Enough cells to see how a column writes its amounts, few enough for a long list.
_STYLE_SAMPLE = 2_000


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
    facts = _facts(basis, work.sheet, work.header, choices) if target.of_months else None
    unfolded = work.unfolded
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
            *(() if unfolded is None else unfolded.notes),
            *notes_of(basis.table, work.sheet, work.columns, rows),
        ),
        new_records=new_records(rows, target),
        months=_months(facts, unfolded),
        problem=(None if unfolded is None else unfolded.problem)
        or problem_of(rows, target)
        or without_months(facts),
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
    wide = target.unfolding
    if wide is not None and header is not None:
        mapping = wide.mapping(mapping, sheet.rows[header], target.note_field)
    reader = _reader(sheet, header, target, mapping, basis.today, None if before is None else before.reader)
    name_column = next((index for index, key in mapping.items() if key == target.name_field), None)
    known = basis.known.get(target.key, Known())
    places = known.names.get(target.references.get(target.section_field or "", ""), ())
    laid_out = lay_out(sheet, header, name_column, [normal(name) for name in places])
    data = [one.row for one in laid_out if one.role is RowRole.DATA]
    shown = mapping if wide is None else wide.shown(mapping)
    columns = _columns(header_texts(sheet, header), data, shown)
    unfolded = None
    facts = _facts(basis, sheet, header, choices)
    if wide is not None and wide.key in mapping.values() and header is not None and facts is not None:
        unfolded = wide.rows(laid_out, reader.columns, sheet.rows[header], name_column, facts)
        laid_out, reader = list(unfolded.rows), reader.with_columns(unfolded.columns)
    return Work(choices.place, sheet, header, target, laid_out, reader, columns, known_columns, unfolded)


def _facts(basis: PlanBasis, sheet: RawSheet, header: int | None, choices: Choices) -> ListFacts | None:
    """What stands around the rows of a list, which may say what months it is about."""
    if basis.facts is None:
        return None
    above = sheet.rows[: header or 0]
    titles = [" ".join(cell.text for cell in row.cells if not cell.empty) for row in above]
    headings = [] if header is None else [cell.text for cell in sheet.rows[header].cells]
    said = [*titles, *headings, sheet.title, basis.table.name.replace("_", " ")]
    return replace(basis.facts, titles=tuple(said), answer=choices.months)


def _months(facts: ListFacts | None, unfolded: Unfolded | None) -> str | None:
    if unfolded is not None:
        return unfolded.months
    return None if facts is None else str(facts.period or "")


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
            (*target_score(sheet, target, table.name, basis.today), sheet, target)
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
