"""The sentences of findings about assets, applications, processes and people: title and detail."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.inventory.linked import outage_words
from virtualcio.analysis.checks.finding import Finding
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.analysis.inventory.due_dates import DueReason
from virtualcio.model import Process
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

AREAS: dict[Area, str] = {
    Area.INFRASTRUCTURE: mark("Infrastructure"),
    Area.APPLICATIONS: mark("Applications"),
    Area.WORKPLACES: mark("Workplaces"),
}
Words = tuple[str, str]


def _which(parts: Parts) -> str:
    """'„ERP-Server HV01“' or '14 × Windows 10 22H2'."""
    if parts.count == 1:
        return _("“{name}”").format(name=parts.name())
    return f"{parts.count} × {parts.value('product')}"


def unsupported_under_critical(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("{things}: no more security updates").format(things=_which(parts))
    detail = _("Since {day}. Critical processes need it: {processes}.").format(
        day=parts.day("support_end"), processes=parts.names(Process)
    )
    return title, " ".join(filter(None, (detail, _planned_words(parts))))


def _planned_words(parts: Parts) -> str:
    """When the roadmap puts an end to it; "" if it does not."""
    if parts.value("planned_until") is None:
        return ""
    return _("By the roadmap this ends on {day}.").format(day=parts.day("planned_until"))


def support_ends_under_critical(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("{things}: security updates end on {day}").format(
        things=_which(parts), day=parts.day("support_end")
    )
    detail = _("Critical processes need it: {processes}.").format(processes=parts.names(Process))
    return title, " ".join(filter(None, (detail, _planned_words(parts))))


def overdue_without_plan(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("“{name}” is overdue, and nothing has been decided").format(name=parts.name())
    else:
        title = _("{area}: {count} overdue, nothing decided").format(
            area=_(AREAS[parts.value("area")]), count=parts.count
        )
    reason = (
        _("Support has ended.")
        if parts.value("reason") is DueReason.SUPPORT
        else _("Only old, still supported.")
    )
    since = _("Overdue since {day}").format(day=parts.day("oldest"))
    if parts.count == 1:
        return title, f"{reason} {since}."
    names = parts.names()
    without = parts.value("without_value")
    words = f"{reason} {names}."
    if without:
        words += " " + translate_count("{count} without value.", "{count} without value.", without)
    return title, words


def acceptance_ran_out(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("“{name}”: the time it was accepted for is over").format(name=parts.name())
    reason = str(parts.value("reason") or "").strip()
    if not reason:
        return title, _("Accepted until {day}.").format(day=parts.day("until"))
    return title, _("Accepted until {day}: {reason}").format(day=parts.day("until"), reason=reason)


def wave_peak(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("{year} becomes expensive: {amount} falls due").format(
        year=parts.value("year"), amount=formats.money_short(parts.value("total"))
    )
    detail = _("The other years have {mean} on average. The money has to be released by {day}.")
    return title, detail.format(
        mean=formats.money_short(parts.value("mean_of_others")), day=parts.day("release_by")
    )


def without_owner(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("{things} without a person in charge").format(things=parts.things())
    return title, _("Most important: {names}.").format(names=parts.names())


def without_process(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("{things} without a process").format(things=parts.things())
    return title, _("What stops when they fail stays open: {names}.").format(names=parts.names())


def without_date(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "For {count} entry nobody knows when it is due", "For {count} entries nobody knows when they are due",
        parts.count,
    )  # fmt: skip
    return title, _("Purchase date or version is missing: {names}.").format(names=parts.names())


def single_point_of_failure(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "There is only one of {count} asset under critical processes",
            "There is only one each of {count} assets under critical processes",
            parts.count,
        )
        return title, parts.names()
    title = _("There is only one “{name}”").format(name=parts.name())
    words = [_("If it fails, this is affected: {processes}.").format(processes=parts.names(Process))]
    hours = parts.value("bearable_hours")
    if hours:
        words.append(_("The company can bear at most {outage}.").format(outage=outage_words(hours)))
    if parts.value("overdue"):
        words.append(_("It is overdue as well."))
    return title, " ".join(words)


def one_person(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("Only {person} can run {things}").format(person=parts.name(), things=parts.things(skip=1))
    words = [_("There is no deputy for {names}.").format(names=parts.names(skip=1))]
    if parts.value("external"):
        words.append(_("This person works for another company."))
    return title, " ".join(words)


def critical_process_without_owner(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} critical process without a person in charge or a deputy",
            "{count} critical processes without a person in charge or a deputy",
            parts.count,
        )
        return title, parts.names()
    missing = parts.value("missing") or ()
    if "owner" not in missing:
        title = _("Critical process “{name}” without a deputy").format(name=parts.name())
        return title, _("When the person in charge is away, nobody decides.")
    title = _("Critical process “{name}” without a person in charge").format(name=parts.name())
    return title, _("Nobody decides how much outage is bearable and what comes first.")


def shadow_it(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} application is used without approval",
            "{count} applications are used without approval",
            parts.count,
        )
        return title, parts.names()
    title = _("“{name}” is used without approval").format(name=parts.name())
    words = []
    if parts.value("users"):
        words.append(
            translate_count(
                "{count} person works with it.", "{count} people work with it.", parts.value("users")
            )
        )
    if parts.value("personal_data"):
        words.append(_("It holds personal data."))
    if parts.value("processes"):
        words.append(_("This depends on it: {processes}.").format(processes=parts.names(Process)))
    return title, " ".join(words) or _("Approve it, or agree on another way.")


def two_tools_one_purpose(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("{count} applications for one purpose: {purpose}").format(
        count=parts.count, purpose=parts.value("purpose")
    )
    return title, _("{names}. Often one of them is enough.").format(names=parts.names())


def access_not_reviewed(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "Access rights of {count} application have not been reviewed",
        "Access rights of {count} applications have not been reviewed",
        parts.count,
    )
    months = translate_count("{count} month", "{count} months", int(parts.value("months") or 0))
    never = int(parts.value("never") or 0)
    detail = _("Never so far: {names}.") if never == parts.count else _("Not within {months}: {names}.")
    return title, detail.format(months=months, names=parts.names())
