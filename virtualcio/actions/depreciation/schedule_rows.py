"""The fiscal years of one thing, both books side by side."""

from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.schedule import Schedule
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Rows = list[tuple[str, ...]]


def schedule_rows(company: "OpenCompany", key: str) -> tuple[tuple[str, ...], Rows]:
    """Header and rows: fiscal year, then depreciation and book value of each book. KeyError: in no register.

    After the last change in both books nothing is listed any more, nor are years between in which nothing
    is left and nothing happens.
    """
    books = [company.results.depreciation_schedule(key, book) for book in Book]
    header = (
        _("Year"), _("By tax law"), _("Book value"), _("Commercial"), _("Book value"),
    )  # fmt: skip
    first = min(one.years[0].fiscal_year for one in books)
    last = max(one.years[-1].fiscal_year for one in books)
    rows: Rows = []
    for year in range(first, last + 1):
        if first < year < last and not any(_says(one, year) for one in books):
            continue
        cells = [year_name(company, year)]
        for schedule in books:
            amounts = schedule.year(year)
            depreciation = amounts.depreciation if amounts is not None else Decimal(0)
            there = year >= schedule.years[0].fiscal_year
            cells += [_number(depreciation, there), _number(schedule.book_value(year), there)]
        rows.append(tuple(cells))
    return header, rows


def _says(schedule: Schedule, year: int) -> bool:
    """Whether a year of a book is worth a row."""
    amounts = schedule.year(year)
    return bool(schedule.book_value(year)) or (amounts is not None and bool(amounts.depreciation))


def _number(amount: Decimal, there: bool) -> str:
    return formats.number(amount, 2) if there else formats.NO_VALUE
