"""Looking back at a finished initiative: what it promised is written down beside what arrived."""

from typing import TYPE_CHECKING

from virtualcio.analysis.review.outcomes import newest_review
from virtualcio.errors import RefusedValue
from virtualcio.model import Initiative, OutcomeKpi, OutcomeReview
from virtualcio.model.initiatives import InitiativeState
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def add_outcome(company: "OpenCompany", initiative: Initiative) -> OutcomeReview:
    """The outcome review of an initiative, held today, as one undo step; one that exists is given back.

    Filled in with what is known: planned cost and end, promised use, and for each KPI its target beside the
    last value. What it did cost and what was learned is left to whoever holds it. RefusedValue:
    the initiative is not finished.
    """
    if initiative.state is not InitiativeState.DONE:
        raise RefusedValue(
            mark("“{name}” is not finished. Its outcome can be seen only afterwards."), name=initiative.name
        )
    known = newest_review(company.data, initiative)
    if known is not None:
        return known
    now = company.results.outcome_of(initiative)
    with company.workspace.change(
        Message(mark("Outcome of “{name}” looked at"), {"name": initiative.name})
    ) as edit:
        made = OutcomeReview(
            initiative_id=initiative.id,
            held_on=company.today,
            planned_cost=now.planned_cost,
            planned_end=now.planned_end,
            actual_end=now.actual_end,
            planned_users=now.planned_users,
            actual_users=now.actual_users,
        )
        edit.add(made)
        for row in now.kpis:
            edit.add(
                OutcomeKpi(outcome_id=made.id, kpi_id=row.kpi_id, promised=row.promised, arrived=row.arrived)
            )
    return made
