"""HiGHS on the time model: the search for the plan with the most benefit, in a process of its own."""

from collections.abc import Mapping
from math import floor
from typing import Any

import highspy
import numpy as np

from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.problem import PlanProblem
from virtualcio.analysis.planning.valuation import broken, order_of
from virtualcio.analysis.planning.windows import windows
from virtualcio.solver.child import Send
from virtualcio.solver.time_model import TimeModel, time_model
from virtualcio.solver.wire import problem_from_wire

_WORK = 1.7e8  # LP iterations × coefficients of the model that take about a second
_LATE = (0, 12, 36, 100)  # months later for what is not done at all
_SLACK = 1e-4  # of a unit: what the solver's own arithmetic may be off


def search(request: Mapping[str, Any], send: Send) -> Mapping[str, Any]:
    """Searches until proven, or until the work is done. `work`: about seconds, counted in iterations of the
    linear programs so that the same problem always stops at the same place; `seconds`: a limit by the
    clock for slow machines. Bounds and values go out as in `Valuation.order`.
    """
    problem = problem_from_wire(request["problem"])
    allowed = windows(problem)
    if allowed.impossible:
        return {"status": "impossible"}
    model = time_model(problem, allowed)
    if not model.places:  # nothing can be in the plan
        starts = model.starts((), problem)
        return {"status": "proven", "starts": starts, "bound": model.offset * model.unit}
    start = request["start"]
    guided = greedy(problem, seed=request["seed"], known=allowed, orders=_orders_of_shares(problem, model))
    if guided is not None and (start is None or order_of(problem, guided) > order_of(problem, start)):
        start = guided
    send({"kind": "plan", "starts": start})  # always, and first: it is what the other solver starts from
    return _Search(problem, model, {**request, "start": start}, send).run()


def _orders_of_shares(problem: PlanProblem, model: TimeModel) -> list[list[str]]:
    """Orders that the model suggests if things may be done in parts: by mean start, and the later the
    smaller the part that is done at all.
    """
    highs = highspy.Highs()  # type: ignore[no-untyped-call]
    highs.setOptionValue("output_flag", False)
    highs.setOptionValue("threads", 1)
    program = _program(model, model.unit / (400 * problem.point_price))
    program.integrality_ = []
    highs.passModel(program)
    highs.run()
    part: dict[str, float] = {}
    moment: dict[str, float] = {}
    for (key, start), share in zip(model.places, highs.getSolution().col_value, strict=False):
        part[key] = part.get(key, 0.0) + share
        moment[key] = moment.get(key, 0.0) + share * start
    return [
        sorted(
            part,
            key=lambda key, late=late: (  # type: ignore[misc]
                round(moment[key] / max(part[key], 1e-6) + late * (1 - part[key]), 6),
                key,
            ),
        )
        for late in _LATE
    ]


class _Search:
    """One run of the solver, with what it has told so far."""

    def __init__(
        self, problem: PlanProblem, model: TimeModel, request: Mapping[str, Any], send: Send
    ) -> None:
        self._problem, self._model, self._send = problem, model, send
        self._points = model.unit / (400 * problem.point_price)  # one unit of the model
        self._most_iterations = request["work"] * _WORK / max(1, sum(len(row.columns) for row in model.rows))
        self._iterations = 0
        self._bound: int | None = None
        self._highs = highspy.Highs()  # type: ignore[no-untyped-call]
        options = {
            "log_to_console": False,
            "mip_min_logging_interval": 0.0,  # the iterations so far stand in the log only
            "mip_rel_gap": 0.0,
            "mip_abs_gap": max(1e-6, 0.9 * self._points),
            "mip_feasibility_tolerance": 1e-7,
            "random_seed": request["seed"],
            "threads": 1,
            "parallel": "off",
            "time_limit": float(request["seconds"]),
        }
        for name, value in options.items():
            self._highs.setOptionValue(name, value)
        self._highs.passModel(_program(model, self._points))
        if request["start"] is not None:
            columns = len(model.gains)
            values = np.array(model.values(request["start"], problem), dtype=float)
            self._highs.setSolution(columns, np.arange(columns, dtype=np.int32), values)

    def run(self) -> Mapping[str, Any]:
        """The last message."""
        self._highs.setCallback(self._called, None)
        for kind in (
            highspy.cb.kCallbackLogging,
            highspy.cb.kCallbackMipInterrupt,
            highspy.cb.kCallbackMipImprovingSolution,
        ):
            self._highs.startCallback(kind)
        self._highs.run()
        status = self._highs.getModelStatus()
        if status == highspy.HighsModelStatus.kInfeasible:
            return {"status": "impossible"}
        info = self._highs.getInfo()
        found = None
        if info.primal_solution_status == highspy.SolutionStatus.kSolutionStatusFeasible:
            found = self._plan(self._highs.getSolution().col_value)
        self._tell_bound(info.mip_dual_bound)
        done = status == highspy.HighsModelStatus.kOptimal and found is not None
        return {"status": "proven" if done else "ended", "starts": found, "bound": self._bound}

    def _plan(self, values: Any) -> Mapping[str, int | None] | None:
        """The plan of a solution; None for one that keeps to a demand only within the solver's tolerance."""
        starts = self._model.starts(values, self._problem)
        return None if broken(self._problem, starts) else starts

    def _called(self, kind: Any, text: str, told: Any, answer: Any, _data: Any) -> None:
        if kind == highspy.cb.kCallbackLogging:
            self._iterations = max(self._iterations, _iterations_in(text))
        elif kind == highspy.cb.kCallbackMipImprovingSolution:
            starts = self._plan(told.mip_solution)
            if starts is not None:
                self._send({"kind": "plan", "starts": starts})
        else:
            self._tell_bound(told.mip_dual_bound)
            answer.user_interrupt = self._iterations >= self._most_iterations

    def _tell_bound(self, points: float) -> None:
        """Values are whole units, so a bound is as well."""
        if not abs(points) < highspy.kHighsInf:
            return
        bound = floor(points / self._points + _SLACK) * self._model.unit
        if self._bound is None or bound < self._bound:
            self._bound = bound
            self._send({"kind": "bound", "bound": bound})


def _program(model: TimeModel, points: float) -> highspy.HighsLp:
    """The model for HiGHS, gains in points."""
    program = highspy.HighsLp()
    columns = len(model.gains)
    program.num_col_, program.num_row_ = columns, len(model.rows)
    program.sense_ = highspy.ObjSense.kMaximize
    program.col_cost_ = np.array(model.gains, dtype=float) * points
    program.offset_ = model.offset * points
    program.col_lower_, program.col_upper_ = np.zeros(columns), np.ones(columns)
    infinity = highspy.kHighsInf
    program.row_lower_ = np.array(
        [-infinity if row.least is None else row.least for row in model.rows], float
    )
    program.row_upper_ = np.array([infinity if row.most is None else row.most for row in model.rows], float)
    matrix = program.a_matrix_
    matrix.format_ = highspy.MatrixFormat.kRowwise
    matrix.start_ = np.cumsum([0, *(len(row.columns) for row in model.rows)])
    matrix.index_ = np.array([column for row in model.rows for column in row.columns], dtype=np.int32)
    matrix.value_ = np.array([number for row in model.rows for number in row.coefficients], dtype=float)
    whole, part = highspy.HighsVarType.kInteger, highspy.HighsVarType.kContinuous
    program.integrality_ = [whole] * len(model.places) + [part] * len(model.remedied)
    return program


def _iterations_in(text: str) -> int:
    """The iterations in a line of progress, whose last two columns are iterations and seconds; else 0."""
    words = text.split()
    if len(words) < 10 or not words[-1].endswith("s") or not words[-2].isdigit():
        return 0
    return int(words[-2])
