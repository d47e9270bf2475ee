"""The verb show: lists and analyses as tables or JSON. All figures come from the results of the company."""

import argparse
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.cells import name_of, text_of, value_of
from virtualcio.actions.columns import Column, Kind, Status, Tone
from virtualcio.actions.inventory.export_figures import AREAS, derivation
from virtualcio.actions.tables import table
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.cli.file_verbs import FINE, FOUND, open_for
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.analysis.inventory.backlog import Backlog

SIGNS = {Tone.NEUTRAL: "", Tone.GOOD: "● ", Tone.WATCH: "▲ ", Tone.ACT: "■ "}
_ALIGNED_RIGHT = (Kind.MONEY, Kind.NUMBER, Kind.INTEGER, Kind.PERCENT)


def show(options: argparse.Namespace) -> int:
    company = open_for(options)
    try:
        return SHOWING[options.what](company, options.json)
    finally:
        company.close()


def show_assets(company: "OpenCompany", as_json: bool) -> int:
    return _show_table(company, "assets", as_json)


def show_contracts(company: "OpenCompany", as_json: bool) -> int:
    return _show_table(company, "contracts", as_json)


def _show_table(company: "OpenCompany", key: str, as_json: bool) -> int:
    """The columns that the window shows at first; as JSON all of them."""
    shown = table(key)
    records = company.data.all(shown.kind)
    if as_json:
        print_json([_json_row(company, shown.columns, record) for record in records])
        return FINE
    columns = [column for column in shown.columns if column.shown]
    rows = [[_text(company, column, record) for column in columns] for record in records]
    right = frozenset(place for place, column in enumerate(columns) if column.kind in _ALIGNED_RIGHT)
    print_table([_(column.title) for column in columns], rows, right)
    if shown.summary is not None:
        print_title(shown.summary(company))
    return FINE


def _text(company: "OpenCompany", column: Column, record: Any) -> str:
    value = value_of(company, column, record)
    sign = SIGNS[value.tone] if isinstance(value, Status) else ""
    return sign + text_of(company, column, record)


def _json_row(company: "OpenCompany", columns: Sequence[Column], record: Any) -> dict[str, object]:
    row: dict[str, object] = {"id": record.id}
    for column in columns:
        value = value_of(company, column, record)
        if isinstance(value, Status):
            day = value.sort if isinstance(value.sort, date) and value.sort != date.max else None
            row[column.key] = {"text": value.text, "tone": value.tone, "day": day}
        elif column.kind is Kind.REFERENCE and value is not None:
            row[column.key] = {"id": value, "name": name_of(company, column, value)}
        elif column.kind is Kind.LINKS:
            row[column.key] = [{"id": key, "name": name_of(company, column, key)} for key in value]
        else:
            row[column.key] = value
    return row


def show_backlog(company: "OpenCompany", as_json: bool) -> int:
    backlog = company.results.backlog
    if as_json:
        print_json(_json_backlog(company, backlog))
        return FINE
    print_title(
        _("Investment backlog on {day}: {amount}").format(
            day=formats.day(backlog.day), amount=formats.money_short(backlog.total)
        ),
        first=True,
    )
    print(
        _("support has ended {support}, merely old {age}").format(
            support=formats.money_short(backlog.support_ended), age=formats.money_short(backlog.age_only)
        )
    )
    print(" · ".join(f"{_(AREAS[area])} {formats.money_short(backlog.by_area[area])}" for area in Area))
    print()
    titles = (_("Asset or application"), _("Due because"), _("Renewal costs"), _("What it rests on"))
    overdue = {record.id: record for record in (item.record for item in backlog.items)}
    rows = [
        (
            item.record.name,
            _due_text(company, overdue[item.record.id]),
            formats.money_short(item.value.amount),
            derivation(item.value),
        )
        for item in backlog.items
    ]
    print_table(titles, rows, frozenset({2}))
    _print_unknowns(company, backlog)
    _print_curves(company)
    return FINE


def _due_text(company: "OpenCompany", record: Any) -> str:
    shown = table("assets") if hasattr(record, "category") else table("applications")
    return _text(company, shown.column("due"), record)


def _print_unknowns(company: "OpenCompany", backlog: "Backlog") -> None:
    """What is missing from the total, with numbers: never silently 0."""
    if backlog.without_value:
        print_title(
            translate_count(
                "{count} overdue entry without value is not in the total.",
                "{count} overdue entries without value are not in the total.",
                len(backlog.without_value),
            )
        )
    if backlog.unknown_due:
        names = [record.name for record in company.results.dated if record.id in set(backlog.unknown_due)]
        print_title(
            translate_count(
                "{count} entry has no due date that is known:",
                "{count} entries have no due date that is known:",
                len(names),
            )
        )
        print_wrapped(", ".join(names), "  ")


def _print_curves(company: "OpenCompany") -> None:
    curves = company.results.curves
    print_title(_("If nothing is done:"))
    rows = [
        (formats.day(day), formats.money_short(amount), formats.money_short(spent))
        for day, amount, spent in zip(
            curves.days, curves.doing_nothing, curves.with_yearly_money, strict=True
        )
    ]
    money = formats.money_short(curves.yearly_money)
    titles = (_("Day"), _("Backlog"), _("with {amount} a year").format(amount=money))
    print_table(titles, rows, frozenset({1, 2}))


def _json_backlog(company: "OpenCompany", backlog: "Backlog") -> dict[str, object]:
    curves = company.results.curves
    return {
        "day": backlog.day,
        "total": backlog.total,
        "support_ended": backlog.support_ended,
        "age_only": backlog.age_only,
        "by_area": backlog.by_area,
        "by_delay": backlog.by_delay,
        "estimated_percent": backlog.estimated_share,
        "without_value": backlog.without_value,
        "unknown_due": backlog.unknown_due,
        "items": [
            {
                "id": item.record.id,
                "name": item.record.name,
                "area": item.area,
                "due": item.due.due,
                "reason": item.due.reason,
                "support_end": item.due.support_end,
                "age_end": item.due.age_end,
                "remedy": item.value.kind,
                "amount": item.value.amount,
                "base": item.value.base,
                "base_on": item.value.base_on,
                "origin": item.value.origin,
            }
            for item in backlog.items
        ],
        "wave": [
            {"year": column.label_year, "total": column.total, "by_area": column.by_area}
            for column in company.results.wave.columns
        ],
        "curves": {
            "days": curves.days,
            "doing_nothing": curves.doing_nothing,
            "with_yearly_money": curves.with_yearly_money,
            "yearly_money": curves.yearly_money,
        },
    }


def show_checks(company: "OpenCompany", as_json: bool) -> int:
    """Exit code 1 if a finding is open."""
    from virtualcio.actions.finding_words import words_of

    findings = company.results.findings
    if as_json:
        print_json(
            [
                {
                    "check": finding.check_id,
                    "severity": finding.severity,
                    "title": words_of(company, finding).title,
                    "detail": words_of(company, finding).detail,
                    "objects": [{"kind": kind.__tablename__, "id": key} for kind, key in finding.objects],
                    "money": finding.money,
                    "act_by": finding.act_by,
                }
                for finding in findings
            ]
        )
        return FOUND if findings else FINE
    print_title(
        translate_count("{count} finding", "{count} findings", len(findings))
        if findings
        else _("Nothing stands out."),
        first=True,
    )
    for finding in findings:
        words = words_of(company, finding)
        sign = SIGNS[Tone.ACT if finding.severity == "act" else Tone.WATCH]
        print_title(f"{sign}{words.title}")
        print_wrapped(words.detail, "  ")
        for label, text in _stakes(finding.money, finding.act_by):
            print(f"  {label} {text}")
    return FOUND if findings else FINE


def _stakes(money: Decimal | None, act_by: date | None) -> list[tuple[str, str]]:
    stakes = []
    if money is not None:
        stakes.append((_("At stake:"), formats.money_short(money)))
    if act_by is not None:
        stakes.append((_("To be done by:"), formats.day(act_by)))
    return stakes


def show_dependencies(company: "OpenCompany", as_json: bool) -> int:
    from virtualcio.cli import show_dependencies as printed

    return printed.show_dependencies(company, as_json)


SHOWING: Mapping[str, Callable[["OpenCompany", bool], int]] = {
    "assets": show_assets,
    "backlog": show_backlog,
    "contracts": show_contracts,
    "dependencies": show_dependencies,
    "checks": show_checks,
}
