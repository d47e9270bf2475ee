"""Typed and imported values, read the German and the English way: amounts, dates, numbers, yes and no."""

import re
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from virtualcio.errors import RefusedValue
from virtualcio.exchange.amounts import (
    MOST,
    ParsedAmount,
    Style,
    default_style,
    parse_amount,
    size_word,
    style_of,
)
from virtualcio.exchange.dates import ParsedDate, Precision, parse_date
from virtualcio.texts import mark

YES_WORDS = frozenset({"ja", "j", "yes", "y", "x", "wahr", "true", "1", "✓", "✔", "☑", "vorhanden"})
NO_WORDS = frozenset({"nein", "n", "no", "falsch", "false", "0", "-", "–", "☐", "keine", "kein", "nicht"})
MOST_INTEGER = 1_000_000_000
_NUMBER = re.compile(
    r"(?P<before>[^\d(+−–-]*?)(?P<number>\(?[+−–-]?\s*[\d.,' \u00a0\u202f]*\d\)?)(?P<unit>[^\d]*)"
)
_MANY_DIGITS = 12  # from here on it is refused for its size
_MANY_PLACES = 20  # what a computed cell may bring; rounded to what is kept


def parse_integer(text: str) -> int:
    """A whole number: 5, 1.234, 1,234, 5,0. RefusedValue otherwise."""
    grouped = re.sub(r"(?<=\d)[.,](?=\d{3}(?:\D|$))", "", text)
    try:
        value = parse_amount(grouped, style=default_style(), places=0).value
    except RefusedValue:
        raise RefusedValue(mark("“{text}” is not a whole number. Type it like 12."), text=text) from None
    if abs(value) > MOST_INTEGER:
        raise RefusedValue(mark("“{text}” is too large a number. Check the number of digits."), text=text)
    return int(value)


def parse_number(text: str, places: int = 6, unit: str | None = None) -> ParsedAmount:
    """A number with whatever unit stands beside it: '6,1 Tage', '12 %', '1.234,5'.

    `unit` is the one that the value is kept in, None where it is not known: '1,2 Mio. €' is 1200 in T€ and
    1200000 in €; without a known unit a word for thousands or millions is refused, for the unit may say it
    already. With six places it is a measured value, and what has more is rounded; with fewer, more are
    refused. A lone group of three digits is read the way of the interface's language, the other reading is
    named. RefusedValue for what is no number.
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None or not _is_amount(found["number"]):
        raise RefusedValue(mark("“{text}” is not a number. Type it like 6.1."), text=text)
    fine = _MANY_PLACES if places == 6 else places
    read = parse_amount(found["number"], places=fine)
    if read.ambiguous:
        first = parse_amount(found["number"], style=default_style(), places=fine).value
        other = read.value if read.other == first else read.other
        read = replace(read, value=first, other=other)
    factor = _factor(text, found["before"] + found["unit"], unit)
    smallest = Decimal(1).scaleb(-places)
    other = None if read.other is None else _kept(text, read.other * factor, smallest)
    return replace(read, value=_kept(text, read.value * factor, smallest), other=other)


def _factor(text: str, beside: str, unit: str | None) -> Decimal:
    """What a number with `beside` next to it is to be multiplied by to be in `unit`."""
    size = size_word(beside.strip())
    if size is None:
        return Decimal(1)
    if unit is None:
        raise RefusedValue(
            mark("“{text}” says thousands or millions, and it is not clear in which unit. Type digits only."),
            text=text,
        )
    return size / (size_word(unit) or Decimal(1))


def _kept(text: str, value: Decimal, smallest: Decimal) -> Decimal:
    if abs(value) >= MOST:
        raise RefusedValue(mark("“{text}” is too large an amount. Check the number of digits."), text=text)
    return value.quantize(smallest, rounding=ROUND_HALF_UP)


def _is_amount(text: str) -> bool:
    """Whether digits and signs are in an order that means something; how large it is does not matter."""
    try:
        parse_amount(text, places=_MANY_PLACES)
    except RefusedValue:
        return sum(letter.isdigit() for letter in text) > _MANY_DIGITS
    return True


def parse_percent(text: str) -> ParsedAmount:
    """A percentage with at most two places: '2,5 %' gives 2.5."""
    body = text.strip()
    body = body.removesuffix("%").removesuffix("Prozent").removesuffix("percent")
    try:
        return parse_amount(body, style=style_of(body) or default_style())
    except RefusedValue:
        raise RefusedValue(mark("“{text}” is not a percentage. Type it like 2.5."), text=text) from None


def parse_yes_no(text: str) -> bool:
    """Yes or no in the words that lists use: ja, x, ✓, 1 / nein, -, 0. RefusedValue otherwise."""
    word = text.strip().casefold()
    if word in YES_WORDS:
        return True
    if word in NO_WORDS:
        return False
    raise RefusedValue(mark("“{text}” is neither yes nor no. Type yes or no."), text=text)


__all__ = [
    "ParsedAmount",
    "ParsedDate",
    "Precision",
    "Style",
    "default_style",
    "parse_amount",
    "parse_date",
    "parse_integer",
    "parse_number",
    "parse_percent",
    "parse_yes_no",
    "style_of",
]
