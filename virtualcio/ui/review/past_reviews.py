"""The reviews that were closed: chosen from a list, shown as they were frozen, beside the one before."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review.change_words import changes_words
from virtualcio.actions.review.review_choice_titles import DECISION_STATES
from virtualcio.actions.review.review_words import STATION_TITLES, figure_title, figure_value
from virtualcio.actions.tone import Tone
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.model import Decision, Person, Review, ReviewNote, ReviewPerson
from virtualcio.texts import _, join_names, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.review.proposal_card import STATE_TONES
from virtualcio.ui.review.station_content import Cell, Content, Rows
from virtualcio.ui.review.station_view import StationView

_LIST, _SHARE = 340, 0.32  # px, and of the width at most


class PastReviews(QWidget):
    """List on the left, the chosen review on the right."""

    opened = Signal(object, str)

    def __init__(self, company: OpenCompany, write: Callable[[Review], object]) -> None:
        """`write` makes the minutes of a review."""
        super().__init__()
        self._company = company
        self.review_id = ""
        self.list = PlainTable(_("Closed reviews"), (_("Review"), _("Held on"), _("Decisions")), (0, 106, 98))
        self.list.currentCellChanged.connect(lambda *_cells: self._on_row())
        self.view = StationView()
        self.view.opened.connect(self.opened)
        self.title = Label(size=15, semibold=True)
        self.detail = Label(ink="second", size=12, wrap=True)
        self.minutes = Button(_("Minutes as PDF…"), lambda: self._on_minutes(write), icon="file-text")
        self._build()

    def _build(self) -> None:
        card = Card(_("Closed reviews"), " ")
        card.body.addWidget(self.list)
        self._card = card
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self.minutes)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addLayout(head)
        right.addWidget(self.view, 1)
        whole = QHBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(card)
        whole.addLayout(right, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._card.setFixedWidth(min(_LIST, round(self.width() * _SHARE)))

    def show_now(self) -> None:
        """The list as it is now, and the chosen review, else the newest."""
        reviews = self._closed()
        rows = [
            (one.name, formats.day(one.held_on or one.closed_on), formats.number(len(self._decisions(one))))
            for one in reviews
        ]
        self.list.blockSignals(True)
        self.list.fill(rows, [one.id for one in reviews])
        self.list.blockSignals(False)
        known = [one.id for one in reviews]
        at = known.index(self.review_id) if self.review_id in known else 0
        if reviews:
            self.list.setCurrentCell(at, 0)
            self._show(reviews[at])

    def choose(self, key: str) -> bool:
        """Show a review by its key; False if it is none of these."""
        known = [one.id for one in self._closed()]
        if key not in known:
            return False
        self.list.setCurrentCell(known.index(key), 0)
        return True

    def _closed(self) -> list[Review]:
        return [one for one in self._company.results.reviews if one.closed_on is not None]

    def _decisions(self, review: Review) -> list[Decision]:
        return list(self._company.data.where(Decision, "review_id", review.id))

    def _on_row(self) -> None:
        reviews = self._closed()
        row = self.list.currentRow()
        if 0 <= row < len(reviews) and reviews[row].id != self.review_id:
            self._show(reviews[row])

    def _on_minutes(self, write: Callable[[Review], object]) -> None:
        review = self._company.data.get(Review, self.review_id)
        if review is not None:
            write(review)

    # --- one review ------------------------------------------------------------------------------

    def _show(self, review: Review) -> None:
        self.review_id = review.id
        self.title.setText(_("Quarterly review {quarter}").format(quarter=review.name))
        self.detail.setText(self._who(review))
        self.minutes.setAccessibleName(_("Minutes of {review}").format(review=review.name))
        changes = self._company.results.changes(after=review)
        said = tuple((words.text, words.tone) for words in changes_words(changes))
        lists = (self._figures(review), *self._decided(review), *self._notes(review))
        self.view.show_content(Content((), lists, said=said))

    def _who(self, review: Review) -> str:
        rows = self._company.data.where(ReviewPerson, "review_id", review.id)
        names = [self._company.data.find(Person, row.person_id).name for row in rows]
        day = _("held on {day}").format(day=formats.day(review.held_on or review.closed_on))
        closed = _("closed on {day}, its figures do not change any more").format(
            day=formats.day(review.closed_on)
        )
        parts = [day, join_names(names, len(names)), closed]
        if review.open_questions:
            parts.append(_("left open: {what}").format(what=" · ".join(review.open_questions.split("\n"))))
        return " · ".join(part for part in parts if part)

    def _figures(self, review: Review) -> Rows:
        """Beside those of the review before; of the first one alone."""
        title, before = _("Key figures as they were frozen"), self._company.results.review_before(review)
        if before is None:
            frozen = {row.subject_key: row.amount for row in self._company.results.snapshot_of(review)}
            alone = tuple(
                (Cell(figure_title(key)), Cell(figure_value(key, frozen[key.value])))
                for key in Figure
                if key.value in frozen
            )
            return Rows(title, (_("Key figure"), review.name), alone, right=(1,))
        rows = tuple(
            (
                Cell(figure_title(one.key)),
                Cell(figure_value(one.key, one.before)),
                Cell(figure_value(one.key, one.after)),
                _better(one.better),
            )
            for one in self._company.results.changes(after=review).figures
        )
        return Rows(title, (_("Key figure"), before.name, review.name, _("Change")), rows, right=(1, 2))

    def _decided(self, review: Review) -> tuple[Rows, ...]:
        decisions = self._decisions(review)
        if not decisions:
            return ()
        people = self._company.data
        rows = tuple(
            (
                Cell(one.name),
                Cell(owner.name if (owner := people.get(Person, one.owner_id)) else formats.NO_VALUE),
                Cell(formats.day(one.due_on)),
                Cell(_("carried out"), Tone.GOOD)
                if one.done_on is not None
                else Cell(_(DECISION_STATES[one.state]), STATE_TONES[one.state]),
            )
            for one in decisions
        )
        header = (_("Decision"), _("Responsible"), _("Until"), _("State"))
        note = translate_count("{count} decision", "{count} decisions", len(decisions))
        targets = tuple((Decision, one.id) for one in decisions)
        return (Rows(_("Decisions"), header, rows, targets, note=note),)

    def _notes(self, review: Review) -> tuple[Rows, ...]:
        notes = self._company.data.where(ReviewNote, "review_id", review.id)
        rows = tuple((Cell(_(STATION_TITLES[note.station])), Cell(note.text)) for note in notes if note.text)
        return (Rows(_("Notes"), (_("Station"), _("What was said")), rows),) if rows else ()


def _better(better: bool | None) -> Cell:
    if better is None:
        return Cell("")
    return Cell(_("better"), Tone.GOOD) if better else Cell(_("worse"), Tone.WATCH)
