"""Checks about things that run out: support, age, the plan for it, the money for it."""

from collections.abc import Sequence
from datetime import date

from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.check_facts import CheckFacts, Thing, add_money, objects_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.inventory.backlog import area_of
from virtualcio.analysis.inventory.dependencies import by_criticality
from virtualcio.analysis.inventory.due_dates import SOON_MONTHS, DueReason
from virtualcio.analysis.inventory.product_match import words_of
from virtualcio.model import Process
from virtualcio.model.inventory import Criticality, RemedyKind

CRITICAL = frozenset({Criticality.CRITICAL})


def _product_of(facts: CheckFacts, record: Thing) -> str:
    """What like things have in common: the product as the tables call it, else as typed, else the name."""
    match = facts.dues[record.id].match
    if match is not None and match.version is not None:
        return match.version.title
    return record.product.strip() or record.name.strip()


def _under_critical(facts: CheckFacts, first: date | None, last: date) -> Sequence[tuple[list[Thing], str]]:
    """Things under a critical process whose support ends after `first` up to `last`, by product."""
    groups: dict[tuple[str, ...], tuple[list[Thing], str]] = {}
    for record in facts.things:
        end = facts.dues[record.id].support_end
        if end is None or end > last or (first is not None and end <= first):
            continue
        if first is not None and _remedied_by(facts, record, end):
            continue
        if facts.processes(record, CRITICAL):
            product = _product_of(facts, record)
            groups.setdefault(words_of(product), ([], product))[0].append(record)
    return list(groups.values())


def _remedied_by(facts: CheckFacts, record: Thing, day: date) -> bool:
    """An initiative on the roadmap puts it right by then."""
    remedied = facts.plan.remedied_on.get(record.id)
    return remedied is not None and remedied <= day


def _planned_until(facts: CheckFacts, records: list[Thing]) -> date | None:
    """When the roadmap has put the last of these right; None if one of them is not on it."""
    days = [facts.plan.remedied_on.get(record.id) for record in records]
    known = [day for day in days if day is not None]
    return max(known) if known and len(known) == len(days) else None


def _support_finding(
    facts: CheckFacts, check_id: str, severity: Severity, records: list[Thing], product: str
) -> Finding:
    ends = [end for record in records if (end := facts.dues[record.id].support_end) is not None]
    needing: dict[Process, None] = {}
    for record in records:
        needing.update(dict.fromkeys(facts.processes(record, CRITICAL)))
    hours = [one.max_outage_hours for one in needing if one.max_outage_hours is not None]
    values = facts.values
    return Finding(
        check_id,
        severity,
        objects_of(*records, *by_criticality(needing)),
        {
            "count": len(records),
            "product": product,
            "support_end": min(ends),
            "processes": len(needing),
            "bearable_hours": min(hours, default=None),
            "planned_until": _planned_until(facts, records),
        },
        add_money(values.get(record.id) for record in records),
        max(min(ends), facts.today),
    )


def unsupported_under_critical(facts: CheckFacts) -> Sequence[Finding]:
    """No security updates any more, and a critical process hangs on it. One finding per product."""
    return [
        _support_finding(facts, "unsupported_under_critical", Severity.ACT, records, product)
        for records, product in _under_critical(facts, None, facts.today)
    ]


def support_ends_under_critical(facts: CheckFacts) -> Sequence[Finding]:
    """The same, within the next twelve months; not where the roadmap puts it right before."""
    last = add_months(facts.today, SOON_MONTHS)
    return [
        _support_finding(facts, "support_ends_under_critical", Severity.WATCH, records, product)
        for records, product in _under_critical(facts, facts.today, last)
    ]


def overdue_without_plan(facts: CheckFacts) -> Sequence[Finding]:
    """Overdue, no remedy is decided, and no initiative on the roadmap brings one. One finding per reason
    and area.

    Accepted without a day counts as not decided; accepted up to a day that has passed is another check.
    What is unsupported under a critical process is told there, and not twice.
    """
    groups: dict[tuple[bool, str], list[Thing]] = {}
    for item in facts.backlog.items:
        record = item.record
        end = facts.dues[record.id].support_end
        if end is not None and end <= facts.today and facts.processes(record, CRITICAL):
            continue
        if record.id in facts.plan.remedied_on:
            continue
        accepted = record.remedy is RemedyKind.ACCEPT and record.accepted_until is not None
        if record.remedy is None or (record.remedy is RemedyKind.ACCEPT and not accepted):
            groups.setdefault((not item.support_ended, area_of(record)), []).append(record)
    values = facts.values
    found = []
    for (age_only, area), records in groups.items():
        days = [due for record in records if (due := facts.dues[record.id].due) is not None]
        found.append(
            Finding(
                "overdue_without_plan",
                Severity.WATCH if age_only else Severity.ACT,
                objects_of(*records),
                {
                    "count": len(records),
                    "reason": DueReason.AGE if age_only else DueReason.SUPPORT,
                    "area": area,
                    "oldest": min(days),
                    "without_value": sum(values[record.id] is None for record in records),
                },
                add_money(values[record.id] for record in records),
                None if age_only else facts.today,
            )
        )
    return found


def acceptance_ran_out(facts: CheckFacts) -> Sequence[Finding]:
    """Accepted until a day, that day is here, the thing is still overdue and not on the roadmap."""
    found = []
    for item in facts.backlog.items:
        record = item.record
        until = record.accepted_until
        if record.id in facts.plan.remedied_on:
            continue
        if record.remedy is RemedyKind.ACCEPT and until is not None and until <= facts.today:
            found.append(
                Finding(
                    "acceptance_ran_out",
                    Severity.ACT,
                    objects_of(record),
                    {"count": 1, "until": until, "reason": record.accepted_reason},
                    item.value.amount,
                    facts.today,
                )
            )
    return found


def wave_peak(facts: CheckFacts) -> Sequence[Finding]:
    """A year in which far more money is due than in the others."""
    return [
        Finding(
            "wave_peak",
            Severity.WATCH,
            objects_of(*(event.record for event in peak.events)),
            {
                "count": len(peak.events),
                "year": peak.year,
                "total": peak.total,
                "mean_of_others": peak.mean_of_others,
                "first_due": peak.first_due,
                "release_by": peak.release_by,
            },
            peak.total,
            peak.release_by,
        )
        for peak in facts.wave.peaks
    ]


def without_date(facts: CheckFacts) -> Sequence[Finding]:
    """Nobody can say when these are due: no product with a known end, no day of purchase."""
    unknown = frozenset(facts.backlog.unknown_due)
    records = [record for record in facts.things if record.id in unknown]
    if not records:
        return []
    return [Finding("without_date", Severity.WATCH, objects_of(*records), {"count": len(records)})]
