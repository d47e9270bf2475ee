"""What an import would do, row by row: what was understood, what is in doubt, what is left out and why.

Plans are values: a correction gives a new plan, and nothing is written before the plan is run.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio.exchange.plan_values import (
    Change,
    Existing,
    Measured,
    Named,
    Part,
    SeriesChange,
    row_in_file,
)
from virtualcio.texts import Message

if TYPE_CHECKING:
    from virtualcio.exchange.plan_choices import Choices, PlanBasis, Work


class ValueState(StrEnum):
    """How sure the program is of a value, the surest first."""

    OK = "ok"
    DOUBT = "doubt"  # goes in as proposed; its sentence says what was assumed
    NOT_UNDERSTOOD = "not_understood"  # nothing goes in; the words are kept in the note


class RowRole(StrEnum):
    """What a row of the file is."""

    DATA = "data"
    BLANK = "blank"
    TITLE = "title"  # above the header
    HEADER = "header"
    SECTION = "section"  # a heading for the rows below it
    TOTAL = "total"
    REMARK = "remark"
    NOTHING = "nothing"  # of a wide table: every amount is empty or 0


class RowState(StrEnum):
    """What happens to a row: for pills and filter chips of the preview."""

    TAKEN = "taken"  # goes in, nothing in doubt
    DOUBT = "doubt"  # goes in, with at least one doubt or a value not understood
    CHANGES = "changes"  # changes a record that is there, nothing in doubt
    SKIPPED = "skipped"


@dataclass(frozen=True, slots=True)
class PlanValue:
    """One value of a row. `value` is of the field's type, a Named for a reference, a tuple of Parts for
    several things, a tuple of Measured for the values of a KPI; None: nothing.
    """

    value: object
    state: ValueState = ValueState.OK
    sentences: tuple[Message, ...] = ()
    raw: str = ""  # as it stands in the file, or as typed in the preview
    source: int | None = None  # index of the file's column; None: from the section, the remark or typed
    corrected: bool = False

    @property
    def inferred(self) -> bool:
        """Not said by the row itself: it never takes the place of what a record holds."""
        return self.source is None and not self.corrected


@dataclass(frozen=True, slots=True)
class PlanRow:
    """A row of the file. `values` by key of the table's column; empty for what is no data."""

    number: int
    role: RowRole
    taken: bool
    reason: Message | None  # why it is not taken
    values: Mapping[str, PlanValue]
    doubts: tuple[Message, ...] = ()  # about the row as a whole; those of values stand with the values
    label: str = ""  # the row's name, or its first words if it has none
    existing: str = ""  # key of the record of the company that the row is about
    changes: Mapping[str, Change | SeriesChange] = field(default_factory=dict)  # by field key, of `existing`
    joins: int | None = None  # number of the row above whose new record this one adds values to

    @property
    def in_file(self) -> int:
        """The number of the row that a spreadsheet program shows; several of these can come of one row."""
        return row_in_file(self.number)

    @property
    def into_existing(self) -> bool:
        """It is taken into a record that is there."""
        return self.taken and bool(self.changes)

    @property
    def telling(self) -> Mapping[str, PlanValue]:
        """The values whose doubts matter: of a change those that go in or were not understood."""
        if not self.changes:
            return self.values
        return {
            key: value
            for key, value in self.values.items()
            if key in self.changes or value.state is ValueState.NOT_UNDERSTOOD
        }

    @property
    def sentences(self) -> tuple[Message, ...]:
        """Everything in doubt or not understood in this row."""
        found = list(self.doubts)
        for value in self.telling.values():
            found += [sentence for sentence in value.sentences if sentence not in found]
        return tuple(found)

    @property
    def state(self) -> RowState:
        if not self.taken:
            return RowState.SKIPPED
        doubtful = bool(self.doubts) or any(value.sentences for value in self.telling.values())
        if doubtful:
            return RowState.DOUBT
        return RowState.CHANGES if self.changes else RowState.TAKEN


@dataclass(frozen=True, slots=True)
class SourceColumn:
    """A column of the file and the field it goes to (None: it is not taken)."""

    index: int
    title: str  # its header, or the letter of the column
    samples: tuple[str, ...]
    field: str | None
    filled: int = 0  # number of data rows with a value in it


@dataclass(frozen=True, slots=True)
class FieldChoice:
    """A field that a column of the file can be assigned to; `title` is a message id."""

    key: str
    title: str
    many: bool = False  # several columns may go there (the note)
    required: bool = False


@dataclass(frozen=True, slots=True)
class SheetChoice:
    title: str
    rows: int
    hidden: bool


@dataclass(frozen=True)
class ImportPlan:
    """The proposal that the import page shows and the command line prints."""

    file_name: str
    into: str  # key of the table: assets, contracts, kpis …
    targets: tuple[str, ...]  # keys of the tables that could be chosen instead
    sheets: tuple[SheetChoice, ...]
    sheet: str
    header_row: int | None  # number of the row; None: the table has no header
    columns: tuple[SourceColumn, ...]
    fields: tuple[FieldChoice, ...]  # what a column can be assigned to
    existing: Existing  # what happens to rows that are there already
    could_change: int  # rows that are skipped and would change something in a record that is there
    remembered: bool  # columns, sheet and header are those of the last time
    shown: tuple[str, ...]  # keys of the columns with something in them, in the table's order
    rows: tuple[PlanRow, ...]  # every row of the sheet, in its order
    notes: tuple[Message, ...]  # about the file as a whole
    new_records: Mapping[str, tuple[str, ...]]  # table key (sites, suppliers, people…) -> names to be made
    months: str | None  # that the list is about, "" if it does not say; None where that is not asked
    problem: Message | None  # why it cannot be run as it is
    choices: "Choices" = field(repr=False, compare=False)  # what was decided so far
    basis: "PlanBasis" = field(repr=False, compare=False)  # the file and what the company has
    work: "Work" = field(repr=False, compare=False)  # what further corrections can start from

    @property
    def taken(self) -> int:
        """Rows that go in, as new records or as changes."""
        return sum(row.taken for row in self.rows)

    @property
    def counts(self) -> "Counter[RowState]":
        """How many rows are in which state (blank ones are not counted)."""
        return Counter(row.state for row in self.rows if row.role is not RowRole.BLANK)

    def row(self, number: int) -> PlanRow:
        """KeyError if the sheet has no such row."""
        for row in self.rows:
            if row.number == number:
                return row
        raise KeyError(number)


__all__ = [
    "Change",
    "Existing",
    "FieldChoice",
    "ImportPlan",
    "Measured",
    "Named",
    "Part",
    "PlanRow",
    "PlanValue",
    "RowRole",
    "RowState",
    "SeriesChange",
    "SheetChoice",
    "SourceColumn",
    "ValueState",
]
