"""Who works together on what, and what stays when an initiative is over."""

from virtualcio.actions.business_case.case_results import CaseResults


class TeamResults(CaseResults):
    """The teams' part of `Results`."""
