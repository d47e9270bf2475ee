"""The command line as a test calls it: words in, exit code and both outputs back."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from virtualcio.cli import main as cli

TODAY = "2026-11-22"


@dataclass(frozen=True)
class Ended:
    code: int
    out: str
    err: str


Run = Callable[..., Ended]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """`run("show", file, "backlog")`; in German, whatever the machine speaks."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("QT_LOGGING_RULES", "")  # else Qt is silent in the tests that follow

    def call(*words: object) -> Ended:
        capsys.readouterr()
        code = cli.main([str(word) for word in words])
        out, err = capsys.readouterr()
        return Ended(code, out, err)

    return call


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    from datetime import date

    from virtualcio.actions.demo import create_demo

    path = tmp_path_factory.mktemp("demo") / "demo.vcio"
    create_demo(path, date.fromisoformat(TODAY)).close()
    return path


@pytest.fixture
def demo(made_once: Path, tmp_path: Path) -> Path:
    """The demo company of 22 November 2026, a copy for each test."""
    path = tmp_path / "demo.vcio"
    shutil.copyfile(made_once, path)
    return path
