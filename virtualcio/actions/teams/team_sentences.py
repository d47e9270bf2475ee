"""What a team, a product, a 90-day plan or a work order means for the company, in business words first."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.teams.ninety_day_status import state_of_plan
from virtualcio.actions.teams.order_status import lacking_parts
from virtualcio.actions.teams.team_choice_titles import ROLES
from virtualcio.actions.teams.team_status import state_of_product, state_of_team
from virtualcio.analysis.teams.ninety_days import LAST_DAYS
from virtualcio.analysis.teams.order_state import is_late
from virtualcio.model import (
    Department,
    Initiative,
    NinetyDayPlan,
    Product,
    Supplier,
    Task,
    Team,
    WorkOrder,
)  # fmt: skip
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def team_sentence(company: "OpenCompany", team: Team) -> Sentence:
    """'Das Team entscheidet bis 5.000 € allein; es fehlt: ein Product Owner.'"""
    state = state_of_team(company, team)
    if not state.active:
        return Sentence(_("The team ended on {day}.").format(day=formats.day(team.ended_on)))
    if not state.people:
        return Sentence(_("Nobody is in the team yet."), Tone.ACT)
    missing = _missing(company, team)
    text = _decides(team)
    if missing:
        text = _("{decides}; missing: {parts}.").format(decides=text, parts=join_names(missing, len(missing)))
        return Sentence(text, Tone.WATCH, _team_lines(company, team))
    return Sentence(f"{text}.", Tone.GOOD, _team_lines(company, team))


def _decides(team: Team) -> str:
    if team.decision_limit is not None:
        amount = formats.money_short(team.decision_limit)
        return _("The team decides up to {amount} alone").format(amount=amount)
    if team.decision_scope.strip():
        return _("The team decides alone what its scope says")
    return _("The team may decide nothing alone yet")


def _missing(company: "OpenCompany", team: Team) -> list[str]:
    state = state_of_team(company, team)
    parts = []
    if state.without_product_owner:
        parts.append(_("a product owner"))
    if not state.mixed:
        parts.append(_("people from a second department"))
    if state.without_scope and state.without_limit:
        parts.append(_("what it decides alone"))
    return parts


def _team_lines(company: "OpenCompany", team: Team) -> list[str]:
    state = state_of_team(company, team)
    lines = [translate_count("{count} person in the team.", "{count} people in the team.", len(state.people))]
    names = [company.data.find(Department, key).name for key in state.departments]
    if names:
        lines.append(_("From: {names}.").format(names=join_names(names, len(names))))
    if state.days is not None:
        lines.append(_("{days} days a month are agreed.").format(days=formats.number(state.days, 1)))
    if state.days_unknown:
        lines.append(
            translate_count("{count} member without agreed days.", "{count} members without agreed days.",
                            state.days_unknown)
        )  # fmt: skip
    others = [_(ROLES[role]) for role in state.missing_roles[int(state.without_product_owner) :]]
    if others:
        lines.append(_("Nobody has the role: {names}.").format(names=join_names(others, len(others))))
    return lines


def product_sentence(company: "OpenCompany", product: Product) -> Sentence:
    """Who answers for it end to end, and whether it was left alone by the initiative that made it."""
    state = state_of_product(company, product)
    if not state.active:
        return Sentence(_("It ended on {day}.").format(day=formats.day(product.ends_on)))
    lines = _product_lines(company, product)
    if state.left_alone:
        text = _("The initiative is over and nobody answers for it: nobody notices when it decays.")
        return Sentence(text, Tone.ACT, lines)
    if state.without_owner:
        return Sentence(_("Nobody answers for it from the wish to daily use."), Tone.WATCH, lines)
    if state.without_promise:
        return Sentence(_("What its users can rely on is not written down."), Tone.WATCH, lines)
    return Sentence(_("Its users can rely on: {promise}").format(promise=product.promise), Tone.GOOD, lines)


def _product_lines(company: "OpenCompany", product: Product) -> list[str]:
    state = state_of_product(company, product)
    lines = []
    if state.building:
        names = [company.data.find(Initiative, key).name for key in state.building]
        lines.append(_("Being built on by: {names}.").format(names=join_names(names)))
    if state.over:
        names = [company.data.find(Initiative, key).name for key in state.over]
        lines.append(_("Made by: {names}.").format(names=join_names(names)))
    if state.processes:
        count = len(state.processes)
        lines.append(translate_count("{count} process uses it.", "{count} processes use it.", count))
    return lines


def plan_sentence(company: "OpenCompany", plan: NinetyDayPlan) -> Sentence:
    """'Tag 31 von 90: 4 von 13 Aufgaben sind getan, 2 überfällig.'"""
    state = state_of_plan(company, plan)
    if not state.total:
        return Sentence(_("It has no tasks yet."), Tone.WATCH)
    done = _("{done} of {total} tasks are done").format(
        done=formats.number(state.done), total=formats.number(state.total)
    )
    if state.finished:
        return Sentence(_("All {total} tasks are done.").format(total=formats.number(state.total)), Tone.GOOD)
    late = [company.data.find(Task, key).name for key in state.overdue]
    lines = [_("Overdue: {names}.").format(names=join_names(late))] if late else []
    if state.without_owner:
        lines.append(
            translate_count("{count} task has nobody who does it", "{count} tasks have nobody who does them",
                            state.without_owner)
        )  # fmt: skip
    if state.day is None:
        return Sentence(_("{done}; its first day is open.").format(done=done), Tone.WATCH, lines)
    if state.day < 1:
        begins = _("It begins on {day}.").format(day=formats.day(plan.starts_on))
        return Sentence(begins, Tone.NEUTRAL, lines)
    text = _("Day {number} of {last}: {done}.").format(
        number=formats.number(state.day), last=LAST_DAYS[-1], done=done
    )
    return Sentence(text, Tone.ACT if late else Tone.GOOD, lines)


def order_sentence(company: "OpenCompany", order: WorkOrder) -> Sentence:
    """What the provider still has to be told, or that it is ordered, late or accepted."""
    if order.accepted_on is not None:
        text = _("Accepted on {day}.").format(day=formats.day(order.accepted_on))
        return Sentence(text, Tone.GOOD)
    if is_late(order, company.today):
        text = _("It was to be there on {day} and is not accepted yet.")
        return Sentence(text.format(day=formats.day(order.due_on)), Tone.ACT)
    if order.ordered_on is not None:
        return Sentence(_under_way(company, order))
    lacking = lacking_parts(order)
    if lacking:
        text = _("Before it is ordered the sheet has to say {parts}.")
        return Sentence(text.format(parts=join_names(lacking, len(lacking))), Tone.WATCH)
    return Sentence(_("It says what, why, until when and how it is accepted."), Tone.GOOD)


def _under_way(company: "OpenCompany", order: WorkOrder) -> str:
    """Who is to deliver it until when, as far as that is known."""
    ordered = formats.day(order.ordered_on)
    if order.due_on is None:
        return _("Ordered on {day}; until when it is to be there is open.").format(day=ordered)
    supplier = company.data.get(Supplier, order.supplier_id)
    left = (order.due_on - company.today).days
    when = translate_count("in {count} day", "in {count} days", left) if left else _("today")
    words = _("To be there by {day} ({when}); ordered on {ordered}.")
    if supplier is not None:
        words = _("{provider} delivers by {day} ({when}); ordered on {ordered}.")
    name = "" if supplier is None else supplier.name
    return words.format(provider=name, day=formats.day(order.due_on), when=when, ordered=ordered)
