"""How complete the budget is, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import Gap, NextStep, StepState, state_of_gaps
from virtualcio.model import BudgetLine
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


def _purpose_words(count: int) -> str:
    return translate_count(
        "Say for {count} budget line what it is for.",
        "Say for {count} budget lines what they are for.",
        count,
    )


def budget_state(results: "Results") -> StepState:
    """Empty without any line or running contract."""
    lines = results.data.all(BudgetLine)
    without = sum(line.purpose is None for line in lines)
    text = _("Begin with what IT costs today: enter your contracts, or the first budget line.")
    beginning = None if lines or results.running_contracts else NextStep(text, "budget_lines", page="budget")
    gaps = (Gap(without, len(lines), _purpose_words, "budget_lines", "without_purpose", "budget"),)
    return state_of_gaps(beginning, gaps)
