"""What the workbook says of the budget: key figures, the views of the plan, its lines, plan beside actual."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import (
    CATEGORY_TITLES,
    CHANGE_TITLES,
    KIND_TITLES,
    ORIGIN_TITLES,
    PURPOSE_TITLES,
)
from virtualcio.actions.budget.plan_words import group_title, row_title, year_name
from virtualcio.actions.inventory.export_figures import Row
from virtualcio.analysis.budget.lines import Basis, Line
from virtualcio.analysis.budget.views import BudgetTable, GroupBy, budget_table
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Person, Supplier
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_VIEWS = (
    GroupBy.CATEGORY, GroupBy.GOAL, GroupBy.PROCESS, GroupBy.OWNER, GroupBy.SUPPLIER, GroupBy.CHANGE,
    GroupBy.COST_CENTRE,
)  # fmt: skip
BASIS_TITLES = {Basis.CASH: mark("when it is paid"), Basis.COST: mark("when it counts as cost")}


def budget_rows(company: "OpenCompany") -> Iterator[Row]:
    """Key figures of the budget: title, value and what it rests on."""
    results = company.results
    year = results.plan_years.this_year
    figures, name = results.year_figures(year), year_name(company, year)
    unknown = figures.unknown_lines
    yield (
        _("Plan {year}").format(year=name), figures.plan,
        translate_count("{count} line without an amount", "{count} lines without an amount", unknown)
        if unknown else "",
    )  # fmt: skip
    yield (
        _("Actual {year}").format(year=name),
        figures.actual,
        _("Up to {day}").format(day=formats.day(figures.actual_until)) if figures.actual_until else "",
    )
    yield _("Forecast {year}").format(year=name), figures.forecast, ""
    money = results.spending
    yield (
        _("Assigned spending"), formats.percent(money.assigned_percent, 1),
        _("Without purpose: {amount}").format(amount=formats.money_short(money.unassigned))
        if money.unassigned else "",
    )  # fmt: skip


def views_sheet(company: "OpenCompany") -> Sheet:
    """The plan of all years in each view. Within a basis every view adds up to the same sum."""
    first = company.results.budget_table()
    columns = (
        SheetColumn(_("Amounts"), CellKind.TEXT, 22),
        SheetColumn(_("By what"), CellKind.TEXT, 22),
        SheetColumn(_("Group"), CellKind.TEXT, 36),
        *(SheetColumn(year_name(company, column.year), CellKind.MONEY, 15) for column in first.columns),
        SheetColumn(_("Total"), CellKind.MONEY, 16),
    )
    rows = [
        row
        for basis in Basis
        for view in _VIEWS
        for row in _view_rows(company, company.results.budget_table(basis, view))
    ]
    return Sheet(_("Multi-year plan"), columns, rows)


def _view_rows(company: "OpenCompany", table: BudgetTable) -> Iterator[Row]:
    head = _(BASIS_TITLES[table.basis]), group_title(table.group_by)
    for row in table.rows:
        yield (*head, row_title(company, table.group_by, row), *row.amounts, row.total)


def lines_sheet(company: "OpenCompany") -> Sheet:
    """Every line of the plan, typed or from contracts, remedies and initiatives, with its payments."""
    plan = company.results.plan_years
    columns = (
        SheetColumn(_("Budget line"), CellKind.TEXT, 36),
        SheetColumn(_("Where the line comes from"), CellKind.TEXT, 26),
        SheetColumn(_("Category"), CellKind.TEXT, 22),
        SheetColumn(_("How the books take it"), CellKind.TEXT, 22),
        SheetColumn(_("Run, grow, transform"), CellKind.TEXT, 18),
        SheetColumn(_("What it is for"), CellKind.TEXT, 22),
        SheetColumn(_("Responsible"), CellKind.TEXT, 22),
        SheetColumn(_("Supplier"), CellKind.TEXT, 26),
        SheetColumn(_("Cost centre"), CellKind.TEXT, 14),
        *(SheetColumn(year_name(company, one.year), CellKind.MONEY, 15) for one in plan.years),
        SheetColumn(_("Total"), CellKind.MONEY, 16),
        SheetColumn(_("Remark"), CellKind.TEXT, 20),
    )
    rows = [row for line in company.results.budget_lines for row in _line_rows(company, line)]
    return Sheet(_("Lines of the plan"), columns, rows)


def _line_rows(company: "OpenCompany", line: Line) -> Iterator[Row]:
    """None for a line that is not paid within the years of the plan."""
    table = budget_table([line], company.results.plan_years, Basis.CASH, GroupBy.CATEGORY)
    owner, supplier = company.data.get(Person, line.owner_id), company.data.get(Supplier, line.supplier_id)
    for row in table.rows:
        yield (
            line.name,
            _(ORIGIN_TITLES[line.origin]),
            _(CATEGORY_TITLES[line.category]),
            _(KIND_TITLES[line.kind]),
            _(CHANGE_TITLES[line.change]),
            "" if line.purpose is None else _(PURPOSE_TITLES[line.purpose]),
            "" if owner is None else owner.name,
            "" if supplier is None else supplier.name,
            line.cost_centre,
            *row.amounts,
            row.total,
            _("without amount") if line.unknown else "",
        )


def actuals_sheet(company: "OpenCompany") -> Sheet:
    """Plan, actual costs and forecast of each fiscal year by category; empty where the books say nothing."""
    columns = (
        SheetColumn(_("Fiscal year"), CellKind.TEXT, 14),
        SheetColumn(_("Category"), CellKind.TEXT, 24),
        SheetColumn(_("Plan"), CellKind.MONEY, 15),
        SheetColumn(_("Actual"), CellKind.MONEY, 15),
        SheetColumn(_("Forecast"), CellKind.MONEY, 15),
        SheetColumn(_("Difference"), CellKind.MONEY, 15),
    )
    rows = []
    for year in company.results.plan_years.years:
        name = year_name(company, year.year)
        for one in company.results.year_figures(year.year).rows:
            words = _(CATEGORY_TITLES[one.category])
            rows.append((name, words, one.plan, one.actual, one.forecast, one.deviation))
    return Sheet(_("Plan and actual"), columns, rows)
