"""What the workbook says of the inventory: its key figures, the backlog, the wave."""

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.choice_titles import AMOUNT_ORIGINS, REMEDIES
from virtualcio.actions.inventory.due_status import REASONS
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.inventory.backlog import Area, BacklogItem
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.model import Application, Asset, Contract, Process
from virtualcio.model.inventory import RemedyKind
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Row = tuple[object, ...]

AREAS: dict[Area, str] = {
    Area.INFRASTRUCTURE: mark("Infrastructure"),
    Area.APPLICATIONS: mark("Applications"),
    Area.WORKPLACES: mark("Workplaces"),
}


def inventory_rows(company: "OpenCompany") -> Iterator[Row]:
    """Key figures of the inventory: title, value and what it rests on."""
    results, data = company.results, company.data
    backlog = results.backlog
    yearly, unpriced = results.yearly_contract_cost
    yield (
        _("Investment backlog"), backlog.total,
        _("What it costs to put right everything that is overdue: {rows}.").format(
            rows=translate_count("{count} entry", "{count} entries", len(backlog.items))
        ),
    )  # fmt: skip
    yield _("of this: support has ended"), backlog.support_ended, ""
    yield _("of this: merely old"), backlog.age_only, ""
    for area in Area:
        yield _("of this: {area}").format(area=_(AREAS[area])), backlog.by_area[area], ""
    unpriced_due = len(backlog.without_value)
    yield (
        _("Overdue without value"), unpriced_due,
        _("Not in the backlog, because nobody has said what the remedy costs.") if unpriced_due else "",
    )  # fmt: skip
    yield (
        _("Due date unknown"), len(backlog.unknown_due),
        _("Nobody can say whether these belong into the backlog.") if backlog.unknown_due else "",
    )  # fmt: skip
    yield (
        _("Running contracts, cost a year"), yearly,
        translate_count("{count} without a price", "{count} without a price", unpriced) if unpriced else "",
    )  # fmt: skip
    for title, kind in (
        (_("Assets"), Asset), (_("Applications"), Application), (_("Contracts"), Contract),
        (_("Processes"), Process),
    ):  # fmt: skip
        yield title, data.count(kind), ""


def backlog_sheet(company: "OpenCompany") -> Sheet:
    """What is overdue today, the dearest first, and how each amount comes about."""
    columns = (
        SheetColumn(_("Asset or application"), CellKind.TEXT, 36),
        SheetColumn(_("Area"), CellKind.TEXT, 18),
        SheetColumn(_("Due on"), CellKind.DATE, 13),
        SheetColumn(_("Because of"), CellKind.TEXT, 14),
        SheetColumn(_("Remedy"), CellKind.TEXT, 18),
        SheetColumn(_("Renewal costs"), CellKind.MONEY, 16),
        SheetColumn(_("What it rests on"), CellKind.LONG_TEXT, 60),
    )
    return Sheet(
        _("Investment backlog"), columns, tuple(_backlog_row(item) for item in company.results.backlog.items)
    )


def _backlog_row(item: BacklogItem) -> Row:
    reason = item.due.reason
    return (
        item.record.name,
        _(AREAS[item.area]),
        item.due.due,
        _(REASONS[reason]) if reason else "",
        _(REMEDIES[item.value.kind]),
        item.value.amount,
        derivation(item.value),
    )


def derivation(value: RemedyValue) -> str:
    """'5.600,00 € vom 18.09.2020 (Rechnung), 6 Jahre zu 2 % mehr'."""
    if value.amount is None and value.kind is RemedyKind.UPDATE:
        return _("no price: the update costs effort only")
    if value.amount is None or value.base is None:
        return _("without value: no price is entered")
    origin = _(AMOUNT_ORIGINS[value.origin]) if value.origin else ""
    text = _("{amount} of {day} ({origin})").format(
        amount=formats.money(value.base), day=formats.day(value.base_on), origin=origin
    )
    if value.years and value.percent:
        years = translate_count("{count} year", "{count} years", value.years)
        text += ", " + _("{years} at {percent} more").format(
            years=years,
            percent=formats.percent(value.percent, 0 if value.percent == int(value.percent) else 2),
        )
    return text


def wave_sheet(company: "OpenCompany") -> Sheet:
    """What falls due in which fiscal year, by area."""
    columns = (
        SheetColumn(_("Fiscal year"), CellKind.TEXT, 18),
        *(SheetColumn(_(AREAS[area]), CellKind.MONEY, 18) for area in Area),
        SheetColumn(_("Together"), CellKind.MONEY, 18),
    )
    rows: list[Row] = []
    start = company.data.company.fiscal_year_start
    for column in company.results.wave.columns:
        year = _("overdue") if column.label_year is None else fiscal_year_words(column.label_year, start)
        amounts = [column.by_area.get(area, Decimal(0)) for area in Area]
        rows.append((year, *amounts, column.total))
    return Sheet(_("Replacement wave"), columns, tuple(rows))
