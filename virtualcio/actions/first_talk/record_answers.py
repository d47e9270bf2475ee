"""What the single answers of the first talk become: fields of the company, people, systems, outages."""

from collections.abc import Callable, Mapping
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any

from virtualcio.actions.company_fields import COMPANY
from virtualcio.actions.field_values import put_value
from virtualcio.actions.first_talk.known_answers import answers_of, main_application, newest_incident
from virtualcio.actions.first_talk.talk_edit import TalkEdit
from virtualcio.analysis.first_talk.questions import NOTHING, UNKNOWN, Symptom
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    Contract,
    Incident,
    Person,
    Process,
    Risk,
    Supplier,
    TalkAnswer,
)
from virtualcio.model.contracts import RenewalKind
from virtualcio.model.inventory import AssetCategory, Criticality, Hosting
from virtualcio.texts import _

Writer = Callable[[TalkEdit], None]


def _company_field(column: str, read: Callable[[str], Any]) -> Writer:
    """A field of the company; "I do not know" leaves it as it is."""

    def write(one: TalkEdit) -> None:
        if one.row.answer != UNKNOWN:
            value = read(one.row.answer)
            put_value(one.company, one.edit, COMPANY.column(column), one.data.company, value)

    return write


def _person(one: TalkEdit, role: str) -> None:
    person = one.named(Person, {"role": role})
    if person is not None and not person.role:
        one.put(person, "role", role)


def _decider(one: TalkEdit) -> None:
    _person(one, _("Decides about IT"))


def _contact(one: TalkEdit) -> None:
    _person(one, _("Looks after IT"))


def _partner(one: TalkEdit) -> None:
    one.named(Supplier)


def _main_app(one: TalkEdit) -> None:
    """A name that was mistyped is put right on the application itself: its process and server stay."""
    earlier = one.made(Application)
    same = one.data.where(Application, "name", one.row.answer)
    if earlier is not None and one.says_something and not same:
        one.put(earlier, "name", one.row.answer)
    else:
        one.named(Application)


def _main_since(one: TalkEdit) -> None:
    application = main_application(one.data)
    if application is None or not one.says_something:
        return
    year = int(one.row.answer)
    known = application.purchase_date
    if known is None or known.year != year:
        one.put(application, "purchase_date", date(year, 1, 1))


def _main_process(one: TalkEdit) -> None:
    earlier = one.made(Process)
    same = one.data.where(Process, "name", one.row.answer)
    if earlier is not None and one.says_something and not same:
        one.put(earlier, "name", one.row.answer)
        return
    process = one.named(Process, {"criticality": Criticality.CRITICAL})
    application = main_application(one.data)
    if process is None or application is None:
        return
    links = one.data.where(ApplicationProcess, "process_id", process.id)
    if all(link.application_id != application.id for link in links):
        one.edit.add(ApplicationProcess(application_id=application.id, process_id=process.id))


_HOSTINGS = {
    "own": Hosting.ON_PREMISE, "hosted": Hosting.HOSTED, "cloud": Hosting.CLOUD, "device": Hosting.DEVICE,
}  # fmt: skip


def _server(one: TalkEdit) -> None:
    """An own server is an asset that carries the program; elsewhere it is how the program is run."""
    application = main_application(one.data)
    if one.row.answer in _HOSTINGS and application is not None:
        one.put(application, "hosting", _HOSTINGS[one.row.answer])
    earlier = one.made(Asset)
    if one.row.answer != "own":
        if earlier is not None:
            _take_server_back(one, earlier)
        return
    if earlier is not None or _carried_by_server(one, application):
        return
    servers = one.data.where(Asset, "category", AssetCategory.SERVER)
    asset = servers[0] if servers else one.make(Asset, {"name": "Server", "category": AssetCategory.SERVER})
    if application is not None:
        one.edit.add(AssetApplication(asset_id=asset.id, application_id=application.id))


def _take_server_back(one: TalkEdit, asset: Asset) -> None:
    for link in list(one.data.where(AssetApplication, "asset_id", asset.id)):
        one.edit.delete(link)
    one.withdraw(asset)


def _carried_by_server(one: TalkEdit, application: Application | None) -> bool:
    if application is None:
        return False
    links = one.data.where(AssetApplication, "application_id", application.id)
    return any(one.data.find(Asset, link.asset_id).category is AssetCategory.SERVER for link in links)


def _outage_hours(one: TalkEdit) -> None:
    earlier = one.made(Incident)
    if not one.says_something:
        if earlier is not None:
            one.withdraw(earlier)
        return
    incident = earlier or newest_incident(one.data)
    if incident is None:
        # Asked for the last one, so it is over; when it was, nobody asked: today at the latest.
        incident = Incident(name=_("Last outage"), ended_on=one.company.today)
        one.edit.add(incident)
        one.row.made = incident.id
    incident.outage_hours = Decimal(one.row.answer)


def _outage_cost(one: TalkEdit) -> None:
    incident = newest_incident(one.data)
    if incident is not None and one.row.answer != UNKNOWN:
        incident.cost = Decimal(one.row.answer)


def _restore(one: TalkEdit) -> None:
    if one.row.answer == UNKNOWN:
        return
    never = one.row.answer == "never"
    one.data.company.restore_tested_on = None if never else date.fromisoformat(one.row.answer)
    _risk(one, never, _("Data cannot be brought back from the backup"), _("Try a restore and time it."))


def _one_person(one: TalkEdit) -> None:
    there = one.row.answer in (Symptom.YES, Symptom.PARTLY)
    _risk(one, there, _("The one person who knows IT is away"), _("Name a deputy and write things down."))


def _risk(one: TalkEdit, there: bool, name: str, measure: str) -> None:
    earlier = one.made(Risk)
    if not there:
        if earlier is not None:
            one.withdraw(earlier)
    elif earlier is None and not one.data.where(Risk, "name", name):
        one.make(Risk, {"name": name, "likelihood": 3, "impact": 4, "measure": measure})


def _contract(one: TalkEdit) -> None:
    one.named(Contract)


def _contract_end(one: TalkEdit) -> None:
    """The contract that the answer before named ends on this day."""
    named: TalkAnswer | None = answers_of(one.data).get("contract")
    if named is None or named.answer in NOTHING or not one.says_something:
        return
    for contract in one.data.where(Contract, "name", named.answer):
        if contract.start is None:
            one.put(contract, "renewal", RenewalKind.NONE)
        one.put(contract, "agreed_end", date.fromisoformat(one.row.answer))
        return


WRITERS: Mapping[str, Writer] = MappingProxyType(
    {
        "trade": _company_field("trade", str),
        "employees": _company_field("employees", int),
        "revenue": _company_field("revenue", Decimal),
        "fiscal_year": _company_field("fiscal_year_start", int),
        "direction": _company_field("direction", str),
        "one_person": _one_person,
        "main_app": _main_app,
        "main_since": _main_since,
        "main_process": _main_process,
        "server": _server,
        "outage_hours": _outage_hours,
        "outage_cost": _outage_cost,
        "restore": _restore,
        "contract": _contract,
        "contract_end": _contract_end,
        "decider": _decider,
        "contact": _contact,
        "partner": _partner,
    }
)
