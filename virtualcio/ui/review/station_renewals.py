"""The station of what was put off: overdue things, why they press, what waiting costs, and when they come."""

from datetime import date

from virtualcio import formats
from virtualcio.actions.inventory.waiting import waiting_amount
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review.change_words import renewal_words
from virtualcio.actions.tone import Tone
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.inventory.backlog import BacklogItem
from virtualcio.analysis.review.changes import Changes
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.model.inventory import Criticality
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.chart_data import Line, LineRole, Lines
from virtualcio.ui.review.station_content import Cell, Content, Curve, Rows
from virtualcio.ui.review.station_goals import figure_of, last_name

_SOON = 12  # months within which a planned renewal needs no sign
_LOAD_BEARING = frozenset({Criticality.CRITICAL, Criticality.HIGH})


def renewals_station(company: OpenCompany) -> Content:
    """What is overdue, the dearest to wait for first, and the curve with and without the plan."""
    changes = company.results.changes()
    items = sorted(company.results.backlog.items, key=lambda item: -(_waiting(company, item) or 0))
    slipped = {one.thing_id: one.times for one in changes.slipped}
    rows = tuple(_row(company, item, slipped.get(item.record.id, 0)) for item in items)
    table = Rows(
        _("Deferred renewals"),
        (_("System"), _("Why it is pressing"), _("Since"), _("Waiting, a year"), _("Plan")),
        rows,
        tuple((type(item.record), item.record.id) for item in items),
        right=(2, 3),
        note=_since(company, changes),
        empty=_("Nothing is overdue. That is worth a good word in the minutes."),
    )
    said = tuple((words.text, words.tone) for words in renewal_words(changes))
    curve = Curve(_("Investment backlog with and without the plan"), backlog_curve(company))
    anything = any(value for line in curve.lines.lines for value in line.values)
    return Content((), (table,), curve if anything else None, said)


def _waiting(company: OpenCompany, item: BacklogItem) -> int | None:
    amount = waiting_amount(company, item.record)
    return None if amount is None else int(amount)


def _row(company: OpenCompany, item: BacklogItem, slips: int) -> tuple[Cell, ...]:
    record = item.record
    quantity = getattr(record, "quantity", 1) or 1
    name = f"{record.name} ({quantity})" if quantity > 1 else record.name
    return (
        Cell(name),
        Cell(_why(company, item)),
        Cell(formats.month(item.due.due)),
        Cell(formats.money_short(waiting_amount(company, record))),
        _planned(company, company.results.remedied_on.get(record.id), slips),
    )


def _why(company: OpenCompany, item: BacklogItem) -> str:
    """The process that hangs on it, else that there are no security updates, else its age."""
    carried = [one for one in company.results.processes(item.record) if one.criticality in _LOAD_BEARING]
    if carried:
        carried.sort(key=lambda one: one.criticality is not Criticality.CRITICAL)
        return _("carries “{process}”").format(process=carried[0].name)
    if item.support_ended:
        return _("no security updates")
    return _("older than its service life")


def _planned(company: OpenCompany, day: date | None, slips: int) -> Cell:
    if day is None:
        return Cell(_("not planned"), Tone.ACT)
    late = slips > 1 or day > add_months(company.today, _SOON)
    return Cell(formats.quarter(day), Tone.WATCH if late else Tone.GOOD)


def _since(company: OpenCompany, changes: Changes) -> str:
    """'seit Q3 2026: 11 → 9 überfällige Systeme'."""
    change = figure_of(changes, Figure.OVERDUE)
    if change is None or change.after is None:
        return ""
    if change.before is None:
        return translate_count("{count} overdue system", "{count} overdue systems", int(change.after))
    return _("since {review}: {before} → {after} overdue systems").format(
        review=last_name(company), before=int(change.before), after=int(change.after)
    )


def backlog_curve(company: OpenCompany) -> Lines:
    """The investment backlog by quarter ends: with the plan where there is one, and without."""
    curves = company.results.curves
    lines = [Line(_("without plan"), tuple(curves.doing_nothing), LineRole.ALARM)]
    if curves.with_roadmap is not None:
        lines.append(Line(_("with plan"), tuple(curves.with_roadmap), LineRole.PLAN))
    labels = tuple(_quarter(day, first=at == 0) for at, day in enumerate(curves.days))
    return Lines(_("Day"), tuple(curves.days), tuple(lines), labels, company.today)


def _quarter(day: date, *, first: bool) -> str:
    """'Q4 26' at the first day and in each year's first quarter, else 'Q2'."""
    quarter, year = formats.quarter(day).split()
    return f"{quarter} {year[2:]}" if first or quarter == "Q1" else quarter
