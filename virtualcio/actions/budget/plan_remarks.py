"""What stands under the plan: what it does not know, and where that is put right."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import CATEGORY_TITLES
from virtualcio.actions.tables import place_of
from virtualcio.analysis.budget.lines import Basis
from virtualcio.model import Application, Asset
from virtualcio.texts import _, join_names, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class PlanRemark:
    """A sentence and where it leads; without a page it leads nowhere."""

    text: str
    watch: bool = False
    page: str = ""
    tab: str = ""
    record: str = ""
    chip: str = ""
    column: str = ""


def plan_remarks(company: "OpenCompany", basis: Basis, year: int) -> tuple[PlanRemark, ...]:
    """Lines without amount, what is due without a decision, and categories of which the books say nothing."""
    return (*_unknown(company), *_undecided(company), *_not_in_books(company, basis, year))


def _unknown(company: "OpenCompany") -> list[PlanRemark]:
    """Leads to the first of them."""
    lines = [line for line in company.results.paid_lines if line.unknown]
    if not lines:
        return []
    text = translate_count("{count} line without amount", "{count} lines without amount", len(lines))
    page, tab, record = place_of(company, lines[0].record_kind, lines[0].record_id)
    return [PlanRemark(text, True, page, tab, record)]


def _undecided(company: "OpenCompany") -> list[PlanRemark]:
    """What the program proposes and nobody has decided stands in no line."""
    found = company.results.undecided_remedies
    if not found.count:
        return []
    things = translate_count(
        "{count} replacement due without a decision",
        "{count} replacements due without a decision",
        found.count,
    )
    words = _("{things}: {amount} not in the plan")
    text = words.format(things=things, amount=formats.money_short(found.total)) if found.total else things
    key = found.keys[0]
    kind = Asset if company.data.get(Asset, key) is not None else Application
    page, tab, record = place_of(company, kind, key)
    return [PlanRemark(text, True, page, tab, record)]


def _not_in_books(company: "OpenCompany", basis: Basis, year: int) -> list[PlanRemark]:
    """Categories with a plan of which the books say nothing: an account may be missing."""
    missing = company.results.year_figures(year, basis).without_actual
    if not missing:
        return []
    names = join_names(translate(CATEGORY_TITLES[one]) for one in missing)
    words = _("Planned, but nothing in the books: {names}")
    return [PlanRemark(words.format(names=names), False, "budget", "accounts")]
