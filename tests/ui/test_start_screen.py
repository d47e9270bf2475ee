"""The start screen: painted with nothing but Qt, four ways to begin, and the files opened last."""

import os
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.shell_window import NOW, answer_dialogs, company_file, fill_in, place_of, turn_back, window
from virtualcio.actions.open_company import open_company
from virtualcio.actions.tone import Tone
from virtualcio.errors import WrongPassphrase
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell.dialog import Dialog
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.new_company_dialog import NewCompanyDialog
from virtualcio.ui.shell.recent_files import RecentFile, recent_files, remember, remember_opened
from virtualcio.ui.shell.recent_list import findings_pill, opened_words
from virtualcio.ui.shell.start_screen import StartScreen

__all__ = ["window"]
ROOT = Path(__file__).resolve().parents[2]
PAINT_AND_LIST_MODULES = """
import sys
from PySide6.QtWidgets import QApplication
from PySide6.QtCore import QTimer
from virtualcio import app
from virtualcio.ui.shell import start_screen

painted = start_screen.TileButton.paintEvent

def paint(tile, event):
    painted(tile, event)
    QTimer.singleShot(0, QApplication.instance().quit)

start_screen.TileButton.paintEvent = paint
app.open_window()
print(*sorted({name.partition(".")[0] for name in sys.modules}))
"""


def start_of(window: MainWindow) -> StartScreen:
    assert window.start is not None
    return window.start


def test_it_is_painted_before_anything_heavier_than_qt_is_imported(tmp_path: Path) -> None:
    home = {**os.environ, "VIRTUALCIO_HOME": str(tmp_path), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PAINT_AND_LIST_MODULES],
        cwd=ROOT, env=home, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    imported = set(done.stdout.split())
    assert {"PySide6", "virtualcio"} <= imported
    assert not imported & {"sqlalchemy", "sqlcipher3", "alembic", "openpyxl", "numpy"}


def test_a_new_company_is_made_from_its_name(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Kanzlei am Markt.vcio"
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: (str(place), "")
    )  # the system's own dialog cannot be typed into
    answer_dialogs(fill_in("Kanzlei am Markt", "Rechtsanwälte", "12"))
    QTest.mouseClick(start_of(window).tiles["new"], Qt.MouseButton.LeftButton)
    company = place_of(window).company.data.company
    assert (company.name, company.trade, company.employees) == ("Kanzlei am Markt", "Rechtsanwälte", 12)
    assert place.exists()
    assert "Kanzlei am Markt" in window.windowTitle()


def test_a_company_without_a_name_is_not_taken_and_what_was_typed_stays(window: MainWindow) -> None:
    seen: list[str] = []

    def leave_name_out(dialog: object) -> None:
        fill_in("", "Metallbau")(dialog)  # type: ignore[arg-type]  # the dialog that answer_dialogs found
        seen.append(dialog.refusal.text())  # type: ignore[attr-defined]  # as above
        seen.append(dialog.trade.text())  # type: ignore[attr-defined]  # as above
        turn_back(dialog)  # type: ignore[arg-type]  # as above

    answer_dialogs(leave_name_out)
    window.run("new")
    assert seen[0] == "Der Betrieb braucht einen Namen; er steht auf jeder Seite und jedem Bericht."
    assert seen[1] == "Metallbau"
    assert window.workplace is None


def test_the_passphrase_of_a_new_company_is_typed_twice_and_needed_afterwards(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "Kanzlei am Markt.vcio"
    monkeypatch.setattr(
        "PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: (str(place), "")
    )  # the system's own dialog cannot be typed into
    seen: list[str] = []

    def fill_in_passphrases(dialog: Dialog) -> None:
        assert isinstance(dialog, NewCompanyDialog)
        assert not dialog.secrets.isVisible()
        dialog.encrypt.setChecked(True)
        words = [label.text() for label in dialog.secrets.findChildren(Label)]
        assert any("niemand kann es wiederherstellen" in text for text in words)
        fill_in("Kanzlei am Markt")(dialog)
        seen.append(dialog.refusal.text())
        fill_in("Kanzlei am Markt", "", "", "ein langes Kennwort", "ein langes Kenwort")(dialog)
        seen.append(dialog.refusal.text())
        fill_in("Kanzlei am Markt", "", "", "ein langes Kennwort", "ein langes Kennwort")(dialog)

    answer_dialogs(fill_in_passphrases)
    window.run("new")
    assert seen == [
        "Geben Sie ein Kennwort ein, oder lassen Sie die Datei unverschlüsselt.",
        "Die beiden Kennwörter sind verschieden. Geben Sie in beide Felder dasselbe ein.",
    ]
    assert place_of(window).company.workspace.encrypted
    window.show_start()
    with pytest.raises(WrongPassphrase):
        open_company(place)
    open_company(place, "ein langes Kennwort").close()


def test_the_example_company_opens_with_one_click_and_again_the_same_day(window: MainWindow) -> None:
    start_of(window).tiles["demo"].click()
    first = place_of(window).company
    assert first.data.company.employees == 62
    assert first.workspace.undo_label is None
    window.show_start()
    start_of(window).tiles["demo"].click()
    assert place_of(window).company.path == first.path


def test_a_closed_file_stands_in_the_list_with_its_figures(window: MainWindow) -> None:
    window.run("demo")
    results = place_of(window).company.results
    backlog, findings = results.backlog.total, len(results.findings)
    window.run("close")
    [row] = start_of(window).recent.rows()
    assert row.entry.name == "Brenner Metallbau GmbH"
    assert row.entry.backlog_amount == backlog
    assert findings_pill(row.entry) == (f"{findings} Hinweise", Tone.ACT)
    row.click()
    assert place_of(window).company.data.company.name == "Brenner Metallbau GmbH"


def test_of_an_encrypted_file_no_figure_is_kept_outside(window: MainWindow, tmp_path: Path) -> None:
    path = company_file(tmp_path, "Autohaus Ried", passphrase="ein langes Kennwort")
    assert window.tasks.open_path(path, "ein langes Kennwort")
    window.run("close")
    [entry] = recent_files()
    assert entry.locked and not entry.backlog and not entry.next_day
    assert entry.act == entry.watch == 0
    assert findings_pill(entry) == ("gesperrt", Tone.NEUTRAL)


def test_a_file_is_taken_from_the_list_with_the_delete_key(window: MainWindow, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    remember_opened(path, "Holzwerk Südtal", locked=False, now=NOW)
    window.show_start()
    [row] = start_of(window).recent.rows()
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    QApplication.processEvents()
    assert recent_files() == []
    assert path.exists()


def test_a_file_that_is_gone_is_refused_in_the_page(window: MainWindow, tmp_path: Path) -> None:
    remember_opened(tmp_path / "weg.vcio", "Weg GmbH", locked=False, now=NOW)
    window.show_start()
    start_of(window).recent.rows()[0].click()
    assert window.workplace is None
    assert start_of(window).message.isVisible()
    assert "weg.vcio" in start_of(window).message.text()


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (timedelta(minutes=1), "heute, 09:13"),
        (timedelta(days=1), "gestern"),
        (timedelta(days=3), "vor 3 Tagen"),
        (timedelta(days=14), "vor 2 Wochen"),
        (timedelta(days=62), "vor 2 Monaten"),
        (timedelta(days=800), "vor 2 Jahren"),
        (timedelta(days=-3), "heute, 09:14"),  # a clock that was set back
    ],
)
def test_when_a_file_was_opened_is_said_in_words(ago: timedelta, words: str) -> None:
    assert opened_words(NOW - ago, NOW) == words


def test_a_broken_list_of_files_costs_the_list_and_nothing_else(own_home: Path, window: MainWindow) -> None:
    broken = '[{"path": "/a.vcio", "name": "A", "opened": "neulich"}, 7]'
    (own_home / "recent.json").write_text(broken, "utf-8")
    assert recent_files() == []
    window.show_start()
    remember(RecentFile("/b.vcio", "B", datetime(2026, 1, 2).isoformat()))  # noqa: DTZ001 - local time
    assert [entry.name for entry in recent_files()] == ["B"]
