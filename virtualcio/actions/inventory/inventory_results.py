"""What follows from assets and applications: due dates, remedies, what stops, backlog, wave, curves."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import cache, cached_property

from virtualcio.actions.kept import Kept
from virtualcio.analysis.amounts import total
from virtualcio.analysis.assumptions import Assumptions, assumptions_of
from virtualcio.analysis.calendar_days import add_years
from virtualcio.analysis.inventory.backlog import Area, Backlog, area_of, backlog, overdue_on
from virtualcio.analysis.inventory.backlog_curves import (
    BacklogCurves,
    Payment,
    Row,
    backlog_curves,
    backlog_row,
    curve_days,
    payments_of,
)
from virtualcio.analysis.inventory.dependencies import (
    Stops,
    applications_of_process,
    assets_under,
    processes_behind,
    what_stops,
)
from virtualcio.analysis.inventory.due_dates import Due, DueState, due_of, state_on
from virtualcio.analysis.inventory.due_events import DueEvent, due_events, events_with_successors
from virtualcio.analysis.inventory.lifecycle import LifecycleTables, with_company_rows
from virtualcio.analysis.inventory.remedies import Remedy, RemedyValue, remedy_of, remedy_value
from virtualcio.analysis.inventory.wave import Wave, wave
from virtualcio.exchange.facts_tables import program_tables
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Company,
    Process,
    ProductSupport,
    Record,
    ServiceLife,
    Setting,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, Ownership, RemedyKind

Dated = Asset | Application

_TABLES = (ProductSupport, ServiceLife)
_DATED: tuple[type[Asset], type[Application]] = (Asset, Application)
_VALUED = (*_DATED, *_TABLES, Setting)
_LINKS = (AssetApplication, AssetProcess, ApplicationProcess)


@cache
def _one_of(gaps: frozenset[str]) -> frozenset[str]:
    """The same set for all things that lack the same."""
    return gaps


class InventoryResults:
    """The inventory's part of `Results`: whole figures by kinds, parts by record."""

    def __init__(self, data: CompanyData, today: date) -> None:
        self.data = data
        self.today = today
        self.kept = Kept(data)

    # --- tables and assumptions ---------------------------------------------------------

    @cached_property
    def program_tables(self) -> LifecycleTables:
        """The program's own lifecycle tables, without the company's rows."""
        return program_tables()

    @property
    def tables(self) -> LifecycleTables:
        """The program's lifecycle tables with the company's rows laid over them."""
        return self.kept.whole("tables", _TABLES, lambda: with_company_rows(self.program_tables, self.data))

    @property
    def assumptions(self) -> Assumptions:
        return self.kept.whole("assumptions", (Setting,), lambda: assumptions_of(self.data))

    def usual_service_life(self, category: AssetCategory) -> int | None:
        """Years, by the program's table; None for a category without a usual life."""
        fact = self.program_tables.service_life.get(category)
        return None if fact is None else fact.years

    # --- one asset or application -------------------------------------------------------

    @property
    def dues(self) -> Mapping[str, Due]:
        """By key, of all assets and applications."""
        return self.kept.each("dues", _DATED, _TABLES, lambda record: due_of(record, self.tables))

    def due(self, record: Dated) -> Due:
        """When it is due and why."""
        return self.dues[record.id]

    @property
    def due_states(self) -> Mapping[str, DueState]:
        """As they stand today."""

        def made(record: Dated) -> DueState:
            return state_on(self.due(record), record, self.today)

        return self.kept.each("due_states", _DATED, _TABLES, made)

    def due_state(self, record: Dated) -> DueState:
        return self.due_states[record.id]

    @property
    def remedies(self) -> Mapping[str, Remedy]:
        """What is done about each, as decided or proposed today."""

        def made(record: Dated) -> Remedy:
            return remedy_of(record, self.tables, self.due(record), self.today)

        return self.kept.each("remedies", _DATED, _TABLES, made)

    def remedy(self, record: Dated) -> Remedy:
        """(kind, is_proposal)."""
        return self.remedies[record.id]

    @property
    def values(self) -> Mapping[str, RemedyValue]:
        """What each remedy costs today."""
        percent = self.assumptions.price_increase_percent

        def made(record: Dated) -> RemedyValue:
            return remedy_value(record, self.remedy(record).kind, self.today, percent)

        return self.kept.each("values", _DATED, _TABLES, made, percent)

    def remedy_value(self, record: Dated) -> RemedyValue:
        """What the remedy costs today; its `amount` is None if that is unknown."""
        return self.values[record.id]

    @property
    def gaps(self) -> Mapping[str, frozenset[str]]:
        """What should be known about each asset or application in use and is not, by the keys of the chips
        that show it.

        A notebook serves a person, not a process; a free update, a leased or borrowed thing has no price
        of its own; a cloud service or a product without an announced end needs no date.
        """
        percent = self.assumptions.price_increase_percent
        others = (*_TABLES, Process, *_LINKS)
        return self.kept.each(
            "gaps", _DATED, others, lambda record: _one_of(frozenset(self._gaps(record))), percent
        )

    def _gaps(self, record: Dated) -> Iterator[str]:
        if self.due_state(record) is DueState.RETIRED:
            return
        if area_of(record) is not Area.WORKPLACES and not self.processes(record):
            yield "without_process"
        due, value = self.due(record), self.remedy_value(record)
        if due.due is None and not due.needs_no_date:
            yield "without_date"
        owned = isinstance(record, Application) or record.ownership is Ownership.OWNED
        if value.amount is None and value.kind is not RemedyKind.UPDATE and owned:
            yield "without_value"
        if record.owner_id is None:
            yield "without_owner"

    def stops(self, record: Record) -> Stops:
        """What stands still without it."""
        known = self.kept.whole("stops", RECORD_KINDS, dict[str, Stops])
        if record.id not in known:
            known[record.id] = what_stops(self.data, record)
        return known[record.id]

    def processes(self, record: Dated) -> Sequence[Process]:
        """The processes that need it, directly or through an application, most critical first."""
        known = self.kept.whole("processes", (Process, *_LINKS), dict[str, Sequence[Process]])
        if record.id not in known:
            known[record.id] = processes_behind(self.data, record)
        return known[record.id]

    def assets_of_process(self, process: Process) -> Sequence[Asset]:
        """The assets that a process needs, directly or through an application."""
        links = self.data.where(AssetProcess, "process_id", process.id)
        direct = [self.data.get(Asset, link.asset_id) for link in links]
        found = dict.fromkeys(asset for asset in direct if asset is not None)
        for application in applications_of_process(self.data, process):
            found.update(dict.fromkeys(assets_under(self.data, application)))
        return tuple(found)

    def applications_of_process(self, process: Process) -> Sequence[Application]:
        return applications_of_process(self.data, process)

    # --- all assets and applications ----------------------------------------------------

    @property
    def dated(self) -> Sequence[Dated]:
        """All assets and applications."""
        return [*self.data.all(Asset), *self.data.all(Application)]

    def values_on(self, day: date) -> Mapping[str, RemedyValue]:
        """Remedy values on any day of what is overdue then, with the proposals of that day."""
        if day == self.today:
            return self.values
        tables, dues = self.tables, self.dues
        percent = self.assumptions.price_increase_percent
        return {
            record.id: remedy_value(record, remedy_of(record, tables, due, day).kind, day, percent)
            for record, due in overdue_on(self.data, dues, day)
        }

    @property
    def backlog(self) -> Backlog:
        """The investment backlog today."""
        return self.backlog_on(self.today)

    def backlog_on(self, day: date) -> Backlog:
        """The investment backlog on any day, if nothing is done until then; kept for today and the last."""
        known = self.kept.whole("backlogs", _VALUED, dict[date, Backlog])
        if day not in known:
            for other in [other for other in known if other != self.today]:
                del known[other]
            known[day] = backlog(self.data, self.dues, day, self.assumptions, self.values_on(day))
            self.kept.made["backlog"] += 1
        return known[day]

    @property
    def events(self) -> Mapping[str, Sequence[DueEvent]]:
        """When each falls due, and what is to be paid then."""
        percent = self.assumptions.price_increase_percent

        def made(record: Dated) -> Sequence[DueEvent]:
            return due_events(record, self.due(record), self.remedy(record), percent)

        return self.kept.each("events", _DATED, _TABLES, made, percent)

    @property
    def wave(self) -> Wave:
        """What falls due in which fiscal year."""
        return self.kept.whole("wave", (*_VALUED, Company), self._wave)

    def _wave(self) -> Wave:
        events = [event for events in self.events.values() for event in events]
        return wave(events, self.backlog, self.assumptions, self.data.company.fiscal_year_start)

    @property
    def curves(self) -> BacklogCurves:
        """How the backlog goes on, by quarter ends."""
        return self.kept.whole("curves", _VALUED, self._curves)

    def _curves(self) -> BacklogCurves:
        parts, years = self._curve_parts.values(), self.assumptions.clear_backlog_years
        payments = (payment for _row, some in parts for payment in some)
        return backlog_curves(curve_days(self.today), (row for row, _some in parts), payments, years)

    @property
    def _curve_parts(self) -> Mapping[str, tuple[Row, Sequence[Payment]]]:
        """What each adds to the curve of doing nothing, and all that is to be paid for it."""
        days, years = curve_days(self.today), self.assumptions.clear_backlog_years
        percent, until = self.assumptions.price_increase_percent, add_years(self.today, years)

        def made(record: Dated) -> tuple[Row, Sequence[Payment]]:
            due, remedy = self.due(record), self.remedy(record)
            events = events_with_successors(record, due, remedy, self.today, until, percent)
            return backlog_row(record, due, remedy, days, percent), payments_of(events)

        return self.kept.each("curve_parts", _DATED, _TABLES, made, (percent, years))

    @property
    def due_soon(self) -> tuple[Decimal, Sequence[Dated], int]:
        """What falls due within 12 months: its value today, the things by due date, how many lack a value."""
        soon = [record for record in self.dated if self.due_state(record) is DueState.SOON]
        soon.sort(key=lambda record: (self.due(record).due or self.today, record.name))
        return self._renewal_cost(soon), soon, self.count_without_value(soon)

    def count_without_value(self, records: Iterable[Dated]) -> int:
        """How many lack a price that somebody would have to enter."""
        return sum("without_value" in self.gaps[record.id] for record in records)

    def _renewal_cost(self, records: Iterable[Dated]) -> Decimal:
        amounts = (self.remedy_value(record).amount for record in records)
        return total(amount for amount in amounts if amount is not None)

    def total_remedy_value(self, kind: type[Asset] | type[Application]) -> tuple[Decimal, int]:
        """What it costs to renew everything of a kind that is in use, and how many have no value."""

        def made() -> tuple[Decimal, int]:
            used = [
                record for record in self.data.all(kind) if self.due_state(record) is not DueState.RETIRED
            ]
            return self._renewal_cost(used), self.count_without_value(used)

        kinds = (kind, *_TABLES, Setting, Process, *_LINKS)
        return self.kept.whole(f"total_{kind.__tablename__}", kinds, made)
