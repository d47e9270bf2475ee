"""What follows from the plan: who is busy when, what conflicts, and which remedies come when."""

from virtualcio.actions.priorities.priority_results import PriorityResults


class RoadmapResults(PriorityResults):
    """The roadmap's part of `Results`."""
