"""Many small problems in one process of a solver: `python -m tests.solver.many_at_once highs 0 40 benefit`.

Starting a process for each would take most of the time. Prints a list of [seed, last word] as JSON.
"""

import json
import sys
from importlib import import_module

from tests.solver.small_problems import small_problem
from virtualcio.analysis.planning.problem import Aim
from virtualcio.solver.wire import problem_to_wire

if __name__ == "__main__":
    solver, first, after, aim = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), Aim(sys.argv[4])
    search = import_module(f"virtualcio.solver.{solver}_search").search
    found = []
    for seed in range(first, after):
        problem = small_problem(seed, aim)
        sent = json.loads(json.dumps(problem_to_wire(problem)))
        request = {"problem": sent, "work": 60, "seconds": 60, "seed": 1, "start": None, "workers": 1}
        if problem.candidates:
            found.append([seed, search(request, lambda message: None)])
    sys.stdout.write(json.dumps(found))
