"""What follows from the lines of the budget and from actual costs: tables, plan, actual and forecast."""

from collections.abc import Mapping, Sequence

from virtualcio.actions.budget.budget_benchmark import BudgetBenchmark, employee_benchmark, share_benchmark
from virtualcio.actions.budget.line_results import LINE_KINDS, LineResults
from virtualcio.analysis.budget.actual_costs import AccountActual, YearActuals, year_actuals
from virtualcio.analysis.budget.application_cost import ApplicationCost, application_costs
from virtualcio.analysis.budget.fiscal import Step
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.budget.views import BudgetTable, GroupBy, budget_table
from virtualcio.analysis.budget.wave_money import WaveMoney, wave_beside_money
from virtualcio.analysis.budget.year_figures import (
    MonthFigures,
    PlanSums,
    YearFigures,
    category_months,
    months_figures,
    plan_sums,
    year_figures,
)
from virtualcio.model import (
    Account,
    ActualCost,
    Company,
    InitiativeApplication,
    InitiativeAsset,
    Record,
    Setting,
)
from virtualcio.model.expense import BudgetCategory

_ACTUALS: tuple[type[Record], ...] = (Account, ActualCost, Company, Setting)
_Months = Mapping[BudgetCategory, Sequence[int]]


class BudgetResults(LineResults):
    """The budget's part of `Results`."""

    # --- tables and figures -------------------------------------------------------------------

    def budget_table(
        self,
        basis: Basis = Basis.CASH,
        group_by: GroupBy = GroupBy.CATEGORY,
        year: int | None = None,
        step: Step = Step.YEAR,
    ) -> BudgetTable:
        """All years, or one by its quarters or months. KeyError for a year outside of `plan_years`."""
        known = self.kept.whole("budget_tables", LINE_KINDS, dict[tuple[object, ...], BudgetTable])
        place = (basis, group_by, year, step)
        if place not in known:
            known[place] = budget_table(self._lines_of(basis), self.plan_years, basis, group_by, year, step)
        return known[place]

    def year_figures(self, year: int, basis: Basis = Basis.CASH) -> YearFigures:
        """Plan, actual, forecast and what the money is for. KeyError for a year outside of `plan_years`."""
        known = self.kept.whole(
            "year_figures", (*LINE_KINDS, *_ACTUALS), dict[tuple[int, Basis], YearFigures]
        )
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
                len([one for one in self.paid_lines if one.unknown and one.touches(first, first + 12)]),
            )
        return known[year, basis]

    def months_figures(self, year: int, basis: Basis = Basis.CASH) -> Sequence[MonthFigures]:
        """Plan, actual and forecast of the twelve months. KeyError as in `year_figures`."""
        months, actuals = self._months_by_category(year, basis), self.year_actuals(year)
        return months_figures(year, self.plan_years, months, actuals)

    def _plan_sums(self, basis: Basis) -> PlanSums:
        known = self.kept.whole("plan_sums", LINE_KINDS, dict[Basis, PlanSums])
        if basis not in known:
            known[basis] = plan_sums(self._lines_of(basis), self.plan_years, basis, self.top_goals)
        return known[basis]

    def _months_by_category(self, year: int, basis: Basis) -> _Months:
        known = self.kept.whole("category_months", LINE_KINDS, dict[tuple[int, Basis], _Months])
        if (year, basis) not in known:
            known[year, basis] = category_months(self._lines_of(basis), self.plan_years, basis, year)
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

    # --- what an application costs ----------------------------------------------------------------

    @property
    def application_costs(self) -> Mapping[str, ApplicationCost]:
        """By key, what is paid for applications in five fiscal years from this one on."""
        return self.kept.whole(
            "application_costs",
            LINE_KINDS,
            lambda: application_costs(self.data, self.paid_lines, self.plan_years),
        )

    # --- beside the budget ------------------------------------------------------------------------

    @property
    def wave_beside_money(self) -> Sequence[WaveMoney]:
        """What falls due by fiscal year, what is planned for it, and what is missing."""

        def made() -> Sequence[WaveMoney]:
            remedying = {link.initiative_id for link in self.data.all(InitiativeAsset)}
            remedying |= {link.initiative_id for link in self.data.all(InitiativeApplication)}
            return wave_beside_money(self.wave, self.paid_lines, self.plan_years, remedying)

        return self.kept.whole("wave_beside_money", LINE_KINDS, made)

    @property
    def budget_benchmark(self) -> BudgetBenchmark | None:
        """IT spending of the trade in percent of revenue, beside `share_of_revenue`."""
        return share_benchmark(self.data.company.trade)

    @property
    def employee_benchmark(self) -> BudgetBenchmark | None:
        """IT cost of the trade in euros per employee, beside `per_employee`."""
        return employee_benchmark(self.data.company.trade)
