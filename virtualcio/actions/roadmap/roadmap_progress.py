"""How complete the roadmap is, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import Gap, NextStep, Progress, StepState, state_of_gaps
from virtualcio.model import Initiative, ResourcePool
from virtualcio.model.initiatives import InitiativeState
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results

_OPEN = (InitiativeState.IDEA, InitiativeState.PLANNED, InitiativeState.RUNNING)


def _start_words(count: int) -> str:
    return translate_count(
        "Put {count} initiative on the roadmap.", "Put {count} initiatives on the roadmap.", count
    )


def roadmap_state(results: "Results") -> StepState:
    """Empty without an initiative that has a start; without a team it cannot be done."""
    data = results.data
    initiatives = [one for one in data.all(Initiative) if one.state in _OPEN]
    unplanned = sum(one.start is None for one in initiatives)
    state = state_of_gaps(
        unplanned < len(initiatives),
        _("Begin with the most useful initiative: say in which month it starts."),
        "plan",
        (Gap(unplanned, len(initiatives), _start_words, "plan", ""),),
    )
    if state.progress is Progress.EMPTY or data.count(ResourcePool):
        return state
    text = _("Say who works on the initiatives and how many days a month: only then can you see the load.")
    return StepState(Progress.BEGUN, min(state.percent, 50), NextStep(text, "pools"), state.gaps)
