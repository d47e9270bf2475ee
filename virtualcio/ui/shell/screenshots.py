"""Pictures of every page and tab of the real window, without a display; README and handbook use them."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from virtualcio import places
from virtualcio.model.review import ReviewStation
from virtualcio.texts import language, use_language
from virtualcio.ui.common.message_line import MessageLine
from virtualcio.ui.pages import PAGES
from virtualcio.ui.review.meeting_desk import STATIONS, MeetingDesk
from virtualcio.ui.review.meeting_screen import MeetingScreen
from virtualcio.ui.roadmap.plan_part import PlanPart
from virtualcio.ui.roadmap.roadmap_page import RoadmapPage
from virtualcio.ui.shell import qt_texts, theme
from virtualcio.ui.shell.application import dress, prepare
from virtualcio.ui.shell.command_palette import CommandPalette
from virtualcio.ui.shell.main_window import MainWindow
from virtualcio.ui.shell.open_files import open_existing
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

SETTLE = 60  # milliseconds for layouts and idle work before a picture
IMPORT_TIME = 500  # milliseconds for a small list to be read and understood


def take_screenshots(
    company_file: Path,
    out_dir: Path,
    lang: str,
    theme_name: str,
    size: tuple[int, int],
    passphrase: str | None = None,
) -> list[Path]:
    """Draw every page and tab into `out_dir` as '<theme>-<language>-<page>-<tab>.png', and a review that is
    held, in the window and in full screen.

    Works on a copy of the file, in a home of its own, and leaves the file and the user's settings as they
    were. `size` is the window's in px. RefusedFile if the company file cannot be opened.
    """
    out_dir.mkdir(parents=True, exist_ok=True)
    camera = _Camera(out_dir, f"{theme_name}-{lang}")
    with tempfile.TemporaryDirectory() as folder, _home_in(Path(folder) / "home"), _as_before():
        copy = company_file  # if it is not there, opening it says so
        if company_file.is_file():
            copy = Path(folder) / company_file.name
            shutil.copy2(company_file, copy)
        # opened and closed once, so that it stands in the list of files; local time, as people tell it
        open_existing(copy, passphrase, datetime.now()).close()  # noqa: DTZ005
        settings = UserSettings()
        settings.set("theme", theme_name)
        settings.set("language", lang)
        dress(prepare(settings))
        window = MainWindow(settings)
        try:
            window.resize(*size)
            window.show()
            camera.take(window, "start")
            window.tasks.open_path(copy, passphrase)
            assert window.workplace is not None
            _draw_pages(window, window.workplace, camera)
        finally:
            window.close()
            window.deleteLater()
            settle()
    return camera.pictures


@contextmanager
def _home_in(folder: Path) -> Iterator[None]:
    """Settings, list of files and backups of the pictures never meet those of the user."""
    before = os.environ.get("VIRTUALCIO_HOME")
    os.environ["VIRTUALCIO_HOME"] = str(folder)
    try:
        yield
    finally:
        if before is None:
            del os.environ["VIRTUALCIO_HOME"]
        else:
            os.environ["VIRTUALCIO_HOME"] = before


@contextmanager
def _as_before() -> Iterator[None]:
    """Language and theme of the program afterwards are those of before."""
    spoken, chosen = language(), theme.choice()
    try:
        yield
    finally:
        use_language(spoken)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            qt_texts.install(spoken)
            theme.apply(app, chosen)


class _Camera:
    """Waits until a widget stands still and writes what it shows."""

    def __init__(self, folder: Path, prefix: str) -> None:
        self._folder, self._prefix = folder, prefix
        self.pictures: list[Path] = []

    def take(self, widget: QWidget, *names: str) -> None:
        settle()
        path = self._folder / ("-".join((self._prefix, *filter(None, names))) + ".png")
        if not widget.grab().save(str(path)):
            raise OSError(f"{path} could not be written")
        self.pictures.append(path)


def settle(milliseconds: int = SETTLE) -> None:
    """Let layouts, idle work and painting happen."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
    QApplication.processEvents()


def _draw_pages(window: MainWindow, place: Workplace, camera: _Camera) -> None:
    for spec in PAGES:
        place.go(spec.key)
        for tab in [tab.key for tab in place.current_page.tabs()] or [""]:
            place.go(spec.key, tab)
            camera.take(window, spec.key, tab)
    place.go("import", record=str(places.resource("demo", "example_list.csv")))
    settle(IMPORT_TIME)
    camera.take(window, "import", "preview")
    place.go("overview")
    palette = CommandPalette(place, window.actions_of_window, window)
    palette.show()
    camera.take(palette, "palette")
    palette.close()
    _draw_proposal(window, place, camera)
    if not place.company.workspace.read_only:
        _draw_meeting(window, place, camera)


def _draw_proposal(window: MainWindow, place: Workplace, camera: _Camera) -> None:
    """A plan is proposed and stands beside today's; the search is counted in work, so it ends the same."""
    place.go("roadmap", "plan")
    page = place.current_page
    if not isinstance(page, RoadmapPage) or not isinstance(page.part, PlanPart) or not page.part.plan.rows:
        return
    proposal = page.part.proposal
    page.part.propose()
    while proposal.proposal is None:
        settle()
    camera.take(window, "roadmap", "proposal")
    proposal.turn_compare()
    camera.take(window, "roadmap", "compare")
    proposal.close()


def _draw_meeting(window: MainWindow, place: Workplace, camera: _Camera) -> None:
    """A review is begun in the copy, and what was put off is looked at."""
    desk = MeetingDesk(place, place.company)
    if not desk.start():
        return
    desk.go_to(STATIONS.index(ReviewStation.RENEWALS))
    place.go("review", "reviews")
    settle()
    for line in window.findChildren(MessageLine):
        line.hide()  # it says that the review was begun, and goes by itself
    camera.take(window, "review", "meeting")
    screen = MeetingScreen(desk, window, window.size())
    screen.resize(window.size())  # a picture has the size asked for, not that of a screen
    screen.show()
    screen.show_now()
    camera.take(screen, "review", "full-screen")
    screen.close()
