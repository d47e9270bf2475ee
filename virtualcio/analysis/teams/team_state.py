"""Who is in a team, from which departments, and what it lacks to decide on its own."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import total
from virtualcio.model import Department, Initiative, Person, ProductInitiative, Team, TeamMember
from virtualcio.model.company_data import CompanyData
from virtualcio.model.teams import TeamRole

# What a team needs besides people who work (rules.md, section 4); the first one it cannot do without.
ROLES: tuple[TeamRole, ...] = (
    TeamRole.PRODUCT_OWNER,
    TeamRole.BUSINESS_PARTNER,
    TeamRole.CAPABILITY_OWNER,
)
MIXED = 2  # departments from which on a team is a mixed one


@dataclass(frozen=True)
class TeamState:
    """A team on a day. `people` are keys, its lead first, each once; `departments` those of the people.

    `days` are the days a month that its members give to it, None if nobody has said any; `days_unknown`
    counts the members who have not. `missing_roles` are those of `ROLES` that nobody has.
    """

    team_id: str
    active: bool
    people: tuple[str, ...]
    departments: tuple[str, ...]
    external: int
    days: Decimal | None
    days_unknown: int
    missing_roles: tuple[TeamRole, ...]
    without_scope: bool
    without_limit: bool

    @property
    def mixed(self) -> bool:
        """People from at least two departments; external people speak for none."""
        return len(self.departments) >= MIXED

    @property
    def without_product_owner(self) -> bool:
        return TeamRole.PRODUCT_OWNER in self.missing_roles


def is_active(team: Team, today: date) -> bool:
    """It works on that day: one that is to begin later counts, one that has ended does not."""
    return team.ended_on is None or team.ended_on >= today


def teams_for(data: CompanyData, initiative: Initiative, today: date) -> Sequence[Team]:
    """Teams at work on an initiative: its own, and the lasting ones of products it makes or changes."""
    products = data.where(ProductInitiative, "initiative_id", initiative.id)
    found = [*data.where(Team, "initiative_id", initiative.id)]
    found += [one for row in products for one in data.where(Team, "product_id", row.product_id)]
    return [one for one in dict.fromkeys(found) if is_active(one, today)]


def members_of(data: CompanyData, team: Team) -> Sequence[TeamMember]:
    """Its members with a person, in the order of the roles; within one as they were entered."""
    order = list(TeamRole)
    rows = [row for row in data.where(TeamMember, "team_id", team.id) if row.person_id is not None]
    return sorted(rows, key=lambda row: order.index(row.role))


def roles_in(data: CompanyData, team: Team) -> frozenset[TeamRole]:
    """Roles that somebody has; whoever leads has that of the lead."""
    held = {row.role for row in members_of(data, team)}
    return frozenset(held | {TeamRole.LEAD} if team.lead_id is not None else held)


def team_state(data: CompanyData, team: Team, today: date) -> TeamState:
    """Everything about one team; see rules.md, section 4 ("Teams")."""
    rows = members_of(data, team)
    keys = [team.lead_id, *(row.person_id for row in rows)]
    people = [person for key in dict.fromkeys(keys) if (person := data.get(Person, key)) is not None]
    own = [person.department_id for person in people if not person.external]
    departments = [key for key in dict.fromkeys(own) if data.get(Department, key) is not None]
    known = [row.days_per_month for row in rows if row.days_per_month is not None]
    held = roles_in(data, team)
    return TeamState(
        team_id=team.id,
        active=is_active(team, today),
        people=tuple(person.id for person in people),
        departments=tuple(key for key in departments if key is not None),
        external=sum(person.external for person in people),
        days=total(known) if known else None,
        days_unknown=len(rows) - len(known),
        missing_roles=tuple(role for role in ROLES if role not in held),
        without_scope=not team.decision_scope.strip(),
        without_limit=team.decision_limit is None,
    )
