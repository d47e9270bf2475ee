"""The verb show: lists and analyses as tables or JSON. All figures come from the results of the company."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from virtualcio.analysis.budget.views import Basis, GroupBy
from virtualcio.cli.file_verbs import open_for
from virtualcio.cli.show_backlog import show_backlog
from virtualcio.cli.show_budget import BudgetView, show_budget
from virtualcio.cli.show_business_case import show_business_case
from virtualcio.cli.show_changes import show_changes
from virtualcio.cli.show_checks import show_checks
from virtualcio.cli.show_dependencies import show_dependencies
from virtualcio.cli.show_depreciation import BOOK_WORDS, DepreciationView, show_depreciation
from virtualcio.cli.show_goals import show_capabilities, show_goals, show_kpis
from virtualcio.cli.show_maturity import show_maturity
from virtualcio.cli.show_ranking import show_ranking
from virtualcio.cli.show_reviews import show_reviews
from virtualcio.cli.show_roadmap import show_load, show_roadmap
from virtualcio.cli.show_security import show_security
from virtualcio.cli.show_spending import show_spending
from virtualcio.cli.show_tasks import show_tasks
from virtualcio.cli.show_teams import show_teams
from virtualcio.cli.shown_table import show_table
from virtualcio.errors import RefusedValue
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show(options: argparse.Namespace) -> int:
    view, books = _budget_view(options), _depreciation_view(options)
    company = open_for(options)
    try:
        if view is not None:
            return show_budget(company, options.json, view)
        if books is not None:
            return show_depreciation(company, options.json, books)
        return SHOWING[options.what](company, options.json)
    finally:
        company.close()


def _budget_view(options: argparse.Namespace) -> BudgetView | None:
    """The view of the budget that was asked for, None if something else is shown.

    RefusedValue if options of the budget stand beside something else: they would change nothing.
    """
    names = ("by", "basis") if options.what == "depreciation" else ("year", "by", "basis")
    given = [f"--{name}" for name in names if getattr(options, name) is not None]
    if options.what == "budget":
        return BudgetView(Basis(options.basis or "cash"), GroupBy(options.by or "category"), options.year)
    if given:
        raise RefusedValue(mark("{options} goes with “show FILE budget” only."), options=", ".join(given))
    return None


def _depreciation_view(options: argparse.Namespace) -> DepreciationView | None:
    """The fiscal year and the book that were asked for, None if something else is shown.

    RefusedValue if a book is named beside something else.
    """
    if options.what == "depreciation":
        return DepreciationView(options.year, BOOK_WORDS[options.book or "tax"])
    if options.book is not None:
        raise RefusedValue(mark("{options} goes with “show FILE depreciation” only."), options="--book")
    return None


def show_assets(company: "OpenCompany", as_json: bool) -> int:
    return show_table(company, "assets", as_json)


def show_applications(company: "OpenCompany", as_json: bool) -> int:
    return show_table(company, "applications", as_json)


def show_contracts(company: "OpenCompany", as_json: bool) -> int:
    return show_table(company, "contracts", as_json)


SHOWING: Mapping[str, Callable[["OpenCompany", bool], int]] = {
    "assets": show_assets,
    "applications": show_applications,
    "backlog": show_backlog,
    "contracts": show_contracts,
    "dependencies": show_dependencies,
    "goals": show_goals,
    "kpis": show_kpis,
    "capabilities": show_capabilities,
    "maturity": show_maturity,
    "ranking": show_ranking,
    "roadmap": show_roadmap,
    "load": show_load,
    "spending": show_spending,
    "business-case": show_business_case,
    "changes": show_changes,
    "reviews": show_reviews,
    "tasks": show_tasks,
    "teams": show_teams,
    "security": show_security,
    "checks": show_checks,
}
