"""What the remarks of a device list say about other fields: serial number, borrowed, leased, out of use."""

import re
from datetime import date

from virtualcio.exchange.cell_readers import Day, text_reader
from virtualcio.exchange.import_fields import Hints, Reader, Reading
from virtualcio.exchange.import_plan import Named
from virtualcio.exchange.raw_table import RawCell
from virtualcio.model.inventory import Ownership
from virtualcio.texts import Message, mark

_SERIAL = re.compile(
    r"(?:S/N|SN|Serien-?\s?(?:nr|nummer)\.?|serial(?: no)?\.?)\s*[:#]?\s*([A-Z0-9][A-Z0-9./-]{3,})", re.I
)
_BORROWED = re.compile(
    r"(?:geliehen|leihgerät|leihweise|leihgabe|ausgeliehen|borrowed)"
    r"(?:\s+(?:v\.|von|by|from)\s*(?:der\s+)?(?:Fa\.|Firma)?\s*(?P<lender>[^,;()]+))?",
    re.IGNORECASE,
)
_LEASED = re.compile(r"\b(?:leasing|geleast|leased|gemietet|mietgerät|rented)\b", re.IGNORECASE)
_RETIRED = re.compile(
    r"(?:ausgemustert|entsorgt|verschrottet|verkauft|außer\s+betrieb|ausgesondert|abgemeldet|retired|disposed|scrapped)"
    r"(?:\s*(?:am|seit|im|in|ab|since|on))?\s*(?P<when>(?:\d{1,2}\.\d{1,2}\.|\d{1,2}/)?\d{4})?",
    re.IGNORECASE,
)
_BROKEN = re.compile(r"\b(?:defekt|kaputt|broken|ausgefallen|reparatur)\b", re.IGNORECASE)


def asset_note_reader() -> Reader:
    """The remark goes into the note as it stands; what it says about other fields is proposed, in doubt."""
    as_text = text_reader("note", lines=True)

    def reading(cell: RawCell, hints: Hints) -> Reading:
        plain = as_text(cell, hints)
        if not isinstance(cell.value, str):
            return plain
        values = dict(plain.values)
        about: dict[str, tuple[Message, ...]] = {"note": plain.doubts}
        for look in (_serial, _borrowed, _leased, _retired, _broken):
            found, said = look(cell.value, values)
            values.update(found)
            for key in found or ("note",):
                about[key] = (*about.get(key, ()), *said)
        return Reading(values, about=about, problem=plain.problem)

    return reading


Found = tuple[dict[str, object], tuple[Message, ...]]


def _serial(text: str, _so_far: dict[str, object]) -> Found:
    found = _SERIAL.search(text)
    return ({"serial_number": found[1].rstrip(".")}, ()) if found else ({}, ())


def _borrowed(text: str, _so_far: dict[str, object]) -> Found:
    found = _BORROWED.search(text)
    if not found:
        return {}, ()
    values: dict[str, object] = {"ownership": Ownership.BORROWED}
    lender = (found["lender"] or "").strip(" .")
    if lender:
        values["supplier"] = Named(lender)
        said = Message(
            mark("“{text}”: taken as borrowed from {name}."), {"text": text.strip(), "name": lender}
        )
    else:
        said = Message(mark("“{text}”: taken as borrowed."), {"text": text.strip()})
    return values, (said,)


def _leased(text: str, so_far: dict[str, object]) -> Found:
    if "ownership" in so_far or not _LEASED.search(text):
        return {}, ()
    return {"ownership": Ownership.LEASED}, (
        Message(mark("“{text}”: taken as leased."), {"text": text.strip()}),
    )


def _retired(text: str, _so_far: dict[str, object]) -> Found:
    found = _RETIRED.search(text)
    if not found:
        return {}, ()
    day = _day_of(found["when"] or "")
    if day is None:
        said = mark("“{text}” may mean that it is out of use; since when is not said. It is taken as in use.")
        return {}, (Message(said, {"text": text.strip()}),)
    said = mark("“{text}”: taken as out of use since {day}.")
    return {"retired_on": day}, (Message(said, {"text": text.strip(), "day": Day(day)}),)


def _broken(text: str, _so_far: dict[str, object]) -> Found:
    if not _BROKEN.search(text):
        return {}, ()
    return {}, (Message(mark("“{text}”: it may be broken. It is taken as in use."), {"text": text.strip()}),)


def _day_of(when: str) -> date | None:
    """A year alone gives its last day: until then it may have been in use."""
    numbers = [int(part) for part in re.findall(r"\d+", when)]
    try:
        match numbers:
            case [year]:
                return date(year, 12, 31)
            case [month, year]:
                return date(year, month, 1)
            case [day, month, year]:
                return date(year, month, day)
    except ValueError:
        return None
    return None
