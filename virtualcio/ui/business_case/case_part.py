"""The tab of the business case: open initiatives at the left, at the right whether the chosen one pays."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Initiative
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.business_case.case_details import CaseDetails
from virtualcio.ui.business_case.case_list import CaseList
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage

_GAP = 16
_ROOMY = 1080  # px
_SHARE_OF_LIST, _SHARE_WHEN_NARROW = 35, 32  # percent


class CasePart(PartOfPage):
    """Empty as long as there is no open initiative and none was asked for."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.list = CaseList()
        self.details = CaseDetails(shell, company)
        self.empty = self._empty()
        self._key = ""
        both = QWidget()
        row = self._row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_GAP)
        row.addWidget(self.list)
        row.addWidget(self.details)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(both)
        self._stack.addWidget(self.empty)
        self.list.chosen.connect(self.choose)
        self.list.opened.connect(lambda key: shell.go("priorities", "initiatives", key))
        self.follow(None)

    def _empty(self) -> QWidget:
        return EmptyState(
            _("No initiative to reckon with yet"),
            _("Here you see whether an initiative pays: what it costs and brings in five years, how soon the "
              "money is back, and how sure that is. Its cost and person-days come from the initiative; you "
              "enter what it brings."),
            _("For example: orders without typing them twice · saves €12,000 a year, at worst €7,000, at "
              "best €15,000"),
            [HeaderAction(_("To the initiatives"), lambda: self.shell.go("priorities", tab="initiatives"),
                          primary=True, icon="list-ordered")],
        )  # fmt: skip

    # --- showing -------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        self.list.show_company(self.company)
        if self.company.data.get(Initiative, self._key) is None:
            self._key = self.list.keys[0] if self.list.keys else ""
        self._stack.setCurrentIndex(0 if self._key else 1)
        if self._key:
            self._show(change)

    def choose(self, key: str) -> None:
        """Show the case of an initiative."""
        if self.company.data.get(Initiative, key) is not None:
            self._key = key
            self._stack.setCurrentIndex(0)
            self._show(None)

    def _show(self, change: Change | None) -> None:
        self.list.select(self._key)
        self.details.show_initiative(self.company.data.find(Initiative, self._key), change)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record:
            self.choose(record)

    def take_keyboard(self) -> bool:
        self.list.table.setFocus()
        return self.list.table.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The cards get shorter for messages."""
        below = height + 8 if height else 0
        if self.contentsMargins().bottom() != below:
            self.setContentsMargins(0, 0, 0, below)
        return self.rect()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The table of inputs needs its width most."""
        super().resizeEvent(event)
        of_list = _SHARE_OF_LIST if self.width() >= _ROOMY else _SHARE_WHEN_NARROW
        self._row.setStretch(0, of_list)
        self._row.setStretch(1, 100 - of_list)

    def header_actions(self) -> Sequence[HeaderAction]:
        if not self._key:
            return ()
        return [HeaderAction(_("Cost or benefit"), self.details.add_input, primary=True, icon="plus")]
