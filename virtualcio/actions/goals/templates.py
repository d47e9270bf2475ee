"""Beginning with the goals that are usual in a trade."""

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.goals.catalogue import put_catalogue_kpi, starting_value
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.exchange.goal_templates import (
    GoalTemplate,
    TemplateCapability,
    Trade,
    all_goal_templates,
    all_trades,
)
from virtualcio.exchange.kpi_catalogue import catalogue_kpi
from virtualcio.model import Capability, Goal
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.store.edit import Edit


def trades() -> Sequence[Trade]:
    """The trades that there are templates for."""
    return all_trades()


def trade_of(text: str) -> Trade | None:
    """The trade that a typed one sounds like ("Metallbau: Treppen, Geländer"); None if none does.

    The word that comes first in the text decides, of those at the same place the longest.
    """
    typed = text.casefold()
    found = [
        (typed.index(word), -len(word), number)
        for number, trade in enumerate(all_trades())
        for word in trade.words
        if word in typed
    ]
    return all_trades()[min(found)[2]] if found else None


def goal_templates(trade: str) -> Sequence[GoalTemplate]:
    """The goals to begin with of a trade (its key), weightiest first; empty for an unknown one."""
    return [template for template in all_goal_templates() if template.trade == trade]


def apply_goal_template(company: "OpenCompany", trade: str, chosen: Collection[str]) -> Sequence[Goal]:
    """Add the chosen goals (keys of templates) of a trade with KPIs and capabilities as one undo step.

    A capability that is there by name is linked and not added again. ValueError if nothing is chosen.
    """
    templates = [template for template in goal_templates(trade) if template.key in chosen]
    if not templates:
        raise ValueError(f"no goals of {trade!r} among {sorted(chosen)}")
    rows = {key: catalogue_kpi(key) for template in templates for key in template.kpis}
    starts = {key: starting_value(company, row) for key, row in rows.items()}
    made = []
    with company.workspace.change(Message(mark("Goals added from a template"))) as edit:
        for template in templates:
            goal = _put_goal(company, edit, template)
            for key in template.kpis:
                put_catalogue_kpi(company, edit, rows[key], goal, starts[key])
            made.append(goal)
    return made


def _put_goal(company: "OpenCompany", edit: "Edit", template: GoalTemplate) -> Goal:
    needs = [_capability(company, edit, one).id for one in template.capabilities]
    values = {
        "name": template.name,
        "description": template.description,
        "weight": template.weight,
        "growth": template.growth,
        "capabilities": tuple(dict.fromkeys(needs)),
    }
    goal = put_record(company, edit, table("goals"), values)
    assert isinstance(goal, Goal)
    return goal


def _capability(company: "OpenCompany", edit: "Edit", wanted: TemplateCapability) -> Capability:
    for known in company.data.where(Capability, "name", wanted.name):
        if known.kind is wanted.kind:
            return known
    made = put_record(company, edit, table("capabilities"), {"name": wanted.name, "kind": wanted.kind})
    assert isinstance(made, Capability)
    return made
