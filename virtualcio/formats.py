"""Numbers, amounts and dates as people write them, in the language of the interface."""

from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal

from virtualcio.texts import language

NO_VALUE = "—"
_NARROW = "\u00a0"


def _grouped(text: str) -> str:
    """From Python's 1,234.56 to the chosen language's separators."""
    return text.translate(str.maketrans(",.", ".,")) if language() == "de" else text


def number(value: Decimal | int | float | None, places: int = 0) -> str:
    if value is None:
        return NO_VALUE
    exact = value if isinstance(value, Decimal) else Decimal(str(value))
    rounded = exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return _grouped(f"{rounded:,f}").replace("-", "−")


def money(value: Decimal | None, *, cents: bool = True, currency: str = "€") -> str:
    """'1.234,56 €' or, where cents would distract, '1.235 €'. English: '€1,234.56'."""
    if value is None:
        return NO_VALUE
    digits = number(value, 2 if cents else 0)
    if language() == "de":
        return f"{digits}{_NARROW}{currency}"
    return f"−{currency}{digits[1:]}" if digits.startswith("−") else f"{currency}{digits}"


def money_short(value: Decimal | None) -> str:
    """Whole euros, for key figures and tables."""
    return money(value, cents=False)


def percent(value: Decimal | None, places: int = 0) -> str:
    """`value` is in percent already: 12.5 gives '12,5 %'."""
    if value is None:
        return NO_VALUE
    return number(value, places) + (f"{_NARROW}%" if language() == "de" else "%")


def with_unit(digits: str, unit: str) -> str:
    """'6,1 Tage'; percent stands as in `percent`: '48,5 %', in English '48.5%'."""
    gap = "" if unit == "%" and language() == "en" else _NARROW
    return f"{digits}{gap}{unit}" if unit else digits


def day(value: date | None) -> str:
    """'22.11.2026', in English '22 Nov 2026' (never to be misread as month first)."""
    if value is None:
        return NO_VALUE
    if language() == "de":
        return value.strftime("%d.%m.%Y")
    return f"{value.day} {MONTHS_EN[value.month - 1][:3]} {value.year}"


def moment(value: datetime) -> str:
    """'22.11.2026, 14:05', in the time that `value` is given in."""
    return f"{day(value.date())}, {value:%H:%M}"


def month(value: date | None) -> str:
    """'11/2026'."""
    return NO_VALUE if value is None else value.strftime("%m/%Y")


def long_day(value: date) -> str:
    names = MONTHS_DE if language() == "de" else MONTHS_EN
    dot = "." if language() == "de" else ""
    return f"{value.day}{dot} {names[value.month - 1]} {value.year}"


def long_month(value: date) -> str:
    """'Oktober 2023'."""
    names = MONTHS_DE if language() == "de" else MONTHS_EN
    return f"{names[value.month - 1]} {value.year}"


def quarter(value: date) -> str:
    return f"{quarter_short(value)} {value.year}"


def quarter_short(value: date) -> str:
    """'Q4'."""
    return f"Q{(value.month + 2) // 3}"


MONTHS_DE = (
    "Januar", "Februar", "März", "April", "Mai", "Juni",
    "Juli", "August", "September", "Oktober", "November", "Dezember",
)  # fmt: skip
MONTHS_EN = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
