"""What new rows of teams, 90-day plans and work orders start with that need more than a name."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from virtualcio.actions.teams.order_numbers import next_number
from virtualcio.model import NinetyDayPlan, Person, Record, TeamMember, WorkOrder

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Values = dict[str, Any]  # by column key


def _team_member(company: "OpenCompany", values: Values) -> None:
    """The first person of the company who is not in the team; none is fine too: who it is comes later."""
    if "person" not in values:
        taken = {row.person_id for row in company.data.where(TeamMember, "team_id", values["team"])}
        free = [one.id for one in company.data.all(Person) if one.id not in taken]
        values["person"] = free[0] if free else None


def _ninety_day_plan(company: "OpenCompany", values: Values) -> None:
    values.setdefault("starts_on", company.today)


def _work_order(company: "OpenCompany", values: Values) -> None:
    values.setdefault("number", next_number(company))


TEAM_DEFAULTS: "dict[type[Record], Callable[[OpenCompany, Values], None]]" = {
    TeamMember: _team_member,
    NinetyDayPlan: _ninety_day_plan,
    WorkOrder: _work_order,
}
