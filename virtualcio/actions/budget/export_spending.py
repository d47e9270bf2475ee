"""What the workbook says of assigned spending: each larger expense and where its money leads."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from virtualcio.actions.budget.spending_words import MISSING_WORDS, kind_words
from virtualcio.actions.budget.standing_words import STANDING_TITLES
from virtualcio.actions.inventory.export_figures import Row
from virtualcio.analysis.spending.expense import Expense
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Goal, Kpi, Obligation, Process, Record
from virtualcio.texts import _, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def spending_sheet(company: "OpenCompany") -> Sheet:
    """A row for each thread; the amounts add up to all larger expenses of the 12 months."""
    columns = (
        SheetColumn(_("Expense"), CellKind.TEXT, 36),
        SheetColumn(_("Kind"), CellKind.TEXT, 16),
        SheetColumn(_("Amount"), CellKind.MONEY, 15),
        SheetColumn(_("State"), CellKind.TEXT, 26),
        SheetColumn(_("Process"), CellKind.TEXT, 28),
        SheetColumn(_("Goal"), CellKind.TEXT, 34),
        SheetColumn(_("KPI"), CellKind.TEXT, 30),
        SheetColumn(_("Obligation"), CellKind.TEXT, 30),
        SheetColumn(_("What is missing"), CellKind.LONG_TEXT, 50),
        SheetColumn(_("Confirmed on"), CellKind.DATE, 14),
        SheetColumn(_("Measured on"), CellKind.DATE, 14),
    )
    rows = [row for one in company.results.spending.expenses for row in _rows(company, one)]
    return Sheet(_("Assigned spending"), columns, rows)


def _rows(company: "OpenCompany", one: Expense) -> Iterator[Row]:
    kind, standing = kind_words(one), translate(STANDING_TITLES[one.standing])
    missing = ", ".join(translate(MISSING_WORDS[link]) for link in one.missing)
    days = one.confirmed_on, one.measured_on
    if not one.threads:
        yield one.name, kind, one.amount, standing, "", "", "", "", missing, *days
    for thread in one.threads:
        yield (
            one.name,
            kind,
            thread.amount,
            standing,
            _name(company, Process, thread.process_id),
            _name(company, Goal, thread.goal_id),
            _name(company, Kpi, thread.kpi_id),
            _name(company, Obligation, thread.obligation_id),
            missing,
            *days,
        )


def _name(company: "OpenCompany", kind: type[Record], key: str | None) -> str:
    record = company.data.get(kind, key)
    return "" if record is None else str(vars(record).get("name", ""))
