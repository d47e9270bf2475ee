"""The models of both solvers say what the rules say: they find what trying all plans finds."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from tests.solver.small_problems import best_order, small_problem
from virtualcio.analysis.planning.problem import Aim
from virtualcio.analysis.planning.valuation import broken, order_of

ROOT = Path(__file__).resolve().parents[2]
CASES = 60


@pytest.mark.parametrize(
    ("solver", "aim"),
    [("highs", Aim.BENEFIT), ("cpsat", Aim.BENEFIT), ("cpsat", Aim.EARLY), ("cpsat", Aim.EVEN)],
)
def test_the_best_plan_is_as_good_as_the_best_of_all(solver: str, aim: Aim) -> None:
    command = [sys.executable, "-m", "tests.solver.many_at_once", solver, "0", str(CASES), aim.value]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True, timeout=300)
    answers = json.loads(ended.stdout)
    impossible = 0
    for seed, answer in answers:
        problem = small_problem(seed, aim)
        best = best_order(problem)
        if best is None:
            impossible += 1
            assert answer["status"] == "impossible", seed
            continue
        assert answer["status"] == "proven", seed
        assert broken(problem, answer["starts"]) == (), seed
        assert order_of(problem, answer["starts"]) == best, seed
    assert 15 < impossible < len(answers) - 15  # the cases show both
