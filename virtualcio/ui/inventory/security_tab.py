"""The tab of the security self-check: the questions at the left, what they come to at the right."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.inventory import security_answers
from virtualcio.actions.inventory.security_words import first_open, progress_words, question_state
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.errors import UserError
from virtualcio.exchange.security_questions import security_questions
from virtualcio.model import Initiative, SecurityAnswer
from virtualcio.model.operations import SecurityReply
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.inventory.security_areas import AreaCard
from virtualcio.ui.inventory.security_row import QuestionRow
from virtualcio.ui.inventory.security_side import SecuritySide

_SIDE_WIDTHS = (280, 340)  # px of the right column in narrow and in wide windows
_WIDE = 1000  # px
_ABOVE_LINES = 10  # px between the questions and the messages below them


class SecurityTab(PartOfPage):
    """Answered with the keys 1 to 4 on a question; the arrows walk through them."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.rows: dict[int, QuestionRow] = {
            one.number: QuestionRow(one.number) for one in security_questions()
        }
        self.cards: list[AreaCard] = []
        self.side = SecuritySide(self.go_to)
        self._begun = False
        self._current = 1
        self._questions = ScrollColumn()
        self._questions.column.setSpacing(16)
        self._side_scroll = ScrollColumn()
        self._side_scroll.column.addWidget(self.side)
        self._side_scroll.column.addStretch(1)
        both = QWidget()
        across = QHBoxLayout(both)
        across.setContentsMargins(0, 0, 0, 0)
        across.setSpacing(16)
        self._left = QVBoxLayout()
        self._left.addWidget(self._questions)
        across.addLayout(self._left, 1)
        across.addWidget(self._side_scroll)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._empty())
        self._stack.addWidget(both)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self._fill()
        self.follow(None)

    def _empty(self) -> EmptyState:
        return EmptyState(
            _("Security check: 27 questions in about 20 minutes"),
            _(
                "How well is the company protected? Plain questions that you can answer yourself, with a "
                "hint by which to tell. What is missing becomes an initiative with one click."
            ),
            _("For example: Is all important data backed up at fixed intervals? Partly"),
            (HeaderAction(_("Begin with the first question"), self.begin, primary=True),),
        )

    def _fill(self) -> None:
        """One card for each area; its questions stay, only what they say changes."""
        for area in sorted({one.rule.area for one in security_questions()}):
            own = [self.rows[one.number] for one in security_questions() if one.rule.area == area]
            card = AreaCard(area, own)
            self.cards.append(card)
            self._questions.column.addWidget(card)
        self._questions.column.addStretch(1)
        for number, row in self.rows.items():
            row.replied.connect(self.on_reply)
            row.cleared.connect(self.on_clear)
            row.noted.connect(self.on_note)
            row.moved.connect(self._on_moved)
            row.wanted.connect(self.on_make)
            row.opened.connect(lambda key: self.opened.emit(Initiative, key))
            row.entered.connect(self._on_entered)
            row.went_on.connect(lambda number=number: self.go_to(first_open(self.company) or number))

    # --- showing ---------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        if change is not None and not {SecurityAnswer, Initiative} & set(change.kinds):
            return
        begun = self._begun or self.company.results.security.answered > 0
        self._stack.setCurrentIndex(1 if begun else 0)
        for number, row in self.rows.items():
            row.show_state(question_state(self.company, number))
        for card in self.cards:
            card.show_company(self.company)
        self.side.show_company(self.company, progress_words(self.company))

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """`record` is the number of a question, or the key of an answer."""
        number = self._number_of(record)
        if number is not None:
            self.begin(number)

    def _number_of(self, record: str) -> int | None:
        if record.isdecimal() and int(record) in self.rows:
            return int(record)
        known = self.company.data.get(SecurityAnswer, record) if record else None
        return known.question if known is not None and known.question in self.rows else None

    def take_keyboard(self) -> bool:
        if self._stack.currentIndex() == 0:
            return False
        self.rows[self._current].setFocus()
        return True

    def room_for_lines(self, height: int) -> QRect:
        """Messages stand below the questions, which get shorter for them; the figures stay uncovered."""
        below = height + _ABOVE_LINES if height else 0
        if self._left.contentsMargins().bottom() != below:
            self._left.setContentsMargins(0, 0, 0, below)
            if below:
                QTimer.singleShot(0, self, self._bring_into_view)
        if self._stack.currentIndex() == 0:
            return self.rect()
        return QRect(0, 0, self._questions.width(), self.height())

    def resizeEvent(self, event: object) -> None:
        wide = self.width() >= _WIDE
        self._side_scroll.setFixedWidth(_SIDE_WIDTHS[1] if wide else _SIDE_WIDTHS[0])

    # --- moving ----------------------------------------------------------------------------------

    def begin(self, number: int | None = None) -> None:
        """From the empty state, or from elsewhere, to a question: the first open one if none is named."""
        self._begun = True
        self._stack.setCurrentIndex(1)
        self.go_to(number or first_open(self.company) or 1)

    def go_to(self, number: int) -> None:
        """Put the keyboard on a question and bring it into view. KeyError if there is none."""
        row = self.rows[number]
        self._current = number
        row.setFocus()
        self._bring_into_view()
        QTimer.singleShot(0, self, self._bring_into_view)  # rows just shown find their height only now

    def _bring_into_view(self) -> None:
        self._questions.ensureWidgetVisible(self.rows[self._current], 0, 24)

    def _on_moved(self, number: int, step: int) -> None:
        if number + step in self.rows:
            self.go_to(number + step)

    def _on_entered(self, number: int) -> None:
        self._current = number

    # --- doing -----------------------------------------------------------------------------------

    def on_reply(self, number: int, reply: SecurityReply) -> None:
        self._do(lambda: security_answers.answer(self.company, number, reply))

    def on_clear(self, number: int) -> None:
        if self._do(lambda: security_answers.clear(self.company, number)):
            self.shell.say(_("Answer taken back."), undo=True)

    def on_note(self, number: int, note: str) -> None:
        if not self._do(lambda: security_answers.write_note(self.company, number, note)):
            return
        self.rows[number].show_state(question_state(self.company, number))

    def on_make(self, number: int) -> None:
        made: list[Initiative] = []
        if self._do(lambda: made.append(security_answers.make_initiative(self.company, number))):
            words = _("“{name}” is among the initiatives now.").format(name=made[0].name)
            self.shell.say(words, Tone.GOOD, undo=True)
            self.rows[number].setFocus()

    def _do(self, action: Callable[[], object]) -> bool:
        """True if nothing spoke against it."""
        try:
            action()
        except UserError as error:
            self.shell.refuse(error)
            return False
        return True
