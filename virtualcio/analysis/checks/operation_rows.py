"""The checks of daily operation, one row each."""

from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.checks.operation_checks import (
    incident_report_due,
    restore_not_tested,
    top_security_question_open,
)

ACT = Severity.ACT

OPERATION_CHECKS: tuple[Check, ...] = (
    Check(
        "incident_report_due",
        ACT,
        incident_report_due,
        "report_incident",
        ("count", "state", "due_on"),
        joins=True,
    ),
    Check(
        "top_security_question_open",
        ACT,
        top_security_question_open,
        "answer_questions",
        ("count", "numbers", "unanswered"),
    ),
    Check("restore_not_tested", ACT, restore_not_tested, "enter_restore", ("count", "tested_on")),
)
