"""Budget and review: lines, actual costs, meetings, decisions, outcomes, use; incidents and first talk.

Frozen: this is what number 3 adds for ever, whatever the models become. Changes go into later files.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = depends_on = None

NAMES = {
    "ix": "ix_%(table_name)s_%(column_0_name)s",
    "uq": "uq_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "pk": "pk_%(table_name)s",
}
TABLES = sa.MetaData(naming_convention=NAMES)
NUMBER = sa.BigInteger()  # cents, hundredths or millionths
CHOICE = sa.String(40)
NEW: list[sa.Table] = []

# Earlier tables that the new ones refer to.
for known in (
    "application",
    "asset",
    "contract",
    "department",
    "goal",
    "initiative",
    "kpi",
    "obligation",
    "person",
    "process",
    "risk",
    "supplier",
):
    sa.Table(known, TABLES, sa.Column("id", sa.String(32), primary_key=True))


def record_table(name: str, *columns: sa.Column[Any]) -> None:
    key = sa.Column("id", sa.String(32), primary_key=True)
    NEW.append(sa.Table(name, TABLES, key, *needed(sa.Integer(), "version"), *columns))


def needed(kind: sa.types.TypeEngine[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind, nullable=False) for name in names]


def optional(kind: sa.types.TypeEngine[Any], *names: str) -> list[sa.Column[Any]]:
    return [sa.Column(name, kind) for name in names]


def reference(name: str, table: str, *, required: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(32), key, index=True, nullable=not required)


def link_table(name: str, **tables: str) -> None:
    record_table(name, *(reference(field, table, required=True) for field, table in tables.items()))


record_table(
    "account",
    *needed(sa.String(), "number", "name"),
    *optional(CHOICE, "category"),
    *needed(CHOICE, "kind"),
    *needed(sa.Boolean(), "counts"),
    *needed(sa.Text(), "note"),
)
record_table(
    "actual_cost",
    *needed(sa.Date(), "first_on", "last_on"),
    reference("account_id", "account", required=True),
    *needed(NUMBER, "amount"),
    *needed(sa.String(), "source"),
    *needed(sa.Text(), "note"),
)
record_table(
    "budget_line",
    *needed(sa.String(), "name", "cost_centre", "account", "cancelled_reason"),
    *needed(CHOICE, "category", "kind", "amount_origin", "period"),
    *optional(NUMBER, "amount", "price_increase_percent"),
    *optional(sa.Date(), "first_on", "last_on", "cancelled_on"),
    *optional(sa.Integer(), "useful_life_years"),
    reference("owner_id", "person"),
    reference("supplier_id", "supplier"),
    *optional(CHOICE, "purpose"),
    reference("goal_id", "goal"),
    reference("obligation_id", "obligation"),
    reference("process_id", "process"),
    reference("application_id", "application"),
    reference("asset_id", "asset"),
    reference("contract_id", "contract"),
    reference("initiative_id", "initiative"),
    *needed(sa.Text(), "note"),
)
record_table(
    "confirmed_assignment",
    *needed(sa.String(), "subject"),
    *needed(sa.Date(), "confirmed_on"),
    reference("review_id", "review"),
)
link_table("contract_process", contract_id="contract", process_id="process")
record_table(
    "incident",
    *needed(sa.String(), "name"),
    *optional(sa.Date(), "started_on", "noticed_on", "ended_on", "reported_on", "closed_report_on"),
    *optional(NUMBER, "outage_hours", "cost"),
    *needed(sa.Text(), "cause", "learned", "note"),
    reference("asset_id", "asset"),
    reference("application_id", "application"),
    reference("process_id", "process"),
    reference("risk_id", "risk"),
    *needed(sa.Boolean(), "personal_data", "nis2"),
)
record_table(
    "security_answer",
    *needed(sa.Integer(), "question"),
    *needed(sa.Date(), "answered_on"),
    *needed(CHOICE, "reply"),
    reference("initiative_id", "initiative"),
    *needed(sa.Text(), "note"),
)
record_table(
    "talk_answer",
    *needed(sa.String(), "question"),
    *needed(sa.Text(), "answer", "made", "note"),
    *needed(sa.Date(), "answered_on"),
)
record_table(
    "review",
    *needed(sa.String(), "name"),
    *needed(sa.Date(), "quarter_start"),
    *optional(sa.Date(), "planned_on", "held_on", "closed_on"),
    *needed(CHOICE, "station"),
    *needed(sa.Text(), "open_questions", "summary"),
)
link_table("review_person", review_id="review", person_id="person")
record_table(
    "review_note",
    reference("review_id", "review", required=True),
    *needed(CHOICE, "station"),
    *needed(sa.Text(), "text"),
)
record_table(
    "review_snapshot",
    *needed(CHOICE, "subject"),
    *needed(sa.String(), "subject_key", "name", "state"),
    reference("review_id", "review", required=True),
    *optional(NUMBER, "amount", "second"),
    *optional(sa.Date(), "first_on", "last_on"),
)
record_table(
    "council_meeting",
    *needed(sa.Date(), "held_on"),
    *needed(sa.String(), "topic"),
    *needed(sa.Text(), "agenda", "minutes"),
)
link_table("council_person", meeting_id="council_meeting", person_id="person")
record_table(
    "decision",
    *needed(sa.String(), "name", "proposed_by"),
    *needed(CHOICE, "state"),
    *optional(sa.Date(), "decided_on", "due_on", "done_on"),
    *needed(sa.Text(), "reason", "note"),
    reference("owner_id", "person"),
    *optional(NUMBER, "amount"),
    reference("review_id", "review"),
    reference("meeting_id", "council_meeting"),
    reference("initiative_id", "initiative"),
    reference("contract_id", "contract"),
)
record_table(
    "task",
    *needed(sa.String(), "name"),
    reference("owner_id", "person"),
    *optional(sa.Date(), "due_on", "done_on"),
    reference("decision_id", "decision"),
    reference("review_id", "review"),
    reference("meeting_id", "council_meeting"),
    reference("initiative_id", "initiative"),
    *needed(sa.Text(), "note"),
)
record_table(
    "outcome_review",
    reference("initiative_id", "initiative", required=True),
    *optional(sa.Date(), "held_on", "planned_end", "actual_end"),
    *optional(NUMBER, "planned_cost", "actual_cost"),
    *optional(sa.Integer(), "planned_users", "actual_users"),
    *needed(sa.Text(), "learned", "next_step"),
)
record_table(
    "outcome_kpi",
    reference("outcome_id", "outcome_review", required=True),
    reference("kpi_id", "kpi", required=True),
    *optional(NUMBER, "promised", "arrived"),
)
record_table(
    "adoption_count",
    *needed(sa.Date(), "counted_on"),
    reference("initiative_id", "initiative", required=True),
    reference("department_id", "department"),
    *needed(sa.Integer(), "people", "knowing", "wanting", "able", "users", "keeping"),
    *needed(sa.Text(), "note"),
)
record_table(
    "trend",
    *needed(sa.String(), "name"),
    *needed(CHOICE, "stance"),
    *needed(sa.Text(), "why"),
    *optional(sa.Date(), "looked_at_on"),
    reference("owner_id", "person"),
    reference("goal_id", "goal"),
)
record_table(
    "visit",
    *needed(sa.Date(), "held_on"),
    *needed(NUMBER, "days"),
    *needed(sa.String(), "topic"),
    *needed(sa.Text(), "note"),
)

# New columns of earlier tables: nothing known, so rows that are there stay as they are.
OPTIONAL: dict[str, list[sa.Column[Any]]] = {
    "company": [
        *optional(CHOICE, "cio_model"),
        *optional(NUMBER, "cio_days_per_month", "cio_day_rate"),
        *optional(sa.Date(), "restore_tested_on", "emergency_plan_on"),
    ],
    "contract": optional(CHOICE, "category", "purpose"),
    "initiative": optional(sa.Integer(), "promised_users"),
}
# A reference in an earlier table, and the table it leads to.
LEADS = {
    "department": {"liaison_id": "person"},
    "contract": {"goal_id": "goal", "obligation_id": "obligation"},
}
# New columns that are never empty, and what stands in the rows that are there.
FILLED: dict[str, list[tuple[str, sa.types.TypeEngine[Any], Any]]] = {
    "company": [("direction", sa.Text(), "")],
    "application": [("custom_code", sa.Boolean(), sa.false())],
    "contract": [("cost_centre", sa.String(), ""), ("account", sa.String(), "")],
    "initiative": [("category", CHOICE, "projects"), ("one_off_kind", CHOICE, "capex")],
}


def upgrade() -> None:
    TABLES.create_all(op.get_bind(), tables=NEW)
    for name in sorted({*OPTIONAL, *LEADS, *FILLED}):
        with op.batch_alter_table(name, naming_convention=NAMES) as table:
            for column in OPTIONAL.get(name, []):
                table.add_column(column)
            for field, target in LEADS.get(name, {}).items():
                table.add_column(sa.Column(field, sa.String(32)))
                table.create_foreign_key(
                    f"fk_{name}_{field}", target, [field], ["id"], deferrable=True, initially="DEFERRED"
                )
                table.create_index(f"ix_{name}_{field}", [field])
            for field, kind, value in FILLED.get(name, []):
                table.add_column(sa.Column(field, kind, nullable=False, server_default=value))
        with op.batch_alter_table(name) as table:
            for field, _kind, _value in FILLED.get(name, []):
                table.alter_column(field, server_default=None)


def downgrade() -> None:
    """There is no way back: before an upgrade a copy of the file is made."""
    raise NotImplementedError
