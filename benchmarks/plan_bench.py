"""How exact and how fast plans are found.

`python -m benchmarks.plan_bench realistic [--size 20|60|120] [--most 3] [--seeds 50] [--seconds 10]`
`python -m benchmarks.plan_bench psplib FOLDER [--seconds 5] [--only 'j30*.sm']`
`python -m benchmarks.plan_bench compare [--size 60] [--most 3] [--seeds 5] [--seconds 20]`

`psplib` takes whole sets as well: a folder with .sm files and `best_known.csv`. `compare` runs HiGHS, SCIP
(through pyscipopt, no part of the program) and CP-SAT on the same model, each in a process of its own.
"""

import argparse
import sys
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from statistics import mean, median

from benchmarks.plan_cases import plan_case
from benchmarks.plan_compare import COMPARED, compare_one
from benchmarks.psplib import best_known, psplib_case
from virtualcio.solver.answer import PlanAnswer, Progress, Status
from virtualcio.solver.search import search


class Proof:
    """When the last gap was closed; the search may go on with what counts second."""

    def __init__(self) -> None:
        self.seconds: float | None = None

    def __call__(self, told: Progress) -> None:
        if self.seconds is None and told.gap == 0:
            self.seconds = told.seconds


def percent(gap: Fraction | None) -> float:
    """100 for a plan without a bound."""
    return 100.0 if gap is None else 100 * float(gap)


def realistic(size: int, most: int, seeds: Sequence[int], seconds: float) -> None:
    """A row per case, then how many are proven or within 1 and 3 %, gaps and times."""
    answers: list[PlanAnswer] = []
    for seed in seeds:
        answer = search(plan_case(size, most, seed), seconds=seconds)
        answers.append(answer)
        print(
            f"{size:4} initiatives, {most} at once, seed {seed:3}: {answer.status:10} "
            f"gap {percent(answer.gap):6.2f} %  {answer.seconds:5.1f} s  {answer.by}",
            flush=True,
        )
    gaps = [percent(answer.gap) for answer in answers]
    times = [answer.seconds for answer in answers]
    proven = sum(answer.status is Status.PROVEN for answer in answers)
    within = [sum(gap <= limit for gap in gaps) for limit in (1, 3)]
    print(
        f"proven {share(proven, answers)}, within 1 % {share(within[0], answers)}, "
        f"within 3 % {share(within[1], answers)}; gap median {median(gaps):.2f} %, worst {max(gaps):.2f} %; "
        f"time median {median(times):.1f} s, longest {max(times):.1f} s"
    )


def share(count: int, of: Sequence[object]) -> str:
    """A count and its share in whole percent."""
    return f"{count} of {len(of)} ({100 * count // len(of)} %)"


def psplib(folder: Path, pattern: str, seconds: float) -> None:
    """A row per case, then by set: proven share, mean and worst gap to the best known, time."""
    known = best_known(folder)
    sets: dict[str, list[tuple[bool, float, float]]] = {}
    for file in sorted(folder.glob(pattern)):
        proof = Proof()
        answer = search(psplib_case(file), seconds=seconds, on_progress=proof)
        assert answer.value is not None
        upper = known[file.name][1]
        gap = 100 * (float(answer.value) / upper - 1)
        time = min(proof.seconds or answer.seconds, answer.seconds)
        name = next(name for name in ("j120", "j30", "j60", "j90", "j") if file.name.startswith(name))
        sets.setdefault(name, []).append((answer.status is Status.PROVEN, gap, time))
        print(
            f"{file.name:12} {answer.status:10} {answer.value} (best known {upper})  {time:5.1f} s",
            flush=True,
        )
    for name, rows in sorted(sets.items()):
        proven = sum(row[0] for row in rows)
        gaps, times = [row[1] for row in rows], [row[2] for row in rows]
        print(
            f"{name}: proven {share(proven, rows)}, gap to the best known mean {mean(gaps):.2f} %, "
            f"worst {max(gaps):.2f} %; time median {median(times):.1f} s, longest {max(times):.1f} s"
        )


def compare(size: int, most: int, seeds: Sequence[int], seconds: float) -> None:
    """The same model to each solver, the same first plan, two threads at the most."""
    print(f"{'seed':>4}  " + "".join(f"{name:>26}" for name in COMPARED))
    for seed in seeds:
        cells = []
        for name in COMPARED:
            value, bound, took = compare_one(name, size, most, seed, seconds)
            gap = 100 * (bound - value) / value if value else 100.0
            cells.append(f"{value:10.0f} {gap:6.2f} % {took:5.1f} s")
        print(f"{seed:4}  " + "".join(f"{cell:>26}" for cell in cells), flush=True)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=("realistic", "psplib", "compare"))
    parser.add_argument("folder", nargs="?", type=Path, default=Path(__file__).with_name("psplib"))
    parser.add_argument("--size", type=int, default=60)
    parser.add_argument("--most", type=int, default=3)
    parser.add_argument("--seeds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=10.0)
    parser.add_argument("--only", default="*.sm")
    options = parser.parse_args()
    seeds = range(options.seeds)
    if options.what == "psplib":
        psplib(options.folder, options.only, options.seconds)
    else:
        run = realistic if options.what == "realistic" else compare
        run(options.size, options.most, seeds, options.seconds)
    return 0


if __name__ == "__main__":
    sys.exit(main())
