"""The sentences of findings about goals, KPIs, capabilities and data: title and detail."""

from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.goals.kpi_words import quantity, target_of
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.lacking_words import Lack, lacking_words
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Capability, DataDomain, Department, Goal, Kpi
from virtualcio.texts import _, join_names, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]

_KPI_PARTS = {
    "goal": mark("goal"),
    "baseline": mark("starting value"),
    "baseline_on": mark("day of the starting value"),
    "band": mark("band"),
    "target": mark("target value"),
    "target_on": mark("target date"),
    "owner": mark("person in charge"),
}


_GOAL_LACKS = (
    Lack("without_kpi", mark("KPI"), mark("{count} without a KPI")),
    Lack("without_owner", mark("person in charge"), mark("{count} without a person in charge")),
    Lack("without_initiative", mark("initiative"), mark("{count} without an initiative")),
)
_DATA_LACKS = (
    Lack("without_owner", mark("person in charge"), mark("{count} without a person in charge")),
    Lack("poor", mark("better quality"), mark("{count} of poor quality")),
)


def goal_incomplete(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.value("weights_total") is not None:
        return _weights(parts.value("weights_total"))
    if parts.count == 1:
        title = _("Something is missing at the goal “{name}”").format(name=parts.name())
    else:
        title = translate_count(
            "Something is missing at {count} goal", "Something is missing at {count} goals", parts.count
        )
    return title, lacking_words(parts, _GOAL_LACKS, Goal)


def _weights(total: Decimal) -> Words:
    title = _("The weights of the goals add up to {percent}, not to 100%").format(
        percent=formats.percent(total, 0 if total == total.to_integral_value() else 2)
    )
    if not total:
        return title, _("Until they are weighted, all goals count the same.")
    return title, _("Figures use their shares. Decide yourself what counts how much.")


def kpi_behind(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count("{count} KPI is behind plan", "{count} KPIs are behind plan", parts.count)
        return title, parts.names()
    kpi = company.data.find(Kpi, finding.objects[0][1])
    title = _("“{name}” is behind plan").format(name=kpi.name)
    value, aim = quantity(parts.value("current"), kpi.unit), quantity(target_of(kpi), kpi.unit)
    if target_of(kpi) is None:
        detail = _("Today {value}.").format(value=value)
    elif kpi.target_on is None:
        detail = _("Today {value}, wanted are {target}.").format(value=value, target=aim)
    else:
        detail = _("Today {value}, wanted are {target} by {day}.").format(
            value=value, target=aim, day=formats.day(kpi.target_on)
        )
    return title, " ".join((detail, _("It measures the goal “{goal}”.").format(goal=parts.names(Goal))))


def kpi_incomplete(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The KPI “{name}” is incomplete").format(name=parts.name())
    else:
        title = translate_count("{count} KPI is incomplete", "{count} KPIs are incomplete", parts.count)
    words = []
    if missing := [_(_KPI_PARTS[word]) for word in parts.value("missing")]:
        words.append(_("Missing: {parts}.").format(parts=join_names(missing, len(_KPI_PARTS))))
    if backwards := parts.value("backwards"):
        words.append(
            translate_count(
                "{count} target date lies before the starting value.",
                "{count} target dates lie before the starting value.",
                backwards,
            )
        )
    if parts.count > 1:
        words.append(f"{parts.names()}.")
    return title, " ".join(words)


def kpi_stale(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("“{name}” has no current value").format(name=parts.name())
    else:
        title = translate_count(
            "{count} KPI has no current value", "{count} KPIs have no current value", parts.count
        )
    oldest, never = parts.value("oldest"), int(parts.value("never") or 0)
    words = []
    if oldest is not None:
        words.append(_("The oldest value is of {day}.").format(day=formats.day(oldest)))
    if never:
        words.append(translate_count("{count} was never measured.", "{count} were never measured.", never))
    if parts.count > 1:
        words.append(f"{parts.names()}.")
    return title, " ".join(words)


def kpi_values_doubtful(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("Values to look at again: {names}").format(names=parts.names())
    words = []
    if future := int(parts.value("future") or 0):
        words.append(
            translate_count(
                "{count} value is of a day that has not come yet.",
                "{count} values are of days that have not come yet.",
                future,
            )
        )
    if doubled := int(parts.value("doubled") or 0):
        words.append(
            translate_count(
                "On {count} day there are two values; the later entry counts.",
                "On {count} days there are two values; the later entry counts.",
                doubled,
            )
        )
    return title, " ".join(words)


def capability_missing(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("“{name}” is missing, and no initiative brings it").format(name=parts.name())
    else:
        title = translate_count(
            "{count} capability is missing, and no initiative brings it",
            "{count} capabilities are missing, and no initiative brings them",
            parts.count,
        )
    needed = _("Needed for: {goals}.").format(goals=parts.names(Goal))
    return title, needed if parts.count == 1 else f"{parts.names(Capability)}. {needed}"


def data_domain_weak(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The data “{name}” cannot be relied on").format(name=parts.name())
    else:
        title = translate_count(
            "{count} data domain cannot be relied on", "{count} data domains cannot be relied on", parts.count
        )
    return title, lacking_words(parts, _DATA_LACKS, DataDomain)


def maturity_old(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = translate_count(
        "{count} maturity rating is older than a year",
        "{count} maturity ratings are older than a year",
        parts.count,
    )
    words = [_("Rate again: {names}.").format(names=parts.names(Department))]
    if parts.value("oldest") is not None:
        words.append(_("The oldest is of {day}.").format(day=parts.day("oldest")))
    return title, " ".join(words)
