"""One cell of any table: raw value, text, place in a sorted column, and what a typed text means."""

import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.columns import Column, Kind, Status
from virtualcio.actions.own_names import called, is_called
from virtualcio.errors import RefusedValue
from virtualcio.exchange.values import (
    parse_amount,
    parse_date,
    parse_integer,
    parse_number,
    parse_percent,
    parse_yes_no,
)
from virtualcio.model import Record
from virtualcio.texts import Message, _, join_names, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_FOLDED = str.maketrans({"ä": "a", "ö": "o", "ü": "u", "ß": "ss"})
_THOUSAND = 1000
_DIGITS = re.compile(r"(\d+)")
_LINK_SEPARATORS = re.compile(r"[;\n]")


def value_of(company: "OpenCompany", column: Column, record: Any) -> Any:
    """The raw value: Decimal, date, int, bool, str, a choice, a key, a tuple of keys, a Status, or None."""
    if column.compute is not None:
        return column.compute(company, record)
    if column.link is not None:
        rows = company.data.where(column.link.kind, column.link.own_field, record.id)
        return tuple(getattr(row, column.link.other_field) for row in rows)
    assert column.field is not None
    return getattr(record, column.field)


def text_of(company: "OpenCompany", column: Column, record: Any) -> str:
    """What the table shows, in the language of the interface; "" for a missing value."""
    text = shown(company, column, value_of(company, column, record))
    unit = column.unit(company, record) if text and column.unit is not None else ""
    return formats.with_unit(text, unit)


def missing_words(company: "OpenCompany", column: Column, record: Any) -> str:
    """What stands in place of a missing value: what is missing where the column can say it, else a dash."""
    words = column.missing(company, record) if column.missing is not None else ""
    return words or formats.NO_VALUE


def shown(company: "OpenCompany", column: Column, value: Any) -> str:
    """The text for a raw value of this column."""
    if value is None or value == ():
        return ""
    match column.kind:
        case Kind.MONEY:
            return formats.money(value, cents=column.editable and value != value.to_integral_value())
        case Kind.PERCENT:
            return formats.percent(value, _decimals(value) if column.editable else 0)
        case Kind.INTEGER:
            return formats.number(value) if column.grouped else str(value)
        case Kind.NUMBER:
            worked_out = not column.editable and abs(value) >= _THOUSAND  # nobody reads its cents
            return formats.number(value, 0 if worked_out else min(_decimals(value), column.places))
        case Kind.DATE:
            return formats.month(value) if column.month else formats.day(value)
        case Kind.YES_NO:
            return _("Yes") if value else _("No")
        case Kind.CHOICE:
            return choice_text(column, value)
        case Kind.REFERENCE:
            return name_of(company, column, value)
        case Kind.LINKS:
            return all_of_them(company, column, value) or join_names(names_of(company, column, value))
        case Kind.STATUS:
            return value.text if isinstance(value, Status) else str(value)
    return str(value)


def edit_text(company: "OpenCompany", column: Column, record: Any) -> str:
    """The text with which an editor starts: amounts without their sign, all linked names."""
    value = value_of(company, column, record)
    if value is None:
        return ""
    match column.kind:
        case Kind.MONEY:
            return formats.number(value, 2)
        case Kind.PERCENT:
            return formats.number(value, _decimals(value))
        case Kind.LINKS:
            return "; ".join(names_of(company, column, value))
    return shown(company, column, value)


def choice_text(column: Column, value: StrEnum) -> str:
    titles = column.choice_titles or {}
    return _(titles[value]) if value in titles else str(value)


def name_of(company: "OpenCompany", column: Column, key: str) -> str:
    """The name of the record that a reference or link of this column leads to."""
    assert column.target is not None
    return called(company.data.get(column.target, key))


def names_of(company: "OpenCompany", column: Column, keys: Sequence[str]) -> list[str]:
    """All names that links lead to: by name, but in their own order where they are computed."""
    names = [name_of(company, column, key) for key in keys]
    return sorted(names, key=fold) if column.editable else names


def all_of_them(company: "OpenCompany", column: Column, keys: Sequence[str]) -> str:
    """'Alle Prozesse (6)' where computed links lead to every record there is, else ""."""
    if not column.all_words or column.target is None or len(keys) < 2:
        return ""
    count = company.data.count(column.target)
    return _(column.all_words).format(count=count) if len(keys) == count else ""


def fold(text: str) -> str:
    """For sorting and comparing names: small letters, umlauts as their base letter."""
    return text.casefold().translate(_FOLDED)


def sort_key(company: "OpenCompany", column: Column, record: Any) -> tuple[Any, ...]:
    """Orders a column: missing values last, numbers in names by size, choices in their own order."""
    value = value_of(company, column, record)
    if value is None or value in ("", ()):
        return (1,)
    match column.kind:
        case Kind.STATUS:
            return (1,) if value.sort is None else (0, value.sort)
        case Kind.CHOICE:
            return (0, list(column.choices or ()).index(value))
        case Kind.REFERENCE | Kind.LINKS | Kind.TEXT | Kind.LONG_TEXT:
            return (0, natural(shown(company, column, value)))
    return (0, value)


def natural(text: str) -> tuple[tuple[int, Any], ...]:
    """'PC 2' before 'PC 10'."""
    parts = _DIGITS.split(fold(text))
    return tuple((0, int(part)) if part.isdecimal() else (1, part) for part in parts if part)


@dataclass(frozen=True)
class Understood:
    """What a typed text means. With `other` set it reads two ways, and the user is asked which."""

    value: Any
    other: Any = None

    @property
    def ambiguous(self) -> bool:
        return self.other is not None


def unit_of(company: "OpenCompany", column: Column, records: Sequence[Any]) -> str | None:
    """The unit that the values of these records are kept in, "" for none; None where they differ."""
    if column.unit is None:
        return ""
    units = {column.unit(company, record) for record in records}
    return units.pop() if len(units) == 1 else None


def parse(company: "OpenCompany", column: Column, text: str) -> Any:
    """The value of a typed or pasted text, the likelier one where it reads two ways. Or RefusedValue."""
    return understand(company, column, text).value


def understand(company: "OpenCompany", column: Column, text: str, unit: str | None = None) -> Understood:
    """Like `parse`, with the other reading of an ambiguous text; `unit` is the one of the value, if known.

    RefusedValue with a sentence.
    """
    body = text.strip()
    if column.kind in (Kind.TEXT, Kind.LONG_TEXT):
        return Understood(body if column.kind is Kind.LONG_TEXT else " ".join(body.split()))
    if column.kind is Kind.LINKS:
        names = [name.strip() for name in _LINK_SEPARATORS.split(body)]
        keys = [_key_of(company, column, name) for name in names if name]
        return Understood(tuple(dict.fromkeys(keys)))
    if body in ("", formats.NO_VALUE):
        return Understood(None)
    match column.kind:
        case Kind.MONEY:
            amount = parse_amount(body)
            return Understood(amount.value, amount.other if amount.ambiguous else None)
        case Kind.PERCENT:
            share = parse_percent(body)
            return Understood(share.value, share.other if share.ambiguous else None)
        case Kind.INTEGER:
            return Understood(parse_integer(body))
        case Kind.NUMBER:
            number = parse_number(body, column.places, "" if column.unit is None else unit)
            return Understood(number.value, number.other if number.ambiguous else None)
        case Kind.DATE if column.month:
            return Understood(parse_date(body).value.replace(day=1))
        case Kind.DATE:
            day = parse_date(body)
            return Understood(day.value, day.other if day.ambiguous else None)
        case Kind.YES_NO:
            return Understood(parse_yes_no(body))
        case Kind.CHOICE:
            return Understood(_choice_of(column, body))
        case Kind.REFERENCE:
            return Understood(_key_of(company, column, body))
    raise RefusedValue(mark("“{field}” is computed and cannot be typed."), field=Message(column.title))


def choices_of(column: Column) -> Sequence[tuple[StrEnum, str]]:
    """All members of a choice with their words, in their own order."""
    return [(member, choice_text(column, member)) for member in column.choices or ()]


def options_of(company: "OpenCompany", column: Column) -> Sequence[tuple[str, str]]:
    """All records that a reference or link column can lead to, as (key, name), by name."""
    assert column.target is not None
    records: Sequence[Record] = company.data.all(column.target)
    named = [(record.id, called(record)) for record in records]
    return sorted(named, key=lambda option: natural(option[1]))


def _choice_of(column: Column, text: str) -> StrEnum:
    wanted = fold(text)
    found = [
        member
        for member, words in choices_of(column)
        if wanted in (fold(words), member.value, fold((column.choice_titles or {}).get(member, "")))
    ]
    if not found:
        found = [member for member, words in choices_of(column) if fold(words).startswith(wanted)]
    found = found or _said_with_yes_or_no(column, text)
    if len(found) == 1:
        return found[0]
    raise RefusedValue(
        mark("“{text}” is none of the words for “{field}”. Possible: {choices}."),
        text=text,
        field=Message(column.title),
        choices=", ".join(words for _member, words in choices_of(column)),
    )


def _said_with_yes_or_no(column: Column, text: str) -> list[StrEnum]:
    """ "Ja" for "trifft zu": choices that are called yes and no take these words too."""
    members = {member.value: member for member, _words in choices_of(column)}
    if not {"yes", "no"} <= members.keys():
        return []
    with suppress(RefusedValue):
        return [members["yes" if parse_yes_no(text) else "no"]]
    return []


def _key_of(company: "OpenCompany", column: Column, name: str) -> str:
    assert column.target is not None
    wanted = fold(" ".join(name.split()))
    known = company.data.by_key(column.target).items()
    found = [key for key, record in known if is_called(record, wanted, fold)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise RefusedValue(
            mark(
                "“{name}” is not in the list for “{field}” yet. Choose one from the list or create it there."
            ),
            name=name,
            field=Message(column.title),
        )
    raise RefusedValue(
        mark("“{name}” exists {count} times. Choose from the list which one is meant."),
        name=name,
        count=len(found),
    )


def _decimals(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent)) if value else 0


def is_empty(value: Any) -> bool:
    """No value, an empty text or no links; 0 and "no" are values."""
    return value is None or value in ("", ())
