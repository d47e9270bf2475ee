"""An import plan and its result in words and as JSON, for the preview and the command line."""

from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from virtualcio import formats
from virtualcio.actions.cells import choice_text
from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.import_mapping_file import mapping_json
from virtualcio.actions.import_table import ImportResult
from virtualcio.actions.tables import table
from virtualcio.exchange.import_plan import ImportPlan, Named, PlanRow, PlanValue, RowRole, RowState
from virtualcio.texts import _, mark

ROLE_TITLES: dict[RowRole, str] = {
    RowRole.DATA: mark("Row"),
    RowRole.BLANK: mark("Blank row"),
    RowRole.TITLE: mark("Title"),
    RowRole.HEADER: mark("Header"),
    RowRole.SECTION: mark("Heading"),
    RowRole.TOTAL: mark("Total"),
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


def plan_json(plan: ImportPlan) -> dict[str, Any]:
    """The whole plan; its "mapping" can be changed and given back with --mapping."""
    return {
        "file": plan.file_name,
        "mapping": mapping_json(plan),
        "problem": None if plan.problem is None else str(plan.problem),
        "notes": [str(note) for note in plan.notes],
        "new": {key: list(names) for key, names in plan.new_records.items()},
        "counts": {state.value: plan.counts[state] for state in RowState},
        "rows": [_row_json(row) for row in plan.rows if row.role is not RowRole.BLANK],
    }


def _row_json(row: PlanRow) -> dict[str, Any]:
    return {
        "row": row.number,
        "role": row.role.value,
        "state": row.state.value,
        "name": row.label,
        "reason": None if row.reason is None else str(row.reason),
        "values": {
            key: {
                "raw": value.raw,
                "understood": _plain(value.value),
                "state": value.state.value,
                "doubts": [str(sentence) for sentence in value.sentences],
            }
            for key, value in row.values.items()
        },
        "doubts": [str(sentence) for sentence in row.doubts],
    }


def result_json(result: ImportResult) -> dict[str, Any]:
    return {
        "file": result.file_name,
        "into": result.into,
        "added": len(result.added),
        "left_out": [
            {"row": one.number, "role": one.role.value, "name": one.label, "reason": str(one.reason)}
            for one in result.left_out
        ],
        "doubts": [
            {"row": one.number, "name": one.label, "field": one.field, "doubt": str(one.sentence)}
            for one in result.doubts
        ],
        "new": {key: list(names) for key, names in result.new_records.items()},
        "notes": [str(note) for note in result.notes],
    }


def _plain(value: object) -> object:
    """Amounts as text, so that no reader makes floats of them; days in ISO form."""
    if isinstance(value, Decimal | Named):
        return str(value)
    return value.isoformat() if isinstance(value, date) else value
