"""The sentences of findings about demands, initiatives, obligations and risks: title and detail."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.lacking_words import Lack, lacking_words
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Initiative, Risk
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]

_PEOPLE = (
    Lack("without_owner", mark("person in charge"), mark("{count} without a person in charge")),
    Lack(
        "without_product_owner",
        mark("voice of the department"),
        mark("{count} without a voice of the department"),
    ),
    Lack(
        "without_team", mark("team of several departments"), mark("{count} large ones without a mixed team")
    ),
)
_EFFORT = (
    Lack("without_effort", mark("person-days"), mark("{count} without person-days")),
    Lack("without_pool", mark("team for the person-days"), mark("{count} without a team")),
    Lack("without_capacity", mark("free days of the team"), mark("{count} with a team without free days")),
    Lack("without_rate", mark("day rate of the team"), mark("{count} with a team without a day rate")),
)


def demand_unanswered(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The demand “{name}” waits for an answer").format(name=parts.name())
    else:
        title = translate_count(
            "{count} demand waits for an answer", "{count} demands wait for an answer", parts.count
        )
    since = _("Since {day}.").format(day=parts.day("oldest"))
    return title, since if parts.count == 1 else f"{parts.names()}. {since}"


def initiative_without_purpose(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} initiative serves no goal yet", "{count} initiatives serve no goal yet", parts.count
        )
        return title, parts.names()
    title = _("“{name}” serves no goal yet").format(name=parts.name())
    if finding.money is None:
        return title, _("No goal, no duty and nothing to renew is linked.")
    return title, _("{amount} of effort, and no goal, no duty and nothing to renew is linked.").format(
        amount=formats.money_short(finding.money)
    )


def initiative_only_purchase(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("At “{name}” only the purchase is planned").format(name=parts.name())
    else:
        title = translate_count(
            "At {count} initiative only the purchase is planned",
            "At {count} initiatives only the purchase is planned",
            parts.count,
        )
    detail = _("Training, introduction and security are missing; without them the benefit often is, too.")
    return title, detail if parts.count == 1 else f"{parts.names()}. {detail}"


def initiative_without_owner(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("Somebody is missing at the initiative “{name}”").format(name=parts.name())
    else:
        title = translate_count(
            "Somebody is missing at {count} initiative",
            "Somebody is missing at {count} initiatives",
            parts.count,
        )
    return title, lacking_words(parts, _PEOPLE, Initiative)


def initiative_effort_unclear(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The effort of “{name}” is unclear").format(name=parts.name())
    else:
        title = translate_count(
            "The effort of {count} initiative is unclear",
            "The effort of {count} initiatives is unclear",
            parts.count,
        )
    return title, lacking_words(parts, _EFFORT, Initiative)


def hypothesis_untested(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("Is what “{name}” supposes true?").format(name=parts.name())
    else:
        title = translate_count(
            "{count} supposition has not been tested",
            "{count} suppositions have not been tested",
            parts.count,
        )
    detail = _("It has been running for 90 days: now it should show whether it brings what was hoped for.")
    return title, detail if parts.count == 1 else f"{parts.names()}."


def pilot_without_criterion(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("When does the trial of “{name}” count as a success?").format(name=parts.name())
    else:
        title = translate_count(
            "{count} trial without a measure of success",
            "{count} trials without a measure of success",
            parts.count,
        )
    detail = _("Without a measure every trial counts as passed.")
    return title, detail if parts.count == 1 else f"{parts.names()}. {detail}"


def obligation_without_evidence(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} obligation without evidence", "{count} obligations without evidence", parts.count
        )
        return title, parts.names()
    due, day = parts.value("due_on"), parts.day("due_on")
    if due < company.today:
        title = _("“{name}” has been due since {day}, without evidence").format(name=parts.name(), day=day)
    else:
        title = _("“{name}” is due by {day}, without evidence").format(name=parts.name(), day=day)
    if working := int(parts.value("initiatives") or 0):
        return title, translate_count(
            "{count} open initiative works on it.", "{count} open initiatives work on it.", working
        )
    return title, _("No initiative works on it. Enter what proves that it is met.")


def obligation_unclear(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("Does the obligation “{name}” apply?").format(name=parts.name())
    else:
        title = translate_count(
            "For {count} obligation it is open whether it applies",
            "For {count} obligations it is open whether they apply",
            parts.count,
        )
    if parts.count > 1:
        return title, f"{parts.names()}."
    return title, _("Nobody has decided it so far.")


def risk_above_bearable(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} risk is higher than you want to bear",
            "{count} risks are higher than you want to bear",
            parts.count,
        )
        return title, parts.names()
    risk = company.data.find(Risk, finding.objects[0][1])
    title = _("Higher than you want to bear: “{name}”").format(name=risk.name)
    figures = {
        "before": formats.number(parts.value("before")),
        "after": formats.number(parts.value("after")),
        "limit": formats.number(parts.value("bearable")),
    }
    if parts.value("idle"):
        return title, _("{before} points, bearable are {limit}. No measure is named.").format(**figures)
    return title, _("Even after the measures {after} points, bearable are {limit}.").format(**figures)
