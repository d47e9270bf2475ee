"""`virtualcio --self-test`: is everything there that the program needs? The built program proves itself so.

A program put together for people without Python can lack a part without anybody noticing at the start: words,
icons, migrations, drivers that are loaded by name. So everything is done once, for real, in a folder that is
thrown away afterwards; files and settings of the user are not touched.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from contextlib import ExitStack, closing
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio import __version__, places
from virtualcio.cli.file_verbs import today
from virtualcio.texts import LANGUAGES, _, mark, speaking

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

FINE, FAULT = 0, 70
PASSPHRASE = "Sägeblatt 7"
PLATFORM_PLUGINS = {"linux": "libqxcb*", "win32": "qwindows*", "darwin": "libqcocoa*"}


class PartMissing(Exception):
    """Something that the program needs is not there; not an assert, because those can be switched off."""


def need(there: object, what: str) -> None:
    if not there:
        raise PartMissing(what)


class SelfTest:
    """One company through all parts of the program; each step needs the file of the first."""

    def __init__(self, folder: Path, day: date) -> None:
        self.folder, self.day = folder, day
        self.file = folder / "demo.vcio"

    def words(self) -> None:
        said = set()
        for code in LANGUAGES:
            with speaking(code):
                said.add(_("Overview"))
        need(len(said) == len(LANGUAGES), "de.mo")

    def company_file(self) -> None:
        from virtualcio.actions.open_company import create_company, open_company, open_demo
        from virtualcio.store.verify import verify

        open_demo(self.file, self.day).close()
        need(verify(self.file).ok, "verify")
        locked = self.folder / "locked.vcio"
        create_company(locked, "A", passphrase=PASSPHRASE, today=self.day).close()
        open_company(locked, PASSPHRASE, self.day).close()
        need(not locked.read_bytes().startswith(b"SQLite"), "SQLCipher")

    def upgrades(self) -> None:
        """All migrations from the first on, in an empty database."""
        from virtualcio.store.database import file_engine, transaction
        from virtualcio.store.schema import SCHEMA_VERSION, upgrade, version_of

        path = self.folder / "upgraded.vcio"
        engine = file_engine(path, new=True)
        with transaction(engine, path) as connection:
            upgrade(connection)
            need(version_of(connection) == SCHEMA_VERSION, "migrations")
        engine.dispose()

    def analyses(self) -> None:
        with closing(self._open()) as company:
            results = company.results
            need(results.backlog.support_ended > 0, "product_support.csv")
            need(results.backlog.age_only > 0, "service_life.csv")
            need(results.findings and results.curves.days and results.all_contract_dates, "analysis")

    def lists(self) -> None:
        """The workbook is written and read back, with the guard against harmful XML in force."""
        import openpyxl

        from virtualcio.actions.export import export_company
        from virtualcio.actions.import_table import propose_import

        workbook, example = self.folder / "demo.xlsx", places.resource("demo", "example_list.csv")
        with closing(self._open()) as company:
            export_company(company, workbook)
            need(propose_import(company, example).rows, example.name)
        need(openpyxl.DEFUSEDXML, "defusedxml")
        need(len(openpyxl.load_workbook(workbook).sheetnames) > 3, "openpyxl")

    def minutes(self) -> None:
        """The typesetter, its fonts and the template."""
        from virtualcio.actions.review.minutes import write_minutes

        pdf = self.folder / "minutes.pdf"
        with closing(self._open()) as company:
            write_minutes(company, company.results.reviews[-1], pdf)
        need(pdf.read_bytes().startswith(b"%PDF"), "typst")

    def server(self) -> None:
        import psycopg
        from sqlalchemy.dialects import postgresql

        need(psycopg.pq.__impl__ == "binary", "psycopg_binary")
        need(postgresql.dialect.name == "postgresql", "sqlalchemy.dialects.postgresql")

    def icons(self) -> None:
        from PySide6.QtSvg import QSvgRenderer

        drawings = list(places.resource("icons").glob("*.svg"))
        need(drawings, "*.svg")
        for drawing in drawings:
            need(QSvgRenderer(str(drawing)).isValid(), drawing.name)

    def window(self) -> None:
        """Every page and tab of the real window is drawn, and the screen's own driver is there."""
        from PySide6.QtCore import QLibraryInfo

        from virtualcio.ui.pages import PAGES
        from virtualcio.ui.shell.screenshots import take_screenshots

        pictures = take_screenshots(self.file, self.folder / "pictures", "de", "light", (1280, 720))
        need(len(pictures) > len(PAGES), "pages")
        qt_words = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath))
        need((qt_words / "qtbase_de.qm").is_file(), "qtbase_de.qm")
        plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath), "platforms")
        wanted = PLATFORM_PLUGINS.get(sys.platform, "*")
        need(list(plugins.glob(wanted)), wanted)

    def _open(self) -> "OpenCompany":
        from virtualcio.actions.open_company import open_company

        return open_company(self.file, today=self.day)


STEPS: tuple[tuple[str, Callable[[SelfTest], None]], ...] = (
    (mark("the words of both languages"), SelfTest.words),
    (mark("company files, with and without passphrase"), SelfTest.company_file),
    (mark("the upgrade of older files"), SelfTest.upgrades),
    (mark("the analyses and their facts"), SelfTest.analyses),
    (mark("reading and writing tables"), SelfTest.lists),
    (mark("minutes as PDF"), SelfTest.minutes),
    (mark("the connection to a server"), SelfTest.server),
    (mark("the icons"), SelfTest.icons),
    (mark("the window"), SelfTest.window),
)


def self_test() -> int:
    """Prints one line and gives back 0, or names what is missing and gives back 70."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_LOGGING_RULES", "default.warning=false;qt.qpa.*=false")
    with ExitStack() as until_the_end:
        folder = Path(until_the_end.enter_context(tempfile.TemporaryDirectory()))
        before = os.environ.get("VIRTUALCIO_HOME")
        os.environ["VIRTUALCIO_HOME"] = str(folder / "home")
        until_the_end.callback(_set_home, before)
        missing = _missing(SelfTest(folder, today()))
    if missing:
        for line in missing:
            print(line, file=sys.stderr)
        return FAULT
    print(
        _("VirtualCIO {version}: everything is there ({count} parts tried).").format(
            version=__version__, count=len(STEPS)
        )
    )
    return FINE


def _set_home(before: str | None) -> None:
    if before is None:
        del os.environ["VIRTUALCIO_HOME"]
    else:
        os.environ["VIRTUALCIO_HOME"] = before


def _missing(test: SelfTest) -> list[str]:
    """One line for each part that does not work. Whatever goes wrong is the answer, hence every Exception."""
    lines = []
    for name, step in STEPS:
        try:
            step(test)
        except Exception as error:
            why = f"{type(error).__name__}: {error}".rstrip(": ")
            lines.append(_("Does not work: {part} ({why})").format(part=_(name), why=why))
    return lines
