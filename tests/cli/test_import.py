"""The verb import: everything that went in, is in doubt or was left out is said, and nothing else happens."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run
from virtualcio.model import Asset, Contract, Measurement
from virtualcio.model.base import Record
from virtualcio.store.workspace import Workspace

SAMPLES = Path(__file__).parents[1] / "samples"
DEVICES, CONTRACTS = SAMPLES / "geraeteliste.xlsx", SAMPLES / "vertraege.csv"


@pytest.fixture
def empty(run: Run, tmp_path: Path) -> Path:
    path = tmp_path / "neu.vcio"
    assert run("new", path, "--name", "Muster GmbH").code == 0
    return path


def count(path: Path, kind: type[Record]) -> int:
    workspace = Workspace.open(path)
    try:
        return workspace.data.count(kind)
    finally:
        workspace.close()


def test_a_list_goes_in_as_one_undoable_step(run: Run, empty: Path) -> None:
    ended = run("import", empty, DEVICES)

    assert ended.code == 0 and "37 Zeilen übernommen." in ended.out
    workspace = Workspace.open(empty)
    assert workspace.data.count(Asset) == 37
    workspace.undo()
    assert workspace.data.count(Asset) == 0 and workspace.undo_label is None
    workspace.close()


def test_rows_left_out_are_named_with_the_reason(run: Run, empty: Path) -> None:
    out = run("import", empty, DEVICES, "--lang", "en").out

    assert "Not taken:" in out
    lines = [" ".join(line.split()) for line in out.splitlines()]
    assert "49 Summe Is a total." in lines
    assert "5 ZENTRALE Is a heading for the rows below it." in lines


def test_doubts_stand_under_their_row(run: Run, empty: Path) -> None:
    lines = run("import", empty, CONTRACTS, "--lang", "en").out.splitlines()

    row = lines.index("▲ row 5: Microsoft 365 Business Premium, 48 Nutzer")
    assert lines[row + 1] == "    “48 Nutzer” is taken as seats bought."


def test_a_dry_run_says_the_same_and_changes_nothing(run: Run, empty: Path) -> None:
    before = empty.read_bytes()
    ended = run("import", empty, CONTRACTS, "--dry-run")

    assert ended.code == 0 and "12 Zeilen würden übernommen." in ended.out
    assert empty.read_bytes() == before


def test_the_mapping_of_a_dry_run_can_be_changed_and_given_back(
    run: Run, empty: Path, tmp_path: Path
) -> None:
    plan = json.loads(run("import", empty, CONTRACTS, "--dry-run", "--json").out)
    mapping = plan["mapping"]
    assert mapping["columns"]["Vertragsnr."] == "number"
    mapping["columns"]["Vertragsnr."] = None
    mapping["skip"] = [2]
    (tmp_path / "m.json").write_text(json.dumps(mapping), encoding="utf-8")

    ended = run("import", empty, CONTRACTS, "--mapping", tmp_path / "m.json", "--json")

    assert ended.code == 1  # a row of the list was not taken, as asked for
    assert [row["row"] for row in json.loads(ended.out)["left_out"] if row["role"] == "data"] == [2]
    workspace = Workspace.open(empty)
    assert workspace.data.count(Contract) == 11
    assert {contract.number for contract in workspace.data.all(Contract)} == {""}
    workspace.close()


def test_the_same_list_twice_adds_nothing_and_says_so(run: Run, empty: Path) -> None:
    run("import", empty, CONTRACTS)
    ended = run("import", empty, CONTRACTS)

    assert ended.code == 1
    assert count(empty, Contract) == 12


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("leer.csv", b""),
        ("bild.xlsx", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"),
        ("kaputt.xlsx", b"PK\x03\x04 broken"),
        ("fehlt.csv", None),
    ],
)
def test_a_table_that_cannot_be_read_is_refused(
    run: Run, empty: Path, tmp_path: Path, name: str, content: bytes | None
) -> None:
    if content is not None:
        (tmp_path / name).write_bytes(content)
    before = empty.read_bytes()
    ended = run("import", empty, tmp_path / name)

    assert ended.code == 3 and ended.err.count("\n") == 1, ended.err
    assert empty.read_bytes() == before


@pytest.mark.parametrize("content", ["{", "[]", '{"farbe": 1}', '{"columns": {"Gibt es nicht": "name"}}'])
def test_a_mapping_that_says_something_else_is_refused(
    run: Run, empty: Path, tmp_path: Path, content: str
) -> None:
    (tmp_path / "m.json").write_text(content, encoding="utf-8")
    ended = run("import", empty, CONTRACTS, "--mapping", tmp_path / "m.json")

    assert ended.code == 3 and ended.err.count("\n") == 1, ended.err
    assert count(empty, Contract) == 0


KPIS = SAMPLES / "kennzahlen.xlsx"


def test_kpis_go_in_with_all_their_values(run: Run, empty: Path) -> None:
    ended = run("import", empty, KPIS, "--into", "kpis", "--json")

    answer = json.loads(ended.out)
    assert ended.code == 0 and answer["into"] == "kpis" and len(answer["added"]) == 4
    assert count(empty, Measurement) == 20 + 19 + 20 + 19


def test_what_happens_to_known_rows_is_chosen(run: Run, empty: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "a.csv", tmp_path / "b.csv"
    first.write_text("Ziel;Gewicht\nMehr Umsatz;40\nRuhe;\n", encoding="utf-8")
    second.write_text("Ziel;Gewicht;Termin\nMehr Umsatz;50;\nRuhe;;31.12.2027\n", encoding="utf-8")
    run("import", empty, first, "--into", "goals")

    skipped = run("import", empty, second, "--into", "goals")
    assert skipped.code == 1 and "--existing update" not in skipped.out
    planned = run("import", empty, second, "--into", "goals", "--dry-run")
    assert "2 Zeilen sind schon da, mit anderen Werten: --existing update übernimmt sie." in planned.out

    filled = json.loads(run("import", empty, second, "--into", "goals", "--existing", "fill", "--json").out)
    assert (len(filled["added"]), len(filled["updated"])) == (0, 1)
    planned = run("import", empty, second, "--into", "goals", "--existing", "update", "--dry-run", "--json")
    rows = {row["label"]: row["changes"] for row in json.loads(planned.out)["rows"] if row["role"] == "data"}
    assert rows == {"Mehr Umsatz": {"weight": {"before": "40.00", "after": "50"}}, "Ruhe": {}}
    ended = run("import", empty, second, "--into", "goals", "--existing", "update")
    assert "1 Zeile aktualisiert." in ended.out


def test_an_unknown_way_with_known_rows_is_refused(run: Run, empty: Path) -> None:
    ended = run("import", empty, KPIS, "--existing", "merge")
    assert ended.code == 2 and "skip, fill, update" in ended.err
