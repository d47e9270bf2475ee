"""Records as they come out of a file: every column says what its row says, and none takes much memory."""

import sys
from datetime import date
from pathlib import Path

import pytest

from virtualcio.model import RECORD_KINDS, Asset, Company, Contract, Record
from virtualcio.store.images import shape_of
from virtualcio.store.loading import new_record
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

OWN_DICT = 900  # bytes of a dict that shares its keys with no other; shared ones have up to 300


def test_every_column_of_every_kind_says_what_its_row_says() -> None:
    for kind in RECORD_KINDS:
        shape = shape_of(kind)
        told = tuple(f"value of {key}" for key in shape.keys)

        assert shape.values(new_record(shape, told)) == told


@pytest.mark.parametrize("kind", RECORD_KINDS)
def test_a_row_with_nothing_but_the_usual_takes_no_dict_of_its_own(kind: type[Record]) -> None:
    shape = shape_of(kind)
    usual = tuple(kind.seldom.get(key, f"value of {key}") for key in shape.keys)
    records = [new_record(shape, usual) for _copy in range(3)]

    assert [shape.values(record) for record in records] == [usual] * 3
    assert all(sys.getsizeof(record.__dict__) < OWN_DICT for record in records)


def test_what_is_seldom_filled_in_is_a_column_like_any_other(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    made = [Asset(id="server", name="Server"), Contract(id="wartung", name="Wartung")]
    Workspace.create(path, Company(name="Muster GmbH"), records=made).close()
    workspace = Workspace.open(path)
    server, contract = workspace.data.find(Asset, "server"), workspace.data.find(Contract, "wartung")
    assert "in_use_on" in Asset.seldom and "negotiate" in Contract.seldom
    assert [server.in_use_on, contract.negotiate] == [None, ""]

    with workspace.change(Message("Filled in")):
        server.in_use_on, contract.negotiate = date(2026, 3, 1), "Preis"
    workspace.undo()
    undone = (
        workspace.data.find(Asset, "server").in_use_on,
        workspace.data.find(Contract, "wartung").negotiate,
    )
    assert undone == (None, "")
    workspace.redo()
    workspace.close()

    again = Workspace.open(path)
    assert again.data.find(Asset, "server").in_use_on == date(2026, 3, 1)
    assert again.data.find(Contract, "wartung").negotiate == "Preis"
    again.close()
