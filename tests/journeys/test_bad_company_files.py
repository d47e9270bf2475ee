"""Company files that are none, read-only, on a full disk or open elsewhere, in window and command line:
one clear sentence, the file stays as it was, and work goes on.
"""

import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QLineEdit

from tests.cli.conftest import Run, run
from tests.journeys.bad_files import junk, refused_company_files, state_of
from tests.journeys.bad_input import (
    ROOT,
    SAMPLES,
    company_file,
    content_of_copy,
    note_of,
    one_sentence,
    type_and_save,
)
from tests.journeys.walk import CTRL, a_walk, answering, in_file, wait_until
from tests.store.example_company import in_file as content_of
from tests.store.failing_disk import files_no_larger_than
from virtualcio.model import Asset
from virtualcio.store.verify import verify

__all__ = ["run"]


def test_no_company_file_opens_in_the_window_and_the_next_one_does(tmp_path: Path) -> None:
    sound = company_file(tmp_path)
    with a_walk() as walk:
        for name, (make, words) in refused_company_files(sound.read_bytes()).items():
            path = tmp_path / name
            make(path)
            before = state_of(path)
            assert not walk.window.tasks.open_path(path)
            start = walk.window.start
            assert start is not None and start.message.isVisible() and walk.window.workplace is None
            one_sentence(start.message.text(), words, name)
            assert state_of(path) == before
        assert walk.window.tasks.open_path(sound)
        for name, (_make, words) in refused_company_files(sound.read_bytes()).items():
            assert not walk.window.tasks.open_path(tmp_path / name)
            one_sentence(walk.place.message.text(), words, name)  # in the page; the open file stays open
        type_and_save(walk, "lebt")
    assert {path.name for path in tmp_path.iterdir()} == {
        "brandt.vcio", *refused_company_files(b"x" * 2000),
    } - {"gibt es nicht.vcio"}  # fmt: skip


@pytest.mark.parametrize("verb", ["show", "check", "import", "export", "verify", "backup", "screenshots"])
def test_no_company_file_is_taken_by_any_verb(run: Run, tmp_path: Path, verb: str) -> None:
    folder = tmp_path / "files"
    folder.mkdir()
    more = {"show": ["checks"], "import": [SAMPLES / "vertraege.csv"], "export": [tmp_path / "out.xlsx"]}
    more["screenshots"] = [tmp_path / "pictures"]
    sound = company_file(tmp_path).read_bytes()
    for name, (make, words) in refused_company_files(sound).items():
        path = folder / name
        make(path)
        before = state_of(path)
        ended = run(verb, path, *more.get(verb, []))
        assert (ended.code, ended.out) == (3, "")
        one_sentence(ended.err, words, name)
        assert state_of(path) == before
    assert not (tmp_path / "out.xlsx").exists()
    assert not list(tmp_path.glob("pictures/*"))
    assert {path.name for path in folder.iterdir()} == set(refused_company_files(sound)) - {
        "gibt es nicht.vcio"
    }


def test_junk_that_could_be_locked_is_asked_for_its_passphrase_and_refused(run: Run, tmp_path: Path) -> None:
    path, secret = tmp_path / "Rest.vcio", tmp_path / "kennwort.txt"
    junk(path)
    secret.write_text("irgendeins\n", encoding="utf-8")
    before = path.read_bytes()
    refusals: list[str] = []

    def try_one(dialog: QDialog) -> None:
        dialog.findChildren(QLineEdit)[0].setText("irgendeins")
        dialog.accept()

    def turn_back(dialog: QDialog) -> None:
        refusals.append(dialog.refusal.text())  # type: ignore[attr-defined]  # it is the program's own dialog
        dialog.reject()

    with a_walk() as walk:
        with answering(try_one, turn_back):
            assert not walk.window.tasks.open_path(path)
        assert walk.window.start is not None
    [refusal] = refusals
    one_sentence(refusal, "oder keine Betriebsdatei", "Rest.vcio")
    ended = run("show", path, "assets")
    assert ended.code == 3
    one_sentence(ended.err, "braucht ein Kennwort", "Rest.vcio")
    ended = run("show", path, "assets", "--passphrase-file", secret)
    assert ended.code == 3
    one_sentence(ended.err, "oder keine Betriebsdatei", "Rest.vcio")
    assert path.read_bytes() == before


def test_a_read_only_file_can_be_looked_at_and_refuses_every_change(run: Run, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    path.chmod(0o444)
    before = path.read_bytes()
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        one_sentence(walk.place.message.text(), "schreibgeschützt")
        walk.page("inventory")
        for column, text in (("name", "Anders"), ("cost", "5")):
            walk.cell("NAS", column)
            walk.type(text)
            walk.press(Qt.Key.Key_Return)
            walk.press(Qt.Key.Key_Escape)
        walk.press(Qt.Key.Key_D, CTRL)
        walk.press(Qt.Key.Key_Delete)
        [nas] = walk.place.company.data.all(Asset)
        assert (nas.name, nas.cost) == ("NAS", Decimal("799.00"))
        walk.place.go("import", record=str(SAMPLES / "vertraege.csv"))
        wait_until(lambda: walk.importing.preview.plan is not None, "the preview")
        walk.click("12 Zeilen übernehmen")
        one_sentence(walk.place.message.text(), "schreibgeschützt", "brandt.vcio")
    assert run("show", path, "assets").code == 0
    ended = run("import", path, SAMPLES / "vertraege.csv")
    assert ended.code == 3
    one_sentence(ended.err, "schreibgeschützt", "brandt.vcio")
    assert path.read_bytes() == before


def test_on_a_full_disk_the_window_says_so_and_goes_on_when_there_is_room(tmp_path: Path) -> None:
    path = company_file(tmp_path)
    before = content_of(path)
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        walk.page("inventory")
        walk.cell("NAS", "name")
        walk.type("Kein Platz")
        with files_no_larger_than(4096):
            walk.press(Qt.Key.Key_Return)
            assert [asset.name for asset in walk.place.company.data.all(Asset)] == ["NAS"]
            said = note_of(walk) or walk.place.message.text()
            one_sentence(said.removeprefix("■ "), "", "brandt.vcio")
        assert content_of_copy(path, tmp_path) == before
        walk.press(Qt.Key.Key_Return)  # what was typed is still there
        assert [asset.name for asset in walk.place.company.data.all(Asset)] == ["Kein Platz"]
    assert [getattr(one, "name", "") for one in in_file(path)] == ["Kein Platz"]
    assert verify(path).ok


def test_on_a_full_disk_no_verb_leaves_anything_half(run: Run, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    before, neighbours = content_of(path), sorted(tmp_path.iterdir())
    for words in (
        ("import", path, SAMPLES / "geraeteliste.xlsx"),
        ("new", tmp_path / "neu.vcio", "--name", "Neu"),
        ("demo", tmp_path / "demo.vcio"),
        ("export", path, tmp_path / "bestand.xlsx"),
        ("backup", path, tmp_path / "kopie.vcio"),
    ):
        with files_no_larger_than(2048):
            ended = run(*words)
        assert (ended.code, ended.out) == (3, ""), words
        one_sentence(ended.err, "")
        assert sorted(tmp_path.iterdir()) == neighbours, words
    assert content_of(path) == before and verify(path).ok


def test_a_file_open_in_another_program_is_refused_until_it_is_free(run: Run, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    hold = (
        "import sys; from pathlib import Path; from virtualcio.actions.open_company import open_company;"
        "company = open_company(Path(sys.argv[1])); print('open', flush=True); sys.stdin.read()"
    )
    with subprocess.Popen(
        [sys.executable, "-c", hold, str(path)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None and other.stdin is not None
        assert other.stdout.readline() == b"open\n"
        before = path.read_bytes()
        with a_walk() as walk:
            assert not walk.window.tasks.open_path(path)
            start = walk.window.start
            assert start is not None
            one_sentence(start.message.text(), "in einem anderen Fenster", "brandt.vcio")
            for words in (
                ("show", path, "assets"),
                ("import", path, SAMPLES / "vertraege.csv"),
                ("export", path, tmp_path / "out.xlsx"),
            ):
                ended = run(*words)
                assert ended.code == 3
                one_sentence(ended.err, "in einem anderen Fenster", "brandt.vcio")
            assert path.read_bytes() == before
            other.stdin.close()
            other.wait()
            assert walk.window.tasks.open_path(path)
            type_and_save(walk, "frei")
