"""The verb import with an exported workbook of the program: all of it goes in as one step."""

import argparse
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.company_takeover import CompanyResult, take_company_over
from virtualcio.actions.company_workbook import CompanyPlan
from virtualcio.cli.file_verbs import FINE, FOUND
from virtualcio.cli.printing import print_json, print_title, print_wrapped
from virtualcio.texts import Message, _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def take_workbook(company: "OpenCompany", plan: CompanyPlan, options: argparse.Namespace) -> int:
    """Exit code 1 if something of it was not taken as it stands. With --dry-run nothing is written."""
    if options.dry_run:
        if options.json:
            print_json(_json_plan(plan))
        else:
            _print_plan(plan)
        return FINE
    result = take_company_over(company, plan)
    if options.json:
        print_json(_json_result(result))
    else:
        _print_result(result)
    return FOUND if result.remarks else FINE


def _print_plan(plan: CompanyPlan) -> None:
    print_title(
        _("This workbook is an export of VirtualCIO: {sheets} sheets, {rows} rows").format(
            sheets=formats.number(plan.sheets), rows=formats.number(plan.rows)
        ),
        first=True,
    )
    print_wrapped(
        _("From “{company}”. It comes in as one step that can be undone.").format(company=plan.company)
    )
    if plan.there:
        print(translate_count("{count} row is there already.", "{count} rows are there already.", plan.there))
    if plan.changed:
        print_wrapped(
            translate_count(
                "{count} cell was changed since the export: the change is taken over.",
                "{count} cells were changed since the export: the changes are taken over.",
                len(plan.changed),
            )
        )
    if plan.added:
        print(translate_count("{count} row was added.", "{count} rows were added.", len(plan.added)))
    _print_remarks(plan.notes)


def _print_result(result: CompanyResult) -> None:
    print_title(translate_count("{count} row taken.", "{count} rows taken.", result.added), first=True)
    if result.updated:
        print(translate_count("{count} row updated.", "{count} rows updated.", result.updated))
    if result.left:
        print(
            translate_count(
                "{count} row was there and stays as it is.",
                "{count} rows were there and stay as they are.",
                result.left,
            )
        )
    _print_remarks(result.remarks)


def _print_remarks(remarks: tuple[Message, ...]) -> None:
    if remarks:
        print_title(_("To be looked at:"))
    for remark in remarks:
        print_wrapped(str(remark), "  ")


def _json_plan(plan: CompanyPlan) -> dict[str, object]:
    return {
        "file": plan.file_name,
        "company": plan.company,
        "sheets": plan.sheets,
        "rows": plan.rows,
        "existing": plan.existing,
        "there": plan.there,
        "changed_cells": len(plan.changed),
        "added_rows": len(plan.added),
        "counts": {one.kind.__tablename__: {"rows": one.rows, "there": one.there} for one in plan.counts},
        "notes": [str(note) for note in plan.notes],
    }


def _json_result(result: CompanyResult) -> dict[str, object]:
    return {
        "file": result.file_name,
        "added": result.added,
        "updated": result.updated,
        "left": result.left,
        "changed_cells": result.cells,
        "remarks": [str(remark) for remark in result.remarks],
    }
