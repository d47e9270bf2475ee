"""What follows from the answers of the first talk."""

from virtualcio.actions.review.review_results import ReviewResults


class TalkResults(ReviewResults):
    """The first talk's part of `Results`."""
