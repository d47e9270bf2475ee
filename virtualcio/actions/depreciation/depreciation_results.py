"""How what the company owns is depreciated, in both books."""

from virtualcio.actions.roadmap.roadmap_results import RoadmapResults


class DepreciationResults(RoadmapResults):
    """The part of `Results` that the books need; the budget's cost view builds on it."""
