"""Step 2, where the company wants to go: goals with their KPIs, capabilities, business model, maturity."""

from virtualcio import formats
from virtualcio.model import Goal
from virtualcio.texts import _
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.goals.canvas_tab import CanvasTab
from virtualcio.ui.goals.goals_tab import GoalsTab
from virtualcio.ui.goals.maturity_tab import MaturityTab


class GoalsPage(TabbedPage):
    """Goals as cards, KPIs and capabilities as tables, then the two pictures of the whole company."""

    TABS = (
        TabSpec(
            "goals", lambda: _("Goals"), GoalsTab, lambda company: formats.number(company.data.count(Goal))
        ),
        table_tab("kpis"),
        table_tab("capabilities"),
        TabSpec("canvas", lambda: _("Business model"), CanvasTab),
        TabSpec("maturity", lambda: _("Maturity"), MaturityTab),
    )
