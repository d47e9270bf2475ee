"""One solver on one realistic case, in a process of its own: for the table that compares them."""

import json
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from benchmarks.plan_cases import plan_case
from virtualcio.analysis.planning.greedy import greedy
from virtualcio.analysis.planning.problem import PlanProblem
from virtualcio.analysis.planning.valuation import order_of
from virtualcio.analysis.planning.windows import windows
from virtualcio.solver.time_model import time_model
from virtualcio.solver.wire import problem_to_wire

COMPARED = ("highs", "scip", "cpsat")


def compare_one(solver: str, size: int, most: int, seed: int, seconds: float) -> tuple[float, float, float]:
    """Value and bound in points, and seconds."""
    command = [
        sys.executable,
        "-m",
        "benchmarks.plan_compare",
        solver,
        *map(str, (size, most, seed, seconds)),
    ]
    ended = subprocess.run(command, capture_output=True, text=True, check=True)
    value, bound, took = json.loads(ended.stdout.splitlines()[-1])
    return value, bound, took


def _ours(solver: str) -> Callable[[PlanProblem, float], tuple[float, float]]:
    def run(problem: PlanProblem, seconds: float) -> tuple[float, float]:
        from importlib import import_module

        search = import_module(f"virtualcio.solver.{solver}_search").search
        first = greedy(problem)
        assert first is not None
        bounds: list[int] = []

        def heard(message: dict[str, Any]) -> None:
            if "bound" in message:
                bounds.append(message["bound"])

        sent = json.loads(json.dumps(problem_to_wire(problem)))
        request = {
            "problem": sent, "work": 1e6, "seconds": seconds, "seed": 1, "start": first, "workers": 2,
        }  # fmt: skip
        last = search(request, heard)
        value = order_of(problem, last["starts"])[0]
        points = 400 * problem.point_price
        return value / points, (value if last["status"] == "proven" else min(bounds)) / points

    return run


def _scip(problem: PlanProblem, seconds: float) -> tuple[float, float]:
    from pyscipopt import Model, quicksum

    known = time_model(problem, windows(problem))
    points = known.unit / (400 * problem.point_price)
    model = Model()
    model.hideOutput()
    model.setParam("limits/time", seconds)
    columns = [model.addVar(vtype="B") for _ in known.places]
    columns += [model.addVar(vtype="C", lb=0, ub=1) for _ in known.remedied]
    for row in known.rows:
        added = quicksum(
            number * columns[column] for column, number in zip(row.columns, row.coefficients, strict=True)
        )
        if row.most is not None:
            model.addCons(added <= row.most)
        if row.least is not None:
            model.addCons(added >= row.least)
    gain = quicksum(number * points * column for column, number in zip(columns, known.gains, strict=True))
    model.setObjective(gain + known.offset * points, "maximize")
    first = greedy(problem)
    assert first is not None
    start = model.createSol()
    for column, value in zip(columns, known.values(first, problem), strict=True):
        model.setSolVal(start, column, value)
    model.addSol(start)
    model.optimize()
    return model.getObjVal(), model.getDualbound()


_RUN = {"highs": _ours("highs"), "scip": _scip, "cpsat": _ours("cpsat")}

if __name__ == "__main__":
    name, numbers = sys.argv[1], sys.argv[2:]
    case = plan_case(int(numbers[0]), int(numbers[1]), int(numbers[2]))
    began = time.monotonic()
    found = _RUN[name](case, float(numbers[3]))
    print(json.dumps([*found, time.monotonic() - began]))
