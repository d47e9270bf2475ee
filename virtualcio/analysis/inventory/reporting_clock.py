"""Until when an incident has to be reported to an authority (GDPR Art. 33; BSIG § 32 for NIS-2)."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from virtualcio.analysis.calendar_days import add_months
from virtualcio.model import Incident

WARNING = timedelta(days=1)  # NIS-2: 24 hours after it was noticed; a day is the finest a file knows
REPORT = timedelta(days=3)  # GDPR and NIS-2: 72 hours
FINAL_MONTHS = 1  # NIS-2


class ReportState(StrEnum):
    NOT_NEEDED = "not_needed"
    DAY_UNKNOWN = "day_unknown"  # it has to be reported, but nobody entered when it was noticed
    FIRST_DUE = "first_due"
    FINAL_DUE = "final_due"
    DONE = "done"


@dataclass(frozen=True)
class ReportingClock:
    """`due_on` is the last day of the report that comes next; the other days are those of each report, None
    where that one is not needed.
    """

    state: ReportState
    due_on: date | None = None
    warning_on: date | None = None
    report_on: date | None = None
    final_on: date | None = None


def reporting_clock(incident: Incident) -> ReportingClock:
    """What has to be reported next, and until when. The clock runs from the day it was noticed, else from
    that on which it began.
    """
    if not (incident.personal_data or incident.nis2):
        return ReportingClock(ReportState.NOT_NEEDED)
    noticed = incident.noticed_on or incident.started_on
    if noticed is None:
        reported = incident.reported_on is not None and not _final_missing(incident)
        return ReportingClock(ReportState.DONE if reported else ReportState.DAY_UNKNOWN)
    warning = noticed + WARNING if incident.nis2 else None
    report = noticed + REPORT
    final = add_months(noticed, FINAL_MONTHS) if incident.nis2 else None
    if incident.reported_on is None:
        return ReportingClock(ReportState.FIRST_DUE, warning or report, warning, report, final)
    if _final_missing(incident):
        return ReportingClock(ReportState.FINAL_DUE, final, warning, report, final)
    return ReportingClock(ReportState.DONE, None, warning, report, final)


def _final_missing(incident: Incident) -> bool:
    return incident.nis2 and incident.closed_report_on is None
