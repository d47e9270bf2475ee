"""What comes next on the overview: the most urgent findings, and the review that is to be prepared."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.analysis.checks.finding import Finding

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

REVIEW_AT = 2  # the third one, so that a small window still shows it


def next_steps(company: "OpenCompany", most: int) -> Sequence[Finding]:
    """At most so many open findings, most urgent first. The review that is due stands third at the latest:
    it has a day on which people come together, and what is late must not push it out of sight.
    """
    found = list(company.results.findings)
    place = next((at for at, one in enumerate(found) if one.check_id == "review_due"), None)
    if place is not None and place > REVIEW_AT:
        found.insert(REVIEW_AT, found.pop(place))
    return found[:most]
