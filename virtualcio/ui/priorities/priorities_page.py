"""Step 3, what is worth doing, what it costs and what hangs on what."""

from dataclasses import replace

from virtualcio.texts import _
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.priorities.demands_tab import DemandsTab
from virtualcio.ui.priorities.dependencies_tab import DependenciesTab
from virtualcio.ui.priorities.initiatives_tab import InitiativesTab
from virtualcio.ui.priorities.obligations_tab import ObligationsTab
from virtualcio.ui.priorities.ranking_tab import RankingTab
from virtualcio.ui.priorities.risks_tab import RisksTab


class PrioritiesPage(TabbedPage):
    """The ranking is what is asked for most, so it is shown first; left of it stands what feeds it."""

    TABS = (
        replace(table_tab("demands"), build=DemandsTab),
        TabSpec("ranking", lambda: _("Ranking"), RankingTab),
        replace(table_tab("initiatives"), build=InitiativesTab),
        TabSpec("dependencies", lambda: _("Dependencies"), DependenciesTab),
        replace(table_tab("risks"), build=RisksTab),
        replace(table_tab("obligations"), build=ObligationsTab),
    )

    def first_tab(self) -> str:
        return "ranking"
