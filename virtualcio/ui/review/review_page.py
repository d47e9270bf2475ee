"""Step 6, steering: the guided review, council, decisions and tasks, outcomes, use of what is new, trends."""

from dataclasses import replace

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec, table_tab
from virtualcio.ui.review.adoption_tab import AdoptionTab
from virtualcio.ui.review.council_tab import CouncilTab
from virtualcio.ui.review.outcomes_tab import OutcomesTab
from virtualcio.ui.review.review_tab import ReviewTab
from virtualcio.ui.review.tasks_tab import TasksTab


def _open_tasks(company: OpenCompany) -> str:
    return formats.number(len(company.results.open_tasks))


class ReviewPage(TabbedPage):
    """While a review is held its name stands above the page."""

    TABS = (
        TabSpec("reviews", lambda: _("Quarterly review"), ReviewTab),
        replace(table_tab("council_meetings"), build=CouncilTab),
        replace(table_tab("tasks"), build=TasksTab, count=_open_tasks),
        table_tab("decisions"),
        replace(table_tab("outcomes"), build=OutcomesTab),
        replace(table_tab("adoption"), build=AdoptionTab),
        table_tab("trends"),
        table_tab("visits"),
    )

    def header_title(self) -> str:
        part = self.part
        return part.title() if isinstance(part, ReviewTab) else ""

    def header_question(self) -> str:
        part = self.part
        return part.question() if isinstance(part, ReviewTab) else ""

    def full_screen(self) -> bool:
        """The review on the whole screen, while one is held."""
        part = self.part
        return isinstance(part, ReviewTab) and part.show_full_screen()
