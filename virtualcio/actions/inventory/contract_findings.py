"""The sentences of findings about contracts: title and detail."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.inventory.linked import outage_words
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.inventory.contract_dates import ContractState
from virtualcio.model import Application, Asset, Process
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]
MANY_DAYS = 30  # with more left than this it is not the notice that is urgent, but the switch

CONTRADICTIONS: dict[str, str] = {
    "start_makes_no_sense": mark("The start is not plausible."),
    "term_makes_no_sense": mark("The minimum term is not plausible."),
    "renewal_makes_no_sense": mark("The renewal is not plausible."),
    "notice_makes_no_sense": mark("The notice period is not plausible."),
    "switch_makes_no_sense": mark("The lead time to switch is not plausible."),
    "increase_makes_no_sense": mark("The yearly price increase is not plausible."),
    "renewal_length_missing": mark("By how many months it is renewed is missing."),
    "notice_longer_than_term": mark("The notice period is longer than the term."),
    "notice_longer_than_renewal": mark("The notice period is longer than the renewal."),
    "agreed_end_before_start": mark("The agreed last day lies before the start."),
    "notice_given_before_start": mark("The day of notice lies before the start."),
    "notice_given_end_unknown": mark("Notice was given, but on which day it ends is missing."),
}


def contract_decide(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    last: date = parts.value("last_day_of_notice")
    days = (last - company.today).days
    name = parts.name()
    decide_by: date | None = parts.value("decide_by")
    # a small contract is only watched: its notice is what counts, not the time that a switch takes
    late = finding.severity is Severity.ACT and decide_by is not None and decide_by < company.today
    if late and days > MANY_DAYS:
        title = _("Contract “{name}”: decide now about a switch").format(name=name)
    elif days == 0:
        title = _("Contract “{name}”: today is the last day of notice").format(name=name)
    else:
        left = translate_count("{count} day", "{count} days", days)
        title = _("Contract “{name}”: {days} left for notice").format(name=name, days=left)
    if parts.value("one_month_notice_right"):
        return title, _("Afterwards it can usually be left month by month.")
    params = {"end": parts.day("following_end"), "amount": formats.money_short(finding.money)}
    if finding.money is None:
        detail = _("Otherwise it runs on until {end}.").format(**params)
    else:
        detail = _("Otherwise it runs on until {end} for {amount}.").format(**params)
    if late and days > MANY_DAYS:
        until = _("Notice can arrive until {last}, but a switch takes longer.").format(last=formats.day(last))
        detail = f"{until} {detail}"
    return title, detail


def contract_ends_before_use(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.value("ended"):
        title = _("Contract “{name}” ended on {day}").format(name=parts.name(), day=parts.day("end"))
    else:
        title = _("Contract “{name}” ends on {day}").format(name=parts.name(), day=parts.day("end"))
    return title, _("Still in use: {names}.").format(names=parts.names(Asset, Application))


def contract_for_retired(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("Contract “{name}” goes on for something out of use").format(name=parts.name())
    return title, _("Out of use: {names}.").format(names=parts.names(Asset, Application))


def unused_seats(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("Contract “{name}”: {unused} of {bought} seats are not used").format(
        name=parts.name(), unused=parts.value("unused"), bought=parts.value("bought")
    )
    if finding.money is None:
        return title, _("What that costs has not been entered.")
    amount = formats.money_short(finding.money)
    if parts.value("next_end") is None:
        return title, _("That costs {amount} a year.").format(amount=amount)
    return title, _("That costs {amount} a year; the next end is {day}.").format(
        amount=amount, day=parts.day("next_end")
    )


def too_few_seats(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} seat is missing", "{count} seats are missing", int(parts.value("missing"))
    )
    title = _("Contract “{name}”: {missing}").format(name=parts.name(), missing=title)
    detail = _("{used} are used, {bought} are paid for; a check by the maker can become expensive.")
    return title, detail.format(used=parts.value("used"), bought=parts.value("bought"))


def support_too_slow(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("Contract “{name}”: help comes too late").format(name=parts.name())
    detail = _("Agreed: within {response}. {process} bears at most {outage}.")
    return title, detail.format(
        response=outage_words(int(parts.value("response_hours"))),
        process=parts.names(Process, most=1),
        outage=outage_words(int(parts.value("bearable_hours"))),
    )


def contract_unclear(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} contract with unclear term or notice",
            "{count} contracts with unclear term or notice",
            parts.count,
        )
        return title, parts.names()
    contradictions = parts.value("contradictions") or ()
    said = " ".join(_(CONTRADICTIONS[word]) for word in contradictions)
    state = parts.value("state")
    if state is ContractState.START_UNKNOWN:
        title = _("Contract “{name}”: the start is missing").format(name=parts.name())
    elif state is ContractState.NOTICE_UNKNOWN and not said:
        title = _("Contract “{name}”: the notice period is missing").format(name=parts.name())
    else:
        title = _("Contract “{name}”: entries do not fit together").format(name=parts.name())
    return title, said or _("Until then nobody can say by when to decide.")


def leasing_return(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    day: date = parts.value("leasing_end")
    if day <= company.today:
        title = _("“{name}”: return was due on {day}").format(name=parts.name(), day=formats.day(day))
    else:
        title = _("“{name}”: return on {day}").format(name=parts.name(), day=formats.day(day))
    names = parts.names(Asset, Application)
    if not names:
        return title, _("Order the replacement in time and delete the data.")
    return title, _("To give back: {names}. Delete the data before.").format(names=names)
