"""Expenses built by hand, for tests of assigned spending: lines with one payment each, and what follows."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from virtualcio.analysis.budget.fiscal import plan_years
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.runs import Run
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus, kpi_state
from virtualcio.analysis.goals.kpi_series import read_series
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.spending.larger import cash_due, is_unknown, things_of, twelve_months
from virtualcio.analysis.spending.links import LinkReader, purpose_fields
from virtualcio.analysis.spending.spending import Spending, SpendingFacts, spending
from virtualcio.analysis.spending.tracing import Tracer
from virtualcio.model import (
    Application,
    Asset,
    BudgetLine,
    Company,
    Contract,
    ContractProcess,
    Goal,
    GoalProcess,
    Initiative,
    Kpi,
    Measurement,
    Person,
    Process,
    Record,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality

TODAY = date(2026, 11, 22)
PLAN = plan_years(TODAY, 1, 4)
BOSS = Person(name="Erika Brenner")
_ORIGINS = {
    Contract: LineOrigin.CONTRACT,
    Asset: LineOrigin.REMEDY,
    Application: LineOrigin.REMEDY,
    Initiative: LineOrigin.INITIATIVE,
    BudgetLine: LineOrigin.TYPED,
}


def paid(record: Record, amount: str, on: date = date(2027, 3, 15), **fields: object) -> Line:
    """A line with one payment, named as those that the budget makes."""
    origin = fields.pop("origin", _ORIGINS[type(record)])
    assert isinstance(origin, LineOrigin)
    run = Run(month_number(on), 1, 1, int(Decimal(amount).scaleb(2)), day=on.day)
    named = {
        name: getattr(record, name, None)
        for name in ("contract_id", "initiative_id", "asset_id", "application_id", "supplier_id")
    }
    return Line(
        key=f"{origin.value}:{record.id}",
        origin=origin,
        record_kind=type(record),
        record_id=record.id,
        name=str(record.name),  # type: ignore[attr-defined]  # every kind of the list above has one
        plan=PLAN,
        cash=(run,),
        **{**named, **fields},  # type: ignore[arg-type]  # names of Line's fields
    )


def measurable(goal: Goal, **fields: object) -> Kpi:
    """A KPI with baseline, target and owner."""
    given = {
        "name": f"Kennzahl zu {goal.name}",
        "goal_id": goal.id,
        "owner_id": BOSS.id,
        "baseline": Decimal(10),
        "baseline_on": date(2026, 1, 1),
        "target": Decimal(20),
        "target_on": date(2027, 12, 31),
    }
    return Kpi(**{**given, **fields})  # type: ignore[arg-type]  # names of Kpi's fields


def value(kpi: Kpi, day: date, number: int = 15) -> Measurement:
    return Measurement(kpi_id=kpi.id, day=day, value=Decimal(number))


# One goal with a process, one without; the contract is paid and serves the process.
ORDERS = Process(name="Auftragsabwicklung", criticality=Criticality.CRITICAL)
OFFERS = Process(name="Angebote")
FASTER = Goal(name="Schneller liefern")
GROW = Goal(name="Mehr Umsatz")
SPEED = measurable(FASTER)
SALES = measurable(GROW)
ABOUT_ORDERS = GoalProcess(goal_id=FASTER.id, process_id=ORDERS.id)
BASE: tuple[Record, ...] = (ORDERS, OFFERS, FASTER, GROW, SPEED, SALES, ABOUT_ORDERS)
ERP = Contract(name="ERP-Wartung")
SERVES = ContractProcess(contract_id=ERP.id, process_id=ORDERS.id)


class Money:
    """The assigned spending of a company on a day, from lines and records."""

    def __init__(
        self,
        lines: Iterable[Line],
        *records: Record,
        today: date = TODAY,
        limit: str = "1000",
        fresh_days: int = 100,
    ) -> None:
        self.lines = list(lines)
        self.data = CompanyData([Company(name="Prüf GmbH"), BOSS, *records])
        self.today, self.limit, self.fresh_days = today, Decimal(limit), fresh_days

    def states(self) -> dict[str, KpiState]:
        rows = {kpi.id: self.data.where(Measurement, "kpi_id", kpi.id) for kpi in self.data.all(Kpi)}
        return {
            kpi.id: kpi_state(kpi, read_series(rows[kpi.id], self.today), (), self.today)
            for kpi in self.data.all(Kpi)
        }

    def result(self) -> Spending:
        span, states = twelve_months(self.today), self.states()
        cash = {line.key: cash_due(line, span[0]) for line in self.lines}
        large, small = things_of(self.data, self.lines, cash, self.limit)
        reader, tracer = LinkReader(self.data), Tracer(self.data, self.today, states)
        fields = {one.id: purpose_fields(one) for one in self.data.all(Contract)}
        fields |= {one.id: purpose_fields(one) for one in self.data.all(BudgetLine)}
        traces = {
            one.id: tracer.trace(reader.links_of(one.kind, one.id, one.typed_ids, fields))
            for one in (*large, *small)
        }
        behind = {kpi.goal_id for kpi in self.data.all(Kpi) if states[kpi.id].status is KpiStatus.BEHIND}
        facts = SpendingFacts(
            larger=large,
            small=small,
            traces=traces,
            behind={key for key in behind if key is not None},
            open_goals=[goal.id for goal in self.data.all(Goal) if goal.id in tracer.open_goals],
            unknown=len([line for line in self.lines if is_unknown(line, span[0])]),
            fresh_days=self.fresh_days,
            known={},
        )
        return spending(self.data, facts, self.today, span)
