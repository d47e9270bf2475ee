"""Step 4, what happens when: the time plan, the load of the people, how much they can give, their teams."""

from dataclasses import replace

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.roadmap.load_part import LoadPart
from virtualcio.ui.roadmap.plan_part import PlanPart
from virtualcio.ui.teams.ninety_days_tab import NinetyDaysTab
from virtualcio.ui.teams.orders_tab import OrdersTab
from virtualcio.ui.teams.teams_tab import TeamsTab


def _bars(company: OpenCompany) -> str:
    return formats.number(len(company.results.roadmap.bars))


def _teams(company: OpenCompany) -> str:
    return formats.number(len(company.results.teams))


class RoadmapPage(TabbedPage):
    """Time plan, load, pools, and who works together on what: teams, products, 90-day plans, orders."""

    TABS = (
        TabSpec("plan", lambda: _("Time plan"), PlanPart, _bars),
        TabSpec("load", lambda: _("Load"), LoadPart),
        table_tab("pools"),
        TabSpec("teams", lambda: _("Teams & roles"), TeamsTab, _teams),
        table_tab("products"),
        TabSpec("ninety_day_plans", lambda: _("90-day plan"), NinetyDaysTab),
        replace(table_tab("work_orders"), build=OrdersTab),
    )
