"""The KPIs that the overview shows: those of the goals that weigh most."""

from itertools import chain, islice
from typing import TYPE_CHECKING

from virtualcio.actions.goals.goal_cards import KpiLine, goal_cards
from virtualcio.actions.goals.goal_chips import kpis_summary
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

MOST = 6


def overview_kpis(company: "OpenCompany") -> tuple[KpiLine, ...]:
    """At most six, in the order of the goals' weights, then those without a goal; none of closed goals."""
    cards = (card for card in goal_cards(company) if not card.closed)
    return tuple(islice(chain.from_iterable(card.kpis for card in cards), MOST))


def overview_note(company: "OpenCompany") -> str:
    """'4 von 11 im Plan · Strich = Soll von heute'; "" without KPIs."""
    if not company.results.kpi_states:
        return ""
    legend = _("tick = where it should be")
    return f"{kpis_summary(company)} · {legend}"
