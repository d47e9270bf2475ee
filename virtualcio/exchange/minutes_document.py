"""What the minutes of a review hold, as its template `review_minutes.typ` reads it: words only, no markup."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from virtualcio.exchange.typst_pdf import write_pdf


@dataclass(frozen=True)
class MinutesCell:
    """A cell of a list; `tone` is "", "good" or "watch"."""

    text: str
    tone: str = ""


@dataclass(frozen=True)
class MinutesList:
    """A list. `widths` are the shares of its columns, 0 for as wide as needed; `right` those of figures."""

    header: tuple[str, ...]
    rows: tuple[tuple[MinutesCell, ...], ...]
    widths: tuple[int, ...]
    right: tuple[int, ...] = ()


@dataclass(frozen=True)
class MinutesSection:
    """A part under a heading (level 2, or 3 within one): sentences, a list, and what was noted, by lines."""

    title: str
    level: int = 2
    said: tuple[str, ...] = ()
    listed: MinutesList | None = None
    note: tuple[str, ...] = ()


@dataclass(frozen=True)
class MinutesDocument:
    """`facts` are what stands under the title: its name, and its lines. `draft` is "" once it is closed.

    `page_words` are what stands before, between and after the number of the page and that of all pages.
    """

    language: str
    company: str
    kind: str
    title: str
    draft: str
    made: str
    page_words: tuple[str, str, str]
    facts: tuple[tuple[str, tuple[str, ...]], ...]
    sections: tuple[MinutesSection, ...]


def note_lines(text: str) -> tuple[str, ...]:
    """The lines of a note, without empty ones at its ends."""
    return tuple(text.strip().splitlines())


def cells(*texts: str) -> tuple[MinutesCell, ...]:
    """Plain cells of a row."""
    return tuple(MinutesCell(text) for text in texts)


def listing(
    header: Sequence[str],
    rows: Sequence[tuple[MinutesCell, ...]],
    widths: tuple[int, ...],
    right: tuple[int, ...] = (),
) -> MinutesList | None:
    """None where there are no rows."""
    return MinutesList(tuple(header), tuple(rows), widths, right) if rows else None


def write_minutes_pdf(document: MinutesDocument, day: date, target: Path) -> None:
    """RefusedFile if `target` cannot be written."""
    write_pdf("review_minutes.typ", asdict(document), day, target)
