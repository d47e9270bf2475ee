"""The tax advisor's workbook, sheet by sheet. Source: rules.md section 5."""

from pathlib import Path

from virtualcio.analysis.depreciation.items import Book
from virtualcio.exchange.formula_workbook import FormulaPage, PageHead, write_formula_workbook
from virtualcio.exchange.tax_account_sheet import accounts_page
from virtualcio.exchange.tax_check_sheet import checks_page
from virtualcio.exchange.tax_course_sheet import course_page
from virtualcio.exchange.tax_layout import layout
from virtualcio.exchange.tax_left_sheet import left_page
from virtualcio.exchange.tax_list_sheets import contracts_page, low_value_page, planned_page
from virtualcio.exchange.tax_parts import TaxWorkbook
from virtualcio.exchange.tax_register_sheets import basis_page, register_page
from virtualcio.exchange.tax_summary_sheet import named_cells, summary_page
from virtualcio.exchange.tax_year_sheets import movement_page, years_page
from virtualcio.exchange.workbook import Progress


def tax_pages(workbook: TaxWorkbook) -> tuple[tuple[FormulaPage, ...], dict[str, str]]:
    """All sheets in their order, and the addresses of the named cells."""
    places = layout(workbook)
    pages = (
        summary_page(places),
        register_page(places),
        movement_page(places),
        years_page(places),
        low_value_page(places),
        contracts_page(places),
        planned_page(places),
        accounts_page(places),
        checks_page(places),
        basis_page(places),
        *(course_page(places, book) for book in Book),
        left_page(places),
    )
    return pages, named_cells(places)


def write_tax_workbook(path: Path, workbook: TaxWorkbook, progress: Progress | None = None) -> None:
    """To an .xlsx file, in the language of the interface. RefusedFile, and the target stays as it was."""
    pages, names = tax_pages(workbook)
    head = PageHead(workbook.company, workbook.year_name(workbook.year), workbook.day)
    write_formula_workbook(path, pages, head, names, progress)
