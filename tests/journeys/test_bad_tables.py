"""Tables that cannot be read, or hold what nobody expects, in window and command line."""

from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from tests.cli.conftest import Run, run
from tests.journeys.bad_files import HEADER, REFUSED_TABLES, state_of, with_macros, workbook
from tests.journeys.bad_input import SAMPLES, company_file, one_sentence
from tests.journeys.walk import CTRL, SHIFT, Walk, a_walk, in_file, wait_until
from virtualcio.model import Asset, Contract
from virtualcio.ui.importing.import_page import ImportPage

__all__ = ["run"]


def test_what_is_no_table_is_refused_in_the_window_and_the_next_list_is_read(tmp_path: Path) -> None:
    path = company_file(tmp_path)
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        for name, (make, words) in REFUSED_TABLES.items():
            table = tmp_path / name
            make(table)
            before = (state_of(table), path.read_bytes())
            walk.place.go("import", record=str(table))
            wait_until(lambda name=name: name in said_by_import(walk), name)  # type: ignore[misc]
            one_sentence(said_by_import(walk), words, name)
            assert (state_of(table), path.read_bytes()) == before
            assert not [button for button in walk.buttons() if "übernehmen" in button.text()]
        walk.place.go("import", record=str(SAMPLES / "vertraege.csv"))
        wait_until(lambda: "vertraege.csv" in shown_plan(walk), "the preview")
        walk.click("12 Zeilen übernehmen")
    assert len(in_file(path, Contract)) == 13


def said_by_import(walk: Walk) -> str:
    """The message of the window, or the problem that the preview shows."""
    page = walk.place.current_page
    assert isinstance(page, ImportPage)
    if page.preview.isVisible() and page.preview.problem.isVisible():
        return page.preview.problem.text()
    return walk.place.message.text() if walk.place.message.isVisible() else ""


def shown_plan(walk: Walk) -> str:
    plan = walk.importing.preview.plan
    return plan.file_name if plan is not None else ""


def test_what_is_no_table_is_refused_by_the_command_line(run: Run, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    for name, (make, words) in REFUSED_TABLES.items():
        table = tmp_path / name
        make(table)
        before = (state_of(table), path.read_bytes())
        for dry in ((), ("--dry-run",)):
            ended = run("import", path, table, *dry)
            assert (ended.code, ended.out) == (3, ""), name
            one_sentence(ended.err, words, name)
        assert (state_of(table), path.read_bytes()) == before


def test_formulas_macros_and_wrong_extensions_are_read_for_what_they_are(run: Run, tmp_path: Path) -> None:
    path = company_file(tmp_path)
    formulas, macros, renamed = (tmp_path / n for n in ("formeln.xlsx", "makros.xlsm", "umbenannt.csv"))
    workbook(formulas, HEADER, ("PC F", "PC", "=DATE(2020,1,1)", "=100+20"))
    with_macros(macros)
    workbook(renamed, HEADER, ("PC R", "PC", "03.02.2020", 300))
    text = tmp_path / "text.xlsx"
    text.write_text("Gerät;Art;Kaufpreis\nPC T;PC;400\n", encoding="utf-8")
    ended = run("import", path, formulas, "--dry-run")
    assert "Formel" in ended.out and "=100+20" in ended.out
    assert "Sie werden nicht ausgeführt" in run("import", path, macros, "--dry-run").out
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        for table in (formulas, macros, renamed, text):
            before = table.read_bytes()
            walk.place.go("import", record=str(table))
            wait_until(lambda table=table: shown_plan(walk) == table.name, table.name)  # type: ignore[misc]
            walk.click("1 Zeile übernehmen")
            assert table.read_bytes() == before
    assets = {asset.name: asset for asset in in_file(path) if isinstance(asset, Asset)}
    assert (assets["PC F"].cost, assets["PC F"].purchase_date) == (None, None)
    assert "=DATE(2020,1,1)" in assets["PC F"].note and "=100+20" in assets["PC F"].note
    assert [assets[f"PC {sign}"].cost for sign in "1RT"] == [Decimal(100), Decimal(300), Decimal(400)]


@pytest.mark.slow
def test_a_hundred_thousand_rows_go_in_through_window_and_command_line(run: Run, tmp_path: Path) -> None:
    table, rows = tmp_path / "lang.csv", 100_000
    lines = (f"PC {n};PC;Halle {n % 20};01.05.2019;1.0{n % 90 + 10},50" for n in range(rows))
    table.write_text("\n".join(["Gerät;Art;Standort;Kaufdatum;AK netto", *lines]), encoding="utf-8")
    by_words, by_hand = company_file(tmp_path, "worte"), company_file(tmp_path, "hand")
    assert run("import", by_words, table).code == 0
    with a_walk() as walk:
        assert walk.window.tasks.open_path(by_hand)
        walk.place.go("import", record=str(table))
        wait_until(lambda: shown_plan(walk) == table.name, "the preview", seconds=120)
        walk.click("100.000 Zeilen übernehmen")
        walk.page("inventory")
        assert len(walk.inventory.part.table.records.rows) == rows + 1
        walk.press(Qt.Key.Key_Z, CTRL)
        assert len(walk.inventory.part.table.records.rows) == 1
        walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    for path in (by_words, by_hand):
        assert len(in_file(path)) == rows + 1


def test_a_table_too_long_is_refused(run: Run, tmp_path: Path) -> None:
    table, path = tmp_path / "endlos.csv", company_file(tmp_path)
    table.write_text("Gerät;Art\n" + "PC;PC\n" * 200_001, encoding="utf-8")
    before = path.read_bytes()
    ended = run("import", path, table)
    assert (ended.code, ended.out) == (3, "")
    one_sentence(ended.err, "Zeilen", "endlos.csv")
    assert path.read_bytes() == before
