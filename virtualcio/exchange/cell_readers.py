"""Readers for one cell of a plain field: text, amount, date, number, yes/no, choice, reference."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from virtualcio import formats
from virtualcio.errors import RefusedValue
from virtualcio.exchange.amounts import parse_amount
from virtualcio.exchange.dates import Precision, parse_date
from virtualcio.exchange.header_words import normal
from virtualcio.exchange.import_fields import Hints, Reader, Reading
from virtualcio.exchange.import_plan import Named
from virtualcio.exchange.raw_table import RawCell
from virtualcio.exchange.values import parse_integer, parse_percent, parse_yes_no
from virtualcio.texts import Message, mark

CENT = Decimal("0.01")
NOTHING = Reading()
_DASHES = frozenset({"", "-", "--", "---", "–", "—", "/", "."})
_UNKNOWN = frozenset({
    "?", "??", "???", "unbekannt", "unbek.", "nicht bekannt", "unknown", "k.a.", "k. a.", "ka", "none",
    "null", "keine angabe", "n/a", "n.a.", "na", "n. a.", "offen", "tbd", "fehlt", "unklar", "weiß nicht",
    "#nv", "#n/a",
})  # fmt: skip
_EXCEL_DAYS = range(20_000, 80_000)  # 1954 to 2119, as Excel counts days
_EXCEL_ZERO = date(1899, 12, 30)
_PIECES = re.compile(
    r"(\d[\d.,]*)\s*(?:stk|stck|stück|st|x|pcs?|pieces?|mal|einheiten|units?)\.?", re.IGNORECASE
)
_ERRORS = re.compile(r"#(?:REF|NV|N/A|WERT|VALUE|DIV/0|NAME|NUM|ZAHL|BEZUG|NULL|SPILL)[!?]?", re.IGNORECASE)


def plain(key: str, read: Callable[[RawCell, Hints], tuple[object, tuple[Message, ...], bool]]) -> Reader:
    """A reader that fills one field: formulas, empty and unknown cells are the same for all kinds."""

    def reading(cell: RawCell, hints: Hints) -> Reading:
        special = _special(cell)
        if special is not None:
            return special
        try:
            value, doubts, keep = read(cell, hints)
        except RefusedValue as refused:
            return Reading(problem=refused.message, keep=True)
        return Reading({key: value}, (*of_formula(cell), *doubts), keep=keep)

    return reading


def _special(cell: RawCell) -> Reading | None:
    text = cell.text.strip()
    if cell.value is None:
        return Reading(problem=without_result(cell), keep=True) if cell.formula else NOTHING
    if text.casefold() in _DASHES:
        return NOTHING
    if text.casefold() in _UNKNOWN:
        return Reading(doubts=(Message(mark("“{text}” is taken as not known."), {"text": text}),), keep=True)
    if _ERRORS.fullmatch(text):
        return Reading(problem=Message(mark("The cell shows the error {text}."), {"text": text}), keep=True)
    return None


def without_result(cell: RawCell) -> Message:
    return Message(
        mark("The formula {formula} has no stored result. Open the file in Excel and save it."),
        {"formula": cell.formula},
    )


def of_formula(cell: RawCell) -> tuple[Message, ...]:
    if not cell.formula:
        return ()
    return (Message(mark("Result of the formula {formula}."), {"formula": cell.formula}),)


def text_reader(key: str, *, lines: bool = False) -> Reader:
    """Texts are taken as they stand; a formula without a result stays as text, in doubt."""

    def reading(cell: RawCell, _hints: Hints) -> Reading:
        if cell.value is None and cell.formula:
            kept = Message(
                mark("A formula without a result: {formula} is kept as text."), {"formula": cell.formula}
            )
            return Reading({key: cell.formula}, (kept,))
        text = cell.text.strip() if lines else " ".join(cell.text.split())
        if not text:
            return NOTHING
        if _ERRORS.fullmatch(text):
            return Reading(
                problem=Message(mark("The cell shows the error {text}."), {"text": text}), keep=True
            )
        return Reading({key: text}, of_formula(cell))

    return reading


def money_reader(key: str) -> Reader:
    def read(cell: RawCell, hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        value = cell.value
        if isinstance(value, int | Decimal) and not isinstance(value, bool):
            exact = Decimal(value)
            rounded = exact.quantize(CENT, ROUND_HALF_UP)
            if abs(exact - rounded) < Decimal("0.000001"):  # what binary fractions leave behind
                return rounded, (), False
            return rounded, (Message(mark("Rounded to cents from {text}."), {"text": cell.text}),), False
        amount = parse_amount(_as_text(cell), hints.style, places=3)
        if amount.ambiguous and amount.other is not None:
            asked = Message(
                mark("“{text}” can be {value} or {other}: taken as {value}."),
                {"text": cell.text, "value": Money(amount.value), "other": Money(amount.other)},
            )
            return amount.value, (asked,), False
        parse_amount(_as_text(cell), hints.style)
        return amount.value, (), False

    return plain(key, read)


@dataclass(frozen=True)
class Money:
    """An amount inside a sentence: written in the language in which the sentence is shown."""

    value: Decimal

    def __str__(self) -> str:
        return formats.money(self.value.quantize(CENT, ROUND_HALF_UP))


@dataclass(frozen=True)
class Day:
    """A day inside a sentence."""

    value: date

    def __str__(self) -> str:
        return formats.day(self.value)


def date_reader(key: str) -> Reader:
    return plain(key, read_date)


def read_date(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
    """Value, doubts, and whether the words are kept (a month or year alone says less than a day)."""
    value = cell.value
    if isinstance(value, date):
        return value, (), False
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        number = int(value)
        if number == value and number in _EXCEL_DAYS:
            day = _EXCEL_ZERO + timedelta(days=number)
            said = Message(
                mark("The number {text} is taken as Excel's count of days: {day}."),
                {"text": cell.text, "day": Day(day)},
            )
            return day, (said,), True
    text = str(int(value)) if isinstance(value, Decimal) and value == int(value) else _as_text(cell)
    understood = parse_date(text)
    doubts: list[Message] = []
    if understood.ambiguous and understood.other is not None:
        doubts.append(
            Message(
                mark("“{text}” can be {day} or {other}: taken as {day}."),
                {"text": cell.text, "day": Day(understood.value), "other": Day(understood.other)},
            )
        )
    elif understood.precision is Precision.YEAR:
        doubts.append(
            _assumed(mark("“{text}” names only the year: {day} is assumed."), cell, understood.value)
        )
    elif understood.precision is Precision.MONTH:
        doubts.append(
            _assumed(mark("“{text}” names only the month: {day} is assumed."), cell, understood.value)
        )
    elif understood.short_year:
        doubts.append(
            _assumed(mark("“{text}” has a year of two digits: taken as {day}."), cell, understood.value)
        )
    return understood.value, tuple(doubts), understood.precision is not Precision.DAY


def _assumed(text: str, cell: RawCell, day: date) -> Message:
    return Message(text, {"text": cell.text, "day": Day(day)})


def integer_reader(key: str) -> Reader:
    """Whole numbers; '5 Stk.' is 5, in doubt."""

    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        if isinstance(cell.value, Decimal) and cell.value == int(cell.value):
            return int(cell.value), (), False
        if isinstance(cell.value, int) and not isinstance(cell.value, bool):
            return cell.value, (), False
        text = _as_text(cell)
        pieces = _PIECES.fullmatch(text.strip())
        if pieces:
            number = parse_integer(pieces[1])
            said = Message(mark("“{text}” is taken as {number}."), {"text": cell.text, "number": number})
            return number, (said,), False
        return parse_integer(text), (), False

    return plain(key, read)


def percent_reader(key: str) -> Reader:
    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        if isinstance(cell.value, int | Decimal) and not isinstance(cell.value, bool):
            return (
                (Decimal(cell.value) * (100 if cell.percent else 1)).quantize(CENT, ROUND_HALF_UP),
                (),
                False,
            )
        return parse_percent(_as_text(cell)).value, (), False

    return plain(key, read)


def yes_no_reader(key: str) -> Reader:
    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        return (cell.value if isinstance(cell.value, bool) else parse_yes_no(_as_text(cell))), (), False

    return plain(key, read)


def reference_reader(key: str) -> Reader:
    return plain(key, lambda cell, _hints: (Named(" ".join(cell.text.split())), (), False))


def choice_reader(key: str, words: Mapping[str, StrEnum], field_title: str) -> Reader:
    """`words` are normalised as headers are: 'Multifunktions-Gerät' is found under 'multifunktionsgeraet'."""

    def read(cell: RawCell, _hints: Hints) -> tuple[object, tuple[Message, ...], bool]:
        found = words.get(normal(cell.text))
        if found is not None:
            return found, (), False
        raise RefusedValue(
            mark("“{text}” is none of the known words for “{field}”."),
            text=cell.text,
            field=Message(field_title),
        )

    return plain(key, read)


def _as_text(cell: RawCell) -> str:
    return cell.text.strip()
