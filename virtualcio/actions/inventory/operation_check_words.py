"""The words and actions of the checks of daily operation, one row a check, and their sentences."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction, Target, to_first
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.analysis.checks.finding import Finding
from virtualcio.analysis.inventory.reporting_clock import ReportState
from virtualcio.exchange.security_questions import security_questions
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]


def _incident_report_due(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} incident is to be reported to the authority",
            "{count} incidents are to be reported to the authority",
            parts.count,
        )
        return title, parts.names()
    due, name = parts.value("due_on"), parts.name()
    if due is None:
        title = _("“{name}” has to be reported, but the day is missing").format(name=name)
        return title, _("Enter when it was noticed: the time to report runs from then.")
    if parts.value("state") is ReportState.FINAL_DUE:
        title = _("“{name}”: the final report to the authority is missing").format(name=name)
    else:
        title = _("“{name}” has to be reported to the authority").format(name=name)
    if due < company.today:
        return title, _("The time ended on {day}. A late report is better than none.").format(
            day=formats.day(due)
        )
    return title, _("Time until {day}.").format(day=formats.day(due))


def _top_security_question_open(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} especially important question of the security check is open",
        "{count} especially important questions of the security check are open",
        parts.count,
    )
    numbers = parts.value("numbers")
    first = next(one for one in security_questions() if one.number == numbers[0])
    others = parts.count - 1
    if not others:
        return title, first.text
    more = translate_count("And {count} more.", "And {count} more.", others)
    return title, f"{first.text} {more}"


def _restore_not_tested(company: "OpenCompany", finding: Finding) -> Words:
    tested = finding.params.get("tested_on")
    detail = _("Only a backup that was brought back once is a backup. Enter the day of the test.")
    if tested is None:
        return _("No test of bringing data back is entered"), detail
    day = Parts(company, finding).day("tested_on")
    return _("Bringing data back was last tested on {day}").format(day=day), detail


OPERATION_CHECK_WORDS: Mapping[str, CheckWords] = {
    "incident_report_due": CheckWords(
        mark("An incident is to be reported to the authority"),
        mark(
            "Watches the time limits of data protection (72 hours) and NIS-2 (24 hours, 72 hours, a month)."
        ),
        _incident_report_due,
    ),
    "top_security_question_open": CheckWords(
        mark("The security check has important gaps"),
        mark("Looks for questions that count most and are not answered with yes."),
        _top_security_question_open,
    ),
    "restore_not_tested": CheckWords(
        mark("Nobody has tested bringing data back from the backup"),
        mark("Reminds you when the last test is more than 12 months ago or there was none."),
        _restore_not_tested,
    ),
}


def _to(page: str, tab: str) -> Target:
    def target(_company: "OpenCompany", _finding: Finding) -> FindingAction:
        return FindingAction(page, tab)

    return target


def _to_question(_company: "OpenCompany", finding: Finding) -> FindingAction:
    """To the first of the open questions."""
    numbers = finding.params["numbers"]
    assert isinstance(numbers, tuple)
    return FindingAction("inventory", "security", str(numbers[0]))


OPERATION_ACTIONS: dict[str, ActionKind] = {
    "report_incident": ActionKind(mark("Report"), to_first("reported_on", "report_due"), "!"),
    "answer_questions": ActionKind(mark("Look at"), _to_question, "lock"),
    "enter_restore": ActionKind(mark("Enter"), _to("settings", "company"), "database"),
}
