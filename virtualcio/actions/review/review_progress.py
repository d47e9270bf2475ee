"""How complete the steering is, and the one thing that would help most."""

from typing import TYPE_CHECKING

from virtualcio.actions.inventory.progress import Gap, NextStep, StepState, state_of_gaps
from virtualcio.model import Review, Task
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


def _task_words(count: int) -> str:
    return translate_count(
        "Say until when {count} task is to be done.", "Say until when {count} tasks are to be done.", count
    )


def review_state(results: "Results") -> StepState:
    """Empty without any review."""
    data = results.data
    open_tasks = [task for task in data.all(Task) if task.done_on is None]
    undated = sum(task.due_on is None for task in open_tasks)
    text = _("Plan the first review: an hour in which you look at goals, initiatives and money.")
    beginning = None if data.count(Review) else NextStep(text, "review", page="review")
    gaps = (Gap(undated, len(open_tasks), _task_words, "tasks", "without_date", "review"),)
    return state_of_gaps(beginning, gaps)
