# ruff: noqa: PT012 - what is refused is the whole block of a change, not one statement in it
"""One door for writes: each change is whole, announced once, and leaves no trace if it is refused."""

from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy.exc import IntegrityError

from tests.store.example_company import create, in_database, in_file, in_memory, only
from virtualcio.errors import RefusedFile
from virtualcio.model import Application, Asset, AssetApplication, Company, Site, Supplier
from virtualcio.store.database import transaction
from virtualcio.store.workspace import Change, Workspace
from virtualcio.texts import Message

RENAMED = Message("Renamed")


@pytest.fixture
def workspace() -> Workspace:
    return create(None)


def test_what_is_changed_stands_in_the_file_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    workspace = create(path)
    with workspace.change(RENAMED) as edit:
        only(workspace, Asset).name = "SRV-02"
        edit.add(Site(name="Werk 2"))
    expected = in_memory(workspace.data)
    workspace.close()

    assert in_file(path) == expected
    opened = Workspace.open(path)
    assert [site.name for site in opened.data.all(Site)] == ["Werk 1", "Werk 2"]
    assert only(opened, Asset).name == "SRV-02"
    assert only(opened, Asset).cost == Decimal("8450.50")
    opened.close()


def test_a_change_is_announced_once_with_what_it_touched(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.subscribe(heard.append)
    asset, site = only(workspace, Asset), only(workspace, Site)
    with workspace.change(Message("{count} entries changed", {"count": 2})):
        asset.name = "SRV-02"
        site.name = "Werk Nord"

    assert len(heard) == 1
    assert heard[0].kind == "edit"
    assert heard[0].touched == {Asset: frozenset({asset.id}), Site: frozenset({site.id})}
    assert heard[0].kinds == {Asset, Site}
    assert str(heard[0].label) == "2 entries changed"


def test_a_listener_that_left_hears_nothing_more(workspace: Workspace) -> None:
    heard: list[Change] = []
    unsubscribe = workspace.subscribe(heard.append)
    unsubscribe()
    with workspace.change(RENAMED):
        only(workspace, Asset).name = "SRV-02"
    assert heard == []


def test_a_listener_that_fails_keeps_nobody_else_from_hearing(workspace: Workspace) -> None:
    heard: list[Change] = []

    def fail(_change: Change) -> None:
        raise ZeroDivisionError

    workspace.subscribe(fail)
    workspace.subscribe(heard.append)
    with pytest.raises(ZeroDivisionError), workspace.change(RENAMED):
        only(workspace, Asset).name = "SRV-02"
    assert len(heard) == 1
    assert in_memory(workspace.data) == in_database(workspace)


def test_what_was_changed_and_set_back_is_no_change(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.subscribe(heard.append)
    asset = only(workspace, Asset)
    entries = len(workspace.history())
    with workspace.change(RENAMED) as edit:
        asset.name = "SRV-02"
        asset.name = "SRV-01"
        site = Site(name="Werk 2")
        edit.add(site)
        edit.delete(site)
        link = only(workspace, AssetApplication)
        edit.delete(link)
        edit.add(link)
    assert heard == []
    assert workspace.undo_label is None
    assert len(workspace.history()) == entries
    assert in_memory(workspace.data, versions=True) == in_database(workspace, versions=True)


def test_an_error_inside_the_block_undoes_the_whole_block(workspace: Workspace) -> None:
    before, order = in_memory(workspace.data, versions=True), list(workspace.data.all(Application))
    with pytest.raises(ZeroDivisionError), workspace.change(RENAMED) as edit:
        only(workspace, Asset).name = "SRV-02"
        edit.delete(only(workspace, AssetApplication))
        edit.delete(order[0])
        edit.add(Application(name="PIM"))
        raise ZeroDivisionError
    assert in_memory(workspace.data, versions=True) == before == in_database(workspace, versions=True)
    assert list(workspace.data.all(Application)) == order
    assert workspace.undo_label is None


def test_a_row_that_others_refer_to_cannot_go_alone(workspace: Workspace) -> None:
    before = in_memory(workspace.data, versions=True)
    supplier = only(workspace, Supplier)
    with pytest.raises(IntegrityError), workspace.change(RENAMED) as edit:
        only(workspace, Asset).name = "SRV-02"
        edit.delete(supplier)
    assert in_memory(workspace.data, versions=True) == before == in_database(workspace, versions=True)
    assert only(workspace, Supplier) is supplier
    # and the door works as before
    with workspace.change(RENAMED):
        supplier.name = "Systemhaus Süd"
    assert in_memory(workspace.data) == in_database(workspace)


def test_a_change_inside_another_is_part_of_it(workspace: Workspace) -> None:
    heard: list[Change] = []
    workspace.subscribe(heard.append)
    with workspace.change(Message("Outer")):
        only(workspace, Asset).name = "SRV-02"
        with workspace.change(Message("Inner")) as inner:
            inner.add(Site(name="Werk 2"))
        assert heard == []
    assert [str(change.label) for change in heard] == ["Outer"]
    workspace.undo()
    assert only(workspace, Asset).name == "SRV-01"
    assert only(workspace, Site).name == "Werk 1"


def test_an_inner_change_that_fails_takes_only_itself_back(workspace: Workspace) -> None:
    asset = only(workspace, Asset)
    with workspace.change(Message("Outer")):
        asset.name = "SRV-02"
        with pytest.raises(ZeroDivisionError), workspace.change(Message("Inner")) as inner:
            asset.name = "SRV-03"
            inner.add(Site(name="Werk 2"))
            raise ZeroDivisionError
        assert asset.name == "SRV-02"
    assert asset.name == "SRV-02"
    assert workspace.data.count(Site) == 1
    assert in_memory(workspace.data) == in_database(workspace)


def test_links_are_followed_in_both_directions_at_any_moment(workspace: Workspace) -> None:
    data = workspace.data
    site, asset = only(workspace, Site), only(workspace, Asset)
    assert list(data.where(Asset, "site_id", site.id)) == [asset]
    with workspace.change(RENAMED) as edit:
        asset.site_id = None
        assert list(data.where(Asset, "site_id", site.id)) == []
        edit.delete(site)
        assert data.get(Site, site.id) is None
    assert list(data.where(Asset, "site_id", None)) == [asset]
    workspace.undo()
    assert list(data.where(Asset, "site_id", site.id)) == [asset]


def test_results_are_told_when_their_kinds_change_and_also_when_a_change_is_refused(
    workspace: Workspace,
) -> None:
    data = workspace.data
    assets, sites = data.revision({Asset}), data.revision({Site})
    with workspace.change(RENAMED):
        only(workspace, Asset).name = "SRV-02"
        inside = data.revision({Asset})
        assert inside != assets
    assert data.revision({Site}) == sites
    with pytest.raises(ZeroDivisionError), workspace.change(RENAMED):
        only(workspace, Site).name = "Werk 2"
        refused = data.revision({Site})
        raise ZeroDivisionError
    assert data.revision({Site}) != refused


def test_nothing_is_written_past_the_door(workspace: Workspace) -> None:
    asset = only(workspace, Asset)
    with pytest.raises(RuntimeError, match="outside"):
        asset.name = "SRV-02"
    with pytest.raises(RuntimeError, match="not to be set"), workspace.change(RENAMED):
        asset.version = 7
    with pytest.raises(RuntimeError, match="not to be set"), workspace.change(RENAMED):
        asset.id = "0" * 32
    assert in_memory(workspace.data) == in_database(workspace)


def test_a_new_record_is_free_until_it_is_added_and_again_when_it_is_refused(workspace: Workspace) -> None:
    site = Site(name="Werk 2")
    with pytest.raises(ZeroDivisionError), workspace.change(RENAMED) as edit:
        edit.add(site)
        raise ZeroDivisionError
    site.name = "Werk 3"
    with workspace.change(RENAMED) as edit:
        edit.add(site)
    assert in_database(workspace) == in_memory(workspace.data)
    with pytest.raises(RuntimeError):
        site.name = "Werk 4"
    with workspace.change(RENAMED) as edit:
        edit.delete(site)
    site.name = "free again"


def test_the_same_row_is_not_added_or_deleted_twice(workspace: Workspace) -> None:
    site = only(workspace, Site)
    with pytest.raises(ValueError, match="already"), workspace.change(RENAMED) as edit:
        edit.add(site)
    with pytest.raises(ValueError, match="not in"), workspace.change(RENAMED) as edit:
        edit.delete(Site(name="Werk 2"))


def test_a_version_counts_the_writes_of_a_row(workspace: Workspace) -> None:
    asset = only(workspace, Asset)
    assert asset.version == 1
    with workspace.change(RENAMED):
        asset.name = "SRV-02"
        asset.quantity = 2
    assert asset.version == 2
    workspace.undo()
    assert asset.version == 3


def test_a_row_that_went_and_came_again_is_never_taken_for_what_it_was(workspace: Workspace) -> None:
    site = Site(name="Werk 2")
    seen = []
    for name in ("Werk 2", "Werk 3"):
        with workspace.change(RENAMED) as edit:
            edit.add(site)
        seen.append(site.version)
        with workspace.change(RENAMED) as edit:
            edit.delete(site)
        site.name = name
    assert seen == sorted(set(seen))
    assert in_memory(workspace.data, versions=True) == in_database(workspace, versions=True)


def test_a_closed_company_takes_no_change(workspace: Workspace) -> None:
    workspace.close()
    with pytest.raises(RuntimeError, match="closed"), workspace.change(RENAMED):
        pass


def test_a_new_company_has_its_first_rows_and_nothing_to_undo(tmp_path: Path) -> None:
    workspace = create(tmp_path / "firma.vcio")
    assert workspace.undo_label is None
    assert workspace.undo() is None
    assert workspace.redo() is None
    assert in_memory(workspace.data) == in_database(workspace)
    assert only(workspace, Company).name == "Metallbau Söhne GmbH"
    workspace.close()


def test_a_file_that_was_changed_elsewhere_is_not_written_over(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    workspace = create(path)
    from virtualcio.store.database import file_engine

    other = file_engine(path)
    with transaction(other, path) as connection:
        connection.exec_driver_sql("UPDATE site SET name = 'Werk 9'")
    other.dispose()
    with pytest.raises(RefusedFile, match="woanders"), workspace.change(RENAMED):
        only(workspace, Asset).name = "SRV-02"
    assert only(workspace, Asset).name == "SRV-01"
    workspace.close()


def test_a_file_that_was_replaced_while_open_is_not_written_to(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    create(tmp_path / "other.vcio").close()
    workspace = create(path)
    (tmp_path / "other.vcio").replace(path)
    replaced = path.read_bytes()
    with pytest.raises(RefusedFile), workspace.change(RENAMED):
        only(workspace, Asset).name = "SRV-02"
    assert path.read_bytes() == replaced
    workspace.close()
