"""Everything that follows from one plan, each worked out when it is first asked for."""

from collections.abc import Mapping
from functools import cached_property

from virtualcio.analysis.roadmap.bars import Roadmap, roadmap
from virtualcio.analysis.roadmap.conflict import Conflict
from virtualcio.analysis.roadmap.conflicts import conflicts
from virtualcio.analysis.roadmap.holds_back import HoldsBack, holds_back
from virtualcio.analysis.roadmap.loads import PoolLoad, YearMoney, at_once, pool_loads, yearly_money
from virtualcio.analysis.roadmap.plan import Plan
from virtualcio.analysis.roadmap.usage import Ceilings, Usage


class PlanFigures:
    """The results of a plan that does not change any more."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self._roadmap: tuple[Mapping[str, str], Roadmap] | None = None
        self._held: dict[str, HoldsBack | None] = {}

    def roadmap(self, main_goals: Mapping[str, str]) -> Roadmap:
        """The bars, with the goal of each; kept for the goals that were asked for last."""
        if self._roadmap is None or self._roadmap[0] is not main_goals:
            self._roadmap = main_goals, roadmap(self.plan, main_goals)
        return self._roadmap[1]

    @cached_property
    def pool_loads(self) -> tuple[PoolLoad, ...]:
        return pool_loads(self.plan)

    @cached_property
    def parallel(self) -> tuple[int, ...]:
        return at_once(self.plan)

    @cached_property
    def yearly_money(self) -> tuple[YearMoney, ...]:
        return yearly_money(self.plan)

    @cached_property
    def conflicts(self) -> tuple[Conflict, ...]:
        return conflicts(self.plan)

    @cached_property
    def _usage(self) -> tuple[Usage, Ceilings]:
        usage = Usage(self.plan)
        return usage, usage.no_worse()

    def holds_back(self, key: str) -> HoldsBack | None:
        """Of an initiative by its key; None for one that is not on the roadmap."""
        if key not in self._held:
            task = self.plan.tasks.get(key)
            self._held[key] = None if task is None else holds_back(self.plan, *self._usage, task)
        return self._held[key]
