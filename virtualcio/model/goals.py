"""Step 2, where the company wants to go: goals, KPIs with their values, capabilities, maturity, canvas."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Hundredths, Millionths, Record, choice, reference


class TargetKind(StrEnum):
    """What counts as success (rules.md section 2)."""

    REACH = "reach"  # a value by a day
    HOLD = "hold"  # at least as good as the target
    BAND = "band"  # between two values


class Better(StrEnum):
    """Which direction is the better one."""

    HIGHER = "higher"
    LOWER = "lower"


class KpiLevel(StrEnum):
    STRATEGIC = "strategic"
    OPERATIONAL = "operational"
    USER = "user"
    BUSINESS = "business"


class Cadence(StrEnum):
    """How often it is measured."""

    WEEKLY = "weekly"
    MONTHLY = "monthly"
    QUARTERLY = "quarterly"
    HALF_YEARLY = "half_yearly"
    YEARLY = "yearly"


class Aggregation(StrEnum):
    """How the values of several months become that of a quarter."""

    LEVEL = "level"  # the last one
    SUM = "sum"
    RATE = "rate"  # the mean, weighted where weights are known


class KpiSource(StrEnum):
    """Where the values come from: typed, counted answers, or computed from this file."""

    MEASURED = "measured"
    PROMOTERS = "promoters"  # eNPS, NPS: from counts of answers
    BACKLOG = "backlog"  # investment backlog, euros
    OVERDUE_SHARE = "overdue_share"  # overdue assets and applications, percent
    UNSUPPORTED_CRITICAL = "unsupported_critical"  # things without updates under critical processes, count
    GROWTH_SHARE = "growth_share"  # open initiatives that serve a growth goal, percent
    SECURITY_SCORE = "security_score"  # points of the self-check
    CONTRACTS_TRACKED = "contracts_tracked"  # contracts with a known last day of notice, percent


class CapabilityKind(StrEnum):
    """What a goal can need."""

    SYSTEM = "system"
    DATA = "data"
    INTERFACE = "interface"
    PEOPLE = "people"


class CapabilityRating(StrEnum):
    THERE = "there"
    WEAK = "weak"
    MISSING = "missing"


class MaturityDimension(StrEnum):
    """The ten dimensions of alignment_maturity.csv."""

    COMMUNICATION = "communication"
    VALUE = "value"
    GOVERNANCE = "governance"
    PARTNERSHIP = "partnership"
    ARCHITECTURE = "architecture"
    SKILLS = "skills"
    DECISION = "decision"
    TEAM = "team"
    IMPACT = "impact"
    PLATFORM = "platform"


class CanvasField(StrEnum):
    """The nine fields of the business model canvas (Osterwalder, Pigneur 2010)."""

    PARTNERS = "partners"
    ACTIVITIES = "activities"
    RESOURCES = "resources"
    VALUE = "value"
    RELATIONSHIPS = "relationships"
    CHANNELS = "channels"
    CUSTOMERS = "customers"
    COSTS = "costs"
    REVENUES = "revenues"


class Goal(Record):
    """What the company wants to achieve."""

    __tablename__ = "goal"

    name: Mapped[str]
    description: Mapped[str] = mapped_column(Text, default="")
    weight: Mapped[Decimal] = mapped_column(Hundredths, default=Decimal("0.00"))  # percent as typed
    target_on: Mapped[date | None] = mapped_column(default=None)
    growth: Mapped[bool] = mapped_column(default=False)  # for growth rather than for order or safety
    owner_id: Mapped[str | None] = reference("person")
    closed_on: Mapped[date | None] = mapped_column(default=None)  # reached or given up
    note: Mapped[str] = mapped_column(Text, default="")


class GoalDepartment(Record):
    """A department carries a goal."""

    __tablename__ = "goal_department"

    goal_id: Mapped[str] = reference("goal", required=True)
    department_id: Mapped[str] = reference("department", required=True)


class GoalProcess(Record):
    """A goal is about a process."""

    __tablename__ = "goal_process"

    goal_id: Mapped[str] = reference("goal", required=True)
    process_id: Mapped[str] = reference("process", required=True)


class Kpi(Record):
    """What a goal is measured by."""

    __tablename__ = "kpi"

    name: Mapped[str]
    goal_id: Mapped[str | None] = reference("goal")
    level: Mapped[KpiLevel] = mapped_column(choice(KpiLevel), default=KpiLevel.BUSINESS)
    unit: Mapped[str] = mapped_column(default="")  # "Tage", "%", "T€"; values are kept in it
    source: Mapped[KpiSource] = mapped_column(choice(KpiSource), default=KpiSource.MEASURED)
    target_kind: Mapped[TargetKind] = mapped_column(choice(TargetKind), default=TargetKind.REACH)
    better: Mapped[Better] = mapped_column(choice(Better), default=Better.HIGHER)
    baseline: Mapped[Decimal | None] = mapped_column(Millionths, default=None)
    baseline_on: Mapped[date | None] = mapped_column(default=None)
    target: Mapped[Decimal | None] = mapped_column(Millionths, default=None)  # reach and hold
    target_on: Mapped[date | None] = mapped_column(default=None)
    band_from: Mapped[Decimal | None] = mapped_column(Millionths, default=None)
    band_to: Mapped[Decimal | None] = mapped_column(Millionths, default=None)
    effect_from: Mapped[date | None] = mapped_column(default=None)  # nothing is expected before (go-live)
    cadence: Mapped[Cadence] = mapped_column(choice(Cadence), default=Cadence.QUARTERLY)
    aggregation: Mapped[Aggregation] = mapped_column(choice(Aggregation), default=Aggregation.LEVEL)
    owner_id: Mapped[str | None] = reference("person")
    catalogue_key: Mapped[str] = mapped_column(default="")  # row of kpi_catalogue.csv it was made from
    formula: Mapped[str] = mapped_column(Text, default="")  # what exactly is counted
    note: Mapped[str] = mapped_column(Text, default="")


class KpiMilestone(Record):
    """An interim target of a KPI."""

    __tablename__ = "kpi_milestone"

    day: Mapped[date]
    value: Mapped[Decimal] = mapped_column(Millionths)
    kpi_id: Mapped[str] = reference("kpi", required=True)


class Measurement(Record):
    """A value of a KPI on a day. Of several on one day the one with the highest `entry` counts."""

    __tablename__ = "measurement"

    day: Mapped[date]
    value: Mapped[Decimal] = mapped_column(Millionths)
    kpi_id: Mapped[str] = reference("kpi", required=True)
    entry: Mapped[int] = mapped_column(default=0)
    weight: Mapped[Decimal | None] = mapped_column(Millionths, default=None)  # of a rate, such as its orders
    promoters: Mapped[int | None] = mapped_column(default=None)  # answers 9 and 10
    passives: Mapped[int | None] = mapped_column(default=None)  # answers 7 and 8
    detractors: Mapped[int | None] = mapped_column(default=None)  # answers 0 to 6
    note: Mapped[str] = mapped_column(default="")


class Capability(Record):
    """Something that goals need: a system, data, an interface, people who can do it."""

    __tablename__ = "capability"

    name: Mapped[str]
    kind: Mapped[CapabilityKind] = mapped_column(choice(CapabilityKind), default=CapabilityKind.SYSTEM)
    rating: Mapped[CapabilityRating] = mapped_column(
        choice(CapabilityRating), default=CapabilityRating.MISSING
    )
    application_id: Mapped[str | None] = reference("application")
    data_domain_id: Mapped[str | None] = reference("data_domain")
    interface_id: Mapped[str | None] = reference("interface")
    owner_id: Mapped[str | None] = reference("person")
    note: Mapped[str] = mapped_column(Text, default="")


class GoalCapability(Record):
    """A goal needs a capability."""

    __tablename__ = "goal_capability"

    goal_id: Mapped[str] = reference("goal", required=True)
    capability_id: Mapped[str] = reference("capability", required=True)


class MaturityRating(Record):
    """How far a department is in one dimension, 1 to 5, today and wanted."""

    __tablename__ = "maturity_rating"

    dimension: Mapped[MaturityDimension] = mapped_column(choice(MaturityDimension))
    department_id: Mapped[str] = reference("department", required=True)
    today: Mapped[int | None] = mapped_column(default=None)
    wanted: Mapped[int | None] = mapped_column(default=None)
    rated_on: Mapped[date | None] = mapped_column(default=None)
    note: Mapped[str] = mapped_column(Text, default="")


class CanvasNote(Record):
    """A note in a field of the business model canvas."""

    __tablename__ = "canvas_note"

    text: Mapped[str]
    field: Mapped[CanvasField] = mapped_column(choice(CanvasField))
    position: Mapped[int] = mapped_column(default=0)  # order within the field


class CanvasNoteGoal(Record):
    __tablename__ = "canvas_note_goal"

    note_id: Mapped[str] = reference("canvas_note", required=True)
    goal_id: Mapped[str] = reference("goal", required=True)


class CanvasNoteProcess(Record):
    __tablename__ = "canvas_note_process"

    note_id: Mapped[str] = reference("canvas_note", required=True)
    process_id: Mapped[str] = reference("process", required=True)


class CanvasNoteApplication(Record):
    __tablename__ = "canvas_note_application"

    note_id: Mapped[str] = reference("canvas_note", required=True)
    application_id: Mapped[str] = reference("application", required=True)
