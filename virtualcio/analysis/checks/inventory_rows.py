"""The checks of the inventory, one row each."""

from virtualcio.analysis.checks.application_checks import (
    access_not_reviewed,
    shadow_it,
    two_tools_one_purpose,
)
from virtualcio.analysis.checks.check import Check
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
from virtualcio.analysis.checks.finding import Severity
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

ACT, WATCH = Severity.ACT, Severity.WATCH

INVENTORY_CHECKS: tuple[Check, ...] = (
    Check(
        "unsupported_under_critical",
        ACT,
        unsupported_under_critical,
        "decide_remedy",
        ("count", "product", "support_end", "processes", "bearable_hours", "planned_until"),
    ),
    Check(
        "support_ends_under_critical",
        WATCH,
        support_ends_under_critical,
        "decide_remedy",
        ("count", "product", "support_end", "processes", "bearable_hours", "planned_until"),
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
