"""Goals, priorities and roadmap: KPIs and their values, duties, risks, initiatives, pools of people.

Frozen: this is what number 2 adds for ever, whatever the models become. Changes go into later files.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = depends_on = None

TABLES = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
NUMBER = sa.BigInteger()  # cents, hundredths or millionths
CHOICE = sa.String(40)
NEW: list[sa.Table] = []

# Tables of the first schema that the new ones refer to.
for known in (
    "application",
    "asset",
    "department",
    "interface",
    "person",
    "process",
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
    "goal",
    *needed(sa.String(), "name"),
    *needed(sa.Text(), "description", "note"),
    *needed(NUMBER, "weight"),
    *optional(sa.Date(), "target_on", "closed_on"),
    *needed(sa.Boolean(), "growth"),
    reference("owner_id", "person"),
)
link_table("goal_department", goal_id="goal", department_id="department")
link_table("goal_process", goal_id="goal", process_id="process")
record_table(
    "kpi",
    *needed(sa.String(), "name", "unit", "catalogue_key"),
    reference("goal_id", "goal"),
    *needed(CHOICE, "level", "source", "target_kind", "better", "cadence", "aggregation"),
    *optional(NUMBER, "baseline", "target", "band_from", "band_to"),
    *optional(sa.Date(), "baseline_on", "target_on", "effect_from"),
    reference("owner_id", "person"),
    *needed(sa.Text(), "formula", "note"),
)
record_table(
    "kpi_milestone",
    reference("kpi_id", "kpi", required=True),
    *needed(sa.Date(), "day"),
    *needed(NUMBER, "value"),
)
record_table(
    "measurement",
    reference("kpi_id", "kpi", required=True),
    *needed(sa.Date(), "day"),
    *needed(NUMBER, "value"),
    *needed(sa.Integer(), "entry"),
    *optional(NUMBER, "weight"),
    *optional(sa.Integer(), "promoters", "passives", "detractors"),
    *needed(sa.String(), "note"),
)
record_table(
    "capability",
    *needed(sa.String(), "name"),
    *needed(CHOICE, "kind", "rating"),
    reference("application_id", "application"),
    reference("data_domain_id", "data_domain"),
    reference("interface_id", "interface"),
    reference("owner_id", "person"),
    *needed(sa.Text(), "note"),
)
link_table("goal_capability", goal_id="goal", capability_id="capability")
record_table(
    "maturity_rating",
    reference("department_id", "department", required=True),
    *needed(CHOICE, "dimension"),
    *optional(sa.Integer(), "today", "wanted"),
    *optional(sa.Date(), "rated_on"),
    *needed(sa.Text(), "note"),
)
record_table(
    "canvas_note",
    *needed(CHOICE, "field"),
    *needed(sa.String(), "text"),
    *needed(sa.Integer(), "position"),
)
link_table("canvas_note_goal", note_id="canvas_note", goal_id="goal")
link_table("canvas_note_process", note_id="canvas_note", process_id="process")
link_table("canvas_note_application", note_id="canvas_note", application_id="application")
record_table(
    "obligation",
    *needed(sa.String(), "name", "legal_basis", "template_key"),
    *needed(CHOICE, "applies"),
    *needed(sa.Text(), "why", "evidence", "note"),
    *optional(sa.Date(), "due_on", "evidence_on"),
    reference("owner_id", "person"),
)
record_table(
    "risk",
    *needed(sa.String(), "name"),
    *needed(sa.Integer(), "likelihood", "impact"),
    *optional(sa.Integer(), "likelihood_after", "impact_after"),
    *optional(NUMBER, "loss_low", "loss_high", "yearly_loss"),
    *needed(sa.Text(), "measure", "note"),
    reference("owner_id", "person"),
)
link_table("risk_process", risk_id="risk", process_id="process")
link_table("risk_asset", risk_id="risk", asset_id="asset")
link_table("risk_application", risk_id="risk", application_id="application")
record_table(
    "data_domain",
    *needed(sa.String(), "name"),
    *optional(sa.Integer(), "quality"),
    *optional(sa.Date(), "rated_on"),
    reference("application_id", "application"),
    reference("owner_id", "person"),
    *needed(sa.Boolean(), "personal_data"),
    *needed(sa.Text(), "note"),
)
record_table(
    "demand",
    *needed(sa.String(), "name"),
    reference("department_id", "department"),
    reference("person_id", "person"),
    *optional(sa.Date(), "asked_on", "answered_on"),
    reference("goal_id", "goal"),
    *needed(sa.Text(), "expected_result", "reason", "note"),
    *needed(CHOICE, "state"),
    reference("initiative_id", "initiative"),
)
record_table(
    "initiative",
    *needed(sa.String(), "name", "hard_end_reason"),
    *needed(sa.Text(), "description", "pilot_criterion", "we_do", "customer_change", "we_suppose", "note"),
    *needed(
        CHOICE, "state", "one_off_origin", "running_origin", "change_kind", "delivery_risk", "hypothesis"
    ),
    reference("owner_id", "person"),
    reference("product_owner_id", "person"),
    reference("department_id", "department"),
    reference("supplier_id", "supplier"),
    *optional(NUMBER, "one_off_cost", "running_cost"),
    *needed(
        sa.Boolean(),
        "training_planned",
        "introduction_planned",
        "security_planned",
        "pinned",
        "optional",
        "pilot",
    ),
    *optional(sa.Date(), "start", "earliest_start", "wished_end", "hard_end", "finished_on", "tested_on"),
    *needed(sa.Integer(), "months", "percent_done"),
)
record_table(
    "initiative_goal",
    reference("initiative_id", "initiative", required=True),
    reference("goal_id", "goal", required=True),
    *needed(sa.Integer(), "strength"),
)
link_table("initiative_kpi", initiative_id="initiative", kpi_id="kpi")
record_table(
    "initiative_effort",
    reference("initiative_id", "initiative", required=True),
    reference("pool_id", "resource_pool"),
    *needed(NUMBER, "days"),
)
record_table(
    "initiative_risk",
    reference("initiative_id", "initiative", required=True),
    reference("risk_id", "risk", required=True),
    *needed(sa.Integer(), "share"),
)
record_table(
    "initiative_dependency",
    reference("initiative_id", "initiative", required=True),
    reference("prerequisite_id", "initiative", required=True),
    *needed(sa.Integer(), "lag_months"),
)
link_table("initiative_obligation", initiative_id="initiative", obligation_id="obligation")
link_table("initiative_asset", initiative_id="initiative", asset_id="asset")
link_table("initiative_application", initiative_id="initiative", application_id="application")
link_table("initiative_capability", initiative_id="initiative", capability_id="capability")
link_table("initiative_process", initiative_id="initiative", process_id="process")
record_table(
    "resource_pool",
    *needed(sa.String(), "name"),
    *needed(NUMBER, "days_per_month", "support_days_per_month"),
    *optional(NUMBER, "day_rate"),
    *needed(sa.Boolean(), "external"),
    reference("department_id", "department"),
    reference("supplier_id", "supplier"),
    *needed(sa.Text(), "note"),
)
record_table(
    "pool_exception",
    reference("pool_id", "resource_pool", required=True),
    *needed(sa.Date(), "first_month", "last_month"),
    *needed(NUMBER, "days_per_month"),
    *needed(sa.String(), "reason"),
)


def upgrade() -> None:
    TABLES.create_all(op.get_bind(), tables=NEW)
    with op.batch_alter_table("department") as table:
        table.add_column(sa.Column("way_of_working", CHOICE))


def downgrade() -> None:
    """There is no way back: before an upgrade a copy of the file is made."""
    raise NotImplementedError
