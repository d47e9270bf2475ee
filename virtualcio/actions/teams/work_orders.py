"""A work order made from an initiative: filled in with what its records say already."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.goals.kpi_words import quantity
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.actions.teams.order_numbers import next_number
from virtualcio.analysis.calendar_days import add_months, month_end
from virtualcio.model import (
    Application,
    Asset,
    Capability,
    Goal,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeCapability,
    InitiativeGoal,
    InitiativeKpi,
    InitiativeObligation,
    Kpi,
    Obligation,
    Record,
    WorkOrder,
)
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def order_from(company: "OpenCompany", initiative: Initiative) -> WorkOrder:
    """A work order of an initiative as one undo step; what nobody has said yet stays empty.

    What: description, what we do, the things it renews or brings. Why: the goals it serves, the change for
    the customer, the duties it meets. Until: the hard date, else the end on the roadmap, else the wished one.
    Accepted: the criterion of the pilot and the targets of its KPIs. Provider, price and number are taken
    from the initiative and the orders there are.
    """
    name = _("Work order: {name}").format(name=initiative.name)
    values = {
        "name": name,
        "number": next_number(company),
        "initiative": initiative.id,
        "supplier": initiative.supplier_id,
        "owner": initiative.owner_id,
        "what": "\n".join(_what(company, initiative)),
        "why": "\n".join(_why(company, initiative)),
        "acceptance": "\n".join(_acceptance(company, initiative)),
        "due_on": end_of(initiative, company.today),
        "amount": initiative.one_off_cost,
    }
    label = Message(mark("Work order made from “{name}”"), {"name": initiative.name})
    with company.workspace.change(label) as edit:
        made = put_record(company, edit, table("work_orders"), values)
    assert isinstance(made, WorkOrder)
    return made


def end_of(initiative: Initiative, today: date) -> date | None:
    """The hard date, else the last day of the last planned month, else the wished end: the first of them that
    is known and not over, as nobody can be told to deliver yesterday.
    """
    planned = None
    if initiative.start is not None:
        planned = month_end(add_months(initiative.start, initiative.months - 1))
    days = (initiative.hard_end, planned, initiative.wished_end)
    return next((day for day in days if day is not None and day >= today), None)


def _linked(
    company: "OpenCompany", initiative: Initiative, kind: type[Record], field: str, target: type[Record]
) -> list[str]:
    """Names of what is linked with it by rows of `kind`, whose `field` leads there."""
    rows = company.data.where(kind, "initiative_id", initiative.id)
    found = [company.data.get(target, getattr(row, field)) for row in rows]
    return [str(getattr(one, "name", "")) for one in found if one is not None]


def _what(company: "OpenCompany", initiative: Initiative) -> list[str]:
    lines = [initiative.description.strip(), initiative.we_do.strip()]
    for kind, field, target, words in (
        (InitiativeAsset, "asset_id", Asset, mark("Renewed: {names}")),
        (InitiativeApplication, "application_id", Application, mark("Concerns: {names}")),
        (InitiativeCapability, "capability_id", Capability, mark("There afterwards: {names}")),
    ):
        names = _linked(company, initiative, kind, field, target)
        if names:
            lines.append(_(words).format(names=", ".join(names)))
    included = [
        word
        for planned, word in (
            (initiative.introduction_planned, _("introduction")),
            (initiative.training_planned, _("training")),
            (initiative.security_planned, _("security")),
        )
        if planned
    ]
    if included and any(lines):
        lines.append(_("Included: {names}").format(names=", ".join(included)))
    return [line for line in lines if line]


def _why(company: "OpenCompany", initiative: Initiative) -> list[str]:
    goals = [
        goal.name
        for row in company.data.where(InitiativeGoal, "initiative_id", initiative.id)
        if row.strength > 0 and (goal := company.data.get(Goal, row.goal_id)) is not None
    ]
    duties = _linked(company, initiative, InitiativeObligation, "obligation_id", Obligation)
    lines = [
        _("Serves the goal: {names}").format(names=", ".join(goals)) if goals else "",
        initiative.customer_change.strip(),
        _("Meets the duty: {names}").format(names=", ".join(duties)) if duties else "",
        initiative.hard_end_reason.strip(),
    ]
    return [line for line in lines if line]


def _acceptance(company: "OpenCompany", initiative: Initiative) -> list[str]:
    lines = []
    if initiative.pilot and initiative.pilot_criterion.strip():
        words = _("The trial counts as a success when: {criterion}")
        lines.append(words.format(criterion=initiative.pilot_criterion.strip()))
    for row in company.data.where(InitiativeKpi, "initiative_id", initiative.id):
        kpi = company.data.get(Kpi, row.kpi_id)
        if kpi is not None and kpi.target is not None:
            lines.append(_target(kpi))
    if initiative.promised_users:
        words = _("{count} people work with it")
        lines.append(words.format(count=formats.number(initiative.promised_users)))
    return lines


def _target(kpi: Kpi) -> str:
    target = quantity(kpi.target, kpi.unit)
    if kpi.target_on is None:
        return _("{kpi}: {target}").format(kpi=kpi.name, target=target)
    return _("{kpi}: {target} by {day}").format(kpi=kpi.name, target=target, day=formats.day(kpi.target_on))
