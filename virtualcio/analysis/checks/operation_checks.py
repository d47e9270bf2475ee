"""Checks about what daily operation brings: incidents to report, the security self-check, backups."""

from collections.abc import Sequence

from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.check_facts import CheckFacts, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.inventory.reporting_clock import ReportState, reporting_clock
from virtualcio.model import Asset, DataDomain, Incident
from virtualcio.model.inventory import AssetCategory

MOST_INCIDENTS = 3
RESTORE_MONTHS = 12
_SETTLED = (ReportState.NOT_NEEDED, ReportState.DONE)
_HOLDS_DATA = frozenset({AssetCategory.SERVER, AssetCategory.STORAGE, AssetCategory.NAS})


def incident_report_due(facts: CheckFacts) -> Sequence[Finding]:
    """An authority has to hear of an incident: the clock is running, has run out, or cannot run because
    nobody entered when it was noticed. The nearest day first.
    """
    found = []
    for incident in facts.data.all(Incident):
        clock = reporting_clock(incident)
        if clock.state not in _SETTLED:
            params = {"count": 1, "state": clock.state, "due_on": clock.due_on}
            act_by = clock.due_on or facts.today
            found.append(
                Finding("incident_report_due", Severity.ACT, objects_of(incident), params, None, act_by)
            )
    found.sort(key=lambda one: (one.act_by or facts.today, one.objects[0][1]))
    return together(found, MOST_INCIDENTS)


def top_security_question_open(facts: CheckFacts) -> Sequence[Finding]:
    """The self-check was begun, and some of the questions that count most are not answered yes. Kept under
    the company, because a question without an answer is no record.
    """
    score = facts.steering.security
    if not score.answered or not score.top_open:
        return []
    unanswered = len([number for number in score.top_open if number in score.open])
    params = {"count": len(score.top_open), "numbers": score.top_open, "unanswered": unanswered}
    objects = objects_of(facts.data.company)
    return [Finding("top_security_question_open", Severity.ACT, objects, params)]


def restore_not_tested(facts: CheckFacts) -> Sequence[Finding]:
    """Nobody has brought data back from a backup within the last 12 months, or ever, though there are
    applications, data domains or devices that hold data.
    """
    tested = facts.data.company.restore_tested_on
    if tested is not None and tested >= add_months(facts.today, -RESTORE_MONTHS):
        return []
    devices = any(isinstance(one, Asset) and one.category in _HOLDS_DATA for one in facts.things)
    if not (devices or facts.applications or facts.data.count(DataDomain)):
        return []
    params = {"count": 1, "tested_on": tested}
    return [Finding("restore_not_tested", Severity.ACT, objects_of(facts.data.company), params)]
