"""Models and migrations agree, and older files are upgraded after a copy of them was made."""

import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, inspect

from tests.store.example_company import company, create, in_file, in_memory, only, rows
from tests.store.failing_disk import files_no_larger_than
from virtualcio import places
from virtualcio.errors import RefusedFile
from virtualcio.model import RECORD_KINDS, Asset, Site
from virtualcio.model.base import Record
from virtualcio.model.journal import JournalKind
from virtualcio.store import files, schema
from virtualcio.store.backups import list_backups
from virtualcio.store.database import file_engine, server_engine, transaction
from virtualcio.store.verify import verify
from virtualcio.store.workspace import Workspace
from virtualcio.texts import Message

NEXT = schema.SCHEMA_VERSION + 1
SCRIPT = f"{schema.revision(NEXT)}_floor_of_site.py"
UPGRADE = f'''
"""For the test: a new column, and a table with rows that others refer to is built anew."""

import sqlalchemy as sa
from alembic import op

revision = "{schema.revision(NEXT)}"
down_revision = "{schema.revision(schema.SCHEMA_VERSION)}"


def upgrade():
    anew = "always" if op.get_bind().dialect.name == "sqlite" else "auto"
    with op.batch_alter_table("site", recreate=anew) as table:
        table.add_column(sa.Column("floor", sa.Integer(), nullable=True))
    with op.batch_alter_table("supplier", recreate=anew) as table:
        table.alter_column("contact", type_=sa.Text())
'''


def described(engine: Engine) -> dict[str, object]:
    """Everything that a database says about its tables."""
    found: dict[str, object] = {}
    look = inspect(engine)
    for table in look.get_table_names():
        columns = [
            (column["name"], str(column["type"]), column["nullable"], column["default"])
            for column in look.get_columns(table)
        ]
        keys = sorted(
            (
                key["constrained_columns"],
                key["referred_table"],
                key["referred_columns"],
                key["options"],
                key["name"],
            )
            for key in look.get_foreign_keys(table)
        )
        indexes = sorted(
            (index["name"], index["column_names"], index["unique"]) for index in look.get_indexes(table)
        )
        uniques = sorted((some["name"], some["column_names"]) for some in look.get_unique_constraints(table))
        found[table] = (sorted(columns), keys, indexes, uniques, look.get_pk_constraint(table))
    return found


def migrated_and_made(migrated: Engine, made: Engine, path: Path | None) -> None:
    try:
        with transaction(migrated, path) as connection:
            schema.upgrade(connection)
            assert compare_metadata(MigrationContext.configure(connection), Record.metadata) == []
            assert schema.version_of(connection) == schema.SCHEMA_VERSION
        with transaction(made, path) as connection:
            schema.make_tables(connection)
            assert schema.version_of(connection) == schema.SCHEMA_VERSION
        assert described(migrated) == described(made)
        assert (
            len(described(made)) == len(RECORD_KINDS) + 4
        )  # journal entries, images, marks, Alembic's number
    finally:
        migrated.dispose()
        made.dispose()


# A department has a head and a person a department: no order of these tables suits the comparison.
any_order = pytest.mark.filterwarnings("ignore:Cannot correctly sort tables")


@any_order
def test_migrations_make_the_tables_that_the_models_make_in_a_file(tmp_path: Path) -> None:
    migrated, made = tmp_path / "migrated.vcio", tmp_path / "made.vcio"
    migrated_and_made(file_engine(migrated, new=True), file_engine(made, new=True), migrated)


@any_order
def test_migrations_make_the_tables_that_the_models_make_on_a_server(database: Callable[[], str]) -> None:
    migrated_and_made(server_engine(database()), server_engine(database()), None)


def test_a_file_made_after_a_server_database_has_all_its_references(
    database: Callable[[], str], tmp_path: Path
) -> None:
    Workspace.create_server(database(), company()).close()
    files.make(tmp_path / "firma.vcio", [company()], None)
    engine = file_engine(tmp_path / "firma.vcio")
    for kind in RECORD_KINDS:
        made = inspect(engine).get_foreign_keys(kind.__tablename__)
        assert len(made) == len(kind.__table__.foreign_keys), kind
    engine.dispose()


def test_the_newest_migration_is_the_schema_of_new_files() -> None:
    scripts = ScriptDirectory(str(places.migrations_dir()))
    assert scripts.get_current_head() == schema.revision(schema.SCHEMA_VERSION)
    for script in scripts.walk_revisions():
        assert re.fullmatch(rf"{script.revision}_[a-z_]+", Path(script.path).stem)


@pytest.fixture
def next_version(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The program of tomorrow, with one more migration."""
    folder = tmp_path / "migrations"
    shutil.copytree(places.migrations_dir(), folder, ignore=shutil.ignore_patterns("__pycache__"))
    (folder / "versions" / SCRIPT).write_text(UPGRADE, encoding="utf-8")
    monkeypatch.setattr(places, "migrations_dir", lambda: folder)
    monkeypatch.setattr(schema, "SCHEMA_VERSION", NEXT)


@pytest.fixture
def older_file(tmp_path: Path) -> Path:
    """Made before `next_version` is in force: with rows in every table and a change that could be undone."""
    path = tmp_path / "firma.vcio"
    workspace = create(path)
    with workspace.change(Message("Renamed")):
        only(workspace, Asset).name = "SRV-02"
    workspace.close()
    return path


def test_an_older_file_is_upgraded_after_a_copy_was_made(
    older_file: Path, request: pytest.FixtureRequest
) -> None:
    before, content = older_file.read_bytes(), in_file(older_file)
    request.getfixturevalue("next_version")

    workspace = Workspace.open(older_file)
    assert in_memory(workspace.data) == content
    with transaction(workspace._engine, older_file) as connection:
        assert schema.version_of(connection) == NEXT
        assert connection.exec_driver_sql("SELECT floor FROM site").all() == [(None,)]
    (backup,) = list_backups(older_file)
    assert len(backup.path.read_bytes()) == len(before)
    assert workspace.undo_label is None  # an upgrade ends undo
    newest = workspace.history()[0]
    assert newest.kind is JournalKind.BASE
    with workspace.change(Message("Renamed")):
        only(workspace, Site).name = "Werk 9"
    workspace.undo()
    assert in_memory(workspace.data) == content
    workspace.close()
    assert verify(older_file).ok
    assert in_file(older_file) == content


def test_a_write_protected_older_file_is_refused(older_file: Path, request: pytest.FixtureRequest) -> None:
    older_file.chmod(0o444)
    before = older_file.read_bytes()
    request.getfixturevalue("next_version")
    with pytest.raises(RefusedFile, match="früheren Version und ist schreibgeschützt"):
        Workspace.open(older_file)
    assert older_file.read_bytes() == before


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(
    older_file: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    before = older_file.read_bytes()
    request.getfixturevalue("next_version")
    script = tmp_path / "migrations" / "versions" / SCRIPT
    script.write_text(UPGRADE + "    raise ZeroDivisionError\n", encoding="utf-8")
    with pytest.raises(ZeroDivisionError):
        Workspace.open(older_file)
    assert older_file.read_bytes() == before
    assert not older_file.with_name("firma.vcio.lock").exists()


def test_wherever_the_disk_fails_an_upgrade_has_not_happened(
    older_file: Path, request: pytest.FixtureRequest
) -> None:
    pytest.importorskip("resource", reason="Windows cannot limit the size of files")
    content = in_file(older_file)
    request.getfixturevalue("next_version")
    for limit in range(0, older_file.stat().st_size * 2, 49152):
        try:
            with files_no_larger_than(limit):
                Workspace.open(older_file).close()
        except RefusedFile:
            assert older_file.with_name("firma.vcio.lock").exists() is False
        else:
            break
    assert limit > 100_000
    assert in_file(older_file) == content
    assert verify(older_file).ok


def test_an_upgrade_that_would_lose_references_is_not_kept(
    older_file: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    before = older_file.read_bytes()
    request.getfixturevalue("next_version")
    script = tmp_path / "migrations" / "versions" / SCRIPT
    script.write_text(UPGRADE + '    op.execute("DELETE FROM supplier")\n', encoding="utf-8")
    with pytest.raises(RuntimeError, match="references"):
        Workspace.open(older_file)
    assert older_file.read_bytes() == before


def test_a_server_is_upgraded_too(database: Callable[[], str], request: pytest.FixtureRequest) -> None:
    address = database()
    workspace = Workspace.create_server(address, company(), rows())
    content = in_memory(workspace.data)
    workspace.close()
    request.getfixturevalue("next_version")
    workspace = Workspace.open_server(address)
    assert in_memory(workspace.data) == content
    assert workspace.history()[0].kind is JournalKind.BASE
    workspace.close()


def test_a_new_file_gets_the_newest_tables_without_alembic(tmp_path: Path) -> None:
    import subprocess
    import sys

    script = (
        "import sys; from pathlib import Path; from virtualcio.model import Company;"
        "from virtualcio.store.workspace import Workspace;"
        "Workspace.create(Path(sys.argv[1]), Company(name='A')).close();"
        "Workspace.open(Path(sys.argv[1])).close();"
        "assert not [name for name in sys.modules if name.startswith('alembic')]"
    )
    root = Path(__file__).resolve().parents[2]
    subprocess.run([sys.executable, "-c", script, str(tmp_path / "a.vcio")], cwd=root, check=True)


def test_a_file_knows_its_number_without_any_table_being_read(tmp_path: Path) -> None:
    path = tmp_path / "firma.vcio"
    files.make(path, [company()], None)
    head = path.read_bytes()[:100]
    assert int.from_bytes(head[60:64], "big") == schema.SCHEMA_VERSION  # sqlite.org/fileformat.html
    assert head[68:72] == b"VCIO"
