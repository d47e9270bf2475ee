"""How far people have come with what an initiative brought: the newest count of each department."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from virtualcio.analysis.amounts import share_percent
from virtualcio.model import AdoptionCount, Initiative
from virtualcio.model.company_data import CompanyData
from virtualcio.model.review import AdoptionStage


@dataclass(frozen=True)
class DepartmentUse:
    """The newest count of a department (None: of the whole company); each stage holds those beyond it too."""

    department_id: str | None
    counted_on: date
    people: int
    reached: Mapping[AdoptionStage, int]


@dataclass(frozen=True)
class AdoptionState:
    """All departments together. `reached` in people, `shares` in percent of `people` (None: nobody counted).

    `promised_users` is what the initiative promised, `reached_percent` how much of it uses it now.
    """

    initiative_id: str
    departments: tuple[DepartmentUse, ...]
    people: int
    reached: Mapping[AdoptionStage, int]
    shares: Mapping[AdoptionStage, Decimal | None]
    counted_on: date
    promised_users: int | None
    reached_percent: Decimal | None

    @property
    def users(self) -> int:
        return self.reached[AdoptionStage.USING]

    @property
    def lost_after(self) -> AdoptionStage | None:
        """The stage after which most people are lost, of several the earliest; None if nobody is."""
        stages = list(AdoptionStage)
        losses = [
            (self.reached[first] - self.reached[second], -place)
            for place, (first, second) in enumerate(pairwise(stages))
        ]
        lost, place = max(losses)
        return stages[-place] if lost > 0 else None


def adoption(data: CompanyData, today: date) -> tuple[AdoptionState, ...]:
    """Of each initiative with a count up to today, by name of the initiative."""
    counted = sorted({one.initiative_id for one in data.all(AdoptionCount)})
    states = (adoption_of(data, data.find(Initiative, key), today) for key in counted)
    known = [one for one in states if one is not None]
    return tuple(
        sorted(known, key=lambda one: (data.find(Initiative, one.initiative_id).name, one.initiative_id))
    )


def adoption_of(data: CompanyData, initiative: Initiative, today: date) -> AdoptionState | None:
    """None if nothing was counted up to today. A count of the whole company stands for itself, beside those
    of departments: counting people twice is left to whoever enters both.
    """
    newest: dict[str | None, AdoptionCount] = {}
    for count in data.where(AdoptionCount, "initiative_id", initiative.id):
        known = newest.get(count.department_id)
        later = known is None or (count.counted_on, count.id) > (known.counted_on, known.id)
        if count.counted_on <= today and later:
            newest[count.department_id] = count
    if not newest:
        return None
    rows = tuple(DepartmentUse(key, one.counted_on, one.people, _stages(one)) for key, one in newest.items())
    people = sum(row.people for row in rows)
    reached = {stage: sum(row.reached[stage] for row in rows) for stage in AdoptionStage}
    promised = initiative.promised_users
    return AdoptionState(
        initiative.id,
        rows,
        people,
        reached,
        {stage: share_percent(Decimal(number), Decimal(people)) for stage, number in reached.items()},
        max(row.counted_on for row in rows),
        promised,
        share_percent(Decimal(reached[AdoptionStage.USING]), Decimal(promised)) if promised else None,
    )


def _stages(count: AdoptionCount) -> Mapping[AdoptionStage, int]:
    return {
        AdoptionStage.KNOWING: count.knowing,
        AdoptionStage.WANTING: count.wanting,
        AdoptionStage.ABLE: count.able,
        AdoptionStage.USING: count.users,
        AdoptionStage.KEEPING: count.keeping,
    }
