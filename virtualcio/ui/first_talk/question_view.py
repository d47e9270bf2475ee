"""One question, large: answered with the keyboard alone, one undo step each."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.first_talk.result_words import BLOCKS, progress_words
from virtualcio.actions.first_talk.talk_choices import (
    Offer,
    chosen_keys,
    known_words,
    next_question,
    offers,
    question_before,
    typed_so_far,
)
from virtualcio.actions.first_talk.talk_records import answer
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.first_talk.questions import NONE, UNKNOWN, AnswerKind
from virtualcio.errors import RefusedValue
from virtualcio.exchange.talk_questions import TalkQuestion, talk_question
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.first_talk.choice_list import ChoiceList
from virtualcio.ui.first_talk.progress_bar import ThinBar
from virtualcio.ui.first_talk.typed_fields import AnswerLine, AnswerText

_WIDEST = 720
_CHOSEN = (AnswerKind.GRADE, AnswerKind.CHOICE, AnswerKind.SEVERAL, AnswerKind.DUTIES)
_MULTI = (AnswerKind.SEVERAL, AnswerKind.DUTIES)


class QuestionView(QWidget):
    """`finished` is sent when all questions have an answer, `left` by Esc."""

    finished = Signal()
    left = Signal()

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.key = ""
        self.input: ChoiceList | AnswerLine | AnswerText | None = None
        self.block = Label(ink="accent", size=12, semibold=True)
        self.progress = Label(ink="second", size=12)
        self.bar = ThinBar()
        self.title = Label(size=22, semibold=True, wrap=True)
        self.help = Label(ink="second", wrap=True)
        self.known = Label(ink="good", size=12, wrap=True)
        self.refusal = Label(ink="act", wrap=True)
        self.back_button = Button(_("Back"), self.back, icon="arrow-left")
        self.unknown_button = Button(_("I do not know"), self.say_unknown)
        self.on_button = Button(_("Continue"), self.go_on, primary=True)
        self._place = QVBoxLayout()
        self._build()
        # shortcuts, because what scrolls around the field would take these keys first
        for key, do in (
            (Qt.Key.Key_PageUp, self.back),
            (Qt.Key.Key_PageDown, self.skip),
            (Qt.Key.Key_Escape, self.left.emit),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(do)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self.block)
        head.addStretch(1)
        head.addWidget(self.progress)
        foot = QHBoxLayout()
        foot.setSpacing(8)
        foot.addWidget(self.back_button)
        foot.addStretch(1)
        foot.addWidget(self.unknown_button)
        foot.addWidget(self.on_button)
        box = QWidget()
        box.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 32, 0, 24)
        column.setSpacing(12)
        column.addLayout(head)
        column.addWidget(self.bar)
        column.addSpacing(20)
        for widget in (self.title, self.help, self.known):
            column.addWidget(widget)
        column.addSpacing(4)
        column.addLayout(self._place)
        column.addWidget(self.refusal)
        column.addSpacing(8)
        column.addLayout(foot)
        self.keys_line = Label(ink="third", size=12, wrap=True)
        column.addWidget(self.keys_line)
        column.addStretch(1)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(24, 0, 24, 0)
        across.addStretch(1)
        across.addWidget(box, 100)
        across.addStretch(1)
        self._scroll = ScrollColumn()
        self._scroll.column.addWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)

    # --- what is shown ----------------------------------------------------------------------

    def show_question(self, key: str) -> None:
        """Ask this question, with what is known about it. KeyError if there is none."""
        question = talk_question(key)
        self.key = key
        self.block.setText(_(BLOCKS[question.rule.block]))
        self.title.setText(question.title)
        self.help.setText(question.help)
        self.help.setVisible(bool(question.help))
        known = known_words(self._company, key)
        self.known.setText(_("Already in your file: {answer}").format(answer=known))
        self.known.setVisible(bool(known) and question.rule.kind in _MULTI)
        self._refuse("")
        self._set_input(self._input_for(question))
        chosen = isinstance(self.input, ChoiceList)
        self.unknown_button.setVisible(not chosen)
        self.back_button.setEnabled(question_before(self._company, key) is not None)
        self.keys_line.setText(self._keys_words(question))
        self.show_progress()

    def show_progress(self) -> None:
        one = self._company.results.first_talk.progress
        self.progress.setText(progress_words(one))
        self.bar.set_share(one.answered / one.total if one.total else 0.0)

    def take_keyboard(self) -> bool:
        if self.input is None:
            return False
        self.input.setFocus()
        return True

    def _keys_words(self, question: TalkQuestion) -> str:
        if question.rule.kind in _MULTI:
            return _(
                "Number keys choose several, nothing chosen means: none of them, 0: I do not know. "
                "Enter goes on, Page Up goes back."
            )
        if question.rule.kind in _CHOSEN:
            return _("Number keys choose, 0: I do not know, Enter goes on, Page Up goes back.")
        return _("Enter goes on, an empty field means: I do not know. Page Up goes back.")

    def _input_for(self, question: TalkQuestion) -> ChoiceList | AnswerLine | AnswerText:
        kind = question.rule.kind
        if kind in _CHOSEN:
            zero = Offer(UNKNOWN, _("I do not know"))
            chosen = chosen_keys(self._company, question)
            return ChoiceList(offers(self._company, question), chosen, multi=kind in _MULTI, zero=zero)
        text = typed_so_far(self._company, question)
        return (AnswerText if kind is AnswerKind.LONG_TEXT else AnswerLine)(text, question.title)

    def _set_input(self, widget: ChoiceList | AnswerLine | AnswerText) -> None:
        had_keyboard = self.input is not None and self.input.hasFocus()
        if self.input is not None:
            self._place.removeWidget(self.input)
            self.input.hide()
            self.input.deleteLater()
        self.input = widget
        widget.entered.connect(self.go_on)
        changed = widget.changed if isinstance(widget, ChoiceList) else widget.textChanged
        changed.connect(lambda *_text: self._refuse(""))  # what was said about the earlier answer is over
        self._place.addWidget(widget)
        widget.show()
        if had_keyboard:
            widget.setFocus()
        if isinstance(widget, AnswerLine):
            widget.selectAll()

    def _refuse(self, words: str) -> None:
        self.refusal.setText(words)
        self.refusal.setVisible(bool(words))

    # --- what is done ------------------------------------------------------------------------

    def given(self) -> str:
        """The answer as it stands; "" if there is none yet."""
        if isinstance(self.input, ChoiceList):
            return " ".join(self.input.keys)
        return "" if self.input is None else self.input.answer_text()

    def go_on(self) -> None:
        """Keep the answer and ask the next question; what cannot be understood stays, with a sentence."""
        several = talk_question(self.key).rule.kind in _MULTI
        if isinstance(self.input, ChoiceList) and not self.given() and not several:
            self._refuse(_("Choose an answer first, or 0 if you do not know."))
            return
        self._keep(self.given() or (NONE if several else UNKNOWN))

    def say_unknown(self) -> None:
        self._keep(UNKNOWN)

    def back(self) -> None:
        before = question_before(self._company, self.key)
        if before is not None:
            self._show_and_take(before)

    def skip(self) -> None:
        """To the next open question, leaving this one open."""
        after = next_question(self._company, self.key)
        if after is not None and after != self.key:
            self._show_and_take(after)

    def _keep(self, text: str) -> None:
        try:
            answer(self._company, self.key, text)
        except RefusedValue as error:
            self._refuse(str(error.message))
            self.take_keyboard()
            return
        after = next_question(self._company, self.key)
        if after is None:
            self.finished.emit()
        else:
            self._show_and_take(after)

    def _show_and_take(self, key: str) -> None:
        self.show_question(key)
        self.take_keyboard()
