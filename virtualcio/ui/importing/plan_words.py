"""What the preview of an import says about a row and a value."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio import formats
from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.import_plan import ImportPlan, Named, PlanRow, PlanValue, RowRole, ValueState
from virtualcio.texts import Message, _, mark, translate, translate_count

ROLE_WORDS: dict[RowRole, str] = {
    RowRole.TITLE: mark("title above the list"),
    RowRole.HEADER: mark("headings of the columns"),
    RowRole.SECTION: mark("heading of a section"),
    RowRole.TOTAL: mark("total"),
    RowRole.REMARK: mark("remark"),
    RowRole.BLANK: mark("empty row"),
    RowRole.DATA: mark("not to be imported"),
}


def value_text(company: OpenCompany, column: Column | None, value: PlanValue) -> str:
    """What goes in; where nothing could be understood, the words of the file."""
    if value.state is ValueState.NOT_UNDERSTOOD:
        return value.raw
    return _shown(company, column, value.value)


def _shown(company: OpenCompany, column: Column | None, value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, Named | str) and not isinstance(value, StrEnum):
        return str(value)
    if isinstance(value, tuple):
        return ", ".join(_shown(company, None, one) for one in value)
    if column is not None:
        return cells.shown(company, column, value)
    if isinstance(value, date):
        return formats.day(value)
    return formats.money(value) if isinstance(value, Decimal) else str(value)


def row_words(row: PlanRow) -> str:
    """Everything to be said about a row: why it is left out, or what is in doubt."""
    said = [str(sentence) for sentence in row.sentences]
    if not row.taken:
        reason: Message | None = row.reason
        said.insert(0, str(reason) if reason is not None else translate(ROLE_WORDS[row.role]))
    return " ".join(said)


def new_records_words(plan: ImportPlan, table_of_key: dict[str, Table]) -> str:
    """'Neu angelegt werden: Standorte: Halle 1, Halle 2; Lieferanten: …', "" if nothing is."""
    parts = [
        f"{translate(table_of_key[key].plural)}: {', '.join(names)}"
        for key, names in plan.new_records.items()
        if names and key in table_of_key
    ]
    return _("Will be created too: {things}").format(things="; ".join(parts)) if parts else ""


def take_over_words(count: int) -> str:
    """The primary button."""
    return translate_count("Import {count} row", "Import {count} rows", count)
