"""Step 6, steering: quarterly reviews with their frozen figures, council, decisions, tasks, outcomes, use."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Millionths, Record, choice, reference


class ReviewStation(StrEnum):
    """The stations of the meeting, in their order."""

    KPIS = "kpis"
    ADOPTION = "adoption"
    INITIATIVES = "initiatives"
    RENEWALS = "renewals"
    SECURITY = "security"
    BUDGET = "budget"
    DECISIONS = "decisions"


class SnapshotSubject(StrEnum):
    """What a frozen row is about; `ReviewSnapshot` says what its values mean for each."""

    FIGURE = "figure"
    KPI = "kpi"
    INITIATIVE = "initiative"
    OVERDUE = "overdue"
    BUDGET = "budget"


class DecisionState(StrEnum):
    PROPOSED = "proposed"
    DECIDED = "decided"
    DEFERRED = "deferred"
    REJECTED = "rejected"


class AdoptionStage(StrEnum):
    """From knowing to keeping on."""

    KNOWING = "knowing"
    WANTING = "wanting"
    ABLE = "able"
    USING = "using"
    KEEPING = "keeping"


class Stance(StrEnum):
    """What the company does about a trend."""

    WAIT = "wait"
    TEST = "test"
    INTRODUCE = "introduce"


class Review(Record):
    """A quarterly review. Once it is closed, its figures stand in `ReviewSnapshot` and never change."""

    __tablename__ = "review"

    name: Mapped[str]  # "Q4 2026"
    quarter_start: Mapped[date]  # first day of the quarter it looks at
    planned_on: Mapped[date | None] = mapped_column(default=None)
    held_on: Mapped[date | None] = mapped_column(default=None)
    closed_on: Mapped[date | None] = mapped_column(default=None)
    station: Mapped[ReviewStation] = mapped_column(choice(ReviewStation), default=ReviewStation.KPIS)
    open_questions: Mapped[str] = mapped_column(Text, default="")  # knowingly left open at its end
    summary: Mapped[str] = mapped_column(Text, default="")


class ReviewPerson(Record):
    """Somebody takes part in a review."""

    __tablename__ = "review_person"

    review_id: Mapped[str] = reference("review", required=True)
    person_id: Mapped[str] = reference("person", required=True)


class ReviewNote(Record):
    """What was said at a station of a review."""

    __tablename__ = "review_note"

    station: Mapped[ReviewStation] = mapped_column(choice(ReviewStation))
    review_id: Mapped[str] = reference("review", required=True)
    text: Mapped[str] = mapped_column(Text, default="")


class ReviewSnapshot(Record):
    """One thing as it stood when a review was closed. `subject_key` is text, as the thing may go one day.

    | subject    | key        | state     | amount         | second          | first_on    | last_on      |
    | ---------- | ---------- | --------- | -------------- | --------------- | ----------- | ------------ |
    | FIGURE     | its name   |           | value          | part of it      |             |              |
    | KPI        | KPI        | status    | current value  | target          | measured on | target on    |
    | INITIATIVE | initiative | its state | one-off cost   | per cent done   | start       | last day     |
    | OVERDUE    | thing      | reason    | remedy value   | waiting, a year | due         | planned for  |
    | BUDGET     | category   |           | forecast       | plan            | year begins | year ends    |
    """

    __tablename__ = "review_snapshot"

    subject: Mapped[SnapshotSubject] = mapped_column(choice(SnapshotSubject))
    subject_key: Mapped[str]
    review_id: Mapped[str] = reference("review", required=True)
    name: Mapped[str] = mapped_column(default="")
    state: Mapped[str] = mapped_column(default="")
    amount: Mapped[Decimal | None] = mapped_column(Millionths, default=None)
    second: Mapped[Decimal | None] = mapped_column(Millionths, default=None)
    first_on: Mapped[date | None] = mapped_column(default=None)
    last_on: Mapped[date | None] = mapped_column(default=None)


class CouncilMeeting(Record):
    """The monthly round of the liaisons of the departments."""

    __tablename__ = "council_meeting"

    held_on: Mapped[date]
    topic: Mapped[str] = mapped_column(default="")
    agenda: Mapped[str] = mapped_column(Text, default="")
    minutes: Mapped[str] = mapped_column(Text, default="")


class CouncilPerson(Record):
    """Somebody takes part in a meeting of the council."""

    __tablename__ = "council_person"

    meeting_id: Mapped[str] = reference("council_meeting", required=True)
    person_id: Mapped[str] = reference("person", required=True)


class Decision(Record):
    """Something decided, or proposed to be, in a review or by the council."""

    __tablename__ = "decision"

    name: Mapped[str]  # what
    state: Mapped[DecisionState] = mapped_column(choice(DecisionState), default=DecisionState.DECIDED)
    decided_on: Mapped[date | None] = mapped_column(default=None)
    reason: Mapped[str] = mapped_column(Text, default="")
    owner_id: Mapped[str | None] = reference("person")
    due_on: Mapped[date | None] = mapped_column(default=None)  # until when it is carried out
    amount: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # released money, net
    done_on: Mapped[date | None] = mapped_column(default=None)
    review_id: Mapped[str | None] = reference("review")
    meeting_id: Mapped[str | None] = reference("council_meeting")
    initiative_id: Mapped[str | None] = reference("initiative")
    contract_id: Mapped[str | None] = reference("contract")
    proposed_by: Mapped[str] = mapped_column(default="")  # the finding it was proposed for: check, object
    note: Mapped[str] = mapped_column(Text, default="")


class Task(Record):
    """Something somebody does until a day."""

    __tablename__ = "task"

    name: Mapped[str]
    owner_id: Mapped[str | None] = reference("person")
    due_on: Mapped[date | None] = mapped_column(default=None)
    done_on: Mapped[date | None] = mapped_column(default=None)
    decision_id: Mapped[str | None] = reference("decision")
    review_id: Mapped[str | None] = reference("review")
    meeting_id: Mapped[str | None] = reference("council_meeting")
    initiative_id: Mapped[str | None] = reference("initiative")
    plan_id: Mapped[str | None] = reference("ninety_day_plan")
    kpi_id: Mapped[str | None] = reference("kpi")  # on which it shall show
    note: Mapped[str] = mapped_column(Text, default="")


class OutcomeReview(Record):
    """What an initiative promised against what arrived, about 90 days after its end."""

    __tablename__ = "outcome_review"

    initiative_id: Mapped[str] = reference("initiative", required=True)
    held_on: Mapped[date | None] = mapped_column(default=None)  # None: still to be held
    planned_cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # one-off, net
    actual_cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)
    planned_end: Mapped[date | None] = mapped_column(default=None)
    actual_end: Mapped[date | None] = mapped_column(default=None)
    planned_users: Mapped[int | None] = mapped_column(default=None)
    actual_users: Mapped[int | None] = mapped_column(default=None)
    learned: Mapped[str] = mapped_column(Text, default="")
    next_step: Mapped[str] = mapped_column(Text, default="")


class OutcomeKpi(Record):
    """What was promised for a KPI and what arrived."""

    __tablename__ = "outcome_kpi"

    outcome_id: Mapped[str] = reference("outcome_review", required=True)
    kpi_id: Mapped[str] = reference("kpi", required=True)
    promised: Mapped[Decimal | None] = mapped_column(Millionths, default=None)
    arrived: Mapped[Decimal | None] = mapped_column(Millionths, default=None)


class AdoptionCount(Record):
    """How many people of a department have reached each stage with what an initiative brought.

    Each count holds those of the later stages too: who uses it also knows it.
    """

    __tablename__ = "adoption_count"

    counted_on: Mapped[date]
    initiative_id: Mapped[str] = reference("initiative", required=True)
    department_id: Mapped[str | None] = reference("department")
    people: Mapped[int] = mapped_column(default=0)  # who should use it
    knowing: Mapped[int] = mapped_column(default=0)
    wanting: Mapped[int] = mapped_column(default=0)
    able: Mapped[int] = mapped_column(default=0)
    users: Mapped[int] = mapped_column(default=0)
    keeping: Mapped[int] = mapped_column(default=0)
    note: Mapped[str] = mapped_column(Text, default="")


class Trend(Record):
    """A development outside, and what the company does about it."""

    __tablename__ = "trend"

    name: Mapped[str]
    stance: Mapped[Stance] = mapped_column(choice(Stance), default=Stance.WAIT)
    why: Mapped[str] = mapped_column(Text, default="")
    looked_at_on: Mapped[date | None] = mapped_column(default=None)
    owner_id: Mapped[str | None] = reference("person")
    goal_id: Mapped[str | None] = reference("goal")


class Visit(Record):
    """A visit of the external CIO; in the future: the next one."""

    __tablename__ = "visit"

    held_on: Mapped[date]
    days: Mapped[Decimal] = mapped_column(Hundredths, default=Decimal("1.00"))
    topic: Mapped[str] = mapped_column(default="")
    note: Mapped[str] = mapped_column(Text, default="")
