"""Looking after the company file: backups to see and take, its rows checked, who changed what."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.store.backups import Backup, backup_now, list_backups, restore
from virtualcio.store.passphrase import change_passphrase
from virtualcio.store.verify import VerifyReport, verify
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

MOST_HISTORY = 200


@dataclass(frozen=True)
class HistoryLine:
    """One change in words: when (local time), who, what."""

    when: datetime
    who: str
    what: str
    undone: bool


def history_lines(company: "OpenCompany") -> Sequence[HistoryLine]:
    """The newest changes first, at most MOST_HISTORY."""
    return [
        HistoryLine(
            entry.when.astimezone(),
            entry.who or _("unknown"),
            _kind_words(entry.kind.value).format(what=entry.label),
            entry.kind.value == "undo",
        )
        for entry in company.workspace.history(limit=MOST_HISTORY)
    ]


def _kind_words(kind: str) -> str:
    words = {"undo": _("Undone: {what}"), "redo": _("Done again: {what}")}
    return words.get(kind, "{what}")


def backups(company: "OpenCompany") -> Sequence[Backup]:
    """The backups of the open file, the newest first."""
    return () if company.path is None else list_backups(company.path)


def make_backup(company: "OpenCompany") -> Path | None:
    """A backup now, in the program's own folder; RefusedFile if it could not be written."""
    return backup_now(company.workspace)


def check_file(
    company: "OpenCompany", rest: Callable[[], object] = lambda: None
) -> Callable[[], VerifyReport]:
    """The check of every row of the open file, to be run where waiting does no harm; `rest` is called again
    and again meanwhile."""
    path, passphrase = company.path, company.workspace.passphrase
    if path is None:
        raise RuntimeError("a company without a file cannot be checked")
    return lambda: verify(path, passphrase, rest=rest)


def mending(company: "OpenCompany") -> Callable[[], str]:
    """What puts right every row that is not as it was saved, after a backup, to be run while the file is
    closed; gives back what to say about it. RefusedFile if it cannot be written."""
    path, passphrase = company.path, company.workspace.passphrase
    if path is None:
        raise RuntimeError("a company without a file cannot be mended")
    return lambda: check_words(verify(path, passphrase, mend=True))


def check_words(report: VerifyReport) -> str:
    """What a check found, in a sentence or two."""
    if not report.problems:
        text = _("{count} rows compared with what was saved; all is as it was saved.")
        return text.format(count=formats.number(report.rows))
    count = len(report.problems)
    if report.ok:
        return translate_count(
            "{count} row was put right. A backup of the state before was made.",
            "{count} rows were put right. A backup of the state before was made.",
            count,
        )
    if report.mended:
        return _("Not everything could be put right. Restore the newest backup.")
    more = translate_count("{count} more", "{count} more", count - 1)
    return f"{report.problems[0]} ({more})" if count > 1 else str(report.problems[0])


def restoring(company: "OpenCompany", backup: Path) -> Callable[[], None]:
    """What puts `backup` in the place of the file, to be run while the file is closed."""
    path, passphrase = company.path, company.workspace.passphrase
    if path is None:
        raise RuntimeError("a company without a file has no backups")
    return lambda: restore(backup, path, passphrase)


def set_passphrase(company: "OpenCompany", passphrase: str | None) -> None:
    """Set, change or (None) remove the passphrase. RefusedValue or RefusedFile; then all is as before."""
    change_passphrase(company.workspace, passphrase)
