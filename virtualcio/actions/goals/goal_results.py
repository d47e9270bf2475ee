"""What follows from goals, KPIs and their values: weights, progress, forecasts, capabilities, maturity."""

from virtualcio.actions.inventory.contract_results import ContractResults


class GoalResults(ContractResults):
    """The goals' part of `Results`."""
