"""A real workplace (navigation, header, pages) on a company file, for tests of pages."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from pytestqt.qtbot import QtBot

from virtualcio.actions.open_company import OpenCompany, create_company, open_demo
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

TODAY = date(2026, 11, 22)


@contextmanager
def workplace(qtbot: QtBot, company: OpenCompany, size: tuple[int, int] = (1440, 900)) -> Iterator[Workplace]:
    """The window's content, shown in `size`; the file is closed at the end."""
    place = Workplace(company, UserSettings())
    qtbot.addWidget(place)
    place.resize(*size)
    place.show()
    try:
        yield place
    finally:
        place.finish()
        company.close()


def demo_company(folder: Path) -> OpenCompany:
    return open_demo(folder / "demo.vcio", TODAY)


def empty_company(folder: Path) -> OpenCompany:
    return create_company(folder / "leer.vcio", "Leer GmbH", today=TODAY)
