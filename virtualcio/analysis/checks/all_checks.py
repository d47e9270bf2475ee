"""All checks in one list: id, severity at worst, rule, the action that mends it, and what its sentence
is made from. Adding a check is one function, one row in the list of its step, and one text.
"""

from dataclasses import replace
from datetime import date

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.checks.budget_rows import BUDGET_CHECKS
from virtualcio.analysis.checks.check import Check
from virtualcio.analysis.checks.check_facts import CheckFacts
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.checks.goal_rows import GOAL_CHECKS
from virtualcio.analysis.checks.inventory_rows import INVENTORY_CHECKS
from virtualcio.analysis.checks.operation_rows import OPERATION_CHECKS
from virtualcio.analysis.checks.priority_rows import PRIORITY_CHECKS
from virtualcio.analysis.checks.review_rows import REVIEW_CHECKS
from virtualcio.analysis.checks.roadmap_rows import ROADMAP_CHECKS
from virtualcio.model import SetAsideFinding

__all__ = ["CHECKS", "Check", "CheckFacts", "Finding", "Severity", "check", "run_checks"]

CHECKS: tuple[Check, ...] = (
    *INVENTORY_CHECKS,
    *OPERATION_CHECKS,
    *GOAL_CHECKS,
    *PRIORITY_CHECKS,
    *ROADMAP_CHECKS,
    *BUDGET_CHECKS,
    *REVIEW_CHECKS,
)


def check(check_id: str) -> Check:
    """KeyError if there is none."""
    return {one.id: one for one in CHECKS}[check_id]


def _urgency(finding: Finding) -> tuple[bool, bool, date, object, str, str]:
    money = finding.money if finding.money is not None else ZERO
    return (
        finding.severity is not Severity.ACT,
        finding.act_by is None,
        finding.act_by or date.max,
        -money,
        *finding.key,
    )


def run_checks(facts: CheckFacts) -> tuple[Finding, ...]:
    """All findings, most urgent first: to act before to watch, then the nearest day, then the most money.

    What was set aside comes along flagged, until its day of return (without one: for good).
    """
    set_aside = {
        (row.check_id, row.object_id): row.id
        for row in facts.data.all(SetAsideFinding)
        if row.until is None or facts.today < row.until
    }
    found = [finding for one in CHECKS for finding in one.function(facts)]
    flagged = [
        replace(finding, set_aside_by=set_aside[finding.key]) if finding.key in set_aside else finding
        for finding in found
    ]
    return tuple(sorted(flagged, key=_urgency))
