"""Where the columns of a list went, kept in the company file, so that the same list is known again."""

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.exchange.import_plan import ImportPlan
from virtualcio.exchange.mapping_memory import TO_BE_PROPOSED, MappingKey, fields_to_remember, fingerprint
from virtualcio.model import Setting

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit

_PREFIX = "import_mapping/"


def remembered_mappings(company: "OpenCompany") -> dict[MappingKey, Sequence[str | None]]:
    """Field keys in the order of the columns, by table key and fingerprint of the headings."""
    found: dict[MappingKey, Sequence[str | None]] = {}
    for one in company.data.all(Setting):
        if one.key.startswith(_PREFIX):
            table, _slash, print_ = one.key.removeprefix(_PREFIX).partition("/")
            found[(table, print_)] = tuple(json.loads(one.value))
    return found


def remember_mapping(company: "OpenCompany", edit: "Edit", plan: ImportPlan) -> None:
    """Keep the plan's columns within an open change; a list without headings cannot be known again."""
    header = plan.work.header
    if header is None:
        return
    row = plan.work.sheet.rows[header]
    print_ = fingerprint(row)
    if not print_:
        return
    key = f"{_PREFIX}{plan.into}/{print_}"
    known = list(company.data.where(Setting, "key", key))
    value = json.dumps(fields_to_remember(row, _fields_by_column(plan)))
    if not known:
        edit.add(Setting(key=key, value=value))
    elif known[0].value != value:
        known[0].value = value


def _fields_by_column(plan: ImportPlan) -> dict[int, str | None]:
    """What a column was taken for; one that was kept as a note without anybody saying so stays open."""
    note = plan.work.target.note_field
    said = {*plan.choices.mapping, *plan.work.remembered}
    return {
        one.index: TO_BE_PROPOSED if one.field == note and one.index not in said else one.field
        for one in plan.columns
    }
