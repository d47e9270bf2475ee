"""Readers for numbers with a unit, and for several things in one cell: names, days per team, strengths."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from virtualcio.errors import RefusedValue
from virtualcio.exchange.cell_readers import plain
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import Hints, Reader, Reading
from virtualcio.exchange.plan_values import Named, Part, plain_number
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.values import parse_amount, parse_number
from virtualcio.texts import Message, mark

PERCENT_SUFFIX = "_is_percent"  # beside a number: its cell said that it counts in percent
_SEPARATORS = re.compile(r"\s*[;|\n]\s*")
_DAYS_BEHIND = re.compile(
    r"(?P<name>.*?)[\s:=(]*(?P<days>\d[\d.,]*)\s*(?:PT|Personentage?|Tage?|d|days?|person[- ]days?)?\)?", re.I
)
_PERSON_DAYS = frozenset({"pt", "personentage", "personentagen", "persondays", "persontage"})
_EFFORT = frozenset({"aufwand", "effort"})
_DAYS = frozenset({"tage", "tagen", "days"})
_STRENGTH = re.compile(r"(?P<name>.*?)\s*(?:[:=]\s*(?P<after>[^:=]+)|\((?P<inside>[^()]+)\)|(?P<plus>\++))")
_STRENGTHS = {
    "0": 0, "keine": 0, "keiner": 0, "none": 0, "nichts": 0,
    "1": 1, "gering": 1, "schwach": 1, "wenig": 1, "niedrig": 1, "low": 1, "weak": 1, "klein": 1, "+": 1,
    "2": 2, "mittel": 2, "medium": 2, "deutlich": 2, "++": 2,
    "3": 3, "stark": 3, "hoch": 3, "viel": 3, "strong": 3, "high": 3, "gross": 3, "sehrstark": 3, "+++": 3,
}  # fmt: skip
USUAL_STRENGTH = 2


@dataclass(frozen=True)
class Figure:
    """A number inside a sentence, written in the language in which the sentence is shown."""

    value: Decimal

    def __str__(self) -> str:
        return plain_number(self.value)


def read_number(cell: RawCell, hints: Hints, places: int = 6) -> tuple[Decimal, tuple[Message, ...], bool]:
    """Value, doubts, and whether the cell says that it counts in percent (3 %, or 0.03 shown as 3 %)."""
    unit = Decimal(1).scaleb(-places)
    if isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool):
        exact = Decimal(cell.value) * (100 if cell.percent else 1)
        parse_amount(str(abs(int(exact))))  # refuses what no number of a company can be
        return exact.quantize(unit, ROUND_HALF_UP), (), cell.percent
    text = cell.text.strip()
    body = text.removesuffix("%").strip()
    if hints.style is not None:
        styled = _in_style(body, hints)
        if styled is not None:
            return styled.quantize(unit, ROUND_HALF_UP), (), body != text
    read = parse_number(body, places)
    if read.ambiguous and read.other is not None:
        said = Message(
            mark("“{text}” can be {value} or {other}: taken as {value}."),
            {"text": text, "value": Figure(read.value), "other": Figure(read.other)},
        )
        return read.value, (said,), body != text
    return read.value, (), body != text


def _in_style(text: str, hints: Hints) -> Decimal | None:
    """The number in the way that its column writes numbers; None if the text is more than a number."""
    try:
        return parse_amount(text, hints.style, places=20).value if not re.search(r"[^\W\d_]", text) else None
    except RefusedValue:
        return None


def number_reader(key: str, places: int = 6, *, telling_percent: bool = False) -> Reader:
    """A number with its unit. `telling_percent`: also say beside it whether the cell counts in percent."""

    def read(cell: RawCell, hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        value, doubts, _percent = read_number(cell, hints, places)
        return value, doubts, False

    reading = plain(key, read)

    def with_percent(cell: RawCell, hints: Hints) -> Reading:
        found = reading(cell, hints)
        if found.values.get(key) is None or not (cell.percent or cell.text.strip().endswith("%")):
            return found
        return Reading({**found.values, key + PERCENT_SUFFIX: True}, found.doubts, found.about)

    return with_percent if telling_percent else reading


def pieces(text: str) -> list[str]:
    """What a cell lists, apart by semicolons or lines; each thing once."""
    return list(dict.fromkeys(one for part in _SEPARATORS.split(text) if (one := " ".join(part.split()))))


def names_reader(key: str) -> Reader:
    """Several things by name: 'Einkauf; Vertrieb'."""
    return _parts_reader(key, lambda text: (Part(Named(text)), None))


def strengths_reader(key: str) -> Reader:
    """What is contributed to goals: 'Mehr Umsatz: stark; Kosten senken: 1'; without a word it is 2."""

    def part(text: str) -> tuple[Part, Message | None]:
        if not any(sign.isalpha() for sign in text):
            raise RefusedValue(mark("“{text}” is a number and no name of a goal."), text=text)
        found = _STRENGTH.fullmatch(text)
        if found is None or not found["name"]:
            return Part(Named(text), USUAL_STRENGTH), None
        word = found["after"] or found["inside"] or found["plus"]
        strength = _STRENGTHS.get(normal(word) or word.strip())
        if strength is None:
            said = Message(
                mark("“{text}”: a strength from 0 to 3 is expected behind the goal; 2 is assumed."),
                {"text": text},
            )
            return Part(Named(text if found["inside"] else found["name"]), USUAL_STRENGTH), said
        return Part(Named(found["name"]), strength), None

    return _parts_reader(key, part)


def efforts_reader(key: str) -> Reader:
    """Person-days of teams: 'IT 12; Extern 5 PT', or one number in a column that is named after the team."""
    listed = _parts_reader(key, _effort)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        team = team_in(hints.header)
        alone = isinstance(cell.value, int | Decimal) or re.fullmatch(
            r"[\d.,\s]+(?:PT|Tage?|days?|d)?", cell.text.strip(), re.I
        )
        if not alone or cell.empty:
            return listed(cell, hints)
        if not team:
            said = mark("“{text}” person-days without a team. Name the team: IT 12.")
            return Reading(problem=Message(said, {"text": cell.text}), keep=True)
        return plain(key, lambda one, more: ((_days(team, one, more),), (), False))(cell, hints)

    return reading


def _days(team: str, cell: RawCell, hints: Hints) -> Part:
    days, _doubts, _percent = read_number(cell, hints, 2)
    return Part(Named(team), days)


def team_in(header: str) -> str:
    """'IT (PT)', 'PT Extern', 'Aufwand IT in Tagen' name IT, Extern, IT; 'Aufwand' and 'Tage offen' none."""
    words = [word for word in re.split(r"[\s()\[\]:/]+", header) if normal(word)]
    known = {normal(word) for word in words}
    if not known & _PERSON_DAYS and not (known & _EFFORT and known & _DAYS):
        return ""
    return " ".join(word for word in words if normal(word) not in _PERSON_DAYS | _EFFORT | _DAYS | {"in"})


def is_team_header(cell: RawCell) -> bool:
    """Whether a column holds the days of one team."""
    return isinstance(cell.value, str) and team_in(cell.value) != ""


def _effort(text: str) -> tuple[Part, Message | None]:
    found = _DAYS_BEHIND.fullmatch(text)
    if found is None or not found["name"].strip():
        raise RefusedValue(mark("“{text}” names no team and days. Write it like IT 12."), text=text)
    days = parse_number(found["days"], 2).value
    return Part(Named(found["name"].strip(" :=(")), days), None


def _parts_reader(key: str, part: "Callable[[str], tuple[Part, Message | None]]") -> Reader:
    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        read_parts = [part(piece) for piece in pieces(cell.text)]
        by_name: Mapping[str, Part] = {one.named.name.casefold(): one for one, _said in read_parts}
        return tuple(by_name.values()), tuple(said for _one, said in read_parts if said is not None), False

    return plain(key, read)
