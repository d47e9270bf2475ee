"""The stations in the minutes of a review: what changed since the one before, and what was noted."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import CATEGORY_TITLES
from virtualcio.actions.review.change_words import initiative_words, kpi_words, renewal_words
from virtualcio.actions.review.minutes_lists import rows_of_review
from virtualcio.actions.review.review_words import STATION_TITLES
from virtualcio.analysis.review.changes import Changes
from virtualcio.exchange.minutes_document import (
    MinutesList,
    MinutesSection,
    cells,
    listing,
    note_lines,
)
from virtualcio.model import Review, ReviewNote
from virtualcio.model.expense import BudgetCategory
from virtualcio.model.review import ReviewStation, SnapshotSubject
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def notes_of(company: "OpenCompany", review: Review) -> Mapping[ReviewStation, tuple[str, ...]]:
    """What was said at each station, by lines."""
    found: dict[ReviewStation, tuple[str, ...]] = {}
    for note in company.data.where(ReviewNote, "review_id", review.id):
        found[note.station] = (*found.get(note.station, ()), *note_lines(note.text))
    return found


def stations_of(company: "OpenCompany", review: Review) -> Iterator[MinutesSection]:
    """Those at which something is different or was said; decisions have a part of their own."""
    changes = company.results.changes(after=review if review.closed_on else None)
    notes = notes_of(company, review)
    for station in ReviewStation:
        if station is ReviewStation.DECISIONS:
            continue
        said = tuple(_said(station, changes))
        listed = _budget_list(company, review) if station is ReviewStation.BUDGET else None
        note = notes.get(station, ())
        if said or listed is not None or note:
            yield MinutesSection(_(STATION_TITLES[station]), 3, said, listed, note)


def _said(station: ReviewStation, changes: Changes) -> Sequence[str]:
    match station:
        case ReviewStation.KPIS:
            return [kpi_words(one) for one in changes.kpis if one.better is not None]
        case ReviewStation.INITIATIVES:
            return [words.text for words in initiative_words(changes)]
        case ReviewStation.RENEWALS:
            return [words.text for words in renewal_words(changes)]
        case _:
            return ()


def _budget_list(company: "OpenCompany", review: Review) -> MinutesList | None:
    """Plan and forecast of the fiscal year by category."""
    rows = {
        row.subject_key: row
        for row in rows_of_review(company, review)
        if row.subject is SnapshotSubject.BUDGET
    }
    lines = [
        cells(
            _(CATEGORY_TITLES[category]),
            formats.money_short(rows[category.value].second),
            formats.money_short(rows[category.value].amount),
        )
        for category in BudgetCategory
        if category.value in rows
    ]
    return listing((_("Category"), _("Plan"), _("Forecast")), lines, (1, 0, 0), (1, 2))
