"""`--self-test` tries every part of the program for real, and names what is missing."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from virtualcio import places
from virtualcio.cli.self_test import STEPS
from virtualcio.exchange.facts_tables import program_tables
from virtualcio.ui.shell.recent_files import recent_files

ROOT = Path(__file__).resolve().parents[2]


def test_a_whole_program_says_so_in_one_line_and_leaves_nothing_behind(own_home: Path) -> None:
    environment = {**os.environ, "LANG": "de_DE.UTF-8", "LC_ALL": "", "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(
        [sys.executable, "-m", "virtualcio", "--self-test"],
        capture_output=True, encoding="utf-8", env=environment, check=False, timeout=120, cwd=ROOT,
    )  # fmt: skip

    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith("VirtualCIO") and "Alles ist da" in ended.stdout
    assert str(len(STEPS)) in ended.stdout and ended.stdout.count("\n") == 1
    assert recent_files() == [] and list(own_home.iterdir()) == []


@pytest.fixture
def bundle(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A program folder as the installer lays it out, in which something can be missing."""
    folder = tmp_path / "bundle"
    for name in ("resources", "migrations"):
        shutil.copytree(ROOT / name, folder / name)
    monkeypatch.setattr(places, "program_dir", lambda: folder)
    # the window is tried in a process of its own, above
    monkeypatch.setattr("virtualcio.cli.self_test.STEPS", [step for step in STEPS if step[0] != "the window"])
    program_tables.cache_clear()
    yield folder
    program_tables.cache_clear()


@pytest.mark.parametrize(
    ("lost", "named"),
    [
        ("migrations/versions/0001_first_tables.py", "das Umstellen älterer Dateien"),
        ("resources/facts/product_support.csv", "die Auswertungen und ihre Fakten (FileNotFoundError"),
        ("resources/icons", "die Symbole (PartMissing: *.svg)"),
        ("resources/demo/example_list.csv", "Tabellen lesen und schreiben"),
        ("resources/demo/assets.csv", "Betriebsdateien"),
        ("resources/templates/review_minutes.typ", "Protokolle als PDF"),
    ],
)
def test_what_is_missing_is_named(run: Run, bundle: Path, lost: str, named: str) -> None:
    gone = bundle / lost
    shutil.rmtree(gone) if gone.is_dir() else gone.unlink()
    ended = run("--self-test")

    assert ended.code == 70 and ended.out == ""
    assert named in ended.err and "Traceback" not in ended.err


def test_the_help_names_it(run: Run) -> None:
    assert "--self-test" in run("--help").out
