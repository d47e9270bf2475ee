"""What a finished initiative promised against what arrived (rules.md section 6)."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.amounts import share_percent
from virtualcio.analysis.goals.kpi_target import target_of
from virtualcio.analysis.review.due import last_day_of
from virtualcio.model import Initiative, InitiativeKpi, Kpi, OutcomeKpi, OutcomeReview
from virtualcio.model.company_data import CompanyData

LastValue = Callable[[Kpi, date], Decimal | None]


@dataclass(frozen=True)
class OutcomeRow:
    """One KPI. `reached` None if one of the two is not known, or nothing says which way is better."""

    kpi_id: str
    name: str
    promised: Decimal | None
    arrived: Decimal | None
    reached: bool | None


@dataclass(frozen=True)
class Outcome:
    """Money net, days as dates. None: not known, and to be named as such, never as "fine".

    `review` is None as long as nobody has looked: then this is what would be written down today.
    """

    initiative_id: str
    review: OutcomeReview | None
    held_on: date | None
    kpis: tuple[OutcomeRow, ...]
    planned_cost: Decimal | None
    actual_cost: Decimal | None
    planned_end: date | None
    actual_end: date | None
    planned_users: int | None
    actual_users: int | None

    @property
    def cost_difference(self) -> Decimal | None:
        """Above 0: dearer than planned."""
        if self.planned_cost is None or self.actual_cost is None:
            return None
        return self.actual_cost - self.planned_cost

    @property
    def days_late(self) -> int | None:
        """Below 0: earlier than planned."""
        if self.planned_end is None or self.actual_end is None:
            return None
        return (self.actual_end - self.planned_end).days

    @property
    def use_percent(self) -> Decimal | None:
        if not self.planned_users or self.actual_users is None:
            return None
        return share_percent(Decimal(self.actual_users), Decimal(self.planned_users))

    @property
    def kpis_reached(self) -> int:
        return len([row for row in self.kpis if row.reached])


def newest_review(data: CompanyData, initiative: Initiative) -> OutcomeReview | None:
    """The outcome review of an initiative; of several the last one held, before that the one to be held."""
    found = data.where(OutcomeReview, "initiative_id", initiative.id)
    return max(found, key=lambda one: (one.held_on is None, one.held_on or date.min, one.id), default=None)


def outcome_of(
    data: CompanyData, initiative: Initiative, users: int | None, last_value: LastValue, today: date
) -> Outcome:
    """As it was written down; else as it stands today. `last_value` is the KPI's last value up to a day."""
    review = newest_review(data, initiative)
    if review is None:
        return Outcome(
            initiative.id,
            None,
            None,
            tuple(_row(kpi, _promised(kpi), last_value(kpi, today)) for kpi in linked_kpis(data, initiative)),
            initiative.one_off_cost,
            None,
            last_day_of(initiative),
            initiative.finished_on,
            initiative.promised_users,
            users,
        )
    rows = data.where(OutcomeKpi, "outcome_id", review.id)
    return Outcome(
        initiative.id,
        review,
        review.held_on,
        tuple(_row(data.find(Kpi, row.kpi_id), row.promised, row.arrived) for row in rows),
        review.planned_cost,
        review.actual_cost,
        review.planned_end,
        review.actual_end,
        review.planned_users,
        review.actual_users,
    )


def linked_kpis(data: CompanyData, initiative: Initiative) -> tuple[Kpi, ...]:
    """The KPIs that the initiative is measured by, each once, in the order of their links."""
    links = data.where(InitiativeKpi, "initiative_id", initiative.id)
    return tuple(data.find(Kpi, key) for key in dict.fromkeys(link.kpi_id for link in links))


def _promised(kpi: Kpi) -> Decimal | None:
    """The value that counts as kept: the target, of a band none, as it is not one value."""
    target = target_of(kpi)
    if kpi.target is not None:
        return kpi.target
    return kpi.baseline if target is not None and (target.low is None or target.high is None) else None


def _row(kpi: Kpi, promised: Decimal | None, arrived: Decimal | None) -> OutcomeRow:
    return OutcomeRow(kpi.id, kpi.name, promised, arrived, _reached(kpi, promised, arrived))


def _reached(kpi: Kpi, promised: Decimal | None, arrived: Decimal | None) -> bool | None:
    """Measured against what was promised then, by the direction of the KPI; a band by its limits."""
    target = target_of(kpi)
    if target is None or arrived is None:
        return None
    if target.low is not None and target.high is not None:
        return target.met_by(Fraction(arrived))
    if promised is None:
        return None
    return arrived >= promised if target.low is not None else arrived <= promised
