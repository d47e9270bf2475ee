"""Long changes say how far their writing is; what ends them in between leaves nothing behind."""

from pathlib import Path

import pytest

from virtualcio.model import Asset, Company
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

MANY = 2_500


class Enough(Exception):
    pass


def test_the_writing_of_a_change_is_told_up_to_its_end(tmp_path: Path) -> None:
    workspace = Workspace.create(tmp_path / "a.vcio", Company(name="Werk"))
    told: list[tuple[int, int]] = []
    with workspace.change(Message("x"), lambda done, total: told.append((done, total))) as edit:
        for at in range(MANY):
            edit.add(Asset(name=f"PC {at}"))
    assert told[-1] == (3 * MANY, 3 * MANY)
    assert len(told) >= 9 and told == sorted(told)
    workspace.close()


@pytest.mark.parametrize("when", [1_000, MANY + 1_000, 2 * MANY + 1_000])
def test_ended_in_any_phase_file_and_memory_are_as_before(tmp_path: Path, when: int) -> None:
    path = tmp_path / "a.vcio"
    workspace = Workspace.create(path, Company(name="Werk"), records=[Asset(id="old", name="Server")])

    def end(done: int, _total: int) -> None:
        if done >= when:
            raise Enough

    def long_change() -> None:
        with workspace.change(Message("x"), end) as edit:
            workspace.data.find(Asset, "old").name = "Anders"
            for at in range(MANY):
                edit.add(Asset(name=f"PC {at}"))

    with pytest.raises(Enough):
        long_change()
    assert [one.name for one in workspace.data.all(Asset)] == ["Server"]
    assert workspace.undo_label is None
    with workspace.change(Message("y")):
        workspace.data.find(Asset, "old").name = "Server 2"
    workspace.close()
    again = Workspace.open(path)
    assert [one.name for one in again.data.all(Asset)] == ["Server 2"]
    again.close()
