"""Lists beside the register: low value and pools, running contracts, planned investments, accounts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial

from virtualcio.analysis.amounts import ZERO, round_cents, total
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import FIRST_ROW, Cell, Formula, FormulaPage, PageColumn
from virtualcio.exchange.tax_layout import (
    BASIS,
    CONTRACTS,
    COURSES,
    LOW_VALUE,
    PLANNED,
    Layout,
    Placed,
    ref,
)
from virtualcio.texts import _


def low_value_page(layout: Layout) -> FormulaPage:
    """What is expense at once this fiscal year, what stands in a pool, and the pools as a whole."""
    found = [one for one in layout.placed[Book.TAX] if one.stays_whole]
    pools = sorted({one.first_year for one in found if one.method is Method.POOL})
    return FormulaPage(
        _(LOW_VALUE),
        _("By the tax book, each piece by its own price. Below: the pools as a whole."),
        (
            PageColumn(_("Inventory number"), Look.TEXT, 14),
            PageColumn(_("Thing"), Look.TEXT, 32),
            PageColumn(_("Bought on"), Look.DATE, 12),
            PageColumn(_("Supplier"), Look.TEXT, 22),
            PageColumn(_("Invoice number"), Look.TEXT, 16),
            PageColumn(_("Pieces"), Look.NUMBER, 8),
            PageColumn(_("Cost, net"), Look.MONEY, 14),
            PageColumn(_("Cost of a piece"), Look.MONEY, 13),
            PageColumn(_("Method"), Look.TEXT, 22),
            PageColumn(_("Year of the pool"), Look.YEAR, 10),
            PageColumn(_("Depreciation of the year"), Look.MONEY, 14),
            PageColumn(_("Book value at end"), Look.MONEY, 14),
        ),
        partial(_low_value_rows, layout, found, pools),
        len(found) + len(pools) + 1,
        filtered=False,
    )


def _low_value_rows(
    layout: Layout, found: Sequence[Placed], pools: Sequence[int]
) -> Iterator[Sequence[Cell]]:
    year, basis, course = layout.workbook.year, ref(BASIS, ""), ref(COURSES[Book.TAX], "")
    row = FIRST_ROW
    for placed in found:
        at, moved, start = placed.row_of(year), placed.way.movement, placed.way.way.course.start
        cost = placed.way.schedule.cost
        yield (
            (Look.TEXT, placed.thing.number),
            (Look.TEXT, placed.thing.name),
            (Look.DATE, placed.thing.item.bought),
            (Look.TEXT, placed.thing.supplier),
            (Look.TEXT, placed.thing.invoice),
            (Look.NUMBER, Formula(f"{basis}H{placed.basis_row}", start.pieces)),
            (Look.MONEY, Formula(f"{basis}G{placed.basis_row}", cost)),
            (Look.MONEY, Formula(f"ROUND(G{row}/F{row},2)", round_cents(cost / start.pieces))),
            (Look.TEXT, layout.workbook.words.methods[placed.method]),
            (Look.YEAR, placed.first_year) if placed.method is Method.POOL else None,
            None if at is None else (Look.MONEY, Formula(f"{course}Q{at}", moved.depreciation)),
            None if at is None else (Look.MONEY, Formula(f"{course}U{at}", moved.book_value_end)),
        )
        row += 1
    yield ()
    last = row - 1
    for pool in pools:
        inside = [one for one in found if one.method is Method.POOL and one.first_year == pool]
        sums = (
            ("G", total(one.way.schedule.cost for one in inside)),
            ("K", total(one.way.movement.depreciation for one in inside)),
            ("L", total(one.way.movement.book_value_end for one in inside)),
        )
        values = {
            column: Formula(f"SUMIFS({column}{FIRST_ROW}:{column}{last},J{FIRST_ROW}:J{last},{pool})", value)
            for column, value in sums
        }
        blank: Cell = Look.SUM_TEXT, None
        yield (
            (Look.SUM_TEXT, _("Pool {year}").format(year=layout.workbook.year_name(pool))),
            *(blank,) * 5,
            (Look.SUM, values["G"]),
            *(blank,) * 3,
            (Look.SUM, values["K"]),
            (Look.SUM, values["L"]),
        )


def contracts_page(layout: Layout) -> FormulaPage:
    """Running contracts, leases among them, with their cost of a year."""
    workbook = layout.workbook
    return FormulaPage(
        _(CONTRACTS),
        _("Amounts net. Leased things belong to the lessor and stand in no register here."),
        (
            PageColumn(_("Contract"), Look.TEXT, 34),
            PageColumn(_("Kind"), Look.TEXT, 18),
            PageColumn(_("Supplier"), Look.TEXT, 24),
            PageColumn(_("Contract number"), Look.TEXT, 16),
            PageColumn(_("Start"), Look.DATE, 12),
            PageColumn(_("End"), Look.DATE, 12),
            PageColumn(_("Leasing or rental"), Look.TEXT, 12),
            PageColumn(_("Cost a year"), Look.MONEY, 14),
            PageColumn(_("Cost in {year}").format(year=workbook.year_name(workbook.year)), Look.MONEY, 14),
            PageColumn(_("Account"), Look.TEXT, 9),
            PageColumn(_("Name of the account"), Look.TEXT, 28),
            PageColumn(_("Cost centre"), Look.TEXT, 12),
        ),
        partial(_contract_rows, layout),
        len(workbook.contracts) + 1,
    )


def _contract_rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    contracts = layout.workbook.contracts
    for one in contracts:
        yield (
            (Look.TEXT, one.name),
            (Look.TEXT, one.kind),
            (Look.TEXT, one.supplier),
            (Look.TEXT, one.number),
            (Look.DATE, one.start),
            (Look.DATE, one.end),
            (Look.TEXT, _("Yes") if one.leased else _("No")),
            (Look.MONEY, one.yearly),
            (Look.MONEY, one.in_year),
            (Look.TEXT, one.account),
            (Look.TEXT, one.account_name),
            (Look.TEXT, one.cost_centre),
        )
    yearly = total(one.yearly or ZERO for one in contracts)
    in_year = total(one.in_year or ZERO for one in contracts)
    last = FIRST_ROW + len(contracts) - 1
    yield (
        (Look.SUM_TEXT, _("Total")),
        *((Look.SUM_TEXT, None),) * 6,
        _summed("H", last, yearly),
        _summed("I", last, in_year),
    )


def _summed(column: str, last: int, value: Decimal) -> Cell:
    """The sum of the rows above; plain where there are none."""
    if last < FIRST_ROW:
        return Look.SUM, value
    return Look.SUM, Formula(f"SUM({column}{FIRST_ROW}:{column}{last})", value)


def planned_page(layout: Layout) -> FormulaPage:
    """Capital investments of three fiscal years, as the budget plans them."""
    workbook = layout.workbook
    names = [workbook.year_name(workbook.year + place) for place in range(3)]
    return FormulaPage(
        _(PLANNED),
        _("Plan, not booked: what is to be bought and capitalised in three fiscal years, net."),
        (
            PageColumn(_("Investment"), Look.TEXT, 38),
            PageColumn(_("Where the line comes from"), Look.TEXT, 22),
            PageColumn(_("Category"), Look.TEXT, 22),
            PageColumn(_("Supplier"), Look.TEXT, 24),
            PageColumn(_("Cost centre"), Look.TEXT, 12),
            *(PageColumn(name, Look.MONEY, 14) for name in names),
            PageColumn(_("Total"), Look.MONEY, 14),
        ),
        partial(_planned_rows, layout),
        len(workbook.planned) + 1,
    )


def _planned_rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    planned = layout.workbook.planned
    for row, one in enumerate(planned, start=FIRST_ROW):
        yield (
            (Look.TEXT, one.name),
            (Look.TEXT, one.origin),
            (Look.TEXT, one.category),
            (Look.TEXT, one.supplier),
            (Look.TEXT, one.cost_centre),
            *((Look.MONEY, amount) for amount in one.amounts),
            (Look.MONEY, Formula(f"SUM(F{row}:H{row})", total(one.amounts))),
        )
    last = FIRST_ROW + len(planned) - 1
    sums = [total(one.amounts[place] for one in planned) for place in range(3)]
    yield (
        (Look.SUM_TEXT, _("Total")),
        *((Look.SUM_TEXT, None),) * 4,
        *(_summed(column, last, value) for column, value in zip("FGH", sums, strict=True)),
        _summed("I", last, total(sums)),
    )
