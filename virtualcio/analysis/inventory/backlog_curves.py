"""How the backlog goes on: if nothing is done, with the roadmap, and with the yearly money that clears it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO, round_cents
from virtualcio.analysis.calendar_days import add_years, quarter_ends_after
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.analysis.inventory.due_events import KEEPS_THE_DEVICE, DueEvent
from virtualcio.analysis.inventory.remedies import MOST_GROWTH_YEARS, Remedy, RemedyValue, remedy_value
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import RemedyKind

Row = tuple[int, ...]  # cents: whole numbers take a third of what amounts do
Payment = tuple[date, Decimal]  # all of an event that the curves need and thousands of things can keep
LAST_YEAR = 9000  # beyond, the calendar of the language ends


@dataclass(frozen=True)
class BacklogCurves:
    """One value per day of `days`: today first, then quarter ends.

    `with_roadmap` is None as long as there is no roadmap. `yearly_money` clears the backlog in
    `clear_years` years; `to_clear` is the backlog and all that falls due until then, successors included.
    """

    days: tuple[date, ...]
    doing_nothing: tuple[Decimal, ...]
    with_roadmap: tuple[Decimal, ...] | None
    with_yearly_money: tuple[Decimal, ...]
    yearly_money: Decimal
    to_clear: Decimal
    clear_years: int


def curve_days(today: date, quarters: int = 12) -> tuple[date, ...]:
    """Today and the next quarter ends."""
    return (today, *quarter_ends_after(today, quarters))


def _kind_on(due: Due, remedy: Remedy, day: date) -> RemedyKind:
    """A proposed update turns into a replacement once the service life is over, a decided one stays."""
    worn_out = due.age_end is not None and due.age_end <= day
    if remedy.is_proposal and worn_out and remedy.kind in KEEPS_THE_DEVICE:
        return RemedyKind.REPLACE
    return remedy.kind


def backlog_row(
    record: Asset | Application,
    due: Due,
    remedy: Remedy,
    days: tuple[date, ...],
    percent: Decimal,
    remedied_on: date | None = None,
) -> Row:
    """What one thing adds to the backlog on each of `days`, in cents; () if it never does or has no value.

    Remedied, it is gone from that day on; replaced, its successor is due one service life later, at the
    value of the remedy; updated, its replacement is due when its own service life is over.
    """
    if due.due is None or due.due > days[-1]:
        return ()
    there_from = due.due if due.bought is None else max(due.due, due.bought)
    retired_on = record.retired_on
    values = _ValueByDay(record, percent)
    row = []
    last, cents = None, 0
    for day in days:
        amount: Decimal | None = None
        if retired_on is None or retired_on > day:
            if remedied_on is not None and remedied_on <= day:
                amount = _after_remedy(record, due, remedy, remedied_on, day, percent)
            elif there_from <= day:
                amount = values.on(_kind_on(due, remedy, day), day)
        if amount is not last:
            last, cents = amount, 0 if amount is None else int(amount.scaleb(2))
        row.append(cents)
    return tuple(row) if any(row) else ()


class _ValueByDay:
    """Remedy values of one thing on rising days: a price only moves at the anniversaries of its base."""

    def __init__(self, record: Asset | Application, percent: Decimal) -> None:
        self._record = record
        self._percent = percent
        self._kind: RemedyKind | None = None
        self._amount: Decimal | None = None
        self._holds_until: date | None = None

    def on(self, kind: RemedyKind, day: date) -> Decimal | None:
        if kind is not self._kind or (self._holds_until is not None and day >= self._holds_until):
            value = remedy_value(self._record, kind, day, self._percent)
            self._kind, self._amount = kind, value.amount
            self._holds_until = self._next_step(value)
        return self._amount

    @staticmethod
    def _next_step(value: RemedyValue) -> date | None:
        if value.base_on is None or value.years >= MOST_GROWTH_YEARS or value.base_on.year > LAST_YEAR:
            return None
        return add_years(value.base_on, value.years + 1)


def _after_remedy(
    record: Asset | Application, due: Due, remedy: Remedy, remedied_on: date, day: date, percent: Decimal
) -> Decimal | None:
    kind = _kind_on(due, remedy, remedied_on)
    if kind is RemedyKind.RETIRE:
        return None
    if kind in KEEPS_THE_DEVICE:
        if due.age_end is None or due.age_end > day:
            return None
        return remedy_value(record, RemedyKind.REPLACE, day, percent).amount
    if due.service_life_years is None or add_years(remedied_on, due.service_life_years) > day:
        return None
    return remedy_value(record, kind, remedied_on, percent).amount


def payments_of(events: Iterable[DueEvent]) -> tuple[Payment, ...]:
    """What is to be paid when; 0.00 for what has no value."""
    return tuple([(event.due_on, event.value.amount or ZERO) for event in events])


def sum_rows(rows: Iterable[Row], count: int) -> tuple[Decimal, ...]:
    """Column sums of `count` columns, as amounts."""
    filled = [row for row in rows if row]
    if not filled:
        return (ZERO,) * count
    return tuple(Decimal(sum(column)).scaleb(-2) for column in zip(*filled, strict=True))


def backlog_curves(
    days: tuple[date, ...],
    rows: Iterable[Row],
    payments: Iterable[Payment],
    clear_years: int,
    rows_with_roadmap: Iterable[Row] | None = None,
) -> BacklogCurves:
    """The three curves. Source: rules.md section 1.

    `rows` come from `backlog_row` (one per thing), `payments` from `events_with_successors` up to
    `clear_years` years after today (one call per thing).

    Yearly money = (backlog + all that falls due within N years, successors included) ÷ N. A fourth of it
    is spent each quarter; what a quarter does not need is kept. The curve holds what has fallen due so far
    and is not yet paid, each thing at the price of its due day; after N years nothing is left.
    """
    today = days[0]
    until = add_years(today, clear_years)
    dated = sorted(payment for payment in payments if payment[0] <= until)
    to_clear = sum((amount for _day, amount in dated), ZERO)
    with_money = []
    fallen = ZERO
    at = 0
    for quarter, day in enumerate(days):
        while at < len(dated) and dated[at][0] <= day:
            fallen += dated[at][1]
            at += 1
        paid = to_clear * min(quarter, 4 * clear_years) / (4 * clear_years)
        with_money.append(max(ZERO, round_cents(fallen - paid)))
    return BacklogCurves(
        days=days,
        doing_nothing=sum_rows(rows, len(days)),
        with_roadmap=None if rows_with_roadmap is None else sum_rows(rows_with_roadmap, len(days)),
        with_yearly_money=tuple(with_money),
        yearly_money=round_cents(to_clear / clear_years),
        to_clear=to_clear,
        clear_years=clear_years,
    )


def remedied_rows(
    things: Iterable[tuple[Asset | Application, Due, Remedy]],
    days: tuple[date, ...],
    percent: Decimal,
    remedied: Mapping[str, date],
) -> list[Row]:
    """Rows for the roadmap curve: `remedied` says on which day a plan puts which thing right."""
    return [
        backlog_row(record, due, remedy, days, percent, remedied.get(record.id))
        for record, due, remedy in things
    ]
