"""Step 6, steering: the guided review, council, decisions and tasks, outcomes, use of what is new, trends."""

from virtualcio.texts import _
from virtualcio.ui.common.tabbed_page import TabbedPage, TabSpec
from virtualcio.ui.review.review_tab import ReviewTab


class ReviewPage(TabbedPage):
    """While a review is held its name stands above the page."""

    TABS = (TabSpec("review", lambda: _("Quarterly review"), ReviewTab),)

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
