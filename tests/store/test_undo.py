"""Undo and redo: exact, across restarts, and visible in the history."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.store.example_company import create, in_database, in_memory, only
from virtualcio.errors import RefusedFile
from virtualcio.model import Application, Asset, Contract, Site
from virtualcio.model.journal import JournalKind
from virtualcio.store.database import transaction
from virtualcio.store.workspace import Change, Workspace
from virtualcio.texts import Message, mark


def price(workspace: Workspace, amount: str | None) -> None:
    with workspace.change(Message("Price of {name} changed", {"name": "SRV-01"})):
        only(workspace, Asset).cost = None if amount is None else Decimal(amount)


def test_undo_takes_steps_back_one_by_one_and_redo_does_them_again() -> None:
    workspace = create(None)
    states = [in_memory(workspace.data)]
    price(workspace, "1.00")
    states.append(in_memory(workspace.data))
    with workspace.change(Message("Site added")) as edit:
        edit.add(Site(name="Werk 2"))
    states.append(in_memory(workspace.data))

    assert str(workspace.undo_label) == "Site added"
    assert workspace.undo() is not None
    assert in_memory(workspace.data) == states[1]
    assert str(workspace.undo_label) == "Price of SRV-01 changed"
    assert str(workspace.redo_label) == "Site added"
    workspace.undo()
    assert in_memory(workspace.data) == states[0]
    assert workspace.undo() is None
    workspace.redo()
    workspace.redo()
    assert in_memory(workspace.data) == states[2] == in_database(workspace)
    assert workspace.redo() is None


def test_undo_and_redo_survive_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    workspace = create(path)
    for amount in ("1.00", "2.00", "3.00"):
        price(workspace, amount)
    workspace.undo()
    workspace.close()

    workspace = Workspace.open(path)
    assert str(workspace.undo_label) == "Price of SRV-01 changed"
    workspace.undo()
    assert only(workspace, Asset).cost == Decimal("1.00")
    workspace.close()

    workspace = Workspace.open(path)
    workspace.redo()
    workspace.redo()
    assert only(workspace, Asset).cost == Decimal("3.00")
    assert workspace.redo_label is None
    workspace.close()


def test_a_new_change_ends_what_could_be_redone() -> None:
    workspace = create(None)
    price(workspace, "1.00")
    workspace.undo()
    price(workspace, "2.00")
    assert workspace.redo_label is None
    workspace.undo()
    assert only(workspace, Asset).cost == Decimal("8450.50")


def test_a_deleted_row_comes_back_whole_and_with_a_higher_version() -> None:
    workspace = create(None)
    price(workspace, "1.00")
    with workspace.change(Message("Contract changed")):
        contract = only(workspace, Contract)
        contract.agreed_end = date(2027, 2, 28)
    before, version = in_memory(workspace.data), contract.version
    with workspace.change(Message("Contract deleted")) as edit:
        for kind in ("contract_asset", "contract_application", "contract_process"):
            for link in [row for row in _all(workspace) if row.__tablename__ == kind]:
                edit.delete(link)
        edit.delete(contract)
    workspace.undo()
    assert in_memory(workspace.data) == before
    assert only(workspace, Contract).version > version
    workspace.redo()
    workspace.undo()
    assert in_memory(workspace.data) == before == in_database(workspace)


def _all(workspace: Workspace) -> list[object]:
    from virtualcio.model import RECORD_KINDS

    return [record for kind in RECORD_KINDS for record in workspace.data.all(kind)]


def test_undo_announces_itself_like_any_change() -> None:
    workspace = create(None)
    price(workspace, "1.00")
    heard: list[Change] = []
    workspace.subscribe(heard.append)
    undone = workspace.undo()
    redone = workspace.redo()
    assert heard == [undone, redone]
    assert [change.kind for change in heard] == ["undo", "redo"]
    assert heard[0].touched == {Asset: frozenset({only(workspace, Asset).id})}


def test_history_says_who_changed_what_and_when_the_newest_first() -> None:
    workspace = create(None)
    asset = only(workspace, Asset)
    price(workspace, "1.00")
    with workspace.change(Message("Application renamed")):
        only(workspace, Application, "ERP").name = "Warenwirtschaft"
    workspace.undo()

    everything = workspace.history()
    assert [entry.kind for entry in everything] == [
        JournalKind.UNDO,
        JournalKind.EDIT,
        JournalKind.EDIT,
        JournalKind.BASE,
    ]
    newest, *_rest = workspace.history(asset.id)
    assert str(newest.label) == "Price of SRV-01 changed"
    assert newest.who
    assert newest.when.tzinfo is not None
    (change,) = newest.changes
    assert (change.kind, change.record_id, change.field) == (Asset, asset.id, "cost")
    assert (change.before, change.after) == (Decimal("8450.50"), Decimal("1.00"))
    assert len(workspace.history(limit=2)) == 2


def test_labels_are_kept_as_messages_and_shown_in_the_language_of_the_day(tmp_path: Path) -> None:
    inner = Message(mark("{names} and {last}"), {"names": "A", "last": "B"})
    workspace = create(tmp_path / "firma.vcio")
    with workspace.change(Message("{what}: {cost}", {"what": inner, "cost": Decimal("1.50")})):
        only(workspace, Asset).name = "SRV-02"
    workspace.close()
    workspace = Workspace.open(tmp_path / "firma.vcio")
    assert str(workspace.undo_label) == "A und B: 1.50"
    workspace.close()


def test_a_damaged_journal_is_noticed_before_anything_is_put_back(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    workspace = create(path)
    price(workspace, "1.00")
    with transaction(workspace._engine, path) as connection:
        connection.exec_driver_sql(
            "UPDATE journal_image SET before = replace(before, '845050', '845051') WHERE before IS NOT NULL"
        )
    before = in_memory(workspace.data)
    with pytest.raises(RefusedFile):
        workspace.undo()
    assert in_memory(workspace.data) == before
    workspace.close()
