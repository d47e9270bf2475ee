"""What the plan does about the backlog, and where the money falls short of what is due, in sentences."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.texts import _, join_names

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MOST = 2  # years that are named


def prevented_sentence(company: "OpenCompany") -> str:
    """How much less the backlog is with the roadmap at the end of the curve; "" without a roadmap."""
    curves = company.results.curves
    if curves.with_roadmap is None or not curves.days:
        return ""
    less = curves.doing_nothing[-1] - curves.with_roadmap[-1]
    if less <= 0:
        return ""
    words = _("Until {quarter} the plan prevents {amount} of further backlog.")
    return words.format(quarter=formats.quarter(curves.days[-1]), amount=formats.money_short(less))


def missing_sentence(company: "OpenCompany") -> str:
    """The first years in which less is planned than falls due, with what is missing; "" if there is none."""
    start = company.data.company.fiscal_year_start
    short = [
        f"{formats.money_short(missing)} ({fiscal_year_words(year, start)})"
        for year, _need, _planned, missing in company.results.wave_beside_money
        if missing > 0
    ]
    if not short:
        return ""
    return _("Less is planned than falls due: {amounts}.").format(amounts=join_names(short[:_MOST]))
