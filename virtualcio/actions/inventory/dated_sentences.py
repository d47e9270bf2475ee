"""What an asset or application means for the company: what stops, since when, what to do, at what cost."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.application_cost_words import five_year_words
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.inventory.dated_reasons import reasons
from virtualcio.actions.inventory.due_status import TONES
from virtualcio.actions.inventory.linked import outage_words, years_words
from virtualcio.actions.inventory.waiting import waiting_words
from virtualcio.analysis.inventory.due_dates import Due, DueReason, DueState, SupportOrigin
from virtualcio.model import Application, Asset, Process
from virtualcio.model.inventory import Hosting, RemedyKind
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def asset_sentence(company: "OpenCompany", asset: Asset) -> Sentence:
    """For the inspector of an asset."""
    state = company.results.due_state(asset)
    if state is DueState.RETIRED:
        text = _("Out of use since {day}; it no longer counts.").format(day=formats.day(asset.retired_on))
        return Sentence(text)
    parts = [_asset_stops(company, asset), due_words(company, asset), remedy_words(company, asset)]
    parts.append(waiting_words(company, asset))
    return Sentence(_joined(parts), TONES[state], reasons(company, asset))


def application_sentence(company: "OpenCompany", application: Application) -> Sentence:
    """For the inspector of an application."""
    state = company.results.due_state(application)
    if state is DueState.RETIRED:
        text = _("Out of use since {day}; it no longer counts.").format(
            day=formats.day(application.retired_on)
        )
        return Sentence(text)
    parts = [_application_stops(company, application)]
    tone = TONES[state]
    if not application.approved:
        parts.append(_("It is used without anybody having approved it."))
        tone = Tone.ACT if tone is Tone.ACT else Tone.WATCH
    parts += [due_words(company, application), remedy_words(company, application)]
    parts.append(waiting_words(company, application))
    if company.results.due(application).needs_no_date and tone is Tone.NEUTRAL:
        tone = Tone.GOOD
    why = (*reasons(company, application), *five_year_words(company, application))
    return Sentence(_joined(parts), tone, why)


def _joined(parts: Sequence[str]) -> str:
    return " ".join(part for part in parts if part)


def _asset_stops(company: "OpenCompany", asset: Asset) -> str:
    stops = company.results.stops(asset)
    processes = stops.processes
    if processes:
        if _is_all(company, processes):
            text = _("If this asset fails, all {count} processes stop.").format(count=len(processes))
        elif len(processes) == 1:
            text = _("If this asset fails, the process {process} stops.").format(process=processes[0].name)
        else:
            names = join_names(process.name for process in processes)
            text = _("If this asset fails, these processes stop: {processes}.").format(processes=names)
        return _joined([text, _bearable(stops.bearable_hours)])
    if stops.applications:
        names = join_names(application.name for application in stops.applications)
        return _("If this asset fails, {applications} cannot be used.").format(applications=names)
    return _("Which process needs this asset has not been entered yet.")


def _application_stops(company: "OpenCompany", application: Application) -> str:
    stops = company.results.stops(application)
    processes = stops.processes
    if not processes:
        return _("Which process needs this application has not been entered yet.")
    if _is_all(company, processes):
        text = _("If this application fails, all {count} processes stop.").format(count=len(processes))
    elif len(processes) == 1:
        text = _("If this application fails, the process {process} stops.").format(process=processes[0].name)
    else:
        names = join_names(process.name for process in processes)
        text = _("If this application fails, these processes stop: {processes}.").format(processes=names)
    users = application.users
    worked = (
        translate_count("{count} person works with it.", "{count} people work with it.", users)
        if users
        else ""
    )
    return _joined([text, _bearable(stops.bearable_hours), worked])


def _is_all(company: "OpenCompany", processes: Sequence[Process]) -> bool:
    return len(processes) > 2 and len(processes) == company.data.count(Process)


def _bearable(hours: int | None) -> str:
    if hours is None:
        return ""
    if hours == 0:
        return _("The company cannot bear any outage.")
    return _("The company can bear at most {outage}.").format(outage=outage_words(hours))


def due_words(company: "OpenCompany", record: Asset | Application) -> str:
    """Since when or until when: support, age, or why nobody can say."""
    due, state = company.results.due(record), company.results.due_state(record)
    if due.due is None or due.reason is None:
        return _unknown_due(record, due)
    if state is not DueState.OVERDUE:
        return _support_words(due, state) if due.reason is DueReason.SUPPORT else _age_words(due, state)
    # Both may be over: that there are no security updates is said first, it is what hurts.
    passed = company.today
    support = _support_words(due, state) if due.support_end and due.support_end <= passed else ""
    age = _age_words(due, state) if due.age_end and due.age_end <= passed else ""
    return _joined([support, age])


def _support_words(due: Due, state: DueState) -> str:
    month = formats.long_month(due.support_end) if due.support_end else ""
    if due.extended:
        if state is DueState.OVERDUE:
            return _("The bought security updates ended in {month}.").format(month=month)
        return _("The bought security updates reach until {month}.").format(month=month)
    if state is DueState.OVERDUE:
        return _("Since {month} the maker has delivered no more security updates.").format(month=month)
    if state is DueState.SOON:
        return _("In {month} the maker stops delivering security updates.").format(month=month)
    return _("There are security updates until {month}.").format(month=month)


def _age_words(due: Due, state: DueState) -> str:
    years = years_words(due.service_life_years or 0)
    month = formats.long_month(due.age_end) if due.age_end else ""
    if state is DueState.OVERDUE:
        return _("Its service life of {years} ended in {month}.").format(years=years, month=month)
    if state is DueState.SOON:
        return _("Its service life of {years} ends in {month}.").format(years=years, month=month)
    return _("Its service life reaches until {month}.").format(month=month)


def _unknown_due(record: Asset | Application, due: Due) -> str:
    if isinstance(record, Application) and record.hosting is Hosting.CLOUD:
        return _("The provider takes care of updates.")
    match due.support_origin:
        case SupportOrigin.NOT_ANNOUNCED:
            known = _("The maker has announced no end of security updates.")
            if isinstance(record, Asset) and record.purchase_date is None:
                return known + " " + _("With the purchase date the program can tell its age.")
            return known
        case SupportOrigin.AMBIGUOUS:
            names = join_names(version.title for version in due.match.candidates) if due.match else ""
            return _("“{product}” may mean several versions: {versions}. Add the exact version.").format(
                product=record.product, versions=names
            )
        case SupportOrigin.UNKNOWN:
            return _("Until when “{product}” gets security updates is not known to the program.").format(
                product=record.product
            )
    if isinstance(record, Asset):
        return _("When it is due cannot be said: purchase date or version is missing.")
    return _("When it is due cannot be said: product and version are missing.")


def remedy_words(company: "OpenCompany", record: Asset | Application) -> str:
    """What is done about it and what that costs; "" as long as nothing has to be done."""
    state = company.results.due_state(record)
    kind, is_proposal = company.results.remedy(record)
    if kind is RemedyKind.ACCEPT and not is_proposal:
        return _accepted(company, record)
    if state not in (DueState.OVERDUE, DueState.SOON) and is_proposal:
        return ""
    amount = company.results.remedy_value(record).amount
    what = _action(kind, None if amount is None else formats.money_short(amount))
    if is_proposal:
        return _("Proposed: {action}.").format(action=what)
    return _("Decided: {action}.").format(action=what)


def _accepted(company: "OpenCompany", record: Asset | Application) -> str:
    until, reason = record.accepted_until, record.accepted_reason.rstrip(".")
    if until is None:
        return (
            _("Knowingly accepted: {reason}.").format(reason=reason) if reason else _("Knowingly accepted.")
        )
    if until < company.today:
        return _("It was accepted until {day}; now it has to be decided again.").format(
            day=formats.day(until)
        )
    if not reason:
        return _("Knowingly accepted until {day}.").format(day=formats.day(until))
    return _("Knowingly accepted until {day}: {reason}.").format(day=formats.day(until), reason=reason)


def _action(kind: RemedyKind, amount: str | None) -> str:
    """'ersetzen für 18.400 €'."""
    match kind:
        case RemedyKind.UPDATE:
            if amount is None:
                return _("update to the next version, no licence to buy")
            return _("update to the next version for {amount}").format(amount=amount)
        case RemedyKind.UPGRADE:
            if amount is None:
                return _("buy the newer version, the price is still missing")
            return _("buy the newer version for {amount}").format(amount=amount)
        case RemedyKind.RETIRE:
            return _("take it out of use without replacement")
        case _:
            if amount is None:
                return _("replace it, the price is still missing")
            return _("replace it for {amount}").format(amount=amount)
