"""One window per file; a crash blocks nobody."""

import json
import platform
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tests.store.example_company import create, in_memory
from virtualcio.errors import RefusedFile
from virtualcio.store.workspace import Workspace
from virtualcio.texts import speaking


def lock_of(path: Path) -> Path:
    return path.with_name(path.name + ".lock")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "firma.vcio"
    create(path).close()
    return path


def test_a_file_that_is_open_in_another_window_says_who_has_it(path: Path) -> None:
    first = Workspace.open(path)
    with pytest.raises(RefusedFile, match=f"an {platform.node()}, seit \\d\\d.\\d\\d.\\d{{4}}"):
        Workspace.open(path)
    assert json.loads(lock_of(path).read_text("utf-8"))["computer"] == platform.node()
    first.close()
    assert not lock_of(path).exists()
    Workspace.open(path).close()


def test_another_process_is_another_window(path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from virtualcio.store.workspace import Workspace;"
        "w = Workspace.open(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    root = Path(__file__).resolve().parents[2]
    with subprocess.Popen(
        [sys.executable, "-c", script, str(path)], cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"open\n"
        with pytest.raises(RefusedFile, match="anderen Fenster"):
            Workspace.open(path)
        other.kill()
    assert lock_of(path).exists()
    Workspace.open(path).close()  # what the killed one left behind is taken over
    assert not lock_of(path).exists()


def leave_lock(path: Path, computer: str, since: datetime) -> None:
    words = {"who": "ines", "computer": computer, "since": since.isoformat()}
    lock_of(path).write_text(json.dumps(words), encoding="utf-8")


def test_in_a_synced_folder_the_lock_file_of_another_computer_counts(path: Path) -> None:
    leave_lock(path, "BUERO-7", datetime.now(UTC) - timedelta(hours=1))
    with pytest.raises(RefusedFile, match="ines an BUERO-7"):
        Workspace.open(path)
    assert lock_of(path).exists()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("de", "ines an BUERO-7, seit {local:%d.%m.%Y}, {local:%H:%M}. "),
        ("en", "ines on BUERO-7, since {local.day} {local:%b} {local:%Y}, {local:%H:%M}. "),
    ],
)
def test_since_when_it_is_open_is_said_as_the_language_writes_it(path: Path, code: str, words: str) -> None:
    since = datetime.now(UTC) - timedelta(hours=1)
    leave_lock(path, "BUERO-7", since)
    with speaking(code), pytest.raises(RefusedFile) as refused:
        Workspace.open(path)
    with speaking(code):
        assert words.format(local=since.astimezone()) in str(refused.value)


def test_an_old_lock_file_of_another_computer_was_left_by_a_crash(path: Path) -> None:
    leave_lock(path, "BUERO-7", datetime.now(UTC) - timedelta(hours=13))
    Workspace.open(path).close()


@pytest.mark.parametrize("junk", ["", "{", "[]", '{"computer": "BUERO-7", "since": "gestern"}'])
def test_a_lock_file_that_says_nothing_blocks_nobody(path: Path, junk: str) -> None:
    lock_of(path).write_text(junk, encoding="utf-8")
    workspace = Workspace.open(path)
    assert in_memory(workspace.data)
    workspace.close()
