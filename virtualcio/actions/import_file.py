"""What a file is: an export of the program that comes back as a whole, or a list for one table."""

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.actions.company_workbook import CompanyKeys, CompanyPlan, keys_of, propose_company
from virtualcio.actions.import_table import propose_import
from virtualcio.actions.import_targets import ImportContext, import_context
from virtualcio.exchange.import_plan import ImportPlan
from virtualcio.exchange.table_reader import Progress, read_table

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
    return propose_import(context.lists, path, into, progress=progress, read=read)
