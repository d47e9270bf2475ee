"""Formulas for the depreciation of a year, by method: the rules of the walk as a spreadsheet says them.

Amounts are multiplied out in whole cents and divided once, so that a half cent is a half cent in floating
point too and is rounded as the program rounds it.
"""

from decimal import Decimal
from typing import NamedTuple

from virtualcio.analysis.depreciation.items import Method
from virtualcio.exchange.tax_layout import CENT_UNIT, HALF_YEAR, Placed
from virtualcio.texts import _

_HUNDREDTH = Decimal("0.01")


class Operands(NamedTuple):
    """Cells of a part: its book value, base of the straight line, value to keep, months, months left, months
    of the straight line, and whether it goes by the straight line now.
    """

    book: str
    base: str
    keep: str
    months: str
    left: str
    span: str
    straight: str


def by_month(placed: Placed) -> bool:
    """Whether the method counts months."""
    course = placed.way.way.course
    return placed.method in (Method.LINEAR, Method.DECLINING, Method.DIGITAL) and not course.at_once


def months_formula(placed: Placed, used: str, left: str) -> str:
    """Months that count of those `used` in a fiscal year."""
    course = placed.way.way.course
    if course.half_year is not None:
        return f"IF({used}<=0,0,MIN({left},IF({used}>{_(HALF_YEAR)},12,6)))"
    if course.endless:
        return f"MAX(0,MIN(12,{used}))"
    return f"MAX(0,MIN({left},12,{used}))"


def amount_formula(placed: Placed, cells: Operands, basis: str, last: bool = False) -> str:
    """What is depreciated of a part in a year by months. `basis`: prefix of the sheet with rate and row."""
    course = placed.way.way.course
    unit = _(CENT_UNIT)
    most = cells.book if cells.keep == "0" else f"MAX(0,{cells.book}-{cells.keep})"
    straight = f"ROUND(ROUND(100*{cells.base}*{cells.months},0)/({cells.span}*{unit}),0)*{unit}/100"
    if course.rate is None:
        return _limited(cells, most, straight)
    rate, divisor = _rate(placed, basis)
    share = f"ROUND(ROUND(100*{cells.book},0)*{rate}*{cells.months}/({divisor}*{unit}),0)*{unit}/100"
    if not course.endless:
        return _limited(cells, most, f"IF({cells.straight}=1,{straight},{share})")
    ends = f"AND({cells.months}=12,OR({share}=0,ROUND({cells.book}-{share},2)<1))"
    return f"IF({cells.months}=0,0,IF({ends},{most},MIN({most},{share})))"


def _limited(cells: Operands, most: str, amount: str) -> str:
    """The last months take the rest; no year takes more."""
    months, left = cells.months, cells.left
    return f"IF({months}=0,0,IF({months}>={left},{most},MIN({most},{amount})))"


def _rate(placed: Placed, basis: str) -> tuple[str, int]:
    """The rate as a whole number where it has at most two places, and what to divide by."""
    percent = placed.way.way.terms.percent or Decimal(0)
    cell = f"{basis}$J${placed.basis_row}"
    if percent == percent.quantize(_HUNDREDTH):
        return f"ROUND(100*{cell},0)", 120_000
    return cell, 1_200


def pool_formula(book: str, first: str, months: str, year: str, first_year: str) -> str:
    """A fifth a year (or what is left of the five), the last year takes the rest."""
    unit = _(CENT_UNIT)
    years = f"ROUNDUP({months}/12,0)"
    part = f"ROUND(ROUND(100*{first},0)/({years}*{unit}),0)*{unit}/100"
    return f"IF({year}-{first_year}+1>={years},{book},MIN({book},{part}))"
