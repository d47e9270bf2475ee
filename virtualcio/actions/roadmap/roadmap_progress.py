"""How complete the roadmap is, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import (
    Gap,
    NextStep,
    Progress,
    StepState,
    open_objects,
    state_of_gaps,
)
from virtualcio.model import ResourcePool
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


def _start_words(count: int) -> str:
    return translate_count(
        "Put {count} initiative on the roadmap.", "Put {count} initiatives on the roadmap.", count
    )


def _late(results: "Results") -> NextStep | None:
    """A planned start has passed and nothing runs, or a planned end and it is not done."""
    count = open_objects(results, "initiative_late")
    if not count:
        return None
    text = translate_count(
        "{count} initiative is late: move it, or say how far it is.",
        "{count} initiatives are late: move them, or say how far they are.",
        count,
    )
    return NextStep(text, "plan", page="roadmap")


def roadmap_state(results: "Results") -> StepState:
    """Empty without an initiative that has a start; without a team it cannot be done; outdated when
    something is late.
    """
    initiatives = results.open_initiatives
    unplanned = sum(one.start is None for one in initiatives)
    gaps = (Gap(unplanned, len(initiatives), _start_words, "plan", "", "roadmap"),)
    if unplanned == len(initiatives):
        text = _("Begin with the most useful initiative: say in which month it starts.")
        return state_of_gaps(NextStep(text, "plan", page="roadmap"), gaps)
    state = state_of_gaps(None, gaps, _late(results))
    if results.data.count(ResourcePool):
        return state
    text = _("Say who works on the initiatives and how many days a month: only then can you see the load.")
    percent = min(state.percent, 50)
    return StepState(Progress.BEGUN, percent, NextStep(text, "pools", page="roadmap"), state.gaps)
