"""Totals per account: assets, depreciation, gains and losses, running contracts."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from virtualcio.analysis.amounts import ZERO, total
from virtualcio.analysis.depreciation.movement import added
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import (
    FIRST_ROW,
    Cell,
    Formula,
    FormulaPage,
    PageColumn,
)
from virtualcio.exchange.tax_layout import ACCOUNTS, CONTRACTS, Layout, ref
from virtualcio.exchange.tax_parts import RegisterThing
from virtualcio.texts import _


class AccountRow(NamedTuple):
    """An account; formulas with what the program worked out for them."""

    number: str
    kind: str
    start: Formula | None
    addition: Formula | None
    amount: Formula | None
    end: Formula | None


def account_rows(layout: Layout) -> Sequence[AccountRow]:
    """Accounts of assets, of depreciation, of disposals, of contracts, each by number."""
    return (*_asset_rows(layout), *_worn_rows(layout), *_left_rows(layout), *_contract_rows(layout))


def accounts_page(layout: Layout) -> FormulaPage:
    """What stands on which account at the end of the fiscal year, by the tax book."""
    rows = account_rows(layout)
    chart = layout.workbook.chart
    return FormulaPage(
        _(ACCOUNTS),
        _("Accounts by {chart}, by the tax book. Typed accounts go before proposed ones.").format(
            chart=chart
        ),
        (
            PageColumn(_("Account"), Look.TEXT, 12),
            PageColumn(_("Name of the account"), Look.TEXT, 40),
            PageColumn(_("Kind"), Look.TEXT, 26),
            PageColumn(_("Book value at start"), Look.MONEY, 15),
            PageColumn(_("Addition"), Look.MONEY, 15),
            PageColumn(_("Amount of the year"), Look.MONEY, 15),
            PageColumn(_("Book value at end"), Look.MONEY, 15),
        ),
        partial(_rows, layout, rows),
        len(rows),
        filtered=False,
    )


def _rows(layout: Layout, rows: Sequence[AccountRow]) -> Iterator[Sequence[Cell]]:
    names = layout.workbook.words.accounts
    for one in rows:
        yield (
            (Look.TEXT, one.number),
            (Look.TEXT, names.get(one.number, "")),
            (Look.TEXT, one.kind),
            *(None if part is None else (Look.MONEY, part) for part in one[2:]),
        )


def _asset_rows(layout: Layout) -> Iterator[AccountRow]:
    row = FIRST_ROW
    for number in sorted({thing.account for thing in layout.things}):
        inside = [thing.tax.movement for thing in layout.things if thing.account == number]
        sums = added(inside)
        yield AccountRow(
            number,
            _("Fixed assets"),
            _of_register(layout, "C", "N", row, sums.book_value_start),
            _of_register(layout, "C", "O", row, sums.additions),
            None,
            _of_register(layout, "C", "W", row, sums.book_value_end),
        )
        row += 1


def asset_count(layout: Layout) -> int:
    """How many asset accounts there are: they stand first."""
    return len({thing.account for thing in layout.things})


def _worn_rows(layout: Layout) -> Iterator[AccountRow]:
    row = FIRST_ROW + asset_count(layout)
    for number in sorted({thing.depreciation_account for thing in layout.things}):
        inside = [one.tax.movement for one in layout.things if one.depreciation_account == number]
        amount = _of_register(layout, "AF", "U", row, added(inside).depreciation)
        yield AccountRow(number, _("Depreciation"), None, None, amount, None)
        row += 1


def _left_rows(layout: Layout) -> Iterator[AccountRow]:
    if not layout.things:
        return
    gains = [_gain(thing, layout.workbook.year) for thing in layout.things]
    column = layout.register_range("X")
    workbook = layout.workbook
    gain, loss = total(max(one, ZERO) for one in gains), total(min(one, ZERO) for one in gains)
    of_gain = Formula(f'SUMIF({column},">0")', gain)
    of_loss = Formula(f'SUMIF({column},"<0")', loss)
    yield AccountRow(workbook.gain_account, _("Gain from disposals"), None, None, of_gain, None)
    yield AccountRow(workbook.loss_account, _("Loss from disposals"), None, None, of_loss, None)


def _gain(thing: RegisterThing, year: int) -> Decimal:
    amounts = thing.tax.schedule.year(year)
    return amounts.gain if amounts is not None else ZERO


def _contract_rows(layout: Layout) -> Iterator[AccountRow]:
    contracts = layout.workbook.contracts
    before = len({one.depreciation_account for one in layout.things})
    row = FIRST_ROW + asset_count(layout) + before + (2 if layout.things else 0)
    last = FIRST_ROW + len(contracts) - 1
    for number in sorted({one.account for one in contracts}):
        value = total(one.in_year or ZERO for one in contracts if one.account == number)
        accounts = ref(CONTRACTS, f"$J${FIRST_ROW}:$J${last}")
        amounts = ref(CONTRACTS, f"$I${FIRST_ROW}:$I${last}")
        formula = Formula(f"ROUND(SUMPRODUCT(({accounts}=$A{row})*{amounts}),2)", value)
        yield AccountRow(number, _("Running contracts"), None, None, formula, None)
        row += 1


def _of_register(layout: Layout, accounts: str, column: str, row: int, value: Decimal) -> Formula:
    """By comparing whole texts: an account that somebody typed as “>5” or “*” stays what it is."""
    where = f"{layout.register_range(accounts)}=$A{row}"
    return Formula(f"ROUND(SUMPRODUCT(({where})*{layout.register_range(column)}),2)", value)
