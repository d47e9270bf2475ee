"""Whether an initiative pays."""

from virtualcio.actions.first_talk.talk_results import TalkResults


class CaseResults(TalkResults):
    """The business cases' part of `Results`."""
