"""The search of CP-SAT for a plan, in a process of its own."""

import time
from collections.abc import Mapping
from dataclasses import dataclass
from math import ceil, floor
from typing import Any

from virtualcio.analysis.planning.part_of import WHOLE
from virtualcio.analysis.planning.problem import Aim, PlanProblem
from virtualcio.analysis.planning.windows import windows
from virtualcio.solver.child import Send
from virtualcio.solver.cpsat import cp_model
from virtualcio.solver.cpsat_model import Schedule, benefit_model, schedule
from virtualcio.solver.cpsat_parts import better_in_parts
from virtualcio.solver.time_model import TimeModel, time_model
from virtualcio.solver.wire import problem_from_wire

# Units of CP-SAT's own count of work that take about a second, and how much it makes of linear programs
_WORK = {Aim.BENEFIT: 0.4, Aim.EARLY: 0.5, Aim.EVEN: 0.4}
_LINEAR = {Aim.BENEFIT: 2, Aim.EARLY: 0, Aim.EVEN: 1}
_FIRST_SHARE = {Aim.EARLY: 0.9, Aim.EVEN: 0.75}  # of the work for the first aim, the rest for the sum of ends
_SLACK = 1e-6


def search(request: Mapping[str, Any], send: Send) -> Mapping[str, Any]:
    """Searches until proven or until the work is done, see `highs_search.search`. `workers`: threads."""
    problem = problem_from_wire(request["problem"])
    allowed = windows(problem)
    if allowed.impossible:
        return {"status": "impossible"}
    asked = _Asked(problem, request, send)
    if problem.aim is Aim.BENEFIT:
        if request["start"] is not None and len(allowed.starts) > WHOLE:
            return _in_parts(asked)
        return _most_benefit(asked, time_model(problem, allowed))
    return _least(asked, schedule(problem, allowed, request["start"]))


@dataclass(frozen=True)
class _Asked:
    problem: PlanProblem
    request: Mapping[str, Any]
    send: Send

    def solver(self, share: float = 1.0) -> cp_model.CpSolver:
        """The same for the same seed and work, also with several threads."""
        solver = cp_model.CpSolver()
        parameters = solver.parameters
        parameters.random_seed = self.request["seed"]
        parameters.max_deterministic_time = share * self.request["work"] * _WORK[self.problem.aim]
        parameters.max_time_in_seconds = share * self.request["seconds"]
        parameters.num_workers = self.request["workers"]
        parameters.interleave_search = self.request["workers"] > 1
        parameters.linearization_level = _LINEAR[self.problem.aim]
        return solver


class _Told(cp_model.CpSolverSolutionCallback):
    """Sends each better plan."""

    def __init__(self, send: Send, plan: Any) -> None:
        super().__init__()
        self._send, self._plan = send, plan

    def on_solution_callback(self) -> None:
        self._send({"kind": "plan", "starts": self._plan(self.value)})


def _in_parts(asked: _Asked) -> Mapping[str, Any]:
    request = asked.request
    until = time.monotonic() + request["seconds"]
    starts = better_in_parts(
        asked.problem,
        request["start"],
        request["seed"],
        request["work"] * _WORK[Aim.BENEFIT],
        lambda better: asked.send({"kind": "plan", "starts": better}),
        lambda: time.monotonic() > until,
    )
    return {"status": "ended", "starts": starts}


def _most_benefit(asked: _Asked, known: TimeModel) -> Mapping[str, Any]:
    model, columns = benefit_model(known)
    if asked.request["start"] is not None:
        for column, value in zip(columns, known.values(asked.request["start"], asked.problem), strict=True):
            model.add_hint(column, value)

    def plan(value: Any) -> Mapping[str, int | None]:
        return known.starts([value(column) for column in columns], asked.problem)

    def tell_bound(bound: float) -> None:
        asked.send({"kind": "bound", "bound": floor(bound + _SLACK) * known.unit})

    solver = asked.solver()
    solver.best_bound_callback = tell_bound
    status = solver.solve(model, _Told(asked.send, plan))
    return _last_word(status, plan(solver.value) if _found(status) else None)


def _least(asked: _Asked, made: Schedule) -> Mapping[str, Any]:
    """First the one number as small as possible, then, with that kept, the sum of the ends."""

    def plan(value: Any) -> Mapping[str, int | None]:
        return {key: value(start) for key, start in made.starts.items()}

    def tell_bound(bound: float) -> None:
        asked.send({"kind": "bound", "bound": -ceil(bound - _SLACK)})

    _hint(made, asked.request["start"] or {})
    first, then = made.least
    made.model.minimize(first)
    share = _FIRST_SHARE[asked.problem.aim]
    solver = asked.solver(share)
    solver.best_bound_callback = tell_bound
    status = solver.solve(made.model, _Told(asked.send, plan))
    if not _found(status):
        return _last_word(status, None)
    found = plan(solver.value)
    tell_bound(solver.best_objective_bound)
    asked.send({"kind": "plan", "starts": found})
    made.model.add(first <= solver.value(first))
    made.model.minimize(then)
    made.model.clear_hints()  # type: ignore[no-untyped-call]
    _hint(made, found)
    solver = asked.solver(1 - share)
    second = solver.solve(made.model, _Told(asked.send, plan))
    if _found(second):
        found = plan(solver.value)
    return {**_last_word(status, found), "order_proven": second == cp_model.OPTIMAL}


def _hint(made: Schedule, starts: Mapping[str, int | None]) -> None:
    for key, start in starts.items():
        if start is not None and key in made.starts:
            made.model.add_hint(made.starts[key], start)


def _found(status: Any) -> bool:
    return status in (cp_model.OPTIMAL, cp_model.FEASIBLE)


def _last_word(status: Any, starts: Mapping[str, int | None] | None) -> Mapping[str, Any]:
    if status == cp_model.INFEASIBLE:
        return {"status": "impossible"}
    if status == cp_model.MODEL_INVALID:
        raise RuntimeError("CP-SAT refuses the model")
    return {"status": "proven" if status == cp_model.OPTIMAL else "ended", "starts": starts}
