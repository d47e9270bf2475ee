"""The load of the people in words: person-days, fiscal years, and what a team's plan looks like."""

from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence
from virtualcio.actions.tone import Tone
from virtualcio.analysis.roadmap.loads import PoolLoad
from virtualcio.model import Initiative, ResourcePool
from virtualcio.texts import _, join_names

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def days_words(days: Decimal) -> str:
    """'12,5 PT', without zeros that say nothing."""
    places = max(0, -int(days.normalize().as_tuple().exponent)) if days else 0
    return _("{days} person-days").format(days=formats.number(days, min(places, 2)))


def fiscal_year_words(year: int, start_month: int) -> str:
    """'2027', or '2027/28' where the fiscal year does not begin in January."""
    return str(year) if start_month == 1 else f"{year}/{(year + 1) % 100:02}"


def pool_sentence(company: "OpenCompany", pool: ResourcePool) -> Sentence:
    """For the details of a team: whether it can carry what is planned, and until when it is full."""
    load = next(one for one in company.results.pool_loads if one.pool_id == pool.id)
    why = tuple(_needed_by(company, load))
    if not any(load.capacity):
        if any(load.load):
            return Sentence(
                _("It has no days for initiatives, and yet some are planned with it."), Tone.ACT, why
            )
        return Sentence(_("It has no days for initiatives yet: enter how many it has a month."), Tone.WATCH)
    over = [month for month, days in zip(load.months, load.over, strict=True) if days]
    if over:
        if len(over) == 1:
            text = _("In {month} more is planned than it can carry.")
        else:
            text = _("In {count} months more is planned than it can carry, first in {month}.")
        text = text.format(count=len(over), month=formats.long_month(over[0]))
        return Sentence(text, Tone.ACT, why)
    if not any(load.load):
        return Sentence(_("Nothing is planned with it."))
    busiest = max(range(len(load.months)), key=lambda at: (load.load[at], -at))
    text = _(
        "It can carry what is planned; in {month}, the fullest month, {load} of {free} are taken."
    ).format(
        month=formats.long_month(load.months[busiest]),
        load=days_words(load.load[busiest]),
        free=days_words(load.capacity[busiest]),
    )
    return Sentence(text, Tone.GOOD, why)


def _needed_by(company: "OpenCompany", load: PoolLoad) -> list[str]:
    names = [company.data.find(Initiative, key).name for key in load.by_initiative]
    return [_("Planned with it: {names}.").format(names=join_names(names, 6))] if names else []
