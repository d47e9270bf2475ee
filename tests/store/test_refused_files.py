"""What is no company file, or cannot be used, is refused with one sentence, and stays as it was."""

import os
import sqlite3
from pathlib import Path

import pytest

from tests.store.example_company import company, create, in_file, in_memory, only
from virtualcio.errors import RefusedFile, UserError, WrongPassphrase
from virtualcio.model import Asset
from virtualcio.store import schema
from virtualcio.store.database import connect_to_file, file_engine, transaction
from virtualcio.store.file_checks import conflict_copies
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message, speaking


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "Firma Söhne #1?.vcio"
    create(path).close()
    return path


def refusal(path: Path, passphrase: str | None = None) -> UserError:
    """The refusal; the file is the same afterwards, and nothing is left beside it."""
    before = path.read_bytes() if path.is_file() else None
    neighbours = sorted(path.parent.iterdir())
    with pytest.raises(RefusedFile) as refused:
        Workspace.open(path, passphrase)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert sorted(path.parent.iterdir()) == neighbours
    with speaking("en"):
        assert str(refused.value.message).endswith(".")
    return refused.value


def test_a_file_with_odd_signs_in_its_name_opens(path: Path) -> None:
    assert in_file(path)


def test_a_missing_file(tmp_path: Path) -> None:
    assert "ist nicht da" in str(refusal(tmp_path / "weg.vcio"))


def test_a_folder(tmp_path: Path) -> None:
    assert "Ordner" in str(refusal(tmp_path))


def test_an_empty_file(path: Path) -> None:
    path.write_bytes(b"")
    assert "ist leer" in str(refusal(path))


def test_a_text(path: Path) -> None:
    path.write_text("Geräteliste\n", encoding="utf-8")
    assert "keine Betriebsdatei" in str(refusal(path))


def test_junk_of_the_size_of_a_locked_file_is_asked_for_its_passphrase(path: Path) -> None:
    path.write_bytes(os.urandom(8192))
    without = refusal(path)
    assert isinstance(without, WrongPassphrase)
    assert "falls es überhaupt" in str(without)
    with_one = refusal(path, "geheim")
    assert isinstance(with_one, WrongPassphrase)
    assert "oder keine Betriebsdatei" in str(with_one)


def test_the_database_of_another_program(path: Path) -> None:
    path.unlink()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE moz_places (id INTEGER)")
    other.close()
    assert "keine Betriebsdatei" in str(refusal(path))


def test_a_file_whose_end_is_missing(path: Path) -> None:
    whole = path.read_bytes()
    for kept in (50, 100, 4096, 5000, len(whole) // 2, len(whole) - 4096, len(whole) - 1):
        path.write_bytes(whole[:kept])
        assert "Ende fehlt" in str(refusal(path))


def test_a_file_from_a_newer_program(path: Path) -> None:
    engine = file_engine(path)
    with transaction(engine, path) as connection:
        connection.exec_driver_sql(f"PRAGMA user_version = {schema.SCHEMA_VERSION + 1}")
    engine.dispose()
    assert "neueren VirtualCIO" in str(refusal(path))


def test_a_damaged_file(path: Path) -> None:
    spoiled = bytearray(path.read_bytes())
    spoiled[4096 * 3 : 4096 * 3 + 60] = b"\xff" * 60
    path.write_bytes(spoiled)
    assert "beschädigt" in str(refusal(path))


def test_a_value_that_cannot_be_is_damage_and_not_a_crash(path: Path) -> None:
    engine = file_engine(path)
    with transaction(engine, path) as connection:
        connection.exec_driver_sql("UPDATE asset SET category = 'sesrver', purchase_date = '2019-13-01'")
    engine.dispose()
    assert "beschädigt" in str(refusal(path))


def test_a_table_that_is_not_as_its_number_says_is_damage_and_not_a_crash(path: Path) -> None:
    engine = file_engine(path)
    with transaction(engine, path) as connection:
        connection.exec_driver_sql("ALTER TABLE asset RENAME COLUMN cost TO cosu")
    engine.dispose()
    assert "beschädigt" in str(refusal(path))


def test_a_text_that_is_no_text_is_damage_and_not_a_crash(path: Path) -> None:
    engine = file_engine(path)
    with transaction(engine, path) as connection:
        connection.exec_driver_sql("UPDATE asset SET name = CAST(x'53ff' AS TEXT)")
    engine.dispose()
    assert "beschädigt" in str(refusal(path))


def test_a_write_protected_file_can_be_read_but_not_changed(path: Path) -> None:
    path.chmod(0o444)
    before = path.read_bytes()
    workspace = Workspace.open(path)
    assert workspace.read_only
    with (
        pytest.raises(RefusedFile, match="schreibgeschützt"),
        workspace.change(Message("Renamed")),
    ):
        only(workspace, Asset).name = "SRV-02"
    assert only(workspace, Asset).name == "SRV-01"
    assert workspace.history()
    workspace.close()
    assert path.read_bytes() == before
    assert sorted(path.parent.iterdir()) == [path]


def test_two_windows_may_read_a_write_protected_file(path: Path) -> None:
    path.chmod(0o444)
    one, other = Workspace.open(path), Workspace.open(path)
    assert in_memory(one.data) == in_memory(other.data)
    one.close()
    other.close()


def test_a_new_file_does_not_write_over_another(path: Path) -> None:
    before = path.read_bytes()
    with pytest.raises(RefusedFile, match="schon eine Datei"):
        Workspace.create(path, company())
    assert path.read_bytes() == before


def test_a_new_file_needs_its_folder(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile, match="Ordner „weg“"):
        Workspace.create(tmp_path / "weg" / "firma.vcio", company())


def test_a_new_file_whose_name_is_too_long(tmp_path: Path) -> None:
    with pytest.raises(RefusedFile):
        Workspace.create(tmp_path / f"{'x' * 252}.vcio", company())
    assert list(tmp_path.iterdir()) == []


def test_a_file_that_another_program_is_writing_is_refused_after_a_while(path: Path) -> None:
    workspace = Workspace.open(path)
    other = connect_to_file(path)
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(RefusedFile, match="anderes Programm"), workspace.change(Message("Renamed")):
        only(workspace, Asset).name = "SRV-02"
    assert only(workspace, Asset).name == "SRV-01"
    other.execute("ROLLBACK")
    other.close()
    with workspace.change(Message("Renamed")):
        only(workspace, Asset).name = "SRV-03"
    expected = in_memory(workspace.data)
    workspace.close()
    assert in_file(path) == expected


def test_copies_that_a_sync_program_made_are_recognised(path: Path) -> None:
    stem = path.stem
    copies = [
        path.with_name(f"{stem}.sync-conflict-20261122-114500-ABCDEFG.vcio"),
        path.with_name(f"{stem} (Ines Brandt's conflicted copy 2026-11-22).vcio"),
        path.with_name(f"{stem} (In Konflikt stehende Kopie von Ines 2026-11-22).vcio"),
    ]
    for copy in [*copies, path.with_name("Andere Firma.vcio"), path.with_name(f"{stem} Kopie.vcio")]:
        copy.write_bytes(b"")
    assert sorted(conflict_copies(path)) == sorted(copies)
    workspace = Workspace.open(path)
    assert len(workspace.conflict_copies) == 3
    workspace.close()
