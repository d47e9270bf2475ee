"""The last station: who was there, what was decided, what is open, and the end of the review."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout

from virtualcio.actions.review.review_words import question_words
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.model import Person, Review
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinksField
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.review.field_in_place import FieldInPlace
from virtualcio.ui.review.meeting_desk import MeetingDesk
from virtualcio.ui.review.proposal_card import Decided
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.review.station_view import SaidLine
from virtualcio.ui.shell import theme


class EndPanel(ScrollColumn):
    """Built anew for each change: it is short, and shown at the end only."""

    opened = Signal(object, str)

    def __init__(self, desk: MeetingDesk, sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self._desk, self._sizes = desk, sizes
        self.column.setSpacing(sizes.gap)
        self.close_button: Button | None = None
        self.people: LinksField | None = None
        self.questions: list[SaidLine] = []

    def show_now(self) -> None:
        """What the review ends with."""
        review = self._desk.review
        if review is None:
            return
        self.clear()
        self.column.addWidget(self._who(review))
        self.column.addWidget(self._decisions())
        self.column.addWidget(self._end(review))
        self.column.addStretch(1)

    def _card(self, title: str, note: str = "") -> Card:
        card = Card(title, note, padding=self._sizes.padding)
        card.title_label.setFont(theme.font(self._sizes.title, semibold=True))
        card.note_label.setFont(theme.font(self._sizes.small))
        return card

    def _who(self, review: Review) -> Card:
        card = self._card(_("Who takes part"))
        reviews = table("reviews")
        self.people = LinksField(
            self._desk.company, reviews, reviews.column("people"), factor=self._sizes.factor
        )
        self.people.show_record(review)
        self.people.opened.connect(self._open_person)
        card.body.addWidget(self.people)
        line = QHBoxLayout()
        line.setSpacing(8)
        held = FieldInPlace(
            self._desk.company, review, "held_on", _("no date"), _held_words,
            self._sizes,
        )  # fmt: skip
        line.addWidget(held)
        line.addStretch(1)
        card.body.addLayout(line)
        return card

    def _open_person(self, key: str) -> None:
        self.opened.emit(Person, key)

    def _decisions(self) -> Card:
        decisions = self._desk.decisions()
        words = translate_count("{count} decision", "{count} decisions", len(decisions)) if decisions else ""
        card = self._card(_("Decided in this review"), words)
        for decision in decisions:
            row = Decided(self._desk.company, decision, self._sizes)
            row.opened.connect(self.opened)
            card.body.addWidget(row)
        if not decisions:
            text = _("Nothing yet. A review without a decision changes nothing: take one of the proposals.")
            card.body.addWidget(Label(text, ink="second", size=self._sizes.body, wrap=True))
        return card

    def _end(self, review: Review) -> Card:
        questions = self._desk.company.results.open_questions(review)
        card = self._card(_("Close the review"))
        self.questions = [
            SaidLine(question_words(self._desk.company, question), Tone.WATCH, self._sizes)
            for question in questions
        ]
        for line in self.questions:
            card.body.addWidget(line)
        frozen = _("The key figures of today are kept with the review and do not change any more.")
        if questions:
            frozen = _("What is still open is written down in the minutes.") + " " + frozen
        card.body.addWidget(Label(frozen, ink="second", size=self._sizes.small, wrap=True))
        title = _("Close anyway") if questions else _("Close the review")
        self.close_button = Button(title, lambda: self._desk.close(leave_open=bool(questions)), primary=True)
        if self._sizes is not WINDOW:
            self.close_button.setFont(theme.font(self._sizes.small))
            self.close_button.setFixedHeight(round(30 * self._sizes.factor))
        card.header.addWidget(self.close_button)  # up here it is seen however much is open
        return card


def _held_words(day: str) -> str:
    return _("held on {day}").format(day=day)
