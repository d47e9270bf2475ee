"""Values that cannot be, typed in the window or read from a list: one clear sentence, and nothing changes."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from tests.cli.conftest import Run, run
from tests.journeys.bad_input import company_file, content_of_copy, note_of, one_sentence, type_and_save
from tests.journeys.walk import NOW, Walk, a_walk, wait_until
from virtualcio.actions.open_company import open_company
from virtualcio.model import Asset

__all__ = ["run"]

LONG = "x" * 501


@pytest.mark.parametrize(
    ("tab", "row", "column", "typed", "words"),
    [
        ("assets", "NAS", "quantity", "0", "nicht kleiner als 1"),
        ("assets", "NAS", "quantity", "-3", "nicht kleiner als 1"),
        ("assets", "NAS", "quantity", "1000000", "nicht größer als 100.000"),
        ("assets", "NAS", "quantity", "", "darf nicht leer sein"),
        ("assets", "NAS", "quantity", "zwei", "zwei"),
        ("assets", "NAS", "cost", "-5", "nicht kleiner als 0"),
        ("assets", "NAS", "cost", "99999999999999999", "99999999999999999"),
        ("assets", "NAS", "cost", "viel", "viel"),
        ("assets", "NAS", "purchase_date", "31.02.2024", "29 Tage"),
        ("assets", "NAS", "purchase_date", "01.01.1026", "außerhalb von 1900 bis 2199"),
        ("assets", "NAS", "purchase_date", "01.01.1950", "außerhalb der Jahre 1980 bis 2100"),
        ("assets", "NAS", "retired_on", "01.01.2019", "bevor es gekauft wurde"),
        ("assets", "NAS", "name", "", "darf nicht leer sein"),
        ("assets", "NAS", "name", LONG, "höchstens 500 Zeichen"),
        ("assets", "NAS", "service_life_years", "0", "nicht kleiner als 1"),
        ("contracts", "Wartung", "agreed_end", "01.01.2020", "Prüfen Sie"),
        ("contracts", "Wartung", "term_months", "-1", "nicht kleiner als"),
    ],
)
def test_a_typed_value_that_cannot_be_is_refused_and_stays_in_the_cell(
    walk_with_file: tuple[Walk, Path], tab: str, row: str, column: str, typed: str, words: str
) -> None:
    walk, path = walk_with_file
    before = (content_of_copy(path, path.parent), walk.place.company.workspace.undo_label)
    walk.page("inventory")
    walk.tab(tab)
    walk.cell(row, column)
    walk.press(Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert isinstance(editor, QLineEdit)
    editor.setText(typed)
    walk.press(Qt.Key.Key_Return)
    one_sentence(note_of(walk).removeprefix("■ "), words)
    assert editor.text() == typed
    assert (content_of_copy(path, path.parent), walk.place.company.workspace.undo_label) == before
    walk.press(Qt.Key.Key_Escape)
    assert note_of(walk) == ""


@pytest.fixture(scope="module")
def walk_with_file(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Walk, Path]]:
    path = company_file(tmp_path_factory.mktemp("values"))
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        yield walk, path


def test_values_that_cannot_be_are_named_row_by_row_and_kept_as_notes(run: Run, tmp_path: Path) -> None:
    path, table = company_file(tmp_path), tmp_path / "liste.csv"
    rows = (
        "PC 1;0;100;01.02.2020", "PC 2;-4;100;01.02.2020", "PC 3;1;-100;01.02.2020",
        "PC 4;1;99999999999999999;01.02.2020", "PC 5;1;100;31.02.2020", "PC 6;1;100;01.01.1026",
        "PC 7;;;03.03.2021",
    )  # fmt: skip
    table.write_text("Gerät;Anzahl;Kaufpreis;Kaufdatum\n" + "\n".join(rows) + "\n", encoding="utf-8")
    ended = run("import", path, table)
    assert (ended.code, ended.err) == (0, "")
    said = ended.out.split("▲ Zeile ")[1:]
    refusals = ("kleiner als 1", "kleiner als 1", "kleiner als 0", "zu groß", "31.02.2020", "01.01.1026")
    for part, words in zip(said, refusals, strict=False):
        assert words in part
    company = open_company(path, today=NOW.date())
    assets = {asset.name: asset for asset in company.data.all(Asset)}
    company.close()
    assert [assets[f"PC {n}"].quantity for n in range(1, 8)] == [1] * 7
    assert [assets[f"PC {n}"].cost for n in (3, 4, 7)] == [None] * 3
    assert [assets[f"PC {n}"].purchase_date for n in (5, 6)] == [None] * 2
    for number, typed in enumerate(
        ("0", "-4", "-100", "99999999999999999", "31.02.2020", "01.01.1026"), start=1
    ):
        assert typed in assets[f"PC {number}"].note


def test_the_calls_own_values_are_checked_too(run: Run, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    before = path.read_bytes()
    for words, code in (
        (("show", path, "backlog", "--on", "2026-02-31"), 2),
        (("show", path, "backlog", "--on", "31.02.2026"), 2),
        (("new", tmp_path / "ohne.vcio", "--name", ""), 3),
        (("screenshots", path, tmp_path / "p", "--size", "0x0"), 2),
        (("export", path, tmp_path / "falsch.pdf"), 3),
    ):
        ended = run(*words)
        assert (ended.code, ended.out) == (code, ""), words
        one_sentence(ended.err, "")
    assert path.read_bytes() == before and sorted(tmp_path.iterdir()) == [path]


def test_a_workbook_for_a_folder_that_is_not_there_is_refused(run: Run, tmp_path: Path) -> None:
    path, gone = company_file(tmp_path), tmp_path / "weg" / "bestand.xlsx"
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        walk.page("inventory")
        walk.inventory.part.export.write(gone)
        wait_until(walk.place.message.isVisible, "the refusal")
        one_sentence(walk.place.message.text(), "weg“ gibt es nicht")
        type_and_save(walk, "lebt")
    ended = run("export", path, gone)
    assert ended.code == 3
    one_sentence(ended.err, "weg“ gibt es nicht")
