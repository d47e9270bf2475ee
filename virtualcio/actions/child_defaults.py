"""What a new row starts with that needs more than a name, so that it can be added and typed over."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from virtualcio.actions.business_case.case_entry import complete_input
from virtualcio.actions.columns import Table
from virtualcio.actions.depreciation.disposal_entry import DEPRECIATION_DEFAULTS
from virtualcio.actions.steering_defaults import STEERING_DEFAULTS
from virtualcio.actions.tables import table, table_of
from virtualcio.actions.teams.team_defaults import TEAM_DEFAULTS
from virtualcio.analysis.goals.goal_weights import is_open
from virtualcio.analysis.priorities.prerequisites import would_close_circle
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    CanvasNote,
    CaseInput,
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeRisk,
    Kpi,
    KpiMilestone,
    MaturityRating,
    Measurement,
    PoolException,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.goals import CanvasField, MaturityDimension
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Values = dict[str, Any]  # by column key


def complete_child(company: "OpenCompany", shown: Table, values: Values) -> None:
    """Fill in the parent (the first one, if none is given) and what else the row cannot be without.

    RefusedValue if there is no parent, or nothing left that the row could lead to.
    """
    if shown.parent_table:
        _complete_parent(company, shown, values)
    _COMPLETE[shown.kind](company, values)


def _complete_parent(company: "OpenCompany", shown: Table, values: Values) -> None:
    parent = table(shown.parent_table)
    key = shown.parent_column.key
    if values.get(key):
        return
    records = company.data.all(parent.kind)
    if not records:
        raise RefusedValue(mark("Add this first: {what}."), what=Message(parent.singular))
    values[key] = records[0].id


def _measurement(company: "OpenCompany", values: Values) -> None:
    """Today, with the last value to be typed over; a second value of a day counts before the first."""
    rows = company.data.where(Measurement, "kpi_id", values["kpi"])
    values.setdefault("day", company.today)
    if values.get("value") is None:
        last = max(rows, key=lambda row: (row.day, row.entry), default=None)
        kpi = company.data.find(Kpi, values["kpi"])
        values["value"] = last.value if last is not None else kpi.baseline or 0
    if "entry" not in values:
        values["entry"] = max((row.entry + 1 for row in rows if row.day == values["day"]), default=0)


def _milestone(company: "OpenCompany", values: Values) -> None:
    kpi = company.data.find(Kpi, values["kpi"])
    values.setdefault("day", kpi.target_on or company.today)
    if values.get("value") is None:
        values["value"] = kpi.target or kpi.baseline or 0


def _maturity(company: "OpenCompany", values: Values) -> None:
    rated = {
        row.dimension for row in company.data.where(MaturityRating, "department_id", values["department"])
    }
    free = [dimension for dimension in MaturityDimension if dimension not in rated]
    if not values.get("dimension"):
        if not free:
            raise RefusedValue(mark("All dimensions are rated already. Change one of these rows."))
        values["dimension"] = free[0]
    values.setdefault("rated_on", company.today)


def _canvas_note(company: "OpenCompany", values: Values) -> None:
    values.setdefault("field", CanvasField.VALUE)
    if "position" not in values:
        notes = company.data.where(CanvasNote, "field", values["field"])
        values["position"] = max((note.position + 1 for note in notes), default=0)


def _contribution(company: "OpenCompany", values: Values) -> None:
    taken = {row.goal_id for row in company.data.where(InitiativeGoal, "initiative_id", values["initiative"])}
    if not values.get("goal"):
        goals = [goal for goal in company.data.all(Goal) if is_open(goal, company.today)]
        values["goal"] = _first_free(goals, taken, mark("It contributes to every goal already."), Goal)


def _effort(company: "OpenCompany", values: Values) -> None:
    """The first team without effort; none is fine too: it is named later."""
    taken = {
        row.pool_id for row in company.data.where(InitiativeEffort, "initiative_id", values["initiative"])
    }
    if "pool" not in values:
        free = [pool.id for pool in company.data.all(ResourcePool) if pool.id not in taken]
        values["pool"] = free[0] if free else None


def _risk_share(company: "OpenCompany", values: Values) -> None:
    taken = {row.risk_id for row in company.data.where(InitiativeRisk, "initiative_id", values["initiative"])}
    if not values.get("risk"):
        risks = company.data.all(Risk)
        values["risk"] = _first_free(risks, taken, mark("It lowers every risk already."), Risk)


def _dependency(company: "OpenCompany", values: Values) -> None:
    own = values["initiative"]
    if values.get("prerequisite"):
        return
    taken = {row.prerequisite_id for row in company.data.where(InitiativeDependency, "initiative_id", own)}
    others = [one for one in company.data.all(Initiative) if one.id not in {own, *taken}]
    for one in others:
        if not would_close_circle(company.data, own, one.id):
            values["prerequisite"] = one.id
            return
    raise RefusedValue(mark("There is no other initiative that could come before it."))


def _pool_exception(company: "OpenCompany", values: Values) -> None:
    values.setdefault("first_month", company.today.replace(day=1))
    values.setdefault("last_month", values["first_month"])


def _first_free(records: Sequence[Record], taken: set[str], sentence: str, kind: type[Record]) -> str:
    free = [record.id for record in records if record.id not in taken]
    if free:
        return free[0]
    if not records:
        raise RefusedValue(mark("Add this first: {what}."), what=Message(table_of(kind).singular))
    raise RefusedValue(sentence)


_COMPLETE: "dict[type[Record], Callable[[OpenCompany, Values], None]]" = {
    Measurement: _measurement,
    KpiMilestone: _milestone,
    MaturityRating: _maturity,
    CanvasNote: _canvas_note,
    InitiativeGoal: _contribution,
    InitiativeEffort: _effort,
    InitiativeRisk: _risk_share,
    InitiativeDependency: _dependency,
    PoolException: _pool_exception,
    CaseInput: complete_input,
    **STEERING_DEFAULTS,
    **TEAM_DEFAULTS,
    **DEPRECIATION_DEFAULTS,
}


def has_defaults(kind: type[Record]) -> bool:
    """Whether rows of this kind start with more than a name."""
    return kind in _COMPLETE
