"""Who refers to a record: the assets at a site, what a person answers for, the initiatives of a goal."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.tables import TABLES, table, table_of
from virtualcio.model import Record

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class Referrers:
    """The records of `table` that name a record in `column`, themselves or in a row that belongs to them."""

    table: Table
    column: Column
    records: tuple[Record, ...]


def referrers_of(company: "OpenCompany", record: Record) -> Sequence[Referrers]:
    """All records that refer to this one by a reference, a link or a row that belongs to them, per table and
    column, none empty. Left out: rows that belong to this record, and links that its own table shows.
    """
    found = []
    for one in TABLES:
        for column in one.columns:
            if column.target is not type(record) or not column.editable:
                continue
            records = _referring(company, one, column, record)
            if records:
                shown = table(one.parent_table) if one.parent_table else one
                found.append(Referrers(shown, column, records))
    return found


def _referring(company: "OpenCompany", one: Table, column: Column, record: Record) -> tuple[Record, ...]:
    if column.kind is Kind.REFERENCE and column.field and column.field != one.parent_field:
        rows = company.data.where(one.kind, column.field, record.id)
        if not one.parent_table:
            return tuple(rows)
        shown = _finds_itself(table(one.parent_table).kind, record)
        return () if shown else _owners(company, one, rows)
    if column.link is not None and not _shows_itself(column, record):
        if _finds_itself(one.kind, record):
            return ()
        links = company.data.where(column.link.kind, column.link.other_field, record.id)
        keys = [getattr(link, column.link.own_field) for link in links]
        return tuple(company.data.find(one.kind, key) for key in keys)
    return ()


def _owners(company: "OpenCompany", one: Table, rows: Sequence[Record]) -> tuple[Record, ...]:
    """The records that the child rows belong to, each once."""
    parent = table(one.parent_table)
    keys = dict.fromkeys(getattr(row, one.parent_field) for row in rows)
    return tuple(company.data.find(parent.kind, key) for key in keys)


def _shows_itself(column: Column, record: Record) -> bool:
    """Whether the record's own table has these links from its side, to be edited."""
    assert column.link is not None
    own = table_of(type(record)).columns
    return any(other.link is not None and other.link.kind is column.link.kind for other in own)


def _finds_itself(kind: type[Record], record: Record) -> bool:
    """Whether the record's own table has a computed column of links to records of this kind."""
    own = table_of(type(record)).columns
    return any(other.kind is Kind.LINKS and not other.editable and other.target is kind for other in own)
