"""What each department is working on, now and next, so that every department sees what the others do."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.teams.team_state import teams_for
from virtualcio.model import (
    Department,
    Initiative,
    InitiativeEffort,
    InitiativeProcess,
    Person,
    Process,
    ResourcePool,
    TeamMember,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.initiatives import InitiativeState

NEXT_MONTHS = 6  # after this one: what begins within them is "next"


class Way(StrEnum):
    """How a department takes part in an initiative, the closest first."""

    FOR = "for"  # it is made for it
    LEADS = "leads"  # one of its people answers for it
    VOICE = "voice"  # one of its people says what it has to do (product owner)
    TEAM = "team"  # some of its people are in the team
    DAYS = "days"  # its people work on it, as their days are planned
    PROCESS = "process"  # one of its processes gets something from it


class When(StrEnum):
    NOW = "now"
    NEXT = "next"


@dataclass(frozen=True)
class Part:
    """A department takes part in an initiative. `start`: the first day of its first month, if it has one."""

    initiative_id: str
    when: When
    start: date | None
    ways: tuple[Way, ...]


@dataclass(frozen=True)
class DepartmentWork:
    """What one department works on. Each list by start, then name."""

    department_id: str
    now: tuple[Part, ...]
    next: tuple[Part, ...]


def when_of(initiative: Initiative, today: date) -> When | None:
    """NOW: it runs, or was to begin this month or before; NEXT: it begins within the next six months. None:
    it is over, dropped, later, or nobody has said when.
    """
    if initiative.state is InitiativeState.RUNNING:
        return When.NOW
    if not initiative.state.is_open or initiative.start is None:
        return None
    month = today.replace(day=1)
    if initiative.start < add_months(month, 1):
        return When.NOW
    return When.NEXT if initiative.start < add_months(month, 1 + NEXT_MONTHS) else None


def department_work(data: CompanyData, today: date) -> tuple[DepartmentWork, ...]:
    """One row for each department, in the order in which they were entered, also for those without work."""
    parts: dict[str, list[tuple[str, Part]]] = {one.id: [] for one in data.all(Department)}
    for initiative in data.all(Initiative):
        when = when_of(initiative, today)
        if when is None:
            continue
        for key, ways in _ways(data, initiative, today).items():
            if key in parts:
                part = Part(initiative.id, when, initiative.start, ways)
                parts[key].append((initiative.name, part))
    return tuple(
        DepartmentWork(key, _of(found, When.NOW), _of(found, When.NEXT)) for key, found in parts.items()
    )


def _of(found: list[tuple[str, Part]], when: When) -> tuple[Part, ...]:
    chosen = [(name, part) for name, part in found if part.when is when]
    chosen.sort(key=lambda one: (one[1].start or date.min, one[0], one[1].initiative_id))
    return tuple(part for _name, part in chosen)


def _ways(data: CompanyData, initiative: Initiative, today: date) -> Mapping[str, tuple[Way, ...]]:
    """Departments that take part, with how; each way once, the closest first."""
    order = list(Way)
    found: dict[str, set[Way]] = {}
    for key, way in _links(data, initiative, today):
        if key is not None:
            found.setdefault(key, set()).add(way)
    return {key: tuple(sorted(ways, key=order.index)) for key, ways in found.items()}


def _links(data: CompanyData, initiative: Initiative, today: date) -> Iterator[tuple[str | None, Way]]:
    yield initiative.department_id, Way.FOR
    yield _home(data, initiative.owner_id), Way.LEADS
    yield _home(data, initiative.product_owner_id), Way.VOICE
    for team in teams_for(data, initiative, today):
        yield _home(data, team.lead_id), Way.TEAM
        for member in data.where(TeamMember, "team_id", team.id):
            yield _home(data, member.person_id), Way.TEAM
    for effort in data.where(InitiativeEffort, "initiative_id", initiative.id):
        pool = data.get(ResourcePool, effort.pool_id)
        if pool is not None and effort.days > 0:
            yield pool.department_id, Way.DAYS
    for row in data.where(InitiativeProcess, "initiative_id", initiative.id):
        process = data.get(Process, row.process_id)
        if process is not None:
            yield process.department_id, Way.PROCESS


def _home(data: CompanyData, person_id: str | None) -> str | None:
    person = data.get(Person, person_id)
    return None if person is None else person.department_id
