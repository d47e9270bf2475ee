"""What an incident means for the company: its cost, its report; chips and the line above the table."""

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Chip, Column, Kind, Sentence, Status, Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.inventory.reporting_clock import ReportState, reporting_clock
from virtualcio.model import Application, Asset, Incident, Process, Record
from virtualcio.texts import _, join_names, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MONTHS_LOOKED_BACK = 12
_LINKS: dict[type[Record], str] = {
    Asset: "asset_id", Application: "application_id", Process: "process_id",
}  # fmt: skip


def report_status(company: "OpenCompany", incident: Incident) -> Status:
    """'Meldung bis 05.05.2026', 'gemeldet', 'keine Meldung nötig'."""
    clock = reporting_clock(incident)
    if clock.state is ReportState.NOT_NEEDED:
        return Status(_("no report needed"), Tone.NEUTRAL, date.max)
    if clock.state is ReportState.DONE:
        return Status(_("reported"), Tone.GOOD, date.max)
    if clock.due_on is None:
        return Status(_("day it was noticed missing"), Tone.ACT, date.min)
    tone = Tone.ACT if clock.due_on < company.today or clock.state is ReportState.FIRST_DUE else Tone.WATCH
    day = formats.day(clock.due_on)
    if clock.state is ReportState.FINAL_DUE:
        return Status(_("final report by {day}").format(day=day), tone, clock.due_on)
    return Status(_("report by {day}").format(day=day), tone, clock.due_on)


def report_due(_company: "OpenCompany", incident: Incident) -> bool:
    """Whether an authority still has to hear something."""
    return reporting_clock(incident).state not in (ReportState.NOT_NEEDED, ReportState.DONE)


def _goes_on(company: "OpenCompany", incident: Incident) -> bool:
    return incident.ended_on is None or incident.ended_on > company.today


def _of_twelve_months(company: "OpenCompany", incident: Incident) -> bool:
    day = incident.started_on or incident.noticed_on
    if day is None:
        return False
    year, rest = divmod(company.today.year * 12 + company.today.month - 1 - _MONTHS_LOOKED_BACK, 12)
    return day >= date(year, rest + 1, 1)


INCIDENTS: tuple[Chip, ...] = (
    Chip("report_due", mark("To be reported"), report_due, Tone.ACT),
    Chip("open", mark("Goes on"), _goes_on, Tone.WATCH),
    Chip("last_year", mark("Last 12 months"), _of_twelve_months),
    Chip("without_lesson", mark("Nothing learned yet"), lambda _company, one: not one.learned.strip()),
)


def incidents_summary(company: "OpenCompany") -> str:
    """'Letzte 12 Monate: 14,5 Stunden Ausfall, 6.400 €'; "" if there was none."""
    recent = [one for one in company.data.all(Incident) if _of_twelve_months(company, one)]
    if not recent:
        return ""
    hours = total(one.outage_hours for one in recent if one.outage_hours is not None)
    cost = total(one.cost for one in recent if one.cost is not None)
    return _("Last 12 months: {hours} hours of outage, {amount}").format(
        hours=_digits(hours), amount=formats.money_short(cost)
    )


def incident_sentence(company: "OpenCompany", incident: Incident) -> Sentence:
    """'6,5 Stunden Ausfall, 3.200 €. Meldung bis 05.05.2026 nötig.'"""
    parts = [_cost_words(incident)]
    clock, tone = reporting_clock(incident), Tone.NEUTRAL
    day = formats.day(clock.due_on)
    if clock.state is ReportState.FIRST_DUE:
        parts.append(_("To be reported to the authority by {day}.").format(day=day))
        tone = Tone.ACT
    elif clock.state is ReportState.FINAL_DUE:
        parts.append(_("The final report is to be made by {day}.").format(day=day))
        tone = Tone.ACT if clock.due_on is not None and clock.due_on < company.today else Tone.WATCH
    elif clock.state is ReportState.DAY_UNKNOWN:
        parts.append(_("It has to be reported; enter the day on which it was noticed."))
        tone = Tone.ACT
    elif _goes_on(company, incident):
        parts.append(_("It goes on, as far as is entered."))
        tone = Tone.WATCH
    return Sentence(" ".join(parts), tone, tuple(_why(company, incident)))


def incidents_of(company: "OpenCompany", record: Asset | Application | Process) -> str:
    """'2 Störungen, 8,5 Stunden Ausfall, 5.100 €' of the last 12 months; "" if there was none."""
    field = _LINKS[type(record)]
    linked = company.data.where(Incident, field, record.id)
    recent = [one for one in linked if _of_twelve_months(company, one)]
    if not recent:
        return ""
    hours = total(one.outage_hours for one in recent if one.outage_hours is not None)
    costs = [one.cost for one in recent if one.cost is not None]
    count = translate_count("{count} incident", "{count} incidents", len(recent))
    words = _("{incidents}, {hours} hours of outage").format(incidents=count, hours=_digits(hours))
    return f"{words}, {formats.money_short(total(costs))}" if costs else words


def _cost_words(incident: Incident) -> str:
    hours, cost = incident.outage_hours, incident.cost
    if hours is None and cost is None:
        return _("What it cost is not entered yet.")
    if cost is None:
        return _("{hours} hours of outage; the cost is not entered.").format(hours=_digits(hours or 0))
    amount = formats.money_short(cost)
    if hours is None:
        return _("It cost {amount}; the hours of outage are not entered.").format(amount=amount)
    return _("{hours} hours of outage, {amount}.").format(hours=_digits(hours), amount=amount)


def _why(company: "OpenCompany", incident: Incident) -> list[str]:
    data, why = company.data, []
    hit = (
        data.get(Process, incident.process_id),
        data.get(Application, incident.application_id),
        data.get(Asset, incident.asset_id),
    )
    names = [one.name for one in hit if one is not None]
    if names:
        why.append(_("It hit {names}.").format(names=join_names(names)))
    clock = reporting_clock(incident)
    if clock.warning_on is not None:
        warning = _("NIS-2: early warning within 24 hours, by {day}.")
        why.append(warning.format(day=formats.day(clock.warning_on)))
    if clock.report_on is not None:
        why.append(_("Report within 72 hours, by {day}.").format(day=formats.day(clock.report_on)))
    if clock.final_on is not None:
        why.append(_("NIS-2: final report within a month, by {day}.").format(day=formats.day(clock.final_on)))
    return why


def _digits(value: Decimal | int) -> str:
    """'6,5', '14': no zeros behind."""
    number = Decimal(value).normalize()
    return formats.number(number, max(0, -int(number.as_tuple().exponent)))


# Shown with what hangs on an asset, an application or a process: what failed of late, and what that cost.
INCIDENTS_OF = Column(
    "incidents", mark("Incidents (12 months)"), Kind.TEXT, compute=incidents_of, group=mark("Linked"),
    shown=False, width=200, help=mark("What failed here in the last 12 months, and what it cost."),
)  # fmt: skip
