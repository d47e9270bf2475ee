"""Import a list: propose what it says, correct the proposal, and take it over as one change."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.actions.file_care import make_backup
from virtualcio.actions.import_mapping_file import MappingFile, choices_from
from virtualcio.actions.import_renewal import renewed
from virtualcio.actions.import_targets import ImportContext, import_context
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import name_in, table
from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.exchange.import_fields import ImportTarget
from virtualcio.exchange.import_plan import ImportPlan, Named, PlanRow, PlanValue, RowRole, ValueState
from virtualcio.exchange.plan_making import NO_HEADER, Choices, PlanBasis, make_plan
from virtualcio.exchange.plan_rows import Decisions
from virtualcio.exchange.table_reader import Progress, read_table
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
    understood: bool  # False: the words stand in the note only


@dataclass(frozen=True)
class ImportResult:
    """What an import did. `added`: keys of the new records, in the order of the file."""

    file_name: str
    into: str
    added: tuple[str, ...]
    left_out: tuple[LeftOut, ...]
    doubts: tuple[InDoubt, ...]
    new_records: Mapping[str, tuple[str, ...]]
    notes: tuple[Message, ...]

    @property
    def data_left_out(self) -> tuple[LeftOut, ...]:
        """Rows of the table itself that were not taken: without titles, headings, totals and remarks."""
        return tuple(one for one in self.left_out if one.role is RowRole.DATA)


def propose_import(
    company: "OpenCompany | ImportContext",
    path: Path,
    into: str | None = None,
    mapping: MappingFile | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """What importing the file would do; nothing is written.

    With an ImportContext instead of the company it may run outside the window's thread. RefusedFile if the
    file cannot be read or has no rows; RefusedValue if `mapping` names something that the file has not.
    """
    context = company if isinstance(company, ImportContext) else import_context(company)
    basis = PlanBasis(read_table(path, progress), context.targets, context.known, context.today)
    choices = Choices(into=into)
    if mapping is not None:
        choices = choices_from(mapping, make_plan(basis, replace(choices, **mapping.place(basis, into))))
    return make_plan(basis, choices, progress=progress)


def correct(
    plan: ImportPlan,
    *,
    into: str | None = None,
    sheet: str | None = None,
    header_row: int | None = None,
    columns: Mapping[int, str | None] | None = None,
    values: Mapping[tuple[int, str], str] | None = None,
    take: Iterable[int] = (),
    skip: Iterable[int] = (),
) -> ImportPlan:
    """The plan with something decided by the user; fast, also for long lists.

    `into`: another table. `sheet`: another sheet. `header_row`: row number, NO_HEADER for a table without.
    `columns`: column index -> field key, None for a column that is not taken; a field that another column
    had moves. `values`: (row number, column key) -> typed text. `take`, `skip`: row numbers.
    """
    choices = plan.choices
    if into is not None and into != plan.into:
        choices = Choices(into=into, sheet=choices.sheet, header_row=choices.header_row)
    if sheet is not None and sheet != plan.sheet:
        choices = Choices(into=choices.into, sheet=sheet)
    if header_row is not None:
        choices = replace(choices, header_row=header_row, mapping={})
    if columns:
        choices = replace(choices, mapping={**choices.mapping, **_moved(plan, columns)})
    decided = choices.decisions
    taken = {**decided.taken, **dict.fromkeys(take, True), **dict.fromkeys(skip, False)}
    decisions = Decisions({**decided.values, **(values or {})}, taken)
    return make_plan(plan.basis, replace(choices, decisions=decisions), plan.work)


def _moved(plan: ImportPlan, columns: Mapping[int, str | None]) -> dict[int, str | None]:
    """A field takes one column (the note many): the column that had it before gives it up."""
    single = {one.key for one in plan.fields if not one.many}
    wanted = {key for key in columns.values() if key in single}
    given_up: dict[int, str | None] = {
        one.index: None for one in plan.columns if one.field in wanted and one.index not in columns
    }
    return {**given_up, **columns}


def run_import(company: "OpenCompany", plan: ImportPlan) -> ImportResult:
    """Take the plan over as one undoable change, and say row by row what was not taken and what is in doubt.

    A backup of the file is made first. If the company changed since the plan was made, the plan is made anew:
    what is there by now is not taken again. RefusedFile if the plan has a problem or no backup could be
    written; the company is then as it was.
    """
    if import_context(company).known[plan.into] != plan.basis.known[plan.into]:
        plan = renewed(company, plan)
    if plan.problem is not None:
        raise RefusedFile(plan.problem.text, **plan.problem.params)
    if company.path is not None and not company.workspace.read_only:
        make_backup(company)
    target = plan.basis.targets[plan.into]
    added: list[str] = []
    left_out: list[LeftOut] = []
    doubts: list[InDoubt] = []
    taken = sum(row.taken for row in plan.rows)
    with company.workspace.change(Message(IMPORTED, {"count": taken, "file": plan.file_name})) as edit:
        keys = _References(company, edit, target)
        for row in plan.rows:
            if not row.taken:
                if row.reason is not None:
                    left_out.append(LeftOut(row.number, row.label, row.reason, row.role))
                continue
            try:
                record_id = _put(company, edit, plan, keys, row)
            except RefusedValue as refused:
                left_out.append(LeftOut(row.number, row.label, refused.message, row.role))
                continue
            added.append(record_id)
            doubts.extend(_doubts(row, record_id))
    return ImportResult(
        plan.file_name, plan.into, tuple(added), tuple(left_out), tuple(doubts), keys.made, plan.notes
    )


def _put(company: "OpenCompany", edit: "Edit", plan: ImportPlan, keys: "_References", row: PlanRow) -> str:
    values = {
        key: keys.key_of(key, value.value) if isinstance(value.value, Named) else value.value
        for key, value in row.values.items()
        if value.value is not None
    }
    return put_record(company, edit, table(plan.into), values).id


def _doubts(row: PlanRow, record_id: str) -> Iterable[InDoubt]:
    for sentence in row.doubts:
        yield InDoubt(row.number, row.label, "", sentence, record_id, understood=True)
    for key, value in row.values.items():
        understood = value.state is not ValueState.NOT_UNDERSTOOD
        for sentence in value.sentences:
            yield InDoubt(row.number, row.label, key, sentence, record_id, understood)


class _References:
    """Leads names to records, and makes those that are missing, within the open change."""

    def __init__(self, company: "OpenCompany", edit: "Edit", target: ImportTarget) -> None:
        self._company = company
        self._edit = edit
        self._target = target
        self._keys: dict[str, dict[str, str]] = {}
        self.made: dict[str, tuple[str, ...]] = {}

    def key_of(self, field: str, named: Named) -> str:
        target = self._target.references[field]
        known = self._keys.get(target)
        if known is None:
            records = self._company.data.all(table(target).kind)
            known = {name_in(table(target), one).casefold(): one.id for one in records}
            self._keys[target] = known
        key = known.get(named.name.casefold())
        if key is None:
            made = put_record(self._company, self._edit, table(target), {"name": named.name})
            key = known[named.name.casefold()] = made.id
            self.made[target] = (*self.made.get(target, ()), named.name)
        return key


__all__ = [
    "NO_HEADER",
    "ImportPlan",
    "ImportResult",
    "InDoubt",
    "LeftOut",
    "PlanRow",
    "PlanValue",
    "correct",
    "import_context",
    "propose_import",
    "run_import",
]
