"""The side of a solver's process: takes one request from its input, answers in lines, ends with its input.

CP-SAT and HiGHS cannot be loaded into one process, and neither into that of the window: what hangs or
dies there takes nothing with it.
"""

import os
import threading
import traceback
from collections.abc import Callable, Mapping
from typing import Any

from virtualcio.solver.wire import line_of, message_of

Send = Callable[[Mapping[str, Any]], None]
Task = Callable[[Mapping[str, Any], Send], Mapping[str, Any]]


def run_child(solver: str) -> None:
    """Answers the one request and ends the process. The program's output is for answers only; what a
    library writes there by itself goes to the error output. KeyError for a solver that is not known.
    """
    answers = os.dup(1)
    os.dup2(2, 1)
    lock = threading.Lock()

    def send(message: Mapping[str, Any]) -> None:
        with lock:
            left = memoryview(line_of(message))
            while left:
                left = left[os.write(answers, left) :]

    asked = os.fdopen(0, "rb")
    try:
        tasks = _tasks(solver)
        line = asked.readline()
        if not line:
            os._exit(0)  # nothing was asked
        request = message_of(line)
        threading.Thread(target=_end_with_input, args=(asked,), daemon=True).start()
        send({"kind": "done", **tasks[request["task"]](request, send)})
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more
    except Exception:
        send({"kind": "fault", "text": traceback.format_exc()})
    os._exit(0)  # without waiting for threads of the solvers


def _end_with_input(asked: Any) -> None:
    """Whoever asked is gone, or does not want to know any more."""
    asked.read()
    os._exit(0)


def _tasks(solver: str) -> Mapping[str, Task]:
    """What a solver can be asked; imported here, for each process loads one solver only."""
    if solver == "highs":
        from virtualcio.solver import highs_search

        return {"search": highs_search.search}
    if solver == "lists":
        from virtualcio.solver import lists_search

        return {"search": lists_search.search}
    if solver == "cpsat":
        from virtualcio.solver import cpsat_demands, cpsat_search

        return {
            "search": cpsat_search.search,
            "contradiction": cpsat_demands.contradiction,
            "fewest": cpsat_demands.fewest,
        }
    raise KeyError(solver)
