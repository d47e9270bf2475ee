"""A real window on a small company, for tests of tables and details."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Application, Asset, AssetApplication, Company, Person, Site
from virtualcio.model.base import Record
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.workspace import Workspace
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.inventory.inventory_page import InventoryPage
from virtualcio.ui.shell.style import ControlStyle
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

TODAY = date(2026, 11, 22)


def small_company() -> list[Record]:
    """Three assets, one application that the first one carries, a site and a person."""
    halle = Site(id="halle", name="Halle 1")
    weber = Person(id="weber", name="Anna Weber")
    server = Asset(
        id="server", name="ERP-Server", category=AssetCategory.SERVER, product="Windows Server 2012 R2",
        purchase_date=date(2015, 3, 12), cost=Decimal("11240.00"), site_id="halle", owner_id="weber",
    )  # fmt: skip
    switch = Asset(
        id="switch", name="Switch Halle", category=AssetCategory.SWITCH, purchase_date=date(2024, 5, 2),
        cost=Decimal("899.90"), quantity=3,
    )  # fmt: skip
    printer = Asset(id="printer", name="Drucker", category=AssetCategory.PRINTER)
    erp = Application(id="erp", name="ERP-System")
    link = AssetApplication(id="link", asset_id="server", application_id="erp")
    return [halle, weber, server, switch, printer, erp, link]


class InventoryWindow:
    """The open company and the window's inventory page, with the keyboard."""

    def __init__(self, company: OpenCompany, settings: UserSettings) -> None:
        self.company = company
        self.shell = Workplace(company, settings)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()  # else Qt tells nobody who has the keyboard
        assert QTest.qWaitForWindowActive(self.shell)
        self.shell.go("inventory")
        QApplication.processEvents()

    @property
    def page(self) -> InventoryPage:
        page = self.shell.current_page
        assert isinstance(page, InventoryPage)
        return page

    @property
    def part(self) -> RecordTab:
        return self.page.part

    @property
    def table(self) -> RecordTable:
        return self.part.table

    def go_to_cell(self, key: str, column: str) -> None:
        """Make this cell the current one, with the keyboard in the table."""
        if self.table.records.column_at(column) is None:
            self.part.columns.turn(self.table.table.column(column), on=True)
        assert self.table.show_record(key, column)
        self.table.setFocus()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        target = self.shell.focusWidget() or self.table
        QTest.keyClick(target, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type over what stands in the cell, or into the editor that is open."""
        for letter in text:  # QTest's own keyClicks knows ASCII only, not €
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.shell.focusWidget() or self.table, event)
            QApplication.processEvents()

    def editor(self) -> QLineEdit:
        """The line that is being typed in."""
        focus = self.shell.focusWidget()
        assert isinstance(focus, QLineEdit)
        return focus

    def value(self, key: str, field: str, kind: type[Record] = Asset) -> object:
        return getattr(self.company.data.find(kind, key), field)


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[InventoryWindow]:
    if not isinstance(qapp.style(), ControlStyle):
        qapp.setStyle(ControlStyle())
    workspace = Workspace.create(
        tmp_path / "betrieb.vcio", Company(name="Muster GmbH"), records=small_company()
    )
    made = InventoryWindow(OpenCompany(workspace, TODAY), UserSettings())
    yield made
    made.shell.finish()
    made.shell.close()
    made.company.close()
    made.shell.deleteLater()
    QApplication.processEvents()


def visible_children(parent: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [child for child in parent.findChildren(kind) if child.isVisible()]
