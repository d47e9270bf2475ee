"""What the preview of an import says about a row and a value."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio import formats
from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.import_plan import ImportPlan, PlanRow, PlanValue, RowRole, ValueState
from virtualcio.exchange.plan_rows import NOTHING_NEW
from virtualcio.exchange.plan_values import (
    Booked,
    Change,
    Existing,
    Measured,
    Named,
    Part,
    SeriesChange,
    plain_number,
)
from virtualcio.formats import NO_VALUE
from virtualcio.texts import Message, _, mark, translate, translate_count

ROLE_WORDS: dict[RowRole, str] = {
    RowRole.TITLE: mark("title above the list"),
    RowRole.HEADER: mark("headings of the columns"),
    RowRole.SECTION: mark("heading of a section"),
    RowRole.TOTAL: mark("total"),
    RowRole.REMARK: mark("remark"),
    RowRole.BLANK: mark("empty row"),
    RowRole.NOTHING: mark("without an amount"),
    RowRole.DATA: mark("not to be imported"),
}


_MOST_CHANGES = 4

EXISTING_WORDS: dict[Existing, str] = {
    Existing.SKIP: mark("leave them as they are"),
    Existing.FILL: mark("fill empty fields"),
    Existing.UPDATE: mark("update them"),
}


def value_text(company: OpenCompany, column: Column | None, value: PlanValue) -> str:
    """What goes in; where nothing could be understood, the words of the file."""
    if value.state is ValueState.NOT_UNDERSTOOD:
        return value.raw
    return _shown(company, column, value.value)


def _shown(company: OpenCompany, column: Column | None, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Named | Part | Measured | Booked | str) and not isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, bool):
        return _("Yes") if value else _("No")
    if isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], Measured):
        return series_text(value)
    if isinstance(value, tuple):
        return ", ".join(_shown(company, None, one) for one in value)
    if column is not None:
        return cells.shown(company, column, value)
    if isinstance(value, date):
        return formats.day(value)
    return formats.money(value) if isinstance(value, Decimal) else str(value)


def series_text(values: Sequence[Measured]) -> str:
    """How many values, the first and the last one."""
    ordered = sorted(values, key=lambda one: one.day)
    return _("{count} values: {first} … {last}").format(
        count=len(ordered), first=str(ordered[0]), last=str(ordered[-1])
    )


def change_text(company: OpenCompany, column: Column | None, change: Change | SeriesChange) -> str:
    """What becomes of a field: '6,4 → 6,1'; of a series what is new and what becomes another value."""
    if isinstance(change, Change):
        before = _shown(company, column, change.before) or NO_VALUE
        return f"{before} → {_shown(company, column, change.after)}"
    parts = [
        f"{formats.day(day)}: {plain_number(before)} → {plain_number(after)}"
        for day, before, after in change.changed[:_MOST_CHANGES]
    ]
    if len(change.changed) > _MOST_CHANGES:
        parts.append("…")
    if change.added:
        parts.insert(0, translate_count("{count} new value", "{count} new values", len(change.added)))
    return "; ".join(parts)


def row_words(row: PlanRow) -> str:
    """Everything to be said about a row: why it is left out, or what is in doubt."""
    said = [str(sentence) for sentence in row.sentences]
    if not row.taken:
        reason: Message | None = row.reason
        said.insert(0, str(reason) if reason is not None else translate(ROLE_WORDS[row.role]))
    elif row.changes:
        said.insert(0, translate_count("Changes {count} field.", "Changes {count} fields.", len(row.changes)))
    return " ".join(said)


def new_records_words(plan: ImportPlan, table_of_key: dict[str, Table]) -> str:
    """'Neu angelegt werden: Standorte: Halle 1, Halle 2; Lieferanten: …', "" if nothing is."""
    parts = [
        f"{translate(table_of_key[key].plural)}: {', '.join(names)}"
        for key, names in plan.new_records.items()
        if names and key in table_of_key
    ]
    return _("Will be created too: {things}").format(things="; ".join(parts)) if parts else ""


def could_change_words(plan: ImportPlan) -> str:
    """That rows which are left alone would change something, "" if none would."""
    if not plan.could_change:
        return ""
    return translate_count(
        "{count} row is there already with other values: it can be updated.",
        "{count} rows are there already with other values: they can be updated.",
        plan.could_change,
    )


def nothing_new_words(plan: ImportPlan) -> str:
    """That the company has all of the list already, "" if something of it is new or stays out otherwise."""
    rows = [row for row in plan.rows if row.role is RowRole.DATA]
    if not rows or any(row.reason != NOTHING_NEW for row in rows):
        return ""
    return _("Everything in this list is there already, with the same values: there is nothing to import.")


def take_over_words(count: int) -> str:
    """The primary button."""
    return translate_count("Import {count} row", "Import {count} rows", count)
