"""Lists of an IT documentation (i-doit) name the type of each object by a constant, and several values of one
object in one cell. Here is what the constants mean, and how such a row becomes several.
"""

import re
from collections.abc import Iterator, Sequence

from virtualcio.exchange.import_fields import Hints, Reader, Reading
from virtualcio.exchange.raw_table import RawCell, RawRow, RawSheet
from virtualcio.texts import _, mark

_CONSTANT = re.compile(r"C__OBJ(?:ECT_)?TYPE__(\w+)")
_CATEGORY = re.compile(r":\s|\s[-–]\s")  # "Lizenzen: Schlüssel - Anzahl" is a value of a list of values
_LOOK_AT = 200
_LEAST_TOGETHER = 2

SITES = frozenset({"BUILDING", "FLOOR", "ROOM", "CITY", "COUNTRY", "LOCATION_GENERIC"})
APPLICATIONS = frozenset({"APPLICATION", "OPERATING_SYSTEM", "DBMS", "DATABASE_INSTANCE", "SERVICE"})
CONTRACTS = frozenset({"LICENCE", "LICENSE", "CONTRACT", "MAINTENANCE", "CELL_PHONE_CONTRACT"})
# People, files and the like are nothing that a list of devices holds.
_NO_ASSETS = SITES | APPLICATIONS | CONTRACTS | {"PERSON", "PERSON_GROUP", "ORGANIZATION", "FILE", "NETWORK"}
_WORDS = {
    "OPERATING_SYSTEM": mark("Operating system"),
    "DBMS": mark("Database"),
    "DATABASE_INSTANCE": mark("Database"),
    "BUILDING": mark("Building"),
    "FLOOR": mark("Floor"),
    "ROOM": mark("Room"),
}


def constant_in(cell: RawCell) -> str:
    """'ROOM' for C__OBJTYPE__ROOM, "" for everything else."""
    found = _CONSTANT.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
    return found[1] if found else ""


def constants_of(sheet: RawSheet) -> list[str]:
    """The types of the first objects of a list."""
    found = (constant_in(cell) for row in sheet.rows[:_LOOK_AT] for cell in row.cells)
    return [one for one in found if one]


def share_of(constants: Sequence[str], key: str) -> float:
    """How many of the objects belong into the table with this key, 0.0 to 1.0."""
    if not constants:
        return 0.0
    return sum(_belongs(one, key) for one in constants) / len(constants)


def _belongs(constant: str, key: str) -> bool:
    own = {"sites": SITES, "applications": APPLICATIONS, "contracts": CONTRACTS}.get(key)
    if own is not None:
        return constant in own
    return key == "assets" and constant not in _NO_ASSETS


def type_reader(key: str) -> Reader:
    """The type in words, where it says more than the table does; other words are kept in the note."""

    def reading(cell: RawCell, _hints: Hints) -> Reading:
        constant = constant_in(cell)
        if not constant:
            return Reading(keep=not cell.empty)
        word = _WORDS.get(constant)
        return Reading({key: _(word)}) if word else Reading()

    return reading


def one_row_each(sheet: RawSheet, header: int | None) -> RawSheet:
    """Rows that hold several things side by side ('100,50' beside '999.99,500.99') become several rows.

    The first stays where it was, the others follow below the list with numbers of their own.
    """
    if header is None or not constants_of(sheet):
        return sheet
    several = {index for index, cell in enumerate(sheet.rows[header].cells) if _CATEGORY.search(cell.text)}
    number = max(row.number for row in sheet.rows)
    rows, more = list(sheet.rows[: header + 1]), []
    for row in sheet.rows[header + 1 :]:
        first, *others = _apart(row, several)
        rows.append(first)
        for other in others:
            number += 1
            more.append(RawRow(number, other.cells))
    return RawSheet(sheet.title, (*rows, *more), sheet.hidden, sheet.wide_rows) if more else sheet


def _apart(row: RawRow, several: set[int]) -> Iterator[RawRow]:
    pieces = {
        index: [one.strip() for one in cell.value.split(",")]
        for index, cell in enumerate(row.cells)
        if index in several and isinstance(cell.value, str) and "," in cell.value
    }
    counts = [len(one) for one in pieces.values()]
    count = max(counts, key=counts.count, default=1)
    if counts.count(count) < _LEAST_TOGETHER:
        yield row
        return
    for at in range(count):
        yield RawRow(
            row.number,
            tuple(
                RawCell(pieces[index][at] or None) if len(pieces.get(index, ())) == count else cell
                for index, cell in enumerate(row.cells)
            ),
        )
