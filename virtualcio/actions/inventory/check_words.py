"""The words of the inventory's checks, one row a check: what it looks at, and the function that puts the
title and detail of one finding together.
"""

from collections.abc import Mapping

from virtualcio.actions.check_words import CheckWords
from virtualcio.actions.inventory import contract_findings, thing_findings
from virtualcio.texts import mark

INVENTORY_CHECK_WORDS: Mapping[str, CheckWords] = {
    "unsupported_under_critical": CheckWords(
        mark("Security updates have ended under a critical process"),
        mark("Looks for assets and applications without security updates that a critical process needs."),
        thing_findings.unsupported_under_critical,
    ),
    "support_ends_under_critical": CheckWords(
        mark("Security updates end soon under a critical process"),
        mark("Looks for the same, where security updates end within the next 12 months."),
        thing_findings.support_ends_under_critical,
    ),
    "overdue_without_plan": CheckWords(
        mark("Overdue, and nothing has been decided"),
        mark("Everything that is overdue needs a decision: update, replace, retire or accept until a day."),
        thing_findings.overdue_without_plan,
    ),
    "acceptance_ran_out": CheckWords(
        mark("Accepted, but the day has passed"),
        mark("What was knowingly left as it is has to be decided again on the agreed day."),
        thing_findings.acceptance_ran_out,
    ),
    "wave_peak": CheckWords(
        mark("One year is much dearer than the others"),
        mark("Looks for years in which far more has to be replaced than in the others."),
        thing_findings.wave_peak,
    ),
    "without_owner": CheckWords(
        mark("Nobody is in charge"),
        mark("Each asset and each application needs somebody who decides about it."),
        thing_findings.without_owner,
    ),
    "without_process": CheckWords(
        mark("No process is linked"),
        mark("Only with its process can the program say what stops when something fails."),
        thing_findings.without_process,
    ),
    "without_date": CheckWords(
        mark("The due date is unknown"),
        mark("Without purchase date or version nobody knows when something is due."),
        thing_findings.without_date,
    ),
    "single_point_of_failure": CheckWords(
        mark("There is only one of it"),
        mark("Looks for assets without a second one that a critical process depends on."),
        thing_findings.single_point_of_failure,
    ),
    "one_person": CheckWords(
        mark("Only one person can run it"),
        mark("Looks for people without a deputy who run things that important processes need."),
        thing_findings.one_person,
    ),
    "contract_decide": CheckWords(
        mark("A contract has to be decided"),
        mark("Reminds you in time before the last day of notice, with post and lead time to switch."),
        contract_findings.contract_decide,
    ),
    "contract_ends_before_use": CheckWords(
        mark("A contract ends before what it covers"),
        mark("Looks for things that stay in use after their contract has ended."),
        contract_findings.contract_ends_before_use,
    ),
    "contract_for_retired": CheckWords(
        mark("A contract goes on for something out of use"),
        mark("Looks for contracts that cost money although all they cover is out of use."),
        contract_findings.contract_for_retired,
    ),
    "unused_seats": CheckWords(
        mark("Paid seats are not used"),
        mark("Compares seats bought and used, less a small reserve."),
        contract_findings.unused_seats,
    ),
    "too_few_seats": CheckWords(
        mark("More seats are used than paid for"),
        mark("A check by the maker could become expensive."),
        contract_findings.too_few_seats,
    ),
    "support_too_slow": CheckWords(
        mark("Support is slower than the process can bear"),
        mark("Compares the agreed response time with the longest bearable outage of the processes."),
        contract_findings.support_too_slow,
    ),
    "contract_unclear": CheckWords(
        mark("Term or notice period of a contract is unclear"),
        mark("Without start and notice period no day can be watched."),
        contract_findings.contract_unclear,
    ),
    "leasing_return": CheckWords(
        mark("Leased things have to go back"),
        mark("Reminds you in time before the day of return."),
        contract_findings.leasing_return,
    ),
    "critical_process_without_owner": CheckWords(
        mark("A critical process lacks a person in charge or a deputy"),
        mark("Each critical process needs somebody who decides, and somebody who stands in."),
        thing_findings.critical_process_without_owner,
    ),
    "shadow_it": CheckWords(
        mark("Used without approval"),
        mark("Looks for applications that departments use without anybody having decided on them."),
        thing_findings.shadow_it,
    ),
    "two_tools_one_purpose": CheckWords(
        mark("Several applications for one purpose"),
        mark("Looks for applications with the same purpose; often one of them is enough."),
        thing_findings.two_tools_one_purpose,
    ),
    "access_not_reviewed": CheckWords(
        mark("Access rights have not been reviewed"),
        mark("Looks for applications with personal data or under important processes."),
        thing_findings.access_not_reviewed,
    ),
}
