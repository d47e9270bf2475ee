"""The verb import: what a list says, what of it went in, what is in doubt, and what was left out and why."""

import argparse
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from virtualcio.actions.company_workbook import propose_company
from virtualcio.actions.import_mapping_file import read_mapping
from virtualcio.actions.import_table import Existing, propose_import, run_import
from virtualcio.actions.tables import table
from virtualcio.cli.file_verbs import FINE, FOUND, open_for
from virtualcio.cli.import_json import plan_json, result_json
from virtualcio.cli.import_workbook import take_workbook
from virtualcio.cli.parser import INTO
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.errors import RefusedFile
from virtualcio.exchange.import_plan import ImportPlan, RowRole
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def import_table(options: argparse.Namespace) -> int:
    """Exit code 1 if a row of the list was not taken, or would not be."""
    mapping = read_mapping(options.mapping) if options.mapping else None
    company = open_for(options)
    try:
        existing = Existing(options.existing) if options.existing else None
        if options.into is None and mapping is None:
            whole = propose_company(company, options.table, existing or Existing.UPDATE)
            if whole is not None:
                return take_workbook(company, whole, options)
        into = None if options.into is None else INTO[options.into]
        plan = propose_import(company, options.table, into, mapping, existing=existing, months=options.months)
        if plan.problem is not None:
            raise RefusedFile(plan.problem.text, **plan.problem.params)
        answer = _tell_plan if options.dry_run else _take
        return answer(company, plan, options.json)
    finally:
        company.close()


def _tell_plan(company: "OpenCompany", plan: ImportPlan, as_json: bool) -> int:
    """What would happen; nothing is written."""
    skipped = [row for row in plan.rows if not row.taken and row.role is RowRole.DATA]
    if as_json:
        print_json(plan_json(plan))
        return FOUND if skipped else FINE
    _print_head(plan)
    print_title(translate_count("{count} row would be taken.", "{count} rows would be taken.", plan.taken))
    changing = [row for row in plan.rows if row.into_existing]
    if changing:
        print_title(
            translate_count(
                "{count} of them changes what is there.",
                "{count} of them change what is there.",
                len(changing),
            )
        )
    if plan.could_change:
        said = translate_count(
            "{count} row is there already with other values: --existing update takes them over.",
            "{count} rows are there already with other values: --existing update takes them over.",
            plan.could_change,
        )
        print_wrapped(said, "  ")
    _print_doubts(
        (row.in_file, row.label, str(said)) for row in plan.rows if row.taken for said in row.sentences
    )
    _print_left_out(
        [(row.in_file, row.label, str(row.reason)) for row in plan.rows if not row.taken and row.reason]
    )
    _print_new(plan.new_records)
    return FOUND if skipped else FINE


def _take(company: "OpenCompany", plan: ImportPlan, as_json: bool) -> int:
    result = run_import(company, plan)
    if as_json:
        print_json(result_json(result))
        return FOUND if result.data_left_out else FINE
    _print_head(plan)
    print_title(translate_count("{count} row taken.", "{count} rows taken.", len(result.added)))
    if result.updated:
        print_title(translate_count("{count} row updated.", "{count} rows updated.", len(result.updated)))
    _print_doubts((one.number, one.label, str(one.sentence)) for one in result.doubts)
    _print_left_out([(one.number, one.label, str(one.reason)) for one in result.left_out])
    _print_new(result.new_records)
    return FOUND if result.data_left_out else FINE


def _print_head(plan: ImportPlan) -> None:
    print_title(
        _("“{file}”, sheet “{sheet}”, into: {table}").format(
            file=plan.file_name, sheet=plan.sheet, table=_(table(plan.into).plural)
        ),
        first=True,
    )
    for note in plan.notes:
        print_wrapped(str(note), "  ")
    print()
    titles = {choice.key: _(choice.title) for choice in plan.fields}
    print_table(
        (_("Column"), _("goes to")),
        [(column.title, titles[column.field] if column.field else "—") for column in plan.columns],
    )


def _print_doubts(doubts: Iterable[tuple[int, str, str]]) -> None:
    """One line per row, its sentences below."""
    row_before = None
    for number, label, sentence in doubts:
        if row_before is None:
            print_title(_("To be looked at:"))
        if number != row_before:
            print(_("▲ row {number}: {label}").format(number=number, label=label))
        row_before = number
        print_wrapped(sentence, "    ")


def _print_left_out(rows: Sequence[tuple[int, str, str]]) -> None:
    if rows:
        print_title(_("Not taken:"))
        print_table((_("Row"), _("In the list"), _("Why")), [(str(n), label, why) for n, label, why in rows])


def _print_new(new_records: Mapping[str, tuple[str, ...]]) -> None:
    for key, names in new_records.items():
        print_title(
            _("New under “{table}”: {names}").format(
                table=_(table(key).plural), names=join_names(names, most=len(names))
            )
        )
