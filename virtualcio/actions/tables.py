"""All tables of records, in the order of the pages and of their tabs. A new table is one row in the list of
its step.
"""

from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_tables import BUDGET_NEW_NAMES, BUDGET_TABLES
from virtualcio.actions.business_case.case_tables import CASE_NEW_NAMES, CASE_TABLES
from virtualcio.actions.columns import Table
from virtualcio.actions.depreciation.depreciation_tables import DEPRECIATION_TABLES
from virtualcio.actions.goals.goal_tables import GOAL_NEW_NAMES, GOAL_TABLES
from virtualcio.actions.inventory.inventory_tables import INVENTORY_NEW_NAMES, INVENTORY_TABLES
from virtualcio.actions.own_names import own_name
from virtualcio.actions.priorities.priority_tables import PRIORITY_NEW_NAMES, PRIORITY_TABLES
from virtualcio.actions.review.review_tables import REVIEW_NEW_NAMES, REVIEW_TABLES
from virtualcio.actions.roadmap.roadmap_tables import ROADMAP_NEW_NAMES, ROADMAP_TABLES
from virtualcio.actions.teams.team_tables import TEAM_NEW_NAMES, TEAM_TABLES
from virtualcio.model import ProductSupport, Record, ServiceLife, TaxYear
from virtualcio.texts import translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

TABLES: tuple[Table, ...] = (
    *INVENTORY_TABLES,
    *GOAL_TABLES,
    *PRIORITY_TABLES,
    *ROADMAP_TABLES,
    *TEAM_TABLES,
    *BUDGET_TABLES,
    *DEPRECIATION_TABLES,
    *CASE_TABLES,
    *REVIEW_TABLES,
)

_SETTINGS = (ProductSupport, ServiceLife, TaxYear)  # edited in the settings, not in a tab of the inventory
INVENTORY_KEYS = tuple(table.key for table in INVENTORY_TABLES if table.kind not in _SETTINGS)

# What a new row is called until the user names it; each table needs its own, for the German gender.
NEW_NAMES: dict[str, str] = {
    **INVENTORY_NEW_NAMES,
    **GOAL_NEW_NAMES,
    **PRIORITY_NEW_NAMES,
    **ROADMAP_NEW_NAMES,
    **TEAM_NEW_NAMES,
    **BUDGET_NEW_NAMES,
    **CASE_NEW_NAMES,
    **REVIEW_NEW_NAMES,
}

# The tables that have a tab of their own, in which a record can be looked up.
TAB_KEYS = tuple(
    table.key
    for table in TABLES
    if table.kind not in _SETTINGS and not table.parent_table and table.key != "canvas"
)

_BY_KEY = {table.key: table for table in TABLES}
_BY_KIND = {table.kind: table for table in TABLES}


def table(key: str) -> Table:
    """KeyError if there is none."""
    return _BY_KEY[key]


def table_of(kind: type[Record]) -> Table:
    """The table that shows records of this kind; KeyError for links and the company itself."""
    return _BY_KIND[kind]


def children_of(parent: Table) -> tuple[Table, ...]:
    """The tables whose rows belong to one record of `parent` and are edited in its details."""
    return tuple(table for table in TABLES if table.parent_table == parent.key)


def place_of(company: "OpenCompany", kind: type[Record], key: str) -> tuple[str, str, str]:
    """Page, tab and key of the record where a record is shown: a child row with its parent."""
    shown = table_of(kind)
    record = company.data.get(kind, key)
    if shown.parent_table and record is not None:
        parent, key = table(shown.parent_table), str(getattr(record, shown.parent_field))
        return (shown.page, shown.tab, key) if shown.tab else (parent.page, parent.key, key)
    return shown.page, shown.key, key


def name_in(table: Table, record: Record) -> str:
    """What a record is called in sentences and lists. A child row that is named by what it leads to has no
    name of its own: see `label_of`.
    """
    special = own_name(record)
    if special:
        return special
    value = getattr(record, table.name_field)
    if isinstance(value, date):
        return formats.day(value)
    column = table.name_column
    if isinstance(value, StrEnum) and column.choice_titles:
        return translate(column.choice_titles[value])
    return "" if column.target is not None else str(value)


def label_of(company: "OpenCompany", record: Record) -> str:
    """What a record is called where others stand beside it: '22.11.2026 (Angebotsdurchlaufzeit)' for a child
    row, the name for all others; of an outcome review that of its initiative.
    """
    shown = table_of(type(record))
    if not shown.parent_table:
        return child_name(company, record)
    parent = table(shown.parent_table)
    owner = company.data.get(parent.kind, getattr(record, shown.parent_field))
    own, owned = child_name(company, record), name_in(parent, owner) if owner is not None else ""
    return f"{own} ({owned})" if own and owned else own or owned


def child_name(company: "OpenCompany", record: Record) -> str:
    """What a row is called by itself: its name, its day, its month, or what it leads to."""
    return called_in(company, table_of(type(record)), record)


def called_in(company: "OpenCompany", shown: Table, record: Record) -> str:
    """What a row of this table is called by itself; the company's own row stands in a table apart."""
    column = shown.name_column
    key = getattr(record, shown.name_field)
    if column.target is None or key is None:
        return name_in(shown, record)
    target = company.data.get(column.target, key)
    return name_in(table_of(column.target), target) if target is not None else ""
