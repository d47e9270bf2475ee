"""What a process, an interface, a site, a supplier, a person or a department means for the company."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.inventory.choice_titles import CRITICALITIES
from virtualcio.actions.inventory.linked import outage_words, process_names, responsible_for
from virtualcio.analysis.amounts import total
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.model import (
    Application,
    Asset,
    Contract,
    Department,
    Interface,
    Person,
    Process,
    Record,
    Site,
    Supplier,
)
from virtualcio.model.inventory import Criticality
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def process_sentence(company: "OpenCompany", process: Process) -> Sentence:
    """How much outage is bearable, what the process needs, and which of it is overdue."""
    results = company.results
    needed: list[Asset | Application] = [
        *results.applications_of_process(process),
        *results.assets_of_process(process),
    ]
    parts = [_criticality_words(process)]
    if not needed:
        parts.append(_("Which applications and assets it needs has not been entered yet."))
        return Sentence(" ".join(parts), Tone.NEUTRAL)
    overdue = [record for record in needed if results.due_state(record) is DueState.OVERDUE]
    tone = Tone.GOOD
    if overdue:
        names = join_names(record.name for record in overdue)
        parts.append(_("It needs things that are overdue: {names}.").format(names=names))
        tone = Tone.ACT if process.criticality is Criticality.CRITICAL else Tone.WATCH
    else:
        names = join_names(record.name for record in needed)
        parts.append(_("It needs {names}; none of it is overdue.").format(names=names))
    if process.owner_id is None:
        parts.append(_("Nobody is in charge of it."))
        tone = Tone.WATCH if tone is Tone.GOOD else tone
    return Sentence(" ".join(parts), tone)


def _criticality_words(process: Process) -> str:
    criticality = _(CRITICALITIES[process.criticality])
    if process.max_outage_hours is None:
        return _("Criticality: {criticality}. How long it may stand still has not been entered.").format(
            criticality=criticality
        )
    return _("Criticality: {criticality}. It may stand still for at most {outage}.").format(
        criticality=criticality, outage=outage_words(process.max_outage_hours)
    )


def interface_sentence(company: "OpenCompany", interface: Interface) -> Sentence:
    """Whether people carry the data, and between which applications."""
    source = company.data.find(Application, interface.source_id).name
    target = company.data.find(Application, interface.target_id).name
    if interface.manual:
        text = _(
            "Somebody carries the data from {source} to {target} by hand. That costs time and brings errors."
        )
        return Sentence(text.format(source=source, target=target), Tone.WATCH)
    text = _("The data goes from {source} to {target} by itself.")
    return Sentence(text.format(source=source, target=target), Tone.GOOD)


def site_sentence(company: "OpenCompany", site: Site) -> Sentence:
    """What stands there and what stops without it."""
    results = company.results
    here = [
        asset
        for asset in company.data.where(Asset, "site_id", site.id)
        if results.due_state(asset) is not DueState.RETIRED
    ]
    if not here:
        return Sentence(_("No asset stands here yet."))
    values = [results.remedy_value(asset).amount for asset in here]
    text = translate_count("{count} asset stands here.", "{count} assets stand here.", len(here))
    text += " " + _("Renewing all of it would cost {amount}.").format(
        amount=formats.money_short(total(value for value in values if value is not None))
    )
    return Sentence(f"{text} {_failing_words(company, site)}".rstrip(), Tone.NEUTRAL)


def supplier_sentence(company: "OpenCompany", supplier: Supplier) -> Sentence:
    """Contracts and their cost, and what depends on the supplier."""
    results = company.results
    running = [contract for contract in results.running_contracts if contract.supplier_id == supplier.id]
    if not running:
        known = company.data.where(Contract, "supplier_id", supplier.id)
        text = _("All contracts with it have ended.") if known else _("There is no contract with it.")
        return Sentence(f"{text} {_failing_words(company, supplier)}".rstrip())
    costs = [results.yearly_cost(contract) for contract in running]
    text = translate_count("{count} running contract", "{count} running contracts", len(running))
    text = _("{contracts}, {amount} a year.").format(
        contracts=text, amount=formats.money_short(total(cost for cost in costs if cost is not None))
    )
    return Sentence(f"{text} {_failing_words(company, supplier)}".rstrip())


def person_sentence(company: "OpenCompany", person: Person) -> Sentence:
    """What a person answers for, and what nobody else can run."""
    owned = responsible_for(company, person)
    run: list[Asset | Application] = [
        *company.data.where(Asset, "operator_id", person.id),
        *company.data.where(Application, "operator_id", person.id),
    ]
    alone = [
        record
        for record in run
        if record.deputy_id in (None, person.id) and company.results.due_state(record) is not DueState.RETIRED
    ]
    parts = [
        translate_count("In charge of {count} thing.", "In charge of {count} things.", owned)
        if owned
        else _("In charge of nothing so far.")
    ]
    if not alone:
        return Sentence(parts[0])
    names = join_names(record.name for record in alone)
    parts.append(_("Nobody can stand in when this person is away: {names}.").format(names=names))
    return Sentence(" ".join(parts), Tone.WATCH)


def department_sentence(company: "OpenCompany", department: Department) -> Sentence:
    """How many people, processes and applications belong to it."""
    data = company.data
    people = len(data.where(Person, "department_id", department.id))
    processes = data.where(Process, "department_id", department.id)
    applications = len(data.where(Application, "department_id", department.id))
    counts = [
        words
        for count, words in (
            (people, translate_count("{count} person", "{count} people", people)),
            (len(processes), translate_count("{count} process", "{count} processes", len(processes))),
            (applications, translate_count("{count} application", "{count} applications", applications)),
        )
        if count
    ]
    if not counts:
        return Sentence(_("No person, process or application belongs to this department yet."))
    return Sentence(_("This department has {counts}.").format(counts=join_names(counts)))


def _failing_words(company: "OpenCompany", record: Record) -> str:
    processes = company.results.stops(record).processes
    if not processes:
        return ""
    names = process_names(company, processes)
    return _("If it fails, these are affected: {processes}.").format(processes=names)
