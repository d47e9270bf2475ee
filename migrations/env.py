"""Alembic's entry. The store calls it with a connection of its own that is inside a transaction."""

from alembic import context
from sqlalchemy import Connection

from virtualcio.model.base import Record

connection = context.config.attributes["connection"]
assert isinstance(connection, Connection)
context.configure(connection=connection, target_metadata=Record.metadata, render_as_batch=True)
context.run_migrations()
