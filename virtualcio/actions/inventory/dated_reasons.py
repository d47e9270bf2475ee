"""How the figures of an asset or application come about, one line each: dates, sources, price growth."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.choice_titles import AMOUNT_ORIGINS
from virtualcio.actions.inventory.linked import years_words
from virtualcio.actions.inventory.waiting import waiting_reason
from virtualcio.analysis.inventory.due_dates import Due, SupportOrigin
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import RemedyKind
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def reasons(company: "OpenCompany", record: Asset | Application) -> tuple[str, ...]:
    """Lines for "how this was calculated"; what is not known is said, not left out."""
    due = company.results.due(record)
    lines = [*_support_lines(due), *_age_lines(record, due)]
    lines += _value_lines(company.results.remedy_value(record))
    return (*lines, *waiting_reason(company, record))


def _support_lines(due: Due) -> list[str]:
    end = formats.day(due.support_end)
    match due.support_origin:
        case SupportOrigin.TYPED:
            return [_("Security updates until {day}, as entered here.").format(day=end)]
        case SupportOrigin.EXTENDED:
            return [_("Security updates until {day}, because longer support was bought.").format(day=end)]
        case SupportOrigin.TABLE | SupportOrigin.COMPANY_TABLE:
            return _table_lines(due, end)
        case SupportOrigin.NOT_ANNOUNCED:
            return [_("No end of security updates is announced for this version.")]
        case SupportOrigin.AMBIGUOUS:
            return [_("The version is not clear, so no end of security updates counts.")]
        case SupportOrigin.UNKNOWN:
            return [_("This product is not in the tables; you can add it under settings.")]
    return [_("Without product and version no end of security updates counts.")]


def _table_lines(due: Due, end: str) -> list[str]:
    version = due.match.version if due.match else None
    title = version.title if version else ""
    if due.support_origin is SupportOrigin.COMPANY_TABLE:
        line = _("{product}: security updates until {day}, as in your own table.").format(
            product=title, day=end
        )
    else:
        line = _("{product}: security updates until {day} (source: {source}).").format(
            product=title, day=end, source=due.support_source or _("not given")
        )
    lines = [line]
    if due.edition_assumed:
        lines.append(_("The edition is not given; the earlier end was taken."))
    return lines


def _age_lines(record: Asset | Application, due: Due) -> list[str]:
    if not isinstance(record, Asset):
        return []
    if due.service_life_years is None:
        return [_("For this category no usual service life is known.")]
    years = years_words(due.service_life_years)
    if due.bought is None:
        return [_("Service life {years}, but the purchase date is missing.").format(years=years)]
    params = {"bought": formats.day(due.bought), "years": years, "day": formats.day(due.age_end)}
    if due.service_life_typed:
        return [_("Bought {bought} + {years} (as entered here) = {day}.").format(**params)]
    return [_("Bought {bought} + {years} (usual for its category) = {day}.").format(**params)]


def _value_lines(value: RemedyValue) -> list[str]:
    if value.amount is None and value.kind is RemedyKind.UPDATE:
        return [_("The update costs nothing but effort.")]
    if value.amount is None:
        return [_("What the remedy costs is not known: it counts as “without value”.")]
    if value.base is None:
        return []
    origin = _(AMOUNT_ORIGINS[value.origin]) if value.origin is not None else ""
    params = {
        "base": formats.money(value.base),
        "origin": origin,
        "day": formats.day(value.base_on),
        "amount": formats.money(value.amount),
        "percent": formats.percent(value.percent, 1 if value.percent % 1 else 0),
        "years": years_words(value.years),
        "pieces": value.quantity,
    }
    if not value.years or not value.percent:
        return [_("Remedy: {base} ({origin}), no price increase counted.").format(**params)]
    lines = [
        _("Remedy: {base} ({origin}) of {day}, {percent} more each year for {years} = {amount}.").format(
            **params
        )
    ]
    if value.quantity > 1 and value.per_piece is not None:
        lines.append(
            _("That is {per_piece} for each of {pieces} pieces.").format(
                per_piece=formats.money(value.per_piece), pieces=value.quantity
            )
        )
    return lines
