"""What the workbook says of business cases: one row for each."""

from typing import TYPE_CHECKING

from virtualcio.actions.business_case.case_rows import case_rows
from virtualcio.actions.business_case.case_words import no_rate_words
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def cases_sheet(company: "OpenCompany") -> Sheet:
    """Open initiatives with a case, and those that need one; the inputs stand in a sheet of their own."""
    columns = (
        SheetColumn(_("Initiative"), CellKind.TEXT, 36),
        SheetColumn(_("Cost in 5 years"), CellKind.MONEY, 16),
        SheetColumn(_("Benefit in 5 years"), CellKind.MONEY, 16),
        SheetColumn(_("Net present value at worst"), CellKind.MONEY, 18),
        SheetColumn(_("Net present value"), CellKind.MONEY, 18),
        SheetColumn(_("Net present value at best"), CellKind.MONEY, 18),
        SheetColumn(_("Internal rate of return"), CellKind.PERCENT, 14),
        SheetColumn(_("Paid back after (months)"), CellKind.INTEGER, 16),
        SheetColumn(_("Chance that it does not pay"), CellKind.PERCENT, 16),
        SheetColumn(_("Benefit estimated"), CellKind.PERCENT, 14),
        SheetColumn(_("Remark"), CellKind.TEXT, 36),
    )
    rows = tuple(
        (
            row.name, row.cost, row.benefit, row.at_worst, row.net_present_value, row.at_best,
            row.rate.percent, row.payback_months, row.chance_percent, row.guessed_percent,
            no_rate_words(row.rate) if row.has_case else _("What it brings is not entered."),
        )
        for row in case_rows(company.results)
    )  # fmt: skip
    return Sheet(_("Business cases"), columns, rows)
