"""Backups: whole, thinned out, made by themselves, and restored with the same content."""

from datetime import datetime, timedelta
from pathlib import Path

import pytest

from tests.store.example_company import create, in_file, in_memory, only
from virtualcio import places
from virtualcio.errors import RefusedFile, WrongPassphrase
from virtualcio.model import Asset
from virtualcio.store import journal
from virtualcio.store.backup_schedule import BackupSchedule
from virtualcio.store.backups import (
    Backup,
    backup_now,
    backup_to,
    list_backups,
    restore,
    surplus_backups,
)
from virtualcio.store.database import transaction
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

MOMENT = datetime(2026, 11, 22, 14, 0)  # noqa: DTZ001 - local time, as in the names of backups


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "firma.vcio"


def rename(workspace: Workspace, name: str) -> None:
    with workspace.change(Message("Renamed")):
        only(workspace, Asset).name = name


def copy_id(path: Path) -> str:
    workspace = Workspace.open(path)
    with transaction(workspace._engine, path) as connection:
        found = journal.copy_id(connection)
    workspace.close()
    return found


@pytest.mark.parametrize("passphrase", [None, "geheim"])
def test_a_backup_of_an_open_company_holds_the_last_change(
    path: Path, tmp_path: Path, passphrase: str | None
) -> None:
    workspace = create(path, passphrase)
    rename(workspace, "SRV-02")
    copy = backup_to(workspace, tmp_path / "kopie.vcio")
    rename(workspace, "SRV-03")
    workspace.undo()
    expected = in_memory(workspace.data)
    workspace.close()
    assert in_file(copy, passphrase) == expected
    assert copy.read_bytes().startswith(b"SQLite") == (passphrase is None)
    if passphrase:
        with pytest.raises(WrongPassphrase):
            Workspace.open(copy)


def test_a_backup_into_a_folder_is_named_by_day_and_time(path: Path, tmp_path: Path) -> None:
    create(path).close()
    folder = tmp_path / "Sicherung"
    folder.mkdir()
    first = backup_to(path, folder, now=MOMENT)
    second = backup_to(path, folder, now=MOMENT)
    assert [first.name, second.name] == ["firma 2026-11-22 140000.vcio", "firma 2026-11-22 140000-2.vcio"]


def test_a_backup_writes_over_nothing(path: Path, tmp_path: Path) -> None:
    create(path).close()
    there = tmp_path / "da.vcio"
    there.write_text("wichtig", encoding="utf-8")
    with pytest.raises(RefusedFile, match="schon eine Datei"):
        backup_to(path, there)
    assert there.read_text("utf-8") == "wichtig"


def test_a_damaged_file_makes_no_backup(path: Path, tmp_path: Path) -> None:
    create(path).close()
    spoiled = bytearray(path.read_bytes())
    spoiled[4096 * 3 : 4096 * 3 + 60] = b"\xff" * 60
    path.write_bytes(spoiled)
    with pytest.raises(RefusedFile, match="beschädigt"):
        backup_to(path, tmp_path / "kopie.vcio")
    assert sorted(tmp_path.iterdir()) == [path]


def test_own_backups_are_listed_the_newest_first_also_when_the_file_is_gone(path: Path) -> None:
    create(path).close()
    for hours in (1, 3, 2):
        backup_now(path, now=MOMENT + timedelta(hours=hours))
    path.unlink()
    assert [backup.made_at.hour for backup in list_backups(path)] == [17, 16, 15]
    assert list_backups(path.with_name("andere.vcio")) == []
    assert all(backup.path.is_relative_to(places.user_dir()) for backup in list_backups(path))


def test_backups_are_thinned_out_to_days_weeks_and_months() -> None:
    every_six_hours = [
        Backup(Path(str(number)), MOMENT - timedelta(hours=6 * number)) for number in range(4 * 400)
    ]
    gone = set(surplus_backups(every_six_hours, MOMENT))
    kept = [backup for backup in every_six_hours if backup not in gone]
    last_day = [backup for backup in kept if MOMENT - backup.made_at < timedelta(hours=24)]
    assert len(last_day) == 4
    # The newest of each of 12 days: 22.11. (14:00, among the four) to 11.11., each at 20:00.
    days = [MOMENT.replace(day=day, hour=20) for day in range(21, 10, -1)]
    # The newest of each of 10 weeks: this one ends on 22.11., the weeks before on a Sunday at 20:00.
    sundays = [MOMENT.replace(hour=20) - timedelta(weeks=weeks) for weeks in range(1, 10)]
    # The newest of each of 9 months: the last day of October back to March, at 20:00.
    months = [
        MOMENT.replace(month=month, day=day, hour=20)
        for month, day in [(10, 31), (9, 30), (8, 31), (7, 31), (6, 30), (5, 31), (4, 30), (3, 31)]
    ]
    assert {backup.made_at for backup in kept} == {
        *(backup.made_at for backup in last_day), *days, *sundays, *months
    }  # fmt: skip


def test_thinning_out_removes_only_backups_of_this_file(path: Path) -> None:
    create(path).close()
    for day in range(40):
        backup_now(path, now=MOMENT + timedelta(days=day))
    kept = list_backups(path)
    assert kept[0].made_at == MOMENT + timedelta(days=39)
    assert 12 < len(kept) < 40
    assert path.exists()


def test_a_restored_backup_gives_the_same_content_and_what_was_there_is_kept(path: Path) -> None:
    workspace = create(path)
    rename(workspace, "SRV-02")
    expected = in_memory(workspace.data)
    saved = backup_now(workspace, now=MOMENT)
    rename(workspace, "SRV-03")
    later = in_memory(workspace.data)
    workspace.close()
    was = copy_id(path)

    restore(saved, path)
    assert in_file(path) == expected
    assert copy_id(path) != was  # a copy of its own, so that its changes are told from the others
    kept = [backup.path for backup in list_backups(path) if backup.path != saved]
    assert [in_file(some) for some in kept] == [later]
    workspace = Workspace.open(path)
    workspace.undo()
    assert only(workspace, Asset).name == "SRV-01"
    workspace.close()


def test_a_backup_replaces_a_damaged_file_whose_bytes_are_kept(path: Path) -> None:
    workspace = create(path)
    expected = in_memory(workspace.data)
    saved = backup_now(workspace, now=MOMENT)
    workspace.close()
    path.write_bytes(b"nur noch Schrott")
    restore(saved, path)
    assert in_file(path) == expected
    kept = list((places.user_dir() / "backups" / "damaged").glob("*/*.damaged"))
    assert [some.read_bytes() for some in kept] == [b"nur noch Schrott"]


def test_a_backup_with_a_passphrase_is_restored_with_it(path: Path) -> None:
    workspace = create(path, "geheim")
    expected = in_memory(workspace.data)
    saved = backup_now(workspace, now=MOMENT)
    rename(workspace, "SRV-02")
    workspace.close()
    with pytest.raises(WrongPassphrase):
        restore(saved, path)
    restore(saved, path, "geheim")
    assert in_file(path, "geheim") == expected


def test_nothing_is_restored_over_an_open_company_or_from_junk(path: Path, tmp_path: Path) -> None:
    workspace = create(path)
    saved = backup_now(workspace, now=MOMENT)
    before = path.read_bytes()
    with pytest.raises(RefusedFile, match="anderen Fenster"):
        restore(saved, path)
    workspace.close()
    junk = tmp_path / "junk.vcio"
    junk.write_text("Schrott", encoding="utf-8")
    with pytest.raises(RefusedFile):
        restore(junk, path)
    assert path.read_bytes() == before
    assert sorted(tmp_path.iterdir()) == [path, junk]


def test_while_people_work_backups_follow_changes_but_not_each_one(path: Path) -> None:
    workspace = create(path)
    schedule = BackupSchedule(workspace)
    schedule.wait()
    assert len(list_backups(path)) == 1  # a new file, not backed up yet
    rename(workspace, "SRV-02")
    rename(workspace, "SRV-03")
    schedule.stop()
    assert len(list_backups(path)) == 1  # the half hour is not over
    workspace.close()

    workspace = Workspace.open(path)
    hasty = BackupSchedule(workspace, every=timedelta(0))
    hasty.wait()
    rename(workspace, "SRV-04")
    hasty.wait()
    assert in_file(list_backups(path)[0].path) == in_memory(workspace.data)
    made = len(list_backups(path))
    hasty.stop()
    assert len(list_backups(path)) == made  # nothing changed since
    rename(workspace, "SRV-05")
    assert len(list_backups(path)) == made
    workspace.close()


def test_a_backup_that_cannot_be_written_is_told_and_tried_again(path: Path) -> None:
    (places.user_dir() / "backups").write_text("no folder", encoding="utf-8")
    workspace = create(path)
    schedule = BackupSchedule(workspace, every=timedelta(0))
    schedule.wait()
    assert schedule.problem is not None
    assert "Sicherung" in str(schedule.problem)
    (places.user_dir() / "backups").unlink()
    rename(workspace, "SRV-02")
    schedule.wait()
    assert schedule.problem is None
    assert len(list_backups(path)) == 1
    schedule.stop()
    workspace.close()
