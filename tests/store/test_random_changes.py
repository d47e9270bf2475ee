"""What is in memory equals what is in the database after every step of any sequence of changes."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.store.example_company import create, in_memory
from tests.store.follower import follow, follow_many
from tests.store.random_changes import KINDS


@given(st.lists(st.lists(st.integers(0, 1_000_000), max_size=40), min_size=1, max_size=12))
@settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_sequence_of_changes_can_be_undone_and_redone_exactly(steps: list[list[int]]) -> None:
    workspace = create(None)
    follow(workspace, steps)
    workspace.close()


@pytest.mark.parametrize("part", range(4))
def test_many_random_sequences_leave_memory_and_database_the_same(part: int) -> None:
    workspace = create(None)
    changes, refused = follow_many(workspace, part, sequences=115)
    workspace.close()
    assert changes > 300
    assert refused > 100


def test_the_example_company_has_a_row_of_every_kind() -> None:
    workspace = create(None)
    said = in_memory(workspace.data)
    assert {table for table, _key in said} == {kind.__tablename__ for kind in KINDS} | {"company"}
    workspace.close()
