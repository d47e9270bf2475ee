"""The verbs that make, copy and check files."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.cli.conftest import Run
from virtualcio.model import Asset
from virtualcio.store.workspace import Workspace


def test_demo_writes_the_demo_company_with_nothing_to_undo(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.vcio"
    ended = run("demo", path)

    assert ended.code == 0 and str(path) in ended.out
    workspace = Workspace.open(path)
    assert workspace.data.company.name == "Brenner Metallbau GmbH"
    assert workspace.undo_label is None
    workspace.close()


def test_demo_writes_over_nothing(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "demo.vcio"
    path.write_bytes(b"mine")

    assert run("demo", path).code == 3
    assert path.read_bytes() == b"mine"


def test_new_makes_an_empty_company_of_that_name(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "neu.vcio"
    ended = run("new", path, "--name", "  Müller & Söhne KG ", "--json")

    assert ended.code == 0 and json.loads(ended.out)["company"] == "Müller & Söhne KG"
    workspace = Workspace.open(path)
    assert workspace.data.company.name == "Müller & Söhne KG" and workspace.data.count(Asset) == 0
    workspace.close()


def test_a_company_needs_a_name(run: Run, tmp_path: Path) -> None:
    ended = run("new", tmp_path / "neu.vcio", "--name", "  ")

    assert ended.code == 3 and ended.err.count("\n") == 1
    assert not (tmp_path / "neu.vcio").exists()


def test_export_writes_every_table_and_the_figures_in_front(run: Run, demo: Path, tmp_path: Path) -> None:
    out = tmp_path / "bestand.xlsx"
    ended = run("export", demo, out)

    assert ended.code == 0 and str(out) in ended.out
    book = load_workbook(out)
    assert book.sheetnames[:3] == ["Übersicht", "Investitionsstau", "Investitionsbedarf"]
    assert {"Infrastruktur", "Anwendungen", "Verträge", "Prozesse", "Standorte", "Lieferanten"} <= set(
        book.sheetnames
    )
    assert {"Ziele", "Kennzahlen", "Vorhaben", "Rangfolge", "Auslastung", "Zeitplan", "Hinweise"} <= set(
        book.sheetnames
    )
    assert book["Infrastruktur"].max_row == 55


def test_export_speaks_english_if_asked(run: Run, demo: Path, tmp_path: Path) -> None:
    run("export", demo, tmp_path / "inventory.xlsx", "--lang", "en")

    assert load_workbook(tmp_path / "inventory.xlsx").sheetnames[0] == "Overview"


@pytest.mark.parametrize("name", ["bestand.pdf", "demo.vcio", "bestand"])
def test_export_writes_workbooks_only_and_never_over_the_company(
    run: Run, demo: Path, tmp_path: Path, name: str
) -> None:
    before = demo.read_bytes()
    ended = run("export", demo, tmp_path / name)

    assert ended.code == 3 and ".xlsx" in ended.err
    assert demo.read_bytes() == before


def test_verify_says_that_all_is_well(run: Run, demo: Path) -> None:
    ended = run("verify", demo)
    answer = json.loads(run("verify", demo, "--json").out)

    assert ended.code == 0 and "Alles ist so, wie es gespeichert wurde." in ended.out
    assert answer["ok"] is True and answer["rows"] > 300 and answer["problems"] == []


def test_verify_finds_a_flipped_letter_and_mends_it(run: Run, demo: Path) -> None:
    content, name = demo.read_bytes(), "CAD-Arbeitsplätze".encode()
    places = [n for n in range(len(content)) if content.startswith(name, n)]
    # the row itself, not its image in the journal: that is JSON, where ä is written otherwise or in quotes
    row = next(n for n in places if content[n - 1 : n] != b'"')
    demo.write_bytes(content[:row] + b"X" + content[row + 1 :])

    found = run("verify", demo)
    mended = run("verify", demo, "--mend")

    assert found.code == 1 and "■" in found.out and "--mend" in found.out
    assert mended.code == 0 and "1 davon wiederhergestellt" in mended.out
    assert run("verify", demo).code == 0


def test_backup_copies_to_a_name_a_folder_or_beside_the_file(run: Run, demo: Path, tmp_path: Path) -> None:
    folder = tmp_path / "stick"
    folder.mkdir()

    assert run("backup", demo, tmp_path / "kopie.vcio").code == 0
    assert run("backup", demo, folder).code == 0
    assert run("backup", demo).code == 0

    copies = [tmp_path / "kopie.vcio", *folder.iterdir(), *(p for p in tmp_path.glob("demo *.vcio"))]
    assert len(copies) == 3
    for copy in copies:
        assert run("verify", copy).code == 0


def test_backup_writes_over_nothing(run: Run, demo: Path, tmp_path: Path) -> None:
    (tmp_path / "kopie.vcio").write_bytes(b"mine")

    assert run("backup", demo, tmp_path / "kopie.vcio").code == 3
    assert (tmp_path / "kopie.vcio").read_bytes() == b"mine"


def test_a_locked_file_opens_with_its_passphrase_only(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, secret = tmp_path / "geheim.vcio", tmp_path / "kennwort.txt"
    secret.write_text("Sägeblatt 7\n", encoding="utf-8")
    assert run("new", path, "--name", "Geheim AG", "--passphrase-file", secret).code == 0

    assert run("show", path, "assets").code == 3
    assert run("show", path, "assets", "--passphrase-file", secret).code == 0
    assert run("verify", path, "--passphrase-file", secret).code == 0
    monkeypatch.setenv("VIRTUALCIO_PASSPHRASE", "falsch")
    wrong = run("show", path, "assets")
    assert wrong.code == 3 and wrong.err.count("\n") == 1
    monkeypatch.setenv("VIRTUALCIO_PASSPHRASE", "Sägeblatt 7")
    assert run("show", path, "assets").code == 0


def test_a_passphrase_file_that_is_not_there_is_named(run: Run, demo: Path, tmp_path: Path) -> None:
    ended = run("show", demo, "assets", "--passphrase-file", tmp_path / "fehlt.txt")

    assert ended.code == 3 and "fehlt.txt" in ended.err


def test_pictures_of_a_file_that_is_not_there_are_refused(run: Run, tmp_path: Path) -> None:
    ended = run("screenshots", tmp_path / "fehlt.vcio", tmp_path / "bilder")

    assert ended.code == 3 and "fehlt.vcio" in ended.err and ended.err.count("\n") == 1
