"""The sentences of findings about the roadmap: title and detail."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.roadmap.conflict_words import words_of_conflict
from virtualcio.actions.roadmap.load_words import days_words, fiscal_year_words
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Initiative
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]


def plan_contradiction(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} initiative contradicts the plan", "{count} initiatives contradict the plan", parts.count
        )
        return title, parts.names()
    title, reason, *_mend = words_of_conflict(company, parts.value("conflict"))
    if more := int(parts.value("more") or 0):
        added = translate_count(
            "{count} more contradiction with it.", "{count} more contradictions with it.", more
        )
        reason = f"{reason} {added}"
    return title, reason


def hard_end_missed(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} initiative misses a day that cannot be missed",
            "{count} initiatives miss a day that cannot be missed",
            parts.count,
        )
        return title, parts.names()
    day = parts.day("hard_end")
    reason = str(parts.value("reason") or "").strip().rstrip(".")
    reason = f"{reason}." if reason else ""
    if parts.value("ends_on") is None:
        title = _("“{name}” has to be done by {day} and is not planned").format(name=parts.name(), day=day)
        return title, reason or _("Choose a month on the roadmap.")
    title = _("“{name}” comes too late: it has to be done by {day}").format(name=parts.name(), day=day)
    planned = _("Planned until {day}.").format(day=parts.day("ends_on"))
    return title, f"{planned} {reason}".strip()


def initiative_late(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count("{count} initiative is late", "{count} initiatives are late", parts.count)
        return title, parts.names()
    if parts.value("running"):
        title = _("“{name}” should be finished").format(name=parts.name())
        detail = _("It was planned until {month} and is still running. Finish it or give it more months.")
        return title, detail.format(month=formats.long_month(parts.value("last_month")))
    title = _("“{name}” should have begun").format(name=parts.name())
    detail = _("It was planned from {month}. Choose another month, or say that it is running.")
    return title, detail.format(month=formats.long_month(parts.value("start")))


def pool_overloaded(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("“{name}” has more to do than it can").format(name=parts.name())
    detail = _("Most in {month}: {needed} are planned, {free} are free. Involved: {names}.")
    return title, detail.format(
        month=formats.long_month(parts.value("worst_month")),
        needed=days_words(parts.value("needed")),
        free=days_words(parts.value("free")),
        names=parts.names(Initiative),
    )


def money_over_limit(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    year = fiscal_year_words(parts.value("year"), company.data.company.fiscal_year_start)
    title = _("{year}: more is planned than the money allows").format(year=year)
    detail = _("{planned} are planned, {limit} are there.").format(
        planned=formats.money_short(parts.value("planned")), limit=formats.money_short(parts.value("limit"))
    )
    if parts.count == 1:
        return title, detail
    others = translate_count("In {count} other year, too.", "In {count} other years, too.", parts.count - 1)
    return title, f"{detail} {others}"


def too_many_at_once(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} initiative at once is too much for you",
        "{count} initiatives at once are too many for you",
        int(parts.value("most")),
    )
    first, last = parts.value("month"), parts.value("last_month")
    detail = _("Your limit is {limit}. Worst from {first} to {last}.")
    if first == last:
        detail = _("Your limit is {limit}. Worst in {first}.")
    return title, detail.format(
        limit=parts.value("limit"), first=formats.long_month(first), last=formats.long_month(last)
    )
