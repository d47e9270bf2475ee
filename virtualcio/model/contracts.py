"""Contracts with suppliers: term, renewal, notice, price, and what they are for."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.inventory import AmountOrigin


class ContractKind(StrEnum):
    MAINTENANCE = "maintenance"
    LICENCE = "licence"
    CLOUD = "cloud"
    LEASING = "leasing"
    RENTAL = "rental"
    TELECOM = "telecom"
    SUPPORT = "support"
    INSURANCE = "insurance"
    OTHER = "other"


class RenewalKind(StrEnum):
    MONTHS = "months"  # renewed by `renewal_months` each time
    INDEFINITE = "indefinite"  # goes on until notice is given
    NONE = "none"  # ends by itself


class NoticeUnit(StrEnum):
    DAYS = "days"
    WEEKS = "weeks"
    MONTHS = "months"


class Anchor(StrEnum):
    """The days on which a contract may end."""

    TERM = "term"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    ANY_DAY = "any_day"


class PaymentPeriod(StrEnum):
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"
    ONCE = "once"


class Contract(Record):
    """An agreement with a supplier that costs money and ends, or goes on by itself."""

    __tablename__ = "contract"

    name: Mapped[str]
    number: Mapped[str] = mapped_column(default="")
    kind: Mapped[ContractKind] = mapped_column(choice(ContractKind), default=ContractKind.OTHER)
    supplier_id: Mapped[str | None] = reference("supplier")
    owner_id: Mapped[str | None] = reference("person")
    start: Mapped[date | None] = mapped_column(default=None)
    term_months: Mapped[int | None] = mapped_column(default=None)  # None: no minimum term
    renewal: Mapped[RenewalKind] = mapped_column(choice(RenewalKind), default=RenewalKind.INDEFINITE)
    renewal_months: Mapped[int | None] = mapped_column(default=None)
    notice_count: Mapped[int | None] = mapped_column(default=None)  # None: unknown
    notice_unit: Mapped[NoticeUnit] = mapped_column(choice(NoticeUnit), default=NoticeUnit.MONTHS)
    anchor: Mapped[Anchor] = mapped_column(choice(Anchor), default=Anchor.TERM)
    notice_given_on: Mapped[date | None] = mapped_column(default=None)
    agreed_end: Mapped[date | None] = mapped_column(default=None)  # last day
    cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net, per payment period
    cost_period: Mapped[PaymentPeriod] = mapped_column(choice(PaymentPeriod), default=PaymentPeriod.YEAR)
    cost_origin: Mapped[AmountOrigin] = mapped_column(choice(AmountOrigin), default=AmountOrigin.CONTRACT)
    price_increase_percent: Mapped[Decimal | None] = mapped_column(Hundredths, default=None)  # a year
    switch_days: Mapped[int | None] = mapped_column(default=None)  # lead time to switch, calendar days
    public_telecom: Mapped[bool] = mapped_column(default=False)  # TKG § 56 (3)
    response_hours: Mapped[int | None] = mapped_column(default=None)  # support answers within
    seats_bought: Mapped[int | None] = mapped_column(default=None)
    seats_used: Mapped[int | None] = mapped_column(default=None)
    hours_quota: Mapped[int | None] = mapped_column(default=None)  # support hours a year
    price_increase_right: Mapped[str] = mapped_column(default="")
    leasing_end: Mapped[date | None] = mapped_column(default=None)  # day of return
    # how the budget takes it; None: as its kind and its links say
    category: Mapped[BudgetCategory | None] = mapped_column(choice(BudgetCategory), default=None)
    cost_centre: Mapped[str] = mapped_column(default="")
    account: Mapped[str] = mapped_column(default="")  # number in the books
    purpose: Mapped[Purpose | None] = mapped_column(choice(Purpose), default=None)
    goal_id: Mapped[str | None] = reference("goal")
    obligation_id: Mapped[str | None] = reference("obligation")
    notice_form: Mapped[str] = mapped_column(default="")
    negotiate: Mapped[str] = mapped_column(Text, default="")  # at renewal
    note: Mapped[str] = mapped_column(Text, default="")


class ContractAsset(Record):
    """A contract covers an asset."""

    __tablename__ = "contract_asset"

    contract_id: Mapped[str] = reference("contract", required=True)
    asset_id: Mapped[str] = reference("asset", required=True)


class ContractApplication(Record):
    """A contract covers an application."""

    __tablename__ = "contract_application"

    contract_id: Mapped[str] = reference("contract", required=True)
    application_id: Mapped[str] = reference("application", required=True)


class ContractProcess(Record):
    """A process needs a contract directly, without an asset or application between them."""

    __tablename__ = "contract_process"

    contract_id: Mapped[str] = reference("contract", required=True)
    process_id: Mapped[str] = reference("process", required=True)
