"""A company built by hand, for tests of the rules: no file, no database, every figure typed."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal

from virtualcio.actions.results import Results
from virtualcio.analysis.assumptions import Assumptions, assumptions_of
from virtualcio.analysis.checks.all_checks import CheckFacts, Finding, check
from virtualcio.analysis.inventory.backlog import Backlog, backlog, things_of
from virtualcio.analysis.inventory.contract_dates import contract_dates
from virtualcio.analysis.inventory.due_dates import Due, due_of
from virtualcio.analysis.inventory.due_events import due_events
from virtualcio.analysis.inventory.lifecycle import (
    LifecycleTables,
    ProductFamily,
    ProductVersion,
    ServiceLifeFact,
    SuccessorRule,
)
from virtualcio.analysis.inventory.remedies import Remedy, RemedyValue, remedy_of, remedy_value
from virtualcio.analysis.inventory.wave import Wave, wave
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Company,
    Contract,
    ContractApplication,
    ContractAsset,
    Process,
    Record,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, RemedyKind

TODAY = date(2026, 11, 22)

TABLES = LifecycleTables(
    products=(
        ProductVersion("Oldie OS", "1", ("1",), security_end=date(2020, 1, 14), source="test"),
        ProductVersion("Oldie OS", "2", ("2",), security_end=date(2027, 3, 31), source="test"),
        ProductVersion("Oldie OS", "3", ("3",), source="test"),
    ),
    families=(ProductFamily("Oldie OS", ("oldie os",)),),
    service_life={
        AssetCategory.SERVER: ServiceLifeFact(AssetCategory.SERVER, 5, "test"),
        AssetCategory.NOTEBOOK: ServiceLifeFact(AssetCategory.NOTEBOOK, 4, "test"),
        AssetCategory.PRINTER: ServiceLifeFact(AssetCategory.PRINTER, 5, "test"),
        AssetCategory.SMARTPHONE: ServiceLifeFact(AssetCategory.SMARTPHONE, 1, "test"),
    },
    successors=(SuccessorRule("Oldie OS", "", RemedyKind.UPDATE, date(2019, 1, 1), RemedyKind.REPLACE),),
)


class _PlanResults(Results):
    """What follows from goals and initiatives, with the tables and assumptions of a test."""

    def __init__(
        self, data: CompanyData, today: date, tables: LifecycleTables, assumptions: Assumptions
    ) -> None:
        super().__init__(data, today)
        self._tables, self._assumptions = tables, assumptions

    @property
    def tables(self) -> LifecycleTables:
        return self._tables

    @property
    def assumptions(self) -> Assumptions:
        return self._assumptions


class Rules:
    """All results of a company on a day, each through the real functions."""

    def __init__(
        self,
        *records: Record | Iterable[Record],
        today: date = TODAY,
        tables: LifecycleTables = TABLES,
        fiscal_year_start: int = 1,
        assumptions: Assumptions | None = None,
    ) -> None:
        flat = [one for given in records for one in ([given] if isinstance(given, Record) else given)]
        company = Company(name="Prüf GmbH", fiscal_year_start=fiscal_year_start)
        self.data = CompanyData([company, *flat])
        self.today = today
        self.tables = tables
        self.assumptions = assumptions or assumptions_of(self.data)

    @property
    def dues(self) -> dict[str, Due]:
        return {record.id: due_of(record, self.tables) for record in things_of(self.data)}

    def remedy(self, record: Asset | Application, day: date | None = None) -> Remedy:
        return remedy_of(record, self.tables, self.dues[record.id], day or self.today)

    def values(self, day: date) -> dict[str, RemedyValue]:
        percent = self.assumptions.price_increase_percent
        return {
            record.id: remedy_value(record, self.remedy(record, day).kind, day, percent)
            for record in things_of(self.data)
        }

    def backlog(self, day: date | None = None, remedied: dict[str, date] | None = None) -> Backlog:
        on = day or self.today
        return backlog(self.data, self.dues, on, self.assumptions, self.values(on), remedied or {})

    def wave(self, years: int | None = None) -> Wave:
        percent = self.assumptions.price_increase_percent
        events = [
            event
            for record in things_of(self.data)
            for event in due_events(record, self.dues[record.id], self.remedy(record), percent)
        ]
        start = self.data.company.fiscal_year_start
        return wave(events, self.backlog(), self.assumptions, start, years)

    @property
    def facts(self) -> CheckFacts:
        dates = {one.id: contract_dates(one, self.today) for one in self.data.all(Contract)}
        results = _PlanResults(self.data, self.today, self.tables, self.assumptions)
        return CheckFacts(
            self.data,
            self.today,
            self.dues,
            self.backlog(),
            self.wave(),
            dates,
            self.tables,
            self.assumptions,
            results,
            results,
        )

    def found(self, check_id: str) -> list[Finding]:
        """What one check finds."""
        return list(check(check_id).function(self.facts))

    def with_assumptions(self, **changes: object) -> "Rules":
        self.assumptions = replace(self.assumptions, **changes)  # type: ignore[arg-type]  # named by tests
        return self


def carries(asset: Asset, application: Application) -> AssetApplication:
    return AssetApplication(asset_id=asset.id, application_id=application.id)


def serves(thing: Asset | Application, process: Process) -> Record:
    if isinstance(thing, Asset):
        return AssetProcess(asset_id=thing.id, process_id=process.id)
    return ApplicationProcess(application_id=thing.id, process_id=process.id)


def covers(contract: Contract, thing: Asset | Application) -> Record:
    if isinstance(thing, Asset):
        return ContractAsset(contract_id=contract.id, asset_id=thing.id)
    return ContractApplication(contract_id=contract.id, application_id=thing.id)


def euro(text: str) -> Decimal:
    return Decimal(text)
