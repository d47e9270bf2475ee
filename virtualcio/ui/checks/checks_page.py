"""The checks: what needs a decision, what hangs on it, what was set aside, and which rules there are."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.finding_words import action_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.set_aside import set_asides
from virtualcio.actions.tables import table
from virtualcio.analysis.checks.all_checks import CHECKS
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, translate_count
from virtualcio.ui.checks.findings_list import FindingsList
from virtualcio.ui.checks.hangs_on_card import HangsOnCard
from virtualcio.ui.checks.rules_list import RulesList
from virtualcio.ui.checks.set_aside_list import SetAsideList
from virtualcio.ui.checks.thread_card import ThreadCard
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.page import PageTab
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.staged_page import StagedPage
from virtualcio.ui.common.word_switch import WordSwitch

OPEN, ASIDE, RULES = "open", "aside", "rules"
THREAD, HANGS_ON = "thread", "hangs_on"  # the two views beside the findings
_BEHIND_TITLE = 2  # in the head of a card: title, then the space up to its right


class ChecksPage(StagedPage):
    """Tab `open`: findings beside the golden thread or what hangs on the chosen one; `aside`; `rules`.

    `show_part("thread")` shows the findings with the golden thread beside them.
    """

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.findings = FindingsList(self.on_act, lambda: shell.go("first_talk"))
        self.hangs_on = HangsOnCard(self.on_record)
        self.golden = ThreadCard(shell)
        self.beside = QStackedWidget()
        self.switch = WordSwitch(
            {THREAD: _("Golden thread"), HANGS_ON: _("What depends on it")}, self.show_beside
        )
        self.aside = SetAsideList()
        self.rules = RulesList()
        self._open_card = Card(_("Findings"), " ")
        self._tab = OPEN
        self._stale_tabs: set[str] = set()
        self._counts = ("", "")
        self._tabs = {OPEN: QWidget(), ASIDE: Card(), RULES: Card()}
        self._stack = QStackedWidget()
        self._build()
        self.findings.selected.connect(self.on_selected)
        self.findings.picked.connect(lambda: self.show_beside(HANGS_ON))

    def _build(self) -> None:
        self._open_card.body.addWidget(self.findings, 1)
        halves = QHBoxLayout(self._tabs[OPEN])
        halves.setContentsMargins(0, 0, 0, 0)
        halves.setSpacing(16)
        halves.addWidget(self._open_card, 43)
        halves.addWidget(self._beside(), 57)
        for beside in (self._open_card, self.golden, self.hangs_on):
            beside.header.addStrut(self.switch.sizeHint().height())  # titles in line with each other
        for tab, content in ((ASIDE, self.aside), (RULES, self.rules)):
            card = self._tabs[tab]
            assert isinstance(card, Card)
            card.body.addWidget(content, 1)
        for part in self._tabs.values():
            self._stack.addWidget(part)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addWidget(self._stack)

    def _beside(self) -> QWidget:
        """The right half: the golden thread, or what hangs on the finding that was chosen. The switch between
        them stands in the head of the one that is shown.
        """
        scroll = ScrollColumn()
        scroll.column.addWidget(self.golden, 1)
        self.beside.addWidget(scroll)
        self.beside.addWidget(self.hangs_on)
        self.show_beside(THREAD)
        return self.beside

    def show_beside(self, part: str) -> None:
        """THREAD or HANGS_ON in the right half."""
        had_keyboard = self.switch.isAncestorOf(self.focusWidget()) if self.focusWidget() else False
        card = self.golden if part == THREAD else self.hangs_on
        if not card.isAncestorOf(self.switch):
            card.header.insertWidget(_BEHIND_TITLE, self.switch)
        self.beside.setCurrentIndex(0 if part == THREAD else 1)
        self.switch.show_choice(part)
        if had_keyboard:
            self.switch.buttons[part].setFocus()

    def tabs(self) -> Sequence[PageTab]:
        return (
            PageTab(OPEN, _("Findings"), self._counts[0]),
            PageTab(ASIDE, _("Set-aside findings"), self._counts[1]),
            PageTab(RULES, _("Rules"), str(len(CHECKS))),
        )

    def current_tab(self) -> str:
        return self._tab

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        self._tab = tab if tab in self._tabs else OPEN
        if tab == THREAD:
            self.show_beside(THREAD)
        self._refresh_tab()
        self._stack.setCurrentWidget(self._tabs[self._tab])

    def take_keyboard(self) -> bool:
        """On the finding that is chosen: Tab leads to its button, Enter shows what hangs on it."""
        row = self.findings.chosen_row
        if self._tab != OPEN or row is None:
            return False
        row.setFocus()
        return row.hasFocus()

    def steps(self) -> Sequence[Callable[[], object]]:
        self._stale_tabs.update(self._tabs)
        return (self._show_counts, self._refresh_tab)

    def _refresh_tab(self) -> None:
        """Only what is seen is built anew; the other tabs follow when they are shown."""
        if self._tab not in self._stale_tabs:
            return
        self._stale_tabs.discard(self._tab)
        parts = {
            OPEN: self._show_open,
            ASIDE: self.aside.show_findings,
            RULES: self.rules.show_rules,
        }
        parts[self._tab](self.company)

    def _show_open(self, company: OpenCompany) -> None:
        self.findings.show_findings(company)
        self.golden.show_spending(company)

    def _show_counts(self) -> None:
        aside = len(set_asides(self.company))
        self._counts = (str(len(self.company.results.findings)), str(aside))
        note = translate_count("{count} rule checked", "{count} rules checked", len(CHECKS))
        if aside:
            put = translate_count("{count} knowingly set aside", "{count} knowingly set aside", aside)
            note = f"{note} · {put}"
        self._open_card.set_note(note)
        self.header_changed.emit()

    def on_selected(self, finding: Finding | None) -> None:
        self.hangs_on.show_finding(self.company, finding)

    def on_act(self, finding: Finding) -> None:
        action = action_of(self.company, finding)
        self.shell.go(action.page, action.tab, action.record, action.chip, action.column)

    def on_record(self, tab: str, record: str) -> None:
        self.shell.go(table(tab).page, tab=tab, record=record)
