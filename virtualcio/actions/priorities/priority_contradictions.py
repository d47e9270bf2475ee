"""What cannot be true together in initiatives, in what belongs to them, in risks and pools."""

from typing import TYPE_CHECKING, Any

from virtualcio.actions.contradictions import Contradiction, ContradictionAround, wrong_order
from virtualcio.actions.priorities.circle_words import circle_refused
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Initiative,
    InitiativeDependency,
    InitiativeGoal,
    InitiativeRisk,
    PoolException,
    Record,
    Risk,
)
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def _in_a_circle(company: "OpenCompany", link: InitiativeDependency) -> RefusedValue | None:
    return circle_refused(company, link.initiative_id, link.prerequisite_id)


def _there_already(kind: type[Record], other_field: str, sentence: str) -> Any:
    def says(company: "OpenCompany", row: Any) -> RefusedValue | None:
        rows = company.data.where(kind, "initiative_id", row.initiative_id)
        wanted = getattr(row, other_field)
        twice = any(one.id != row.id and getattr(one, other_field) == wanted for one in rows)
        return RefusedValue(sentence) if twice else None

    return says


_LINK = frozenset({"initiative_id", "prerequisite_id"})

PRIORITY_CONTRADICTIONS: tuple[Contradiction | ContradictionAround, ...] = (
    ContradictionAround((InitiativeDependency,), _LINK, _in_a_circle),
    ContradictionAround(
        (InitiativeDependency,),
        _LINK,
        _there_already(
            InitiativeDependency, "prerequisite_id", mark("It waits for this initiative already.")
        ),
    ),
    ContradictionAround(
        (InitiativeGoal,),
        frozenset({"initiative_id", "goal_id"}),
        _there_already(
            InitiativeGoal,
            "goal_id",
            mark("The contribution to this goal is there already. Change its strength."),
        ),
    ),
    ContradictionAround(
        (InitiativeRisk,),
        frozenset({"initiative_id", "risk_id"}),
        _there_already(InitiativeRisk, "risk_id", mark("This risk is there already. Change its share.")),
    ),
    Contradiction(
        (Initiative,),
        frozenset({"earliest_start", "hard_end"}),
        lambda one: wrong_order(one, "earliest_start", "hard_end"),
        mark("It would have to be done before it may begin. Check both dates."),
    ),
    Contradiction(
        (Risk,),
        frozenset({"loss_low", "loss_high"}),
        lambda risk: wrong_order(risk, "loss_low", "loss_high"),
        mark("The damage at worst would be below that at best. Check both amounts."),
    ),
    Contradiction(
        (PoolException,),
        frozenset({"first_month", "last_month"}),
        lambda row: wrong_order(row, "first_month", "last_month"),
        mark("The last month lies before the first one. Check both months."),
    ),
)
