"""A killed program, a flipped bit, a cut end: the old state, the new one, or a clear sentence."""

import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.store.example_company import Content, big_change, create, in_file, in_memory, only
from virtualcio.errors import UserError
from virtualcio.model import Asset, Site
from virtualcio.store.verify import verify
from virtualcio.store.workspace import Workspace

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "firma.vcio"


WORK = """
import sys
from pathlib import Path
from virtualcio.model import Asset, Site
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

workspace = Workspace.open(Path(sys.argv[1]))
(site,) = workspace.data.all(Site)
done = int(site.note or 0)
while True:
    done += 1
    with workspace.change(Message("Work")) as edit:
        site.note = str(done)
        for number in range(1 if done % 4 else 60):  # an edit, and now and then an import
            edit.add(Asset(name=f"{done}/{number}", site_id=site.id))
    print(done, flush=True)
"""


def work_and_be_killed(path: Path, seconds: float) -> int:
    """The number of the last change that was reported as done."""
    with subprocess.Popen(
        [sys.executable, "-c", WORK, str(path)], cwd=ROOT, stdout=subprocess.PIPE
    ) as worker:
        assert worker.stdout is not None
        first = worker.stdout.readline()
        time.sleep(seconds)
        worker.kill()
        lines = [first, *worker.stdout.read().splitlines(keepends=True)]
    return int([line for line in lines if line.endswith(b"\n")][-1])


def survives(path: Path, kills: int, chance: random.Random) -> None:
    create(path).close()
    for _kill in range(kills):
        reported = work_and_be_killed(path, chance.uniform(0.001, 0.15))
        workspace = Workspace.open(path)
        done = int(only(workspace, Site).note)
        assert done in {reported, reported + 1}  # killed between the commit and the report
        names = {asset.name for asset in workspace.data.all(Asset)} - {"SRV-01"}
        assert names == {
            f"{change}/{number}" for change in range(1, done + 1) for number in range(1 if change % 4 else 60)
        }
        assert len(workspace.history(limit=100_000)) == done + 1
        workspace.close()
        assert verify(path).ok


def test_a_killed_program_loses_no_change_and_leaves_no_half_one(path: Path) -> None:
    survives(path, 5, random.Random(5))


@pytest.mark.slow
def test_a_program_killed_fifty_times_loses_no_change(path: Path) -> None:
    survives(path, 50, random.Random(50))


def flip(path: Path, whole: bytes, before: Content, chance: random.Random) -> None:
    """One flipped bit or a cut end: the old content, or something that is noticed and said."""
    spoiled = bytearray(whole)
    if chance.random() < 0.2:
        del spoiled[chance.randrange(len(spoiled)) :]
    else:
        spoiled[chance.randrange(len(spoiled))] ^= 1 << chance.randrange(8)
    path.write_bytes(spoiled)
    try:
        content = in_file(path)
    except UserError:
        return
    if content != before:
        assert not verify(path).ok


@pytest.mark.parametrize("times", [60, pytest.param(1000, marks=pytest.mark.slow)])
def test_a_flipped_bit_or_a_cut_end_is_noticed(path: Path, times: int) -> None:
    workspace = create(path)
    big_change(workspace)
    before = in_memory(workspace.data)
    workspace.close()
    whole = path.read_bytes()
    chance = random.Random(times)
    for _time in range(times):
        flip(path, whole, before, chance)
