"""A real workplace on a small company with initiatives, for tests of the priorities page."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import (
    Asset,
    Company,
    Demand,
    Department,
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    InitiativeObligation,
    Obligation,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.duties import Applies
from virtualcio.model.inventory import AssetCategory
from virtualcio.store.workspace import Workspace
from virtualcio.ui.priorities.priorities_page import PrioritiesPage
from virtualcio.ui.shell.style import ControlStyle
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

TODAY = date(2026, 11, 22)


def planned_company() -> list[Record]:
    """Four initiatives: a duty, one that the others wait for, one that waits, one that brings little.

    The interface serves both goals strongly, the portal the first one weakly, the telephones none.
    """
    sales = Department(id="sales", name="Vertrieb")
    more = Goal(id="more", name="Mehr Umsatz", weight=Decimal(60))
    fast = Goal(id="fast", name="Schneller", weight=Decimal(40))
    pool = ResourcePool(id="pool", name="IT", days_per_month=Decimal(10), day_rate=Decimal("500.00"))
    duty = Obligation(id="duty", name="E-Rechnung", applies=Applies.YES, due_on=date(2027, 1, 1))
    invoice = Initiative(id="invoice", name="E-Rechnung senden", one_off_cost=Decimal("3000.00"))
    link = Initiative(id="link", name="Schnittstelle", one_off_cost=Decimal("4000.00"))
    portal = Initiative(id="portal", name="Portal", one_off_cost=Decimal("30000.00"))
    phones = Initiative(id="phones", name="Telefonie", one_off_cost=Decimal("9000.00"))
    return [
        sales, more, fast, pool, duty, invoice, link, portal, phones,
        InitiativeObligation(initiative_id="invoice", obligation_id="duty"),
        InitiativeEffort(initiative_id="link", pool_id="pool", days=Decimal("8.00")),
        InitiativeGoal(initiative_id="link", goal_id="more", strength=3),
        InitiativeGoal(initiative_id="link", goal_id="fast", strength=3),
        InitiativeGoal(initiative_id="portal", goal_id="more", strength=1),
        InitiativeDependency(id="needs", initiative_id="portal", prerequisite_id="link"),
        Demand(id="wish", name="Bestand unterwegs sehen", department_id="sales", goal_id="fast",
               expected_result="Weniger Anrufe", asked_on=date(2026, 9, 8)),
        Risk(id="attack", name="Angriff", likelihood=4, impact=5, likelihood_after=2, impact_after=3),
        Risk(id="theft", name="Diebstahl", likelihood=3, impact=2),
        Asset(id="server", name="ERP-Server", category=AssetCategory.SERVER, product="Windows Server 2012 R2",
              purchase_date=date(2015, 3, 12), cost=Decimal("11240.00")),
        Asset(id="desk1", name="PC 1", category=AssetCategory.DESKTOP, purchase_date=date(2015, 1, 5),
              cost=Decimal("900.00")),
        Asset(id="desk2", name="PC 2", category=AssetCategory.DESKTOP, purchase_date=date(2016, 1, 5),
              quantity=2),
    ]  # fmt: skip


def open_planned(folder: Path, records: list[Record] | None = None) -> OpenCompany:
    rows = planned_company() if records is None else records
    workspace = Workspace.create(folder / "betrieb.vcio", Company(name="Muster GmbH"), records=rows)
    return OpenCompany(workspace, TODAY)


class PrioritiesWindow:
    """The open company and the page, with the keyboard in the window."""

    def __init__(self, company: OpenCompany, size: tuple[int, int] = (1440, 900)) -> None:
        self.company = company
        self.shell = Workplace(company, UserSettings())
        self.shell.resize(*size)
        self.shell.show()
        self.shell.activateWindow()
        assert QTest.qWaitForWindowActive(self.shell)
        self.go("ranking")

    def go(self, tab: str, record: str = "") -> None:
        self.shell.go("priorities", tab, record)
        QApplication.processEvents()

    @property
    def page(self) -> PrioritiesPage:
        page = self.shell.current_page
        assert isinstance(page, PrioritiesPage)
        return page

    def undo(self) -> None:
        self.company.workspace.undo()
        QApplication.processEvents()

    def close(self) -> None:
        self.shell.finish()
        self.shell.close()
        self.company.close()
        self.shell.deleteLater()
        QApplication.processEvents()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[PrioritiesWindow]:
    if not isinstance(qapp.style(), ControlStyle):
        qapp.setStyle(ControlStyle())
    made = PrioritiesWindow(open_planned(tmp_path))
    yield made
    made.close()
