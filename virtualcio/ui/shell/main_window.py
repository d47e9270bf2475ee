"""The window: the start screen, or the workplace of one open file, and everything that outlives both."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.texts import LANGUAGES, _, language, use_language
from virtualcio.ui.shell import qt_texts, recent_files, theme
from virtualcio.ui.shell.file_tasks import FileTasks
from virtualcio.ui.shell.file_watch import check_soon
from virtualcio.ui.shell.open_files import OpenFile
from virtualcio.ui.shell.start_screen import StartScreen
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.window_menu import (
    LANGUAGE_NAMES,
    THEME_NAMES,
    WindowActions,
    pop_up_languages,
    pop_up_menu,
    pop_up_themes,
)

if TYPE_CHECKING:
    from virtualcio.ui.shell.handbook import HandbookWindow
    from virtualcio.ui.shell.workplace import Workplace

SAVE_SETTINGS_AFTER = 1_000  # milliseconds
SMALLEST = (1024, 700)
_FRAME = 16  # px that the system may put around a window; its title takes more


class MainWindow(QMainWindow):
    """Joins start screen, workplace and commands. `now` tells the time (pictures and tests set it).

    Without `start` it is empty at first: a file that is opened at once need not wait for the start screen.
    """

    def __init__(
        self, settings: UserSettings, now: Callable[[], datetime] = datetime.now, *, start: bool = True
    ) -> None:
        super().__init__()
        self.settings = settings
        self.now = now
        self.open_file: OpenFile | None = None
        self.start: StartScreen | None = None
        self.workplace: Workplace | None = None
        self._handbook: HandbookWindow | None = None
        self._told: UserError | None = None  # the problem with backups that was shown last
        self.setMinimumSize(*SMALLEST)
        self.setAcceptDrops(True)
        self.tasks = FileTasks(self)
        self.actions_of_window = WindowActions(self)
        self._saving = QTimer(self, interval=SAVE_SETTINGS_AFTER)
        self._saving.timeout.connect(self._on_tick)
        self._saving.start()
        self._restore_size()
        if start:
            self.show_start()

    # --- what is shown ---------------------------------------------------------------------------

    def show_start(self, message: str = "", tone: Tone = Tone.NEUTRAL) -> None:
        """Close the file, if one is open, and show the start screen with a line in it."""
        self._close_file()
        start = StartScreen(LANGUAGE_NAMES[language()], _(THEME_NAMES[theme.choice()]))
        start.command.connect(self.run)
        start.open_file.connect(lambda path: self.tasks.open_path(Path(path)))
        start.forget_file.connect(self._forget)
        start.language_menu.connect(lambda button: pop_up_languages(self, button))
        start.theme_menu.connect(lambda button: pop_up_themes(self, button))
        start.show_recent(recent_files.recent_files(), self.now())
        self.start, self.workplace = start, None
        self._put_in(start)
        self.setWindowTitle("VirtualCIO")
        self.actions_of_window.follow(company_open=False)
        if message:
            self.say(message, tone)

    def show_company(self, opened: OpenFile, page: str = "", tab: str = "") -> None:
        """Show a file that was opened; the one before is closed."""
        if self.open_file is not None and self.open_file is not opened:
            self._close_file()
        self.open_file = opened
        self._build_workplace(page, tab)
        notices = opened.notices()
        if notices:
            self.say(" ".join(notices), Tone.WATCH)
        check_soon(self, opened)

    def _build_workplace(self, page: str, tab: str) -> None:
        """Build page and frame anew; the keyboard is at the page's name, from where Tab leads into it."""
        from virtualcio.ui.shell.workplace import FIRST_PAGE, Workplace

        assert self.open_file is not None
        place = Workplace(self.open_file.company, self.settings)
        place.command_wanted.connect(self.run)
        place.menu_wanted.connect(lambda: pop_up_menu(self, place.navigation.badge))
        place.reopen_wanted.connect(self.tasks.reopen)
        self.workplace, self.start = place, None
        self._put_in(place)
        self.setWindowTitle(f"{self.open_file.company.data.company.name} – VirtualCIO")
        self.actions_of_window.follow(company_open=True)
        place.go(page or FIRST_PAGE, tab)
        place.show_frame(not self.isFullScreen())
        place.take_focus()

    def _put_in(self, content: QWidget) -> None:
        """Shown at once, not when Qt gets round to it: messages and focus go there in the same breath."""
        self.setCentralWidget(content)
        if self.isVisible():
            content.show()

    def _close_file(self) -> None:
        if self.workplace is not None:
            self.workplace.finish()
        if self.open_file is not None:
            opened, self.open_file = self.open_file, None
            opened.close()

    def rebuild(self) -> None:
        """The same content in another language, at the same place."""
        if self.workplace is None:
            self.show_start()
        else:
            page, tab = self.workplace.place
            self.workplace.finish()
            self._build_workplace(page, tab)

    # --- words to the user -------------------------------------------------------------------------

    def say(self, text: str, tone: Tone = Tone.NEUTRAL) -> None:
        if self.workplace is not None:
            self.workplace.say(text, tone)
        elif self.start is not None:
            self.start.message.show_message(text, tone)
        else:
            self.show_start(text, tone)

    def refuse(self, error: UserError) -> None:
        self.say(str(error.message), Tone.ACT)

    # --- commands ------------------------------------------------------------------------------------

    def run(self, key: str) -> None:
        """Do a command of the list in commands.py. KeyError if there is none."""
        self.actions_of_window.slots[key]()

    def set_language(self, code: str) -> None:
        """One of LANGUAGES; everything shown is built anew in it."""
        if code not in LANGUAGES or code == language():
            return
        use_language(code)
        qt_texts.install(code)
        self.settings.set("language", code)
        self.actions_of_window.rename()
        self._handbook = None
        self.rebuild()

    def set_theme(self, wanted: theme.ThemeChoice) -> None:
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        theme.apply(app, wanted)
        self.settings.set("theme", wanted.value)
        if self.start is not None:
            self.show_start()  # the choice stands on its button

    def show_palette(self) -> None:
        if self.workplace is not None:
            from virtualcio.ui.shell.command_palette import CommandPalette

            CommandPalette(self.workplace, self.actions_of_window, self).exec()

    def show_handbook(self) -> None:
        from virtualcio.ui.shell.handbook import HandbookWindow

        if self._handbook is None:
            self._handbook = HandbookWindow(self)
        self._handbook.show()
        self._handbook.raise_()

    def toggle_full_screen(self) -> None:
        """In full screen only the page is seen, or what the page itself shows for a meeting."""
        if (
            self.workplace is not None
            and not self.isFullScreen()
            and self.workplace.current_page.full_screen()
        ):
            return
        hint = _("Pages turn with Ctrl+1, Ctrl+2 …; F11 or Esc leads back.")
        if not self.isFullScreen():
            self.showFullScreen()
            self.say(hint)
            return
        self.showNormal()
        if self.workplace is not None and self.workplace.message.text() == hint:
            self.workplace.message.hide()

    def _forget(self, path: str) -> None:
        recent_files.forget(path)
        if self.start is not None:
            self.start.show_recent(recent_files.recent_files(), self.now())

    # --- the window itself ----------------------------------------------------------------------------

    def _restore_size(self) -> None:
        screen = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(1440, screen.width() - _FRAME), min(900, screen.height() - 3 * _FRAME))
        kept = self.settings.text("window")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode("ascii")))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.WindowStateChange and self.workplace is not None:
            self.workplace.show_frame(not self.isFullScreen())
        if event.type() is QEvent.Type.ActivationChange and self.isActiveWindow():
            self._follow_the_day()

    def _on_tick(self) -> None:
        self.settings.save()
        problem = self.open_file.backups.problem if self.open_file is not None else None
        if problem is not None and problem is not self._told:
            self.refuse(problem)
        self._told = problem

    def _follow_the_day(self) -> None:
        """A window left open over midnight shows the figures of the new day."""
        today: date = self.now().date()
        if self.open_file is not None and self.open_file.company.today != today:
            self.open_file.turn_to(today)
            self.rebuild()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.toggle_full_screen()
        else:
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        files = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if files:
            event.acceptProposedAction()
            # after the drop is over: a dialog in the middle of it would block the other program
            QTimer.singleShot(0, self, lambda: self.tasks.take_dropped(files[0]))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.settings.set("window", bytes(self.saveGeometry().toBase64().data()).decode("ascii"))
        self._close_file()
        self.workplace = None
        self.settings.save()
        self._saving.stop()
        super().closeEvent(event)
