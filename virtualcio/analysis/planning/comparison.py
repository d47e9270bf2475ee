"""A proposed plan beside today's: what moves, what is added or left out, and what that brings."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fractions import Fraction

from virtualcio.analysis.planning.problem import Activity, PlanProblem, Starts
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.planning.valuation import broken, valuation
from virtualcio.analysis.roadmap.holds_back import HoldsBack, HoldsBackKind
from virtualcio.analysis.roadmap.month_numbers import first_day
from virtualcio.analysis.roadmap.plan import Plan

_SCARCE = (HoldsBackKind.POOL, HoldsBackKind.PARALLEL, HoldsBackKind.MONEY)


class Fate(StrEnum):
    """What a proposal does with an initiative."""

    EARLIER = "earlier"
    LATER = "later"
    SAME = "same"
    ADDED = "added"  # it has no start today
    LEFT_OUT = "left_out"  # it gets none, whether it has one today or not


@dataclass(frozen=True)
class Shift:
    """One initiative in both plans; `before` and `after` are first days of its first month, None without a
    start. `by`: so many months earlier, below 0 later.
    """

    key: str
    fate: Fate
    before: date | None
    after: date | None
    months: int
    by: int = 0


@dataclass(frozen=True)
class YearBeside:
    """Cents of a fiscal year (named by its start) in both plans; `limit` None: there is none."""

    year: int
    before: int
    after: int
    limit: int | None


@dataclass(frozen=True)
class PoolBeside:
    """The fullest month of a pool in both plans: the used share of its days, 1 = all of them."""

    pool: str
    before: Fraction
    after: Fraction


@dataclass(frozen=True)
class Bottleneck:
    """What keeps most initiatives from an earlier start, and the last month in which it does so."""

    kind: HoldsBackKind
    pool: str | None
    until: date


@dataclass(frozen=True)
class Comparison:
    """`worth_before` and `worth_after`: points × months as the aim BENEFIT counts them. `mean_earlier`:
    months that what is in both plans and can be moved comes earlier, weighted by its value; None if there
    is nothing such. `today_fits`: today's plan keeps every demand of the problem.
    """

    shifts: tuple[Shift, ...]
    worth_before: Fraction
    worth_after: Fraction
    today_fits: bool
    mean_earlier: Fraction | None
    bottleneck: Bottleneck | None
    years: tuple[YearBeside, ...]
    pools: tuple[PoolBeside, ...]

    def of(self, *fates: Fate) -> tuple[Shift, ...]:
        """The shifts of these kinds."""
        return tuple(one for one in self.shifts if one.fate in fates)

    @property
    def changes_anything(self) -> bool:
        """Whether the proposal is another plan than today's."""
        return any(one.before != one.after for one in self.shifts)


def starts_today(problem: PlanProblem, plan: Plan) -> Mapping[str, int | None]:
    """Today's starts of the problem's activities. What should have begun and has not starts this month at
    the earliest.
    """
    found: dict[str, int | None] = {}
    for one in problem.activities:
        start = plan.tasks[one.key].start
        if start is not None:
            start = start - problem.first if one.fixed is not None else max(0, start - problem.first)
        found[one.key] = start
    return found


def compare(
    problem: PlanProblem, plan: Plan, starts: Starts, why: Mapping[str, Sequence[HoldsBack]]
) -> Comparison:
    """Today's plan beside `starts`; `why` are the reasons of `why_not_earlier` for these."""
    today = starts_today(problem, plan)
    before = {key: start for key, start in today.items() if start is not None}
    after = {key: start for key, start in starts.items() if start is not None}
    return Comparison(
        shifts=tuple(
            _shift(problem, one, plan.tasks[one.key].start, today[one.key], after.get(one.key))
            for one in problem.activities
        ),
        worth_before=_worth(problem, before),
        worth_after=_worth(problem, after),
        today_fits=not broken(problem, today),
        mean_earlier=_mean_earlier(problem, before, after),
        bottleneck=_bottleneck(why),
        years=tuple(_years(problem, before, after)),
        pools=tuple(_pools(problem, before, after)),
    )


def _worth(problem: PlanProblem, chosen: Mapping[str, int]) -> Fraction:
    found = valuation(problem, chosen)
    return sum((*found.by_activity.values(), *found.by_thing.values()), Fraction(0))


def _shift(
    problem: PlanProblem, one: Activity, entered: int | None, today: int | None, after: int | None
) -> Shift:
    before = None if entered is None else first_day(entered)
    wanted = None if after is None else first_day(problem.first + after)
    if after is None:
        return Shift(one.key, Fate.LEFT_OUT, before, None, one.months)
    if today is None:
        return Shift(one.key, Fate.ADDED, None, wanted, one.months)
    by = today - after
    fate = Fate.EARLIER if by > 0 else Fate.LATER if by < 0 else Fate.SAME
    return Shift(one.key, fate, before, wanted, one.months, by)


def _mean_earlier(
    problem: PlanProblem, before: Mapping[str, int], after: Mapping[str, int]
) -> Fraction | None:
    both = [one for one in problem.activities if one.fixed is None and one.key in before and one.key in after]
    weights = [one.value for one in both] if any(one.value for one in both) else [1] * len(both)
    if not both:
        return None
    gained = (weight * (before[one.key] - after[one.key]) for one, weight in zip(both, weights, strict=True))
    return Fraction(sum(gained), sum(weights))


def _bottleneck(why: Mapping[str, Sequence[HoldsBack]]) -> Bottleneck | None:
    """Of several that hold back as many the one that does so longest."""
    reasons = [held for found in why.values() for held in found if held.kind in _SCARCE and held.month]
    counts = Counter((held.kind, held.record_id) for held in reasons)
    found: list[tuple[int, date, HoldsBackKind, str | None]] = []
    for (kind, pool), count in counts.items():
        months = [held.month for held in reasons if (held.kind, held.record_id) == (kind, pool)]
        found.append((count, max(month for month in months if month is not None), kind, pool))
    if not found:
        return None
    _count, until, kind, pool = max(found, key=lambda one: (one[0], one[1], one[2].value, one[3] or ""))
    return Bottleneck(kind, pool, until)


def _years(problem: PlanProblem, before: Mapping[str, int], after: Mapping[str, int]) -> Sequence[YearBeside]:
    limits = problem.money or {}
    return [
        YearBeside(
            year,
            sum(problem.by_key[key].money(start, *months) for key, start in before.items()),
            sum(problem.by_key[key].money(start, *months) for key, start in after.items()),
            limits.get(year),
        )
        for year, months in problem.years.items()
    ]


def _pools(problem: PlanProblem, before: Mapping[str, int], after: Mapping[str, int]) -> Sequence[PoolBeside]:
    shares = [_shares(problem, chosen) for chosen in (before, after)]
    return [PoolBeside(pool, shares[0][pool], shares[1][pool]) for pool in problem.capacity]


def _shares(problem: PlanProblem, chosen: Mapping[str, int]) -> Mapping[str, Fraction]:
    use = Use(problem)
    for key, start in chosen.items():
        use.put(key, start)
    return {
        pool: max(
            (Fraction(used, free)
             for used, free in zip(row, problem.capacity[pool], strict=True) if free > 0),
            default=Fraction(0),
        )
        for pool, row in use.days.items()
    }  # fmt: skip
