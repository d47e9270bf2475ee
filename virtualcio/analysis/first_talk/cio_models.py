"""Who does the work of a CIO: three models, each with its yearly cost, and which of them fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

from virtualcio.model.operations import CioModel

OWN_FROM = 250  # people: from here on the work fills a whole post
NONE_BELOW = 20  # people: below it the owner can do it beside, as long as little hurts
FEW_SYMPTOMS = 1
MANY_SYMPTOMS = 4
_DAYS = ((20, 1), (50, 2), (100, 3), (OWN_FROM, 5))  # people below → days a month
_MOST_DAYS = 8


class FitReason(StrEnum):
    """Why a model fits or does not."""

    LARGE = "large"  # large enough for a post of its own
    SMALL_AND_WELL = "small_and_well"
    TOO_SMALL_FOR_OWN = "too_small_for_own"
    CHEAPER_AS_OWN = "cheaper_as_own"  # so many days that an own one costs less
    HURTS = "hurts"  # too much hurts for nobody to see to it
    BY_DAYS = "by_days"
    NOT_ENOUGH_DAYS = "not_enough_days"
    NOT_NEEDED = "not_needed"
    SIZE_UNKNOWN = "size_unknown"


@dataclass(frozen=True)
class CioModelCost:
    """One model. `yearly_cost` in euros net; `days` a month of the external one."""

    model: CioModel
    yearly_cost: Decimal
    days: Decimal | None
    fits: bool
    why: FitReason


@dataclass(frozen=True)
class CioNeeds:
    """What the choice follows from. `symptoms`: answers of "yes" to what hurts; `critical`: there are
    processes that must not stand still. `own_yearly` and `day_rate` in euros.
    """

    employees: int | None
    symptoms: int
    critical: bool
    own_yearly: Decimal
    day_rate: Decimal
    agreed_days: Decimal | None = None  # a month, if an external one is there already


def external_days(needs: CioNeeds) -> Decimal:
    """Days a month: those agreed; else 1 below 20 people, 2 below 50, 3 below 100, 5 below 250, 8 above,
    and one more if much hurts and processes must not stand still. An assumption, shown as such.
    """
    if needs.agreed_days is not None:
        return needs.agreed_days
    people = needs.employees or 0
    days = next((days for below, days in _DAYS if people < below), _MOST_DAYS)
    return Decimal(days + (1 if needs.symptoms >= MANY_SYMPTOMS and needs.critical else 0))


def cio_models(needs: CioNeeds) -> Sequence[CioModelCost]:
    """Own, external, none, in this order; at most one fits, none of them if the size is not known."""
    days = external_days(needs)
    cost = (days * needs.day_rate * 12).quantize(Decimal("0.01"), ROUND_HALF_UP)
    fitting, why = _fitting(needs, cost)
    others = {
        CioModel.OWN: FitReason.TOO_SMALL_FOR_OWN,
        CioModel.EXTERNAL: FitReason.NOT_NEEDED if fitting is CioModel.NONE else FitReason.NOT_ENOUGH_DAYS,
        CioModel.NONE: FitReason.HURTS,
    }
    amounts = {CioModel.OWN: needs.own_yearly, CioModel.EXTERNAL: cost, CioModel.NONE: Decimal(0)}
    return [
        CioModelCost(
            model=model,
            yearly_cost=amounts[model],
            days=days if model is CioModel.EXTERNAL else None,
            fits=model is fitting,
            why=why if model is fitting or fitting is None else others[model],
        )
        for model in CioModel
    ]


def _fitting(needs: CioNeeds, external_cost: Decimal) -> tuple[CioModel | None, FitReason]:
    if needs.employees is None:
        return None, FitReason.SIZE_UNKNOWN
    if needs.employees >= OWN_FROM:
        return CioModel.OWN, FitReason.LARGE
    if external_cost >= needs.own_yearly:
        return CioModel.OWN, FitReason.CHEAPER_AS_OWN
    if needs.employees < NONE_BELOW and needs.symptoms <= FEW_SYMPTOMS:
        return CioModel.NONE, FitReason.SMALL_AND_WELL
    return CioModel.EXTERNAL, FitReason.BY_DAYS
