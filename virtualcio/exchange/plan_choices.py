"""What an import plan follows from: the file, what was chosen, and the work that further choices reuse."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from virtualcio.exchange.import_fields import ImportTarget, Unfolded
from virtualcio.exchange.import_plan import SourceColumn
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.mapping_memory import MappingKey
from virtualcio.exchange.plan_rows import Decisions, Known
from virtualcio.exchange.plan_values import Existing
from virtualcio.exchange.raw_table import RawSheet, RawTable
from virtualcio.exchange.row_reading import RowReader
from virtualcio.exchange.table_layout import LaidOutRow

NO_HEADER = 0  # header row number of a table without one


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
        return replace(self, decisions=Decisions(), existing=None)


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
    unfolded: Unfolded | None = None  # of a wide table
