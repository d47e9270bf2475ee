"""Who works together on what, and what stays when an initiative is over."""

from collections.abc import Mapping, Sequence

from virtualcio.actions.business_case.case_results import CaseResults
from virtualcio.analysis.teams.department_work import DepartmentWork, department_work
from virtualcio.analysis.teams.ninety_days import PlanState, plan_state
from virtualcio.analysis.teams.product_state import ProductState, product_state
from virtualcio.analysis.teams.team_state import TeamState, team_state
from virtualcio.model import (
    Application,
    Department,
    Initiative,
    InitiativeEffort,
    InitiativeProcess,
    NinetyDayPlan,
    Person,
    Process,
    Product,
    ProductApplication,
    ProductInitiative,
    ProductProcess,
    ResourcePool,
    Task,
    Team,
    TeamMember,
)

_TEAMS = (Team, TeamMember, Person, Department)
_PRODUCTS = (
    Product, ProductInitiative, ProductApplication, ProductProcess, Initiative, Application, Process,
    Person, Team,
)  # fmt: skip
_WORK = (
    Department, Person, Initiative, InitiativeEffort, InitiativeProcess, Process, ProductInitiative,
    ResourcePool, Team, TeamMember,
)  # fmt: skip


class TeamResults(CaseResults):
    """The teams' part of `Results`."""

    @property
    def team_states(self) -> Mapping[str, TeamState]:
        """Of all teams, also of those that have ended, by key."""

        def made() -> Mapping[str, TeamState]:
            return {one.id: team_state(self.data, one, self.today) for one in self.data.all(Team)}

        return self.kept.whole("team_states", _TEAMS, made)

    @property
    def teams(self) -> Sequence[TeamState]:
        """Those that work today or will, in the order in which they were entered."""
        return [one for one in self.team_states.values() if one.active]

    @property
    def product_states(self) -> Mapping[str, ProductState]:
        """Of all products and services, by key."""

        def made() -> Mapping[str, ProductState]:
            return {one.id: product_state(self.data, one, self.today) for one in self.data.all(Product)}

        return self.kept.whole("product_states", _PRODUCTS, made)

    @property
    def products(self) -> Sequence[ProductState]:
        """Those that are there today, in the order in which they were entered."""
        return [one for one in self.product_states.values() if one.active]

    @property
    def department_work(self) -> Sequence[DepartmentWork]:
        """What each department works on, now and next."""
        return self.kept.whole("department_work", _WORK, lambda: department_work(self.data, self.today))

    @property
    def ninety_day_plans(self) -> Mapping[str, PlanState]:
        """How far each 90-day plan is, by key."""

        def made() -> Mapping[str, PlanState]:
            return {one.id: plan_state(self.data, one, self.today) for one in self.data.all(NinetyDayPlan)}

        return self.kept.whole("ninety_day_plans", (NinetyDayPlan, Task), made)
