"""Adding a record to a table."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from virtualcio.actions.all_contradictions import contradiction_in
from virtualcio.actions.child_defaults import complete_child, has_defaults
from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.field_values import checked, put_links
from virtualcio.actions.goals.counted_answers import count_again
from virtualcio.actions.journal_words import ADDED, added_words
from virtualcio.actions.review.count_stages import fill_earlier_stages
from virtualcio.actions.tables import NEW_NAMES
from virtualcio.errors import RefusedValue
from virtualcio.model import AdoptionCount, Application, Interface, Measurement, Record, ServiceLife
from virtualcio.model.inventory import AssetCategory
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit


def add_record(company: "OpenCompany", table: Table, values: Mapping[str, Any] | None = None) -> Record:
    """Add a record (column key → value) as one undo step and give it back.

    A missing name becomes "New asset" and so on, to be typed over. RefusedValue: nothing was added.
    """
    given = dict(values or {})
    complete_values(company, table, given)
    with company.workspace.change(_label(company, table, given)) as edit:
        return put_record(company, edit, table, given)


def _label(company: "OpenCompany", table: Table, given: Mapping[str, Any]) -> Message:
    """What the new row is called in the journal; a child row names its parent too."""
    if not table.parent_table and table.name_column.kind is Kind.TEXT:
        return Message(ADDED, {"name": given.get(table.name_field, "")})
    stored = {table.column(key).field or key: value for key, value in given.items()}
    return added_words(company, table, table.kind(**stored))


def put_record(company: "OpenCompany", edit: "Edit", table: Table, values: Mapping[str, Any]) -> Record:
    """Make a record within an open change. RefusedValue names the first value that it cannot take."""
    fields: dict[str, Any] = {}
    links: list[tuple[Column, Any]] = []
    for key, value in values.items():
        column = table.column(key)
        taken = checked(company, table.kind, column, value)
        if column.kind is Kind.LINKS:
            links.append((column, taken))
        else:
            assert column.field is not None
            fields[column.field] = taken
    for column in table.columns:
        if column.required and column.field not in fields:
            raise RefusedValue(mark("“{field}” must not be empty."), field=Message(column.title))
    record = table.kind(**fields)
    for field in fields:
        refusal = contradiction_in(company, record, field)
        if refusal is not None:
            raise refusal
    if isinstance(record, Measurement):
        count_again(record)
    if isinstance(record, AdoptionCount):
        fill_earlier_stages(record)
    edit.add(record)
    for column, keys in links:
        put_links(company, edit, column, record, keys)
    return record


def complete_values(company: "OpenCompany", table: Table, values: dict[str, Any]) -> None:
    """Fill in what a row cannot be without, so that an empty row can be added and typed over."""
    if table.kind is ServiceLife:
        _complete_service_life(company, values)
        return
    if has_defaults(table.kind):
        complete_child(company, table, values)
    if table.key not in NEW_NAMES:
        return
    if not values.get(table.name_field):
        values[table.name_field] = _(NEW_NAMES[table.key])
    if table.kind is Interface:
        _complete_interface(company, values)


def _complete_interface(company: "OpenCompany", values: dict[str, Any]) -> None:
    used = {values.get("source"), values.get("target")}
    free = [record.id for record in company.data.all(Application) if record.id not in used]
    for key in ("source", "target"):
        if not values.get(key):
            if not free:
                raise RefusedValue(mark("An interface joins two applications. Add the applications first."))
            values[key] = free.pop(0)


def _complete_service_life(company: "OpenCompany", values: dict[str, Any]) -> None:
    taken = {row.category for row in company.data.all(ServiceLife)}
    if values.get("category") in taken:
        raise RefusedValue(mark("This category already has a service life. Change that row instead."))
    if "category" not in values:
        free = [category for category in AssetCategory if category not in taken]
        if not free:
            raise RefusedValue(mark("Each category already has a service life. Change one of these rows."))
        values["category"] = free[0]
    if values.get("years") is None:
        values["years"] = company.results.usual_service_life(values["category"]) or 5
