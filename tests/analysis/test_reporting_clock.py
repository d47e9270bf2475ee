"""An incident that an authority has to hear of has a day for each report."""

from datetime import date

from virtualcio.analysis.inventory.reporting_clock import ReportState, reporting_clock
from virtualcio.model import Incident

NOTICED = date(2026, 5, 4)


def test_most_incidents_need_no_report() -> None:
    assert reporting_clock(Incident(name="Strom weg", noticed_on=NOTICED)).state is ReportState.NOT_NEEDED


def test_lost_personal_data_is_reported_within_three_days_and_needs_no_final_report() -> None:
    incident = Incident(name="Laptop weg", noticed_on=NOTICED, personal_data=True)
    clock = reporting_clock(incident)
    assert (clock.state, clock.due_on) == (ReportState.FIRST_DUE, date(2026, 5, 7))
    assert (clock.warning_on, clock.final_on) == (None, None)
    incident.reported_on = date(2026, 5, 6)
    assert reporting_clock(incident).state is ReportState.DONE


def test_under_nis2_a_warning_comes_after_a_day_and_the_final_report_after_a_month() -> None:
    incident = Incident(name="Angriff", noticed_on=date(2026, 1, 31), nis2=True)
    clock = reporting_clock(incident)
    assert (clock.state, clock.due_on) == (ReportState.FIRST_DUE, date(2026, 2, 1))
    assert (clock.warning_on, clock.report_on) == (date(2026, 2, 1), date(2026, 2, 3))
    assert clock.final_on == date(2026, 2, 28)  # February has no 31st
    incident.reported_on = date(2026, 2, 1)
    clock = reporting_clock(incident)
    assert (clock.state, clock.due_on) == (ReportState.FINAL_DUE, date(2026, 2, 28))
    incident.closed_report_on = date(2026, 2, 27)
    assert reporting_clock(incident).state is ReportState.DONE


def test_the_clock_runs_from_the_beginning_where_nobody_said_when_it_was_noticed() -> None:
    began = Incident(name="Angriff", started_on=NOTICED, personal_data=True)
    assert reporting_clock(began).due_on == date(2026, 5, 7)
    unknown = reporting_clock(Incident(name="Angriff", personal_data=True))
    assert (unknown.state, unknown.due_on) == (ReportState.DAY_UNKNOWN, None)
