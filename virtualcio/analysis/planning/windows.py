"""In which months each activity can start at all: what needs no search to know."""

from collections.abc import Mapping
from dataclasses import dataclass

from virtualcio.analysis.planning.problem import Activity, PlanProblem
from virtualcio.analysis.planning.use import Use


@dataclass(frozen=True)
class Windows:
    """Possible starts of each candidate, in order; those of what every plan holds (`always`) are not empty
    unless the problem is `impossible`. What has none can only be left out.
    """

    starts: Mapping[str, tuple[int, ...]]
    always: frozenset[str]
    impossible: bool


def windows(problem: PlanProblem) -> Windows:
    """Starts that earliest day, hard end, horizon, prerequisites, and what pinned and running ones leave of
    days, places and money allow. No plan that keeps all demands is lost.
    """
    use = Use(problem)
    for one in problem.candidates:
        if one.fixed is not None:
            use.put(one.key, one.fixed)
    impossible = any(True for _ in use.excesses())
    found: dict[str, tuple[int, ...]] = {}
    for one in problem.candidates:
        if one.fixed is not None:
            found[one.key] = (one.fixed,)
            impossible |= one.hard_end is not None and one.fixed + one.months > one.hard_end
            continue
        latest = min(problem.months, problem.months if one.hard_end is None else one.hard_end) - one.months
        found[one.key] = tuple(
            start for start in range(max(one.earliest, 0), latest + 1) if use.fits(one.key, start)
        )
    order = [one for one in problem.prerequisites_first if one.key in found]
    always = problem.always_in
    _after_what_they_need(order, found)
    _before_what_needs_them(order, found, always)
    impossible |= any(not found.get(key) for key in always)
    return Windows(found, always, impossible)


def _after_what_they_need(order: list[Activity], found: dict[str, tuple[int, ...]]) -> None:
    """Nothing starts before the earliest end of what it needs; without that it is left out."""
    months = {one.key: one.months for one in order}
    for one in order:
        for key, lag in one.needs:
            starts = found.get(key, ())
            ready = starts[0] + months[key] + lag if starts else None
            found[one.key] = tuple(start for start in found[one.key] if ready is not None and start >= ready)


def _before_what_needs_them(
    order: list[Activity], found: dict[str, tuple[int, ...]], always: frozenset[str]
) -> None:
    """What is needed by something that is always in has to end before the latest start of that."""
    for one in reversed(order):
        if one.key not in always or not found[one.key]:
            continue
        latest = found[one.key][-1]
        for key, lag in one.needs:
            months = next(other.months for other in order if other.key == key)
            found[key] = tuple(start for start in found[key] if start + months + lag <= latest)
