"""The server that several tests share."""

from collections.abc import Callable, Iterator

import pytest

from tests.store.servers import new_database, running_server


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with running_server() as address:
        yield address


@pytest.fixture
def database(server: str, request: pytest.FixtureRequest) -> Callable[[], str]:
    """Makes a new, empty database and gives its address."""
    count = 0

    def make() -> str:
        nonlocal count
        count += 1
        return new_database(server, f"{request.node.name}-{count}"[-60:])

    return make
