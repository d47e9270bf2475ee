"""Step 5, what IT costs: typed budget lines, accounts of the books, actual costs, confirmed assignments."""

from datetime import date
from decimal import Decimal

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.inventory import AmountOrigin


class BudgetLine(Record):
    """An expense typed by hand. Contracts, remedies and initiatives produce theirs by themselves; a typed
    line that names one of them comes on top of it.

    It is paid on `first_on` and from then on every `period` (once: only then), until `last_on`.
    """

    __tablename__ = "budget_line"

    name: Mapped[str]
    category: Mapped[BudgetCategory] = mapped_column(choice(BudgetCategory), default=BudgetCategory.OTHER)
    kind: Mapped[CostKind] = mapped_column(choice(CostKind), default=CostKind.OPEX)
    amount: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net, of one payment
    amount_origin: Mapped[AmountOrigin] = mapped_column(choice(AmountOrigin), default=AmountOrigin.ESTIMATE)
    period: Mapped[PaymentPeriod] = mapped_column(choice(PaymentPeriod), default=PaymentPeriod.ONCE)
    first_on: Mapped[date | None] = mapped_column(default=None)  # day of the first payment
    last_on: Mapped[date | None] = mapped_column(default=None)  # nothing is paid after this day
    # per cent a year, at the start of each fiscal year after that of `first_on`, compounded
    price_increase_percent: Mapped[Decimal | None] = mapped_column(Hundredths, default=None)
    useful_life_years: Mapped[int | None] = mapped_column(default=None)  # of what is capitalised
    owner_id: Mapped[str | None] = reference("person")
    supplier_id: Mapped[str | None] = reference("supplier")
    cost_centre: Mapped[str] = mapped_column(default="")
    account: Mapped[str] = mapped_column(default="")  # number in the books
    # what it is for
    purpose: Mapped[Purpose | None] = mapped_column(choice(Purpose), default=None)
    goal_id: Mapped[str | None] = reference("goal")
    obligation_id: Mapped[str | None] = reference("obligation")
    process_id: Mapped[str | None] = reference("process")
    application_id: Mapped[str | None] = reference("application")
    asset_id: Mapped[str | None] = reference("asset")
    contract_id: Mapped[str | None] = reference("contract")
    initiative_id: Mapped[str | None] = reference("initiative")
    cancelled_on: Mapped[date | None] = mapped_column(default=None)
    cancelled_reason: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")


class Account(Record):
    """An account of the books in which IT costs stand, and how it is read."""

    __tablename__ = "account"

    number: Mapped[str]
    name: Mapped[str] = mapped_column(default="")
    category: Mapped[BudgetCategory | None] = mapped_column(choice(BudgetCategory), default=None)
    kind: Mapped[CostKind] = mapped_column(choice(CostKind), default=CostKind.OPEX)
    counts: Mapped[bool] = mapped_column(default=True)  # False: nothing of IT in it
    note: Mapped[str] = mapped_column(Text, default="")


class ActualCost(Record):
    """What the books say was spent on an account from `first_on` to `last_on`: debit less credit."""

    __tablename__ = "actual_cost"

    first_on: Mapped[date]
    last_on: Mapped[date]
    account_id: Mapped[str] = reference("account", required=True)
    amount: Mapped[Decimal] = mapped_column(Cents, default=Decimal("0.00"))  # net; below 0: a credit
    source: Mapped[str] = mapped_column(default="")  # the list it comes from
    listed_company: Mapped[str] = mapped_column(default="")  # whose books it is by the head of that list
    note: Mapped[str] = mapped_column(Text, default="")


class ConfirmedAssignment(Record):
    """Somebody looked at what an expense is for, and said that it is right."""

    __tablename__ = "confirmed_assignment"

    subject: Mapped[str]  # key of the contract, asset, application, initiative or typed line
    confirmed_on: Mapped[date]
    review_id: Mapped[str | None] = reference("review")
