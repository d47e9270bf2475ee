"""The first tables: company, people, inventory and its links, lifecycle rows, decisions, journal.

Frozen: this is the schema of number 1 for ever, whatever the models become. Changes go into later files.
"""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

TABLES = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)
MONEY = sa.BigInteger()  # cents; percentages in hundredths
CHOICE = sa.String(40)


def record_table(name: str, *columns: sa.Column[Any]) -> sa.Table:
    key = sa.Column("id", sa.String(32), primary_key=True)
    return sa.Table(name, TABLES, key, needed("version", sa.Integer()), *columns)


def needed(name: str, kind: sa.types.TypeEngine[Any]) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=False)


def reference(name: str, table: str, *, required: bool = False) -> sa.Column[str]:
    key = sa.ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return sa.Column(name, sa.String(32), key, index=True, nullable=not required)


record_table(
    "company",
    needed("name", sa.String()),
    needed("trade", sa.String()),
    sa.Column("employees", sa.Integer()),
    sa.Column("revenue", MONEY),
    needed("fiscal_year_start", sa.Integer()),
    needed("country", sa.String()),
    needed("currency", sa.String()),
    needed("note", sa.Text()),
)
record_table(
    "setting",
    needed("key", sa.String()),
    needed("value", sa.String()),
)
record_table(
    "department",
    needed("name", sa.String()),
    reference("head_id", "person"),
    needed("note", sa.Text()),
)
record_table(
    "person",
    needed("name", sa.String()),
    needed("role", sa.String()),
    reference("department_id", "department"),
    needed("external", sa.Boolean()),
    needed("email", sa.String()),
    needed("phone", sa.String()),
    needed("note", sa.Text()),
)
record_table(
    "site",
    needed("name", sa.String()),
    needed("address", sa.String()),
    needed("note", sa.Text()),
)
record_table(
    "supplier",
    needed("name", sa.String()),
    needed("customer_number", sa.String()),
    needed("contact", sa.String()),
    needed("email", sa.String()),
    needed("phone", sa.String()),
    needed("note", sa.Text()),
)
record_table(
    "asset",
    needed("name", sa.String()),
    needed("category", CHOICE),
    needed("quantity", sa.Integer()),
    needed("ownership", CHOICE),
    sa.Column("service_life_years", sa.Integer()),
    needed("serial_number", sa.String()),
    needed("inventory_number", sa.String()),
    reference("site_id", "site"),
    reference("supplier_id", "supplier"),
    reference("owner_id", "person"),
    reference("operator_id", "person"),
    reference("deputy_id", "person"),
    needed("note", sa.Text()),
    needed("product", sa.String()),
    sa.Column("purchase_date", sa.Date()),
    sa.Column("cost", MONEY),
    needed("cost_origin", CHOICE),
    sa.Column("support_end", sa.Date()),
    sa.Column("extended_support_end", sa.Date()),
    sa.Column("remedy", CHOICE),
    sa.Column("remedy_cost", MONEY),
    sa.Column("remedy_cost_on", sa.Date()),
    needed("remedy_cost_origin", CHOICE),
    sa.Column("accepted_until", sa.Date()),
    needed("accepted_reason", sa.String()),
    sa.Column("retired_on", sa.Date()),
)
record_table(
    "application",
    needed("name", sa.String()),
    needed("purpose", sa.String()),
    needed("hosting", CHOICE),
    sa.Column("users", sa.Integer()),
    needed("approved", sa.Boolean()),
    needed("personal_data", sa.Boolean()),
    sa.Column("access_reviewed_on", sa.Date()),
    reference("supplier_id", "supplier"),
    reference("department_id", "department"),
    reference("owner_id", "person"),
    reference("operator_id", "person"),
    reference("deputy_id", "person"),
    needed("note", sa.Text()),
    needed("product", sa.String()),
    sa.Column("purchase_date", sa.Date()),
    sa.Column("cost", MONEY),
    needed("cost_origin", CHOICE),
    sa.Column("support_end", sa.Date()),
    sa.Column("extended_support_end", sa.Date()),
    sa.Column("remedy", CHOICE),
    sa.Column("remedy_cost", MONEY),
    sa.Column("remedy_cost_on", sa.Date()),
    needed("remedy_cost_origin", CHOICE),
    sa.Column("accepted_until", sa.Date()),
    needed("accepted_reason", sa.String()),
    sa.Column("retired_on", sa.Date()),
)
record_table(
    "process",
    needed("name", sa.String()),
    needed("criticality", CHOICE),
    sa.Column("max_outage_hours", sa.Integer()),
    reference("department_id", "department"),
    reference("owner_id", "person"),
    reference("deputy_id", "person"),
    needed("note", sa.Text()),
)
record_table(
    "contract",
    needed("name", sa.String()),
    needed("number", sa.String()),
    needed("kind", CHOICE),
    reference("supplier_id", "supplier"),
    reference("owner_id", "person"),
    sa.Column("start", sa.Date()),
    sa.Column("term_months", sa.Integer()),
    needed("renewal", CHOICE),
    sa.Column("renewal_months", sa.Integer()),
    sa.Column("notice_count", sa.Integer()),
    needed("notice_unit", CHOICE),
    needed("anchor", CHOICE),
    sa.Column("notice_given_on", sa.Date()),
    sa.Column("agreed_end", sa.Date()),
    sa.Column("cost", MONEY),
    needed("cost_period", CHOICE),
    needed("cost_origin", CHOICE),
    sa.Column("price_increase_percent", MONEY),
    sa.Column("switch_days", sa.Integer()),
    needed("public_telecom", sa.Boolean()),
    sa.Column("response_hours", sa.Integer()),
    sa.Column("seats_bought", sa.Integer()),
    sa.Column("seats_used", sa.Integer()),
    sa.Column("hours_quota", sa.Integer()),
    needed("price_increase_right", sa.String()),
    sa.Column("leasing_end", sa.Date()),
    needed("notice_form", sa.String()),
    needed("negotiate", sa.Text()),
    needed("note", sa.Text()),
)
record_table(
    "interface",
    needed("name", sa.String()),
    reference("source_id", "application", required=True),
    reference("target_id", "application", required=True),
    needed("manual", sa.Boolean()),
    needed("note", sa.Text()),
)
record_table(
    "asset_application",
    reference("asset_id", "asset", required=True),
    reference("application_id", "application", required=True),
)
record_table(
    "asset_process",
    reference("asset_id", "asset", required=True),
    reference("process_id", "process", required=True),
)
record_table(
    "application_process",
    reference("application_id", "application", required=True),
    reference("process_id", "process", required=True),
)
record_table(
    "contract_asset",
    reference("contract_id", "contract", required=True),
    reference("asset_id", "asset", required=True),
)
record_table(
    "contract_application",
    reference("contract_id", "contract", required=True),
    reference("application_id", "application", required=True),
)
record_table(
    "product_support",
    needed("product", sa.String()),
    needed("product_version", sa.String()),
    sa.Column("security_end", sa.Date()),
    sa.Column("extended_end", sa.Date()),
    sa.Column("remedy", CHOICE),
    needed("source", sa.String()),
    sa.Column("as_of", sa.Date()),
)
record_table(
    "service_life",
    needed("category", CHOICE),
    needed("years", sa.Integer()),
    needed("source", sa.String()),
)
record_table(
    "set_aside_finding",
    needed("check_id", sa.String()),
    needed("object_id", sa.String()),
    needed("reason", sa.String()),
    sa.Column("until", sa.Date()),
)
sa.Table(
    "journal_entry",
    TABLES,
    sa.Column("id", sa.String(32), primary_key=True),
    sa.Column("number", sa.Integer(), nullable=False, unique=True),
    sa.Column("parent_id", sa.String(32)),
    sa.Column("copy_id", sa.String(32), nullable=False),
    sa.Column("author", sa.String(), nullable=False),
    sa.Column("made_at", sa.String(40), nullable=False),
    sa.Column("schema_version", sa.Integer(), nullable=False),
    sa.Column("kind", CHOICE, nullable=False),
    sa.Column("target_id", sa.String(32)),
    sa.Column("label", sa.Text(), nullable=False),
    sa.Column("label_params", sa.Text(), nullable=False),
)
sa.Table(
    "journal_image",
    TABLES,
    sa.Column("entry_id", sa.String(32), sa.ForeignKey("journal_entry.id"), primary_key=True),
    sa.Column("table_name", sa.String(40), primary_key=True),
    sa.Column("record_id", sa.String(32), primary_key=True, index=True),
    sa.Column("before", sa.Text()),
    sa.Column("after", sa.Text()),
    sa.Column("checksum", sa.String(32), nullable=False),
)
sa.Table(
    "file_mark",
    TABLES,
    sa.Column("key", sa.String(40), primary_key=True),
    sa.Column("value", sa.Text(), nullable=False),
)


def upgrade() -> None:
    TABLES.create_all(op.get_bind())


def downgrade() -> None:
    """There is no way back: before an upgrade a copy of the file is made."""
    raise NotImplementedError
