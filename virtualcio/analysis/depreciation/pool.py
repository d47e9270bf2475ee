"""The pool: a fifth in each of five fiscal years, whatever happens to its things. Source: § 6 (2a) EStG."""

from collections.abc import Iterator
from fractions import Fraction

from virtualcio.analysis.amounts import nearest
from virtualcio.analysis.depreciation.walk import Course, Leaving, Spread, Year
from virtualcio.analysis.roadmap.month_numbers import fiscal_year, fiscal_year_months, month_number

POOL_YEARS = 5


def pool_years(course: Course, count: int = POOL_YEARS) -> Iterator[Year]:
    """Every fiscal year of the pool (`count` are left), and those up to the last disposal.

    A disposal takes neither cost nor book value with it: its proceeds are income.
    """
    book = course.start.book
    fifth = course.unit * nearest(Fraction(book, count * course.unit))
    left_in = [fiscal_year(month_number(one.day), course.fiscal_start) for one in course.disposals]
    for year in range(course.origin, max([course.origin + count - 1, *left_in]) + 1):
        last = year - course.origin == count - 1
        amount = book if last else min(fifth, book)
        begin, after = fiscal_year_months(year, course.fiscal_start)
        first = min(max(begin, course.first), after - 1)
        leaving = zip(course.disposals, left_in, strict=True)
        gone = tuple(Leaving(one, 0, 0) for one, when in leaving if when == year)
        spread = (Spread(first, after - first, amount),) if amount else ()
        yield Year(year, 0, book, amount, book - amount, True, 0, gone, spread)
        book -= amount
