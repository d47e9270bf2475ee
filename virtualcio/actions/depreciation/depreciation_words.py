"""What methods, books and choices of depreciation are called, and figures of rules as text."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio import formats
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.depreciation.choices import Chart, YesNo
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.register import AssetGroup
from virtualcio.analysis.depreciation.rules import WELL_FOUNDED, Country
from virtualcio.model.depreciation import DepreciationMethod, DigitalRule, DisposalReason, LowValueRule
from virtualcio.texts import _, mark, translate, translate_count

METHODS: dict[StrEnum, str] = {
    DepreciationMethod.IMMEDIATE: mark("At once (low value)"),
    DepreciationMethod.POOL: mark("Pool of five years"),
    DepreciationMethod.DIGITAL: mark("One year (digital)"),
    DepreciationMethod.LINEAR: mark("Straight-line"),
    DepreciationMethod.DECLINING: mark("Declining"),
    DepreciationMethod.NONE: mark("No depreciation"),
}
BOOKS: dict[StrEnum, str] = {
    Book.TAX: mark("Tax law"),
    Book.COMMERCIAL: mark("Commercial law"),
}
LOW_VALUE_RULES: dict[StrEnum, str] = {
    LowValueRule.IMMEDIATE: mark("Expense at once"),
    LowValueRule.POOL: mark("Pool of five years"),
    LowValueRule.CAPITALISE: mark("Over their useful life"),
}
DIGITAL_RULES: dict[StrEnum, str] = {
    DigitalRule.FULL: mark("Fully in the year of purchase"),
    DigitalRule.ONE_YEAR: mark("Over twelve months"),
    DigitalRule.NOT_USED: mark("Over their useful life"),
}
DISPOSAL_REASONS: dict[StrEnum, str] = {
    DisposalReason.SALE: mark("Sold"),
    DisposalReason.SCRAPPED: mark("Scrapped"),
    DisposalReason.THEFT: mark("Stolen or lost"),
    DisposalReason.WITHDRAWN: mark("Into private property"),
    DisposalReason.OTHER: mark("Other"),
}
CHARTS: dict[StrEnum, str] = {Chart.SKR03: mark("SKR03"), Chart.SKR04: mark("SKR04")}
YES_NO: dict[StrEnum, str] = {YesNo.YES: mark("Yes"), YesNo.NO: mark("No")}
GROUPS: dict[StrEnum, str] = {
    AssetGroup.INTANGIBLE: mark("Bought software, licences and similar rights"),
    AssetGroup.EQUIPMENT: mark("Other equipment, operating and office equipment"),
}
COUNTRIES: dict[StrEnum, str] = {
    Country.DE: mark("Germany"),
    Country.AT: mark("Austria"),
    Country.CH: mark("Switzerland"),
}
_MONEY = frozenset({"per_piece", "register", "low_value", "pool", "cost", "book_value"})
_YEAR = "year"
_ENUMS: Mapping[type[StrEnum], dict[StrEnum, str]] = {DepreciationMethod: METHODS, Country: COUNTRIES}


def method_name(method: DepreciationMethod) -> str:
    return translate(METHODS[method])


def life_words(months: int) -> str:
    """'7 Jahre', '18 Monate'; a dash where nothing goes by time."""
    if not months:
        return formats.NO_VALUE
    if months % 12:
        return translate_count("{count} month", "{count} months", months)
    return translate_count("{count} year", "{count} years", months // 12)


def money_words(amount: Decimal) -> str:
    """With cents only where there are any: limits are whole euros."""
    return formats.money(amount, cents=amount != amount.to_integral_value())


def percent_words(percent: Decimal) -> str:
    """With as many places as it has, at most two."""
    places = max(0, -int(percent.normalize().as_tuple().exponent)) if percent else 0
    return formats.percent(percent, min(places, 2))


def certainty_words(certainty: str) -> str:
    """How well founded a rule is, by the first word in the tables; nothing for what is certain."""
    first = certainty.partition(" ")[0].rstrip(":,")
    if first in ("", WELL_FOUNDED):
        return ""
    if first == "mittel":
        return _("common practice; your tax advisor should agree")
    return _("not settled; ask your tax advisor")


def values_as_text(values: Mapping[str, object], start_month: int) -> dict[str, object]:
    """Raw values of rules as sentences need them; `start_month`: of the fiscal year."""
    return {name: _as_text(name, value, start_month) for name, value in values.items()}


def _as_text(name: str, value: object, start_month: int) -> object:
    if isinstance(value, StrEnum):
        titles = _ENUMS.get(type(value))
        return translate(titles[value]) if titles is not None else value
    if isinstance(value, date):
        return formats.day(value)
    if isinstance(value, Decimal):
        return money_words(value) if name in _MONEY else percent_words(value)
    if isinstance(value, int) and name == _YEAR:
        return fiscal_year_words(value, start_month)
    return formats.NO_VALUE if value is None else value
