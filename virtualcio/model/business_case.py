"""Step 5, whether an initiative pays: what it costs and brings a year, at worst, expected and at best."""

from decimal import Decimal
from enum import StrEnum

from sqlalchemy import Text
from sqlalchemy.orm import Mapped, mapped_column

from virtualcio.model.base import Cents, Record, choice, reference
from virtualcio.model.inventory import AmountOrigin


class CaseInputKind(StrEnum):
    ONE_OFF = "one_off"  # external cost
    RUNNING = "running"  # external cost a year
    INTERNAL = "internal"  # own person-days at the pool's rate; shown apart, no cash
    SAVING = "saving"
    REVENUE = "revenue"  # margin of additional business
    NOT_MONEY = "not_money"  # a benefit that is described, and not added up


class CaseInput(Record):
    """One input of the business case of an initiative: the same amount in each of its years.

    Year 0 is the start, years 1 to 5 the twelve months that end one to five years after it. The initiative's
    own one-off cost, running cost and person-days are inputs by themselves; a row of the same kind takes
    their place. Amounts are above 0, for costs too.
    """

    __tablename__ = "case_input"

    name: Mapped[str]
    initiative_id: Mapped[str] = reference("initiative", required=True)
    kind: Mapped[CaseInputKind] = mapped_column(choice(CaseInputKind), default=CaseInputKind.SAVING)
    first_year: Mapped[int] = mapped_column(default=1)  # 0 to 5
    last_year: Mapped[int] = mapped_column(default=5)
    worst: Mapped[Decimal | None] = mapped_column(Cents, default=None)  # net a year
    expected: Mapped[Decimal | None] = mapped_column(Cents, default=None)
    best: Mapped[Decimal | None] = mapped_column(Cents, default=None)
    amount_origin: Mapped[AmountOrigin] = mapped_column(choice(AmountOrigin), default=AmountOrigin.ESTIMATE)
    basis: Mapped[str] = mapped_column(Text, default="")  # how the amount was found
