"""An import plan and its result as JSON: keys in English, days in ISO form, amounts as text."""

from virtualcio.actions.import_mapping_file import mapping_json
from virtualcio.actions.import_table import ImportResult
from virtualcio.exchange.import_plan import ImportPlan, PlanRow, PlanValue, RowRole, RowState
from virtualcio.exchange.plan_values import Change, Measured, Named, Part, SeriesChange


def plan_json(plan: ImportPlan) -> dict[str, object]:
    """The whole plan; its "mapping" can be changed and given back with --mapping."""
    return {
        "file": plan.file_name,
        "sheet": plan.sheet,
        "into": plan.into,
        "header_row": plan.header_row,
        "existing": plan.existing,
        "could_change": plan.could_change,
        "remembered": plan.remembered,
        "counts": {state: plan.counts[state] for state in RowState},
        "notes": [str(note) for note in plan.notes],
        "new_records": plan.new_records,
        "rows": [_row(row) for row in plan.rows if row.role is not RowRole.BLANK],
        "mapping": mapping_json(plan),
    }


def result_json(result: ImportResult) -> dict[str, object]:
    """What went in, what is in doubt and what was left out, with the keys of the new records."""
    return {
        "file": result.file_name,
        "into": result.into,
        "added": result.added,
        "updated": result.updated,
        "notes": [str(note) for note in result.notes],
        "new_records": result.new_records,
        "doubts": [
            {
                "row": one.number,
                "label": one.label,
                "field": one.field or None,
                "doubt": str(one.sentence),
                "understood": one.understood,
                "id": one.record_id,
            }
            for one in result.doubts
        ],
        "left_out": [
            {"row": one.number, "role": one.role, "label": one.label, "reason": str(one.reason)}
            for one in result.left_out
        ],
    }


def _row(row: PlanRow) -> dict[str, object]:
    return {
        "row": row.number,
        "role": row.role,
        "state": row.state,
        "label": row.label,
        "reason": None if row.reason is None else str(row.reason),
        "doubts": [str(doubt) for doubt in row.doubts],
        "values": {key: _value(value) for key, value in row.values.items()},
        "existing": row.existing or None,
        "changes": {key: _change(change) for key, change in row.changes.items()},
    }


def _change(change: Change | SeriesChange) -> dict[str, object]:
    if isinstance(change, Change):
        return {"before": _understood(change.before), "after": _understood(change.after)}
    return {
        "new": [_understood(one) for one in change.added],
        "changed": [{"day": day, "before": before, "after": after} for day, before, after in change.changed],
    }


def _understood(value: object) -> object:
    """Names as text, several things as a list, values of a KPI with their day."""
    if isinstance(value, tuple):
        return [_understood(one) for one in value]
    if isinstance(value, Part):
        return {"name": value.named.name, "amount": value.amount}
    if isinstance(value, Measured):
        return {"day": value.day, "value": value.value}
    return str(value) if isinstance(value, Named) else value


def _value(value: PlanValue) -> dict[str, object]:
    return {
        "raw": value.raw,
        "understood": _understood(value.value),
        "state": value.state,
        "doubts": [str(sentence) for sentence in value.sentences],
    }
