"""What the tax advisor's workbook of a fiscal year will hold, in words, before it is made."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.depreciation.tax_lists import contract_rows, planned_rows
from virtualcio.actions.depreciation.year_rows import thing_of
from virtualcio.analysis.depreciation.choices import Chart
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.problems import ProblemId
from virtualcio.analysis.depreciation.year_cents import YearRow
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MOST_NAMES = 5


@dataclass(frozen=True)
class TaxPreview:
    """`missing`: what will not be in it, or not depreciated, and why; "" if nothing is missing."""

    inside: str
    missing: str


def _in_register(row: YearRow) -> bool:
    """Low value leaves the books by custom as soon as it is written off, though it is still there."""
    low_value = row.method in (Method.IMMEDIATE, Method.POOL)
    return not low_value or any((row.addition, row.depreciation, row.closing))


def tax_preview(company: "OpenCompany", year: int) -> TaxPreview:
    """Of a fiscal year, named by its start."""
    results = company.results
    tables = [results.depreciation_year(year, book).rows for book in Book]
    things = len({row.key for rows in tables for row in rows if _in_register(row)})
    contracts = len(list(contract_rows(company, year, Chart.SKR03)))
    planned = len(list(planned_rows(company, year)))
    inside = _("In it: {things}, {contracts}, {planned}.").format(
        things=translate_count("{count} thing of the register", "{count} things of the register", things),
        contracts=translate_count("{count} contract", "{count} contracts", contracts),
        planned=translate_count("{count} planned investment", "{count} planned investments", planned),
    )
    said = []
    lacking = [thing.name for thing in results.without_price_or_day]
    if lacking:
        text = _("Not in it, as price or day of purchase is missing: {names}.")
        said.append(text.format(names=join_names(lacking, _MOST_NAMES)))
    lifeless = [
        thing_of(company, key).name
        for key, found in results.depreciation_problems.items()
        if any(one.id is ProblemId.LIFE_MISSING for one in found)
    ]
    if lifeless:
        text = _("Not depreciated, as a useful life is missing: {names}.")
        said.append(text.format(names=join_names(lifeless, _MOST_NAMES)))
    return TaxPreview(inside, " ".join(said))
