"""A real window on a company with two goals, for tests of the goals' page."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import (
    Capability,
    Company,
    Department,
    Goal,
    GoalCapability,
    GoalDepartment,
    Initiative,
    InitiativeGoal,
    InitiativeKpi,
    Kpi,
    Measurement,
    Person,
)
from virtualcio.model.base import Record
from virtualcio.model.goals import Aggregation, Better, Cadence, KpiSource
from virtualcio.store.workspace import Workspace
from virtualcio.ui.goals.canvas_tab import CanvasTab
from virtualcio.ui.goals.goals_tab import GoalsTab
from virtualcio.ui.goals.maturity_tab import MaturityTab
from virtualcio.ui.shell.style import ControlStyle
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace

TODAY = date(2026, 7, 10)


def company_with_goals() -> list[Record]:
    """Offers: from 9 days on 1 January to 4 on 31 December, 6 on 2 July, when half of the days are over."""
    lead = Kpi(
        id="lead", name="Angebotsdurchlaufzeit", goal_id="offers", unit="Tage", better=Better.LOWER,
        baseline=Decimal(9), baseline_on=date(2026, 1, 1), target=Decimal(4), target_on=date(2026, 12, 31),
        cadence=Cadence.MONTHLY, owner_id="weber",
    )  # fmt: skip
    mood = Kpi(
        id="mood", name="Zufriedenheit", goal_id="offers", unit="Punkte", source=KpiSource.PROMOTERS,
        baseline=Decimal(0), baseline_on=date(2026, 1, 1), target=Decimal(40), target_on=date(2026, 12, 31),
    )  # fmt: skip
    tracked = Kpi(
        id="tracked", name="Verträge im Blick", goal_id="safe", unit="%",
        source=KpiSource.CONTRACTS_TRACKED, aggregation=Aggregation.LEVEL,
    )  # fmt: skip
    values = [(2, 1, "8.2"), (3, 2, "7.6"), (4, 1, "7"), (5, 2, "6.5"), (7, 2, "6")]
    return [
        Person(id="weber", name="Anna Weber"),
        Department(id="sales", name="Vertrieb"),
        Department(id="shop", name="Fertigung"),
        Goal(id="safe", name="Sicher bleiben", weight=Decimal(30)),
        Goal(
            id="offers",
            name="Schneller anbieten",
            weight=Decimal(60),
            owner_id="weber",
            description="Vom Anruf zum Angebot in 4 Tagen",
        ),
        GoalDepartment(goal_id="offers", department_id="sales"),
        lead,
        mood,
        tracked,
        *(
            Measurement(kpi_id="lead", day=date(2026, month, day), value=Decimal(value))
            for month, day, value in values
        ),
        Capability(id="crm", name="Kundenhistorie"),
        GoalCapability(goal_id="offers", capability_id="crm"),
        Initiative(
            id="portal",
            name="Kundenportal",
            one_off_cost=Decimal("12500.00"),
            start=date(2027, 1, 1),
            months=3,
            we_do="Angebote entstehen im Portal.",
        ),
        InitiativeGoal(initiative_id="portal", goal_id="offers", strength=3),
        InitiativeKpi(initiative_id="portal", kpi_id="lead"),
    ]


class GoalsWindow:
    """The open company and the window, with the keyboard."""

    def __init__(self, company: OpenCompany, settings: UserSettings) -> None:
        self.company = company
        self.shell = Workplace(company, settings)
        self.shell.resize(1440, 900)
        self.shell.show()
        self.shell.activateWindow()
        assert QTest.qWaitForWindowActive(self.shell)
        self.turn_to("goals")

    def turn_to(self, tab: str) -> None:
        self.shell.go("goals", tab=tab)
        QApplication.processEvents()

    @property
    def goals(self) -> GoalsTab:
        part = self.shell.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
        assert isinstance(part, GoalsTab)
        return part

    @property
    def canvas(self) -> CanvasTab:
        part = self.shell.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
        assert isinstance(part, CanvasTab)
        return part

    @property
    def maturity(self) -> MaturityTab:
        part = self.shell.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
        assert isinstance(part, MaturityTab)
        return part

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the keyboard is."""
        QTest.keyClick(self.shell.focusWidget() or self.shell, key, modifier)
        QApplication.processEvents()

    def write(self, text: str) -> None:
        """Type where the keyboard is."""
        for letter in text:
            for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter)
                QApplication.sendEvent(self.shell.focusWidget() or self.shell, event)
        QApplication.processEvents()

    def click(self, widget: QWidget) -> None:
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        QApplication.processEvents()

    def undo(self) -> None:
        self.company.workspace.undo()
        QApplication.processEvents()

    def steps(self) -> int:
        """How many times undo finds something to do; nothing is left undone afterwards."""
        count = 0
        while self.company.workspace.undo_label is not None:
            self.company.workspace.undo()
            count += 1
        for _step in range(count):
            self.company.workspace.redo()
        QApplication.processEvents()
        return count


def opened(path: Path, records: list[Record]) -> GoalsWindow:
    workspace = Workspace.create(path, Company(name="Muster GmbH", trade="Metallbau"), records=records)
    return GoalsWindow(OpenCompany(workspace, TODAY), UserSettings())


def closed(made: GoalsWindow) -> None:
    made.shell.finish()
    made.shell.close()
    made.company.close()
    made.shell.deleteLater()
    QApplication.processEvents()


@pytest.fixture
def window(qapp: QApplication, tmp_path: Path) -> Iterator[GoalsWindow]:
    if not isinstance(qapp.style(), ControlStyle):
        qapp.setStyle(ControlStyle())
    made = opened(tmp_path / "betrieb.vcio", company_with_goals())
    yield made
    closed(made)


@pytest.fixture
def empty_window(qapp: QApplication, tmp_path: Path) -> Iterator[GoalsWindow]:
    if not isinstance(qapp.style(), ControlStyle):
        qapp.setStyle(ControlStyle())
    made = opened(tmp_path / "leer.vcio", [])
    yield made
    closed(made)
