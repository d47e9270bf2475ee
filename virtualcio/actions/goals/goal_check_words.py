"""The words and actions of the checks of goals, one row a check."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from virtualcio.actions.check_words import ActionKind, CheckWords, FindingAction, to_first, to_tab
from virtualcio.actions.goals import goal_findings
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import DataDomain, Goal, Kpi, Person
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

GOAL_CHECK_WORDS: Mapping[str, CheckWords] = {
    "goal_incomplete": CheckWords(
        mark("Something is missing at a goal"),
        mark("Each goal needs a KPI, a person in charge and an initiative; the weights make 100% together."),
        goal_findings.goal_incomplete,
    ),
    "kpi_behind": CheckWords(
        mark("A KPI is behind plan"),
        mark("Compares the last value of each KPI with what is expected by then."),
        goal_findings.kpi_behind,
    ),
    "kpi_incomplete": CheckWords(
        mark("A KPI is incomplete"),
        mark("Each KPI needs a goal, a starting value, a target with its date, and a person in charge."),
        goal_findings.kpi_incomplete,
    ),
    "kpi_stale": CheckWords(
        mark("A KPI has no current value"),
        mark("Looks for KPIs without a value, or whose last one is too old for how often they are measured."),
        goal_findings.kpi_stale,
    ),
    "kpi_values_doubtful": CheckWords(
        mark("Values of a KPI contradict each other"),
        mark("Looks for values of days to come and for two values on one day."),
        goal_findings.kpi_values_doubtful,
    ),
    "capability_missing": CheckWords(
        mark("A capability is missing, and nobody works on it"),
        mark("Looks for missing capabilities that a goal needs and no open initiative brings."),
        goal_findings.capability_missing,
    ),
    "data_domain_weak": CheckWords(
        mark("Data that cannot be relied on"),
        mark("Looks for data domains without a person in charge or with a quality of 1 or 2."),
        goal_findings.data_domain_weak,
    ),
    "maturity_old": CheckWords(
        mark("Maturity ratings are out of date"),
        mark("Looks for ratings that are older than a year or have no day."),
        goal_findings.maturity_old,
    ),
}


def _to_goal_gap(company: "OpenCompany", finding: Finding) -> FindingAction:
    """The goal, and the field in which something is missing; if it is the weights, that of the heaviest."""
    kind, key = finding.objects[0]
    if kind is not Goal:
        return FindingAction("goals", "goals", finding.objects[1][1], "", "weight")
    goal = company.data.find(Goal, key)
    without_kpi = not company.data.where(Kpi, "goal_id", key)
    ownerless = not without_kpi and goal.owner_id is None
    return FindingAction("goals", "goals", key, "", "owner" if ownerless else "name")


_NUMBERS = ("target", "band", "target_on", "baseline", "baseline_on")


def _to_kpi_gap(company: "OpenCompany", finding: Finding) -> FindingAction:
    """The first thing that the KPI lacks; several are filtered by what the first one lacks."""
    key = finding.objects[0][1]
    missing = company.results.kpi_states[key].missing
    first = next((word for word in (*_NUMBERS, "owner", "goal") if word in missing), "target_on")
    chip = "without_target" if first in _NUMBERS else f"without_{first}"
    column = "band_from" if first == "band" else first
    several = len(finding.objects) > 1 and bool(missing)
    return FindingAction("goals", "kpis", key, chip if several else "", column)


def _to_old_value(company: "OpenCompany", finding: Finding) -> FindingAction:
    key = finding.objects[0][1]
    measured = company.results.kpi_states[key].measured_on is not None
    chip = "stale" if measured else "not_measured"
    return FindingAction("goals", "kpis", key, chip if len(finding.objects) > 1 else "", "measurements")


def _to_weak_data(company: "OpenCompany", finding: Finding) -> FindingAction:
    key = finding.objects[0][1]
    ownerless = company.data.get(Person, company.data.find(DataDomain, key).owner_id) is None
    chip, column = ("without_owner", "owner") if ownerless else ("poor", "quality")
    return FindingAction("inventory", "data_domains", key, chip if len(finding.objects) > 1 else "", column)


GOAL_ACTIONS: dict[str, ActionKind] = {
    "complete_goal": ActionKind(mark("Complete"), _to_goal_gap, "target"),
    "show_kpi": ActionKind(mark("Look at"), to_tab("goals", "goals", kind=Kpi), "target"),
    "complete_kpi": ActionKind(mark("Complete"), _to_kpi_gap, "target"),
    "measure_kpi": ActionKind(mark("Enter value"), _to_old_value, "gauge"),
    "mend_values": ActionKind(mark("Look at"), to_first("measurements"), "gauge"),
    "bring_capability": ActionKind(mark("Look at"), to_first("name", "missing"), "gem"),
    "mend_data": ActionKind(mark("Assign"), _to_weak_data, "database"),
    "rate_maturity": ActionKind(mark("Rate"), to_tab("goals", "maturity"), "calendar-days"),
}
