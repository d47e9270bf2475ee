"""Cases of PSPLIB (single mode) as plan problems with the aim to be finished earliest."""

import csv
import re
from pathlib import Path

from virtualcio.analysis.planning.problem import Activity, Aim, PlanProblem


def psplib_case(file: Path) -> PlanProblem:
    """A job is an activity, a resource a pool; the jobs without duration at both ends are left out. Months
    are the periods of the case, hundredths of days its units. ValueError for a file of another kind.
    """
    text = file.read_text(encoding="latin-1")
    successors = {row[0]: row[3:] for row in _numbers(text, "PRECEDENCE RELATIONS")}
    durations = {row[0]: row[2] for row in _numbers(text, "REQUESTS/DURATIONS")}
    units = {row[0]: row[3:] for row in _numbers(text, "REQUESTS/DURATIONS")}
    (capacity,) = _numbers(text, "RESOURCEAVAILABILITIES")
    needs: dict[int, list[int]] = {job: [] for job in successors}
    for job, after in successors.items():
        for other in after:
            needs[other].append(job)
    jobs = [job for job, months in durations.items() if months]
    if not jobs:
        raise ValueError(f"{file.name} has no jobs")
    months = sum(durations.values())
    return PlanProblem(
        first=0,
        months=months,
        activities=tuple(
            Activity(
                key=str(job),
                name=f"Job {job}",
                months=durations[job],
                required=True,
                days=tuple(
                    (str(pool), amount * durations[job]) for pool, amount in enumerate(units[job]) if amount
                ),
                needs=tuple((str(other), 0) for other in needs[job] if durations[other]),
            )
            for job in jobs
        ),
        capacity={str(pool): (amount,) * months for pool, amount in enumerate(capacity)},
        parallel=len(jobs),
        aim=Aim.EARLY,
        keep=tuple(str(job) for job in jobs),
    )


def best_known(folder: Path) -> dict[str, tuple[int | None, int]]:
    """Lower (None: not known) and upper bound of the last end by file name, from `best_known.csv`: one
    number if it is proven, else lower..upper.
    """
    with (folder / "best_known.csv").open(encoding="utf-8", newline="") as rows:
        found = {}
        for row in csv.DictReader(rows):
            least, _, most = row["best_known"].rpartition("..")
            upper = int(most)
            found[row["instance"]] = (
                int(least) if least else (None if ".." in row["best_known"] else upper),
                upper,
            )
        return found


def _numbers(text: str, heading: str) -> list[list[int]]:
    """The rows of whole numbers below a heading, up to the next line of asterisks."""
    part = text.split(heading, 1)[1].split("****", 1)[0]
    rows = (re.findall(r"-?\d+", line) for line in part.splitlines() if re.fullmatch(r"[\s\d-]+", line))
    return [[int(number) for number in row] for row in rows if len(row) > 1 and "-" not in "".join(row)]
