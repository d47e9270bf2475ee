"""Step 2, where the company wants to go: goals with their KPIs, capabilities, business model, maturity."""

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Goal
from virtualcio.texts import _
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.goals.goals_tab import GoalsTab


def _goals(shell: Shell, company: OpenCompany) -> GoalsTab:
    return GoalsTab(shell, company)


class GoalsPage(TabbedPage):
    """Goals as cards, KPIs and capabilities as tables, then the two pictures of the whole company."""

    TABS = (
        TabSpec(
            "goals", lambda: _("Goals"), _goals, lambda company: formats.number(company.data.count(Goal))
        ),
        table_tab("kpis"),
        table_tab("capabilities"),
    )
