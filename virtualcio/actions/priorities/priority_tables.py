"""The tables of priorities: demands, initiatives with what belongs to them, risks, obligations."""

from virtualcio.actions.columns import Table
from virtualcio.actions.priorities import (
    demand_columns,
    duty_columns,
    initiative_columns,
    initiative_part_columns,
    priority_chips,
    priority_sentences,
)
from virtualcio.model import (
    Demand,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeRisk,
    Obligation,
    Risk,
)
from virtualcio.texts import mark

PRIORITY_TABLES: tuple[Table, ...] = (
    Table(
        "demands", Demand, mark("Demand"), mark("Demands"), demand_columns.COLUMNS, priority_chips.DEMANDS,
        first=demand_columns.FIRST, summary=priority_chips.demands_summary,
        sentence=priority_sentences.demand_sentence, page="priorities",
        empty_text=mark("What departments wish from IT belongs here, so that no wish gets lost and each one "
                        "is answered."),
        empty_example=mark("Sales: see stock while on the road · serves “Answer inquiries faster”"),
    ),
    Table(
        "initiatives", Initiative, mark("Initiative"), mark("Initiatives"), initiative_columns.COLUMNS,
        priority_chips.INITIATIVES, first=initiative_columns.FIRST,
        summary=priority_chips.initiatives_summary, sentence=priority_sentences.initiative_sentence,
        importable=True, page="priorities",
        empty_text=mark("What you plan to change belongs here: projects and replacements."),
        empty_example=mark("ERP into the cloud · €46,000 once · 25 person-days · 6 months"),
    ),
    Table(
        "risks", Risk, mark("Risk"), mark("Risks"), duty_columns.RISK_COLUMNS, priority_chips.RISKS,
        first=duty_columns.RISK_FIRST, summary=priority_chips.risks_summary,
        sentence=priority_sentences.risk_sentence, page="priorities",
        empty_text=mark("What can happen to your company through IT belongs here, and what it would cost."),
        empty_example=mark("ERP server fails for days · likelihood 4 · damage 5"),
    ),
    Table(
        "obligations", Obligation, mark("Obligation"), mark("Obligations"),
        duty_columns.OBLIGATION_COLUMNS, priority_chips.OBLIGATIONS, first=duty_columns.OBLIGATION_FIRST,
        sentence=priority_sentences.obligation_sentence, page="priorities",
        empty_text=mark("What laws and contracts demand of your IT belongs here, with the evidence."),
        empty_example=mark("Send e-invoices · from 1 Jan 2027"),
    ),
    Table(
        "contributions", InitiativeGoal, mark("Contribution to a goal"), mark("Contributions to goals"),
        initiative_part_columns.CONTRIBUTION_COLUMNS, name_field="goal_id", page="priorities",
        parent_table="initiatives", parent_field="initiative_id",
    ),
    Table(
        "efforts", InitiativeEffort, mark("Effort"), mark("Efforts"), initiative_part_columns.EFFORT_COLUMNS,
        name_field="pool_id", page="priorities", parent_table="initiatives", parent_field="initiative_id",
    ),
    Table(
        "risk_shares", InitiativeRisk, mark("Risk it lowers"), mark("Risks it lowers"),
        initiative_part_columns.RISK_SHARE_COLUMNS, name_field="risk_id", page="priorities",
        parent_table="initiatives", parent_field="initiative_id",
    ),
    Table(
        "dependencies", InitiativeDependency, mark("What it needs first"), mark("What it needs first"),
        initiative_part_columns.DEPENDENCY_COLUMNS, name_field="prerequisite_id", page="priorities",
        parent_table="initiatives", parent_field="initiative_id",
    ),
)  # fmt: skip

# As in tables.py: what a new row is called until the user names it.
PRIORITY_NEW_NAMES: dict[str, str] = {
    "demands": mark("New demand"),
    "initiatives": mark("New initiative"),
    "risks": mark("New risk"),
    "obligations": mark("New obligation"),
}
