"""Which demands contradict each other: CP-SAT with an assumption for each, in a process of its own."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from virtualcio.analysis.planning.demands import Demand, DemandKind, demands
from virtualcio.analysis.planning.problem import Activity, PlanProblem
from virtualcio.analysis.planning.use import Use
from virtualcio.solver.child import Send
from virtualcio.solver.cpsat import cp_model
from virtualcio.solver.wire import problem_from_wire

# Of sets that are as small the one that is easiest to live with: what stands first here is given up first.
_EASIEST_FIRST = (
    DemandKind.EARLIEST, DemandKind.HARD_END, DemandKind.PIN, DemandKind.PARALLEL, DemandKind.MUST,
    DemandKind.PREREQUISITE, DemandKind.MONEY, DemandKind.CAPACITY,
)  # fmt: skip


def contradiction(request: Mapping[str, Any], _send: Send) -> Mapping[str, Any]:
    """Numbers of demands (as `demands` lists them) that contradict each other, of which each one is needed
    for that. None at all if there is a plan, null if it was not settled in the time given.
    """
    asked = _Assumed(problem_from_wire(request["problem"]), request)
    core = asked.core(asked.literals)
    if not core:
        return {"demands": core}
    for number in list(core):
        if number in core:
            smaller = asked.core([other for other in core if other != number])
            if smaller is None:
                return {"demands": None}
            core = smaller or core
    return {"demands": sorted(core)}


def fewest(request: Mapping[str, Any], _send: Send) -> Mapping[str, Any]:
    """Numbers of the fewest demands without which there is a plan; null if that was not settled."""
    asked = _Assumed(problem_from_wire(request["problem"]), request)
    model, literals = asked.model, list(asked.literals.values())
    kept = cp_model.LinearExpr.sum(literals)
    model.maximize(kept)
    solver = asked.solver()
    if solver.solve(model) != cp_model.OPTIMAL:
        return {"demands": None}
    found = [solver.value(literal) for literal in literals]
    model.add(kept == sum(found))  # among as few: in one step with the number it takes many times as long
    preferred = [_EASIEST_FIRST.index(demand.kind) for demand in asked.demands]
    model.maximize(cp_model.LinearExpr.weighted_sum(literals, preferred))
    for literal, value in zip(literals, found, strict=True):
        model.add_hint(literal, value)
    solver = asked.solver()
    if solver.solve(model) in (cp_model.OPTIMAL, cp_model.FEASIBLE):
        found = [solver.value(literal) for literal in literals]
    return {"demands": [number for number, value in enumerate(found) if not value]}


class _Assumed:
    """The problem of what every plan holds, each demand under a literal of its own."""

    def __init__(self, problem: PlanProblem, request: Mapping[str, Any]) -> None:
        self._problem, self._request = problem, request
        self.model = cp_model.CpModel()
        self.demands = demands(problem)
        self.literals = {number: self.model.new_bool_var("") for number in range(len(self.demands))}
        self._by_index = {literal.index: number for number, literal in self.literals.items()}
        self._if = {demand: self.literals[number] for number, demand in enumerate(self.demands)}
        self._places: dict[str, dict[int, cp_model.IntVar]] = {}
        some = [one for one in problem.candidates if one.key in problem.always_in]
        for one in some:
            self._place(one)
        for one in some:
            self._own(one)
            for key, lag in one.needs:
                self._prerequisite(one, problem.by_key[key], lag)
        self._limits(some)

    def solver(self) -> cp_model.CpSolver:
        """One thread: assumptions ask for that, and it is the same each time."""
        solver = cp_model.CpSolver()
        solver.parameters.num_workers = 1
        solver.parameters.linearization_level = 2
        solver.parameters.random_seed = self._request["seed"]
        solver.parameters.max_deterministic_time = self._request["work"]
        solver.parameters.max_time_in_seconds = self._request["seconds"]
        return solver

    def core(self, numbers: Iterable[int]) -> list[int] | None:
        """Those of the demands that cannot be kept together; none if all can; None if that is not known."""
        self.model.clear_assumptions()
        self.model.add_assumptions([self.literals[number] for number in numbers])
        solver = self.solver()
        status = solver.solve(self.model)
        if status in (cp_model.OPTIMAL, cp_model.FEASIBLE):
            return []
        if status != cp_model.INFEASIBLE:
            return None
        return [self._by_index[index] for index in solver.sufficient_assumptions_for_infeasibility()]

    def _place(self, one: Activity) -> None:
        """Its possible starts whatever the demands are; what runs is where it is."""
        starts = set() if one.fixed is None else {one.fixed}
        if not one.running:
            starts |= set(range(self._problem.months - one.months + 1))
        self._places[one.key] = {start: self.model.new_bool_var("") for start in sorted(starts)}
        columns = list(self._places[one.key].values())
        if one.running:
            self.model.add_exactly_one(columns)
        else:
            self.model.add_at_most_one(columns)

    def _own(self, one: Activity) -> None:
        places = self._places[one.key]
        must, pin = (
            self._if.get(Demand(DemandKind.MUST, one.key)),
            self._if.get(Demand(DemandKind.PIN, one.key)),
        )
        if must is not None:
            self.model.add_bool_or(*places.values()).only_enforce_if(must)
        if pin is not None and one.fixed is not None:
            self.model.add_implication(pin, places[one.fixed])
        early = self._if.get(Demand(DemandKind.EARLIEST, one.key))
        late = self._if.get(Demand(DemandKind.HARD_END, one.key))
        for start, place in places.items():
            if early is not None and start < one.earliest and start != one.fixed:
                self.model.add_implication(early, ~place)
            if late is not None and one.hard_end is not None and start + one.months > one.hard_end:
                self.model.add_implication(late, ~place)

    def _prerequisite(self, one: Activity, needed: Activity, lag: int) -> None:
        literal = self._if[Demand(DemandKind.PREREQUISITE, one.key, other=needed.key)]
        theirs = self._places[needed.key]
        for start, place in self._places[one.key].items():
            ready = [other for begun, other in theirs.items() if begun + needed.months + lag <= start]
            self.model.add_bool_or(*ready, ~place).only_enforce_if(literal)

    def _limits(self, some: Sequence[Activity]) -> None:
        problem, use = self._problem, Use(self._problem)
        days: dict[tuple[str, int], list[tuple[cp_model.IntVar, int]]] = {}
        places: dict[int, list[cp_model.IntVar]] = {}
        money: dict[int, list[tuple[cp_model.IntVar, int]]] = {}
        for one in some:
            for start, place in self._places[one.key].items():
                for month in range(max(start, 0), min(start + one.months, problem.months)):
                    places.setdefault(month, []).append(place)
                    for pool, parts in use.shapes[one.key].days:
                        if parts[month - start]:
                            days.setdefault((pool, month), []).append((place, parts[month - start]))
                for year, cents in use.money_of(one.key, start):
                    money.setdefault(year, []).append((place, cents))
        for (pool, month), terms in days.items():
            self._at_most(terms, problem.capacity[pool][month], Demand(DemandKind.CAPACITY, pool=pool))
        for columns in places.values():
            self._at_most([(column, 1) for column in columns], problem.parallel, Demand(DemandKind.PARALLEL))
        for year, terms in money.items():
            self._at_most(terms, (problem.money or {})[year], Demand(DemandKind.MONEY, year=year))

    def _at_most(self, terms: Sequence[tuple[cp_model.IntVar, int]], most: int, demand: Demand) -> None:
        added = cp_model.LinearExpr.weighted_sum([column for column, _ in terms], [size for _, size in terms])
        self.model.add(added <= most).only_enforce_if(self._if[demand])
