"""Checks about who answers for what, and what only one person or one device can do."""

from collections.abc import Sequence

from virtualcio.analysis.checks.check_facts import IMPORTANT, CheckFacts, Thing, objects_of, together
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.inventory.backlog import Area, area_of
from virtualcio.analysis.inventory.dependencies import RANK, worst_criticality
from virtualcio.analysis.inventory.single_points import single_points_of_failure
from virtualcio.model import Application, Asset, Person, Process
from virtualcio.model.inventory import Criticality

MOST_SINGLE_POINTS = 6
MOST_PROCESSES = 6


def _most_important_first(facts: CheckFacts, records: list[Thing]) -> list[Thing]:
    def rank(record: Thing) -> tuple[int, str]:
        worst = worst_criticality(facts.processes_behind(record))
        return (len(RANK) if worst is None else RANK[worst]), record.name

    return sorted(records, key=rank)


def _one_for_all(check_id: str, records: list[Thing]) -> Sequence[Finding]:
    if not records:
        return []
    assets = sum(isinstance(record, Asset) for record in records)
    params = {"count": len(records), "assets": assets, "applications": len(records) - assets}
    return [Finding(check_id, Severity.WATCH, objects_of(*records), params)]


def without_owner(facts: CheckFacts) -> Sequence[Finding]:
    """Assets and applications in use for which nobody answers. One finding for all of them."""
    records = [record for record in facts.things if facts.data.get(Person, record.owner_id) is None]
    return _one_for_all("without_owner", _most_important_first(facts, records))


def without_process(facts: CheckFacts) -> Sequence[Finding]:
    """Infrastructure and applications in use that no process seems to need. One finding for all of them.

    Workplace devices are left out: a notebook serves a person, not a process.
    """
    records = [
        record
        for record in facts.things
        if area_of(record) is not Area.WORKPLACES and not facts.processes_behind(record)
    ]
    return _one_for_all("without_process", sorted(records, key=lambda record: record.name))


def single_point_of_failure(facts: CheckFacts) -> Sequence[Finding]:
    """An asset without a second one under a critical process; to act on if it is overdue as well."""
    overdue = facts.values
    found = [
        Finding(
            "single_point_of_failure",
            Severity.ACT if point.asset.id in overdue else Severity.WATCH,
            objects_of(point.asset, *point.processes),
            {
                "count": 1,
                "processes": len(point.processes),
                "bearable_hours": point.bearable_hours,
                "overdue": point.asset.id in overdue,
            },
            overdue.get(point.asset.id),
            facts.today if point.asset.id in overdue else None,
        )
        for point in single_points_of_failure(facts.data, facts.today)
    ]
    return together(found, MOST_SINGLE_POINTS)


def one_person(facts: CheckFacts) -> Sequence[Finding]:
    """Things under a critical or high process that one person runs without a deputy. One per person."""
    by_person: dict[str, list[Thing]] = {}
    for record in facts.things:
        operator = record.operator_id
        if operator is None or facts.data.get(Person, operator) is None:
            continue
        if record.deputy_id in (None, operator) and facts.processes(record, IMPORTANT):
            by_person.setdefault(operator, []).append(record)
    found = []
    for key, records in by_person.items():
        ordered = _most_important_first(facts, records)
        needing = {process for record in records for process in facts.processes(record, IMPORTANT)}
        critical = any(process.criticality is Criticality.CRITICAL for process in needing)
        applications = sum(isinstance(record, Application) for record in records)
        found.append(
            Finding(
                "one_person",
                Severity.ACT if critical else Severity.WATCH,
                ((Person, key), *objects_of(*ordered)),
                {
                    "count": len(records),
                    "assets": len(records) - applications,
                    "applications": applications,
                    "processes": len(needing),
                    "external": facts.data.find(Person, key).external,
                },
            )
        )
    return found


def critical_process_without_owner(facts: CheckFacts) -> Sequence[Finding]:
    """A critical process without an owner, or without a deputy for the owner."""
    found = []
    for process in facts.data.where(Process, "criticality", Criticality.CRITICAL):
        owner = facts.data.get(Person, process.owner_id)
        deputy = facts.data.get(Person, process.deputy_id)
        missing = tuple(
            word
            for word, there in (("owner", owner), ("deputy", deputy and deputy is not owner))
            if not there
        )
        if missing:
            found.append(
                Finding(
                    "critical_process_without_owner",
                    Severity.ACT if "owner" in missing else Severity.WATCH,
                    objects_of(process),
                    {"count": 1, "missing": missing, "bearable_hours": process.max_outage_hours},
                )
            )
    return together(found, MOST_PROCESSES)
