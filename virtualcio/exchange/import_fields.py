"""What the columns of a file can be imported into: fields with their readers, and targets made of them."""

from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from virtualcio.exchange.amounts import Style
from virtualcio.exchange.import_plan import PlanValue, ValueState
from virtualcio.exchange.list_period import ListFacts
from virtualcio.exchange.periods import Period
from virtualcio.exchange.plan_values import Existing, KnownRecord
from virtualcio.exchange.raw_table import RawCell, RawRow
from virtualcio.texts import Message

if TYPE_CHECKING:
    from virtualcio.exchange.row_reading import MappedColumn
    from virtualcio.exchange.table_layout import LaidOutRow


@dataclass(frozen=True)
class Hints:
    """What the whole column says about each of its cells."""

    header: str = ""
    style: Style | None = None  # how its amounts are written, if some say so
    unit: str = ""  # "months" if the header says that its numbers are months, and so on
    period: Period | None = None  # the month, quarter or day that a column of values is about
    today: date = date.max
    made: bool = False  # the column follows from headings: its cells hold no words of the file


@dataclass(frozen=True)
class Reading:
    """What a cell says. `values` by field key; `keep`: its words also go into the note.

    `doubts` are about all values; `about` holds those about a single one instead.
    """

    values: Mapping[str, object] = field(default_factory=dict)
    doubts: tuple[Message, ...] = ()
    about: Mapping[str, tuple[Message, ...]] = field(default_factory=dict)
    problem: Message | None = None
    keep: bool = False


Reader = Callable[[RawCell, Hints], Reading]


@dataclass(frozen=True)
class ImportField:
    """A field that a column can be assigned to. `title` is a message id, `names` are normalised."""

    key: str
    title: str
    names: tuple[str, ...]
    read: Reader
    many: bool = False
    required: bool = False
    amount: bool = False  # its texts tell the column's style (1.234,56 or 1,234.56)
    # A word list knows its own words: such a column can be recognised by content, under any header.
    by_content: bool = False
    weak: bool = False  # its words head other tables too: alone they do not tell what a list is
    gathers: bool = False  # tuples of several columns become one (a column per month, per pool)
    header_fits: Callable[[RawCell], bool] | None = None  # recognises a header that no word list can hold


@dataclass
class RowDraft:
    """A row while it is being understood; rules add to it. `texts`: by field key, as written."""

    values: dict[str, PlanValue]
    texts: Mapping[str, str]
    section: str = ""
    doubts: list[Message] = field(default_factory=list)
    kept: dict[str, str] = field(default_factory=dict)  # by field key: words that go into the note

    def value(self, key: str) -> object:
        found = self.values.get(key)
        return None if found is None else found.value

    def propose(self, key: str, value: object, *doubts: Message, raw: str = "") -> None:
        """Fill a field that has no value yet, as a doubt if there is something to say."""
        known = self.values.get(key)
        if known is None or (known.value is None and not known.corrected):
            state = ValueState.DOUBT if doubts else ValueState.OK
            self.values[key] = PlanValue(value, state, doubts, raw)

    def doubt(self, key: str, sentence: Message) -> None:
        """Say that the value of a field is in doubt; it stays."""
        old = self.values[key]
        state = old.state if old.state is ValueState.NOT_UNDERSTOOD else ValueState.DOUBT
        self.values[key] = PlanValue(
            old.value, state, (*old.sentences, sentence), old.raw, old.source, old.corrected
        )

    def take_out(self, key: str, sentence: Message) -> None:
        """The value cannot be: nothing goes in, its words stay."""
        old = self.values[key]
        self.values[key] = PlanValue(
            None, ValueState.NOT_UNDERSTOOD, (sentence,), old.raw, old.source, old.corrected
        )


Rule = Callable[[RowDraft, date], None]


@dataclass(frozen=True)
class WholeList:
    """All data rows of a list at once. `left_out`: positions of rows that the user does not want."""

    drafts: Sequence[RowDraft]
    left_out: frozenset[int]
    records: Sequence[KnownRecord]
    existing: Existing
    facts: ListFacts | None = None


# Drafts are remembered between plans: a rule gives back others instead of changing them.
WholeRule = Callable[[WholeList], Sequence[RowDraft]]


@dataclass(frozen=True)
class Unfolded:
    """Rows of a table of which each can become several things, as rows with one thing each."""

    rows: Sequence["LaidOutRow"]
    columns: Sequence["MappedColumn"]  # to read them with
    notes: tuple[Message, ...] = ()
    months: str | None = None  # that the table is about, "" if it does not say; None if it need not
    problem: Message | None = None


@dataclass(frozen=True)
class Unfolding:
    """How the rows of a wide table become several. `mapping`: settles which column goes to which field.
    `shown`: the fields of the columns as the preview shows them. `lies_ahead`: whether a heading names days
    to come.
    """

    key: str  # field of the columns by which a table is known to be wide
    mapping: Callable[[Mapping[int, str | None], RawRow, str], dict[int, str | None]]
    shown: Callable[[Mapping[int, str | None]], dict[int, str | None]]
    lies_ahead: Callable[[RawCell, date], bool]
    rows: Callable[
        [Sequence["LaidOutRow"], Sequence["MappedColumn"], RawRow, int | None, ListFacts], Unfolded
    ]


@dataclass(frozen=True)
class ImportTarget:
    """A table that can be imported into.

    `simple`: readers of single fields, for corrections typed in the preview. `references`: field key ->
    key of the table that it leads to; `parts` the same for fields that name several things. `identity`:
    what makes two rows the same thing, from values by field key; None if too little is known to tell.
    """

    key: str
    fields: tuple[ImportField, ...]
    simple: Mapping[str, Reader]
    references: Mapping[str, str]
    rules: Sequence[Rule]
    identity: Callable[[Mapping[str, object]], Hashable | None]
    checks: Mapping[str, Callable[[object], None]]  # RefusedValue if the field cannot hold the value
    name_field: str = "name"
    note_field: str = "note"
    section_field: str | None = None
    file_words: tuple[str, ...] = ()  # words in a file's or sheet's name that speak for this table
    parts: Mapping[str, str] = field(default_factory=dict)
    made_elsewhere: frozenset[str] = frozenset()  # fields of `parts` that never make a record
    whole_rules: Sequence[WholeRule] = ()
    keys: tuple[str, ...] = ()  # fields that name one single thing: inventory number, serial number
    apart: tuple[str, ...] = ()  # two things of one name are different ones if these differ
    gathers_rows: bool = False  # several rows of one name are one record with several values
    # Per language: the normalised headings that an export of the program writes -> field key, None for what
    # it works out itself.
    exported: Sequence[Mapping[str, str | None]] = ()
    one_row_each: bool = False  # a row of an exported documentation can hold several of these
    of_months: bool = False  # the list as a whole is about some months, which its title may say
    unfolding: Unfolding | None = None  # a row can become several things
    existing: Existing = Existing.SKIP  # what is done with known rows unless the user says otherwise

    def field(self, key: str) -> ImportField:
        """KeyError if there is none."""
        for one in self.fields:
            if one.key == key:
                return one
        raise KeyError(key)

    @property
    def leads_to(self) -> Mapping[str, str]:
        """Field key -> table key, for all fields that name other things."""
        return {**self.references, **self.parts}
