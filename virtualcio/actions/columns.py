"""What a column is. One row in a step's list of columns gives the field a place in the table, the
inspector, paste, import, export and the command line.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from virtualcio.actions.tone import Tone as Tone
from virtualcio.model import Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


class Kind(StrEnum):
    """How a value is shown, typed, sorted and written to a file."""

    TEXT = "text"
    LONG_TEXT = "long_text"
    INTEGER = "integer"
    PERCENT = "percent"  # Decimal in percent
    MONEY = "money"  # Decimal
    NUMBER = "number"  # Decimal with up to six places, such as a measured value
    DATE = "date"
    CHOICE = "choice"  # a member of `choices`
    YES_NO = "yes_no"
    REFERENCE = "reference"  # key of a record of `target`
    LINKS = "links"  # keys of linked records of `target`, through rows of `link`
    STATUS = "status"  # computed: a Status


@dataclass(frozen=True, slots=True)
class Status:
    """A word with a tone; `sort` orders a column of them."""

    text: str  # already in the language of the interface
    tone: Tone = Tone.NEUTRAL
    sort: Any = None


@dataclass(frozen=True)
class Link:
    """A many-to-many relation: `kind` rows hold `own_field` (this record) and `other_field` (the other)."""

    kind: type[Record]
    own_field: str
    other_field: str


@dataclass(frozen=True)
class Column:
    """`key` is stable (settings, mappings, JSON); `title` and `help` are marked message ids.

    Exactly one of `field` (stored), `link` (stored in link rows) or `compute` (derived, read-only) is set.
    `compute` returns a plain value of `kind`, or a Status; for LINKS the keys, the most important one first.
    """

    key: str
    title: str
    kind: Kind
    field: str | None = None
    link: Link | None = None
    compute: "Callable[[OpenCompany, Any], Any] | None" = None
    choices: type[StrEnum] | None = None
    choice_titles: "dict[StrEnum, str] | None" = None  # message ids
    target: type[Record] | None = None
    required: bool = False
    shown: bool = True  # in the table at first; every column can be switched on
    spare: bool = False  # left out of a table nobody arranged, where there is no room to read it
    group: str = ""  # message id: the heading under which the inspector shows it
    width: int = 120
    help: str = ""
    all_words: str = ""  # message id with {count}: what LINKS to every record of `target` are called
    beside: "Callable[[OpenCompany, Any], Status | None] | None" = None  # stands in its field, at the right
    missing: "Callable[[OpenCompany, Any], str] | None" = None  # said where no value can be worked out
    least: int | None = None  # smallest number allowed (INTEGER, NUMBER, MONEY, PERCENT)
    most: int | None = None
    places: int = 6  # of a NUMBER: at most so many decimal places are taken and shown
    grouped: bool = True  # of an INTEGER: False for a year, which has no point or comma
    month: bool = False  # of a DATE: only its month counts; kept as the first day of it
    unit: "Callable[[OpenCompany, Any], str] | None" = None  # of a NUMBER: what stands behind it
    import_names: Sequence[str] = ()  # header words by which an imported column is recognised, lower case

    @property
    def editable(self) -> bool:
        return self.compute is None


@dataclass(frozen=True)
class Chip:
    """A filter chip above a table: message id, tone, and which records it keeps.

    `when_idle`: `keeps` asks a check, so it is counted after the rows are painted.
    """

    key: str
    title: str
    keeps: "Callable[[OpenCompany, Any], bool]"
    tone: Tone = Tone.NEUTRAL
    when_idle: bool = False


@dataclass(frozen=True)
class Table:
    """A tab of records: everything that table, inspector, import, export and search need to know."""

    key: str  # "assets"
    kind: type[Record]
    singular: str  # message ids
    plural: str
    columns: Sequence[Column]
    chips: Sequence[Chip] = ()
    name_field: str = "name"
    first: Sequence[str] = ()  # keys of what the inspector shows on top, before all groups
    summary: "Callable[[OpenCompany], str] | None" = None  # a line at the right above the table
    sentence: "Callable[[OpenCompany, Any], Sentence] | None" = None  # what it means for the company
    empty_text: str = ""  # message id: what belongs here
    empty_example: str = ""  # message id: one example
    importable: bool = False
    page: str = "inventory"  # key of the page that has its tab
    # Rows that belong to one record of another table are edited in that record's details, not in a tab.
    parent_table: str = ""  # key of that table
    parent_field: str = ""  # field that holds the key of the parent
    tab: str = ""  # of `page`, where they are edited instead; it shows the parent by its key
    in_details: bool = True  # False: its page has a better place for them than the parent's details
    copied: bool = True  # a copy of the parent has copies of them
    newest_first: bool = False  # by `name_field`, where they are listed
    typed_first: str = ""  # key of the column in which typing begins in a new row; "" is the name's
    shows: "Callable[[Any], Sequence[str]] | None" = None  # column keys for the rows of a certain parent
    _by_key: dict[str, Column] = field(default_factory=dict, init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        self._by_key.update({column.key: column for column in self.columns})

    def column(self, key: str) -> Column:
        """KeyError if there is none."""
        return self._by_key[key]

    @property
    def name_column(self) -> Column:
        """The column of `name_field`."""
        return next(column for column in self.columns if column.field == self.name_field)

    @property
    def parent_column(self) -> Column:
        """The column of `parent_field`; StopIteration for a table that is no child."""
        return next(column for column in self.columns if column.field == self.parent_field)


@dataclass(frozen=True)
class Sentence:
    """The business words on top of the inspector, in the language of the interface."""

    text: str
    tone: Tone = Tone.NEUTRAL
    why: Sequence[str] = ()  # how the figures in it come about, one line each
