"""What the answers come to: the score, what to begin with, the points by area and over time."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.inventory.security_words import (
    areas,
    history_rows,
    points_words,
    question_state,
    score_sentence,
    score_words,
    trend_words,
)
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.sentence_box import SentenceBox
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.inventory.security_charts import AreaBars, ScoreTrend

_LEAST_DAYS = 2  # a trend needs so many days of answers


class SecuritySide(QWidget):
    """`go_to` gets the number of a question that was clicked."""

    def __init__(self, go_to: Callable[[int], object]) -> None:
        super().__init__()
        self._go_to = go_to
        self.score = Label(size=30, semibold=True, digits=True)
        self.percent = Label(ink="second", size=12, wrap=True)
        self.progress = Label(ink="second", wrap=True)
        self.sentence = SentenceBox()
        self.sentence.title.setWordWrap(True)
        score = Card(_("Security check"))
        for widget in (self.score, self.percent, self.progress, self.sentence):
            score.body.addWidget(widget)
        keys = _("Keys on a question: 1 yes, 2 partly, 3 no, 4 does not apply. Arrows move, Del takes back.")
        score.body.addWidget(Label(keys, ink="third", size=11.5, wrap=True))
        self.first = Card(_("First of all"))
        self._links = QVBoxLayout()
        self._links.setSpacing(8)
        self.first.body.addLayout(self._links)
        self.links: list[TextLink] = []
        self.bars = AreaBars()
        self.bars_card = PictureCard(_("Points by area"), self.bars, self.bars)
        self.trend = ScoreTrend()
        self.trend_card = PictureCard(_("How it came along"), self.trend, self.trend)
        self.change = Label(ink="second", size=12, wrap=True)
        self.trend_card.body.insertWidget(0, self.change)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(16)
        for card in (score, self.first, self.bars_card, self.trend_card):
            column.addWidget(card)

    def show_company(self, company: OpenCompany, progress: str) -> None:
        """Everything anew; `progress` says how many questions are answered."""
        result = company.results.security
        self.score.setText(score_words(company) or formats.NO_VALUE)
        percent = formats.percent(result.percent) if result.percent is not None else ""
        self.percent.setText(_("{percent} of what can be reached").format(percent=percent) if percent else "")
        self.percent.setVisible(bool(percent))
        self.progress.setText(progress)
        self.sentence.show_sentence(score_sentence(company))
        self._show_first(company, result.top_open)
        shown = areas(company)
        self.bars.show_areas(shown)
        rows = tuple((one.title, one.points, formats.number(one.open)) for one in shown)
        self.bars_card.show_numbers(ChartTable((_("Area"), _("Points"), _("Open")), rows))
        history = history_rows(company)
        self.trend_card.setVisible(len(history) >= _LEAST_DAYS)
        self.change.setText(trend_words(company))
        self.trend.show_history(history, result.possible)
        days = tuple((formats.day(day), formats.number(points)) for day, points in history)
        self.trend_card.show_numbers(ChartTable((_("Day"), _("Points")), days))
        self.score.setAccessibleName(
            _("Security check: {points} points").format(points=points_words(result.points, result.possible))
        )

    def _show_first(self, company: OpenCompany, numbers: tuple[int, ...]) -> None:
        for link in self.links:
            self._links.removeWidget(link)
            link.hide()
            link.deleteLater()
        self.links = []
        for number in numbers:
            link = TextLink(question_state(company, number).text, ink="accent")
            link.clicked.connect(partial(self._go_to, number))
            self._links.addWidget(link)
            self.links.append(link)
        self.first.setVisible(bool(numbers))
