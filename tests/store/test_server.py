# ruff: noqa: PT012 - what is refused is the whole block of a change, not one statement in it
"""The same company in a PostgreSQL database: same models, same workspace, and two people at once."""

from collections.abc import Callable
from decimal import Decimal

import pytest

from tests.store.example_company import company, in_database, in_memory, only, rows
from tests.store.follower import follow_many
from virtualcio.errors import ChangedElsewhere, RefusedFile
from virtualcio.model import Application, Asset, Site, Supplier
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

RENAMED = Message("Renamed")
NewDatabase = Callable[[], str]


def test_a_company_on_a_server_is_changed_undone_and_there_again_later(database: NewDatabase) -> None:
    address = database()
    workspace = Workspace.create_server(address, company(), rows())
    with workspace.change(RENAMED) as edit:
        only(workspace, Asset).cost = Decimal("1.23")
        edit.add(Site(name="Werk 2"))
    with workspace.change(RENAMED) as edit:
        edit.delete(only(workspace, Site, "Werk 2"))
    workspace.undo()
    expected = in_memory(workspace.data)
    assert in_database(workspace) == expected
    workspace.close()

    workspace = Workspace.open_server(address)
    assert in_memory(workspace.data) == expected
    assert workspace.path is None
    assert not workspace.encrypted
    workspace.redo()
    workspace.undo()
    workspace.undo()
    assert only(workspace, Asset).cost == Decimal("8450.50")
    assert len(workspace.history()) == 7
    workspace.close()


def test_random_changes_leave_memory_and_server_the_same(database: NewDatabase) -> None:
    workspace = Workspace.create_server(database(), company(), rows())
    changes, refused = follow_many(workspace, seed=7, sequences=6)
    assert changes > 10
    assert refused > 5
    workspace.close()


def test_of_two_people_who_change_the_same_row_the_second_is_told(database: NewDatabase) -> None:
    address = database()
    ines = Workspace.create_server(address, company(), rows())
    otto = Workspace.open_server(address)
    with ines.change(RENAMED):
        only(ines, Asset).name = "Ines"
    with pytest.raises(ChangedElsewhere, match="Jemand anders"), otto.change(RENAMED):
        only(otto, Asset).name = "Otto"
        only(otto, Supplier).name = "Otto"
    assert only(otto, Asset).name == "SRV-01"
    assert only(otto, Supplier).name == "Systemhaus Nord"
    assert in_database(otto) == in_memory(ines.data)

    otto.reload()
    assert only(otto, Asset).name == "Ines"
    assert in_memory(otto.data) == in_memory(ines.data)
    with otto.change(RENAMED):
        only(otto, Asset).name = "Otto"
    with pytest.raises(ChangedElsewhere):
        ines.undo()
    assert only(ines, Asset).name == "Ines"
    ines.close()
    otto.close()


def test_two_people_who_change_different_rows_do_not_get_in_each_others_way(database: NewDatabase) -> None:
    address = database()
    ines = Workspace.create_server(address, company(), rows())
    otto = Workspace.open_server(address)
    with ines.change(RENAMED):
        only(ines, Asset).name = "Ines"
    with otto.change(RENAMED):
        only(otto, Supplier).name = "Otto"
    ines.undo()
    later = Workspace.open_server(address)
    assert only(later, Asset).name == "SRV-01"
    assert only(later, Supplier).name == "Otto"
    for workspace in (ines, otto, later):
        workspace.close()


def test_a_row_that_somebody_else_deleted_is_not_changed_or_referred_to(database: NewDatabase) -> None:
    address = database()
    ines = Workspace.create_server(address, company(), rows())
    with ines.change(RENAMED) as edit:
        crm = Application(name="PIM")
        site = Site(name="Werk 2")
        edit.add(crm)
        edit.add(site)
    otto = Workspace.open_server(address)
    with ines.change(RENAMED) as edit:
        edit.delete(crm)
    with pytest.raises(ChangedElsewhere), otto.change(RENAMED):
        only(otto, Application, "PIM").users = 3
    with pytest.raises(ChangedElsewhere), otto.change(RENAMED) as edit:
        edit.delete(only(otto, Application, "PIM"))
    ines.close()
    otto.close()


def test_a_reload_tells_what_is_different(database: NewDatabase) -> None:
    address = database()
    ines = Workspace.create_server(address, company(), rows())
    otto = Workspace.open_server(address)
    with ines.change(RENAMED) as edit:
        only(ines, Asset).name = "Ines"
        edit.add(Site(name="Werk 2"))
    asset = only(otto, Asset)
    heard = []
    otto.subscribe(heard.append)
    otto.reload()
    assert heard[0].kinds == {Asset, Site}
    assert only(otto, Asset) is asset
    assert asset.name == "Ines"
    otto.reload()
    assert len(heard) == 1
    ines.close()
    otto.close()


def test_an_empty_database_and_a_full_one_are_told_apart(database: NewDatabase) -> None:
    address = database()
    with pytest.raises(RefusedFile, match="noch kein Betrieb"):
        Workspace.open_server(address)
    Workspace.create_server(address, company()).close()
    with pytest.raises(RefusedFile, match="schon ein Betrieb"):
        Workspace.create_server(address, company())


def test_a_server_that_does_not_answer_is_one_sentence() -> None:
    with pytest.raises(RefusedFile, match="antwortet nicht"):
        Workspace.open_server("postgresql://nobody@127.0.0.1:9/nothing?connect_timeout=2")
