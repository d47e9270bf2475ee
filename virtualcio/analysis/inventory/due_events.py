"""When a thing falls due, and what is then to pay: now, later, and again with its successors.

A thing that is updated because its support ends still grows old: its replacement at the end of the
service life is an event of its own. Otherwise a free update this year would hide the wave of new
notebooks two years later.
"""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.calendar_days import add_years
from virtualcio.analysis.inventory.backlog import Area, area_of
from virtualcio.analysis.inventory.due_dates import Due, DueReason
from virtualcio.analysis.inventory.remedies import Remedy, RemedyValue, remedy_value
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import RemedyKind

KEEPS_THE_DEVICE = frozenset({RemedyKind.UPDATE, RemedyKind.UPGRADE})


@dataclass(frozen=True, slots=True)
class DueEvent:
    """Something to be paid for on a day. `value` is that of the day.

    `after_update`: the replacement, later, of a thing that is updated before.
    `successor`: the thing is not there yet; it takes the place of one that was replaced.
    """

    record: Asset | Application
    due_on: date
    reason: DueReason
    value: RemedyValue
    area: Area
    after_update: bool = False
    successor: bool = False


def _gone_by(record: Asset | Application, day: date) -> bool:
    return record.retired_on is not None and record.retired_on <= day


def due_events(
    record: Asset | Application, due: Due, remedy: Remedy, percent: Decimal
) -> tuple[DueEvent, ...]:
    """When `record` falls due, with the value of that day; then its replacement if it is only updated.

    What was bought after its support had ended is due on the day of purchase. Nothing falls due on or
    after the day of retirement.
    """
    if due.due is None or due.reason is None:
        return ()
    due_on = due.due if due.bought is None else max(due.due, due.bought)
    if _gone_by(record, due_on):
        return ()
    area = area_of(record)
    value = remedy_value(record, remedy.kind, due_on, percent)
    first = DueEvent(record, due_on, due.reason, value, area)
    age_end = due.age_end
    if (
        remedy.kind not in KEEPS_THE_DEVICE
        or age_end is None
        or age_end <= due_on
        or _gone_by(record, age_end)
    ):
        return (first,)
    replacement = remedy_value(record, RemedyKind.REPLACE, age_end, percent)
    return first, DueEvent(record, age_end, DueReason.AGE, replacement, area, after_update=True)


def events_with_successors(
    record: Asset | Application, due: Due, remedy: Remedy, today: date, until: date, percent: Decimal
) -> tuple[DueEvent, ...]:
    """All that falls due from `today` (what is overdue: today) to `until` if each thing is put right when
    it is due. A successor is due one service life later, at the same value (rules.md section 1).
    """
    if due.due is None or due.reason is None or not due.in_use_on(max(today, due.bought or today)):
        return ()
    events = []
    for event in due_events(record, due, remedy, percent):
        if event.due_on > today:
            events.append(event)
        else:
            value = remedy_value(record, event.value.kind, today, percent)
            now = DueEvent(record, today, event.reason, value, event.area, event.after_update)
            events = [now]  # of two that are overdue, the later one is what has to be done
    events = [event for event in events if event.due_on <= until]
    if not events or events[-1].value.kind in KEEPS_THE_DEVICE or events[-1].value.kind is RemedyKind.RETIRE:
        return tuple(events)
    last, years = events[-1], due.service_life_years
    if years is None:
        return tuple(events)
    next_on = add_years(last.due_on, years)
    while next_on <= until:
        events.append(DueEvent(record, next_on, DueReason.AGE, last.value, last.area, successor=True))
        next_on = add_years(next_on, years)
    return tuple(events)
