"""The outcome logic of initiatives in words (rules.md section 2): which initiatives stand behind a KPI, what
is asked about them, and whether what they suppose was tried.
"""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Status, Tone
from virtualcio.formats import NO_VALUE
from virtualcio.model import Goal, Initiative, InitiativeGoal, InitiativeKpi, Kpi
from virtualcio.model.initiatives import HypothesisState, InitiativeState
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

OPENING = mark("Open the initiative")
# Column of the initiatives → its title here, and what stands there while it is empty.
QUESTIONS = {
    "we_do": (mark("We do"), mark("What do we do?")),
    "customer_change": (mark("For the customer this changes"), mark("What will the customer notice?")),
    "we_suppose": (mark("We suppose"), mark("Which effect do we suppose?")),
}
HYPOTHESIS_WORDS = {
    HypothesisState.OPEN: mark("Not tested yet"),
    HypothesisState.CONFIRMED: mark("Tested: it is so"),
    HypothesisState.REFUTED: mark("Tested: it is not so"),
}
_GONE = (InitiativeState.DROPPED,)
_ORDER = (InitiativeState.RUNNING, InitiativeState.PLANNED, InitiativeState.IDEA, InitiativeState.DONE)


def initiatives_behind(company: "OpenCompany", kpi: Kpi | None, goal: Goal | None) -> tuple[Initiative, ...]:
    """Initiatives measured by the KPI, then those that contribute to the goal; running ones first."""
    data = company.data
    measured = data.where(InitiativeKpi, "kpi_id", kpi.id) if kpi is not None else ()
    direct = [row.initiative_id for row in measured]
    for_goal = []
    if goal is not None:
        rows = data.where(InitiativeGoal, "goal_id", goal.id)
        strong = sorted((row for row in rows if row.strength > 0), key=lambda row: -row.strength)
        for_goal = [row.initiative_id for row in strong]
    keys = dict.fromkeys([*direct, *for_goal])
    found = [one for one in (data.get(Initiative, key) for key in keys) if one is not None]
    kept = [one for one in found if one.state not in _GONE]
    return tuple(sorted(kept, key=lambda one: (one.id not in direct, _ORDER.index(one.state))))


def measured_by(company: "OpenCompany", initiative: Initiative) -> str:
    """The names of its KPIs."""
    rows = company.data.where(InitiativeKpi, "initiative_id", initiative.id)
    kpis = (company.data.get(Kpi, row.kpi_id) for row in rows)
    return " · ".join(kpi.name for kpi in kpis if kpi is not None) or NO_VALUE


def hypothesis_status(initiative: Initiative) -> Status:
    """Whether the supposition was tried, and when."""
    if initiative.hypothesis is HypothesisState.OPEN:
        return Status(_("Supposition not tested yet"), Tone.WATCH)
    if initiative.hypothesis is HypothesisState.CONFIRMED:
        words, tone = _("Supposition confirmed"), Tone.GOOD
    else:
        words, tone = _("Supposition refuted"), Tone.ACT
    day = [formats.day(initiative.tested_on)] if initiative.tested_on is not None else []
    return Status(" · ".join([words, *day]), tone)
