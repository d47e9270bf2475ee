"""The list of pages. A new page is one more row here; navigation, palette and pictures follow."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from virtualcio.texts import mark
from virtualcio.ui.common.page import Page
from virtualcio.ui.common.shell import Shell


class Group(StrEnum):
    """Where in the navigation a page stands."""

    TOP = "top"
    STEPS = "steps"
    WATCH = "watch"
    FOOT = "foot"
    HIDDEN = "hidden"  # reached by a button, not by the navigation


GROUP_TITLES = {Group.STEPS: mark("Steps"), Group.WATCH: mark("At a glance")}


@dataclass(frozen=True)
class PageSpec:
    """`title` and `question` (the grey words beside it) are message ids; `step` is its number in the
    workflow."""

    key: str
    title: str
    question: str
    icon: str
    group: Group
    step: int | None
    factory: Callable[[Shell], Page]


# Pages are built when first shown, and only then are their modules imported.


def _overview(shell: Shell) -> Page:
    from virtualcio.ui.overview.overview_page import OverviewPage

    return OverviewPage(shell)


def _inventory(shell: Shell) -> Page:
    from virtualcio.ui.inventory.inventory_page import InventoryPage

    return InventoryPage(shell)


def _goals(shell: Shell) -> Page:
    from virtualcio.ui.goals.goals_page import GoalsPage

    return GoalsPage(shell)


def _priorities(shell: Shell) -> Page:
    from virtualcio.ui.priorities.priorities_page import PrioritiesPage

    return PrioritiesPage(shell)


def _roadmap(shell: Shell) -> Page:
    from virtualcio.ui.roadmap.roadmap_page import RoadmapPage

    return RoadmapPage(shell)


def _review(shell: Shell) -> Page:
    from virtualcio.ui.review.review_page import ReviewPage

    return ReviewPage(shell)


def _first_talk(shell: Shell) -> Page:
    from virtualcio.ui.first_talk.talk_page import FirstTalkPage

    return FirstTalkPage(shell)


def _budget(shell: Shell) -> Page:
    from virtualcio.ui.budget.budget_page import BudgetPage

    return BudgetPage(shell)


def _checks(shell: Shell) -> Page:
    from virtualcio.ui.checks.checks_page import ChecksPage

    return ChecksPage(shell)


def _settings(shell: Shell) -> Page:
    from virtualcio.ui.settings.settings_page import SettingsPage

    return SettingsPage(shell)


def _importing(shell: Shell) -> Page:
    from virtualcio.ui.importing.import_page import ImportPage

    return ImportPage(shell)


PAGES: tuple[PageSpec, ...] = (
    PageSpec("overview", mark("Overview"), "", "house", Group.TOP, None, _overview),
    PageSpec(
        "inventory", mark("Inventory"), mark("What is there, what does it cost, what depends on it?"),
        "server", Group.STEPS, 1, _inventory,
    ),
    PageSpec(
        "goals", mark("Goals & KPIs"), mark("Where should the company go, and how do we notice?"),
        "target", Group.STEPS, 2, _goals,
    ),
    PageSpec(
        "priorities", mark("Priorities"), mark("What is worth it, what does it cost, what hangs on what?"),
        "list-ordered", Group.STEPS, 3, _priorities,
    ),
    PageSpec(
        "roadmap", mark("Roadmap"), mark("What happens when, and does it fit people and money?"),
        "map", Group.STEPS, 4, _roadmap,
    ),
    PageSpec(
        "budget", mark("Budget"), mark("What does IT cost, what is ahead, and what does it pay for?"),
        "wallet", Group.STEPS, 5, _budget,
    ),
    PageSpec(
        "review", mark("Steering"), mark("Is it still true, and what do we decide?"),
        "gauge", Group.STEPS, 6, _review,
    ),
    PageSpec(
        "first_talk", mark("First talk"), mark("Where do we stand, and who sees to it?"),
        "compass", Group.WATCH, None, _first_talk,
    ),
    PageSpec(
        "checks", mark("Checks"), mark("What needs a decision, and what is missing?"),
        "check", Group.WATCH, None, _checks,
    ),
    PageSpec(
        "settings", mark("Settings"), mark("The company, the assumptions and the file"),
        "settings", Group.FOOT, None, _settings,
    ),
    PageSpec(
        "import", mark("Import a list"), mark("From Excel or CSV into the company"),
        "table-2", Group.HIDDEN, None, _importing,
    ),
)  # fmt: skip


def page_spec(key: str) -> PageSpec:
    """KeyError if there is none."""
    for spec in PAGES:
        if spec.key == key:
            return spec
    raise KeyError(key)
