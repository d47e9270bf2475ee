"""The first talk (Standortbestimmung): about 25 questions, then one page on where the company stands."""

from collections.abc import Sequence

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout

from virtualcio.actions.first_talk.result_words import Lead
from virtualcio.actions.first_talk.talk_choices import next_question
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.page import HeaderAction, Page, PageTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.first_talk.answers_view import AnswersView
from virtualcio.ui.first_talk.question_view import QuestionView
from virtualcio.ui.first_talk.result_view import ResultView

QUESTIONS, RESULT, ANSWERS = "questions", "result", "answers"


class FirstTalkPage(Page):
    """Three tabs: the questions as long as some are open, the page that follows from them, and from the
    first answer on all of them to correct.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.question = QuestionView(self.company)
        self.result = ResultView(self.company, self.on_lead)
        self.answers = AnswersView(self.company, self.begin, self.ask)
        self._tab = QUESTIONS
        self._asking = False
        self._correcting = False  # an answer of a talk in which everything is answered
        self._stack = QStackedWidget()
        for part in (self.question, self.result, self.answers):
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.question.finished.connect(self.on_finished)
        self.question.left.connect(lambda: self._turn_to(ANSWERS))
        if self.company.results.first_talk.complete:
            self._tab = RESULT
        self._show()

    # --- what the window asks --------------------------------------------------------

    def tabs(self) -> Sequence[PageTab]:
        result = self.company.results.first_talk
        left = result.total - result.answered
        titles = {QUESTIONS: _("Questions"), RESULT: _("Your result"), ANSWERS: _("Answers")}
        return [PageTab(key, titles[key], str(left) if key == QUESTIONS else "") for key in self._open_tabs()]

    def _open_tabs(self) -> Sequence[str]:
        """Who has answered everything is asked nothing more; who has said nothing has no answers yet."""
        result = self.company.results.first_talk
        if result.complete:
            return (RESULT, ANSWERS)
        return (QUESTIONS, RESULT, ANSWERS) if result.said else (QUESTIONS, RESULT)

    def current_tab(self) -> str:
        return self._tab

    def header_actions(self) -> Sequence[HeaderAction]:
        if self._tab == RESULT:
            return (HeaderAction(_("To the overview"), lambda: self.shell.go("overview"), primary=True),)
        return ()

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        if record:
            self.ask(record)
        else:
            self._turn_to(tab if tab in (QUESTIONS, RESULT, ANSWERS) else self._tab)
            self.take_keyboard()

    def refresh(self, change: Change | None) -> None:
        if self._stack.currentWidget() is self.question:
            self._tab = self._tab_of_question()
            self.question.show_progress()
        else:
            self._show()
        self.header_changed.emit()

    def take_keyboard(self) -> bool:
        shown = self._stack.currentWidget()
        return shown.take_keyboard() if isinstance(shown, (QuestionView, AnswersView)) else False

    # --- what is done ------------------------------------------------------------------

    def begin(self) -> None:
        """Ask the next open question."""
        key = next_question(self.company)
        if key is None:
            self._turn_to(RESULT)
        else:
            self.ask(key)

    def ask(self, key: str) -> None:
        """Ask one question; KeyError if there is none."""
        self._asking, self._tab = True, self._tab_of_question()
        self._correcting = self.company.results.first_talk.complete
        self.question.show_question(key)
        self._stack.setCurrentWidget(self.question)
        self.header_changed.emit()
        self.question.take_keyboard()

    def on_finished(self) -> None:
        """All questions have an answer: the page is what they were asked for. Who only corrected one is back
        among the answers.
        """
        self._asking = False
        self._turn_to(ANSWERS if self._correcting else RESULT)
        if self._correcting:
            self.answers.take_keyboard(self.question.key)

    def on_lead(self, lead: Lead) -> None:
        self.shell.go(lead.page, lead.tab, lead.record, lead.chip, lead.column)

    def _turn_to(self, tab: str) -> None:
        if tab != self._tab or tab != QUESTIONS:
            self._asking = False
        self._tab = tab
        self._show()
        self.header_changed.emit()

    def _tab_of_question(self) -> str:
        """The tab in which a question is asked: when all have an answer, it is corrected."""
        return ANSWERS if self.company.results.first_talk.complete else QUESTIONS

    def _show(self) -> None:
        """The questions begin with what is known; who has begun goes on where he was."""
        if self._tab not in self._open_tabs():
            self._tab = self._open_tabs()[0]
        if self._tab == RESULT:
            self.result.show_company()
            self._stack.setCurrentWidget(self.result)
        elif self._tab == QUESTIONS and self._asking:
            self._stack.setCurrentWidget(self.question)
        elif self._tab == QUESTIONS and self.company.results.first_talk.said:
            key = next_question(self.company)
            if key is not None:
                self.question.show_question(key)
                self._stack.setCurrentWidget(self.question)
                self._asking = True
            else:
                self._show_answers()
        else:
            self._show_answers()

    def _show_answers(self) -> None:
        self.answers.show_company()
        self._stack.setCurrentWidget(self.answers)
