"""Who refers to a record: the assets at a site, what a person answers for, the contracts of a supplier."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.tables import TABLES
from virtualcio.model import Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class Referrers:
    """The records of `table` that name a record in `column`."""

    table: Table
    column: Column
    records: tuple[Record, ...]


def referrers_of(company: "OpenCompany", record: Record) -> Sequence[Referrers]:
    """All records that refer to this one by a reference column, per table and column, none empty."""
    found = []
    for table in TABLES:
        for column in table.columns:
            if column.kind is Kind.REFERENCE and column.target is type(record) and column.field:
                records = company.data.where(table.kind, column.field, record.id)
                if records:
                    found.append(Referrers(table, column, tuple(records)))
    return found
