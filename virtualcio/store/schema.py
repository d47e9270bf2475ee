"""The tables of a company file and their number: made for a new file, upgraded in an older one."""

from sqlalchemy import Connection, MetaData, inspect, text

from virtualcio import places
from virtualcio.errors import RefusedFile
from virtualcio.model.base import Record
from virtualcio.model.journal import FileMark
from virtualcio.texts import mark

SCHEMA_VERSION = 4  # the number of the newest file in migrations/versions
APPLICATION_ID = 0x5643494F  # "VCIO", in the header of every company file

assert FileMark.metadata is Record.metadata  # the journal's tables are made together with the records'


def revision(version: int) -> str:
    """The name Alembic knows a schema by."""
    return f"{version:04}"


def make_tables(connection: Connection) -> None:
    """All tables of a new, empty database, at the newest schema."""
    tables = Record.metadata
    if connection.dialect.name != "sqlite":
        # Where references are added after the tables, SQLAlchemy marks them as never to be made together
        # with their table again. A copy takes that mark, so that files made later keep their references.
        tables = MetaData(naming_convention=tables.naming_convention)
        for table in Record.metadata.tables.values():
            table.to_metadata(tables)
    tables.create_all(connection)
    connection.execute(
        text(
            "CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL,"
            " CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num))"
        )
    )
    connection.execute(text(f"INSERT INTO alembic_version VALUES ('{revision(SCHEMA_VERSION)}')"))
    mark_version(connection)


def mark_version(connection: Connection) -> None:
    """Write the schema's number where it can be read without opening any table."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version = {SCHEMA_VERSION}")


def version_of(connection: Connection) -> int:
    """The schema's number; 0 for a server database without tables."""
    if connection.dialect.name == "sqlite":
        return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
    if not inspect(connection).has_table("alembic_version"):
        return 0
    return int(connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one())


def refuse_newer(version: int, name: str) -> None:
    """RefusedFile if a newer program made the file: this one would lose what it does not know."""
    if version > SCHEMA_VERSION:
        raise RefusedFile(
            mark("“{name}” comes from a newer VirtualCIO. Install the newest version to open it."), name=name
        )


def upgrade(connection: Connection) -> None:
    """Bring the tables to the newest schema, inside the caller's transaction.

    On SQLite foreign keys must be off before that transaction begins: rebuilding a table with them on
    would delete the rows that refer to it. They are checked here at the end.
    """
    from alembic import command  # a third of a second, and needed only here
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(places.migrations_dir()).replace("%", "%%"))
    config.attributes["connection"] = connection
    command.upgrade(config, revision(SCHEMA_VERSION))
    mark_version(connection)
    if connection.dialect.name == "sqlite":
        broken = connection.exec_driver_sql("PRAGMA foreign_key_check").all()
        if broken:
            raise RuntimeError(f"the upgrade left references without target: {broken[:5]}")
