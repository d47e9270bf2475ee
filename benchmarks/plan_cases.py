"""Realistic plan problems, made up from a seed.

36 months from January 2027 and three pools: own IT 20 days a month (December and August 10), departments
30, providers 40. Initiatives last 1 to 9 months, small ones more often; each needs one to three pools, 1 to
8 days a month of each, and 0 to 60,000 € (every fourth nothing), half of them 5 to 20 % of that a year
afterwards. Values V are 2 to 90 points with two places. A tenth must be done, half of those by a day
between their seventh month and the end; a quarter have a wished end; every third needs an earlier one
(chains grow by that, lag 0 or 1), a tenth starts at the earliest in the first year. There is money for two
thirds of what all of them cost together, divided evenly over the fiscal years. A fifth of the initiatives
remedies something whose waiting costs 20 to 800 € a month, every tenth of these things by two of them.
`most` is how many at once. Hard days are taken away until a first plan is found,
so that each problem has one.

How scarce things are: 60 initiatives want about 245 months of work, for which three at once leave 108 places
and eight 288; they want about 650 days of each pool, of which own IT has 660, departments 1,080 and providers
1,440. So with three at once places are scarce, with eight own IT, and money always; 120 want twice of all.
"""

import random
from dataclasses import replace

from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.problem import Activity, PlanProblem, Thing

FIRST = 2027 * 12
MONTHS = 36
_DURATIONS = (1, 2, 2, 3, 3, 3, 4, 4, 5, 6, 7, 9)


def plan_case(size: int, most: int, seed: int) -> PlanProblem:
    """A problem with `size` initiatives, of which at most `most` are worked on at once."""
    source = random.Random(f"plan {size} {most} {seed}")
    activities = [_activity(source, number, size) for number in range(size)]
    cost = sum(one.one_off for one in activities) * 2 // 9
    problem = PlanProblem(
        first=FIRST,
        months=MONTHS,
        activities=tuple(activities),
        capacity={
            "it": tuple(1000 if month % 12 in (7, 11) else 2000 for month in range(MONTHS)),
            "departments": (3000,) * MONTHS,
            "providers": (4000,) * MONTHS,
        },
        money={2027 + year: cost for year in range(3)},
        years={2027 + year: (12 * year, 12 * year + 12) for year in range(3)},
        parallel=most,
        things=tuple(_things(source, size)),
    )
    while greedy(problem) is None:  # too tight for what must be done: the last hard day is taken away
        tight = max((one for one in problem.activities if one.hard_end is not None), key=lambda one: one.key)
        problem = replace(
            problem,
            activities=tuple(
                replace(one, hard_end=None) if one is tight else one for one in problem.activities
            ),
        )
    return problem


def _activity(source: random.Random, number: int, size: int) -> Activity:
    months = source.choice(_DURATIONS)
    must = source.random() < 0.1
    days = {
        pool: source.randrange(100, 801) * months
        for pool in source.sample(("it", "departments", "providers"), source.choice((1, 1, 2, 3)))
    }
    one_off = 0 if source.random() < 0.25 else source.randrange(100_000, 6_000_001, 1000)
    needs: tuple[tuple[str, int], ...] = ()
    if number >= 3 and source.random() < 1 / 3:
        needs = ((f"i{source.randrange(max(0, number - 12), number):03}", source.choice((0, 0, 1))),)
    return Activity(
        key=f"i{number:03}",
        name=f"Initiative {number}",
        months=months,
        value=source.randrange(200, 9001),
        required=must,
        must=must,
        earliest=source.randrange(1, 13) if source.random() < 0.1 else 0,
        wished_end=source.randrange(months + 3, MONTHS + 1) if source.random() < 0.25 else None,
        hard_end=source.randrange(min(months + 6, MONTHS), MONTHS + 1)
        if must and source.random() < 0.5
        else None,
        days=tuple(days.items()),
        one_off=one_off,
        running_cost=one_off * source.randrange(5, 21) // 100 if source.random() < 0.5 else 0,
        needs=needs,
    )


def _things(source: random.Random, size: int) -> list[Thing]:
    found = []
    for number in range(size // 5):
        remedies = source.sample(range(size), 2 if source.random() < 0.1 else 1)
        found.append(
            Thing(
                key=f"t{number:03}",
                due=max(0, source.randrange(-12, MONTHS)),
                waiting=source.randrange(2_000, 80_001),
                remedied_by=tuple(f"i{one:03}" for one in remedies),
            )
        )
    return found
