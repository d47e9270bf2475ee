"""An exported workbook as a whole: what it holds, what people changed in its sheets, what is there already.

The hidden sheet says exactly what was exported. A cell of a visible sheet that says something else now was
changed by somebody; a row without a key is a new one. Nothing here writes, and nothing asks the clock.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.actions.tables import TABLES
from virtualcio.actions.workbook_changes import AddedRow, ChangedCell, SheetChanges
from virtualcio.errors import RefusedFile
from virtualcio.exchange.own_workbook import COMPANY_KEY, OwnWorkbook, read_own_workbook
from virtualcio.exchange.plan_values import Existing
from virtualcio.exchange.raw_table import RawTable
from virtualcio.exchange.record_rows import kinds_by_name, row_shape
from virtualcio.exchange.table_reader import Progress, read_table
from virtualcio.model import RECORD_KINDS, Company, Record, Setting
from virtualcio.model.company_data import CompanyData
from virtualcio.texts import LANGUAGES, Message, mark, speaking

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Keys = Mapping[type[Record], frozenset[str]]


@dataclass(frozen=True)
class KindCount:
    """How many rows of a kind the workbook has; `title` is a message id, "" for rows without a table."""

    kind: type[Record]
    title: str
    rows: int
    there: int  # of them the company has already


@dataclass(frozen=True)
class CompanyPlan:
    """What taking the workbook over would do; `existing` decides about what is there already."""

    file_name: str
    company: str
    sheets: int
    rows: int
    counts: tuple[KindCount, ...]
    changed: tuple[ChangedCell, ...]
    added: tuple[AddedRow, ...]
    notes: tuple[Message, ...]
    existing: Existing
    into_empty: bool
    workbook: OwnWorkbook
    table: RawTable

    @property
    def there(self) -> int:
        """Rows that the company has already."""
        return sum(one.there for one in self.counts)

    def with_existing(self, existing: Existing) -> "CompanyPlan":
        return replace(self, existing=existing)


@dataclass(frozen=True)
class CompanyKeys:
    """The keys of an open company, for work outside the window's thread."""

    keys: Keys

    @property
    def empty(self) -> bool:
        """Only the company itself and settings are there."""
        return not any(found for kind, found in self.keys.items() if kind not in (Company, Setting))


def keys_of(company: "OpenCompany") -> CompanyKeys:
    """Take it in the thread that uses the company."""
    return CompanyKeys({kind: frozenset(company.data.by_key(kind)) for kind in RECORD_KINDS})


def propose_company(
    company: "OpenCompany | CompanyKeys",
    path: Path,
    existing: Existing = Existing.UPDATE,
    progress: Progress | None = None,
    table: RawTable | None = None,
) -> CompanyPlan | None:
    """What taking over an exported workbook would do, None if the file is no export of the program.

    `table`: the file, if it was read already. RefusedFile if it cannot be read, comes from a newer program,
    or its hidden sheet was damaged.
    """
    known = company if isinstance(company, CompanyKeys) else keys_of(company)
    whole = table or read_table(path, progress)
    workbook = read_own_workbook(whole)
    if workbook is None:
        return None
    if workbook.language not in LANGUAGES:
        raise damaged(workbook)
    data = CompanyData(records_of(workbook))
    with speaking(workbook.language):
        compared = SheetChanges(whole, workbook, data)
    return CompanyPlan(
        file_name=whole.name,
        company=workbook.company,
        sheets=len(workbook.sheets),
        rows=workbook.rows,
        counts=tuple(_counts(workbook, known.keys)),
        changed=tuple(compared.changed),
        added=tuple(compared.added),
        notes=(*whole.notes, *compared.notes),
        existing=existing,
        into_empty=known.empty,
        workbook=workbook,
        table=whole,
    )


def records_of(workbook: OwnWorkbook) -> Iterator[Record]:
    """Every record as it was exported, made anew. RefusedFile if a value cannot be."""
    for name, rows in workbook.records.items():
        kind = kinds_by_name()[name]
        shape = row_shape(kind)
        for texts in rows.rows.values():
            try:
                yield kind(**shape.read(dict(zip(rows.fields, texts, strict=True))))
            except (ValueError, TypeError, KeyError) as error:
                raise damaged(workbook) from error


def damaged(workbook: OwnWorkbook) -> RefusedFile:
    """Somebody changed the hidden sheet so that it cannot be read any more."""
    return RefusedFile(
        mark("“{name}” holds values in its hidden sheet that cannot be. Export it again."), name=workbook.name
    )


def _counts(workbook: OwnWorkbook, known: Keys) -> Iterator[KindCount]:
    titles = {table.kind: table.plural for table in TABLES}
    for name, rows in workbook.records.items():
        kind = kinds_by_name()[name]
        there = sum(key in known.get(kind, ()) for key in rows.rows)
        if kind is not Company:
            yield KindCount(kind, titles.get(kind, ""), len(rows.rows), there)


def own_key(company: "OpenCompany", text: str) -> str:
    """Keys as they are in this company: the company itself has its own."""
    return company.data.company.id if text == COMPANY_KEY else text
