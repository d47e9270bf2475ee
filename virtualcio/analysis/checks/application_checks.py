"""Checks about applications: unapproved ones, two for one purpose, access rights."""

from collections.abc import Sequence

from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.check_facts import IMPORTANT, CheckFacts, add_money, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.inventory.contract_costs import yearly_cost
from virtualcio.analysis.inventory.contract_dates import ContractState
from virtualcio.analysis.inventory.dependencies import contracts_of
from virtualcio.model import Application, Contract

MOST_SHADOW = 5


def shadow_it(facts: CheckFacts) -> Sequence[Finding]:
    """Used without having been approved; to act on where personal data or an important process is in it."""
    found = []
    for application in facts.applications:
        if application.approved:
            continue
        needing = facts.processes(application, IMPORTANT)
        serious = application.personal_data or bool(needing)
        found.append(
            Finding(
                "shadow_it",
                Severity.ACT if serious else Severity.WATCH,
                objects_of(application, *needing),
                {
                    "count": 1,
                    "users": application.users,
                    "personal_data": application.personal_data,
                    "processes": len(needing),
                },
            )
        )
    return together(found, MOST_SHADOW)


def _yearly_cost_of(facts: CheckFacts, application: Application, seen: set[Contract]) -> list[Contract]:
    contracts = [
        contract
        for contract in contracts_of(facts.data, application)
        if contract not in seen and facts.contract_dates[contract.id].state is not ContractState.ENDED
    ]
    seen.update(contracts)
    return contracts


def two_tools_one_purpose(facts: CheckFacts) -> Sequence[Finding]:
    """Several applications in use with the same purpose. Shown with what their contracts cost a year."""
    by_purpose: dict[str, list[Application]] = {}
    for application in facts.applications:
        purpose = " ".join(application.purpose.casefold().split())
        if purpose:
            by_purpose.setdefault(purpose, []).append(application)
    found = []
    for applications in by_purpose.values():
        if len(applications) < 2:
            continue
        seen: set[Contract] = set()
        contracts = [one for app in applications for one in _yearly_cost_of(facts, app, seen)]
        found.append(
            Finding(
                "two_tools_one_purpose",
                Severity.WATCH,
                objects_of(*applications),
                {"count": len(applications), "purpose": applications[0].purpose.strip()},
                add_money(yearly_cost(contract) for contract in contracts),
            )
        )
    return found


def access_not_reviewed(facts: CheckFacts) -> Sequence[Finding]:
    """Applications with personal data or under an important process whose access rights nobody looked
    at for a year [assumption]. One finding for all of them.
    """
    limit = add_months(facts.today, -facts.assumptions.access_review_months)
    stale = [
        application
        for application in facts.applications
        if (application.access_reviewed_on is None or application.access_reviewed_on < limit)
        and (application.personal_data or facts.processes(application, IMPORTANT))
    ]
    if not stale:
        return []
    stale.sort(
        key=lambda one: (one.access_reviewed_on is not None, one.access_reviewed_on or limit, one.name)
    )
    days = [one.access_reviewed_on for one in stale if one.access_reviewed_on is not None]
    return [
        Finding(
            "access_not_reviewed",
            Severity.WATCH,
            objects_of(*stale),
            {
                "count": len(stale),
                "never": len(stale) - len(days),
                "oldest": min(days, default=None),
                "months": facts.assumptions.access_review_months,
            },
        )
    ]
