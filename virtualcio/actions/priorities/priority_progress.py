"""How complete the priorities are, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import Gap, StepState, state_of_gaps
from virtualcio.model import (
    Demand,
    Initiative,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeRisk,
    Record,
)
from virtualcio.model.initiatives import DemandState
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


# Rows of one of these say what an initiative is good for.
_PURPOSES: tuple[type[Record], ...] = (InitiativeGoal, InitiativeObligation, InitiativeRisk)


def _purpose_words(count: int) -> str:
    return translate_count(
        "Say for {count} initiative which goal or duty it serves.",
        "Say for {count} initiatives which goal or duty they serve.",
        count,
    )


def _effort_words(count: int) -> str:
    return translate_count(
        "Enter effort and cost of {count} initiative.", "Enter effort and cost of {count} initiatives.", count
    )


def _answer_words(count: int) -> str:
    return translate_count("Answer {count} demand.", "Answer {count} demands.", count)


def priority_state(results: "Results") -> StepState:
    """Empty without any initiative; done when 90 % of initiatives and demands are complete."""
    data = results.data
    initiatives = results.open_initiatives
    demands = data.all(Demand)
    without_purpose = sum(
        not any(data.where(kind, "initiative_id", one.id) for kind in _PURPOSES) for one in initiatives
    )
    ranking = results.ranking
    without_effort = sum(not one.effort_known for one in (*ranking.must, *ranking.ranked))
    unanswered = sum(demand.state is DemandState.OPEN for demand in demands)
    return state_of_gaps(
        bool(data.count(Initiative)),
        _("Begin with what you want to change anyway: enter the first initiative or take a demand."),
        "initiatives",
        (
            Gap(without_purpose, len(initiatives), _purpose_words, "initiatives", "without_purpose"),
            Gap(without_effort, len(initiatives), _effort_words, "initiatives", "without_effort"),
            Gap(unanswered, len(demands), _answer_words, "demands", "open"),
        ),
    )
