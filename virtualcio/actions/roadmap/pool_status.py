"""How much a team has left, for the cells and the sentence above the table of teams."""

from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Status, Tone
from virtualcio.actions.roadmap.load_words import days_words
from virtualcio.analysis.amounts import total
from virtualcio.analysis.roadmap.loads import PoolLoad
from virtualcio.model import ResourcePool
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

NEXT_MONTHS = 3


def load_of(company: "OpenCompany", pool: ResourcePool) -> PoolLoad | None:
    """What is planned with a team, month by month."""
    return next((one for one in company.results.pool_loads if one.pool_id == pool.id), None)


def free_days(company: "OpenCompany", pool: ResourcePool) -> Decimal | None:
    """Person-days that are not planned in this and the next two months; a month beyond its days counts 0."""
    load = load_of(company, pool)
    if load is None or not any(load.capacity):
        return None
    months = zip(load.capacity[:NEXT_MONTHS], load.load[:NEXT_MONTHS], strict=True)
    return total(max(Decimal(0), free - taken) for free, taken in months)


def pool_status(company: "OpenCompany", pool: ResourcePool) -> Status:
    """'überlastet ab 03/2027', 'frei: 12,5 PT in 3 Monaten', or that it has no days."""
    load = load_of(company, pool)
    free = free_days(company, pool)
    if load is None or free is None:
        tone = Tone.ACT if load is not None and any(load.load) else Tone.WATCH
        return Status(_("no days for initiatives"), tone, (1, Decimal(0)))
    over = [month for month, days in zip(load.months, load.over, strict=True) if days]
    if over:
        words = _("overloaded from {month}").format(month=formats.month(over[0]))
        return Status(words, Tone.ACT, (0, Decimal(over[0].toordinal())))
    words = _("{days} free in 3 months").format(days=days_words(free))
    return Status(words, Tone.GOOD, (2, free))


def is_overloaded(company: "OpenCompany", pool: ResourcePool) -> bool:
    load = load_of(company, pool)
    return load is not None and any(load.over)


def without_days(_company: "OpenCompany", pool: ResourcePool) -> bool:
    """Whether daily business takes all its days, or none are entered."""
    return pool.days_per_month <= pool.support_days_per_month


def is_external(_company: "OpenCompany", pool: ResourcePool) -> bool:
    return pool.external


POOLS: tuple[Chip, ...] = (
    Chip("overloaded", mark("Overloaded"), is_overloaded, Tone.ACT),
    Chip("without_days", mark("Without days"), without_days, Tone.WATCH),
    Chip("without_rate", mark("Without price"), lambda _company, pool: pool.day_rate is None),
    Chip("external", mark("External"), is_external),
)


def pools_summary(company: "OpenCompany") -> str:
    """'Frei in den nächsten 3 Monaten: 24,5 PT'."""
    days = [free_days(company, pool) or Decimal(0) for pool in company.data.all(ResourcePool)]
    return _("Free in the next 3 months: {days}").format(days=days_words(total(days)))
