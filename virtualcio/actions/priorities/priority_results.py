"""What follows from initiatives: what must be done, benefit, size, kind, order, and why."""

from virtualcio.actions.goals.goal_results import GoalResults


class PriorityResults(GoalResults):
    """The priorities' part of `Results`."""
