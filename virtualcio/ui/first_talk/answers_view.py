"""The beginning of the talk, and all its answers: what is known already need not be asked, only corrected."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.first_talk.result_words import progress_words
from virtualcio.actions.first_talk.talk_choices import AnswerLine, answer_lines
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.first_talk.progress_bar import ThinBar

_WIDEST = 820
_BESIDE_BUTTON = 8  # px, so that words begin on the line of the button beside them


class AnswersView(QWidget):
    """`begin` goes on with the next open question, `correct` to one of them by its key."""

    def __init__(
        self, company: OpenCompany, begin: Callable[[], object], correct: Callable[[str], object]
    ) -> None:
        super().__init__()
        self._company, self._correct = company, correct
        self.title = Label(size=22, semibold=True, wrap=True)
        self.text = Label(ink="second", wrap=True)
        self.progress = Label(ink="second", size=12)
        self.bar = ThinBar()
        self.begin_button = Button("", begin, primary=True)
        self.rows: dict[str, Button] = {}  # by the key of the question
        self._cards = ScrollColumn()
        self._known = Card(_("Already in your file"), _("Not asked again"))
        self._said = Card(_("Your answers"))
        box = QWidget()
        box.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 32, 0, 24)
        column.setSpacing(12)
        for widget in (self.title, self.text, self.bar, self.progress):
            column.addWidget(widget)
        column.addWidget(self.begin_button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addSpacing(12)
        column.addWidget(self._known)
        column.addWidget(self._said)
        column.addStretch(1)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(24, 0, 24, 0)
        across.addStretch(1)
        across.addWidget(box, 100)
        across.addStretch(1)
        self._cards.column.addWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._cards)

    def show_company(self) -> None:
        result = self._company.results.first_talk
        begun = bool(result.said)
        if not begun:
            self.title.setText(_("Where does your company stand?"))
            words = _(
                "Questions in plain words, answered in less than 20 minutes and without looking anything up. "
                "“I do not know” is an answer, too. At the end there is one page: where it hurts, what could "
                "be won, what is due and who should see to it. Every answer also fills your file."
            )
        else:
            self.title.setText(_("Your answers"))
            words = _("Change an answer, and what came from it in your file changes along.")
        self.text.setText(words)
        self.progress.setText(progress_words(result.progress))
        self.bar.set_share(result.answered / result.total)
        self.begin_button.setText(_("Go on asking") if begun else _("Begin"))
        self.begin_button.setVisible(not result.complete)
        lines = [one for one in answer_lines(self._company) if one.answer]
        self.rows = {}
        self._fill(self._known, [one for one in lines if one.known])
        self._fill(self._said, [one for one in lines if not one.known])

    def take_keyboard(self, key: str = "") -> bool:
        """To the answer of a question; else to what goes on asking, or to the first answer."""
        stop = self.rows.get(key)
        if stop is None and not self.begin_button.isHidden():
            stop = self.begin_button
        stop = stop or next(iter(self.rows.values()), None)
        if stop is None:
            return False
        stop.setFocus()
        QTimer.singleShot(0, stop, partial(self._cards.ensureWidgetVisible, stop))  # laid out by then
        return True

    def _fill(self, card: Card, lines: Sequence[AnswerLine]) -> None:
        while card.body.count():
            item = card.body.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        card.setVisible(bool(lines))
        rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setColumnStretch(0, 5)
        grid.setColumnStretch(1, 4)
        for place, one in enumerate(lines):
            button = Button(_("Change it"), partial(self._correct, one.key), quiet=True)
            button.setAccessibleName(f"{button.text()}: {one.title}")
            self.rows[one.key] = button
            for column, words in enumerate(
                (Label(one.title, ink="second", wrap=True), Label(one.answer, wrap=True))
            ):
                words.setAlignment(Qt.AlignmentFlag.AlignTop)
                words.setContentsMargins(0, _BESIDE_BUTTON, 0, 0)
                grid.addWidget(words, place, column)
            grid.addWidget(button, place, 2, Qt.AlignmentFlag.AlignTop)
        card.body.addWidget(rows)
