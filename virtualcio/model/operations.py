"""What daily operation brings: incidents, the security self-check, the answers of the first talk."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Hundredths, Record, choice, reference


class Incident(Record):
    """An outage or a breach, with what it cost and whether an authority had to hear of it."""

    __tablename__ = "incident"

    name: Mapped[str]
    started_on: Mapped[date | None] = mapped_column(default=None)
    noticed_on: Mapped[date | None] = mapped_column(default=None)  # the reporting clock runs from here
    ended_on: Mapped[date | None] = mapped_column(default=None)  # None: it goes on
    outage_hours: Mapped[Decimal | None] = mapped_column(Hundredths, default=None)
    cause: Mapped[str] = mapped_column(Text, default="")
    cost: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # all together, net
    asset_id: Mapped[str | None] = reference("asset")
    application_id: Mapped[str | None] = reference("application")
    process_id: Mapped[str | None] = reference("process")
    risk_id: Mapped[str | None] = reference("risk")
    personal_data: Mapped[bool] = mapped_column(default=False)  # GDPR: 72 hours
    nis2: Mapped[bool] = mapped_column(default=False)  # NIS-2: 24 hours, 72 hours, a month
    reported_on: Mapped[date | None] = mapped_column(default=None)  # the first report
    closed_report_on: Mapped[date | None] = mapped_column(default=None)  # the final one
    learned: Mapped[str] = mapped_column(Text, default="")
    note: Mapped[str] = mapped_column(Text, default="")


class SecurityReply(StrEnum):
    YES = "yes"
    PARTLY = "partly"  # counts as not fulfilled
    NO = "no"
    NOT_APPLICABLE = "not_applicable"


class SecurityAnswer(Record):
    """The answer to one question of the security self-check; the newest of a question counts."""

    __tablename__ = "security_answer"

    question: Mapped[int]  # 1 to 27, as in security_questions.csv
    answered_on: Mapped[date]
    reply: Mapped[SecurityReply] = mapped_column(choice(SecurityReply))
    initiative_id: Mapped[str | None] = reference("initiative")  # that will turn a no into a yes
    note: Mapped[str] = mapped_column(Text, default="")


class TalkAnswer(Record):
    """The answer to one question of the first talk (Standortbestimmung)."""

    __tablename__ = "talk_answer"

    question: Mapped[str]  # key in first_talk.csv
    answered_on: Mapped[date]
    answer: Mapped[str] = mapped_column(Text, default="")  # key of a choice, a number, or words
    made: Mapped[str] = mapped_column(Text, default="")  # keys of the records it became, by blanks
    note: Mapped[str] = mapped_column(Text, default="")


class CioModel(StrEnum):
    """Who does the work of a CIO."""

    OWN = "own"
    EXTERNAL = "external"  # by days a month
    NONE = "none"
