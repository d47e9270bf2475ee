"""What the user does with whole files: new, open, demo, from a list, back up, get back, passphrase."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError, WrongPassphrase
from virtualcio.texts import _
from virtualcio.ui.shell import open_files

if TYPE_CHECKING:
    from virtualcio.ui.shell.main_window import MainWindow

T = TypeVar("T")
LIST_KINDS = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")


def _documents_dir() -> Path:
    from PySide6.QtCore import QStandardPaths  # not at the start: each class of Qt costs its enums

    place = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
    return Path(place) if place and Path(place).is_dir() else Path.home()


class FileTasks:
    """One method per task; refusals are shown in the window and nothing else happens."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window

    # --- begin ---------------------------------------------------------------------------------------

    def new(self) -> bool:
        """True if a new company is open now."""
        from virtualcio.ui.shell.new_company_dialog import NewCompanyDialog, ask_place

        window = self._window
        dialog = NewCompanyDialog(window)
        agreed, wanted = dialog.exec(), dialog.answer
        dialog.deleteLater()
        if not agreed:
            return False
        path = ask_place(window, wanted.name, self._folder())
        if path is None:
            return False
        opened = self._try(lambda: open_files.make_new(path, wanted, window.now()))
        if opened is None:
            return False
        window.settings.set("folder", str(path.parent))
        window.show_company(opened)
        return True

    def open(self) -> None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Open file"),
            str(self._folder()),
            _("Company files (*.vcio);;All files (*)"),
        )
        if chosen:
            self._window.settings.set("folder", str(Path(chosen).parent))
            self.open_path(Path(chosen))

    def open_path(self, path: Path, passphrase: str | None = None, page: str = "", tab: str = "") -> bool:
        """Open a file, asking for its passphrase as often as it takes; True if it is open now."""
        window = self._window
        if window.open_file is not None and window.open_file.company.path == path:
            return True
        refusal = ""
        while True:
            try:
                opened = self._waiting(partial(open_files.open_existing, path, passphrase, window.now()))
            except WrongPassphrase as error:
                refusal = str(error.message) if passphrase is not None else ""
                passphrase = self._ask_passphrase(path, refusal)
                if passphrase is None:
                    return False
            except UserError as error:
                window.refuse(error)
                return False
            else:
                window.show_company(opened, page, tab)
                return True

    def _ask_passphrase(self, path: Path, refusal: str) -> str | None:
        from virtualcio.ui.shell.passphrase_dialog import PassphraseDialog

        dialog = PassphraseDialog(path.name, self._window, refusal)
        agreed, typed = dialog.exec(), dialog.passphrase
        dialog.deleteLater()
        return typed if agreed else None

    def demo(self) -> None:
        now = self._window.now()
        opened = self._try(lambda: open_files.open_demo_of(now.date(), now))
        if opened is not None:
            self._window.show_company(opened)

    # --- from a list ------------------------------------------------------------------------------------

    def import_list(self, path: Path | None = None) -> None:
        """Into the open company; without one a new company is made first."""
        window = self._window
        if path is None and window.workplace is None:
            path = self._choose_list()
            if path is None:
                return
        if window.workplace is None and not self.new():
            return
        if window.workplace is not None:
            window.workplace.go("import", record=str(path) if path is not None else "")

    def _choose_list(self) -> Path | None:
        from PySide6.QtWidgets import QFileDialog

        chosen, _kind = QFileDialog.getOpenFileName(
            self._window,
            _("Which list do you want to import?"),
            str(self._folder()),
            _("Tables (*.xlsx *.xlsm *.csv *.tsv *.txt);;All files (*)"),
        )
        return Path(chosen) if chosen else None

    def take_dropped(self, path: Path) -> None:
        """A file was dropped on the window: a table is taken over, everything else is opened."""
        if path.suffix.lower() in LIST_KINDS:
            self.import_list(path)
        else:
            self.open_path(path)

    # --- look after -----------------------------------------------------------------------------------------

    def back_up(self) -> None:
        from virtualcio.actions.file_care import make_backup

        opened = self._window.open_file
        made = self._try(lambda: make_backup(opened.company)) if opened is not None else None
        if made is not None:
            self._window.say(_("Backed up as “{name}”.").format(name=made.name), Tone.GOOD)

    def export_company(self) -> None:
        """Everything as a workbook, to a place of one's choice."""
        from virtualcio.ui.common.table_export import ask_and_write_company

        place = self._window.workplace
        if place is not None:
            ask_and_write_company(place, place.company, self._window)

    def export_tax(self) -> None:
        """The tax advisor's workbook of a fiscal year, to a place of one's choice."""
        from virtualcio.ui.depreciation.write_workbooks import ask_and_write_tax

        place = self._window.workplace
        if place is not None:
            ask_and_write_tax(place, place.company, self._window)

    def export_management(self) -> None:
        """The workbook for the management, to a place of one's choice."""
        from virtualcio.ui.depreciation.write_workbooks import ask_and_write_management

        place = self._window.workplace
        if place is not None:
            ask_and_write_management(place, place.company, self._window)

    def check(self) -> None:
        """Compare every row with what was saved; the answer stands in the settings, where the button is."""
        from virtualcio.ui.settings.settings_page import SettingsPage

        place = self._window.workplace
        if place is not None:
            place.go("settings", "file")
            assert isinstance(place.current_page, SettingsPage)
            place.current_page.check_file()

    def restore(self) -> None:
        """With a file open: its backups stand in the settings. Without: choose the file they belong to."""
        window = self._window
        if window.workplace is not None:
            window.workplace.go("settings", "file")
            return
        from virtualcio.ui.shell.restore_dialog import RestoreDialog

        dialog = RestoreDialog(self._folder(), window)
        if dialog.exec() and dialog.restored is not None:
            self.open_path(dialog.restored)
        dialog.deleteLater()

    def reopen(self, while_closed: Callable[[], str | None]) -> None:
        """Close the file, do something with it, open it again at the same place, say what came of it."""
        window = self._window
        if window.open_file is None or window.workplace is None:
            return
        path, passphrase = window.open_file.company.path, window.open_file.company.workspace.passphrase
        page, tab = window.workplace.place
        if path is None:
            return
        window.show_start()
        refusal: UserError | None = None
        words: str | None = None
        try:
            words = self._waiting(while_closed)
        except UserError as error:
            refusal = error
        self.open_path(path, passphrase, page, tab)
        if refusal is not None:
            window.refuse(refusal)
        elif words:
            window.say(words)

    # --- inside ---------------------------------------------------------------------------------------------

    def _folder(self) -> Path:
        kept = self._window.settings.text("folder")
        return Path(kept) if kept and Path(kept).is_dir() else _documents_dir()

    def _try(self, task: Callable[[], T]) -> T | None:
        try:
            return self._waiting(task)
        except UserError as error:
            self._window.refuse(error)
            return None

    def _waiting(self, task: Callable[[], T]) -> T:
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            return task()
        finally:
            QApplication.restoreOverrideCursor()
