"""The first sheet of the workbook: key figures of every step with what they rest on, then the assumptions."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from virtualcio.actions.assumption_words import TITLES, assumption_text
from virtualcio.actions.budget.export_budget import budget_rows
from virtualcio.actions.goals.export_goals import goal_rows
from virtualcio.actions.inventory.export_figures import Row, inventory_rows
from virtualcio.actions.priorities.export_priorities import priority_rows
from virtualcio.actions.review.export_review import review_rows
from virtualcio.actions.roadmap.export_roadmap import roadmap_rows
from virtualcio.analysis.assumptions import ASSUMPTIONS
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def overview_sheet(company: "OpenCompany") -> Sheet:
    """Key figures of the day, in the order of the steps."""
    columns = (
        SheetColumn(_("Key figure"), CellKind.LONG_TEXT, 52),
        SheetColumn(_("Value"), CellKind.ANY, 22),
        SheetColumn(_("What it rests on"), CellKind.LONG_TEXT, 70),
    )
    return Sheet(_("Overview"), columns, (*_figures(company), *_assumptions(company)))


def _figures(company: "OpenCompany") -> Iterator[Row]:
    yield _("Company"), company.data.company.name, ""
    yield _("Day of the figures"), company.today, ""
    yield from inventory_rows(company)
    yield from goal_rows(company)
    yield from priority_rows(company)
    yield from roadmap_rows(company)
    yield from budget_rows(company)
    yield from review_rows(company)
    yield _("Open findings"), len(company.results.findings), ""


def _assumptions(company: "OpenCompany") -> Iterator[Row]:
    for spec in ASSUMPTIONS:
        value = company.results.assumptions.value(spec.key)
        own = _("as this company has set it") if value != spec.default else _("default of the program")
        yield _("Assumption: {name}").format(name=_(TITLES[spec.key])), assumption_text(spec, value), own
