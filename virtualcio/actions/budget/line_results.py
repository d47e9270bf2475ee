"""All lines of the budget, each kept until what it is made from changes."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import partial

from virtualcio.actions.depreciation.depreciation_results import DepreciationResults
from virtualcio.actions.inventory.inventory_results import Dated
from virtualcio.analysis.budget.contract_lines import contract_line
from virtualcio.analysis.budget.depreciation_plan import borne, depreciation_line, in_register, runs_of
from virtualcio.analysis.budget.fiscal import PlanYears, plan_years
from virtualcio.analysis.budget.initiative_lines import initiative_lines
from virtualcio.analysis.budget.lines import Basis, Line, LineOrigin
from virtualcio.analysis.budget.purposes import LINK_KINDS, Links
from virtualcio.analysis.budget.remedy_lines import PAID, Undecided, remedy_line, undecided, undecided_value
from virtualcio.analysis.budget.runs import Run
from virtualcio.analysis.budget.typed_lines import typed_line
from virtualcio.analysis.depreciation.ordinary import OrdinaryYears
from virtualcio.analysis.depreciation.year_cents import Years
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.analysis.roadmap.month_numbers import fiscal_year_months
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    BudgetLine,
    Company,
    Contract,
    ContractApplication,
    ContractAsset,
    ContractProcess,
    Disposal,
    Goal,
    GoalProcess,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeProcess,
    ProductSupport,
    Record,
    ServiceLife,
    Setting,
    TaxYear,
)

Kinds = tuple[type[Record], ...]

_TABLES: Kinds = (ProductSupport, ServiceLife)
_OF_ASSETS: Mapping[type[Record], str] = {AssetProcess: "asset_id", AssetApplication: "asset_id"}
_OF_APPLICATIONS: Mapping[type[Record], str] = {ApplicationProcess: "application_id"}
_REGISTERED: Mapping[type[Asset | Application], Mapping[type[Record], str]] = {
    Asset: {**_OF_ASSETS, Disposal: "asset_id"},
    Application: {**_OF_APPLICATIONS, Disposal: "application_id"},
}
_OF_CONTRACTS: Mapping[type[Record], str] = {
    ContractProcess: "contract_id", ContractAsset: "contract_id", ContractApplication: "contract_id",
}  # fmt: skip
_OF_INITIATIVES: Mapping[type[Record], str] = {
    InitiativeGoal: "initiative_id", InitiativeProcess: "initiative_id",
    InitiativeObligation: "initiative_id",
}  # fmt: skip

# All that lines follow from.
LINE_KINDS: Kinds = (
    BudgetLine, Contract, Asset, Application, Initiative, InitiativeDependency, Goal, Company, Setting,
    InitiativeAsset, InitiativeApplication, Disposal, TaxYear, *_OF_INITIATIVES, *_TABLES, *LINK_KINDS,
)  # fmt: skip


class LineResults(DepreciationResults):
    """The lines behind the budget's part of `Results`."""

    @property
    def plan_years(self) -> PlanYears:
        """The fiscal years that the budget looks at: two back, this one, and those ahead."""

        def made() -> PlanYears:
            start, ahead = self.data.company.fiscal_year_start, self.assumptions.budget_years_ahead
            return plan_years(self.today, start, ahead)

        known = self.kept.whole("plan_years", (Company, Setting), made)
        # lines hold it: as long as it says the same it stays the same object
        return self.kept.whole("same_plan_years", (), dict[PlanYears, PlanYears]).setdefault(known, known)

    @property
    def budget_lines(self) -> Sequence[Line]:
        """All that costs something in these years: typed, contracts, remedies, initiatives, depreciation."""
        return self._lines_of(Basis.COST)

    @property
    def paid_lines(self) -> Sequence[Line]:
        """`budget_lines` that are paid for, so without depreciation of what was bought earlier."""
        return self._lines_of(Basis.CASH)

    def budget_line(self, key: str) -> Line:
        """By its key ("contract:…"). KeyError if there is none."""
        basis = Basis.COST if key.startswith(f"{LineOrigin.DEPRECIATION}:") else Basis.CASH

        def made() -> Mapping[str, Line]:
            return {line.key: line for line in self._lines_of(basis)}

        return self.kept.whole(f"{basis.value}_lines_by_key", LINE_KINDS, made)[key]

    def _lines_of(self, basis: Basis) -> Sequence[Line]:
        """Those that have anything on this basis; typed ones always, so that none gets lost."""

        def made() -> Sequence[Line]:
            if basis is Basis.COST:
                return (*self.paid_lines, *_there(self._depreciation_lines()))
            remedied = self.remedied_on
            decided = (line for key, line in self._remedy_lines() if key not in remedied)
            left = (line for lines in self._initiative_lines.values() for line in lines)
            return (
                *self._typed_lines.values(),
                *_there(self._contract_lines.values()),
                *_there(decided),
                *left,
            )

        return self.kept.whole(f"lines_by_{basis.value}", LINE_KINDS, made)

    # --- lines by where they come from ------------------------------------------------------

    @property
    def _links(self) -> Links:
        kinds: Kinds = (*LINK_KINDS, Goal)
        return self.kept.whole("budget_links", kinds, lambda: Links(self.data, self._open_goal_keys))

    @property
    def _open_goal_keys(self) -> tuple[str, ...]:
        return tuple(goal.id for goal in self.open_goals)

    def _read(self, *kinds: type[Record]) -> Hashable:
        """What lines read beside their own record and rows: with it as it was, they are as they were."""
        return self.plan_years, self._open_goal_keys, self.data.revision((GoalProcess, *kinds))

    @property
    def _typed_lines(self) -> Mapping[str, Line]:
        plan, links, dues = self.plan_years, self._links, self.dues
        lines = self.data.all(BudgetLine)
        initiatives = tuple((one.id, one.change_kind) for one in self.data.all(Initiative))
        named = [one.asset_id for one in lines if one.asset_id is not None]
        lives = tuple(dues[key].service_life_years for key in named if key in dues)
        things: list[Dated | None] = [self.data.get(Asset, key) for key in named]
        things += [self.data.get(Application, line.application_id) for line in lines if line.application_id]
        borne = tuple(in_register(thing, self.today) for thing in things)

        def made(line: BudgetLine) -> Line:
            return typed_line(self.data, line, plan, links, dues)

        others: Kinds = (*LINK_KINDS, *_OF_INITIATIVES)
        extra = (self._read(), initiatives, lives, borne)
        return self.kept.each("typed_lines", (BudgetLine,), others, made, extra)

    @property
    def _contract_lines(self) -> Mapping[str, Line | None]:
        plan, links = self.plan_years, self._links

        def made(contract: Contract) -> Line | None:
            return _active(contract_line(contract, plan, links))

        extra = self._read(AssetProcess, AssetApplication, ApplicationProcess)
        return self.kept.each_with_rows("contract_lines", Contract, _OF_CONTRACTS, made, extra)

    def _remedy_lines(self) -> Iterable[tuple[str, Line | None]]:
        plan, links, dues = self.plan_years, self._links, self.dues
        percent, rules = self.assumptions.price_increase_percent, self.tax_rules

        def made(record: Dated) -> Line | None:
            item = self.item_of(record) if record.remedy in PAID else None
            return _active(remedy_line(record, dues[record.id], plan, links, percent, item, rules))

        kept, extra = self.kept.each_with_rows, (self._read(ApplicationProcess, *_TABLES), percent, rules)
        yield from kept("remedied_assets", Asset, _OF_ASSETS, made, extra).items()
        extra = (self._read(*_TABLES), percent, rules)
        yield from kept("remedied_applications", Application, _OF_APPLICATIONS, made, extra).items()

    @property
    def _initiative_lines(self) -> Mapping[str, Sequence[Line]]:
        plan, links = self.plan_years, self._links

        def made(initiative: Initiative) -> Sequence[Line]:
            found = initiative_lines(self.data, initiative, plan, links)
            return tuple(line for line in found if line.active)

        return self.kept.each_with_rows("initiative_lines", Initiative, _OF_INITIATIVES, made, self._read())

    def _depreciation_lines(self) -> Iterable[Line | None]:
        plan, links, rules = self.plan_years, self._links, self.tax_rules
        registers = {kind: self._years_of(kind) for kind in _REGISTERED}

        def made(thing: Dated) -> Line | None:
            both = registers[type(thing)][thing.id]
            years = None if both is None else both.commercial
            if years is None or years.end is None:
                return None
            if fiscal_year_months(years.end, rules.fiscal_start)[1] <= plan.first:
                return None
            return depreciation_line(thing, self._borne(thing, years), plan, links)

        extra = (self._read(ApplicationProcess, *_TABLES), rules)
        for kind, rows in _REGISTERED.items():
            name = f"depreciation_lines_of_{kind.__tablename__}"
            yield from self.kept.each_with_rows(name, kind, rows, made, extra).values()

    def _borne(self, thing: Dated, years: Years) -> tuple[Run, ...]:
        if isinstance(years, OrdinaryYears):
            return runs_of(years.spreads())
        item = self.item_of(thing)
        return () if item is None else borne(item, self.tax_rules)

    # --- what is due without a decision -----------------------------------------------------

    @property
    def undecided_remedies(self) -> Undecided:
        """What is due in these years and has only a proposal: named beside the budget, not in it."""
        plan, dues, remedies = self.plan_years, self.dues, self.remedies
        percent = self.assumptions.price_increase_percent

        def made(record: Dated) -> RemedyValue | None:
            return undecided_value(record, dues[record.id], remedies[record.id], plan, percent)

        def summed() -> Undecided:
            each = partial(self.kept.each, "undecided_values", (Asset, Application), _TABLES)
            return undecided(each(made, (plan, percent)), self.remedied_on)

        return self.kept.whole("undecided_remedies", LINE_KINDS, summed)


def _there(lines: Iterable[Line | None]) -> Iterable[Line]:
    return (line for line in lines if line is not None)


def _active(line: Line | None) -> Line | None:
    """Nothing for what costs nothing within the plan's years."""
    return line if line is not None and line.active else None
