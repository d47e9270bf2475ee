"""Which initiative comes first, and why: must, benefit, size, kind, order (rules.md section 3)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.priorities.contributions import (
    Contribution,
    ContributionKind,
    Part,
    contributions,
    two_places,
)
from virtualcio.analysis.priorities.effort import Effort, Unknown, effort_of
from virtualcio.analysis.priorities.kinds import InitiativeKind as InitiativeKind
from virtualcio.analysis.priorities.kinds import kind_of
from virtualcio.analysis.priorities.must import MustReason, must_reasons
from virtualcio.analysis.priorities.own_value import (
    OwnValue,
    Weights,
    own_benefit,
    own_value,
    points_of,
    weights_of,
)
from virtualcio.analysis.priorities.prerequisites import Prerequisites, open_initiatives, prerequisites
from virtualcio.analysis.priorities.rank_span import Candidate, rank_spans
from virtualcio.model import Initiative
from virtualcio.model.company_data import CompanyData


@dataclass(frozen=True)
class Ranked:
    """An open initiative with everything that its place follows from.

    `rank`, `best_rank`, `worst_rank` from 1, None for a must. `own_value` is V, 0 to 100; `benefit` 0 to 100
    with two places, of which `contributions` are the exact parts, largest first. `effort` is money, net;
    with `effort_known` False nobody has estimated anything of it. `enables` and `needs`: open initiatives
    that need it, or that it needs, directly.
    """

    initiative_id: str
    rank: int | None
    is_must: bool
    must_reasons: tuple[MustReason, ...]
    hard_date: date | None
    own_value: Fraction
    benefit: Decimal
    kind: InitiativeKind
    days: Decimal
    effort: Decimal
    effort_unknown: tuple[Unknown, ...]
    effort_known: bool
    size: int
    best_rank: int | None
    worst_rank: int | None
    contributions: tuple[Contribution, ...]
    enables: tuple[str, ...]
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Ranking:
    """`must` by hard date, above the `ranked` in their order. `circles`: keys in order, each needs the next.

    `by_size`: ordered by benefit ÷ size, else by benefit.
    """

    must: tuple[Ranked, ...]
    ranked: tuple[Ranked, ...]
    circles: tuple[tuple[str, ...], ...]
    by_size: bool


@dataclass(frozen=True)
class _Row:
    """An initiative while it is being ranked."""

    initiative: Initiative
    value: OwnValue
    own: Fraction  # V
    whole: Fraction  # B₀
    effort: Effort
    must: tuple[MustReason, ...]

    @property
    def ties(self) -> tuple[bool, Decimal, str, str]:
        """Lower effort first (unknown last), then name, then key."""
        name = self.initiative.name.casefold()
        return not self.effort.known, self.effort.money, name, self.initiative.id


@dataclass(frozen=True)
class Benefits:
    """What open initiatives are worth, as far as neither price nor effort matters: V and B₀ by key."""

    links: Prerequisites
    weights: Weights
    passed_on: Fraction
    values: Mapping[str, OwnValue]
    own: Mapping[str, Fraction]
    whole: Mapping[str, Fraction]
    scale: Fraction  # of B₀, so that the largest is 100
    contributions: Mapping[str, tuple[Contribution, ...]]

    def points(self, key: str) -> Fraction:
        """From 0 to 100, exact."""
        return self.whole[key] * self.scale


def benefits(
    data: CompanyData, today: date, goal_weights: Mapping[str, Fraction], assumptions: Assumptions
) -> Benefits:
    """Source: rules.md section 3. In a circle nobody passes benefit on to the others of it."""
    links, weights = prerequisites(data), weights_of(assumptions)
    passed_on = Fraction(str(assumptions.enables_percent)) / 100
    values = {one.id: own_value(data, one, goal_weights, today) for one in open_initiatives(data)}
    own = {key: own_benefit(value, weights, goal_weights) for key, value in values.items()}
    whole = with_enabled(own, links, passed_on)
    scale = 100 / largest if (largest := max(whole.values(), default=Fraction(0))) else Fraction(0)

    def explained(key: str, value: OwnValue) -> tuple[Contribution, ...]:
        parts = _parts(key, value, weights, goal_weights, links, whole, passed_on)
        return tuple(contributions(parts, two_places(whole[key] * scale), scale))

    told = {key: explained(key, value) for key, value in values.items()}
    return Benefits(links, weights, passed_on, values, own, whole, scale, told)


def ranking(
    data: CompanyData,
    today: date,
    goal_weights: Mapping[str, Fraction],
    unsupported: Mapping[str, Sequence[str]],
    assumptions: Assumptions,
    *,
    by_size: bool = True,
    known: Benefits | None = None,
) -> Ranking:
    """All open initiatives in their order. Source: rules.md section 3.

    `goal_weights`: share of each open goal, together 1; `unsupported`: see `unsupported_under_critical`;
    `known`: the `benefits`, if they are known. A circle is named.
    """
    worth = benefits(data, today, goal_weights, assumptions) if known is None else known
    rows = [
        _Row(one, worth.values[one.id], worth.own[one.id], worth.whole[one.id], effort_of(data, one),
             must_reasons(data, one, unsupported.get(one.id, ()), assumptions.bearable_risk))
        for one in open_initiatives(data)
    ]  # fmt: skip
    must = sorted((row for row in rows if row.must), key=_must_order)
    rest = sorted((row for row in rows if not row.must), key=lambda row: _order(row, by_size))
    tie = {row.initiative.id: place for place, row in enumerate(sorted(rest, key=lambda row: row.ties))}
    candidates = [
        Candidate(row.initiative.id, row.effort.size if by_size else 1, tie[row.initiative.id])
        for row in rest
    ]
    spans = rank_spans(candidates, worth.values, goal_weights, worth.weights, worth.links, worth.passed_on)
    dear_from = assumptions.dear_from
    placed = [
        _ranked(row, worth, dear_from, (rank, best, worst))
        for rank, (row, (best, worst)) in enumerate(zip(rest, spans, strict=True), start=1)
    ]
    above = tuple(_ranked(row, worth, dear_from, (None, None, None)) for row in must)
    return Ranking(above, tuple(placed), worth.links.circles, by_size)


def with_enabled(
    own: Mapping[str, Fraction], links: Prerequisites, passed_on: Fraction
) -> Mapping[str, Fraction]:
    """B₀ = V + `passed_on` × Σ over direct open dependents of their B₀ ÷ how many open ones they need.

    From the leaves up. A link that is part of a circle passes nothing on.
    """
    whole: dict[str, Fraction] = {}
    for key in links.leaves_first:
        whole[key] = own[key] + sum(
            (passed_on * whole[other] / len(links.needs[other]) for other in links.receives_from(key)),
            Fraction(0),
        )
    return whole


def _must_order(row: _Row) -> tuple[date, Fraction, str, str]:
    """By hard date, none last; then the more useful, name, key."""
    return row.value.hard_date or date.max, -row.whole, row.initiative.name.casefold(), row.initiative.id


def _order(row: _Row, by_size: bool) -> tuple[Fraction, bool, Decimal, str, str]:
    return (-row.whole / (row.effort.size if by_size else 1), *row.ties)


def _parts(
    key: str,
    value: OwnValue,
    weights: Weights,
    goal_weights: Mapping[str, Fraction],
    links: Prerequisites,
    whole: Mapping[str, Fraction],
    passed_on: Fraction,
) -> list[Part]:
    """What B₀ consists of."""
    return [
        *(Part(ContributionKind.GOAL, goal, strength, weights.goal * points_of(goal_weights, goal, strength))
          for goal, strength in value.goals.items()),
        *(Part(ContributionKind.RISK, risk, None, weights.risk * points)
          for risk, points in value.risks.items()),
        Part(ContributionKind.URGENCY, None, None, weights.urgency * value.urgency),
        *(Part(ContributionKind.ENABLES, other, None, passed_on * whole[other] / len(links.needs[other]))
          for other in links.receives_from(key)),
    ]  # fmt: skip


def _ranked(
    row: _Row, worth: Benefits, dear_from: Decimal, ranks: tuple[int | None, int | None, int | None]
) -> Ranked:
    key, effort, must = row.initiative.id, row.effort, bool(row.must)
    exact, links = worth.points(key), worth.links
    rank, best_rank, worst_rank = ranks
    needed_by = len([other for other in links.enables[key] if other != key])
    return Ranked(
        initiative_id=key,
        rank=rank,
        is_must=must,
        must_reasons=row.must,
        hard_date=row.value.hard_date,
        own_value=row.own,
        benefit=two_places(exact),
        kind=kind_of(exact, needed_by, dear=effort.dear(dear_from), must=must),
        days=effort.days,
        effort=effort.money,
        effort_unknown=effort.unknown,
        effort_known=effort.known,
        size=effort.size,
        best_rank=best_rank,
        worst_rank=worst_rank,
        contributions=worth.contributions[key],
        enables=links.enables[key],
        needs=links.needs[key],
    )
