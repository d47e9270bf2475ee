"""Follows a company through random changes and checks it against the database after each."""

import random
from collections.abc import Iterable

from tests.store.example_company import in_database, in_memory
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


def follow(workspace: Workspace, steps: Iterable[list[int]]) -> Follower:
    """One sequence of changes, then all of it back and forth."""
    follower = Follower(workspace)
    for numbers in steps:
        follower.step(Draw(numbers))
    _check_links(workspace)
    with transaction(workspace._engine, workspace.path) as connection:
        assert journal.read_steps(connection) == workspace._steps
    follower.back_to_the_start_and_forth()
    return follower


def follow_many(workspace: Workspace, seed: int, sequences: int) -> tuple[int, int]:
    """Sequences from the same company on: what one did is taken back before the next begins.

    Gives back how many changes were made and how many refused.
    """
    chance = random.Random(seed)
    changes = refused = 0
    for _sequence in range(sequences):
        steps = [[chance.randrange(1_000_000) for _number in range(60)] for _step in range(8)]
        follower = follow(workspace, steps)
        while workspace.undo() is not None:
            pass
        changes += len(follower.states) - 1
        refused += follower.refused
    return changes, refused
