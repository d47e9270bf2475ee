"""The one action of a finding about the inventory: what its button is called, and where it leads."""

from typing import TYPE_CHECKING

from virtualcio.actions.check_words import ActionKind, FindingAction, to_first
from virtualcio.actions.tables import place_of
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Asset, Contract, Person, Process
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _to_thing_of_person(company: "OpenCompany", finding: Finding) -> FindingAction:
    """The first thing that only this person can run: there the deputy is entered."""
    kind, key = next((one for one in finding.objects if one[0] is not Person), finding.objects[0])
    return FindingAction(*place_of(company, kind, key), "", "deputy" if kind is not Person else "")


def _to_date(company: "OpenCompany", finding: Finding) -> FindingAction:
    kind, key = finding.objects[0]
    column = "purchase_date" if kind is Asset else "product"
    return FindingAction(*place_of(company, kind, key), "without_date", column)


def _to_contract_gap(company: "OpenCompany", finding: Finding) -> FindingAction:
    _kind, key = finding.objects[0]
    contract = company.data.find(Contract, key)
    column = "start" if contract.start is None else "notice_count"
    chip = "dates_missing" if len(finding.objects) > 1 else ""
    return FindingAction("inventory", "contracts", key, chip, column)


def _to_process_owner(company: "OpenCompany", finding: Finding) -> FindingAction:
    _kind, key = finding.objects[0]
    column = "owner" if company.data.find(Process, key).owner_id is None else "deputy"
    return FindingAction(
        "inventory", "processes", key, "critical" if len(finding.objects) > 1 else "", column
    )


def _to_wave(_company: "OpenCompany", _finding: Finding) -> FindingAction:
    return FindingAction("overview", "today")


INVENTORY_ACTIONS: dict[str, ActionKind] = {
    "decide_remedy": ActionKind(mark("Decide"), to_first("remedy", "overdue"), "!"),
    "show_wave": ActionKind(mark("Look at"), _to_wave, "€"),
    "set_owner": ActionKind(mark("Assign"), to_first("owner", "without_owner"), "users"),
    "link_process": ActionKind(mark("Link"), to_first("processes", "without_process"), "link"),
    "set_date": ActionKind(mark("Enter"), _to_date, "calendar-days"),
    "show_asset": ActionKind(mark("Look at"), to_first("name"), "network"),
    "set_deputy": ActionKind(mark("Name a deputy"), _to_thing_of_person, "users"),
    "show_contract": ActionKind(mark("Contract"), to_first("name", kind=Contract), "§"),
    "set_seats": ActionKind(mark("Look at"), to_first("seats_used", kind=Contract), "§"),
    "set_response": ActionKind(mark("Contract"), to_first("response_hours", kind=Contract), "hourglass"),
    "complete_contract": ActionKind(mark("Complete"), _to_contract_gap, "§"),
    "set_process_owner": ActionKind(mark("Assign"), _to_process_owner, "users"),
    "approve_application": ActionKind(mark("Decide"), to_first("approved", "not_approved"), "app-window"),
    "show_applications": ActionKind(mark("Look at"), to_first("purpose"), "copy"),
    "review_access": ActionKind(mark("Enter"), to_first("access_reviewed_on", "access_not_reviewed"), "lock"),
}
