"""Opening, making and closing company files for the window; everything heavy is imported only here."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import places
from virtualcio.texts import _, join_names
from virtualcio.ui.shell import recent_files

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.ui.shell.new_company_dialog import NewCompany


class OpenFile:
    """A company that is open in the window, with the backups that happen by themselves."""

    def __init__(self, company: "OpenCompany", now: datetime) -> None:
        from virtualcio.store.backup_schedule import BackupSchedule

        self.company = company
        self.backups: BackupSchedule = BackupSchedule(company.workspace)
        if company.path is not None:
            name, locked = company.data.company.name, company.workspace.encrypted
            recent_files.remember_opened(company.path, name, locked=locked, now=now)

    def notices(self) -> list[str]:
        """What the user should know about the file before working in it."""
        workspace, said = self.company.workspace, []
        if workspace.read_only:
            said.append(_("The file is write-protected: you can look at it, not change it."))
        copies = [copy.name for copy in workspace.conflict_copies]
        if copies:
            words = _("Another computer changed a copy of this file: {names}. Compare them and keep one.")
            said.append(words.format(names=join_names(copies)))
        return said

    def turn_to(self, today: date) -> None:
        """Show the same file as of another day."""
        from virtualcio.actions.open_company import OpenCompany

        self.company = OpenCompany(self.company.workspace, today)

    def close(self) -> None:
        """Keep the key figures for the start screen, make the last backup, let go of the file."""
        self._keep_figures()
        self.backups.stop()
        self.company.close()

    def _keep_figures(self) -> None:
        company, path = self.company, self.company.path
        if path is None:
            return
        entry = next((known for known in recent_files.recent_files() if known.path == str(path)), None)
        if entry is None:
            return  # taken from the list while it was open
        if company.workspace.encrypted:
            kept = recent_files.RecentFile(entry.path, company.data.company.name, entry.opened, locked=True)
        else:
            from virtualcio.actions.start_figures import start_figures

            figures = start_figures(company)
            kept = replace(
                entry,
                name=company.data.company.name,
                locked=False,
                backlog="" if figures.backlog is None else str(figures.backlog),
                act=figures.act,
                watch=figures.watch,
                next_day=figures.next_day.isoformat() if figures.next_day else "",
            )
        recent_files.remember(kept)


def open_existing(path: Path, passphrase: str | None, now: datetime) -> OpenFile:
    """RefusedFile; WrongPassphrase if one is needed."""
    from virtualcio.actions.open_company import open_company

    return OpenFile(open_company(path, passphrase, today=now.date()), now)


def make_new(path: Path, wanted: "NewCompany", now: datetime) -> OpenFile:
    """RefusedFile if it cannot be written. A file that is there already and was chosen to be replaced
    is refused too: a company file is never written over."""
    from virtualcio.actions.open_company import create_company

    company = create_company(
        path,
        wanted.name,
        trade=wanted.trade,
        employees=wanted.employees,
        passphrase=wanted.passphrase,
        today=now.date(),
    )
    return OpenFile(company, now)


def open_demo_of(today: date, now: datetime) -> OpenFile:
    """The example company; a fresh one each day, because its dates are told from today."""
    from virtualcio.actions.open_company import open_company, open_demo

    path = places.user_dir() / "demo" / f"Beispielbetrieb {today.isoformat()}.vcio"
    if path.exists():
        return OpenFile(open_company(path, today=today), now)
    path.parent.mkdir(parents=True, exist_ok=True)
    return OpenFile(open_demo(path, today), now)


def import_heavy_parts() -> None:
    """What the first file needs, imported while nobody waits for it."""
    with suppress(ImportError):  # said again, as an error, when it is needed
        import virtualcio.actions.open_company
        import virtualcio.ui.overview.overview_page  # noqa: F401 - imported for the next one to find it
