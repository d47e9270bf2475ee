"""What a file is: an export of the program that comes back as a whole, or a list for one table."""

from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.actions.company_workbook import CompanyKeys, CompanyPlan, keys_of, propose_company
from virtualcio.actions.import_table import propose_import
from virtualcio.actions.import_targets import ImportContext, import_context
from virtualcio.actions.tables import table
from virtualcio.exchange.import_mapping import target_score
from virtualcio.exchange.import_plan import ImportPlan
from virtualcio.exchange.mapping_memory import remembered_place
from virtualcio.exchange.raw_table import RawTable
from virtualcio.exchange.table_reader import Progress, read_table
from virtualcio.texts import Message, mark, translate

_CLEARLY = 3  # times the points of the table that the page asked for
_ENOUGH = 2.0  # points: two columns whose headers are surely those of the table

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class FileContext:
    """What reading a file has to know of the company, for work outside the window's thread."""

    lists: ImportContext
    keys: CompanyKeys


def file_context(company: "OpenCompany") -> FileContext:
    """Take it in the thread that uses the company."""
    return FileContext(import_context(company), keys_of(company))


def propose_file(
    context: FileContext,
    path: Path,
    into: str | None = None,
    progress: Progress | None = None,
    *,
    sheets: bool = False,
) -> ImportPlan | CompanyPlan:
    """A plan for the whole company if the file is an export of it, or else for one list.

    `into`: the list is meant for this table; `sheets`: single sheets of an export are wanted. RefusedFile
    if the file cannot be read.
    """
    read = read_table(path, progress)
    if into is None and not sheets:
        whole = propose_company(context.keys, path, table=read)
        if whole is not None:
            return whole
    meant = into if into is None else _meant_for(context.lists, read, into)
    plan = propose_import(context.lists, path, meant, progress=progress, read=read)
    if meant == into:
        return plan
    said = Message(
        mark("By its columns this list belongs under “{table}”. Choose otherwise above if that is wrong."),
        {"table": translate(table(plan.into).plural)},
    )
    return replace(plan, notes=(said, *plan.notes))


def _meant_for(lists: ImportContext, read: RawTable, into: str) -> str:
    """`into`, or the table that the columns speak for much more clearly: who chooses a list of contracts
    while looking at devices means contracts. What was taken over like this before stays.
    """
    if remembered_place(lists.remembered, read, lists.targets, into, None) is not None:
        return into
    points = {
        key: max(target_score(sheet, target, read.name, lists.today)[0] for sheet in read.sheets)
        for key, target in lists.targets.items()
    }
    best = max(points, key=lambda key: points[key])
    return best if points[best] >= max(_ENOUGH, _CLEARLY * points.get(into, 0.0)) else into
