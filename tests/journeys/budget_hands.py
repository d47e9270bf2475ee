"""Hands for the budget: its fiscal year, the plan in every view, lists of accounts."""

from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox

from tests.journeys import plan_hands as hands
from tests.journeys.walk import Walk, answering, file_name, wait_until
from virtualcio.analysis.budget.fiscal import Step
from virtualcio.analysis.budget.views import Basis, BudgetTable, GroupBy
from virtualcio.ui.budget.actuals_part import ActualsPart
from virtualcio.ui.budget.plan_part import PlanPart
from virtualcio.ui.settings.company_form import CompanyForm

ACCOUNTS_HEAD = "Konto;Kontobezeichnung;EB-Wert;Soll;Haben;Saldo"


def cents(*amounts: str) -> list[Decimal]:
    return [Decimal(amount) for amount in amounts]


def choose(combo: QComboBox, words: str) -> None:
    """Type the first letters of a choice into the list, as with the keyboard, and take it."""
    at = combo.findText(words)
    assert at >= 0, [combo.itemText(one) for one in range(combo.count())]
    combo.setFocus()
    combo.setCurrentIndex(at)
    combo.activated.emit(at)
    QApplication.processEvents()


def fiscal_year_from(walk: Walk, month: str) -> None:
    """In the settings of the company."""
    walk.page("settings")
    [form] = walk.place.current_page.findChildren(CompanyForm)
    choose(form.month, month)


def the_plan(walk: Walk) -> PlanPart:
    hands.turn_to(walk, "budget", "plan")
    part = hands.part(walk)
    assert isinstance(part, PlanPart)
    return part


def the_actuals(walk: Walk) -> ActualsPart:
    hands.turn_to(walk, "budget", "actual_costs")
    part = hands.part(walk)
    assert isinstance(part, ActualsPart)
    return part


def shown(walk: Walk, *words: str) -> dict[str, tuple[str, ...]]:
    """Click these words of the plan's switches; the amounts that are shown then, by name."""
    card = the_plan(walk).plan
    for word in words:
        [button] = [one for switch in (card.basis, card.span) for one in switch.buttons.values()
                    if one.text() == word]  # fmt: skip
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        QApplication.processEvents()
    return {row.name: row.cells for row in card.table.plan.rows}


def every_view(walk: Walk) -> list[BudgetTable]:
    """Both bases, all groupings: the years, and each year by its quarters and months."""
    results = walk.place.company.results
    years = [one.year for one in results.plan_years.years]
    places = [(None, Step.YEAR), *((year, step) for year in years for step in (Step.QUARTER, Step.MONTH))]
    return [
        results.budget_table(basis, group_by, *place)
        for basis in Basis
        for group_by in GroupBy
        for place in places
    ]


def accounts_list(path: Path, months: str, *rows: str, title: str = "Summen- und Saldenliste") -> Path:
    """As bookkeeping programs write it."""
    lines = [f"{title};;;{months};;", "", ACCOUNTS_HEAD, *rows, ""]
    path.write_bytes("\r\n".join(lines).encode("cp1252"))
    return path


def read_list(walk: Walk, path: Path) -> None:
    """From the actual costs to the preview of a list of accounts."""
    the_actuals(walk).on_import()
    QApplication.processEvents()
    with answering(file_name(path)):
        walk.click(choose_words(walk))
    wait_until(lambda: preview_of(walk) == path.name, "the preview of the list")


def choose_words(walk: Walk) -> str:
    """The button that asks for a file is called otherwise when one was read before."""
    words = {button.text() for button in walk.buttons()}
    [found] = words & {"Datei wählen …", "Andere Datei wählen …"}
    return found


def preview_of(walk: Walk) -> str:
    plan = walk.importing.preview.plan
    return plan.file_name if plan is not None and walk.importing.preview.isVisible() else ""
