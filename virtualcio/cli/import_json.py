"""An import plan and its result as JSON: keys in English, days in ISO form, amounts as text."""

from virtualcio.actions.import_mapping_file import mapping_json
from virtualcio.actions.import_table import ImportResult
from virtualcio.exchange.import_plan import ImportPlan, Named, PlanRow, PlanValue, RowRole, RowState


def plan_json(plan: ImportPlan) -> dict[str, object]:
    """The whole plan; its "mapping" can be changed and given back with --mapping."""
    return {
        "file": plan.file_name,
        "sheet": plan.sheet,
        "into": plan.into,
        "header_row": plan.header_row,
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
    }


def _value(value: PlanValue) -> dict[str, object]:
    return {
        "raw": value.raw,
        "understood": str(value.value) if isinstance(value.value, Named) else value.value,
        "state": value.state,
        "doubts": [str(sentence) for sentence in value.sentences],
    }
