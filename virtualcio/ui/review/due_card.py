"""Between two reviews: when the next one is due, what it will look at, and the button that begins it."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QHBoxLayout, QLineEdit

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.review.review_words import STATION_TITLES
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.exchange.values import parse_date
from virtualcio.model.review import ReviewStation
from virtualcio.texts import _, join_names, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.staged_page import is_large
from virtualcio.ui.review.sizes import WINDOW
from virtualcio.ui.review.station_view import SaidLine

_DAY = 110  # px
_SOON = 14  # days


class DueCard(Card):
    """`plan` gets the day that was typed; a refusal stands below it."""

    def __init__(
        self, company: OpenCompany, begin: Callable[[], object], plan: Callable[[date], object]
    ) -> None:
        super().__init__(_("Next review"))
        self._company, self._plan = company, plan
        self.title_label.show()
        self.pill = Pill("")
        self.header.addWidget(self.pill)
        self.words = Label(wrap=True)
        self.begin_button = Button(_("Begin the review"), begin, primary=True)
        self.day = QLineEdit()
        self.day.setFixedWidth(_DAY)
        self.day.setAccessibleName(_("Day of the next review"))
        self.day.editingFinished.connect(self._on_day)
        self.refusal = Label(ink="act", size=12, wrap=True)
        self.refusal.hide()
        self._ahead = Label(ink="second", wrap=True)
        self._news = SaidLine("", Tone.NEUTRAL, WINDOW)
        self._news_later = QTimer(self, interval=0, singleShot=True)
        self._news_later.timeout.connect(self._show_news)
        self._build()

    def _build(self) -> None:
        for part in (self.words, self._ahead, self._news):
            self.body.addWidget(part)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.begin_button)
        row.addSpacing(16)
        row.addWidget(Label(_("or plan it for"), ink="second"))
        row.addWidget(self.day)
        row.addStretch(1)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.body.addWidget(self.refusal)

    def show_now(self) -> None:
        """As it is due now."""
        results = self._company.results
        due = results.review_due
        quarter = formats.quarter(due.quarter_start)
        self.set_title(_("Quarterly review {quarter}").format(quarter=quarter))
        left = (due.due_on - self._company.today).days
        if due.overdue:
            self.pill.set(_("overdue"), Tone.ACT)
        elif left <= _SOON:
            self.pill.set(_("due soon"), Tone.WATCH)
        else:
            self.pill.set(_("planned") if due.review is not None else _("not planned yet"), Tone.NEUTRAL)
        planned = due.review is not None and due.review.planned_on is not None
        words = _("Planned for {day}.") if planned else _("Due by {day}.")
        self.words.setText(words.format(day=formats.long_day(due.due_on)))
        titles = join_names((_(STATION_TITLES[station]) for station in ReviewStation), len(ReviewStation))
        hour = _("About an hour, {count} stations: {stations}.")
        self._ahead.setText(hour.format(count=len(ReviewStation), stations=titles))
        if is_large(self._company):
            self._news_later.start()  # it looks at all findings: an edit does not wait for them
        else:
            self._show_news()
        if not self.day.hasFocus():
            review = due.review
            shown = review.planned_on if review is not None else None
            self.day.setText(formats.day(shown) if shown is not None else "")
            self.day.setPlaceholderText(formats.day(due.due_on))

    def _show_news(self) -> None:
        words = self._what_is_new()
        self._news.words.setText(words)
        self._news.setVisible(bool(words))

    def _what_is_new(self) -> str:
        """What will be on the table."""
        results = self._company.results
        changes = results.changes()
        proposed, tasks = len(results.proposals), len(results.open_tasks)
        moved, outcomes = len(changes.moved), len(results.outcomes_due)
        counted = (
            (
                proposed,
                translate_count("{count} proposal to decide", "{count} proposals to decide", proposed),
            ),
            (tasks, translate_count("{count} open task", "{count} open tasks", tasks)),
            (moved, translate_count("{count} initiative moved", "{count} initiatives moved", moved)),
            (
                outcomes,
                translate_count("{count} outcome to look at", "{count} outcomes to look at", outcomes),
            ),
        )
        parts = [words for count, words in counted if count]
        return _("Waiting for it: {what}.").format(what=join_names(parts, len(parts))) if parts else ""

    def _on_day(self) -> None:
        text = self.day.text().strip()
        if not text:
            return
        try:
            day = parse_date(text).value
            due = self._company.results.review_due
            if due.review is None or due.review.planned_on != day:
                self._plan(day)
        except UserError as error:
            self.refusal.setText(str(error.message))
            self.refusal.show()
            return
        self.refusal.hide()
