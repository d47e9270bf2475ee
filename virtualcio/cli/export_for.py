"""The verb export: everything, the tax advisor's workbook, or the one for the management."""

import argparse
from collections.abc import Sequence

from virtualcio.cli.file_verbs import FINE, open_for, tell
from virtualcio.cli.parser import AUDIENCES
from virtualcio.errors import RefusedValue
from virtualcio.texts import _, mark, translate_count

FOR_TAX, FOR_MANAGEMENT = AUDIENCES
FIRST_YEAR, LAST_YEAR = 1990, 2100


def export(options: argparse.Namespace) -> int:
    """Exit code 0; what was missing in the tax advisor's workbook is named."""
    if options.year is not None and options.audience != FOR_TAX:
        raise RefusedValue(mark("A year is for the tax advisor's workbook only. Add “--for tax”."))
    if options.audience == FOR_TAX:
        return _export_tax(options)
    if options.audience == FOR_MANAGEMENT:
        return _export_management(options)
    from virtualcio.actions.export import company_export

    company = open_for(options)
    try:
        workbook = company_export(company)
    finally:
        company.close()
    workbook.write(options.out)
    _written(options, [sheet.title for sheet in workbook.sheets])
    return FINE


def _export_tax(options: argparse.Namespace) -> int:
    from virtualcio.actions.depreciation.tax_export import tax_export
    from virtualcio.exchange.tax_workbook import tax_pages

    if options.year is not None and not FIRST_YEAR <= options.year <= LAST_YEAR:
        raise RefusedValue(
            mark("The fiscal year {year} is too far away. Name one from {first} to {last}."),
            year=options.year, first=FIRST_YEAR, last=LAST_YEAR,
        )  # fmt: skip
    company = open_for(options)
    try:
        made = tax_export(company, options.year)
    finally:
        company.close()
    made.write(options.out)
    pages, _names = tax_pages(made.workbook)
    missing = made.workbook.missing
    _written(options, [page.title for page in pages], missing)
    return FINE


def _export_management(options: argparse.Namespace) -> int:
    from virtualcio.actions.management_export import management_export

    company = open_for(options)
    try:
        made = management_export(company)
    finally:
        company.close()
    made.write(options.out)
    _written(options, [page.title for page in made.pages])
    return FINE


def _written(options: argparse.Namespace, sheets: Sequence[str], missing: Sequence[str] = ()) -> None:
    count = translate_count("{count} sheet", "{count} sheets", len(sheets))
    lines = [_("Written: {path}, {sheets}.").format(path=options.out, sheets=count)]
    if missing:
        named = _("Not in the register, as price or day of purchase is missing: {names}.")
        lines.append(named.format(names=", ".join(missing)))
    more = {"missing": list(missing)} if options.audience == FOR_TAX else {}
    tell(options, "\n".join(lines), written=str(options.out), sheets=list(sheets), **more)
