"""`show FILE budget`: the plan by what it is for or who is in charge of it, actual costs and forecast."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import group_title, period_words, row_title, year_name
from virtualcio.analysis.budget.fiscal import Period, Step
from virtualcio.analysis.budget.lines import Line
from virtualcio.analysis.budget.views import Basis, BudgetTable, GroupBy
from virtualcio.analysis.budget.year_figures import YearFigures
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.errors import RefusedValue
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class BudgetView:
    """What of the budget is shown: all years, or the months of one."""

    basis: Basis
    group_by: GroupBy
    year: int | None


def show_budget(company: "OpenCompany", as_json: bool, view: BudgetView) -> int:
    """RefusedValue for a year that the plan does not cover."""
    results = company.results
    years = results.plan_years
    known = [one.year for one in years.years]
    if view.year is not None and view.year not in known:
        raise RefusedValue(
            mark("The plan covers the fiscal years {first} to {last}; {year} is none of them."),
            first=known[0],
            last=known[-1],
            year=view.year,
        )
    step = Step.YEAR if view.year is None else Step.MONTH
    table = results.budget_table(view.basis, view.group_by, view.year, step)
    figures = [results.year_figures(year, view.basis) for year in ([view.year] if view.year else known)]
    if as_json:
        print_json(_json_budget(company, table, figures))
        return FINE
    _print_plan(company, table)
    _print_years(company, figures)
    _print_unknown(company, view)
    return FINE


# --- for people ------------------------------------------------------------------------------------


def _print_plan(company: "OpenCompany", table: BudgetTable) -> None:
    basis = _("when it is paid") if table.basis is Basis.CASH else _("when it counts as cost")
    print_title(_("Budget, {basis}, net in euros").format(basis=basis), first=True)
    print()
    titles = [
        group_title(table.group_by),
        *(period_words(company, column) for column in table.columns),
        _("Total"),
    ]
    rows = [
        [row_title(company, table.group_by, row), *_amounts(row.amounts), formats.number(row.total)]
        for row in table.rows
    ]
    rows.append([_("Total"), *_amounts(table.totals), formats.number(table.total)])
    print_table(titles, rows, frozenset(range(1, len(titles))))


def _amounts(amounts: tuple[Decimal, ...]) -> list[str]:
    return [formats.number(amount) for amount in amounts]


def _print_years(company: "OpenCompany", figures: list[YearFigures]) -> None:
    print_title(_("Plan, actual costs and forecast"))
    print()
    titles = (_("Fiscal year"), _("Plan"), _("Actual"), _("up to"), _("Forecast"), _("Difference"))
    rows = [
        (
            year_name(company, one.year),
            formats.money_short(one.plan),
            formats.money_short(one.actual),
            formats.day(one.actual_until),
            formats.money_short(one.forecast),
            formats.money_short(one.deviation),
        )
        for one in figures
    ]
    print_table(titles, rows, frozenset({1, 2, 4, 5}))


def _print_unknown(company: "OpenCompany", view: BudgetView) -> None:
    """What is missing from the sums, with names: never silently 0."""
    names = [line.name for line in company.results.budget_lines if _unknown_in(company, line, view)]
    if names:
        count = translate_count(
            "{count} line without an amount counts 0:", "{count} lines without an amount count 0:", len(names)
        )
        print_title(count)
        print_wrapped(", ".join(names), "  ")


def _unknown_in(company: "OpenCompany", line: Line, view: BudgetView) -> bool:
    plan = company.results.plan_years
    first = plan.first if view.year is None else plan.marks[plan.position(view.year)]
    after = plan.after if view.year is None else first + 12
    return line.unknown and line.touches(first, after)


# --- for programs ----------------------------------------------------------------------------------


def _json_budget(company: "OpenCompany", table: BudgetTable, figures: list[YearFigures]) -> dict[str, object]:
    return {
        "basis": table.basis,
        "by": table.group_by,
        "columns": [_json_period(column) for column in table.columns],
        "rows": [
            {
                "id": row.key,
                "name": row_title(company, table.group_by, row),
                "amounts": row.amounts,
                "total": row.total,
                "lines": row.lines,
                "lines_without_amount": row.unknown,
            }
            for row in table.rows
        ],
        "totals": table.totals,
        "total": table.total,
        "years": [_json_year(one) for one in figures],
        "lines": [_json_line(company.results.budget_line(key)) for key in _line_keys(table)],
    }


def _line_keys(table: BudgetTable) -> list[str]:
    """Each line once, also one that is split among several groups."""
    return list(dict.fromkeys(key for row in table.rows for key in row.lines))


def _json_period(column: Period) -> dict[str, object]:
    return {
        "year": column.year,
        "quarter": column.quarter,
        "month": column.month,
        "first": column.first,
        "last": column.last,
    }


def _json_year(one: YearFigures) -> dict[str, object]:
    return {
        "year": one.year,
        "plan": one.plan,
        "actual": one.actual,
        "actual_until": one.actual_until,
        "forecast": one.forecast,
        "deviation": one.deviation,
        "fixed": one.fixed,
        "estimated": one.estimated,
        "run": one.run,
        "grow": one.grow,
        "transform": one.transform,
        "two_goals": one.two_goals,
        "per_employee": one.per_employee,
        "share_of_revenue_percent": one.share_of_revenue,
        "lines_without_amount": one.unknown_lines,
        "categories": [
            {"category": row.category, "plan": row.plan, "actual": row.actual, "forecast": row.forecast}
            for row in one.rows
        ],
    }


def _json_line(line: Line) -> dict[str, object]:
    return {
        "key": line.key,
        "origin": line.origin,
        "kind_of_record": line.record_kind.__tablename__,
        "id": line.record_id,
        "name": line.name,
        "category": line.category,
        "kind": line.kind,
        "purpose": line.purpose,
        "change": line.change,
        "recurring": line.recurring,
        "owner": line.owner_id,
        "supplier": line.supplier_id,
        "goals": line.goal_ids,
        "processes": line.process_ids,
        "obligations": line.obligation_ids,
        "amount_origin": line.amount_origin,
        "without_amount": line.unknown,
    }
