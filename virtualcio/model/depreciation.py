"""Step 5, what the tax advisor has to know: how a thing is depreciated, when it left, what was chosen."""

from datetime import date
from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Record, choice, reference


class DepreciationMethod(StrEnum):
    """How a cost becomes expense over the years."""

    IMMEDIATE = "immediate"  # low value: fully in the year of purchase
    POOL = "pool"  # a fifth in each of five fiscal years, whatever happens to the thing
    DIGITAL = "digital"  # one year for computers and software
    LINEAR = "linear"  # the same every month
    DECLINING = "declining"  # a share of what is left, until straight-line is at least as much
    NONE = "none"  # keeps its value


class LowValueRule(StrEnum):
    """What a company does in a whole fiscal year with things of low value."""

    IMMEDIATE = "immediate"
    POOL = "pool"
    CAPITALISE = "capitalise"  # over their life, like everything else


class DigitalRule(StrEnum):
    """What a company does with computers and software in its tax book."""

    FULL = "full"  # fully in the year of purchase
    ONE_YEAR = "one_year"  # over twelve months
    NOT_USED = "not_used"


class DisposalReason(StrEnum):
    SALE = "sale"
    SCRAPPED = "scrapped"
    THEFT = "theft"
    WITHDRAWN = "withdrawn"  # into private property
    OTHER = "other"


class Disposal(Record):
    """Pieces of an asset, or an application, that left the company."""

    __tablename__ = "disposal"

    disposed_on: Mapped[date]
    asset_id: Mapped[str | None] = reference("asset")
    application_id: Mapped[str | None] = reference("application")
    pieces: Mapped[int] = mapped_column(default=1)
    proceeds: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net, of all these pieces
    reason: Mapped[DisposalReason] = mapped_column(choice(DisposalReason), default=DisposalReason.SALE)
    note: Mapped[str] = mapped_column(Text, default="")


class TaxYear(Record):
    """What was chosen for all low-value things of a fiscal year, named by the year of its start."""

    __tablename__ = "tax_year"

    year: Mapped[int]
    low_value: Mapped[LowValueRule] = mapped_column(choice(LowValueRule), default=LowValueRule.IMMEDIATE)
    note: Mapped[str] = mapped_column(Text, default="")
