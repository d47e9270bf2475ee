"""The tables of goals: goals, KPIs with values and interim targets, capabilities, maturity, canvas."""

from virtualcio.actions.columns import Table
from virtualcio.actions.goals import (
    capability_columns,
    goal_chips,
    goal_columns,
    goal_sentences,
    kpi_columns,
    kpi_sentences,
)
from virtualcio.model import (
    CanvasNote,
    Capability,
    Goal,
    Kpi,
    KpiMilestone,
    MaturityRating,
    Measurement,
)
from virtualcio.texts import mark

GOAL_TABLES: tuple[Table, ...] = (
    Table(
        "goals", Goal, mark("Goal"), mark("Goals"), goal_columns.COLUMNS, goal_chips.GOALS,
        first=goal_columns.FIRST, summary=goal_chips.goals_summary, sentence=goal_sentences.goal_sentence,
        importable=True, page="goals",
        empty_text=mark("What your company wants to achieve in the next years belongs here, three to five "
                        "goals at best."),
        empty_example=mark("Answer inquiries twice as fast · weight 40% · by 30 Jun 2027"),
    ),
    Table(
        "kpis", Kpi, mark("KPI"), mark("KPIs"), kpi_columns.COLUMNS, goal_chips.KPIS,
        first=kpi_columns.FIRST, summary=goal_chips.kpis_summary, sentence=kpi_sentences.kpi_sentence,
        importable=True, page="goals",
        empty_text=mark("The figures by which you see whether a goal comes closer belong here."),
        empty_example=mark("Lead time of offers · from 9.2 to 4.0 days by 30 Jun 2027"),
    ),
    Table(
        "capabilities", Capability, mark("Capability"), mark("Capabilities"),
        capability_columns.CAPABILITY_COLUMNS, goal_chips.CAPABILITIES, first=capability_columns.FIRST,
        summary=goal_chips.capabilities_summary, sentence=goal_sentences.capability_sentence, page="goals",
        empty_text=mark("What a goal needs belongs here: a system, data, a connection, people who can do "
                        "it."),
        empty_example=mark("Configure offers online · missing · needed for “Answer inquiries faster”"),
    ),
    Table(
        "measurements", Measurement, mark("Measured value"), mark("Measured values"),
        kpi_columns.MEASUREMENT_COLUMNS, name_field="day", page="goals", parent_table="kpis",
        parent_field="kpi_id", copied=False, newest_first=True, typed_first="value",
        shows=kpi_columns.measurement_columns,
    ),
    Table(
        "milestones", KpiMilestone, mark("Interim target"), mark("Interim targets"),
        kpi_columns.MILESTONE_COLUMNS, name_field="day", page="goals", parent_table="kpis",
        parent_field="kpi_id",
    ),
    Table(
        "maturity", MaturityRating, mark("Maturity rating"), mark("Maturity ratings"),
        capability_columns.MATURITY_COLUMNS, name_field="dimension", page="goals",
        parent_table="departments", parent_field="department_id", in_details=False, copied=False,
    ),
    Table(
        "canvas", CanvasNote, mark("Note on the canvas"), mark("Notes on the canvas"),
        capability_columns.CANVAS_COLUMNS, name_field="text", page="goals",
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
GOAL_NEW_NAMES: dict[str, str] = {
    "goals": mark("New goal"),
    "kpis": mark("New KPI"),
    "capabilities": mark("New capability"),
    "canvas": mark("New note"),
}
