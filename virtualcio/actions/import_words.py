"""The words of an import plan, for the preview."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio import formats
from virtualcio.actions.cells import choice_text
from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.tables import table
from virtualcio.exchange.import_plan import ImportPlan, PlanValue, RowRole, RowState
from virtualcio.texts import _, mark

ROLE_TITLES: dict[RowRole, str] = {
    RowRole.DATA: mark("Table row"),
    RowRole.BLANK: mark("Blank row"),
    RowRole.TITLE: mark("Title"),
    RowRole.HEADER: mark("Header"),
    RowRole.SECTION: mark("Heading"),
    RowRole.TOTAL: mark("Total row"),
    RowRole.REMARK: mark("Remark"),
}
STATE_TITLES: dict[RowState, str] = {
    RowState.TAKEN: mark("Taken"),
    RowState.DOUBT: mark("In doubt"),
    RowState.SKIPPED: mark("Not taken"),
}


def column_of(plan: ImportPlan, key: str) -> Column:
    """The table's column behind a key of `plan.shown`."""
    return table(plan.into).column(key)


def value_text(plan: ImportPlan, key: str, value: PlanValue | None) -> str:
    """What was understood, in the language of the interface; "" for nothing."""
    if value is None or value.value is None:
        return ""
    column, understood = column_of(plan, key), value.value
    if isinstance(understood, bool):
        return _("Yes") if understood else _("No")
    if isinstance(understood, Decimal):
        return formats.percent(understood, 2) if column.kind is Kind.PERCENT else formats.money(understood)
    if isinstance(understood, date):
        return formats.day(understood)
    if isinstance(understood, StrEnum):
        return choice_text(column, understood)
    if isinstance(understood, int):
        return formats.number(understood)
    return str(understood)
