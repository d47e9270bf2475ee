"""`show FILE goals|kpis|capabilities`: the tables of goals; as JSON with everything their status rests on."""

from typing import TYPE_CHECKING

from virtualcio.actions.tables import table
from virtualcio.analysis.goals.forecast import Forecast
from virtualcio.analysis.goals.goal_state import GoalState
from virtualcio.analysis.goals.kpi_progress import KpiState
from virtualcio.analysis.goals.kpi_series import by_quarter
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json
from virtualcio.cli.shown_table import json_row, print_records
from virtualcio.model import Capability, Goal, Kpi

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_goals(company: "OpenCompany", as_json: bool) -> int:
    """Goals with their KPIs and what they need; `weights_total` are the weights as typed, added up."""
    if not as_json:
        print_records(company, "goals")
        return FINE
    columns, states = table("goals").columns, company.results.goal_states
    rows = [
        {**json_row(company, columns, goal), **_json_goal(company, states[goal.id])}
        for goal in company.data.all(Goal)
    ]
    print_json({"weights_total": company.results.weights_total, "goals": rows})
    return FINE


def _json_goal(company: "OpenCompany", state: GoalState) -> dict[str, object]:
    return {
        "weight_share": state.weight,
        "worst": state.worst,
        "kpis": [
            {
                "id": one.kpi_id,
                "name": company.data.find(Kpi, one.kpi_id).name,
                "status": one.status,
                "progress": one.progress,
                "expected": one.expected,
            }
            for one in state.kpis
        ],
        "needs": [
            {
                "id": one.capability_id,
                "name": company.data.find(Capability, one.capability_id).name,
                "rating": one.rating,
                "reasons": one.reasons,
            }
            for one in state.capabilities
        ],
        "money_unknown": state.money_unknown,
        "until": state.until,
    }


def show_kpis(company: "OpenCompany", as_json: bool) -> int:
    """KPIs; as JSON with their values, the quarters these come to, progress and forecast."""
    if not as_json:
        print_records(company, "kpis")
        return FINE
    columns = table("kpis").columns
    print_json(
        [{**json_row(company, columns, kpi), **_json_kpi(company, kpi)} for kpi in company.data.all(Kpi)]
    )
    return FINE


def _json_kpi(company: "OpenCompany", kpi: Kpi) -> dict[str, object]:
    points = company.results.kpi_series(kpi)
    return {
        **_json_state(company.results.kpi_state(kpi)),
        "values": [{"day": one.day, "value": one.value, "weight": one.weight} for one in points],
        "quarters": [
            {"quarter_end": one.day, "value": one.value, "count": one.count}
            for one in by_quarter(points, kpi.aggregation)
        ],
    }


def _json_state(state: KpiState) -> dict[str, object]:
    return {
        "state": state.status,
        "measured_on": state.measured_on,
        "progress": state.progress,
        "expected": state.expected,
        "stale": state.stale,
        "missing": state.missing,
        "target_before_baseline": state.target_before_baseline,
        "future_measurements": state.future_measurements,
        "days_with_two_values": state.days_with_two_values,
        "forecast": None if state.forecast is None else _json_forecast(state.forecast),
        "trend": state.trend,
    }


def _json_forecast(found: Forecast) -> dict[str, object]:
    return {"day": found.day, "value": found.value, "low": found.low, "high": found.high}


def show_capabilities(company: "OpenCompany", as_json: bool) -> int:
    """What goals need; `rating` is what was typed, `effective` what is known allows."""
    if not as_json:
        print_records(company, "capabilities")
        return FINE
    columns, states = table("capabilities").columns, company.results.capability_states
    print_json(
        [
            {
                **json_row(company, columns, one),
                "effective": states[one.id].rating,
                "reasons": states[one.id].reasons,
            }
            for one in company.data.all(Capability)
        ]
    )
    return FINE
