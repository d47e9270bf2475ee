"""A real window on a small roadmap, with a mouse that works on its bars, for tests of the plan."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.example_window import TODAY, workplace
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import (
    Company,
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    ResourcePool,
)
from virtualcio.model.base import Record
from virtualcio.model.initiatives import InitiativeState
from virtualcio.store.workspace import Workspace
from virtualcio.ui.roadmap.plan_chart import PlanChart
from virtualcio.ui.roadmap.plan_part import PlanPart
from virtualcio.ui.roadmap.roadmap_page import RoadmapPage
from virtualcio.ui.shell.workplace import Workplace

PLANNED = InitiativeState.PLANNED
LEFT = Qt.MouseButton.LeftButton


def small_roadmap() -> list[Record]:
    """One pool with 10 days a month; the ERP takes them all for three months, then comes the portal."""
    return [
        Goal(id="umsatz", name="Mehr Umsatz", weight=Decimal(60)),
        Goal(id="sicher", name="Sicher bleiben", weight=Decimal(40)),
        ResourcePool(
            id="it", name="Eigene IT", days_per_month=Decimal(14), support_days_per_month=Decimal(4)
        ),
        Initiative(id="erp", name="ERP-Umzug", state=PLANNED, start=date(2027, 1, 1), months=3),
        Initiative(id="portal", name="Kundenportal", state=PLANNED, start=date(2027, 4, 1), months=2),
        Initiative(id="website", name="Neue Website", months=2),
        Initiative(
            id="alt", name="Telefonie", state=InitiativeState.DONE, start=date(2026, 8, 1), months=2,
            finished_on=date(2026, 9, 30), percent_done=100,
        ),
        InitiativeGoal(id="g1", initiative_id="erp", goal_id="sicher", strength=3),
        InitiativeGoal(id="g2", initiative_id="portal", goal_id="umsatz", strength=3),
        InitiativeGoal(id="g3", initiative_id="portal", goal_id="sicher", strength=1),
        InitiativeEffort(id="e1", initiative_id="erp", pool_id="it", days=Decimal(30)),
        InitiativeEffort(id="e2", initiative_id="portal", pool_id="it", days=Decimal(10)),
        InitiativeEffort(id="e3", initiative_id="website", pool_id="it", days=Decimal(4)),
        InitiativeDependency(id="d1", initiative_id="portal", prerequisite_id="erp"),
    ]  # fmt: skip


class RoadmapWindow:
    """The window on the roadmap page, and what one does with mouse and keys on its plan."""

    def __init__(self, place: Workplace) -> None:
        self.place, self.company = place, place.company
        place.go("roadmap", "plan")
        QApplication.processEvents()

    @property
    def page(self) -> RoadmapPage:
        page = self.place.current_page
        assert isinstance(page, RoadmapPage)
        return page

    @property
    def part(self) -> PlanPart:
        part = self.page.part
        assert isinstance(part, PlanPart)
        return part

    @property
    def chart(self) -> PlanChart:
        return self.part.chart

    def initiative(self, key: str) -> Initiative:
        return self.company.data.find(Initiative, key)

    def on_bar(self, key: str, share: float = 0.5) -> QPoint:
        """A place on a bar: 0.5 its middle, 1 its right end."""
        shown = self.chart.layout_now
        row = self.chart.plan.row_of[key]
        bar = shown.bar(row, self.chart.plan.rows[row])
        return QPointF(bar.left() + (bar.width() - 2) * share, bar.center().y()).toPoint()

    def months(self, count: float) -> QPoint:
        """So many months to the right."""
        return QPoint(round(count * self.chart.layout_now.axis.month), 0)

    def take(self, key: str, share: float = 0.5) -> QPoint:
        """Press the mouse on a bar; gives back the place."""
        at = self.on_bar(key, share)
        QTest.mousePress(self.chart.viewport(), LEFT, pos=at)
        return at

    def pull(self, at: QPoint) -> None:
        QTest.mouseMove(self.chart.viewport(), at)
        QApplication.processEvents()

    def let_go(self, at: QPoint) -> None:
        QTest.mouseRelease(self.chart.viewport(), LEFT, pos=at)
        QApplication.processEvents()

    def drag(self, key: str, months: float, share: float = 0.5) -> None:
        at = self.take(key, share)
        self.pull(at + self.months(months / 2))
        self.pull(at + self.months(months))
        self.let_go(at + self.months(months))

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(self.chart, key, modifier)
        QApplication.processEvents()

    def undo(self) -> None:
        self.place.undo()
        QApplication.processEvents()


def roadmap_company(folder: Path, records: list[Record]) -> OpenCompany:
    path = folder / "roadmap.vcio"
    return OpenCompany(Workspace.create(path, Company(name="Muster GmbH"), records=records), TODAY)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[RoadmapWindow]:
    with workplace(qtbot, roadmap_company(tmp_path, small_roadmap())) as place:
        yield RoadmapWindow(place)
