"""Amounts as people write them: 1.234,56 €, EUR 3.385,76, 1,234.56, 12 T€, 1,5 Mio., 1.200,-."""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from virtualcio.errors import RefusedValue
from virtualcio.texts import language, mark

Style = Literal["de", "en"]  # de: 1.234,56   en: 1,234.56
MOST = Decimal("1000000000000")

_BLANKS = dict.fromkeys(map(ord, "\u00a0\u202f\u2009 \t\r\n"))
_DASHES = str.maketrans({"−": "-", "–": "-", "—": "-", "‐": "-", "’": "'", "´": "'", "`": "'"})
_CURRENCY = re.compile(r"€|eur(?:o)?(?![a-z])|netto|brutto")
_FACTORS = (
    (re.compile(r"(?:mrd\.?|milliarden?)"), Decimal(1_000_000_000)),
    (re.compile(r"(?:mio\.?|million(?:en)?|m(?=€|eur))"), Decimal(1_000_000)),
    (re.compile(r"(?:tsd\.?|tausend|t(?=€|eur)|k$|k(?=€|eur))"), Decimal(1000)),
)
_CENTS_DASH = re.compile(r"[.,]-{1,2}$")
_PLAIN = re.compile(r"\d+")
_ONE_SEPARATOR = re.compile(r"(\d+)([.,])(\d+)")
_LONE_GROUP = re.compile(r"[1-9]\d{0,2}[.,]\d{3}")
_GROUPED = {
    "de": re.compile(r"\d{1,3}(?:[.']\d{3})+(?:,\d+)?|\d{1,3}(?:\.\d{3})*,\d+"),
    "en": re.compile(r"\d{1,3}(?:[,']\d{3})+(?:\.\d+)?|\d{1,3}(?:,\d{3})*\.\d+"),
}


@dataclass(frozen=True)
class ParsedAmount:
    """What was understood. `ambiguous`: the text reads differently the other way, as `other`."""

    value: Decimal
    ambiguous: bool = False
    other: Decimal | None = None


def parse_amount(text: str, style: Style | None = None, places: int = 2) -> ParsedAmount:
    """The amount that `text` says, in units of the currency, with at most `places` decimal places.

    1.234 and 1,234 can be twelve hundred or one and a bit: unless `style` says which sign groups
    thousands, both are read as thousands (money rarely has three places) and marked ambiguous.
    RefusedValue for anything else than an amount.
    """
    body, factor, sign = _stripped(text)
    readings = _readings(body, style)
    if not readings:
        raise _not_an_amount(text)
    values = [sign * factor * reading for reading in readings]
    value = values[0]
    if abs(value) >= MOST:
        raise RefusedValue(mark("“{text}” is too large an amount. Check the number of digits."), text=text)
    if _too_fine(value, places):
        raise RefusedValue(
            mark("“{text}” has more than {places} decimal places. Round it."), text=text, places=places
        )
    if len(values) == 1:
        return ParsedAmount(value)
    return ParsedAmount(value, ambiguous=True, other=values[1])


def style_of(text: str) -> Style | None:
    """Which way `text` is written, if it says so: 1.234,56 and 12,5 are German, 1,234.56 and 12.5 English."""
    body, _factor, _sign = _stripped(text)
    readable: list[Style] = ["de", "en"]
    fitting = [style for style in readable if _reading(body, style) is not None]
    written = not _PLAIN.fullmatch(body) and not _LONE_GROUP.fullmatch(body)
    return fitting[0] if written and len(fitting) == 1 else None


def size_word(text: str) -> Decimal | None:
    """The factor with whose word `text` begins: 'Mio. €', 'T€', 'Tsd. Stück'; None for a plain unit."""
    body = text.translate(_BLANKS).casefold()
    return next((size for pattern, size in _FACTORS if pattern.match(body)), None)


def default_style() -> Style:
    return "de" if language() == "de" else "en"


def _stripped(text: str) -> tuple[str, Decimal, int]:
    body = text.translate(_DASHES).translate(_BLANKS).casefold()
    factor = Decimal(1)
    for pattern, size in _FACTORS:
        body, found = pattern.subn("", body, count=1)
        if found:
            factor = size
            break
    body = _CURRENCY.sub("", body)
    if _CENTS_DASH.search(body):  # 1.200,- : what groups the thousands is clear
        body = re.sub("[.,']", "", _CENTS_DASH.sub("", body))
    sign = 1
    if body.startswith("(") and body.endswith(")"):
        body, sign = body[1:-1], -1
    elif body.startswith("-") or body.endswith("-"):
        body, sign = body.strip("-") if body.count("-") == 1 else "", -1
    elif body.startswith("+"):
        body = body[1:]
    return body, factor, sign


def _readings(body: str, style: Style | None) -> list[Decimal]:
    """One reading, or two with the likelier first."""
    if not re.fullmatch(r"\d[\d.,']*", body, re.ASCII):
        return []
    if _LONE_GROUP.fullmatch(body):
        if style is not None:
            reading = _reading(body, style)
            return [] if reading is None else [reading]
        as_thousands = Decimal(re.sub("[.,]", "", body))
        return [as_thousands, Decimal(body.replace(",", "."))]
    order: tuple[Style, ...] = ("en", "de") if style == "en" else ("de", "en")
    for one in order:
        reading = _reading(body, one)
        if reading is not None:
            return [reading]
    return []


def _reading(body: str, style: Style) -> Decimal | None:
    if _PLAIN.fullmatch(body):
        return Decimal(body)
    thousands, decimal = (".", ",") if style == "de" else (",", ".")
    if _GROUPED[style].fullmatch(body):
        return Decimal(body.replace("'", "").replace(thousands, "").replace(decimal, "."))
    single = _ONE_SEPARATOR.fullmatch(body)
    if single and single[2] == decimal:
        return Decimal(f"{single[1]}.{single[3]}")
    return None


def _too_fine(value: Decimal, places: int) -> bool:
    return -int(value.normalize().as_tuple().exponent) > places


def _not_an_amount(text: str) -> RefusedValue:
    return RefusedValue(mark("“{text}” is not an amount. Type it like 1,234.56."), text=text)
