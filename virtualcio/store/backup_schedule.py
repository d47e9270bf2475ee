"""Backups that happen by themselves: in a thread, after changes, at most every half hour."""

import threading
from datetime import datetime, timedelta
from pathlib import Path

from virtualcio.errors import UserError
from virtualcio.store.backups import backup_now, list_backups
from virtualcio.store.workspace import Change, Workspace

EVERY = timedelta(minutes=30)


class BackupSchedule:
    """Follows an open company. `problem` says why the last backup did not work, None if all is well."""

    def __init__(self, workspace: Workspace, every: timedelta = EVERY) -> None:
        """Begins at once: changes of an earlier day that have no backup yet are backed up now."""
        self.problem: UserError | None = None
        self._workspace = workspace
        self._every = every
        self._thread: threading.Thread | None = None
        self._last: datetime | None = None
        self._changed = False
        self._unsubscribe = workspace.subscribe(self._on_change)
        if workspace.path is not None and not workspace.read_only:
            backups = list_backups(workspace.path)
            if backups:
                self._last = backups[0].made_at
            written = datetime.fromtimestamp(workspace.path.stat().st_mtime)  # noqa: DTZ006 - as `made_at`
            self._changed = self._last is None or written > self._last
            self._back_up_if_due()

    def stop(self) -> None:
        """Before the company is closed: the last changes are backed up if it is time, then all is quiet."""
        self._unsubscribe()
        self.wait()
        self._back_up_if_due()
        self.wait()

    def wait(self) -> None:
        """Until a backup that is under way is done."""
        if self._thread is not None:
            self._thread.join()

    def _on_change(self, _change: Change) -> None:
        self._changed = True
        self._back_up_if_due()

    def _back_up_if_due(self) -> None:
        path, now = self._workspace.path, datetime.now()  # noqa: DTZ005 - as in the backups' names
        under_way = self._thread is not None and self._thread.is_alive()
        # A clock that was set back does not stop the backups.
        rested = self._last is None or not now - self._every < self._last <= now
        if path is None or self._workspace.read_only or not self._changed or under_way or not rested:
            return
        self._changed = False
        self._last = now
        self._thread = threading.Thread(
            target=self._back_up, args=(path, self._workspace.passphrase), name="backup"
        )
        self._thread.start()

    def _back_up(self, path: Path, passphrase: str | None) -> None:
        try:
            backup_now(path, passphrase)
        except UserError as error:
            self.problem = error
            self._changed = True
        else:
            self.problem = None
