"""`show FILE backlog`: what is overdue, what it costs to put right, and how it goes on if nothing is done."""

from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.inventory.export_figures import AREAS, derivation
from virtualcio.actions.tables import table
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.cli.shown_table import record_text
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany
    from virtualcio.analysis.inventory.backlog import Backlog


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
    return record_text(company, shown.column("due"), record)


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
