"""What the checks read of goals, priorities and roadmap. Asked for only where a check needs it, so that a
company that has only an inventory pays nothing for them.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

from virtualcio.analysis.goals.capability_state import CapabilityState
from virtualcio.analysis.goals.goal_state import GoalState
from virtualcio.analysis.goals.kpi_progress import KpiState
from virtualcio.analysis.goals.maturity import MaturityGrid
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.analysis.roadmap.conflict import Conflict
from virtualcio.model import Goal, Initiative


class PlanResults(Protocol):
    """The part of a company's results that follows from goals, initiatives and plan."""

    @property
    def open_goals(self) -> Sequence[Goal]: ...
    @property
    def weights_total(self) -> Decimal: ...
    @property
    def goal_states(self) -> Mapping[str, GoalState]: ...
    @property
    def kpi_states(self) -> Mapping[str, KpiState]: ...
    @property
    def capability_states(self) -> Mapping[str, CapabilityState]: ...
    @property
    def maturity(self) -> MaturityGrid: ...
    @property
    def open_initiatives(self) -> Sequence[Initiative]: ...
    @property
    def ranked_by_key(self) -> Mapping[str, Ranked]: ...
    @property
    def conflicts(self) -> Sequence[Conflict]: ...
    @property
    def remedied_on(self) -> Mapping[str, date]: ...
