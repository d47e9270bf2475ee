"""What goals, initiatives and risks have to do with a thing of the inventory: columns of found links."""

from virtualcio.actions.columns import Column, Kind
from virtualcio.actions.priorities.priority_status import linked
from virtualcio.model import Goal, GoalProcess, Initiative, Record, Risk
from virtualcio.texts import mark

_LINKED = mark("Linked")

GOALS_OF_PROCESS = Column(
    "goals", mark("Goals"), Kind.LINKS, target=Goal, compute=linked(GoalProcess, "process_id", "goal_id"),
    group=_LINKED, shown=False, width=160, help=mark("The goals that are about it."),
)  # fmt: skip


def plan_links(initiative_link: type[Record], risk_link: type[Record], own_field: str) -> tuple[Column, ...]:
    """The initiatives that are about a thing, and the risks that come from it or stop it."""
    return (
        Column(
            "initiatives", mark("Initiatives"), Kind.LINKS, target=Initiative,
            compute=linked(initiative_link, own_field, "initiative_id"), group=_LINKED, shown=False,
            width=170, help=mark("The initiatives that renew it or serve it."),
        ),
        Column(
            "risks", mark("Risks"), Kind.LINKS, target=Risk,
            compute=linked(risk_link, own_field, "risk_id"), group=_LINKED, shown=False, width=170,
            help=mark("What can happen with it."),
        ),
    )  # fmt: skip
