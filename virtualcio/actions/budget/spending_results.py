"""What every larger expense leads to: assigned spending and the golden thread."""

from virtualcio.actions.budget.budget_results import BudgetResults


class SpendingResults(BudgetResults):
    """The part of `Results` that traces money to processes and goals."""
