"""The company files opened last, with the key figures they had when they were closed.

Of a file with a passphrase only place and name are kept: its figures stay inside it.
"""

import json
import logging
from dataclasses import asdict, dataclass, fields, replace
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from pathlib import Path

from virtualcio import places
from virtualcio.ui.shell.user_settings import write_json

_log = logging.getLogger(__name__)
MOST = 12


@dataclass(frozen=True)
class RecentFile:
    """Amounts and days are kept as text, as they stand in the JSON file; `backlog` in euros."""

    path: str
    name: str
    opened: str  # ISO date and time
    locked: bool = False
    backlog: str = ""
    act: int = 0  # findings that ask to act
    watch: int = 0
    next_day: str = ""  # the next day by which something has to be decided

    @property
    def opened_at(self) -> datetime:
        return datetime.fromisoformat(self.opened)

    @property
    def backlog_amount(self) -> Decimal | None:
        try:
            return Decimal(self.backlog) if self.backlog else None
        except InvalidOperation:
            return None

    @property
    def next_date(self) -> date | None:
        try:
            return date.fromisoformat(self.next_day) if self.next_day else None
        except ValueError:
            return None


def _place() -> Path:
    return places.user_dir() / "recent.json"


def recent_files() -> list[RecentFile]:
    """Newest first; entries that cannot be read are left out."""
    try:
        rows = json.loads(_place().read_text(encoding="utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as error:
        _log.warning("recent files not read: %s", error)
        return []
    known = {field.name for field in fields(RecentFile)}
    found = []
    for row in rows if isinstance(rows, list) else []:
        try:
            entry = RecentFile(**{key: value for key, value in row.items() if key in known})
            datetime.fromisoformat(entry.opened)  # an entry without a readable time is of no use
        except (TypeError, ValueError, AttributeError) as error:
            _log.warning("recent file left out: %s", error)
        else:
            found.append(entry)
    return sorted(found, key=lambda entry: entry.opened, reverse=True)


def remember(entry: RecentFile) -> None:
    """Put a file on top of the list, or replace what was known of it."""
    others = [known for known in recent_files() if known.path != entry.path]
    _write([entry, *others])


def remember_opened(path: Path, name: str, *, locked: bool, now: datetime) -> None:
    """Keep the figures known so far, unless the file has got a passphrase."""
    before = next((known for known in recent_files() if known.path == str(path)), None)
    entry = RecentFile(str(path), name, now.isoformat(timespec="seconds"), locked)
    if before is not None and not locked and not before.locked:
        entry = replace(before, name=name, opened=entry.opened)
    remember(entry)


def forget(path: str) -> None:
    _write([known for known in recent_files() if known.path != path])


def _write(entries: list[RecentFile]) -> None:
    try:
        write_json(_place(), [asdict(entry) for entry in entries[:MOST]])
    except OSError as error:
        _log.warning("recent files not written: %s", error)
