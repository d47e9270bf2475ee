"""Finished earliest by mixing lists, in a process of its own beside CP-SAT: better plans, but no bound."""

import time
from collections.abc import Mapping
from typing import Any

from virtualcio.analysis.planning.early_lists import EarlyLists
from virtualcio.analysis.planning.windows import windows
from virtualcio.solver.child import Send
from virtualcio.solver.wire import problem_from_wire

_WORK = 50_000  # placings of an activity that take about a second


def search(request: Mapping[str, Any], send: Send) -> Mapping[str, Any]:
    """Sends each better plan until the work is done, see `highs_search.search`."""
    problem = problem_from_wire(request["problem"])
    allowed = windows(problem)
    if allowed.impossible:
        return {"status": "impossible"}
    lists = EarlyLists(problem, allowed, request["seed"])
    best: Mapping[str, int] | None = None
    until = time.monotonic() + request["seconds"]
    most = int(request["work"] * _WORK)
    for best in lists.search(most, request["start"], lambda: time.monotonic() > until):
        send({"kind": "plan", "starts": best})
    return {"status": "ended", "starts": best}
