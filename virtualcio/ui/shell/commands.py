"""The commands of the program as a list: menu, keyboard and palette all come from it.

A new command is one row here and one method of the window, named in `MainWindow.run`.
"""

from dataclasses import dataclass
from enum import StrEnum

from virtualcio.texts import mark


class Where(StrEnum):
    ALWAYS = "always"
    COMPANY = "company"  # only while a file is open


class Menu(StrEnum):
    FILE = "file"
    EDIT = "edit"
    VIEW = "view"
    HELP = "help"


MENU_TITLES = {
    Menu.FILE: mark("File"),
    Menu.EDIT: mark("Edit"),
    Menu.VIEW: mark("View"),
    Menu.HELP: mark("Help"),
}


@dataclass(frozen=True)
class Command:
    """`title` is a message id; `keys` as QKeySequence reads them, the first one is shown."""

    key: str
    title: str
    menu: Menu
    where: Where = Where.ALWAYS
    keys: tuple[str, ...] = ()
    icon: str = ""


COMMANDS: tuple[Command, ...] = (
    Command("new", mark("New company"), Menu.FILE, icon="building-2"),
    Command("open", mark("Open file"), Menu.FILE, keys=("Ctrl+O",), icon="folder-open"),
    Command("demo", mark("See the example company"), Menu.FILE, icon="gem"),
    Command("import", mark("Import a list from Excel or CSV"), Menu.FILE, icon="table-2"),
    Command("export", mark("Export everything as a workbook"), Menu.FILE, Where.COMPANY, icon="download"),
    Command("export_tax", mark("Workbook for the tax advisor"), Menu.FILE, Where.COMPANY, icon="download"),
    Command(
        "export_management", mark("Workbook for the management"), Menu.FILE, Where.COMPANY, icon="download"
    ),
    Command("backup", mark("Back up now"), Menu.FILE, Where.COMPANY, icon="archive"),
    Command("restore", mark("Restore a backup"), Menu.FILE, icon="rotate-ccw"),
    Command("verify", mark("Check the file"), Menu.FILE, Where.COMPANY, icon="shield-check"),
    Command("passphrase", mark("Passphrase of the file"), Menu.FILE, Where.COMPANY, icon="lock"),
    Command("close", mark("Close file"), Menu.FILE, Where.COMPANY, keys=("Ctrl+W",), icon="arrow-left"),
    Command("quit", mark("Quit"), Menu.FILE, keys=("Ctrl+Q",), icon="x"),
    Command("undo", mark("Undo"), Menu.EDIT, Where.COMPANY, keys=("Ctrl+Z",), icon="undo-2"),
    Command("redo", mark("Redo"), Menu.EDIT, Where.COMPANY, keys=("Ctrl+Y", "Ctrl+Shift+Z"), icon="redo-2"),
    Command("entry", mark("New entry"), Menu.EDIT, keys=("Ctrl+N",), icon="plus"),
    Command("search", mark("Search or command"), Menu.EDIT, Where.COMPANY, keys=("Ctrl+K",), icon="search"),
    Command("find", mark("Find in this page"), Menu.EDIT, Where.COMPANY, keys=("Ctrl+F",), icon="funnel"),
    Command("full_screen", mark("Full screen"), Menu.VIEW, keys=("F11",), icon="maximize"),
    Command("german", mark("Language: German"), Menu.VIEW, icon="languages"),
    Command("english", mark("Language: English"), Menu.VIEW, icon="languages"),
    Command("theme_system", mark("Appearance: like the system"), Menu.VIEW, icon="monitor"),
    Command("theme_light", mark("Appearance: light"), Menu.VIEW, icon="sun"),
    Command("theme_dark", mark("Appearance: dark"), Menu.VIEW, icon="moon"),
    Command("handbook", mark("Handbook"), Menu.HELP, keys=("F1",), icon="book-open"),
    Command("log", mark("Show the log file"), Menu.HELP, icon="file-text"),
)


def command(key: str) -> Command:
    """KeyError if there is none."""
    for known in COMMANDS:
        if known.key == key:
            return known
    raise KeyError(key)
