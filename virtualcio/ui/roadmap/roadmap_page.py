"""Step 4, what happens when: the time plan, the load of the people, and how much they can give."""

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.roadmap.load_part import LoadPart
from virtualcio.ui.roadmap.plan_part import PlanPart


def _bars(company: OpenCompany) -> str:
    return formats.number(len(company.results.roadmap.bars))


class RoadmapPage(TabbedPage):
    """Time plan, load, and the table of pools."""

    TABS = (
        TabSpec("plan", lambda: _("Time plan"), PlanPart, _bars),
        TabSpec("load", lambda: _("Load"), LoadPart),
        table_tab("pools"),
        table_tab("teams"),
        table_tab("products"),
        table_tab("ninety_day_plans"),
        table_tab("work_orders"),
    )
