"""The hidden sheet of an export: every record exactly, and which visible sheet shows what.

Its first column says what a row is: the file, a sheet and its columns, the fields of a kind of record, a
record by its key, or more of the record above. People change the visible sheets; what differs there from
the hidden sheet was changed by them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from virtualcio.errors import RefusedFile
from virtualcio.exchange.raw_table import RawRow, RawSheet, RawTable
from virtualcio.exchange.record_rows import kinds_by_name, pieces, row_shape
from virtualcio.exchange.workbook import Sheet, SheetColumn
from virtualcio.model import Company, Record
from virtualcio.model.company_data import CompanyData
from virtualcio.texts import language, mark

HIDDEN_TITLE = "_virtualcio"
COMPANY_KEY = "company"  # stands for the key of the company itself, which each file gives anew
_FORMAT = 1
_FILE, _SHEET, _COLUMNS, _TITLES, _FIELDS, _MORE = "file", "sheet", "columns", "titles", "fields", "more"
_MOST_TEXT = 30_000
_KEY_TITLE = "virtualcio:{table}"


@dataclass(frozen=True)
class OwnSheet:
    """A visible sheet of records: its title, its table, and per column the key and the heading."""

    title: str
    table: str
    keys: tuple[str, ...]  # "" for a column that follows from another one
    titles: tuple[str, ...]


@dataclass
class OwnRecords:
    """The records of one kind: their fields, and by key the texts of these."""

    fields: tuple[str, ...]
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True)
class OwnWorkbook:
    """What the hidden sheet says. `records` by the name of their kind, in the order of the export."""

    name: str
    language: str
    company: str
    sheets: tuple[OwnSheet, ...]
    records: Mapping[str, OwnRecords]

    @property
    def rows(self) -> int:
        """How many records it holds, the company itself included."""
        return sum(len(one.rows) for one in self.records.values())


def key_title(table: str) -> str:
    """The heading of the hidden column with the keys of a sheet."""
    return _KEY_TITLE.format(table=table)


def hidden_sheet(data: CompanyData, sheets: Sequence[OwnSheet]) -> Sheet:
    """The sheet with everything that the file of a company holds."""
    rows: list[tuple[str, ...]] = [(_FILE, str(_FORMAT), language(), _one_line(data.company.name))]
    for one in sheets:
        rows.append((_SHEET, one.title, one.table))
        rows.append((_COLUMNS, *one.keys))
        rows.append((_TITLES, *one.titles))
    own = data.company.id
    for name, kind in kinds_by_name().items():
        if data.count(kind):
            shape = row_shape(kind)
            rows.append((_FIELDS, name, *shape.fields))
            for record in data.all(kind):
                rows += _record_rows(shape.written(record), own)
    width = max(map(len, rows))
    columns = (SheetColumn("VirtualCIO"), *(SheetColumn("") for _column in range(width - 1)))
    return Sheet(
        HIDDEN_TITLE, columns, tuple((*row, *(None,) * (width - len(row))) for row in rows), hidden=True
    )


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _record_rows(texts: Sequence[str], own: str) -> Iterator[tuple[str, ...]]:
    plain_key = [COMPANY_KEY if text == own else text for text in texts]
    for number, piece in enumerate(pieces(plain_key, _MOST_TEXT)):
        yield (_MORE if number else "", "", *piece)


def read_own_workbook(table: RawTable) -> OwnWorkbook | None:
    """What the hidden sheet says, None if the file is no export of the program.

    RefusedFile for an export of a newer program, or a hidden sheet that somebody has damaged.
    """
    hidden = next((one for one in table.sheets if one.title == HIDDEN_TITLE), None)
    if hidden is None:
        return None
    return _Reading(table.name, hidden).workbook()


def without_hidden_sheet(table: RawTable) -> RawTable:
    """The file as a person sees it, for the import of single sheets."""
    shown = tuple(one for one in table.sheets if one.title != HIDDEN_TITLE)
    return RawTable(table.name, shown, table.notes)


class _Reading:
    """Goes through the rows of the hidden sheet; what cannot be is refused with the number of the row."""

    def __init__(self, name: str, sheet: RawSheet) -> None:
        self._name, self._rows = name, sheet.rows
        self._file: tuple[str, ...] = ()
        self._sheets: list[OwnSheet] = []
        self._records: dict[str, OwnRecords] = {}
        self._now: OwnRecords | None = None
        self._last = ""

    def workbook(self) -> OwnWorkbook:
        for row in self._rows[1:]:
            self._row(row)
        if len(self._file) < 3 or Company.__tablename__ not in self._records:
            raise self._damaged(self._rows[0] if self._rows else None)
        return OwnWorkbook(
            self._name,
            self._file[1],
            self._file[2],
            tuple(self._sheets),
            self._records,
        )

    def _row(self, row: RawRow) -> None:
        what, *texts = [_text(row, index) for index in range(len(row.cells))] or [""]
        match what:
            case "file":
                self._begin(tuple(texts), row)
            case "sheet" if len(texts) >= 2:
                self._sheets.append(OwnSheet(texts[0], texts[1], (), ()))
            case "columns" if self._sheets:
                last = self._sheets[-1]
                self._sheets[-1] = OwnSheet(last.title, last.table, tuple(texts), ())
            case "titles" if self._sheets:
                last = self._sheets[-1]
                self._sheets[-1] = OwnSheet(last.title, last.table, last.keys, tuple(texts))
            case "fields" if texts:
                self._fields(texts)
            case "more" if self._now is not None and self._last:
                self._more(texts[1:])
            case "" if self._now is not None:
                self._record(texts[1:], row)
            case _:
                raise self._damaged(row)

    def _begin(self, texts: tuple[str, ...], row: RawRow) -> None:
        if len(texts) < 3 or not texts[0].isdecimal():
            raise self._damaged(row)
        if int(texts[0]) > _FORMAT:
            raise self._newer()
        self._file = texts

    def _fields(self, texts: Sequence[str]) -> None:
        name, *fields = texts
        kind: type[Record] | None = kinds_by_name().get(name)
        if kind is None or not set(fields) <= set(row_shape(kind).fields):
            raise self._newer()
        self._now = self._records.setdefault(name, OwnRecords(tuple(fields)))
        self._last = ""

    def _record(self, texts: Sequence[str], row: RawRow) -> None:
        assert self._now is not None
        width = len(self._now.fields)
        if len(texts) > width or "id" not in self._now.fields:
            raise self._damaged(row)
        padded = (*texts, *[""] * (width - len(texts)))
        key = padded[self._now.fields.index("id")]
        if not key or key in self._now.rows:
            raise self._damaged(row)
        self._now.rows[key] = padded
        self._last = key

    def _more(self, texts: Sequence[str]) -> None:
        assert self._now is not None
        before = self._now.rows[self._last]
        self._now.rows[self._last] = tuple(
            one + two for one, two in zip_longest(before, texts[: len(before)], fillvalue="")
        )

    def _newer(self) -> RefusedFile:
        return RefusedFile(
            mark("“{name}” was exported by a newer VirtualCIO. Update the program, then import it."),
            name=self._name,
        )

    def _damaged(self, row: RawRow | None) -> RefusedFile:
        return RefusedFile(
            mark(
                "“{name}” was changed in its hidden sheet (row {row}). Export it again, or delete the sheet "
                "“{sheet}” and import the others one by one."
            ),
            name=self._name,
            row=1 if row is None else row.number,
            sheet=HIDDEN_TITLE,
        )


def _text(row: RawRow, index: int) -> str:
    """Spreadsheet programs may make numbers of what looks like one."""
    cell = row.cell(index)
    if isinstance(cell.value, str):
        return cell.value
    return "" if cell.value is None else str(cell.value)
