"""Plan problems so small that every plan can be tried."""

import itertools
import random
from collections.abc import Iterator

from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem, Thing
from virtualcio.analysis.planning.valuation import broken, order_of

Plan = dict[str, int | None]


def small_problem(seed: int, aim: Aim = Aim.BENEFIT) -> PlanProblem:
    """Up to 4 activities in 6 months with everything that rules.md knows; some cannot be done at all."""
    source = random.Random(seed)
    months = 6
    names = "abcd"[: source.randrange(2, 5)]
    activities = tuple(_activity(source, names, number, months) for number in range(len(names)))
    things = tuple(
        Thing(
            f"t{number}",
            source.randrange(months),
            source.randrange(1, 400_001),
            tuple(source.sample(names, source.randrange(3) % len(names))),
        )
        for number in range(2)
    )
    money = {2027: source.randrange(100_000, 400_000), 2028: source.randrange(400_000)}
    return PlanProblem(
        first=2027 * 12 + 8,
        months=months,
        activities=activities,
        capacity={
            "it": tuple(source.choice((500, 1200, 1500, 2000)) for _ in range(months)),
            "others": (2500,) * months,
        },
        money=money if source.random() < 0.6 else None,
        years={2027: (-8, 4), 2028: (4, 16)},
        parallel=source.randrange(1, 4),
        things=things,
        aim=aim,
        keep=() if aim is Aim.BENEFIT else tuple(source.sample(names, source.randrange(1, 3))),
    )


def _activity(source: random.Random, names: str, number: int, months: int) -> Activity:
    length = source.randrange(1, 4)
    running, pinned = source.random() < 0.05, source.random() < 0.07
    fixed = (
        source.randrange(-1, 1) if running else source.randrange(0, months - length + 1) if pinned else None
    )
    must = source.random() < 0.2
    needs: tuple[tuple[str, int], ...] = ()
    if number and not running and source.random() < 0.4:
        needs = ((names[source.randrange(number)], source.randrange(2)),)
    return Activity(
        key=names[number],
        name=names[number].upper(),
        months=length,
        value=source.randrange(0, 9001),
        required=must or fixed is not None,
        fixed=fixed,
        earliest=source.randrange(3) if source.random() < 0.3 else 0,
        wished_end=source.randrange(1, months) if source.random() < 0.4 else None,
        hard_end=source.randrange(length + 1, months + 1) if not running and source.random() < 0.3 else None,
        optional=not must and fixed is None and source.random() < 0.9,
        days=(("it", source.randrange(100, 1001) * length), ("others", source.randrange(1, 2000))),
        one_off=source.randrange(150_000),
        running_cost=source.randrange(100_000),
        needs=needs,
        must=must,
        running=running,
    )


def every_plan(problem: PlanProblem) -> Iterator[Plan]:
    """All that break nothing."""
    choices: list[list[int | None]] = []
    for one in problem.candidates:
        if one.fixed is not None:
            choices.append([one.fixed])
        else:
            out: list[int | None] = [] if one.key in problem.always_in else [None]
            choices.append(out + list(range(problem.months - one.months + 1)))
    for starts in itertools.product(*choices):
        plan = {one.key: start for one, start in zip(problem.candidates, starts, strict=True)}
        if not broken(problem, plan):
            yield plan


def best_order(problem: PlanProblem) -> tuple[int, ...] | None:
    """The best of all plans by trying every one; None if there is none."""
    return max((order_of(problem, plan) for plan in every_plan(problem)), default=None)
