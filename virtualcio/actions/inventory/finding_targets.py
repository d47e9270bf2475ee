"""The one action of a finding: what its button is called, and the table, row and column it leads to."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.tables import place_of
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Asset, Contract, Person, Process, Record
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class FindingAction:
    """Page, tab, record, chip and column as the shell takes them; "" where it does not matter."""

    page: str
    tab: str = ""
    record: str = ""
    chip: str = ""
    column: str = ""


@dataclass(frozen=True)
class ActionKind:
    """`title` is a message id; `sign` a letter (§, €, !) or the name of an icon: what kind of thing it is."""

    title: str
    target: Callable[["OpenCompany", Finding], FindingAction]
    sign: str


def _to(
    column: str, chip_for_many: str = "", kind: type[Record] | None = None
) -> Callable[["OpenCompany", Finding], FindingAction]:
    """To the first object (of `kind`); with several of them the table is filtered by `chip_for_many`."""

    def target(company: "OpenCompany", finding: Finding) -> FindingAction:
        objects = [one for one in finding.objects if kind is None or one[0] is kind]
        if not objects:
            return FindingAction("checks")
        first_kind, key = objects[0]
        count = finding.params.get("count")
        chip = chip_for_many if isinstance(count, int) and count > 1 else ""
        return FindingAction(*place_of(company, first_kind, key), chip, column)

    return target


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


ACTIONS: dict[str, ActionKind] = {
    "decide_remedy": ActionKind(mark("Decide"), _to("remedy", "overdue"), "!"),
    "show_wave": ActionKind(mark("Look at"), _to_wave, "€"),
    "set_owner": ActionKind(mark("Assign"), _to("owner", "without_owner"), "users"),
    "link_process": ActionKind(mark("Link"), _to("processes", "without_process"), "link"),
    "set_date": ActionKind(mark("Enter"), _to_date, "calendar-days"),
    "show_asset": ActionKind(mark("Look at"), _to("name"), "network"),
    "set_deputy": ActionKind(mark("Name a deputy"), _to_thing_of_person, "users"),
    "show_contract": ActionKind(mark("Contract"), _to("name", kind=Contract), "§"),
    "set_seats": ActionKind(mark("Look at"), _to("seats_used", kind=Contract), "§"),
    "set_response": ActionKind(mark("Contract"), _to("response_hours", kind=Contract), "hourglass"),
    "complete_contract": ActionKind(mark("Complete"), _to_contract_gap, "§"),
    "set_process_owner": ActionKind(mark("Assign"), _to_process_owner, "users"),
    "approve_application": ActionKind(mark("Decide"), _to("approved", "not_approved"), "app-window"),
    "show_applications": ActionKind(mark("Look at"), _to("purpose"), "copy"),
    "review_access": ActionKind(mark("Enter"), _to("access_reviewed_on", "access_not_reviewed"), "lock"),
}
