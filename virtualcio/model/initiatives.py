"""Steps 3 and 4, what is worth doing and when: demands, initiatives with their links, pools of people."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference
from virtualcio.model.expense import BudgetCategory, CostKind
from virtualcio.model.inventory import AmountOrigin


class DemandState(StrEnum):
    """What became of a demand."""

    OPEN = "open"
    INITIATIVE = "initiative"  # it became an initiative of its own
    JOINED = "joined"  # part of an initiative that was there already
    NICE_TO_HAVE = "nice_to_have"  # said kindly and early
    DECLINED = "declined"


class InitiativeState(StrEnum):
    IDEA = "idea"
    PLANNED = "planned"
    RUNNING = "running"
    DONE = "done"
    DROPPED = "dropped"

    @property
    def is_open(self) -> bool:
        """Still to be decided or done."""
        return self in (InitiativeState.IDEA, InitiativeState.PLANNED, InitiativeState.RUNNING)


class DeliveryRisk(StrEnum):
    LOW = "low"
    MEDIUM = "medium"
    HIGH = "high"


class ChangeKind(StrEnum):
    """What the money of an initiative is for."""

    RUN = "run"
    GROW = "grow"
    TRANSFORM = "transform"


class HypothesisState(StrEnum):
    """Whether what an initiative supposes was tried."""

    OPEN = "open"
    CONFIRMED = "confirmed"
    REFUTED = "refuted"


class Demand(Record):
    """What a department wishes, before it is an initiative."""

    __tablename__ = "demand"

    name: Mapped[str]
    department_id: Mapped[str | None] = reference("department")
    person_id: Mapped[str | None] = reference("person")  # who asks
    asked_on: Mapped[date | None] = mapped_column(default=None)
    goal_id: Mapped[str | None] = reference("goal")  # the aim it serves
    expected_result: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[DemandState] = mapped_column(choice(DemandState), default=DemandState.OPEN)
    initiative_id: Mapped[str | None] = reference("initiative")
    reason: Mapped[str] = mapped_column(Text, default="")  # why it was answered so
    answered_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class Initiative(Record):
    """A project or a replacement. `start` is the first day of its first month; it ends after `months`."""

    __tablename__ = "initiative"

    name: Mapped[str]
    description: Mapped[str] = mapped_column(Text, default="")
    state: Mapped[InitiativeState] = mapped_column(choice(InitiativeState), default=InitiativeState.IDEA)
    owner_id: Mapped[str | None] = reference("person")
    product_owner_id: Mapped[str | None] = reference("person")
    department_id: Mapped[str | None] = reference("department")  # for whom
    supplier_id: Mapped[str | None] = reference("supplier")
    # money and risk
    one_off_cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # external, net
    one_off_origin: Mapped[AmountOrigin] = mapped_column(choice(AmountOrigin), default=AmountOrigin.ESTIMATE)
    running_cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # a year, from its end on
    running_origin: Mapped[AmountOrigin] = mapped_column(choice(AmountOrigin), default=AmountOrigin.ESTIMATE)
    category: Mapped[BudgetCategory] = mapped_column(choice(BudgetCategory), default=BudgetCategory.PROJECTS)
    one_off_kind: Mapped[CostKind] = mapped_column(choice(CostKind), default=CostKind.CAPEX)
    change_kind: Mapped[ChangeKind] = mapped_column(choice(ChangeKind), default=ChangeKind.GROW)
    delivery_risk: Mapped[DeliveryRisk] = mapped_column(choice(DeliveryRisk), default=DeliveryRisk.MEDIUM)
    # what belongs to it besides the purchase
    training_planned: Mapped[bool] = mapped_column(default=False)
    introduction_planned: Mapped[bool] = mapped_column(default=False)
    security_planned: Mapped[bool] = mapped_column(default=False)
    # time
    start: Mapped[date | None] = mapped_column(default=None)  # planned; None: not on the roadmap yet
    months: Mapped[int] = mapped_column(default=3)  # duration, at least 1
    pinned: Mapped[bool] = mapped_column(default=False)  # its start stays where it is
    optional: Mapped[bool] = mapped_column(default=False)  # a plan may leave it out
    earliest_start: Mapped[date | None] = mapped_column(default=None)
    wished_end: Mapped[date | None] = mapped_column(default=None)  # last day
    hard_end: Mapped[date | None] = mapped_column(default=None)  # last day; missing it is not possible
    hard_end_reason: Mapped[str] = mapped_column(default="")
    percent_done: Mapped[int] = mapped_column(default=0)
    finished_on: Mapped[date | None] = mapped_column(default=None)
    promised_users: Mapped[int | None] = mapped_column(default=None)  # who will use what it brings
    # a pilot before roll-out
    pilot: Mapped[bool] = mapped_column(default=False)
    pilot_criterion: Mapped[str] = mapped_column(Text, default="")  # when the pilot counts as a success
    # outcome logic
    we_do: Mapped[str] = mapped_column(Text, default="")
    customer_change: Mapped[str] = mapped_column(Text, default="")
    we_suppose: Mapped[str] = mapped_column(Text, default="")
    hypothesis: Mapped[HypothesisState] = mapped_column(choice(HypothesisState), default=HypothesisState.OPEN)
    tested_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class InitiativeGoal(Record):
    """What an initiative contributes to a goal: strength 0 (nothing) to 3 (strong)."""

    __tablename__ = "initiative_goal"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    goal_id: Mapped[str] = reference("goal", required=True)
    strength: Mapped[int] = mapped_column(default=2)


class InitiativeKpi(Record):
    """An initiative is measured by a KPI."""

    __tablename__ = "initiative_kpi"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    kpi_id: Mapped[str] = reference("kpi", required=True)


class InitiativeEffort(Record):
    """Person-days that an initiative needs from a pool."""

    __tablename__ = "initiative_effort"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    pool_id: Mapped[str | None] = reference("resource_pool")
    days: Mapped[Decimal] = mapped_column(Hundredths, default=Decimal("0.00"))


class InitiativeRisk(Record):
    """An initiative lowers a risk; `share` in percent where several do it together."""

    __tablename__ = "initiative_risk"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    risk_id: Mapped[str] = reference("risk", required=True)
    share: Mapped[int] = mapped_column(default=100)


class InitiativeDependency(Record):
    """An initiative needs another one to be finished first, `lag_months` before its start."""

    __tablename__ = "initiative_dependency"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    prerequisite_id: Mapped[str] = reference("initiative", required=True)
    lag_months: Mapped[int] = mapped_column(default=0)


class InitiativeObligation(Record):
    """An initiative meets an obligation."""

    __tablename__ = "initiative_obligation"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    obligation_id: Mapped[str] = reference("obligation", required=True)


class InitiativeAsset(Record):
    """An initiative remedies an asset."""

    __tablename__ = "initiative_asset"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    asset_id: Mapped[str] = reference("asset", required=True)


class InitiativeApplication(Record):
    """An initiative remedies an application."""

    __tablename__ = "initiative_application"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    application_id: Mapped[str] = reference("application", required=True)


class InitiativeCapability(Record):
    """An initiative brings or strengthens a capability."""

    __tablename__ = "initiative_capability"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    capability_id: Mapped[str] = reference("capability", required=True)


class InitiativeProcess(Record):
    """An initiative serves a process."""

    __tablename__ = "initiative_process"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    process_id: Mapped[str] = reference("process", required=True)


class ResourcePool(Record):
    """People who work on initiatives: an own team, a provider."""

    __tablename__ = "resource_pool"

    name: Mapped[str]
    days_per_month: Mapped[Decimal] = mapped_column(Hundredths, default=Decimal("0.00"))  # person-days
    support_days_per_month: Mapped[Decimal] = mapped_column(Hundredths, default=Decimal("0.00"))  # taken off
    day_rate: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # of a person-day, net
    external: Mapped[bool] = mapped_column(default=False)
    department_id: Mapped[str | None] = reference("department")
    supplier_id: Mapped[str | None] = reference("supplier")
    note: Mapped[str] = mapped_column(Text, default="")


class PoolException(Record):
    """Months in which a pool has another capacity: holidays, high season."""

    __tablename__ = "pool_exception"

    first_month: Mapped[date]  # any day of it
    last_month: Mapped[date]
    pool_id: Mapped[str] = reference("resource_pool", required=True)
    days_per_month: Mapped[Decimal] = mapped_column(Hundredths, default=Decimal("0.00"))  # net of support
    reason: Mapped[str] = mapped_column(default="")
