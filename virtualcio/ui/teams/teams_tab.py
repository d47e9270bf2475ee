"""Teams and roles: a card for each team, what each department is working on, or the table to enter it all."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Initiative, Team
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.common.word_switch import WordSwitch
from virtualcio.ui.teams.department_card import DepartmentCard
from virtualcio.ui.teams.team_card import TeamCard

_CARDS, _WORK, _TABLE = "cards", "departments", "table"
_WIDE = 900  # px: from here on two cards stand side by side


class TeamsTab(PartOfPage):
    """Cards, as long as there are teams; the table to type in."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.rows = RecordTab(shell, company, table("teams"))
        self.rows.opened.connect(self.opened)
        self.departments = DepartmentCard(company, self._open_initiative)
        self.cards: list[TeamCard] = []
        self._shown = _CARDS
        self._stack = QStackedWidget()
        self._scroll = ScrollColumn()
        self._scroll.column.setSpacing(16)
        self._grid_place = QWidget()
        self._grid = QGridLayout(self._grid_place)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(16)
        words = {_CARDS: _("Who decides what"), _WORK: _("Who is working on what"), _TABLE: _("Table")}
        self.switch = WordSwitch(words, self.turn_to)
        self._scroll.column.addWidget(self._grid_place)
        self._scroll.column.addStretch(1)
        work = ScrollColumn()
        work.column.addWidget(self.departments)
        work.column.addStretch(1)
        self._places: dict[str, QWidget] = {_CARDS: self._scroll, _WORK: work, _TABLE: self.rows}
        for place in self._places.values():
            self._stack.addWidget(place)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.switch)
        whole.addWidget(self._stack, 1)
        self.rows.commands.adding.connect(lambda: self.turn_to(_TABLE))
        self.turn_to(_CARDS if company.data.count(Team) else _TABLE)
        self._show_cards()

    # --- showing ---------------------------------------------------------------------------------

    def turn_to(self, view: str) -> None:
        """ "cards", "departments" or "table"."""
        self._shown = view
        self.switch.show_choice(view)
        self._show_view()
        self.header_changed.emit()

    def _show_view(self) -> None:
        """Without a team its table says what belongs here; without anything there is nothing to switch."""
        some = bool(self.cards)
        self.switch.setVisible(some or bool(self.company.results.department_work))
        self._stack.setCurrentWidget(
            self._places[_TABLE if self._shown == _CARDS and not some else self._shown]
        )

    @property
    def shows_table(self) -> bool:
        return self._stack.currentWidget() is self.rows

    def follow(self, change: Change | None) -> None:
        self.rows.follow(change)
        self._show_cards()

    def _show_cards(self) -> None:
        for card in self.cards:
            self._grid.removeWidget(card)
            card.hide()
            card.deleteLater()
        find = self.company.data.find
        teams = [find(Team, one.team_id) for one in self.company.results.teams]
        self.cards = [TeamCard(self.company, one, self.edit, self.opened.emit) for one in teams]
        self._grid_place.setVisible(bool(self.cards))
        self._arrange()
        self.departments.show_now()
        self._show_view()

    def _arrange(self) -> None:
        columns = 2 if self.width() >= _WIDE else 1
        for at, card in enumerate(self.cards):
            self._grid.addWidget(card, at // columns, at % columns)
        for column in range(2):
            self._grid.setColumnStretch(column, 1 if column < columns else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    # --- doing -----------------------------------------------------------------------------------

    def edit(self, key: str) -> None:
        """Turn to the table, to a team and its details."""
        self.turn_to(_TABLE)
        self.rows.show_part(key)

    def _open_initiative(self, key: str) -> None:
        self.opened.emit(Initiative, key)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record or chip or column:
            self.turn_to(_TABLE)
            self.rows.show_part(record, chip, column)

    def select_first(self) -> None:
        self.rows.select_first()

    def find_here(self) -> bool:
        self.turn_to(_TABLE)
        return self.rows.find_here()

    def take_keyboard(self) -> bool:
        if self.shows_table:
            return self.rows.take_keyboard()
        if self.cards and self._shown == _CARDS:
            self.cards[0].name.setFocus()
            return self.cards[0].name.hasFocus()
        return False

    def room_for_lines(self, height: int) -> QRect:
        if not self.shows_table:
            return self.rect()
        room = self.rows.room_for_lines(height)
        return QRect(self.rows.mapTo(self, room.topLeft()), room.size())

    def header_actions(self) -> Sequence[HeaderAction]:
        return self.rows.header_actions()
