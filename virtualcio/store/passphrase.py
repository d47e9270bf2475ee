"""Set, change or remove the passphrase of an open company file."""

import os
from pathlib import Path

from virtualcio.errors import RefusedFile, RefusedValue
from virtualcio.store import file_checks, schema
from virtualcio.store.database import (
    EMPTY_PASSPHRASE,
    WRITE_PROTECTED,
    connect_to_file,
    file_engine,
    in_words,
    quoted,
    transaction,
)
from virtualcio.store.workspace import Workspace
from virtualcio.texts import mark


def change_passphrase(workspace: Workspace, new: str | None) -> None:
    """The file is written anew under `new` (None: without one), checked, and takes the old one's place.

    RefusedFile if that does not work; then everything is as before. Backups made earlier keep the
    passphrase they have.
    """
    path = workspace.path
    if path is None or workspace.read_only:
        raise RefusedFile(WRITE_PROTECTED, name=path.name if path else "")
    if new == "":
        raise RefusedValue(EMPTY_PASSPHRASE)
    if new == workspace.passphrase:
        return
    aside = path.with_name(path.name + ".new")
    try:
        aside.unlink(missing_ok=True)
        with in_words(path):
            _export(path, workspace.passphrase, aside, new)
        _check(aside, path, new)
        with aside.open("rb+") as written:
            os.fsync(written.fileno())
        with workspace.replacing_file(new):
            aside.replace(path)
    except OSError as error:
        raise RefusedFile(
            mark("“{name}” cannot be written there. Choose another name or folder."), name=path.name
        ) from error
    finally:
        aside.unlink(missing_ok=True)


def _export(path: Path, old: str | None, aside: Path, new: str | None) -> None:
    """sqlcipher_export copies tables and rows; the two numbers in the header it leaves out."""
    source = connect_to_file(path, old)
    try:
        version = source.execute("PRAGMA user_version").fetchone()[0]
        source.execute(f"ATTACH DATABASE {quoted(str(aside))} AS other KEY {quoted(new or '')}")
        source.execute("SELECT sqlcipher_export('other')").fetchone()
        source.execute(f"PRAGMA other.application_id = {schema.APPLICATION_ID}")
        source.execute(f"PRAGMA other.user_version = {version}")
        source.execute("DETACH DATABASE other")
    finally:
        source.close()


def _check(copy: Path, original: Path, passphrase: str | None) -> None:
    engine = file_engine(copy, passphrase, read_only=True)
    try:
        with transaction(engine, original) as connection:
            file_checks.check_content(connection, original)
    finally:
        engine.dispose()
