"""What contract lists write about term, renewal and notice: '1 Jahr', 'um 12 Monate', '6 Wochen zum …'."""

import re
from decimal import Decimal

from virtualcio.exchange.cell_readers import NOTHING, of_formula, without_result
from virtualcio.exchange.import_fields import Hints, Reader, Reading
from virtualcio.exchange.raw_table import RawCell
from virtualcio.model.contracts import Anchor, NoticeUnit, RenewalKind
from virtualcio.texts import Message, mark

_NUMBER_WORDS = {
    "ein": 1, "eine": 1, "einen": 1, "einem": 1, "einer": 1, "one": 1, "zwei": 2, "two": 2, "drei": 3,
    "three": 3, "vier": 4, "four": 4, "fünf": 5, "five": 5, "sechs": 6, "six": 6, "zwölf": 12, "twelve": 12,
}  # fmt: skip
_MONTHS_IN = {
    "monat": 1, "mon": 1, "mo": 1, "m": 1, "mt": 1, "mte": 1, "month": 1,
    "quartal": 3, "quarter": 3, "halbjahr": 6, "jahr": 12, "j": 12, "year": 12, "yr": 12, "jährlich": 12,
}  # fmt: skip
_UNIT = (
    r"(?P<unit>tag|day|woche|week|wo|monat|month|mon|mte|mt|mo|m|quartal|quarter|halbjahr|jahr|year|yr|wk|d|t|j)"
    r"(?:e?[nsr]?)\.?"
)
_LENGTH = re.compile(
    r"(?P<count>\d+(?:[.,]5)?|" + "|".join(_NUMBER_WORDS) + r")\s*-?\s*" + _UNIT + r"(?![a-zäöü])"
)
_NONE = frozenset({
    "keine", "kein", "ohne", "none", "entfällt", "nein", "no", "keine mindestlaufzeit",
    "ohne mindestlaufzeit", "keine verlängerung", "ohne verlängerung", "endet automatisch", "endet",
    "befristet",
})  # fmt: skip
_DASHES = frozenset({"-", "--", "–", "—", "/"})
_INDEFINITE = re.compile(r"unbefristet|unbestimmt|unbegrenzt|indefinite|open.ended|auf weiteres")
_ANCHORS = (
    (Anchor.QUARTER, re.compile(r"quartal|quarter|vierteljahr")),
    (Anchor.HALF_YEAR, re.compile(r"halbjahr|half.year")),
    (
        Anchor.YEAR,
        re.compile(r"jahresende|ende des (?:kalender)?jahres|kalenderjahr|31\.12|end of (?:the|a) year"),
    ),
    (Anchor.MONTH, re.compile(r"monatsende|ende (?:des|eines) monats|end of (?:the|a) month|ultimo")),
    (Anchor.TERM, re.compile(r"vertragsende|laufzeit|ablauf|vertragsjahr|end of (?:the )?(?:term|contract)")),
    (Anchor.ANY_DAY, re.compile(r"jederzeit|täglich|any (?:day|time)")),
)
_LONGEST = 600


def term_reader(key: str) -> Reader:
    """Months of a minimum term; 'keine' is none. A bare number is months (a doubt)."""

    def reading(cell: RawCell, hints: Hints) -> Reading:
        text = _text(cell)
        if text in _NONE or _INDEFINITE.search(text):
            return Reading({key: None}, of_formula(cell))
        if not text or text in _DASHES:
            return NOTHING
        months, doubts = _months(text, cell, hints)
        if months is None:
            return _not_understood(cell, mark("“{text}” is not a term. Type it like “24 months”."))
        return Reading({key: months}, (*of_formula(cell), *doubts))

    return reading


def renewal_reader(kind: str, months_key: str) -> Reader:
    """How a contract goes on: by months, indefinitely, or not at all. '-': not at all, in doubt."""

    def reading(cell: RawCell, hints: Hints) -> Reading:
        text = _text(cell)
        if not text and not cell.formula:
            return NOTHING
        if _INDEFINITE.search(text):
            return Reading({kind: RenewalKind.INDEFINITE}, of_formula(cell))
        if text in _DASHES:
            asked = Message(mark("“{text}” is taken as: the contract ends by itself."), {"text": cell.text})
            return Reading({kind: RenewalKind.NONE}, (asked,))
        if text in _NONE:
            return Reading({kind: RenewalKind.NONE}, of_formula(cell))
        months, doubts = _months(text, cell, hints)
        if months is None:
            return _not_understood(
                cell, mark("“{text}” is not a renewal. Type it like “12 months” or “indefinite”.")
            )
        return Reading({kind: RenewalKind.MONTHS, months_key: months}, (*of_formula(cell), *doubts))

    return reading


def notice_reader(count_key: str, unit_key: str, anchor_key: str) -> Reader:
    """'30 Tage zum Monatsende' is 30 days, end of a month. Without 'zum …' the end of the term is meant."""

    def reading(cell: RawCell, hints: Hints) -> Reading:
        text = _text(cell)
        if text in _DASHES or (not text and not cell.formula):
            return NOTHING
        length = text.partition(" zum ")[0].strip()
        found = _LENGTH.search(text)
        anchor = _anchor_in(text[found.end() :] if found else text)
        values: dict[str, object] = {}
        doubts = of_formula(cell)
        count = _count(found["count"]) if found else None
        if found and count is not None and count == int(count):
            unit, factor = _notice_unit(found["unit"])
            values |= {count_key: int(count) * factor, unit_key: unit}
        elif length.isdecimal():
            unit = {"weeks": NoticeUnit.WEEKS, "days": NoticeUnit.DAYS}.get(hints.unit, NoticeUnit.MONTHS)
            values |= {count_key: int(length), unit_key: unit}
            if not hints.unit:
                doubts += (Message(mark("“{text}” has no unit: taken as months."), {"text": cell.text}),)
        elif anchor is Anchor.ANY_DAY or text in _NONE:
            values |= {count_key: 0, unit_key: NoticeUnit.DAYS}
            doubts += (Message(mark("“{text}” is taken as: no notice period."), {"text": cell.text}),)
        else:
            return _not_understood(
                cell, mark("“{text}” is not a notice period. Type it like “3 months to quarter end”.")
            )
        return Reading(values | ({anchor_key: anchor} if anchor else {}), doubts)

    return reading


def _text(cell: RawCell) -> str:
    return " ".join(cell.text.split()).casefold() if cell.value is not None else ""


def _months(text: str, cell: RawCell, hints: Hints) -> tuple[int | None, tuple[Message, ...]]:
    """Whole months of '1 Jahr', '36 Monate', 'jeweils um 12 Monate', '60'."""
    bare = text.removesuffix(",0")
    if bare.isdecimal():
        count = int(bare) * (12 if hints.unit == "years" else 1)
        said = Message(mark("“{text}” has no unit: taken as months."), {"text": cell.text})
        return (count if 0 < count <= _LONGEST else None), (() if hints.unit else (said,))
    found = _LENGTH.search(text)
    if found is None and text in (
        "jährlich",
        "jahr",
        "monatlich",
        "quartal",
        "halbjährlich",
        "yearly",
        "monthly",
    ):
        return {"m": 1, "q": 3, "h": 6}.get(text[0], 12), ()
    if found is None or found["unit"] not in _MONTHS_IN:
        return None, ()
    count_of = _count(found["count"])
    if count_of is None:
        return None, ()
    months = count_of * _MONTHS_IN[found["unit"]]
    return (int(months) if months == int(months) and 0 < months <= _LONGEST else None), ()


def _count(text: str) -> Decimal | None:
    if text[0].isdecimal():
        return Decimal(text.replace(",", "."))
    number = _NUMBER_WORDS.get(text)
    return None if number is None else Decimal(number)


def _notice_unit(unit: str) -> tuple[NoticeUnit, int]:
    if unit in ("tag", "day", "d", "t"):
        return NoticeUnit.DAYS, 1
    if unit in ("woche", "week", "wo", "wk"):
        return NoticeUnit.WEEKS, 1
    return NoticeUnit.MONTHS, _MONTHS_IN[unit]


def _anchor_in(text: str) -> Anchor | None:
    for anchor, pattern in _ANCHORS:
        if pattern.search(text):
            return anchor
    return None


def _not_understood(cell: RawCell, sentence: str) -> Reading:
    problem = without_result(cell) if cell.value is None else Message(sentence, {"text": cell.text.strip()})
    return Reading(problem=problem, keep=True)
