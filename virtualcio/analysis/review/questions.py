"""What a review would leave open if it were closed now."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.analysis.goals.goal_weights import open_goals
from virtualcio.analysis.goals.kpi_progress import KpiState, KpiStatus
from virtualcio.analysis.review.due import open_tasks, overdue
from virtualcio.analysis.review.proposals import Proposal
from virtualcio.model import Decision, Kpi, Record, Review
from virtualcio.model.company_data import CompanyData
from virtualcio.model.review import DecisionState


class Question(StrEnum):
    KPIS_WITHOUT_VALUE = "kpis_without_value"  # of an open goal: never measured, or too long ago
    UNDECIDED = "undecided"  # proposals that nobody has answered
    TASKS_OVERDUE = "tasks_overdue"  # neither done nor given a new day


@dataclass(frozen=True)
class OpenQuestion:
    """`records` are kind and key of what is asked about; a proposal by its first object."""

    kind: Question
    count: int
    records: tuple[tuple[type[Record], str], ...]


def open_questions(
    data: CompanyData,
    review: Review,
    states: Mapping[str, KpiState],
    proposals: tuple[Proposal, ...],
    today: date,
) -> tuple[OpenQuestion, ...]:
    """In the order in which the meeting comes by. `proposals` are those not taken up in this review."""
    decisions = data.where(Decision, "review_id", review.id)
    undecided = [one for one in decisions if one.state is DecisionState.PROPOSED]
    late = overdue(open_tasks(data), today)
    found = {
        Question.KPIS_WITHOUT_VALUE: _keys(kpis_without_value(data, states, today)),
        Question.UNDECIDED: (*_keys(undecided), *(one.objects[0] for one in proposals)),
        Question.TASKS_OVERDUE: _keys(late),
    }
    return tuple(OpenQuestion(kind, len(keys), keys) for kind, keys in found.items() if keys)


def kpis_without_value(data: CompanyData, states: Mapping[str, KpiState], today: date) -> Sequence[Kpi]:
    """Those of open goals that were never measured, or too long ago."""
    goals = {goal.id for goal in open_goals(data, today)}
    return [kpi for kpi in data.all(Kpi) if kpi.goal_id in goals and _without_value(states[kpi.id])]


def _without_value(state: KpiState) -> bool:
    return state.status is KpiStatus.NOT_MEASURED or state.stale


def _keys(records: Iterable[Record]) -> tuple[tuple[type[Record], str], ...]:
    return tuple((type(record), record.id) for record in records)
