"""What a company has, in the words of a list: things by name, so that rows can be compared with it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.import_specials import SPECIALS, ChildRows
from virtualcio.actions.tables import name_in, table_of
from virtualcio.exchange.actual_costs_import import AMOUNT
from virtualcio.exchange.kpi_series_import import VALUES
from virtualcio.exchange.plan_rows import Known
from virtualcio.exchange.plan_values import Booked, KnownRecord, Measured, Named, Part
from virtualcio.model import Account, ActualCost, Kpi, Measurement, Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def known_of(company: "OpenCompany", table: Table, columns: Sequence[Column]) -> Known:
    """All records of a table with the values of `columns`, and the names that these can lead to."""
    children = SPECIALS[table.key].children or {}
    led_to = {column.target for column in columns if column.target is not None}
    led_to |= {child.target for child in children.values()}
    names = {
        table_of(target).key: tuple(str(getattr(one, "name", "")) for one in company.data.all(target))
        for target in sorted(led_to, key=lambda one: one.__name__)
    }
    records = [
        KnownRecord(one.id, name_in(table, one), _values(company, columns, children, one))
        for one in company.data.all(table.kind)
    ]
    return Known(tuple(records), names)


def measured_of(company: "OpenCompany", kpi: Record) -> dict[Any, Measurement]:
    """Day -> the measurement that counts: of several on one day the one entered last."""
    found: dict[Any, Measurement] = {}
    for one in company.data.where(Measurement, "kpi_id", kpi.id):
        before = found.get(one.day)
        if before is None or one.entry >= before.entry:
            found[one.day] = one
    return found


def _values(
    company: "OpenCompany", columns: Sequence[Column], children: "dict[str, ChildRows] | Any", record: Record
) -> dict[str, object]:
    values: dict[str, object] = {}
    for column in columns:
        if column.link is not None:
            rows = company.data.where(column.link.kind, column.link.own_field, record.id)
            values[column.key] = _parts(company, rows, column.target, column.link.other_field, "")
            continue
        assert column.field is not None
        value = getattr(record, column.field)
        if column.kind is Kind.REFERENCE and column.target is not None:
            name = getattr(company.data.get(column.target, value), "name", None)
            value = None if name is None else Named(name, new=False)
        values[column.key] = value
    for key, child in children.items():
        rows = company.data.where(child.link.kind, child.link.own_field, record.id)
        values[key] = _parts(company, rows, child.target, child.link.other_field, child.amount_field)
    if isinstance(record, Kpi):
        values[VALUES] = tuple(Measured(day, one.value) for day, one in measured_of(company, record).items())
    if isinstance(record, Account):
        values[AMOUNT] = tuple(
            Booked(one.first_on, one.last_on, one.amount)
            for one in company.data.where(ActualCost, "account_id", record.id)
        )
    return values


def _parts(
    company: "OpenCompany",
    rows: Sequence[Record],
    target: type[Record] | None,
    other_field: str,
    amount_field: str,
) -> tuple[Part, ...]:
    assert target is not None
    found = []
    for row in rows:
        other = company.data.get(target, getattr(row, other_field))
        if other is not None:
            amount = getattr(row, amount_field) if amount_field else None
            found.append(Part(Named(str(getattr(other, "name", "")), new=False), amount))
    return tuple(found)
