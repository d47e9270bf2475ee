"""What a company file remembers about its own changes: the journal, and marks of the file itself.

These rows are written by the store only and never change afterwards. They are no records: nothing
in them is undone, counted or analysed.
"""

from enum import StrEnum

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column

from virtualcio.model.base import Record, choice


class JournalKind(StrEnum):
    """Why an entry was written."""

    EDIT = "edit"
    UNDO = "undo"
    REDO = "redo"
    BASE = "base"  # all rows as they were when the file was made or upgraded; ends undo


class JournalRow(DeclarativeBase):
    """The base of the journal's tables, in the same schema as the records."""

    metadata = Record.metadata


class JournalEntry(JournalRow):
    """One change: who did what and when. `number` counts up, `parent_id` is the change before."""

    __tablename__ = "journal_entry"

    id: Mapped[str] = mapped_column(String(32), primary_key=True)
    number: Mapped[int] = mapped_column(unique=True)
    parent_id: Mapped[str | None] = mapped_column(String(32))
    copy_id: Mapped[str] = mapped_column(String(32))  # of the copy of the file in which it was made
    author: Mapped[str] = mapped_column(String())
    made_at: Mapped[str] = mapped_column(String(40))  # UTC, ISO 8601: the same text in every database
    schema_version: Mapped[int]
    kind: Mapped[JournalKind] = mapped_column(choice(JournalKind))
    target_id: Mapped[str | None] = mapped_column(String(32))  # the entry that was undone or redone
    label: Mapped[str] = mapped_column(Text)  # message id
    label_params: Mapped[str] = mapped_column(Text)  # JSON object


class JournalImage(JournalRow):
    """One row as it was before and after a change; None where it did not exist."""

    __tablename__ = "journal_image"

    entry_id: Mapped[str] = mapped_column(String(32), ForeignKey("journal_entry.id"), primary_key=True)
    table_name: Mapped[str] = mapped_column(String(40), primary_key=True)
    record_id: Mapped[str] = mapped_column(String(32), primary_key=True, index=True)
    before: Mapped[str | None] = mapped_column(Text)  # JSON object, column to value
    after: Mapped[str | None] = mapped_column(Text)
    checksum: Mapped[str] = mapped_column(String(32))


class FileMark(JournalRow):
    """A fact about the file itself: `copy_id` names this copy of it."""

    __tablename__ = "file_mark"

    key: Mapped[str] = mapped_column(String(40), primary_key=True)
    value: Mapped[str] = mapped_column(Text)
