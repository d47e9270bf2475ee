"""A table of records as the command line shows it: the window's columns for people, all of them as JSON."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from virtualcio.actions.cells import name_of, text_of, value_of
from virtualcio.actions.columns import Column, Kind, Status, Tone
from virtualcio.actions.tables import table
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

SIGNS = {Tone.NEUTRAL: "", Tone.GOOD: "● ", Tone.WATCH: "▲ ", Tone.ACT: "■ "}
_ALIGNED_RIGHT = (Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.PERCENT)


def show_table(company: "OpenCompany", key: str, as_json: bool) -> int:
    """The columns that the window shows at first; as JSON all of them."""
    if as_json:
        print_json(json_rows(company, key))
    else:
        print_records(company, key)
    return FINE


def print_records(company: "OpenCompany", key: str) -> None:
    """All records of a table under the titles of its first columns, and the line that sums them up."""
    shown = table(key)
    columns = [column for column in shown.columns if column.shown]
    rows = [
        [record_text(company, column, record) for column in columns]
        for record in company.data.all(shown.kind)
    ]
    right = frozenset(place for place, column in enumerate(columns) if column.kind in _ALIGNED_RIGHT)
    print_table([_(column.title) for column in columns], rows, right)
    if shown.summary is not None:
        print_title(shown.summary(company))


def record_text(company: "OpenCompany", column: Column, record: Any) -> str:
    """One cell in words; a status with its sign."""
    value = value_of(company, column, record)
    sign = SIGNS[value.tone] if isinstance(value, Status) else ""
    return sign + text_of(company, column, record)


def json_rows(company: "OpenCompany", key: str) -> list[dict[str, object]]:
    """Every record of a table with all its columns, by their keys."""
    shown = table(key)
    return [json_row(company, shown.columns, record) for record in company.data.all(shown.kind)]


def json_row(company: "OpenCompany", columns: Sequence[Column], record: Any) -> dict[str, object]:
    """References with key and name; a status with text, tone and the day behind it, if there is one."""
    row: dict[str, object] = {"id": record.id}
    for column in columns:
        value = value_of(company, column, record)
        if isinstance(value, Status):
            day = value.sort if isinstance(value.sort, date) and value.sort != date.max else None
            row[column.key] = {"text": value.text, "tone": value.tone, "day": day}
        elif column.kind is Kind.REFERENCE and value is not None:
            row[column.key] = named(value, name_of(company, column, value))
        elif column.kind is Kind.LINKS:
            row[column.key] = [named(key, name_of(company, column, key)) for key in value]
        else:
            row[column.key] = value
    return row


def named(key: str, name: str) -> dict[str, object]:
    """Something that an answer speaks of."""
    return {"id": key, "name": name}
