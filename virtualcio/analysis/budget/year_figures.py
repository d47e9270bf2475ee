"""Plan, actual and forecast of a fiscal year, and what its money is for."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import round_cents, share_percent
from virtualcio.analysis.budget.actual_costs import CategoryActual, YearActuals
from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Basis, Line, LineOrigin
from virtualcio.analysis.budget.views import added, differences
from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.model import Company
from virtualcio.model.expense import BudgetCategory
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.inventory import AmountOrigin

NOT_SURE = frozenset({AmountOrigin.ESTIMATE, AmountOrigin.DEFAULT})


@dataclass(frozen=True)
class CategoryFigures:
    """A category in a fiscal year; `later`: its plan in the years after it."""

    category: BudgetCategory
    plan: Decimal
    actual: Decimal | None
    forecast: Decimal
    later: Mapping[int, Decimal]

    @property
    def deviation(self) -> Decimal:
        """Forecast less plan: above 0 it gets dearer."""
        return self.forecast - self.plan


@dataclass(frozen=True)
class MonthFigures:
    """A month: what was planned, what the books say, and what is expected to have been spent."""

    month: date
    plan: Decimal
    actual: Decimal | None
    forecast: Decimal


@dataclass(frozen=True)
class YearFigures:
    """A fiscal year, net. `deviation` is forecast less plan.

    `fixed`: bound by contracts; `estimated`: amounts that are nobody's bill, contract or offer; `two_goals`:
    on the two most weighted goals, whose keys are `top_goals`. `per_employee` and `share_of_revenue` (in
    percent) are of the forecast; None where the company does not say. `without_actual`: categories with a
    plan and nothing in the books, while others have something.
    """

    year: int
    basis: Basis
    plan: Decimal
    actual: Decimal | None
    actual_until: date | None
    part_month: bool
    forecast: Decimal
    fixed: Decimal
    estimated: Decimal
    run: Decimal
    grow: Decimal
    transform: Decimal
    two_goals: Decimal
    top_goals: tuple[str, ...]
    per_employee: Decimal | None
    share_of_revenue: Decimal | None
    unknown_lines: int
    rows: tuple[CategoryFigures, ...]
    without_actual: tuple[BudgetCategory, ...]

    @property
    def deviation(self) -> Decimal:
        return self.forecast - self.plan

    @property
    def fixed_percent(self) -> Decimal | None:
        return share_percent(self.fixed, self.plan)

    @property
    def estimated_percent(self) -> Decimal | None:
        return share_percent(self.estimated, self.plan)


@dataclass(frozen=True)
class PlanSums:
    """What all lines add up to, in cents by fiscal year of the plan, on one basis."""

    categories: Mapping[BudgetCategory, Sequence[int]]
    changes: Mapping[ChangeKind, Sequence[int]]
    top_goals: Sequence[int]
    fixed: Sequence[int]
    estimated: Sequence[int]


def plan_sums(lines: Iterable[Line], plan: PlanYears, basis: Basis, top_goals: tuple[str, ...]) -> PlanSums:
    """All of it in one walk: lines that count alike are put together first."""
    alike: dict[tuple[BudgetCategory, ChangeKind, bool, bool], list[Sequence[int]]] = {}
    for_goals: list[Sequence[int]] = []
    goals = frozenset(top_goals)
    for line in lines:
        sums = line.sums(basis, plan.marks)
        fixed, estimated = line.origin is LineOrigin.CONTRACT, line.amount_origin in NOT_SURE
        alike.setdefault((line.category, line.change, fixed, estimated), []).append(sums)
        if not goals.isdisjoint(line.goal_ids):
            shares = zip(line.goal_ids, line.shares(basis), strict=True)
            for_goals.extend(share for goal, share in shares if goal in goals)
    count = len(plan.marks)
    cents = {key: differences(added(sums, count)) for key, sums in alike.items()}

    def of(part: int, value: object) -> Sequence[int]:
        return added([row for key, row in cents.items() if key[part] is value], count - 1)

    return PlanSums(
        categories={one: of(0, one) for one in BudgetCategory},
        changes={one: of(1, one) for one in ChangeKind},
        top_goals=differences(added(for_goals, count)),
        fixed=of(2, True),
        estimated=of(3, True),
    )


def category_months(
    lines: Iterable[Line], plan: PlanYears, basis: Basis, year: int
) -> Mapping[BudgetCategory, Sequence[int]]:
    """The plan of each category by the months of a fiscal year, in cents. KeyError for a year outside."""
    place = plan.position(year)
    found = {category: [0] * 12 for category in BudgetCategory}
    for line in lines:
        sums = line.sums(basis, plan.marks)
        if sums[place] != sums[place + 1]:
            for run in line.runs(basis):
                run.add_to(found[line.category], plan.marks[place])
    return found


def forecast_cents(plan_by_month: Sequence[int], first_month: int, actual: CategoryActual | None) -> int:
    """Actual to its last day and the plan of the months after; without any actual the plan.

    Source: rules.md section 5. Months that the books cover in part count as still to come.
    """
    if actual is None:
        return sum(plan_by_month)
    return actual.cents + sum(plan_by_month[max(0, actual.covered - first_month) :])


def year_figures(
    company: Company,
    year: int,
    basis: Basis,
    plan: PlanYears,
    sums: PlanSums,
    months: Mapping[BudgetCategory, Sequence[int]],
    actuals: YearActuals,
    top_goals: tuple[str, ...],
    unknown: int,
) -> YearFigures:
    """`months`: the plan by category and month of the year, in cents. KeyError for a year outside."""
    place, first_month = plan.position(year), plan.marks[plan.position(year)]
    rows = []
    for category in BudgetCategory:
        by_year = sums.categories[category]
        actual = actuals.categories.get(category)
        by_month = months[category]
        if not any(by_year) and actual is None:
            continue
        later = {one.year: amount_of(cents) for one, cents in zip(plan.years, by_year, strict=True)}
        rows.append(
            CategoryFigures(
                category=category,
                plan=amount_of(by_year[place]),
                actual=None if actual is None else amount_of(actual.cents),
                forecast=amount_of(forecast_cents(by_month, first_month, actual)),
                later={key: amount for key, amount in later.items() if key > year},
            )
        )
    forecast = _sum([row.forecast for row in rows])
    known = [row.actual for row in rows if row.actual is not None]

    return YearFigures(
        year=year,
        basis=basis,
        plan=_sum([row.plan for row in rows]),
        actual=_sum(known) if known else None,
        actual_until=actuals.until,
        part_month=actuals.part_month,
        forecast=forecast,
        fixed=amount_of(sums.fixed[place]),
        estimated=amount_of(sums.estimated[place]),
        run=amount_of(sums.changes[ChangeKind.RUN][place]),
        grow=amount_of(sums.changes[ChangeKind.GROW][place]),
        transform=amount_of(sums.changes[ChangeKind.TRANSFORM][place]),
        two_goals=amount_of(sums.top_goals[place]),
        top_goals=top_goals,
        per_employee=_for_each(forecast, company.employees),
        share_of_revenue=_share(forecast, company.revenue),
        unknown_lines=unknown,
        rows=tuple(rows),
        without_actual=tuple(row.category for row in rows if known and row.actual is None and row.plan),
    )


def _for_each(amount: Decimal, people: int | None) -> Decimal | None:
    return None if people is None or people <= 0 else round_cents(amount / people)


def _share(amount: Decimal, revenue: Decimal | None) -> Decimal | None:
    return None if revenue is None or revenue <= 0 else share_percent(amount, revenue)


def _sum(amounts: Sequence[Decimal]) -> Decimal:
    return sum(amounts, Decimal("0.00"))


def months_figures(
    year: int, plan: PlanYears, months: Mapping[BudgetCategory, Sequence[int]], actuals: YearActuals
) -> tuple[MonthFigures, ...]:
    """The twelve months; their forecasts add up to that of the year.

    What the books give for several months stands in them evenly. `actual` None: they say nothing yet.
    """
    first_month = plan.marks[plan.position(year)]
    found = []
    for number in range(12):
        month = first_month + number
        planned = forecast = booked = 0
        said = False
        for category in BudgetCategory:
            cents = months[category][number]
            actual = actuals.categories.get(category)
            planned += cents
            if actual is None or month >= actual.covered:
                forecast += cents
            if actual is not None:
                said = said or month < actual.covered or month in actual.by_month
                booked += actual.by_month.get(month, 0)
        found.append(
            MonthFigures(
                first_day(month),
                amount_of(planned),
                amount_of(booked) if said else None,
                amount_of(forecast + booked),
            )
        )
    return tuple(found)
