"""What is in memory equals what is in the database after every step of any sequence of changes."""

import random
from collections.abc import Iterable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.example_company import Content, create, in_database, in_memory
from tests.store.random_changes import KINDS, Draw, one_change
from virtualcio.model.base import Record
from virtualcio.store import journal
from virtualcio.store.database import transaction
from virtualcio.store.images import shape_of
from virtualcio.store.workspace import Workspace


class Follower:
    """Knows what the company must say after each step, and which states undo must bring back."""

    def __init__(self, workspace: Workspace) -> None:
        self.workspace = workspace
        self.states = [in_memory(workspace.data)]
        self.at = 0
        self.highest: dict[str, int] = {}
        self.refused = 0

    def step(self, draw: Draw) -> None:
        before = in_memory(self.workspace.data, versions=True)
        what = draw.below(10)
        if what == 0 and self.at:
            self.workspace.undo()
            self.at -= 1
        elif what == 1 and self.at < len(self.states) - 1:
            self.workspace.redo()
            self.at += 1
        elif one_change(self.workspace, draw):
            now = in_memory(self.workspace.data)
            if now != self.states[self.at]:
                del self.states[self.at + 1 :]
                self.states.append(now)
                self.at += 1
        else:
            self.refused += 1
            assert in_memory(self.workspace.data, versions=True) == before
        self.check()

    def check(self) -> None:
        memory = in_memory(self.workspace.data, versions=True)
        assert memory == in_database(self.workspace, versions=True)
        assert in_memory(self.workspace.data) == self.states[self.at]
        for (_table, record_id), version in _versions(self.workspace).items():
            assert version >= self.highest.get(record_id, 0)
            self.highest[record_id] = version

    def back_to_the_start_and_forth(self) -> None:
        for state in reversed(self.states[: self.at]):
            self.workspace.undo()
            assert in_memory(self.workspace.data) == state
        assert self.workspace.undo() is None
        assert in_database(self.workspace) == self.states[0]
        for state in self.states[1:]:
            self.workspace.redo()
            assert in_memory(self.workspace.data) == state
        if len(self.states) > 1:  # else what an earlier sequence left can still be redone
            assert self.workspace.redo() is None
        assert in_database(self.workspace) == self.states[-1]


def _versions(workspace: Workspace) -> dict[tuple[str, str], int]:
    return {
        (kind.__tablename__, record.id): record.version
        for kind in KINDS
        for record in workspace.data.all(kind)
    }


def _check_links(workspace: Workspace) -> None:
    """The derived indexes say what looking at every record says."""
    for kind in KINDS:
        for column in shape_of(kind).table.columns:
            if column.foreign_keys:
                for value in {getattr(record, column.key) for record in workspace.data.all(kind)}:
                    indexed = workspace.data.where(kind, column.key, value)
                    assert _ids(indexed) == _ids(_looked_up(workspace, kind, column.key, value))


def _looked_up(workspace: Workspace, kind: type[Record], key: str, value: object) -> list[Record]:
    return [record for record in workspace.data.all(kind) if getattr(record, key) == value]


def _ids(records: object) -> list[str]:
    return sorted(record.id for record in records)  # type: ignore[attr-defined]  # any sequence of records


def _follow(workspace: Workspace, steps: Iterable[list[int]]) -> Follower:
    follower = Follower(workspace)
    for numbers in steps:
        follower.step(Draw(numbers))
    _check_links(workspace)
    with transaction(workspace._engine, None) as connection:
        assert journal.read_steps(connection) == workspace._steps
    follower.back_to_the_start_and_forth()
    return follower


@given(st.lists(st.lists(st.integers(0, 1_000_000), max_size=40), min_size=1, max_size=12))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_sequence_of_changes_can_be_undone_and_redone_exactly(steps: list[list[int]]) -> None:
    workspace = create(None)
    _follow(workspace, steps)
    workspace.close()


@pytest.mark.parametrize("part", range(4))
def test_many_random_sequences_leave_memory_and_database_the_same(part: int) -> None:
    """120 sequences, each from the same company on: what one did is taken back before the next begins."""
    workspace = create(None)
    chance = random.Random(part)
    changes = refused = 0
    for _sequence in range(120):
        follower = _follow(
            workspace, ([chance.randrange(1_000_000) for _n in range(60)] for _step in range(8))
        )
        while workspace.undo() is not None:
            pass
        changes += len(follower.states) - 1
        refused += follower.refused
    workspace.close()
    assert changes > 300
    assert refused > 100


def test_a_state_says_every_row(in_german: None) -> None:
    workspace = create(None)
    said: Content = in_memory(workspace.data)
    assert {table for table, _key in said} == {kind.__tablename__ for kind in KINDS} | {"company"}
