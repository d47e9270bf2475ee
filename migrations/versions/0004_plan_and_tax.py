"""Plan and tax: teams and products, plans of 90 days, work orders, business cases, depreciation.

Frozen: this is what number 4 adds for ever, whatever the models become. Changes go into later files.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
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
    "department",
    "initiative",
    "kpi",
    "person",
    "process",
    "supplier",
    "task",
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
    "ninety_day_plan",
    *needed(sa.String(), "name", "template"),
    *optional(sa.Date(), "starts_on"),
    reference("owner_id", "person"),
    *needed(sa.Text(), "note"),
)
record_table(
    "product",
    *needed(sa.String(), "name"),
    *needed(CHOICE, "kind"),
    *needed(sa.Text(), "promise", "note"),
    reference("owner_id", "person"),
    reference("department_id", "department"),
    *optional(sa.Date(), "since", "ends_on"),
)
link_table("product_initiative", product_id="product", initiative_id="initiative")
link_table("product_application", product_id="product", application_id="application")
link_table("product_process", product_id="product", process_id="process")
record_table(
    "team",
    *needed(sa.String(), "name"),
    *needed(sa.Text(), "aim", "decision_scope", "note"),
    reference("lead_id", "person"),
    reference("initiative_id", "initiative"),
    reference("product_id", "product"),
    *optional(NUMBER, "decision_limit"),
    *optional(sa.Date(), "since", "ended_on"),
)
record_table(
    "team_member",
    reference("team_id", "team", required=True),
    reference("person_id", "person"),
    *needed(CHOICE, "role"),
    *optional(NUMBER, "days_per_month"),
)
record_table(
    "work_order",
    *needed(sa.String(), "name", "number"),
    reference("initiative_id", "initiative"),
    reference("supplier_id", "supplier"),
    reference("owner_id", "person"),
    *needed(sa.Text(), "what", "why", "acceptance", "note"),
    *optional(sa.Date(), "due_on", "ordered_on", "accepted_on"),
    *optional(NUMBER, "amount"),
)
record_table(
    "case_input",
    *needed(sa.String(), "name"),
    reference("initiative_id", "initiative", required=True),
    *needed(CHOICE, "kind", "amount_origin"),
    *needed(sa.Integer(), "first_year", "last_year"),
    *optional(NUMBER, "worst", "expected", "best"),
    *needed(sa.Text(), "basis"),
)
record_table(
    "disposal",
    *needed(sa.Date(), "disposed_on"),
    reference("asset_id", "asset"),
    reference("application_id", "application"),
    *needed(sa.Integer(), "pieces"),
    *optional(NUMBER, "proceeds"),
    *needed(CHOICE, "reason"),
    *needed(sa.Text(), "note"),
)
record_table(
    "tax_year",
    *needed(sa.Integer(), "year"),
    *needed(CHOICE, "low_value"),
    *needed(sa.Text(), "note"),
)


def of_things() -> list[sa.Column[Any]]:
    """What assets and applications get alike."""
    return [
        *optional(sa.Date(), "in_use_on", "taken_over_on"),
        *optional(CHOICE, "tax_method", "commercial_method"),
        *optional(NUMBER, "declining_percent", "tax_book_value", "commercial_book_value"),
        *optional(sa.Integer(), "tax_life_years", "commercial_life_years"),
        *optional(sa.Integer(), "tax_months_left", "commercial_months_left"),
    ]


TEXTS_OF_THINGS = [
    (name, sa.String(), "") for name in ("invoice_number", "life_key", "asset_account", "cost_centre")
]

# New columns of earlier tables: nothing known, so rows that are there stay as they are.
OPTIONAL: dict[str, list[sa.Column[Any]]] = {
    "asset": of_things(),
    "application": of_things(),
    "person": optional(NUMBER, "approval_limit"),
}
# A reference in an earlier table, and the table it leads to.
LEADS = {"task": {"plan_id": "ninety_day_plan", "kpi_id": "kpi"}}
# New columns that are never empty, and what stands in the rows that are there.
FILLED: dict[str, list[tuple[str, sa.types.TypeEngine[Any], Any]]] = {
    "asset": [*TEXTS_OF_THINGS],
    "application": [*TEXTS_OF_THINGS],
    "actual_cost": [("listed_company", sa.String(), "")],
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
