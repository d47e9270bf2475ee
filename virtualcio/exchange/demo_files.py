"""Reads the demo company from `resources/demo/*.csv` into records, with dates relative to a given day.

The files are tables that a spreadsheet opens: one row per thing, `ref` its short name inside these
files, the other columns the fields of the model. A reference stands under the field's name without
`_id`, links under the plural of what is linked; both hold refs. The object of a finding is written
`contract:c_web`. Dates are written as

    2023-10-10       that day
    Y-5/06-09        the 9th of June, five years before the year of the given day
    -4m+6d, -2y      months, days or years from the given day, applied from left to right
    M+2, M-1         the first day of the month that many months from the given day's
    Q-1, Q-8, Q+4    the last day of the last quarter that has ended, of the eighth last, of the fifth next
"""

import csv
import re
import uuid
from calendar import monthrange
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from sqlalchemy import Boolean, Date, Enum, Integer

from virtualcio import places
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    CanvasNote,
    CanvasNoteApplication,
    CanvasNoteGoal,
    CanvasNoteProcess,
    Capability,
    Company,
    Contract,
    ContractApplication,
    ContractAsset,
    DataDomain,
    Demand,
    Department,
    Goal,
    GoalCapability,
    GoalDepartment,
    GoalProcess,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeCapability,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeKpi,
    InitiativeObligation,
    InitiativeProcess,
    InitiativeRisk,
    Interface,
    Kpi,
    KpiMilestone,
    MaturityRating,
    Measurement,
    Obligation,
    Person,
    PoolException,
    Process,
    Record,
    ResourcePool,
    Risk,
    RiskApplication,
    RiskAsset,
    RiskProcess,
    SetAsideFinding,
    Setting,
    Site,
    Supplier,
)
from virtualcio.model.base import Exact

_FILES: tuple[tuple[str, type[Record]], ...] = (
    ("company", Company),
    ("departments", Department),
    ("people", Person),
    ("sites", Site),
    ("suppliers", Supplier),
    ("processes", Process),
    ("applications", Application),
    ("assets", Asset),
    ("contracts", Contract),
    ("interfaces", Interface),
    ("settings", Setting),
    ("goals", Goal),
    ("kpis", Kpi),
    ("measurements", Measurement),
    ("milestones", KpiMilestone),
    ("data_domains", DataDomain),
    ("capabilities", Capability),
    ("maturity", MaturityRating),
    ("canvas", CanvasNote),
    ("obligations", Obligation),
    ("risks", Risk),
    ("pools", ResourcePool),
    ("pool_exceptions", PoolException),
    ("initiatives", Initiative),
    ("contributions", InitiativeGoal),
    ("efforts", InitiativeEffort),
    ("risk_shares", InitiativeRisk),
    ("dependencies", InitiativeDependency),
    ("demands", Demand),
    ("set_aside", SetAsideFinding),
)
# Column with links in a file of a kind: the rows that hold them, own key first.
_LINKS: Mapping[tuple[type[Record], str], tuple[type[Record], str, str]] = {
    (Asset, "applications"): (AssetApplication, "asset_id", "application_id"),
    (Asset, "processes"): (AssetProcess, "asset_id", "process_id"),
    (Application, "processes"): (ApplicationProcess, "application_id", "process_id"),
    (Contract, "assets"): (ContractAsset, "contract_id", "asset_id"),
    (Contract, "applications"): (ContractApplication, "contract_id", "application_id"),
    (Goal, "departments"): (GoalDepartment, "goal_id", "department_id"),
    (Goal, "processes"): (GoalProcess, "goal_id", "process_id"),
    (Capability, "goals"): (GoalCapability, "capability_id", "goal_id"),
    (CanvasNote, "goals"): (CanvasNoteGoal, "note_id", "goal_id"),
    (CanvasNote, "processes"): (CanvasNoteProcess, "note_id", "process_id"),
    (CanvasNote, "applications"): (CanvasNoteApplication, "note_id", "application_id"),
    (Risk, "processes"): (RiskProcess, "risk_id", "process_id"),
    (Risk, "assets"): (RiskAsset, "risk_id", "asset_id"),
    (Risk, "applications"): (RiskApplication, "risk_id", "application_id"),
    (Initiative, "kpis"): (InitiativeKpi, "initiative_id", "kpi_id"),
    (Initiative, "obligations"): (InitiativeObligation, "initiative_id", "obligation_id"),
    (Initiative, "assets"): (InitiativeAsset, "initiative_id", "asset_id"),
    (Initiative, "applications"): (InitiativeApplication, "initiative_id", "application_id"),
    (Initiative, "capabilities"): (InitiativeCapability, "initiative_id", "capability_id"),
    (Initiative, "processes"): (InitiativeProcess, "initiative_id", "process_id"),
}
_DEMO = uuid.UUID("5b0c8f0e-3f0e-4f0b-9a86-6b9d6f1f6a10")
_YEAR_RELATIVE = re.compile(r"Y([+-]\d+)/(\d\d)-(\d\d)")
_MONTH_RELATIVE = re.compile(r"M([+-]\d+)")
_QUARTER_RELATIVE = re.compile(r"Q([+-]\d+)")
_STEP = re.compile(r"([+-]\d+)([dmy])")


def demo_records(today: date) -> list[Record]:
    """Every row of the demo company as it stands on `today`; the same keys each time."""
    records: list[Record] = []
    for name, kind in _FILES:
        with places.resource("demo", f"{name}.csv").open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file, delimiter=";"):
                records.extend(_records_of(kind, row, today))
    return records


def demo_date(text: str, today: date) -> date:
    """The day that `text` means (see above); ValueError for anything else."""
    relative = _YEAR_RELATIVE.fullmatch(text)
    if relative:
        years, month, day = (int(part) for part in relative.groups())
        return date(today.year + years, month, day)
    monthly = _MONTH_RELATIVE.fullmatch(text)
    if monthly:
        return _moved(today.replace(day=1), int(monthly[1]), "m")
    quarter = _QUARTER_RELATIVE.fullmatch(text)
    if quarter:
        begins = date(today.year, (today.month - 1) // 3 * 3 + 1, 1)
        return _moved(begins, 3 * (int(quarter[1]) + 1), "m") - timedelta(days=1)
    if not re.fullmatch(f"({_STEP.pattern})+", text):
        return date.fromisoformat(text)
    moved = today
    for count, unit in _STEP.findall(text):
        moved = _moved(moved, int(count), unit)
    return moved


def _moved(day: date, count: int, unit: str) -> date:
    if unit == "d":
        return day + timedelta(days=count)
    months = day.year * 12 + day.month - 1 + count * (12 if unit == "y" else 1)
    year, month = months // 12, months % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def _key(kind: type[Record], ref: str) -> str:
    return uuid.uuid5(_DEMO, f"{kind.__tablename__}:{ref}").hex


def _key_for(kind: type[Record], field: str, ref: str) -> str:
    """The key that `field` of a `kind` holds to lead to `ref` of the table it refers to."""
    (reference,) = kind.__table__.columns[field].foreign_keys
    return uuid.uuid5(_DEMO, f"{reference.column.table.name}:{ref}").hex


def _records_of(kind: type[Record], row: Mapping[str, str], today: date) -> Iterator[Record]:
    key = _key(kind, row["ref"])
    values: dict[str, Any] = {"id": key}
    links: list[Record] = []
    for title, text in row.items():
        if title == "ref" or not text:
            continue
        link = _LINKS.get((kind, title))
        if link:
            link_kind, own, other = link
            links += [
                link_kind(
                    id=_key(link_kind, f"{row['ref']}:{ref}"),
                    **{own: key, other: _key_for(link_kind, other, ref)},
                )
                for ref in text.split()
            ]
        elif title == "object":
            values["object_id"] = uuid.uuid5(_DEMO, text).hex
        elif f"{title}_id" in kind.__table__.columns:
            values[f"{title}_id"] = _key_for(kind, f"{title}_id", text)
        else:
            values[title] = _value(kind, title, text, today)
    yield kind(**values)
    yield from links


def _value(kind: type[Record], field: str, text: str, today: date) -> Any:
    stored = kind.__table__.columns[field].type
    if isinstance(stored, Enum):
        assert stored.enum_class is not None
        return stored.enum_class(text)
    if isinstance(stored, Date):
        return demo_date(text, today)
    if isinstance(stored, Exact):
        return Decimal(text)
    if isinstance(stored, Boolean):
        return {"yes": True, "no": False}[text]
    return int(text) if isinstance(stored, Integer) else text
