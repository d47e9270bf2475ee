"""A long import keeps the window alive, shows how far it is, can be cancelled; nobody can edit meanwhile."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.actions.test_whole_workbook import company_with
from tests.ui.inventory_window import InventoryWindow, window
from tests.ui.test_import_page import wait_until
from virtualcio.actions.export import export_company
from virtualcio.model import Asset, Site
from virtualcio.ui.importing.import_page import ImportPage
from virtualcio.ui.shell import background
from virtualcio.ui.shell.background import WorkLine

__all__ = ["window"]
ROWS = 3_000


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(background, "SIGN_AFTER", 20)
    monkeypatch.setattr(background, "BAR_AFTER", 60)


@pytest.fixture
def page(window: InventoryWindow, tmp_path: Path) -> ImportPage:
    """The preview of a list that takes a while."""
    path = tmp_path / "geraete.csv"
    rows = [f"Notebook {at};INV-{at};01.03.2022;1.200,50" for at in range(ROWS)]
    path.write_text("\n".join(["Name;Inventarnummer;Kaufdatum;Preis", *rows]), encoding="utf-8")
    window.shell.go("import", record=str(path))
    page = window.shell.current_page
    assert isinstance(page, ImportPage)
    wait_until(lambda: page.preview.plan is not None)
    QApplication.processEvents()
    return page


class Meanwhile(QObject):
    """Does something as soon as the bar of the work is to be seen."""

    def __init__(self, window: InventoryWindow, do: Callable[[WorkLine], object]) -> None:
        super().__init__(window.shell)
        self._window, self._do = window, do
        self.seen = self.done = 0
        self._timer = QTimer(self, interval=5)
        self._timer.timeout.connect(self._look)
        self._timer.start()

    def _look(self) -> None:
        lines = [one for one in self._window.shell.findChildren(WorkLine) if one.bar.isVisible()]
        if not lines:
            return
        self.seen += 1
        if self.seen == 2:
            self.done = lines[0].bar.value()
            self._do(lines[0])


def assets(window: InventoryWindow) -> int:
    return window.company.data.count(Asset)


def test_it_ends_in_one_step_with_its_result(window: InventoryWindow, page: ImportPage) -> None:
    before = assets(window)
    meanwhile = Meanwhile(window, lambda _line: None)
    page.on_take_over()
    assert meanwhile.seen > 2 and meanwhile.done > 0  # the window lived while the rows were made
    assert assets(window) == before + ROWS
    assert page.result.isVisible()
    window.company.workspace.undo()
    assert assets(window) == before


def test_cancelled_everything_is_as_before(window: InventoryWindow, page: ImportPage) -> None:
    before = assets(window)
    Meanwhile(window, lambda line: QTest.mouseClick(line.cancel, Qt.MouseButton.LeftButton))
    page.on_take_over()
    assert assets(window) == before
    assert window.company.workspace.undo_label is None
    assert page.preview.isVisible()
    assert "nichts geändert" in window.shell.message.text()
    page.on_take_over()  # the preview still works
    assert assets(window) == before + ROWS


def test_escape_cancels_and_nothing_else_takes_the_keyboard(
    window: InventoryWindow, page: ImportPage
) -> None:
    before, name = assets(window), window.shell.current_page

    def use(line: WorkLine) -> None:
        assert line.cancel.hasFocus()
        button = window.shell.navigation.button("overview")
        assert button is not None
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QTest.keyClick(window.shell, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        assert window.shell.current_page is name
        QTest.keyClick(line.cancel, Qt.Key.Key_Escape)

    Meanwhile(window, use)
    page.on_take_over()
    assert window.shell.current_page is name
    assert assets(window) == before


def test_a_whole_workbook_can_be_cancelled_too(window: InventoryWindow, tmp_path: Path) -> None:
    many = [Site(name=f"Werk {at}") for at in range(4 * ROWS)]
    export_company(company_with(*many), tmp_path / "betrieb.xlsx")
    window.shell.go("import", record=str(tmp_path / "betrieb.xlsx"))
    page = window.shell.current_page
    assert isinstance(page, ImportPage)
    wait_until(lambda: page.workbook.plan is not None)
    before = window.company.data.count(Site)
    Meanwhile(window, lambda line: line.cancel.click())
    page.on_take_whole()
    assert window.company.data.count(Site) == before
    assert page.workbook.isVisible()
