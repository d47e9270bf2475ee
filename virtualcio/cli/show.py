"""The verb show: lists and analyses as tables or JSON. All figures come from the results of the company."""

import argparse
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from virtualcio.cli.file_verbs import open_for
from virtualcio.cli.show_backlog import show_backlog
from virtualcio.cli.show_checks import show_checks
from virtualcio.cli.show_dependencies import show_dependencies
from virtualcio.cli.show_goals import show_capabilities, show_goals, show_kpis
from virtualcio.cli.show_maturity import show_maturity
from virtualcio.cli.show_ranking import show_ranking
from virtualcio.cli.show_roadmap import show_load, show_roadmap
from virtualcio.cli.shown_table import show_table

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show(options: argparse.Namespace) -> int:
    company = open_for(options)
    try:
        return SHOWING[options.what](company, options.json)
    finally:
        company.close()


def show_assets(company: "OpenCompany", as_json: bool) -> int:
    return show_table(company, "assets", as_json)


def show_contracts(company: "OpenCompany", as_json: bool) -> int:
    return show_table(company, "contracts", as_json)


SHOWING: Mapping[str, Callable[["OpenCompany", bool], int]] = {
    "assets": show_assets,
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
    "checks": show_checks,
}
