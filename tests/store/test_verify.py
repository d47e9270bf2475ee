"""Each row is compared with what was saved last; what the journal knows soundly is mended."""

from pathlib import Path

import pytest

from tests.store.example_company import create, in_file, in_memory, only
from virtualcio.errors import RefusedFile, WrongPassphrase
from virtualcio.model import RECORD_KINDS, Asset, Company, Site
from virtualcio.store.backups import list_backups
from virtualcio.store.database import connect_to_file
from virtualcio.store.verify import verify
from virtualcio.store.verify_reading import AT_A_TIME
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A company after some changes, some of them undone."""
    path = tmp_path / "firma.vcio"
    workspace = create(path)
    with workspace.change(Message("Changed")) as edit:
        only(workspace, Asset).name = "SRV-02"
        edit.add(Site(name="Werk 2"))
    with workspace.change(Message("Deleted")) as edit:
        edit.delete(only(workspace, Site, "Werk 2"))
    workspace.undo()
    workspace.redo()
    workspace.undo()
    workspace.close()
    return path


def spoil(path: Path, *statements: str) -> None:
    connection = connect_to_file(path, foreign_keys=False)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_a_sound_file_is_fine_and_all_rows_are_counted(path: Path) -> None:
    report = verify(path)
    assert report.ok
    assert report.problems == []
    workspace = Workspace.open(path)
    assert report.rows == sum(workspace.data.count(kind) for kind in RECORD_KINDS)
    assert verify(path).ok  # also while it is open
    workspace.close()


def test_a_value_that_nobody_changed_is_found_and_mended(path: Path) -> None:
    expected = in_file(path)
    spoil(path, "UPDATE asset SET cost = 945050", "UPDATE site SET name = CAST(x'ff' AS TEXT)")
    report = verify(path)
    assert not report.ok
    assert "„SRV-02“ ist anders, als es zuletzt gespeichert wurde." in map(str, report.problems)
    assert len(report.problems) == 3  # both sites

    mended = verify(path, mend=True)
    assert mended.ok
    assert mended.mended == 3
    assert verify(path).problems == []
    assert in_file(path) == expected
    assert len(list_backups(path)) == 1  # as it was before


def test_a_lost_row_comes_back_and_a_strange_one_goes(path: Path) -> None:
    expected = in_file(path)
    spoil(
        path,
        "DELETE FROM supplier",
        "INSERT INTO site (id, version, name, address, note) VALUES ('x', 1, 'Fremd', '', '')",
    )
    words = sorted(str(problem) for problem in verify(path).problems)
    assert words == [
        "„Fremd“ ist da, obwohl es nie gespeichert oder schon gelöscht wurde.",
        "„Systemhaus Nord“ wurde gespeichert und fehlt.",
    ]
    assert verify(path, mend=True).ok
    assert in_file(path) == expected


def test_a_damaged_image_mends_nothing(path: Path) -> None:
    spoil(path, "UPDATE journal_image SET after = replace(after, 'SRV-0', 'SRV-9')")
    report = verify(path, mend=True)
    assert not report.ok
    assert report.mended == 0
    assert "selbst beschädigt" in str(report.problems[0])
    workspace = Workspace.open(path)
    assert only(workspace, Asset).name == "SRV-02"
    workspace.close()


def test_what_cannot_be_opened_is_refused(path: Path, tmp_path: Path) -> None:
    workspace = Workspace.open(path)
    with pytest.raises(RefusedFile, match="anderen Fenster"):
        verify(path, mend=True)
    workspace.close()
    text = tmp_path / "text.vcio"
    text.write_text("kein Bestand", encoding="utf-8")
    with pytest.raises(RefusedFile, match="keine Betriebsdatei"):
        verify(text)


def test_a_file_with_a_passphrase_is_verified_with_it(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    workspace = create(path, "geheim")
    expected = in_memory(workspace.data)
    workspace.close()
    with pytest.raises(WrongPassphrase):
        verify(path)
    with pytest.raises(WrongPassphrase):
        verify(path, "anders")
    assert verify(path, "geheim").ok
    assert verify(path, "geheim", mend=True).ok
    assert in_file(path, "geheim") == expected


def test_a_check_beside_the_window_rests_and_sees_one_moment(path: Path) -> None:
    workspace = Workspace.open(path)
    rests: list[int] = []

    def rest() -> None:
        with workspace.change(Message("Changed")):  # nobody who writes meanwhile has to wait
            only(workspace, Asset).name = f"SRV-{len(rests)}"
        rests.append(1)

    assert verify(path, rest=rest).ok
    assert len(rests) > len(RECORD_KINDS)
    assert only(workspace, Asset).name == f"SRV-{len(rests) - 1}"
    workspace.close()


@pytest.fixture
def large(tmp_path: Path) -> Path:
    """More sites than are read at a time; their keys do not follow the order in which they were made."""
    path = tmp_path / "gross.vcio"
    sites = [Site(id=f"{n * 7919 % 10_007:032x}", name=f"Werk {n}") for n in range(AT_A_TIME + 500)]
    Workspace.create(path, Company(name="Groß"), records=sites).close()
    return path


def test_a_file_that_is_read_in_parts_is_compared_whole(large: Path) -> None:
    assert verify(large).rows == AT_A_TIME + 501
    last = f"{max(n * 7919 % 10_007 for n in range(AT_A_TIME + 500)):032x}"
    spoil(
        large,
        f"UPDATE site SET version = 7 WHERE id = '{last}'",
        "DELETE FROM site WHERE name = 'Werk 0'",
        "INSERT INTO site (id, version, name, address, note) VALUES ('ffff', 1, 'X', '', '')",
    )

    assert len(verify(large).problems) == 3
    assert verify(large, mend=True).ok
    assert verify(large).problems == []


def test_a_check_ends_when_another_file_takes_the_place_of_the_one_it_reads(
    large: Path, path: Path, tmp_path: Path
) -> None:
    spoil(path, "UPDATE asset SET cost = 1")
    aside = tmp_path / "aside.vcio"
    aside.write_bytes(path.read_bytes())

    def rest() -> None:
        if aside.exists():
            aside.replace(large)

    assert verify(large, rest=rest).ok  # the other file is checked when it is opened
    assert not verify(large).ok
