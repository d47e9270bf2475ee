"""The commands of the window as actions: keyboard, menu of the company badge, the menu bar of a Mac."""

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from virtualcio.texts import LANGUAGES, _, mark
from virtualcio.ui.common.icons import icon
from virtualcio.ui.shell.commands import COMMANDS, MENU_TITLES, Menu, Where
from virtualcio.ui.shell.crash import log_path
from virtualcio.ui.shell.theme import ThemeChoice

if TYPE_CHECKING:
    from virtualcio.ui.shell.main_window import MainWindow

LANGUAGE_NAMES = {"de": "Deutsch", "en": "English"}  # each in its own words
THEME_NAMES = {
    ThemeChoice.SYSTEM: mark("like the system"),
    ThemeChoice.LIGHT: mark("light"),
    ThemeChoice.DARK: mark("dark"),
}
PAGE_KEYS = 9  # Ctrl+1 to Ctrl+9


class WindowActions:
    """`slots` says what each command does; `actions` are Qt's actions for them, by key."""

    def __init__(self, window: "MainWindow") -> None:
        self._window = window
        self.slots = _slots(window)
        self.actions: dict[str, QAction] = {}
        for command in COMMANDS:
            action = QAction(window)
            action.setShortcuts([QKeySequence(keys) for keys in command.keys])
            action.triggered.connect(partial(_run, self.slots[command.key]))
            window.addAction(action)
            self.actions[command.key] = action
        self._page_actions = [self._page_action(number) for number in range(1, PAGE_KEYS + 1)]
        self.rename()
        if sys.platform == "darwin":
            self.fill(window.menuBar().addMenu)

    def _page_action(self, number: int) -> QAction:
        action = QAction(self._window)
        action.setShortcut(QKeySequence(f"Ctrl+{number}"))
        action.triggered.connect(lambda _checked=False: _turn_page(self._window, number))
        self._window.addAction(action)
        return action

    def rename(self) -> None:
        """The titles in the language chosen now."""
        for command in COMMANDS:
            self.actions[command.key].setText(_(command.title))

    def follow(self, *, company_open: bool) -> None:
        """Switch off what makes no sense now."""
        for command in COMMANDS:
            self.actions[command.key].setEnabled(company_open or command.where is Where.ALWAYS)
        for action in self._page_actions:
            action.setEnabled(company_open)

    def fill(self, add_menu: Callable[[str], QMenu]) -> None:
        """One menu per group."""
        for group in Menu:
            menu = add_menu(_(MENU_TITLES[group]))
            self.fill_group(menu, group)

    def fill_group(self, menu: QMenu, group: Menu) -> None:
        for command in COMMANDS:
            if command.menu is group:
                action = self.actions[command.key]
                if command.icon:
                    action.setIcon(icon(command.icon, "second"))
                menu.addAction(action)


def _run(slot: Callable[[], object], _checked: bool = False) -> None:
    slot()


def _turn_page(window: "MainWindow", number: int) -> None:
    if window.workplace is not None:
        window.workplace.turn_page(number)


def _slots(window: "MainWindow") -> dict[str, Callable[[], object]]:
    """What each command of commands.py does; a test holds both lists together."""
    tasks = window.tasks
    return {
        "new": tasks.new,
        "open": tasks.open,
        "demo": tasks.demo,
        "import": tasks.import_list,
        "export": tasks.export_company,
        "export_tax": tasks.export_tax,
        "export_management": tasks.export_management,
        "backup": tasks.back_up,
        "restore": tasks.restore,
        "verify": tasks.check,
        "passphrase": lambda: _go(window, "settings", "file"),
        "close": window.show_start,
        "quit": window.close,
        "undo": lambda: window.workplace.undo() if window.workplace else None,
        "redo": lambda: window.workplace.redo() if window.workplace else None,
        "entry": lambda: _new_entry(window),
        "search": window.show_palette,
        "find": lambda: _find(window),
        "full_screen": window.toggle_full_screen,
        "german": lambda: window.set_language("de"),
        "english": lambda: window.set_language("en"),
        "theme_system": lambda: window.set_theme(ThemeChoice.SYSTEM),
        "theme_light": lambda: window.set_theme(ThemeChoice.LIGHT),
        "theme_dark": lambda: window.set_theme(ThemeChoice.DARK),
        "handbook": window.show_handbook,
        "log": _show_log,
    }


def _go(window: "MainWindow", page: str, tab: str) -> None:
    if window.workplace is not None:
        window.workplace.go(page, tab)


def _show_log() -> None:
    from PySide6.QtCore import QUrl  # not at the start: each class of Qt costs its enums
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_path())))


def _new_entry(window: "MainWindow") -> None:
    """Ctrl+N: the primary button of the page, or a new company on the start screen."""
    if window.workplace is None:
        window.tasks.new()
    else:
        window.workplace.new_entry()


def _find(window: "MainWindow") -> None:
    """Ctrl+F: in the page where it has a field for that, else everywhere."""
    if window.workplace is not None and not window.workplace.current_page.find_here():
        window.show_palette()


def _below(widget: QWidget) -> QPoint:
    return widget.mapToGlobal(widget.rect().bottomLeft())


def pop_up_menu(window: "MainWindow", below: QWidget) -> None:
    """The program's menu under the company badge."""
    menu = QMenu(window)
    actions = window.actions_of_window
    actions.fill_group(menu, Menu.FILE)
    menu.addSeparator()
    for group in (Menu.EDIT, Menu.VIEW, Menu.HELP):
        actions.fill_group(menu.addMenu(_(MENU_TITLES[group])), group)
    menu.exec(_below(below))
    menu.deleteLater()


def pop_up_languages(window: "MainWindow", below: QWidget) -> None:
    menu = QMenu(window)
    for code in LANGUAGES:
        menu.addAction(LANGUAGE_NAMES[code], partial(window.set_language, code))
    menu.exec(_below(below))
    menu.deleteLater()


def pop_up_themes(window: "MainWindow", below: QWidget) -> None:
    menu = QMenu(window)
    for choice, name in THEME_NAMES.items():
        menu.addAction(_(name), partial(window.set_theme, choice))
    menu.exec(_below(below))
    menu.deleteLater()
