"""Step 4, who works together on what, and what stays when an initiative is over."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference


class TeamRole(StrEnum):
    PRODUCT_OWNER = "product_owner"
    BUSINESS_PARTNER = "business_partner"  # speaks for business and technology alike
    CAPABILITY_OWNER = "capability_owner"
    LEAD = "lead"
    MEMBER = "member"


class ProductKind(StrEnum):
    PRODUCT = "product"
    SERVICE = "service"


class Product(Record):
    """What outlives the initiative that made it, and has one owner end to end."""

    __tablename__ = "product"

    name: Mapped[str]
    kind: Mapped[ProductKind] = mapped_column(choice(ProductKind), default=ProductKind.SERVICE)
    promise: Mapped[str] = mapped_column(Text, default="")  # what its users can rely on
    owner_id: Mapped[str | None] = reference("person")
    department_id: Mapped[str | None] = reference("department")  # for whom it is made
    since: Mapped[date | None] = mapped_column(default=None)
    ends_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class ProductInitiative(Record):
    """An initiative makes or changes a product."""

    __tablename__ = "product_initiative"

    product_id: Mapped[str] = reference("product", required=True)
    initiative_id: Mapped[str] = reference("initiative", required=True)


class ProductApplication(Record):
    """A product is made of an application."""

    __tablename__ = "product_application"

    product_id: Mapped[str] = reference("product", required=True)
    application_id: Mapped[str] = reference("application", required=True)


class ProductProcess(Record):
    """A process uses a product."""

    __tablename__ = "product_process"

    product_id: Mapped[str] = reference("product", required=True)
    process_id: Mapped[str] = reference("process", required=True)


class Team(Record):
    """People from several departments who decide and work together."""

    __tablename__ = "team"

    name: Mapped[str]
    aim: Mapped[str] = mapped_column(Text, default="")  # what it is there for
    lead_id: Mapped[str | None] = reference("person")
    initiative_id: Mapped[str | None] = reference("initiative")
    product_id: Mapped[str | None] = reference("product")
    decision_scope: Mapped[str] = mapped_column(Text, default="")  # what it decides without asking
    decision_limit: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net, per decision
    since: Mapped[date | None] = mapped_column(default=None)
    ended_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class TeamMember(Record):
    """Somebody in a team."""

    __tablename__ = "team_member"

    team_id: Mapped[str] = reference("team", required=True)
    person_id: Mapped[str | None] = reference("person")
    role: Mapped[TeamRole] = mapped_column(choice(TeamRole), default=TeamRole.MEMBER)
    days_per_month: Mapped[Decimal | None] = mapped_column(Hundredths, default=None)


class NinetyDayPlan(Record):
    """Tasks to day 30, 60 and 90 from a start, made from a template."""

    __tablename__ = "ninety_day_plan"

    name: Mapped[str]
    starts_on: Mapped[date | None] = mapped_column(default=None)
    template: Mapped[str] = mapped_column(default="")  # key of the template; "": made by hand
    owner_id: Mapped[str | None] = reference("person")
    note: Mapped[str] = mapped_column(Text, default="")


class WorkOrder(Record):
    """What a provider shall do for an initiative: what, why, until when, and how it is accepted."""

    __tablename__ = "work_order"

    name: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    initiative_id: Mapped[str | None] = reference("initiative")
    supplier_id: Mapped[str | None] = reference("supplier")
    owner_id: Mapped[str | None] = reference("person")  # who orders
    what: Mapped[str] = mapped_column(Text, default="")
    why: Mapped[str] = mapped_column(Text, default="")
    acceptance: Mapped[str] = mapped_column(Text, default="")
    due_on: Mapped[date | None] = mapped_column(default=None)
    amount: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net
    ordered_on: Mapped[date | None] = mapped_column(default=None)
    accepted_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")
