"""What a little more money or a few more days would bring: the same problem once more with each of them."""

import threading
from dataclasses import dataclass, replace
from fractions import Fraction

from virtualcio.analysis.planning.problem import PlanProblem, Starts
from virtualcio.solver.answer import PlanAnswer, Status
from virtualcio.solver.search import search

MORE_MONEY = 1_000_000  # cents a fiscal year
MORE_DAYS = 500  # hundredths of days a month


@dataclass(frozen=True)
class Gain:
    """What more of something would bring, in points as the aim BENEFIT counts them.

    `pool` None: money. `found`: how much better the plan found with it is; `least` and `most`: what is
    certain, the same number if both plans are proven best (`exact`).
    """

    pool: str | None
    found: Fraction
    least: Fraction
    most: Fraction | None
    starts: Starts

    @property
    def exact(self) -> bool:
        return self.least == self.most


def gain_of_more(
    problem: PlanProblem,
    answer: PlanAnswer,
    *,
    money: int = MORE_MONEY,
    days: int = MORE_DAYS,
    seconds: float = 5.0,
    seed: int = 1,
    cancelled: threading.Event | None = None,
) -> tuple[Gain, ...]:
    """For `money` cents more a fiscal year, if money is limited, and `days` hundredths more a month of each
    pool that is needed; most useful first. `answer` is that of the problem for the aim BENEFIT; without a
    plan in it there is nothing to compare with. Each search takes up to `seconds`; cancelled, those that
    are done are returned.
    """
    if answer.value is None:
        return ()
    cases: list[tuple[str | None, PlanProblem]] = []
    if problem.money:
        more = {year: cents + money for year, cents in problem.money.items()}
        cases.append((None, replace(problem, money=more)))
    needed = {pool for one in problem.activities for pool, total in one.days if total > 0}
    for pool, row in problem.capacity.items():
        if pool in needed:
            wider = {**problem.capacity, pool: tuple(free + days for free in row)}
            cases.append((pool, replace(problem, capacity=wider)))
    found = []
    for what, case in cases:
        if cancelled is not None and cancelled.is_set():
            break
        again = search(case, seconds=seconds, seed=seed, cancelled=cancelled, start=answer.starts)
        found.append(_gain(what, answer, again))
    return tuple(sorted(found, key=lambda gain: (-gain.found, gain.pool or "")))


def _gain(pool: str | None, before: PlanAnswer, after: PlanAnswer) -> Gain:
    """With the plan of before, which is possible with more as well, nothing can be lost."""
    assert before.value is not None
    assert after.value is not None
    ceiling = before.value if before.status is Status.PROVEN else before.bound
    least = Fraction(0) if ceiling is None else max(Fraction(0), after.value - ceiling)
    most = None if after.bound is None else after.bound - before.value
    return Gain(pool, after.value - before.value, least, most, after.starts)
