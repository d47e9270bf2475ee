"""A plan problem as CP-SAT sees it: yes-or-no per place, and intervals where that is tighter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem, Starts
from virtualcio.analysis.planning.use import Use
from virtualcio.analysis.planning.valuation import SHARES
from virtualcio.analysis.planning.windows import Windows
from virtualcio.solver.cpsat import cp_model
from virtualcio.solver.time_model import Row, TimeModel, time_model


@dataclass
class Schedule:
    """A model with the first month of each activity of the plan, and what is to become small, in order."""

    model: cp_model.CpModel
    starts: dict[str, cp_model.IntVar] = field(default_factory=dict)
    least: list[cp_model.LinearExprT] = field(default_factory=list)


def benefit_model(known: TimeModel) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """The time model, its columns in order; what it adds is to become large."""
    model = cp_model.CpModel()
    columns = [model.new_bool_var("") for _ in known.gains]
    _add_rows(model, columns, known.rows)
    model.maximize(cp_model.LinearExpr.weighted_sum(columns, known.gains) + known.offset)
    return model, columns


def _add_rows(model: cp_model.CpModel, columns: Sequence[cp_model.IntVar], rows: Sequence[Row]) -> None:
    for row in rows:
        some = [columns[column] for column in row.columns]
        if row.most == 1 and set(row.coefficients) == {1}:
            (model.add_exactly_one if row.least == 1 else model.add_at_most_one)(some)
            continue
        added = cp_model.LinearExpr.weighted_sum(some, row.coefficients)
        if row.most is not None:
            model.add(added <= row.most)
        if row.least is not None:
            model.add(added >= row.least)


def schedule(problem: PlanProblem, allowed: Windows, known: Starts | None) -> Schedule:
    """For EARLY and EVEN, of at least one activity. For EARLY nothing ends later than in the `known` plan."""
    model = cp_model.CpModel()
    made = Schedule(model)
    last = _last_end(problem, known)
    for one in problem.candidates:
        starts = allowed.starts[one.key]
        if problem.aim is Aim.EARLY:
            starts = tuple(start for start in starts if start + one.months <= last or one.fixed is not None)
        made.starts[one.key] = model.new_int_var_from_domain(cp_model.Domain.from_values(starts), one.key)
    for one in problem.candidates:
        for key, lag in one.needs:
            ready = made.starts[key] + problem.by_key[key].months + lag
            model.add(made.starts[one.key] >= ready)
    _cumulatives(problem, made)
    ends = [made.starts[one.key] + one.months for one in problem.candidates]
    if problem.aim is Aim.EVEN or not _plain(problem):
        _places(problem, allowed, made)
    if problem.aim is Aim.EARLY:
        first = min(allowed.starts[one.key][0] + one.months for one in problem.candidates)
        whole = model.new_int_var(min(first, last), last, "last")
        model.add_max_equality(whole, ends)
        made.least.append(whole)
    made.least.append(cp_model.LinearExpr.sum(ends))
    return made


def _last_end(problem: PlanProblem, known: Starts | None) -> int:
    """No later than this: the last end of a plan that there is, else the horizon or what is fixed."""
    if known is not None:
        return max(
            (start + problem.by_key[key].months for key, start in known.items() if start is not None),
            default=0,
        )
    fixed = (one.fixed + one.months for one in problem.candidates if one.fixed is not None)
    return max(problem.months, *fixed, 0)


def _plain(problem: PlanProblem) -> bool:
    """Intervals say all: no money, and each activity needs the same of a pool in each of its months."""
    if problem.money and any(one.one_off or one.running_cost for one in problem.candidates):
        return False
    return all(len(set(one.parts(total))) == 1 for one in problem.candidates for _pool, total in one.days)


def _cumulatives(problem: PlanProblem, made: Schedule) -> None:
    """What each needs at least in each month, against what there is."""
    free = [one for one in problem.candidates if one.fixed is None]
    intervals = {
        one.key: made.model.new_fixed_size_interval_var(made.starts[one.key], one.months, one.key)
        for one in free
    }
    use = Use(problem)
    for one in problem.candidates:
        if one.fixed is not None:
            use.put(one.key, one.fixed)
    for pool, row in problem.capacity.items():
        left = [max(0, most - used) for most, used in zip(row, use.days[pool], strict=True)]
        _cumulative(made, intervals, {one.key: _least(one, pool) for one in free}, left)
    if problem.parallel < len(free):
        left = [max(0, problem.parallel - used) for used in use.places]
        _cumulative(made, intervals, {one.key: 1 for one in free}, left)


def _least(one: Activity, pool: str) -> int:
    return min(one.parts(dict(one.days).get(pool, 0)))


def _cumulative(
    made: Schedule,
    intervals: Mapping[str, cp_model.IntervalVar],
    wanted: Mapping[str, int],
    left: Sequence[int],
) -> None:
    """Months with less than the most are filled up by blocks."""
    some = {key: amount for key, amount in wanted.items() if amount > 0}
    most = max(left, default=0)
    if sum(some.values()) <= min(left, default=0):
        return
    tasks, amounts = [intervals[key] for key in some], list(some.values())
    month = 0
    for free, run in groupby(left):
        length = len(list(run))
        if free < most:
            tasks.append(made.model.new_fixed_size_interval_var(month, length, ""))
            amounts.append(most - free)
        month += length
    made.model.add_cumulative(tasks, amounts, most)


def _places(problem: PlanProblem, allowed: Windows, made: Schedule) -> None:
    """The exact rows of days and money over places; for EVEN the share of each pool's month."""
    known = time_model(problem, allowed)
    columns = [made.model.new_bool_var("") for _ in known.gains]
    _add_rows(made.model, columns, known.rows)
    by_key: dict[str, list[tuple[int, cp_model.IntVar]]] = {}
    for (key, start), column in zip(known.places, columns, strict=False):
        by_key.setdefault(key, []).append((start, column))
    for key, some in by_key.items():
        places = cp_model.LinearExpr.weighted_sum(
            [column for _, column in some], [start for start, _ in some]
        )
        made.model.add(made.starts[key] == places)
    if problem.aim is Aim.EVEN:
        _share(problem, made, by_key)


def _share(
    problem: PlanProblem, made: Schedule, by_key: Mapping[str, list[tuple[int, cp_model.IntVar]]]
) -> None:
    share = made.model.new_int_var(0, SHARES, "share")
    shapes = Use(problem).shapes
    loads: dict[tuple[str, int], list[tuple[cp_model.IntVar, int]]] = {}
    for key, some in by_key.items():
        for pool, parts in shapes[key].days:
            for start, column in some:
                for month, part in enumerate(parts, start):
                    if part and 0 <= month < problem.months:
                        loads.setdefault((pool, month), []).append((column, part))
    for (pool, month), terms in loads.items():
        amounts = [SHARES * part for _column, part in terms]
        load = cp_model.LinearExpr.weighted_sum([column for column, _part in terms], amounts)
        made.model.add(load <= share * problem.capacity[pool][month])
    made.least.append(share)
