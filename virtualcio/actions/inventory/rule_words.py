"""What each check looks at: title and explanation (message ids), by the id of the check."""

from virtualcio.texts import mark

RULES: dict[str, tuple[str, str]] = {
    "unsupported_under_critical": (
        mark("Security updates have ended under a critical process"),
        mark("Looks for assets and applications without security updates that a critical process needs."),
    ),
    "support_ends_under_critical": (
        mark("Security updates end soon under a critical process"),
        mark("Looks for the same, where security updates end within the next 12 months."),
    ),
    "overdue_without_plan": (
        mark("Overdue, and nothing has been decided"),
        mark("Everything that is overdue needs a decision: update, replace, retire or accept until a day."),
    ),
    "acceptance_ran_out": (
        mark("Accepted, but the day has passed"),
        mark("What was knowingly left as it is has to be decided again on the agreed day."),
    ),
    "wave_peak": (
        mark("One year is much dearer than the others"),
        mark("Looks for years in which far more has to be replaced than in the others."),
    ),
    "without_owner": (
        mark("Nobody is in charge"),
        mark("Each asset and each application needs somebody who decides about it."),
    ),
    "without_process": (
        mark("No process is linked"),
        mark("Only with its process can the program say what stops when something fails."),
    ),
    "without_date": (
        mark("The due date is unknown"),
        mark("Without purchase date or version nobody knows when something is due."),
    ),
    "single_point_of_failure": (
        mark("There is only one of it"),
        mark("Looks for assets without a second one that a critical process depends on."),
    ),
    "one_person": (
        mark("Only one person can run it"),
        mark("Looks for people without a deputy who run things that important processes need."),
    ),
    "contract_decide": (
        mark("A contract has to be decided"),
        mark("Reminds you in time before the last day of notice, with post and lead time to switch."),
    ),
    "contract_ends_before_use": (
        mark("A contract ends before what it covers"),
        mark("Looks for things that stay in use after their contract has ended."),
    ),
    "contract_for_retired": (
        mark("A contract goes on for something out of use"),
        mark("Looks for contracts that cost money although all they cover is out of use."),
    ),
    "unused_seats": (
        mark("Paid seats are not used"),
        mark("Compares seats bought and used, less a small reserve."),
    ),
    "too_few_seats": (
        mark("More seats are used than paid for"),
        mark("A check by the maker could become expensive."),
    ),
    "support_too_slow": (
        mark("Support is slower than the process can bear"),
        mark("Compares the agreed response time with the longest bearable outage of the processes."),
    ),
    "contract_unclear": (
        mark("Term or notice period of a contract is unclear"),
        mark("Without start and notice period no day can be watched."),
    ),
    "leasing_return": (
        mark("Leased things have to go back"),
        mark("Reminds you in time before the day of return."),
    ),
    "critical_process_without_owner": (
        mark("A critical process lacks a person in charge or a deputy"),
        mark("Each critical process needs somebody who decides, and somebody who stands in."),
    ),
    "shadow_it": (
        mark("Used without approval"),
        mark("Looks for applications that departments use without anybody having decided on them."),
    ),
    "two_tools_one_purpose": (
        mark("Several applications for one purpose"),
        mark("Looks for applications with the same purpose; often one of them is enough."),
    ),
    "access_not_reviewed": (
        mark("Access rights have not been reviewed"),
        mark("Looks for applications with personal data or under important processes."),
    ),
}
