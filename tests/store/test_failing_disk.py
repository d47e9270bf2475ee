"""A full disk, a failing write: the old state stands, and work goes on when there is room again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import Connection, event

from tests.store.example_company import Content, big_change, create, in_database, in_file, in_memory, only
from tests.store.failing_disk import files_no_larger_than
from virtualcio.errors import RefusedFile, UserError
from virtualcio.model import AssetProcess, Site
from virtualcio.store.backups import backup_to
from virtualcio.store.passphrase import change_passphrase
from virtualcio.store.verify import verify
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

pytest.importorskip("resource", reason="Windows cannot limit the size of files")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "firma.vcio"


def check_old_state(workspace: Workspace, before: Content) -> None:
    assert in_memory(workspace.data, versions=True) == before
    assert in_database(workspace, versions=True) == before


def test_on_a_full_disk_nothing_is_lost_and_work_goes_on_when_there_is_room(path: Path) -> None:
    workspace = create(path)
    before = in_memory(workspace.data, versions=True)
    with workspace._engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
    for more in range(0, 30, 3):  # the n-th new page does not fit
        with workspace._engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA max_page_count = {pages + more}")
        with pytest.raises(RefusedFile, match="kein Platz"):
            big_change(workspace)
        check_old_state(workspace, before)
    with workspace._engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    big_change(workspace)
    expected = in_memory(workspace.data)
    workspace.close()
    assert in_file(path) == expected
    assert verify(path).ok


def test_wherever_the_disk_fails_while_saving_the_old_state_stands(path: Path) -> None:
    workspace = create(path)
    size = path.stat().st_size
    failed = 0
    for limit in [*range(0, 4096, 512), *range(4096, size + 60_000, 8192)]:
        before = in_memory(workspace.data, versions=True)
        try:
            with files_no_larger_than(limit):
                big_change(workspace)
        except RefusedFile:
            failed += 1
            check_old_state(workspace, before)
        else:
            workspace.undo()
    assert failed > 30
    big_change(workspace)
    expected = in_memory(workspace.data)
    workspace.close()
    assert in_file(path) == expected
    assert verify(path).ok


def fail_at(connection_engine: object, statement: int) -> Callable[[], None]:
    """The n-th statement from now on fails. Gives back how to stop that."""
    count = 0

    def maybe_fail(*_statement: object) -> None:
        nonlocal count
        count += 1
        if count == statement:
            raise OSError("the n-th write")

    event.listen(connection_engine, "before_cursor_execute", maybe_fail)
    return lambda: event.remove(connection_engine, "before_cursor_execute", maybe_fail)


@pytest.mark.parametrize("action", ["change", "undo"])
def test_whichever_statement_of_a_change_fails_memory_and_file_are_as_before(path: Path, action: str) -> None:
    workspace = create(path)
    big_change(workspace)
    before = in_memory(workspace.data, versions=True)
    done = False
    for statement in range(1, 60):
        stop = fail_at(workspace._engine, statement)
        try:
            if action == "undo":
                workspace.undo()
            else:
                _another_change(workspace)
            done = True
        except OSError:
            check_old_state_after(stop, workspace, before)
            continue
        stop()
        break
    assert done
    assert statement > 5
    assert in_memory(workspace.data) == in_database(workspace)
    workspace.close()


def check_old_state_after(stop: Callable[[], None], workspace: Workspace, before: Content) -> None:
    stop()
    check_old_state(workspace, before)


def _another_change(workspace: Workspace) -> None:
    with workspace.change(Message("Another")) as edit:
        only(workspace, Site).name = "Werk 7"
        edit.add(Site(name="Werk 8"))
        edit.delete(workspace.data.all(AssetProcess)[0])


def test_a_commit_that_fails_leaves_no_open_transaction(path: Path) -> None:
    workspace = create(path)
    before = in_memory(workspace.data, versions=True)

    def fail(_connection: Connection) -> None:
        raise OSError("at the commit")

    event.listen(workspace._engine, "commit", fail)
    with pytest.raises(OSError, match="at the commit"):
        _another_change_with_site(workspace)
    event.remove(workspace._engine, "commit", fail)
    check_old_state(workspace, before)
    _another_change_with_site(workspace)
    workspace.close()


def _another_change_with_site(workspace: Workspace) -> None:
    with workspace.change(Message("Another")):
        only(workspace, Site).name = "Werk 7"


def test_wherever_the_disk_fails_a_backup_is_whole_or_not_there(path: Path, tmp_path: Path) -> None:
    workspace = create(path)
    expected = in_memory(workspace.data)
    size = path.stat().st_size
    for limit in range(0, size, 16384):
        target = tmp_path / f"{limit}.copy"
        with files_no_larger_than(limit), pytest.raises(UserError):
            backup_to(workspace, target)
        assert sorted(tmp_path.glob("*.copy*")) == []
    backup_to(workspace, tmp_path / "whole.copy")
    workspace.close()
    assert in_file(tmp_path / "whole.copy") == expected


def test_wherever_the_disk_fails_the_passphrase_is_the_old_one(path: Path) -> None:
    workspace = create(path)
    expected = in_memory(workspace.data)
    for limit in range(0, path.stat().st_size, 32768):
        with files_no_larger_than(limit), pytest.raises(RefusedFile):
            change_passphrase(workspace, "geheim")
        assert not workspace.encrypted
        _another_change_with_site(workspace)
        workspace.undo()
    workspace.close()
    assert in_file(path) == expected


def test_wherever_the_disk_fails_a_new_file_is_whole_or_not_there(path: Path) -> None:
    create(path).close()
    size = path.stat().st_size
    path.unlink()
    for limit in range(0, size, 16384):
        with files_no_larger_than(limit), pytest.raises(RefusedFile):
            create(path)
        assert list(path.parent.iterdir()) == []
