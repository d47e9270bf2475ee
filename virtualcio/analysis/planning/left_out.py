"""Why a plan leaves something out."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from virtualcio.analysis.planning.problem import Activity, PlanProblem, Starts
from virtualcio.analysis.planning.use import Use


class LeftOutKind(StrEnum):
    PREREQUISITE = "prerequisite"  # what it needs is left out as well
    NO_MONTHS = "no_months"  # between its earliest start and its hard end, or the horizon, it does not fit
    DAYS = "days"  # wherever it would stand, days of a pool are lacking
    PLACES = "places"  # enough others run at the same time
    MONEY = "money"
    NOT_WORTH = "not_worth"  # it would fit, and bring nothing


@dataclass(frozen=True)
class LeftOut:
    """`other`: the prerequisite, or the pool that is short in most of the months it could start in."""

    key: str
    kind: LeftOutKind
    other: str | None = None


def left_out(problem: PlanProblem, starts: Starts) -> tuple[LeftOut, ...]:
    """One reason for each candidate without a start, the others standing where the plan has them."""
    chosen = {key: start for key, start in starts.items() if start is not None}
    use = Use(problem)
    for key, start in chosen.items():
        use.put(key, start)
    return tuple(_reason(problem, use, chosen, one) for one in problem.candidates if one.key not in chosen)


def _reason(problem: PlanProblem, use: Use, chosen: Mapping[str, int], one: Activity) -> LeftOut:
    ready = one.earliest
    for key, lag in one.needs:
        if key not in chosen:
            return LeftOut(one.key, LeftOutKind.PREREQUISITE, key)
        ready = max(ready, chosen[key] + problem.by_key[key].months + lag)
    last = min(problem.months, problem.months if one.hard_end is None else one.hard_end) - one.months
    if ready > last:
        return LeftOut(one.key, LeftOutKind.NO_MONTHS)
    short: Counter[tuple[LeftOutKind, str | None]] = Counter()
    for start in range(ready, last + 1):
        use.put(one.key, start)
        found = {_scarce(pool, year) for pool, _month, year in use.excesses()}
        use.put(one.key, start, -1)
        if not found:
            return LeftOut(one.key, LeftOutKind.NOT_WORTH)
        short.update(found)
    kind, pool = max(short, key=lambda scarce: (short[scarce], scarce[0].value, scarce[1] or ""))
    return LeftOut(one.key, kind, pool)


def _scarce(pool: str | None, year: int | None) -> tuple[LeftOutKind, str | None]:
    if year is not None:
        return LeftOutKind.MONEY, None
    return (LeftOutKind.PLACES, None) if pool is None else (LeftOutKind.DAYS, pool)
