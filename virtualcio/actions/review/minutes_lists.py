"""The lists in the minutes of a review: key figures beside those of the one before, decisions, tasks."""

from datetime import date
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.review.review_words import DECISION_STATES, figure_title, figure_value
from virtualcio.analysis.review.changes import FigureChange
from virtualcio.analysis.review.snapshot import Figure, SnapshotRow
from virtualcio.exchange.minutes_document import MinutesCell, MinutesList, cells, listing
from virtualcio.model import Decision, Person, Review, Task
from virtualcio.model.review import SnapshotSubject
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def rows_of_review(company: "OpenCompany", review: Review) -> tuple[SnapshotRow, ...]:
    """As frozen; of one that is not closed, as they stand now."""
    if review.closed_on is not None:
        return company.results.snapshot_of(review)
    return company.results.snapshot_now


def figures_list(company: "OpenCompany", review: Review) -> MinutesList | None:
    """With the difference to the review before; of the first one alone. None if nothing was frozen."""
    before = company.results.review_before(review)
    changes = company.results.changes(after=review if review.closed_on else None).figures
    if before is not None and changes:
        header = (_("Key figure"), before.name, review.name, _("Change"))
        return listing(header, [_compared(one) for one in changes], (1, 0, 0, 0), (1, 2, 3))
    frozen = {
        row.subject_key: row.amount
        for row in rows_of_review(company, review)
        if row.subject is SnapshotSubject.FIGURE
    }
    alone = [
        cells(figure_title(one), figure_value(one, frozen[one.value]))
        for one in Figure
        if one.value in frozen
    ]
    return listing((_("Key figure"), review.name), alone, (1, 0), (1,))


def _compared(one: FigureChange) -> tuple[MinutesCell, ...]:
    tone = {True: "good", False: "watch", None: ""}[one.better]
    return (
        *cells(figure_title(one.key), figure_value(one.key, one.before), figure_value(one.key, one.after)),
        MinutesCell(_difference(one), tone),
    )


def _difference(one: FigureChange) -> str:
    """'+3', '−14.200 €', of percentages '+7' as that is points; "" if unknown or nothing is different."""
    difference = one.difference
    if not difference:
        return ""
    percent = one.key is Figure.ASSIGNED_PERCENT
    words = formats.number(difference) if percent else figure_value(one.key, difference)
    return f"+{words}" if difference > 0 else words


def decisions_list(company: "OpenCompany", review: Review) -> MinutesList | None:
    """What was decided, with its reason; also what was put off or rejected. None if nothing was."""
    found = sorted(
        company.data.where(Decision, "review_id", review.id), key=lambda one: (_day(one.due_on), one.name)
    )
    rows = [
        cells(
            _with_reason(one),
            _(DECISION_STATES[one.state]),
            _who(company, one.owner_id),
            formats.day(one.due_on),
            formats.money_short(one.amount),
        )
        for one in found
    ]
    header = (_("Decision"), _("State"), _("Responsible"), _("Until"), _("Amount"))
    return listing(header, rows, (3, 0, 1, 0, 0), (4,))


def _with_reason(one: Decision) -> str:
    """'Neue Website zurückstellen – kein Ziel verknüpft'."""
    return f"{one.name} – {one.reason}" if one.reason else one.name


def tasks_list(company: "OpenCompany", review: Review) -> MinutesList | None:
    """What somebody took upon himself in the review. None if nobody did."""
    found = sorted(
        company.data.where(Task, "review_id", review.id), key=lambda one: (_day(one.due_on), one.name)
    )
    rows = [cells(one.name, _who(company, one.owner_id), formats.day(one.due_on)) for one in found]
    return listing((_("Task"), _("Responsible"), _("Until")), rows, (3, 1, 0))


def _day(day: date | None) -> date:
    """What has no day comes last."""
    return day or date.max


def _who(company: "OpenCompany", key: str | None) -> str:
    person = company.data.get(Person, key)
    return formats.NO_VALUE if person is None else person.name
