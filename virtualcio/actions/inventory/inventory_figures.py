"""The inventory's key figure: the investment backlog."""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from virtualcio import formats
from virtualcio.actions.inventory.due_status import due_status
from virtualcio.actions.key_figure import KeyFigure, Way
from virtualcio.actions.tone import Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.inventory.waiting_cost import total_waiting
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

T = TypeVar("T")
MOST_ROWS = 40
_QUARTERS_AHEAD = 4  # quarter ends of the curve


def _amount(value: Decimal | None) -> str:
    return _("without value") if value is None else formats.money_short(value)


def _places(percent: Decimal) -> int:
    return 1 if percent % 1 else 0


def _rows(things: Sequence[tuple[T, Decimal | None]], words: Callable[[T], str]) -> Sequence[tuple[str, str]]:
    """One line each; beyond `MOST_ROWS` the rest in one line, so that the lines still add up."""
    rows = [(words(thing), _amount(amount)) for thing, amount in things[:MOST_ROWS]]
    rest = [amount for _thing, amount in things[MOST_ROWS:]]
    if rest:
        known = total(amount for amount in rest if amount is not None)
        rows.append((translate_count("{count} more", "{count} more", len(rest)), formats.money_short(known)))
    return rows


def backlog_figure(company: "OpenCompany") -> KeyFigure:
    """The investment backlog today, what of it is urgent, and what it leaves out."""
    backlog = company.results.backlog
    count = len(backlog.items)
    details: list[tuple[str, Tone]] = []
    told = count > 0 or _says_when_due(company)
    if not told:
        details.append((_("Nothing says yet when anything is due"), Tone.NEUTRAL))
    elif not count:
        details.append((_("Nothing is overdue"), Tone.GOOD))
    else:
        details.append((translate_count("{count} overdue", "{count} overdue", count), Tone.ACT))
        details += _without_measures(company)
    missing = company.results.count_without_value(item.record for item in backlog.items)
    if missing:
        details.append(
            (translate_count("{count} without value", "{count} without value", missing), Tone.NEUTRAL)
        )
    rows = _rows(
        [(item.record, item.value.amount) for item in backlog.items],
        lambda record: f"{record.name} · {due_status(company, record).text}",
    )
    rule = [
        _("What it costs today to put right everything that is overdue."),
        _("{support} because support has ended, {age} only because of age.").format(
            support=formats.money_short(backlog.support_ended), age=formats.money_short(backlog.age_only)
        ),
        _("Assumed price increase: {percent} a year.").format(
            percent=formats.percent(backlog.price_increase_percent, _places(backlog.price_increase_percent))
        ),
    ]
    if backlog.estimated_share:
        share = formats.percent(backlog.estimated_share)
        rule.append(_("{percent} of it is estimated.").format(percent=share))
    if backlog.effort_only:
        count = len(backlog.effort_only)
        rule.append(translate_count("{count} needs only effort.", "{count} need only effort.", count))
    if backlog.unknown_due:
        rule.append(
            translate_count(
                "For {count} entry nobody knows whether it is overdue.",
                "For {count} entries nobody knows whether they are overdue.",
                len(backlog.unknown_due),
            )
        )
    rule += _beside_the_backlog(company)
    return KeyFigure(
        "backlog",
        _("Investment backlog today"),
        formats.money_short(backlog.total) if told else "—",
        Tone.ACT if count else Tone.GOOD if told else Tone.NEUTRAL,
        details,
        rows,
        rule,
        Way(_("To the overdue ones"), "inventory", "assets", "overdue") if count else None,
    )


def _says_when_due(company: "OpenCompany") -> bool:
    """Whether at least one thing in use has a day on which it is due; else 0 € would be no good news."""
    return any(due.due is not None for due in company.results.dues.values())


def _without_measures(company: "OpenCompany") -> list[tuple[str, Tone]]:
    """'ohne Gegenmaßnahmen 118.000 € bis Q3 2027': what it becomes in a year if nobody does anything."""
    curves = company.results.curves
    ahead = (
        len(curves.days) > _QUARTERS_AHEAD and curves.doing_nothing[_QUARTERS_AHEAD] > curves.doing_nothing[0]
    )
    if not ahead:
        return []
    words = _("without measures {amount} by {quarter}").format(
        amount=formats.money_short(curves.doing_nothing[_QUARTERS_AHEAD]),
        quarter=formats.quarter(curves.days[_QUARTERS_AHEAD]),
    )
    return [(words, Tone.NEUTRAL)]


def _beside_the_backlog(company: "OpenCompany") -> list[str]:
    """What waiting costs, and how worn the equipment is."""
    lines = []
    waiting = total_waiting(company.results.waiting_costs)
    if waiting:
        words = _("Waiting with it costs about {amount} a year; that is assumed, see the settings.")
        lines.append(words.format(amount=formats.money_short(waiting)))
    wear = company.results.wear
    if wear.percent is not None:
        words = _("{percent} of what the equipment in use has cost is used up by age.")
        lines.append(words.format(percent=formats.percent(wear.percent)))
    return lines
