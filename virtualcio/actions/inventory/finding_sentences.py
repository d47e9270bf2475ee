"""Title and detail of each finding, by the id of its check."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from virtualcio.actions.inventory import contract_findings, thing_findings
from virtualcio.analysis.checks.finding import Finding

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

SENTENCES: dict[str, Callable[["OpenCompany", Finding], tuple[str, str]]] = {
    "unsupported_under_critical": thing_findings.unsupported_under_critical,
    "support_ends_under_critical": thing_findings.support_ends_under_critical,
    "overdue_without_plan": thing_findings.overdue_without_plan,
    "acceptance_ran_out": thing_findings.acceptance_ran_out,
    "wave_peak": thing_findings.wave_peak,
    "without_owner": thing_findings.without_owner,
    "without_process": thing_findings.without_process,
    "without_date": thing_findings.without_date,
    "single_point_of_failure": thing_findings.single_point_of_failure,
    "one_person": thing_findings.one_person,
    "contract_decide": contract_findings.contract_decide,
    "contract_ends_before_use": contract_findings.contract_ends_before_use,
    "contract_for_retired": contract_findings.contract_for_retired,
    "unused_seats": contract_findings.unused_seats,
    "too_few_seats": contract_findings.too_few_seats,
    "support_too_slow": contract_findings.support_too_slow,
    "contract_unclear": contract_findings.contract_unclear,
    "leasing_return": contract_findings.leasing_return,
    "critical_process_without_owner": thing_findings.critical_process_without_owner,
    "shadow_it": thing_findings.shadow_it,
    "two_tools_one_purpose": thing_findings.two_tools_one_purpose,
    "access_not_reviewed": thing_findings.access_not_reviewed,
}
