"""The check that what is said to have happened does not lie in the future."""

from collections.abc import Mapping, Sequence

from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.model import AdoptionCount, Decision, Incident, OutcomeReview, Record, Review, Task

# What typing refuses for a day to come; a file of an older program or of a wrong clock can still hold it.
DAYS_OF_THE_PAST: Mapping[type[Record], tuple[str, ...]] = {
    Review: ("held_on", "closed_on"),
    OutcomeReview: ("held_on",),
    Decision: ("decided_on", "done_on"),
    Task: ("done_on",),
    AdoptionCount: ("counted_on",),
    Incident: ("started_on", "noticed_on", "reported_on"),
}


def done_in_future(facts: CheckFacts) -> Sequence[Finding]:
    """Reviews held, tasks done, decisions taken … on a day to come. One finding for all of them, the farthest
    day first; `field` is where that day stands.
    """
    found = []
    for kind, fields in DAYS_OF_THE_PAST.items():
        for record in facts.data.all(kind):
            to_come = [
                (day, field)
                for field in fields
                if (day := getattr(record, field)) is not None and day > facts.today
            ]
            if to_come:
                day, field = max(to_come)
                found.append((day, record.id, field, record))
    if not found:
        return []
    found.sort(key=lambda one: one[:2], reverse=True)
    day, _key, field, _record = found[0]
    params = {"count": len(found), "day": day, "field": field}
    return [Finding("done_in_future", Severity.WATCH, objects_of(*(one[3] for one in found)), params)]
