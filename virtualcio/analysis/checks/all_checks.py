"""All checks in one list: id, severity at worst, rule, the action that mends it, and what its sentence
is made from. Adding a check is one function and one row here, and one text.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.checks.application_checks import (
    access_not_reviewed,
    shadow_it,
    two_tools_one_purpose,
)
from virtualcio.analysis.checks.check_facts import CheckFacts
from virtualcio.analysis.checks.contract_checks import (
    contract_decide,
    contract_ends_before_use,
    contract_for_retired,
    contract_unclear,
    leasing_return,
    support_too_slow,
    too_few_seats,
    unused_seats,
)
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.checks.lifecycle_checks import (
    acceptance_ran_out,
    overdue_without_plan,
    support_ends_under_critical,
    unsupported_under_critical,
    wave_peak,
    without_date,
)
from virtualcio.analysis.checks.responsibility_checks import (
    critical_process_without_owner,
    one_person,
    single_point_of_failure,
    without_owner,
    without_process,
)
from virtualcio.model import SetAsideFinding

__all__ = ["CHECKS", "Check", "CheckFacts", "Finding", "Severity", "check", "run_checks"]


@dataclass(frozen=True)
class Check:
    """One rule. `params` are the names that a finding about one thing (or one group) always has; a
    finding that `joins` many of a kind has only "count".
    """

    id: str
    severity: Severity  # at worst
    function: Callable[[CheckFacts], Sequence[Finding]]
    action_id: str
    params: tuple[str, ...]
    joins: bool = False


ACT, WATCH = Severity.ACT, Severity.WATCH

CHECKS: tuple[Check, ...] = (
    Check(
        "unsupported_under_critical",
        ACT,
        unsupported_under_critical,
        "decide_remedy",
        ("count", "product", "support_end", "processes", "bearable_hours"),
    ),
    Check(
        "support_ends_under_critical",
        WATCH,
        support_ends_under_critical,
        "decide_remedy",
        ("count", "product", "support_end", "processes", "bearable_hours"),
    ),
    Check(
        "overdue_without_plan",
        ACT,
        overdue_without_plan,
        "decide_remedy",
        ("count", "reason", "area", "oldest", "without_value"),
    ),
    Check("acceptance_ran_out", ACT, acceptance_ran_out, "decide_remedy", ("count", "until", "reason")),
    Check(
        "wave_peak",
        WATCH,
        wave_peak,
        "show_wave",
        ("count", "year", "total", "mean_of_others", "first_due", "release_by"),
    ),
    Check("without_owner", WATCH, without_owner, "set_owner", ("count", "assets", "applications")),
    Check("without_process", WATCH, without_process, "link_process", ("count", "assets", "applications")),
    Check("without_date", WATCH, without_date, "set_date", ("count",)),
    Check(
        "single_point_of_failure",
        ACT,
        single_point_of_failure,
        "show_asset",
        ("count", "processes", "bearable_hours", "overdue"),
        joins=True,
    ),
    Check(
        "one_person",
        ACT,
        one_person,
        "set_deputy",
        ("count", "assets", "applications", "processes", "external"),
    ),
    Check(
        "contract_decide",
        ACT,
        contract_decide,
        "show_contract",
        (
            "count",
            "next_end",
            "last_day_of_notice",
            "decide_by",
            "following_end",
            "one_month_notice_right",
        ),
    ),
    Check(
        "contract_ends_before_use",
        ACT,
        contract_ends_before_use,
        "show_contract",
        ("count", "end", "covered", "ended"),
    ),
    Check(
        "contract_for_retired",
        WATCH,
        contract_for_retired,
        "show_contract",
        ("count", "covered", "next_end"),
    ),
    Check(
        "unused_seats",
        WATCH,
        unused_seats,
        "set_seats",
        ("count", "bought", "used", "unused", "next_end"),
    ),
    Check("too_few_seats", ACT, too_few_seats, "set_seats", ("count", "bought", "used", "missing")),
    Check(
        "support_too_slow",
        ACT,
        support_too_slow,
        "set_response",
        ("count", "response_hours", "bearable_hours", "processes"),
    ),
    Check(
        "contract_unclear",
        WATCH,
        contract_unclear,
        "complete_contract",
        ("count", "state", "contradictions"),
        joins=True,
    ),
    Check("leasing_return", ACT, leasing_return, "show_contract", ("count", "leasing_end")),
    Check(
        "critical_process_without_owner",
        ACT,
        critical_process_without_owner,
        "set_process_owner",
        ("count", "missing", "bearable_hours"),
        joins=True,
    ),
    Check(
        "shadow_it",
        ACT,
        shadow_it,
        "approve_application",
        ("count", "users", "personal_data", "processes"),
        joins=True,
    ),
    Check("two_tools_one_purpose", WATCH, two_tools_one_purpose, "show_applications", ("count", "purpose")),
    Check(
        "access_not_reviewed",
        WATCH,
        access_not_reviewed,
        "review_access",
        ("count", "never", "oldest", "months"),
    ),
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
