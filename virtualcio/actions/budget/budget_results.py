"""What follows from lines, contracts, remedies, initiatives and actual costs: the budget in its views."""

from virtualcio.actions.roadmap.roadmap_results import RoadmapResults


class BudgetResults(RoadmapResults):
    """The budget's part of `Results`."""
