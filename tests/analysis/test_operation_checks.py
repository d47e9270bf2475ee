"""Checks of incidents, the security self-check and backups, each at its limit. Today is 22 November 2026."""

from collections.abc import Iterable
from datetime import date

import pytest

from tests.analysis.small_company import Rules
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.inventory.reporting_clock import ReportState
from virtualcio.exchange.security_questions import security_questions
from virtualcio.model import Application, Asset, Company, Incident, SecurityAnswer
from virtualcio.model.inventory import AssetCategory
from virtualcio.model.operations import SecurityReply


def test_an_incident_is_to_be_reported_until_it_is() -> None:
    theft = Incident(name="Diebstahl", noticed_on=date(2026, 11, 21), personal_data=True)
    (finding,) = Rules(theft).found("incident_report_due")
    assert finding.severity is Severity.ACT and finding.act_by == date(2026, 11, 24)  # 72 hours
    theft.reported_on = date(2026, 11, 22)
    assert Rules(theft).found("incident_report_due") == []
    theft.nis2 = True  # then a final report is due within a month
    (finding,) = Rules(theft).found("incident_report_due")
    assert finding.params["state"] is ReportState.FINAL_DUE and finding.act_by == date(2026, 12, 21)


def test_a_missed_report_and_one_without_a_day_stay_and_the_nearest_comes_first() -> None:
    missed = Incident(name="Alt", noticed_on=date(2025, 3, 1), personal_data=True)
    unknown = Incident(name="Ohne Tag", personal_data=True)
    harmless = Incident(name="Stromausfall", noticed_on=date(2026, 11, 1))
    found = Rules(unknown, missed, harmless).found("incident_report_due")
    assert [one.objects[0][1] for one in found] == [missed.id, unknown.id]
    assert found[1].act_by == date(2026, 11, 22) and found[1].params["due_on"] is None


def answers(replies: Iterable[tuple[int, SecurityReply]]) -> list[SecurityAnswer]:
    return [
        SecurityAnswer(question=number, answered_on=date(2026, 11, 1), reply=reply)
        for number, reply in replies
    ]


TOP = [one.number for one in security_questions() if one.rule.top]
OTHERS = [one.number for one in security_questions() if not one.rule.top]


def test_important_questions_are_open_as_long_as_they_are_not_answered_yes() -> None:
    yes = [(number, SecurityReply.YES) for number in TOP]
    assert Rules(answers(yes)).found("top_security_question_open") == []
    partly = [(TOP[0], SecurityReply.PARTLY), *yes[1:-1]]  # one in part, one not at all
    (finding,) = Rules(answers(partly)).found("top_security_question_open")
    assert finding.params == {"count": 2, "numbers": (TOP[0], TOP[-1]), "unanswered": 1}
    assert [kind for kind, _key in finding.objects] == [Company]


def test_a_check_that_nobody_began_has_no_open_questions() -> None:
    assert Rules(Asset(name="S")).found("top_security_question_open") == []
    (finding,) = Rules(answers([(OTHERS[0], SecurityReply.NO)])).found("top_security_question_open")
    assert finding.params["count"] == len(TOP)


SERVER = AssetCategory.SERVER


@pytest.mark.parametrize(
    ("tested", "found"), [(None, True), (date(2025, 11, 22), False), (date(2025, 11, 21), True)]
)
def test_a_restore_is_to_be_tested_every_twelve_months(tested: date | None, found: bool) -> None:
    rules = Rules(Asset(name="S", category=SERVER))
    rules.data.company.restore_tested_on = tested
    assert bool(rules.found("restore_not_tested")) is found


@pytest.mark.parametrize(
    ("thing", "found"),
    [
        (Application(name="ERP"), True),
        (Asset(name="NAS", category=AssetCategory.NAS), True),
        (Asset(name="Drucker", category=AssetCategory.PRINTER), False),
        (Asset(name="Alt", category=SERVER, retired_on=date(2026, 1, 1)), False),
    ],
)
def test_only_where_there_is_data_a_restore_is_asked_for(thing: Asset | Application, found: bool) -> None:
    assert bool(Rules(thing).found("restore_not_tested")) is found
