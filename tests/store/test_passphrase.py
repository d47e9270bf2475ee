"""A passphrase locks the file; it can be set, changed and removed while the company is open."""

from pathlib import Path

import pytest

from tests.store.example_company import create, in_file, in_memory, only
from virtualcio.errors import RefusedFile, RefusedValue, WrongPassphrase
from virtualcio.model import Asset
from virtualcio.store.passphrase import change_passphrase
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

ODD = "Größe 'n\" mit; Leer -- ü"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "firma.vcio"


def test_a_file_with_a_passphrase_shows_nothing_without_it(path: Path) -> None:
    workspace = create(path, ODD)
    assert workspace.encrypted
    with workspace.change(Message("Renamed")):
        only(workspace, Asset).name = "SRV-02"
    expected = in_memory(workspace.data)
    workspace.close()

    assert b"SRV-02" not in path.read_bytes()
    assert not path.read_bytes().startswith(b"SQLite")
    for wrong in (None, "", "anders", ODD.lower()):
        with pytest.raises(WrongPassphrase):
            Workspace.open(path, wrong)
    assert in_file(path, ODD) == expected


def test_a_passphrase_for_a_file_without_one_does_no_harm(path: Path) -> None:
    create(path).close()
    workspace = Workspace.open(path, "unnötig")
    assert not workspace.encrypted
    workspace.close()


def test_a_passphrase_is_set_changed_and_removed_and_work_goes_on(path: Path) -> None:
    workspace = create(path)
    asset = only(workspace, Asset)
    for number, passphrase in enumerate(["eins", ODD, None, "drei"]):
        change_passphrase(workspace, passphrase)
        assert workspace.encrypted == (passphrase is not None)
        with workspace.change(Message("Renamed")):
            asset.name = f"SRV-{number}"
        workspace.undo()
        workspace.redo()
        assert path.read_bytes().startswith(b"SQLite") == (passphrase is None)
    expected = in_memory(workspace.data)
    workspace.close()
    assert in_file(path, "drei") == expected
    assert sorted(path.parent.iterdir()) == [path]


def test_undo_reaches_back_before_the_passphrase_was_set(path: Path) -> None:
    workspace = create(path)
    with workspace.change(Message("Renamed")):
        only(workspace, Asset).name = "SRV-02"
    change_passphrase(workspace, "geheim")
    workspace.close()
    workspace = Workspace.open(path, "geheim")
    workspace.undo()
    assert only(workspace, Asset).name == "SRV-01"
    workspace.close()


def test_an_empty_passphrase_is_none_at_all(path: Path) -> None:
    workspace = create(path)
    with pytest.raises(RefusedValue, match="leer"):
        change_passphrase(workspace, "")
    with pytest.raises(RefusedValue, match="leer"):
        create(path.with_name("andere.vcio"), "")
    workspace.close()


def test_a_locked_file_whose_end_is_missing_is_refused(path: Path) -> None:
    create(path, "geheim").close()
    whole = path.read_bytes()
    for kept in (len(whole) - 1, len(whole) - 4096, len(whole) // 2, 4096, 100):
        path.write_bytes(whole[:kept])
        with pytest.raises(RefusedFile):
            Workspace.open(path, "geheim")


def test_a_passphrase_of_a_company_in_memory_has_no_file_to_lock() -> None:
    with pytest.raises(RefusedFile):
        change_passphrase(create(None), "geheim")
