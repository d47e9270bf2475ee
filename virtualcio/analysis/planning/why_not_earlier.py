"""Why an initiative of a plan does not start a month earlier, the others staying where they are."""

from collections.abc import Mapping
from datetime import date

from virtualcio.analysis.planning.problem import Activity, PlanProblem, Starts
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.roadmap.holds_back import HoldsBack, HoldsBackKind
from virtualcio.analysis.roadmap.month_numbers import first_day


def why_not_earlier(problem: PlanProblem, starts: Starts) -> Mapping[str, tuple[HoldsBack, ...]]:
    """All reasons by initiative of the plan, each true by itself: with all other demands dropped it would
    still be broken a month earlier. Without any: it could start earlier, and that would bring nothing.

    Months as in `HoldsBack`. Of a pool, and of the limit of parallel work, the first month that is too
    full; of money each fiscal year that would cost too much. Source: rules.md section 4.
    """
    chosen = {key: start for key, start in starts.items() if start is not None}
    use = Use(problem)
    for key, start in chosen.items():
        use.put(key, start)
    return {
        key: tuple(_reasons(problem, use, chosen, problem.by_key[key], start))
        for key, start in chosen.items()
    }


def _reasons(
    problem: PlanProblem, use: Use, chosen: Mapping[str, int], one: Activity, start: int
) -> list[HoldsBack]:
    if one.running:
        return [HoldsBack(HoldsBackKind.RUNNING, month=_day(problem, start))]
    found = []
    if one.fixed is not None:
        found.append(HoldsBack(HoldsBackKind.PINNED, month=_day(problem, start)))
    if start <= 0:
        return found or [HoldsBack(HoldsBackKind.FIRST_MONTH, month=_day(problem, start))]
    if one.fixed is None and one.earliest >= start:
        found.append(HoldsBack(HoldsBackKind.EARLIEST_START, month=_day(problem, one.earliest)))
    for key, lag in one.needs:
        ready = chosen[key] + problem.by_key[key].months + lag
        if ready >= start:
            found.append(HoldsBack(HoldsBackKind.PREREQUISITE, key, _day(problem, ready)))
    use.put(one.key, start, -1)
    use.put(one.key, start - 1)
    found += _excesses(problem, use, one, start - 1)
    use.put(one.key, start - 1, -1)
    use.put(one.key, start)
    return found


def _excesses(problem: PlanProblem, use: Use, one: Activity, start: int) -> list[HoldsBack]:
    """What would be too much, as far as this one needs it: a month without it is not its matter."""
    found: dict[tuple[HoldsBackKind, str | None, int | None], HoldsBack] = {}
    own = dict(use.shapes[one.key].days)
    money = dict(use.money_of(one.key, start))
    for pool, month, year in use.excesses():
        if year is not None:
            if money.get(year, 0) > 0:
                day = _day(problem, problem.years[year][0])
                found[HoldsBackKind.MONEY, None, year] = HoldsBack(HoldsBackKind.MONEY, month=day)
        elif month is not None and start <= month < start + one.months:
            if pool is None:
                reason = HoldsBack(HoldsBackKind.PARALLEL, month=_day(problem, month))
                found.setdefault((HoldsBackKind.PARALLEL, None, None), reason)
            elif pool in own and own[pool][month - start] > 0:
                reason = HoldsBack(HoldsBackKind.POOL, pool, _day(problem, month))
                found.setdefault((HoldsBackKind.POOL, pool, None), reason)
    return list(found.values())


def _day(problem: PlanProblem, month: int) -> date:
    return first_day(problem.first + month)
