"""The sheet of sums that must all be zero: each row compares two ways to the same figure."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import NamedTuple

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.movement import COLUMNS, added
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import (
    FIRST_ROW,
    Cell,
    Formula,
    FormulaPage,
    PageColumn,
    column_letter,
)
from virtualcio.exchange.tax_account_sheet import account_rows, asset_count
from virtualcio.exchange.tax_layout import (
    ACCOUNTS,
    CHECKS,
    COURSES,
    FISCAL_YEAR,
    LEFT,
    MOVEMENT,
    REGISTER,
    YEARS,
    YEARS_AHEAD,
    Layout,
    ref,
)
from virtualcio.exchange.tax_year_sheets import movement_column, movement_rows, years_total_row
from virtualcio.texts import _


class Check(NamedTuple):
    """A sum that must be zero."""

    title: str
    book: str
    formula: str


def checks_page(layout: Layout) -> FormulaPage:
    """Each row compares two ways to the same figure."""
    checks = tuple(_checks(layout)) if layout.things else ()
    return FormulaPage(
        _(CHECKS),
        _("Every difference has to be 0.00. Anything else means that something was changed by hand."),
        (
            PageColumn(_("What is compared"), Look.TEXT, 70),
            PageColumn(_("Book"), Look.TEXT, 16),
            PageColumn(_("Difference"), Look.CHECK, 14),
            PageColumn(_("Result"), Look.TEXT, 14),
        ),
        partial(_check_rows, checks),
        len(checks) + 1,
        filtered=False,
    )


def _check_rows(checks: Sequence[Check]) -> Iterator[Sequence[Cell]]:
    last = FIRST_ROW + len(checks)
    fits, differs = _("● agrees"), _("■ differs")
    every = f"SUMPRODUCT(ABS(C{FIRST_ROW + 1}:C{last}))" if checks else "0"
    rows = [Check(_("All differences together"), "", every), *checks]
    for row, one in enumerate(rows, start=FIRST_ROW):
        yield (
            (Look.TEXT, one.title),
            (Look.TEXT, one.book),
            (Look.CHECK, Formula(f"ROUND({one.formula},2)", ZERO)),
            (Look.TEXT, Formula(f'IF(C{row}=0,"{fits}","{differs}")', fits)),
        )


def _checks(layout: Layout) -> Iterator[Check]:
    yield from _register_checks(layout)
    for book in Book:
        yield from _book_checks(layout, book)
        yield from _program_checks(layout, book)
    if layout.left_count:
        deviations = ref(LEFT, f"$T${FIRST_ROW}:$T${FIRST_ROW + layout.left_count - 1}")
        yield Check(_("What has left: formulas against the program"), "", f"SUM({deviations})")
    accounts = account_rows(layout)
    worn = FIRST_ROW + asset_count(layout)
    assets = ref(ACCOUNTS, f"$G${FIRST_ROW}:$G${worn - 1}")
    tax = layout.workbook.words.books[Book.TAX]
    yield Check(
        _("Accounts against the register: book values at end"), tax,
        f"SUM({assets})-{ref(REGISTER, f'$W${layout.register_last + 1}')}",
    )  # fmt: skip
    count = sum(one.kind == _("Depreciation") for one in accounts)
    amounts = ref(ACCOUNTS, f"$F${worn}:$F${worn + count - 1}")
    yield Check(
        _("Accounts against the register: depreciation"), tax,
        f"SUM({amounts})-{ref(REGISTER, f'$U${layout.register_last + 1}')}",
    )  # fmt: skip


def _register_checks(layout: Layout) -> Iterator[Check]:
    tax = layout.workbook.words.books[Book.TAX]
    _first, row = movement_rows(layout, Book.TAX)
    pairs = (
        (_("Register against movement table: book values at start"), "N", "book_value_start"),
        (_("Register against movement table: additions"), "O", "additions"),
        (_("Register against movement table: disposals"), "Q", "disposals"),
        (_("Register against movement table: depreciation"), "U", "depreciation"),
        (_("Register against movement table: depreciated in all"), "V", "depreciation_end"),
        (_("Register against movement table: book values at end"), "W", "book_value_end"),
    )
    for title, column, name in pairs:
        sums = ref(REGISTER, f"${column}${layout.register_last + 1}")
        yield Check(title, tax, f"{sums}-{ref(MOVEMENT, f'${movement_column(name)}${row}')}")


def _book_checks(layout: Layout, book: Book) -> Iterator[Check]:
    """The movement table's own sums in each row, and the years against the course."""
    name = layout.workbook.words.books[book]
    first, last = movement_rows(layout, book)

    def column(of: str) -> str:
        letter = movement_column(of)
        return ref(MOVEMENT, f"${letter}${first}:${letter}${last}")

    def footing(plus: Sequence[str], minus: Sequence[str]) -> str:
        text = "+".join(map(column, plus)) + "".join(f"-{column(one)}" for one in minus)
        return f"SUMPRODUCT(ABS(ROUND({text},2)))"

    yield Check(
        _("Movement table, each row: cost at start, additions, disposals, transfers, cost at end"), name,
        footing(("cost_start", "additions", "transfers"), ("disposals", "cost_end")),
    )  # fmt: skip
    yield Check(
        _("Movement table, each row: depreciated at start, changes, depreciated at end"), name,
        footing(
            ("depreciation_start", "depreciation", "change_by_additions", "change_by_transfers"),
            ("change_by_disposals", "write_ups", "depreciation_end"),
        ),
    )  # fmt: skip
    yield Check(
        _("Movement table, each row: cost less depreciation is the book value at start"), name,
        footing(("cost_start",), ("depreciation_start", "book_value_start")),
    )  # fmt: skip
    yield Check(
        _("Movement table, each row: cost less depreciation is the book value at end"), name,
        footing(("cost_end",), ("depreciation_end", "book_value_end")),
    )  # fmt: skip
    years, worn = layout.course_range(book, "D"), layout.course_range(book, "Q")
    row = years_total_row(layout, book)
    for place in range(YEARS_AHEAD):
        cell = ref(YEARS, f"${column_letter(4 + place)}${row}")
        yield Check(
            _("Depreciation of {year}: sum of the things against the course").format(
                year=layout.workbook.year_name(layout.workbook.year + place)
            ), name,
            f"{cell}-SUMIFS({worn},{years},{_(FISCAL_YEAR)}+{place})",
        )  # fmt: skip


def _program_checks(layout: Layout, book: Book) -> Iterator[Check]:
    """What the program worked out, as plain figures, against the formulas."""
    name = layout.workbook.words.books[book]
    _first, last = movement_rows(layout, book)
    yield Check(
        _("{sheet}, each year: formulas against the program").format(sheet=_(COURSES[book])), name,
        f"SUM({layout.course_range(book, 'X')})",
    )  # fmt: skip
    sums = added(one.way.movement for one in layout.placed[book])
    for column in COLUMNS:
        value = getattr(sums, column)
        if column in ("transfers", "change_by_additions", "change_by_transfers", "write_ups", "interest"):
            continue
        cell = ref(MOVEMENT, f"${movement_column(column)}${last}")
        yield Check(
            _("Movement table, total, column {column}: formula against the program").format(
                column=movement_column(column)
            ), name, f"{cell}-({value})",
        )  # fmt: skip
