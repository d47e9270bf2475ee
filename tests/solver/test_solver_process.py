"""A solver's process ends with whoever asked it, and what goes wrong in it is told."""

import queue
import subprocess
import sys
import threading
from typing import Any

import pytest

from benchmarks.plan_cases import plan_case
from tests.solver.small_problems import small_problem
from virtualcio.solver import process, search
from virtualcio.solver.process import SolverFault, SolverProcess, command
from virtualcio.solver.wire import line_of, message_of, problem_from_wire, problem_to_wire


def request(**other: object) -> dict[str, object]:
    problem = problem_to_wire(plan_case(60, 8, 1))
    return {
        "task": "search", "problem": problem, "work": 100, "seconds": 100, "seed": 1, "start": None,
        "workers": 1, **other,
    }  # fmt: skip


@pytest.mark.parametrize("seed", range(20))
def test_a_problem_comes_through_unchanged(seed: int) -> None:
    problem = small_problem(seed)
    assert problem_from_wire(message_of(line_of(problem_to_wire(problem)))) == problem


@pytest.mark.parametrize("solver", ["highs", "cpsat"])
def test_a_solver_ends_when_whoever_asked_is_gone(solver: str) -> None:
    with subprocess.Popen(command(solver), stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(line_of(request()))
        child.stdin.flush()
        assert child.stdout.readline()  # it is searching
        child.stdin.close()
        assert child.wait(20) == 0


def test_a_solver_has_ended_when_it_is_left() -> None:
    inbox: queue.Queue[tuple[str, dict[str, Any]]] = queue.Queue()
    with SolverProcess("highs", request(), inbox) as solver:
        assert inbox.get(timeout=60)[1]["kind"] in ("plan", "bound")
    assert solver.process.poll() is not None
    assert not [thread for thread in threading.enumerate() if thread.name.startswith("solver")]


def test_a_fault_in_a_solver_is_told_with_its_place() -> None:
    inbox: queue.Queue[tuple[str, dict[str, Any]]] = queue.Queue()
    with SolverProcess("highs", {"task": "search", "problem": {}}, inbox):
        _name, message = inbox.get(timeout=60)
    assert message["kind"] == "fault"
    assert "KeyError" in message["text"]


def test_a_solver_that_dies_is_a_fault_and_no_endless_wait() -> None:
    inbox: queue.Queue[tuple[str, dict[str, Any]]] = queue.Queue()
    with SolverProcess("highs", request(), inbox) as solver:
        solver.process.kill()
        while True:
            _name, message = inbox.get(timeout=60)
            if message["kind"] == "fault":
                break
    assert "highs ended with" in message["text"]


def test_a_dead_solver_ends_a_search_with_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda _solver: [sys.executable, "-c", "raise SystemExit(3)"])
    with pytest.raises(SolverFault, match="ended with 3"):
        search.search(plan_case(20, 3, 1), seconds=5)


def test_the_built_program_is_its_own_solver(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert command("highs") == [sys.executable, "--solver-child", "highs"]


def test_the_program_answers_as_a_solver() -> None:
    asked = line_of({**request(), "problem": problem_to_wire(small_problem(1))})
    started = [sys.executable, "-m", "virtualcio", "--solver-child", "cpsat"]
    with subprocess.Popen(started, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdin is not None
        assert child.stdout is not None
        child.stdin.write(asked)
        child.stdin.flush()
        lines = [message_of(line) for line in child.stdout]
    assert lines[-1]["kind"] == "done"


def test_neither_solver_nor_pandas_is_loaded_by_the_program_itself() -> None:
    code = (
        "import sys, virtualcio.solver.search, virtualcio.solver.contradiction, virtualcio.solver.more;"
        "print([name for name in ('ortools', 'highspy', 'pandas', 'numpy') if name in sys.modules])"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == "[]"
