"""The guided review: between two reviews what is due and what was, in a review its stations."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from PySide6.QtCore import QRect, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QStackedWidget, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review import reviewing
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.model import Review, ReviewPerson
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.review.due_card import DueCard
from virtualcio.ui.review.meeting_desk import MeetingDesk
from virtualcio.ui.review.meeting_screen import MeetingScreen
from virtualcio.ui.review.meeting_view import MeetingView
from virtualcio.ui.review.past_reviews import PastReviews

_ABOVE_LINES = 8  # px


class ReviewTab(PartOfPage):
    """The stations are built when the first review is begun."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.desk = MeetingDesk(shell, company)
        self.desk.turned = self._on_turned
        self.due = DueCard(company, self.begin, self.plan)
        self.past = PastReviews(company, self.write_minutes)
        self.past.opened.connect(self.opened)
        self.first = Label(ink="second", wrap=True)
        self.meeting: MeetingView | None = None
        self.full: MeetingScreen | None = None
        self._places = QStackedWidget()
        self._places.addWidget(self._between())
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._places)
        self.follow(None)

    def _between(self) -> QWidget:
        self.first.setText(
            _("No review was held yet. In an hour you look at goals, initiatives, security and money, take "
              "at most three decisions, and the key figures of the day are kept: from the second review on "
              "you see what has changed.")
        )  # fmt: skip
        both = QWidget()
        column = QVBoxLayout(both)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        column.addWidget(self.due)
        column.addWidget(self.first)
        column.addWidget(self.past, 1000)
        column.addStretch(1)  # takes the room while there is no past
        return both

    # --- showing ---------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        """Stations while a review is open, else what is due."""
        if self.desk.review is None:
            self._end_full_screen()
            last = self.company.results.last_closed
            self.due.show_now()
            self.past.setVisible(last is not None)
            self.first.setVisible(last is None)
            if last is not None:
                if self._places.currentWidget() is self.meeting:
                    self.past.review_id = last.id  # the one that was closed just now
                self.past.show_now()
            self._places.setCurrentIndex(0)
            return
        if self.meeting is None:
            self.meeting = MeetingView(self.desk)
            self.meeting.opened.connect(self.opened)
            self.meeting.note.grown.connect(self.header_changed)  # messages stand above the note
            self._places.addWidget(self.meeting)
        self.meeting.show_now()
        self._places.setCurrentWidget(self.meeting)
        if self.full is not None and self.full.isVisible():
            self.full.show_now()

    def _on_turned(self) -> None:
        """Another station; nothing was written."""
        self.follow(None)
        self.header_changed.emit()

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """A closed review is shown as it was frozen."""
        review = self.company.data.get(Review, record)
        if review is not None and review.closed_on is not None:
            self._places.setCurrentIndex(0)
            self.past.show_now()
            self.past.choose(review.id)

    def select_first(self) -> None:
        """The newest review is chosen when the list is filled."""

    def take_keyboard(self) -> bool:
        if self.desk.review is not None and self.meeting is not None:
            return self.meeting.take_keyboard()
        self.due.begin_button.setFocus()
        return self.due.begin_button.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """What is typed and decided keeps out from under the messages."""
        if self.meeting is not None and self._places.currentWidget() is self.meeting:
            self._whole.setContentsMargins(0, 0, 0, 0)
            room = self.meeting.room_for_lines(height)
            return QRect(self.meeting.mapTo(self, room.topLeft()), room.size())
        below = height + _ABOVE_LINES if height else 0
        margins = self._whole.contentsMargins()
        if margins.bottom() != below:
            self._whole.setContentsMargins(0, 0, 0, below)
        return self.rect()

    def title(self) -> str:
        """'Quartals-Review Q4 2026' while one is held, else ""."""
        review = self.desk.review
        return "" if review is None else _("Quarterly review {quarter}").format(quarter=review.name)

    def question(self) -> str:
        """'12. Dezember 2026 · 4 Teilnehmende'."""
        review = self.desk.review
        if review is None:
            return ""
        count = len(self.company.data.where(ReviewPerson, "review_id", review.id))
        parts = [formats.long_day(review.held_on)] if review.held_on is not None else []
        if count:
            parts.append(translate_count("{count} participant", "{count} participants", count))
        return " · ".join(parts)

    def header_actions(self) -> Sequence[HeaderAction]:
        if self.desk.review is None or self.meeting is None:
            return ()
        tip = _("For the meeting: large letters, nothing else (F11)")
        actions = [HeaderAction(_("Full screen"), self.show_full_screen, icon="maximize", tip=tip)]
        following = self.meeting.next_title()
        if following:
            words = _("Next: {station}").format(station=following)
            actions.append(HeaderAction(words, self.meeting.next, primary=True))
        return actions

    # --- doing -----------------------------------------------------------------------------------

    def begin(self) -> None:
        """Begin the review that is due."""
        if self.desk.start() and self.meeting is not None:
            self.take_keyboard()

    def plan(self, day: date) -> None:
        """Put the next review on a day; the refusal is shown beside the field."""
        reviewing.plan_review(self.company, day)

    def show_full_screen(self) -> bool:
        """The meeting alone on the whole screen; False if none is held."""
        if self.desk.review is None:
            return False
        if self.full is None:
            self.full = MeetingScreen(self.desk, self.window())
            self.full.opened.connect(self._leave_for)
        self.full.begin()
        return True

    def _end_full_screen(self) -> None:
        if self.full is not None and self.full.isVisible():
            self.full.close()

    def _leave_for(self, kind: object, key: str) -> None:
        self._end_full_screen()
        self.opened.emit(kind, key)

    def finish_typing(self) -> None:
        super().finish_typing()
        self._end_full_screen()

    def write_minutes(self, review: Review) -> None:
        """Ask where, and write the minutes of a review there."""
        # imported here: only who writes minutes pays for it
        from virtualcio.actions.review.minutes import write_minutes

        # beside the company's file: that folder is there, and is looked into again
        folder = self.company.path.parent if self.company.path is not None else Path.home()
        file = f"{self.company.data.company.name} {_('Minutes')} {review.name}.pdf".replace("/", "-")
        proposed = str(folder / file)
        name, _kind = QFileDialog.getSaveFileName(self, _("Minutes as PDF"), proposed, "PDF (*.pdf)")
        if not name:
            return
        try:
            write_minutes(self.company, review, Path(name))
        except UserError as error:
            self.shell.refuse(error)
            return
        self.shell.offer(
            _("Minutes written: {file}").format(file=Path(name).name),
            Tone.GOOD,
            _("Open"),
            lambda: QDesktopServices.openUrl(QUrl.fromLocalFile(name)),
        )
