"""Import a list: propose what it says, correct the proposal, and take it over as one change."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.actions.import_mapping_file import MappingFile, choices_from
from virtualcio.actions.import_run import ImportResult, InDoubt, LeftOut, run_import
from virtualcio.actions.import_targets import ImportContext, import_context
from virtualcio.exchange.import_plan import ImportPlan, PlanRow, PlanValue
from virtualcio.exchange.own_workbook import without_hidden_sheet
from virtualcio.exchange.plan_choices import NO_HEADER, Choices, PlanBasis
from virtualcio.exchange.plan_making import make_plan
from virtualcio.exchange.plan_rows import Decisions
from virtualcio.exchange.plan_values import Existing
from virtualcio.exchange.raw_table import RawTable
from virtualcio.exchange.table_reader import Progress, read_table

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def propose_import(
    company: "OpenCompany | ImportContext",
    path: Path,
    into: str | None = None,
    mapping: MappingFile | None = None,
    progress: Progress | None = None,
    existing: Existing | None = None,
    read: RawTable | None = None,
    months: str = "",
) -> ImportPlan:
    """What importing the file would do; nothing is written.

    `read`: the file, if it was read already. `months`: those that the whole list is about, if it does not
    say so itself.

    `existing`: what happens to rows that are there already; None: as it is usual for the table.
    With an ImportContext instead of the company it may run outside the window's thread. RefusedFile if the
    file cannot be read or has no rows; RefusedValue if `mapping` names something that the file has not.
    """
    context = company if isinstance(company, ImportContext) else import_context(company)
    basis = PlanBasis(
        without_hidden_sheet(read or read_table(path, progress)),
        context.targets,
        context.known,
        context.today,
        context.remembered,
        context.facts,
    )
    choices = Choices(into=into, existing=existing, months=months)
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
    existing: Existing | None = None,
    months: str | None = None,
    anew: bool = False,
) -> ImportPlan:
    """The plan with something decided by the user; fast, also for long lists.

    `into`: another table. `sheet`: another sheet. `header_row`: row number, NO_HEADER for a table without.
    `columns`: column index -> field key, None for a column that is not taken; a field that another column
    had moves. `values`: (row number, column key) -> typed text. `take`, `skip`: row numbers.
    `existing`: what happens to rows that are there already. `months`: of the list as a whole.
    `anew`: propose as if the list came first.
    """
    choices = plan.choices
    if anew:
        choices = Choices(existing=choices.existing, anew=True)
    if existing is not None:
        choices = replace(choices, existing=existing)
    if months is not None:
        choices = replace(choices, months=months)
    if into is not None and into != plan.into:
        choices = Choices(into=into, sheet=choices.sheet, header_row=choices.header_row, anew=choices.anew)
    if sheet is not None and sheet != plan.sheet:
        choices = Choices(into=choices.into, sheet=sheet, existing=choices.existing, anew=choices.anew)
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


__all__ = [
    "NO_HEADER",
    "Existing",
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
