"""The first sheet: what the workbook is, what it goes by, how things are reckoned, what is missing."""

from collections.abc import Iterator, Sequence
from functools import partial

from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.movement import added
from virtualcio.analysis.depreciation.rules import RuleKind
from virtualcio.exchange.formula_styles import Look
from virtualcio.exchange.formula_workbook import FIRST_ROW, Cell, Formula, FormulaPage, PageColumn
from virtualcio.exchange.tax_layout import (
    ALL_CHECKS,
    CENT_UNIT,
    CHECKS,
    DISPOSAL_MONTH,
    FIRST_MONTH,
    FISCAL_YEAR,
    HALF_YEAR,
    MOVEMENT,
    OVERVIEW,
    Layout,
    ref,
)
from virtualcio.exchange.tax_year_sheets import movement_column, movement_rows
from virtualcio.texts import _, mark, translate_count

_NOTES = (
    mark(
        "Prepared by VirtualCIO from the company's own entries; to be checked before it goes into the books."
    ),
    mark(
        "Cost is net, after discount, with freight and installation; limits count per piece, amounts per row."
    ),
    mark(
        "Straight-line: cost × months of the year ÷ months of the useful life, from the month of purchase on."
    ),
    mark(
        "Declining: book value × rate, by months in the first year; straight-line over the months left from "
        "the fiscal year on in which that is at least as much."
    ),
    mark("Pool: a fifth in each of five fiscal years; what leaves meanwhile changes nothing."),
    mark("At once: low value, fully in the fiscal year of purchase. One year: digital things, where chosen."),
    mark("Each year is rounded by itself, half a cent up; the last year takes the rest."),
    mark("If part of a group is sold, the group is split by pieces at the start of that fiscal year."),
    mark("Taken over from older books: their book value over the months that were left then."),
    mark(
        "Blue figures on “Basis” may be changed. A longer life needs more rows than there are: then export "
        "the workbook anew from the program."
    ),
)


def summary_page(layout: Layout) -> FormulaPage:
    """Its rows hold the named cells: see `named_cells`."""
    rows = tuple(_rows(layout))
    return FormulaPage(
        _(OVERVIEW),
        _("Register of assets, depreciation and contracts of IT for the tax advisor."),
        (
            PageColumn(_("What"), Look.LONG, 52),
            PageColumn(_("Value"), Look.TEXT, 22),
            PageColumn(_("Remark"), Look.LONG, 70),
        ),
        partial(iter, rows),
        len(rows),
        heading=_("For the tax advisor"),
        frozen_columns=0,
        filtered=False,
    )


def named_cells(layout: Layout) -> dict[str, str]:
    """The address of each named cell, by its name in the language of the workbook."""
    cells = {
        _(name): ref(OVERVIEW, f"$B${FIRST_ROW + place}")
        for place, name in enumerate((FISCAL_YEAR, FIRST_MONTH, CENT_UNIT, DISPOSAL_MONTH, HALF_YEAR))
    }
    return {**cells, _(ALL_CHECKS): ref(CHECKS, f"$C${FIRST_ROW}")}


def _rows(layout: Layout) -> Iterator[Sequence[Cell]]:
    yield from _named(layout)
    yield from _figures(layout)
    words, workbook = layout.workbook.words, layout.workbook
    yield ()
    yield _heading(_("What was chosen"))
    for title, answer in words.settings:
        yield (Look.LONG, title), (Look.TEXT, answer)
    yield ()
    yield _heading(_("How things are reckoned"))
    for note in _NOTES:
        yield None, None, (Look.LONG, _(note))
    if workbook.missing:
        yield ()
        yield _heading(_("Not in the register: price or day of purchase is missing"))
        for name in workbook.missing:
            yield ((Look.LONG, name),)
    if words.problems:
        yield ()
        yield _heading(_("Entries to look at"))
        for name, sentence in words.problems:
            yield (Look.LONG, name), None, (Look.LONG, sentence)
    if words.sources:
        yield ()
        yield _heading(_("Rules used, where they stand, and how sure they are"))
        for rule, law, certainty in words.sources:
            yield (Look.LONG, rule), (Look.TEXT, certainty), (Look.LONG, law)


def _heading(text: str) -> Sequence[Cell]:
    return ((Look.SUM_TEXT, text), (Look.SUM_TEXT, None), (Look.SUM_TEXT, None))


def _named(layout: Layout) -> Iterator[Sequence[Cell]]:
    """In the order of `named_cells`."""
    rules, year = layout.workbook.rules, layout.workbook.year
    halves = rules.tables.rules_of(rules.country, RuleKind.HALF_YEAR)
    counts = rules.disposal_month_counts or bool(halves)
    yield (
        (Look.LONG, _("Fiscal year, named by its start")), (Look.YEAR, year),
        (Look.LONG, _("Named {name}. For another one export anew.").format(name=_(FISCAL_YEAR))),
    )  # fmt: skip
    yield (
        (Look.LONG, _("First month of the fiscal year")), (Look.YEAR, rules.fiscal_start),
        (Look.LONG, _("Named {name}.").format(name=_(FIRST_MONTH))),
    )  # fmt: skip
    yield (
        (Look.LONG, _("Rounding unit in cents")), (Look.YEAR, 100 if rules.full_euros else 1),
        (Look.LONG, _("Named {name}. 1: to the cent, 100: to the euro.").format(name=_(CENT_UNIT))),
    )  # fmt: skip
    yield (
        (Look.LONG, _("The month of a disposal counts")), (Look.YEAR, int(counts)),
        (Look.LONG, _("Named {name}. 1: yes, 0: full months before it.").format(name=_(DISPOSAL_MONTH))),
    )  # fmt: skip
    yield (
        (Look.LONG, _("Months of use for a whole year")), (Look.YEAR, int(halves[0].value) if halves else 0),
        (Look.LONG, _("Named {name}. Austria: more count as a year.").format(name=_(HALF_YEAR))),
    )  # fmt: skip


def _figures(layout: Layout) -> Iterator[Sequence[Cell]]:
    fits, differs = _("● All sums agree"), _("■ Sums differ: see the sheet of checks")
    yield ()
    yield (
        (Look.LONG, _("Checks")),
        (Look.TEXT, Formula(f'IF({_(ALL_CHECKS)}=0,"{fits}","{differs}")', fits)),
    )
    yield (
        (Look.LONG, _("Things in the register")), (Look.NUMBER, len(layout.things)),
        (Look.LONG, translate_count("{count} contract", "{count} contracts", len(layout.workbook.contracts))),
    )  # fmt: skip
    for book in Book:
        _first, last = movement_rows(layout, book)
        sums = added(one.way.movement for one in layout.placed[book])
        for title, column in (
            (_("Depreciation of the year"), "depreciation"),
            (_("Book value at end"), "book_value_end"),
        ):
            cell = ref(MOVEMENT, f"{movement_column(column)}{last}")
            yield (
                (Look.LONG, title),
                (Look.MONEY, Formula(cell, getattr(sums, column))),
                (Look.LONG, layout.workbook.words.books[book]),
            )
