"""What follows from initiatives: what must be done, benefit, size, kind, order, and why."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from virtualcio.actions.goals.goal_results import GoalResults
from virtualcio.actions.priorities.ranking_settings import ordered_by_size
from virtualcio.analysis.priorities.must import unsupported_under_critical
from virtualcio.analysis.priorities.own_value import Weights, weights_of
from virtualcio.analysis.priorities.prerequisites import open_initiatives
from virtualcio.analysis.priorities.ranking import Benefits, Ranked, Ranking, benefits, ranking
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Goal,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeObligation,
    InitiativeRisk,
    Obligation,
    Process,
    ProductSupport,
    Record,
    ResourcePool,
    Risk,
    ServiceLife,
    Setting,
)

# What the ranking reads beside the initiatives: of those only `_ranked_fields`, of the inventory only what is
# unsupported (see `_unsupported`).
_RANKED: tuple[type[Record], ...] = (
    InitiativeGoal, InitiativeRisk, InitiativeObligation, InitiativeDependency, InitiativeEffort,
    Goal, Risk, Obligation, ResourcePool, Setting,
)  # fmt: skip
# The same without what says how dear an initiative is.
_VALUED_BY: tuple[type[Record], ...] = (
    InitiativeGoal, InitiativeRisk, InitiativeObligation, InitiativeDependency,
    Goal, Risk, Obligation, Setting,
)  # fmt: skip
_UNDER_PROCESSES: tuple[type[Record], ...] = (
    InitiativeAsset, InitiativeApplication, Asset, Application, Process,
    AssetApplication, AssetProcess, ApplicationProcess, ProductSupport, ServiceLife,
)  # fmt: skip


class PriorityResults(GoalResults):
    """The priorities' part of `Results`."""

    @property
    def open_initiatives(self) -> Sequence[Initiative]:
        """Ideas, planned and running ones, in the order they were made."""
        return self.kept.whole("open_initiatives", (Initiative,), lambda: open_initiatives(self.data))

    @property
    def ranking(self) -> Ranking:
        """All open initiatives in their order, with the reasons."""
        return self._placed[0]

    @property
    def ranked_by_key(self) -> Mapping[str, Ranked]:
        """Every open initiative's place, by its key."""
        return self._placed[1]

    @property
    def _placed(self) -> tuple[Ranking, Mapping[str, Ranked]]:
        return self.kept.whole("placed", (Initiative, *_RANKED, *_UNDER_PROCESSES), self._place)

    def _place(self) -> tuple[Ranking, Mapping[str, Ranked]]:
        """An edit in the inventory leaves the ranking as it is unless it changes what is unsupported; a move
        on the roadmap always leaves it as it is.
        """
        unsupported = self._unsupported
        known = self.kept.whole("rankings", _RANKED, dict[object, tuple[Ranking, Mapping[str, Ranked]]])
        fields = self.kept.each("ranked_fields", (Initiative,), (), _ranked_fields)
        inputs = tuple(fields[one.id] for one in self.open_initiatives), tuple(unsupported.items())
        if inputs not in known:
            known.clear()
            made = ranking(
                self.data,
                self.today,
                self.goal_weights,
                unsupported,
                self.assumptions,
                by_size=ordered_by_size(self.data),
                known=self._benefits,
            )
            known[inputs] = made, {one.initiative_id: one for one in (*made.must, *made.ranked)}
            self.kept.made["ranking"] += 1
        return known[inputs]

    @property
    def _benefits(self) -> Benefits:
        """Another price or effort leaves what an initiative is worth as it is."""
        known = self.kept.whole("benefits", _VALUED_BY, dict[object, Benefits])
        which = tuple((one.id, one.name, one.hard_end) for one in self.open_initiatives)
        if which not in known:
            known.clear()
            known[which] = benefits(self.data, self.today, self.goal_weights, self.assumptions)
        return known[which]

    @property
    def _unsupported(self) -> Mapping[str, tuple[str, ...]]:
        known = self.kept.whole(
            "unsupported_of_initiatives", _UNDER_PROCESSES, dict[object, Mapping[str, tuple[str, ...]]]
        )
        which = tuple(one.id for one in self.open_initiatives)
        if which not in known:
            known.clear()
            known[which] = unsupported_under_critical(self.data, self.dues, self.today)
        return known[which]

    def ranked(self, initiative: Initiative) -> Ranked | None:
        """Its place and why; None if it is not open."""
        return self.ranked_by_key.get(initiative.id)

    @property
    def circles(self) -> tuple[tuple[str, ...], ...]:
        """Keys of initiatives that need each other in a circle: each needs the next, the last the first."""
        return self.ranking.circles

    @property
    def weights(self) -> Weights:
        """Of goals, risks and urgency, together 1."""
        return weights_of(self.assumptions)

    @property
    def dear_from(self) -> Decimal:
        """Above this effort an initiative is dear, euros."""
        return self.assumptions.dear_from


def _ranked_fields(one: Initiative) -> tuple[object, ...]:
    """All that `ranking` reads of an initiative itself: with these as they were, its place is as it was."""
    return one.id, one.name, one.state, one.one_off_cost, one.delivery_risk, one.hard_end
