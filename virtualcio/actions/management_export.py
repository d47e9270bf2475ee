"""The workbook for the management: plan of several years, backlog, business cases, roadmap and KPIs."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.export_budget import views_sheet
from virtualcio.actions.budget.plan_words import row_title, year_name
from virtualcio.actions.business_case.export_case import cases_sheet
from virtualcio.actions.export import table_sheet
from virtualcio.actions.export_overview import overview_sheet
from virtualcio.actions.goals.export_goals import quarters_sheet
from virtualcio.actions.inventory.export_figures import backlog_sheet, wave_sheet
from virtualcio.actions.roadmap.export_roadmap import plan_sheet
from virtualcio.actions.tables import table
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.errors import RefusedFile
from virtualcio.exchange.formula_workbook import FormulaPage, PageChart, PageHead, write_formula_workbook
from virtualcio.exchange.management_workbook import table_page
from virtualcio.exchange.workbook import CellKind, Progress, Sheet, SheetColumn
from virtualcio.model import Kpi
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MOST_CASES = 12  # that a chart can show


@dataclass(frozen=True)
class ManagementExport:
    """Taken from the company at one moment; writing may happen elsewhere."""

    pages: tuple[FormulaPage, ...]
    company: str
    year_name: str
    day: date

    def write(self, path: Path, progress: Progress | None = None) -> None:
        """RefusedFile if it cannot be written or is no .xlsx; the target then stays as it was."""
        if path.suffix.lower() != ".xlsx":
            raise RefusedFile(
                mark("“{name}” was not written: the name of a workbook ends in .xlsx. Add that ending."),
                name=path.name,
            )
        write_formula_workbook(
            path, self.pages, PageHead(self.company, self.year_name, self.day), {}, progress
        )


def management_export(company: "OpenCompany") -> ManagementExport:
    """Values of today, one topic a sheet, with charts where a picture says more than the rows."""
    budget, wave, curves = _budget_sheet(company), wave_sheet(company), _curves_sheet(company)
    cases = cases_sheet(company)
    of_years = PageChart(
        _("Plan of several years"), 1, 2, len(budget.columns) - 1, len(budget.rows), stacked=True
    )
    of_cases = PageChart(_("Net present value"), 1, 4, 6, min(len(cases.rows), _MOST_CASES))
    kpis = table("kpis")
    pages = (
        table_page(overview_sheet(company), _("All key figures of the day.")),
        table_page(
            budget, _("What is paid in each fiscal year, by category, net."),
            (of_years,),
        ),
        table_page(views_sheet(company), _("Every view of the plan adds up to the same sum.")),
        table_page(
            wave, _("What falls due in which fiscal year, at the prices of that year."),
            (PageChart(_("Replacement wave"), 1, 2, len(wave.columns) - 1, len(wave.rows), stacked=True),),
        ),
        table_page(
            curves, _("How the backlog goes on: three ways to deal with it."),
            (PageChart(_("Backlog by quarter"), 1, 2, len(curves.columns), len(curves.rows)),),
        ),
        table_page(backlog_sheet(company), _("What is overdue today, the dearest first.")),
        table_page(cases, _("Open initiatives, worst, expected and best case."), (of_cases,)),
        table_page(plan_sheet(company), _("Initiatives by their start; below, what has no month yet.")),
        table_page(
            table_sheet(company, kpis, company.data.all(Kpi), [one for one in kpis.columns if one.shown]),
            _("Where each KPI started, where it stands and where it is to go."),
        ),
        table_page(quarters_sheet(company), _("Measured values by quarter.")),
    )  # fmt: skip
    year = fiscal_year_of(company.today, company.data.company.fiscal_year_start)
    return ManagementExport(pages, company.data.company.name, year_name(company, year), company.today)


def _budget_sheet(company: "OpenCompany") -> Sheet:
    """A row per fiscal year, a column per category: the shape that charts need."""
    found = company.results.budget_table(Basis.CASH, GroupBy.CATEGORY)
    columns = (
        SheetColumn(_("Fiscal year"), CellKind.TEXT, 16),
        *(SheetColumn(row_title(company, GroupBy.CATEGORY, row), CellKind.MONEY, 16) for row in found.rows),
        SheetColumn(_("Total"), CellKind.MONEY, 16),
    )
    rows = tuple(
        (year_name(company, period.year), *(row.amounts[place] for row in found.rows), found.totals[place])
        for place, period in enumerate(found.columns)
    )
    return Sheet(_("Plan by fiscal year"), columns, rows)


def _curves_sheet(company: "OpenCompany") -> Sheet:
    curves = company.results.curves
    yearly = _("with {amount} a year").format(amount=formats.money_short(curves.yearly_money))
    lines = [(_("doing nothing"), curves.doing_nothing), (yearly, curves.with_yearly_money)]
    if curves.with_roadmap is not None:
        lines.insert(1, (_("with the roadmap"), curves.with_roadmap))
    columns = (
        SheetColumn(_("Day"), CellKind.DATE, 14),
        *(SheetColumn(title, CellKind.MONEY, 22) for title, _values in lines),
    )
    rows = tuple((day, *(values[place] for _title, values in lines)) for place, day in enumerate(curves.days))
    return Sheet(_("Backlog by quarter"), columns, rows)
