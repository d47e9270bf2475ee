"""A real window on a small budget with round numbers, for tests of its page."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.example_window import TODAY, workplace
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Account, ActualCost, BudgetLine, Company, Contract, Goal, Person
from virtualcio.model.base import Record
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.store.workspace import Workspace
from virtualcio.ui.budget.actuals_part import ActualsPart
from virtualcio.ui.budget.budget_page import BudgetPage
from virtualcio.ui.budget.plan_part import PlanPart
from virtualcio.ui.shell.workplace import Workplace


def small_budget() -> list[Record]:
    """1,200 € of cloud a month, 3,000 € of training once, a server for 10,000 € in March 2027, and a line
    nobody has put an amount to; the books know the first half of 2026."""
    return [
        Person(id="keller", name="Jonas Keller"),
        Goal(id="sicher", name="Sicher bleiben", weight=Decimal(100)),
        Contract(
            id="m365", name="Microsoft 365", cost=Decimal("1200.00"), cost_period=PaymentPeriod.MONTH,
            category=BudgetCategory.SOFTWARE, start=date(2024, 1, 1), owner_id="keller",
        ),
        BudgetLine(
            id="kurs", name="Schulung", category=BudgetCategory.TRAINING, amount=Decimal("3000.00"),
            first_on=date(2026, 9, 1), purpose=Purpose.GOAL, goal_id="sicher",
        ),
        BudgetLine(
            id="server", name="Server", category=BudgetCategory.HARDWARE, kind=CostKind.CAPEX,
            amount=Decimal("10000.00"), first_on=date(2027, 3, 1), useful_life_years=5,
            purpose=Purpose.OPERATION,
        ),
        BudgetLine(
            id="reserve", name="Reserve", category=BudgetCategory.OTHER, first_on=date(2026, 12, 1),
            purpose=Purpose.OPERATION,
        ),
        Account(id="a1", number="4964", name="Lizenzen", category=BudgetCategory.SOFTWARE),
        ActualCost(
            id="i1", account_id="a1", first_on=date(2026, 1, 1), last_on=date(2026, 6, 30),
            amount=Decimal("9000.00"),
        ),
    ]  # fmt: skip


class BudgetWindow:
    """The window on the budget page, and what one does on it."""

    def __init__(self, place: Workplace) -> None:
        self.place, self.company = place, place.company
        place.go("budget", "plan")
        QApplication.processEvents()

    @property
    def page(self) -> BudgetPage:
        page = self.place.current_page
        assert isinstance(page, BudgetPage)
        return page

    @property
    def plan(self) -> PlanPart:
        part = self.page.part
        assert isinstance(part, PlanPart)
        return part

    @property
    def actuals(self) -> ActualsPart:
        self.place.go("budget", "actual_costs")
        QApplication.processEvents()
        part = self.page.part
        assert isinstance(part, ActualsPart)
        return part

    def rows(self) -> dict[str, tuple[str, ...]]:
        """The amounts of the plan by the keys of its rows."""
        return {row.key: row.cells for row in self.plan.plan.table.plan.rows}

    def press(self, key: Qt.Key) -> None:
        QTest.keyClick(self.plan.plan.table, key)
        QApplication.processEvents()


def budget_company(folder: Path, records: list[Record], start: int = 1) -> OpenCompany:
    """`start`: the month in which the fiscal year begins."""
    company = Company(name="Muster GmbH", fiscal_year_start=start, revenue=Decimal(1_000_000), employees=10)
    return OpenCompany(Workspace.create(folder / "budget.vcio", company, records=records), TODAY)


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[BudgetWindow]:
    with workplace(qtbot, budget_company(tmp_path, small_budget())) as place:
        yield BudgetWindow(place)
