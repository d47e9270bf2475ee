"""What follows from reviews, meetings, tasks, outcomes and use."""

from virtualcio.actions.budget.spending_results import SpendingResults


class ReviewResults(SpendingResults):
    """The review's part of `Results`."""
