"""What follows from lines, contracts, remedies, initiatives and actual costs: the budget in its views."""

from collections.abc import Mapping, Sequence

from virtualcio.actions.budget.budget_benchmark import BudgetBenchmark, budget_benchmark
from virtualcio.actions.inventory.inventory_results import Dated
from virtualcio.actions.roadmap.roadmap_results import RoadmapResults
from virtualcio.analysis.budget.actual_costs import AccountActual, YearActuals, year_actuals
from virtualcio.analysis.budget.contract_lines import contract_line
from virtualcio.analysis.budget.depreciation_plan import depreciation_line
from virtualcio.analysis.budget.fiscal import PlanYears, Step, periods, plan_years
from virtualcio.analysis.budget.initiative_lines import initiative_lines
from virtualcio.analysis.budget.lines import Basis, Line
from virtualcio.analysis.budget.purposes import LINK_KINDS, Links
from virtualcio.analysis.budget.remedy_lines import Undecided, remedy_line, undecided, undecided_value
from virtualcio.analysis.budget.typed_lines import typed_line
from virtualcio.analysis.budget.views import BudgetTable, GroupBy, budget_table, vectors
from virtualcio.analysis.budget.wave_money import WaveMoney, wave_beside_money
from virtualcio.analysis.budget.year_figures import (
    MonthFigures,
    PlanSums,
    YearFigures,
    months_figures,
    plan_sums,
    year_figures,
)
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.model import (
    Account,
    ActualCost,
    Application,
    Asset,
    BudgetLine,
    Company,
    Contract,
    Goal,
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
)

_Kinds = tuple[type[Record], ...]

_TABLES: _Kinds = (ProductSupport, ServiceLife)
_INITIATIVE_LINKS: _Kinds = (InitiativeGoal, InitiativeProcess, InitiativeObligation)
_REMEDYING: _Kinds = (InitiativeAsset, InitiativeApplication)
_LINES: _Kinds = (
    BudgetLine, Contract, Asset, Application, Initiative, InitiativeDependency, Goal, Company, Setting,
    *_TABLES, *LINK_KINDS, *_INITIATIVE_LINKS, *_REMEDYING,
)  # fmt: skip
_ACTUALS: _Kinds = (Account, ActualCost, Company, Setting)


class BudgetResults(RoadmapResults):
    """The budget's part of `Results`."""

    # --- years and lines ------------------------------------------------------------------

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
        return tuple(self._lines.values())

    def budget_line(self, key: str) -> Line:
        """By its key ("contract:…"). KeyError if there is none."""
        return self._lines[key]

    @property
    def _lines(self) -> Mapping[str, Line]:
        return self.kept.whole("budget_lines", _LINES, self._all_lines)

    def _all_lines(self) -> Mapping[str, Line]:
        """Typed ones always, so that none gets lost; of the others those that cost something here."""
        typed = self._typed_lines.values()
        remedied = self.remedied_on
        made: list[Line | None] = [*self._contract_lines.values()]
        made += [line for key, line in self._remedy_lines.items() if key not in remedied]
        made += [line for lines in self._initiative_lines.values() for line in lines]
        made += self._depreciation_lines.values()
        return {line.key: line for line in (*typed, *(one for one in made if one is not None and one.active))}

    @property
    def _links(self) -> Links:
        kinds: _Kinds = (*LINK_KINDS, Goal)
        return self.kept.whole("budget_links", kinds, lambda: Links(self.data, self._open_goal_keys))

    @property
    def _open_goal_keys(self) -> tuple[str, ...]:
        return tuple(goal.id for goal in self.open_goals)

    @property
    def _typed_lines(self) -> Mapping[str, Line]:
        plan, links, dues = self.plan_years, self._links, self.dues
        others: _Kinds = (*LINK_KINDS, *_INITIATIVE_LINKS, Initiative, Asset, ServiceLife)

        def made(line: BudgetLine) -> Line:
            return typed_line(self.data, line, plan, links, dues)

        return self.kept.each("typed_lines", (BudgetLine,), others, made, (plan, self._open_goal_keys))

    @property
    def _contract_lines(self) -> Mapping[str, Line]:
        plan, links = self.plan_years, self._links

        def made(contract: Contract) -> Line:
            return contract_line(contract, plan, links)

        return self.kept.each("contract_lines", (Contract,), LINK_KINDS, made, (plan, self._open_goal_keys))

    @property
    def _remedy_lines(self) -> Mapping[str, Line | None]:
        plan, links, dues = self.plan_years, self._links, self.dues
        percent = self.assumptions.price_increase_percent

        def made(record: Dated) -> Line | None:
            return remedy_line(record, dues[record.id], plan, links, percent)

        extra = (plan, percent, self._open_goal_keys)
        return self.kept.each("remedy_lines", (Asset, Application), (*_TABLES, *LINK_KINDS), made, extra)

    @property
    def _initiative_lines(self) -> Mapping[str, Sequence[Line]]:
        plan, links = self.plan_years, self._links

        def made(initiative: Initiative) -> Sequence[Line]:
            return initiative_lines(self.data, initiative, plan, links)

        others = (*_INITIATIVE_LINKS, *LINK_KINDS)
        return self.kept.each("initiative_lines", (Initiative,), others, made, (plan, self._open_goal_keys))

    @property
    def _depreciation_lines(self) -> Mapping[str, Line | None]:
        plan, links, dues = self.plan_years, self._links, self.dues

        def made(asset: Asset) -> Line | None:
            return depreciation_line(asset, dues[asset.id], plan, links)

        extra = (plan, self._open_goal_keys)
        return self.kept.each("depreciation_lines", (Asset,), (*_TABLES, *LINK_KINDS), made, extra)

    # --- what is due without a decision -----------------------------------------------------

    @property
    def undecided_remedies(self) -> Undecided:
        """What is due in these years and has only a proposal: named beside the budget, not in it."""
        plan, dues, remedies = self.plan_years, self.dues, self.remedies
        percent = self.assumptions.price_increase_percent

        def made(record: Dated) -> RemedyValue | None:
            return undecided_value(record, dues[record.id], remedies[record.id], plan, percent)

        def summed() -> Undecided:
            values = self.kept.each("undecided_values", (Asset, Application), _TABLES, made, (plan, percent))
            return undecided(values, self.remedied_on)

        return self.kept.whole("undecided_remedies", _LINES, summed)

    # --- tables and figures -------------------------------------------------------------------

    def budget_table(
        self,
        basis: Basis = Basis.CASH,
        group_by: GroupBy = GroupBy.CATEGORY,
        year: int | None = None,
        step: Step = Step.YEAR,
    ) -> BudgetTable:
        """All years, or one by its quarters or months. KeyError for a year outside of `plan_years`."""
        known = self.kept.whole("budget_tables", _LINES, dict[tuple[object, ...], BudgetTable])
        place = (basis, group_by, year, step)
        if place not in known:
            lines = self._lines.values()
            known[place] = budget_table(lines, self.plan_years, basis, group_by, year, step)
        return known[place]

    def year_figures(self, year: int, basis: Basis = Basis.CASH) -> YearFigures:
        """Plan, actual, forecast and what the money is for. KeyError for a year outside of `plan_years`."""
        known = self.kept.whole("year_figures", (*_LINES, *_ACTUALS), dict[tuple[int, Basis], YearFigures])
        if (year, basis) not in known:
            plan = self.plan_years
            first = plan.marks[plan.position(year)]
            known[year, basis] = year_figures(
                self.data.company,
                year,
                basis,
                plan,
                self._plan_sums(basis),
                self._months_by_category(year, basis),
                self.year_actuals(year),
                self.top_goals,
                sum(1 for line in self._lines.values() if line.unknown and line.touches(first, first + 12)),
            )
        return known[year, basis]

    def months_figures(self, year: int, basis: Basis = Basis.CASH) -> Sequence[MonthFigures]:
        """Plan, actual and forecast of the twelve months. KeyError as in `year_figures`."""
        months, actuals = self._months_by_category(year, basis), self.year_actuals(year)
        return months_figures(year, self.plan_years, months, actuals)

    def _plan_sums(self, basis: Basis) -> PlanSums:
        known = self.kept.whole("plan_sums", _LINES, dict[Basis, PlanSums])
        if basis not in known:
            known[basis] = plan_sums(tuple(self._lines.values()), self.plan_years, basis)
        return known[basis]

    def _months_by_category(self, year: int, basis: Basis) -> Mapping[str | None, Sequence[int]]:
        known = self.kept.whole(
            "months_by_category", _LINES, dict[tuple[int, Basis], Mapping[str | None, Sequence[int]]]
        )
        if (year, basis) not in known:
            marks, _columns = periods(self.plan_years, Step.MONTH, year)
            known[year, basis] = vectors(self._lines.values(), basis, GroupBy.CATEGORY, marks)
        return known[year, basis]

    @property
    def top_goals(self) -> tuple[str, ...]:
        """The two most weighted open goals, by key; of equal ones those that were made first."""
        weights = self.goal_weights
        return tuple(sorted(weights, key=lambda key: -weights[key])[:2])

    # --- what the books say ---------------------------------------------------------------------

    def year_actuals(self, year: int) -> YearActuals:
        """What the books say about a fiscal year. KeyError for a year outside of `plan_years`."""
        known = self.kept.whole("year_actuals", _ACTUALS, dict[int, YearActuals])
        if year not in known:
            known[year] = year_actuals(self.data, self.plan_years.year(year))
        return known[year]

    def actuals_by_account(self, year: int) -> Sequence[AccountActual]:
        """Accounts that count, with what was spent in the year. KeyError as in `year_actuals`."""
        return self.year_actuals(year).accounts

    # --- beside the budget ------------------------------------------------------------------------

    @property
    def wave_beside_money(self) -> Sequence[WaveMoney]:
        """What falls due by fiscal year, what is planned for it, and what is missing."""

        def made() -> Sequence[WaveMoney]:
            remedying = {link.initiative_id for link in self.data.all(InitiativeAsset)}
            remedying |= {link.initiative_id for link in self.data.all(InitiativeApplication)}
            return wave_beside_money(self.wave, self._lines.values(), self.plan_years, remedying)

        return self.kept.whole("wave_beside_money", _LINES, made)

    @property
    def budget_benchmark(self) -> BudgetBenchmark:
        """What others of the trade spend, beside the company's own shares."""
        return budget_benchmark(self.data.company.trade)
