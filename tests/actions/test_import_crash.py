"""A program killed in the middle of an import: the whole list is in the file, or nothing of it."""

import random
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest

from virtualcio.actions.open_company import create_company, open_company
from virtualcio.model import Asset, Site
from virtualcio.store.backups import list_backups
from virtualcio.store.verify import verify
from virtualcio.texts import Message

ROOT = Path(__file__).resolve().parents[2]
TODAY = date(2026, 11, 22)

WORK = """
import sys
from datetime import date
from pathlib import Path
from virtualcio.actions.import_table import propose_import, run_import
from virtualcio.actions.open_company import open_company

company = open_company(Path(sys.argv[1]), today=date(2026, 11, 22))
plan = propose_import(company, Path(sys.argv[2]))
print("begun", flush=True)
run_import(company, plan)
print("done", flush=True)
sys.stdin.read()
"""


def a_list(folder: Path, rows: int) -> Path:
    path = folder / "liste.csv"
    lines = [f"PC {n};PC;Halle {n % 20};01.05.2019;1.0{n % 90 + 10},50" for n in range(rows)]
    path.write_text("\n".join(["Gerät;Art;Standort;Kaufdatum;AK netto", *lines]), encoding="utf-8")
    return path


def import_and_be_killed(path: Path, table: Path, seconds: float | None) -> tuple[bool, float]:
    """Whether the import was reported as done, and how long it took. Without `seconds` it may end first."""
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(path), str(table)],
        cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
    ) as worker:  # fmt: skip
        assert worker.stdout is not None
        assert worker.stdout.readline() == b"begun\n"
        begun = time.perf_counter()
        if seconds is None:
            done = worker.stdout.readline() == b"done\n"
        else:
            time.sleep(seconds)
            done = False
        took = time.perf_counter() - begun
        worker.kill()
        return done or worker.stdout.read() == b"done\n", took


def survives(folder: Path, rows: int, kills: int, chance: random.Random) -> tuple[int, int]:
    """How many of the killed imports left nothing, and how many were whole."""
    path, table = folder / "brandt.vcio", a_list(folder, rows)
    company = create_company(path, "Schlosserei Brandt", today=TODAY)
    with company.workspace.change(Message("Begun")) as edit:
        edit.add(Asset(name="NAS"))
    company.close()
    before = path.read_bytes()
    done, whole_time = import_and_be_killed(path, table, None)
    assert done
    outcomes = [0, 0]
    for _kill in range(kills):
        path.with_name(path.name + "-journal").unlink(missing_ok=True)
        path.write_bytes(before)
        reported, _took = import_and_be_killed(path, table, chance.uniform(0, whole_time * 1.1))
        company = open_company(path, today=TODAY)
        names = {asset.name for asset in company.data.all(Asset)}
        imported = len(names) > 1
        assert imported or not reported
        assert names == {"NAS", *(f"PC {number}" for number in range(rows))} if imported else {"NAS"}
        assert company.data.count(Site) == (20 if imported else 0)
        company.workspace.undo()
        assert company.data.count(Asset) == (1 if imported else 0)  # the import, or the edit before it
        company.workspace.redo()
        company.close()
        assert verify(path).ok
        outcomes[imported] += 1
    backups = list_backups(path)
    assert backups and all(verify(backup.path).ok for backup in backups[:10])
    return outcomes[0], outcomes[1]


def test_a_killed_import_is_whole_or_has_not_happened(tmp_path: Path) -> None:
    nothing, whole = survives(tmp_path, 400, 4, random.Random(4))
    assert nothing + whole == 4


@pytest.mark.slow
def test_fifty_killed_imports_of_a_long_list_leave_no_half_one(tmp_path: Path) -> None:
    nothing, whole = survives(tmp_path, 5000, 50, random.Random(50))
    assert nothing > 5 and whole > 0
