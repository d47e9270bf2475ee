"""What is looked at in a station of the review: large figures, lists and sentences, before they are painted.

The same content is shown in the window and, larger, in the meeting.
"""

from dataclasses import dataclass

from virtualcio.actions.tone import Tone
from virtualcio.model import Record
from virtualcio.ui.common.chart_data import Lines

Target = tuple[type[Record], str]


@dataclass(frozen=True)
class Fact:
    """One large figure with a line below it."""

    title: str
    value: str
    detail: str = ""
    tone: Tone = Tone.NEUTRAL


@dataclass(frozen=True)
class Cell:
    """A cell of a list; with a tone it is a pill."""

    text: str
    tone: Tone | None = None


@dataclass(frozen=True)
class Rows:
    """A list. `right` are the columns of figures, `targets` what its rows lead to; `empty` stands instead of
    rows where there are none.
    """

    title: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    targets: tuple[Target | None, ...] = ()
    right: tuple[int, ...] = ()
    note: str = ""
    empty: str = ""


@dataclass(frozen=True)
class Curve:
    """Curves of money over time, with the sentence below them."""

    title: str
    lines: Lines


@dataclass(frozen=True)
class Content:
    """One station. `said` are sentences with their tone."""

    facts: tuple[Fact, ...] = ()
    lists: tuple[Rows, ...] = ()
    curve: Curve | None = None
    said: tuple[tuple[str, Tone], ...] = ()
    said_title: str = ""  # else that it is what changed since the last review


def cells(*texts: str) -> tuple[Cell, ...]:
    """Plain cells of a row."""
    return tuple(Cell(text) for text in texts)
