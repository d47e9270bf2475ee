"""What cannot be true together in teams, products and work orders."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.contradictions import Contradiction, ContradictionAround, wrong_order
from virtualcio.errors import RefusedValue
from virtualcio.model import Product, Team, TeamMember, WorkOrder
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _twice(company: "OpenCompany", member: TeamMember) -> RefusedValue | None:
    """The same person with the same role; somebody may have two roles."""
    rows = company.data.where(TeamMember, "team_id", member.team_id)
    alike = [one for one in rows if one.person_id == member.person_id and one.role is member.role]
    if member.person_id is None or all(one.id == member.id for one in alike):
        return None
    return RefusedValue(mark("This person has this role in the team already. Choose another role."))


def _accepted_in_the_future(company: "OpenCompany", order: WorkOrder) -> RefusedValue | None:
    if order.accepted_on is None or order.accepted_on <= company.today:
        return None
    return RefusedValue(
        mark("{day} lies in the future. Enter it when it has taken place."),
        day=formats.day(order.accepted_on),
    )


TEAM_CONTRADICTIONS: tuple[Contradiction | ContradictionAround, ...] = (
    Contradiction(
        (Team,),
        frozenset({"since", "ended_on"}),
        lambda one: wrong_order(one, "since", "ended_on"),
        mark("The team would have ended before it began. Check both days."),
    ),
    Contradiction(
        (Product,),
        frozenset({"since", "ends_on"}),
        lambda one: wrong_order(one, "since", "ends_on"),
        mark("It would end before it began. Check both days."),
    ),
    Contradiction(
        (WorkOrder,),
        frozenset({"ordered_on", "accepted_on"}),
        lambda one: wrong_order(one, "ordered_on", "accepted_on"),
        mark("It would have been accepted before it was ordered. Check both days."),
    ),
    ContradictionAround((WorkOrder,), frozenset({"accepted_on"}), _accepted_in_the_future),
    ContradictionAround((TeamMember,), frozenset({"person_id", "role", "team_id"}), _twice),
)
