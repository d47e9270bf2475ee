"""What has to be done or watched: obligations by law or contract, risks in business words, data domains."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Record, choice, reference


class Applies(StrEnum):
    YES = "yes"
    NO = "no"
    UNCLEAR = "unclear"


class Obligation(Record):
    """A duty by law or contract."""

    __tablename__ = "obligation"

    name: Mapped[str]
    legal_basis: Mapped[str] = mapped_column(default="")
    applies: Mapped[Applies] = mapped_column(choice(Applies), default=Applies.UNCLEAR)
    why: Mapped[str] = mapped_column(Text, default="")  # why it applies or does not
    due_on: Mapped[date | None] = mapped_column(default=None)  # until when it has to be met
    evidence: Mapped[str] = mapped_column(Text, default="")  # what proves that it is met
    evidence_on: Mapped[date | None] = mapped_column(default=None)
    owner_id: Mapped[str | None] = reference("person")
    template_key: Mapped[str] = mapped_column(default="")  # row of obligation_templates.csv it was made from
    note: Mapped[str] = mapped_column(Text, default="")


class Risk(Record):
    """What can happen, what it costs, and what is left after the measures. Score = likelihood × impact."""

    __tablename__ = "risk"

    name: Mapped[str]  # what can happen
    likelihood: Mapped[int] = mapped_column(default=3)  # 1 to 5, before measures
    impact: Mapped[int] = mapped_column(default=3)  # 1 to 5
    likelihood_after: Mapped[int | None] = mapped_column(default=None)  # None: as before
    impact_after: Mapped[int | None] = mapped_column(default=None)
    loss_low: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # if it happens
    loss_high: Mapped[Decimal | None] = mapped_column(Cents, default=None)
    yearly_loss: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # expected, before measures
    measure: Mapped[str] = mapped_column(Text, default="")  # what to do
    owner_id: Mapped[str | None] = reference("person")
    note: Mapped[str] = mapped_column(Text, default="")


class RiskProcess(Record):
    """A process stops when the risk happens."""

    __tablename__ = "risk_process"

    risk_id: Mapped[str] = reference("risk", required=True)
    process_id: Mapped[str] = reference("process", required=True)


class RiskAsset(Record):
    """A risk comes from an asset."""

    __tablename__ = "risk_asset"

    risk_id: Mapped[str] = reference("risk", required=True)
    asset_id: Mapped[str] = reference("asset", required=True)


class RiskApplication(Record):
    """A risk comes from an application."""

    __tablename__ = "risk_application"

    risk_id: Mapped[str] = reference("risk", required=True)
    application_id: Mapped[str] = reference("application", required=True)


class DataDomain(Record):
    """Master data, with or without somebody responsible."""

    __tablename__ = "data_domain"

    name: Mapped[str]
    quality: Mapped[int | None] = mapped_column(default=None)  # 1 (unusable) to 5 (right and complete)
    rated_on: Mapped[date | None] = mapped_column(default=None)
    application_id: Mapped[str | None] = reference("application")  # the system that leads
    owner_id: Mapped[str | None] = reference("person")
    personal_data: Mapped[bool] = mapped_column(default=False)
    note: Mapped[str] = mapped_column(Text, default="")
