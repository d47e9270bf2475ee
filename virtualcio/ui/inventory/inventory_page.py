"""Step 1, what is there: a tab for each kind of thing, each with its table and its details."""

from collections.abc import Sequence

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QStackedLayout, QVBoxLayout

from virtualcio.actions.tables import INVENTORY_KEYS, table, table_of
from virtualcio.formats import number
from virtualcio.model import Record
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate
from virtualcio.ui.common.page import HeaderAction, Page, PageTab
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell

MOST_WAITING = 20  # changes that a hidden tab catches up on one by one


class InventoryPage(Page):
    """Tabs are built when they are first shown; hidden ones catch up on changes when shown again."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(shell)
        self.parts: dict[str, RecordTab] = {}
        self._waiting: dict[str, list[Change | None]] = {}
        self._current = ""
        self._just_built = True
        self._stack = QStackedLayout()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.addLayout(self._stack)
        self._turn_to(INVENTORY_KEYS[0])

    @property
    def part(self) -> RecordTab:
        """The tab that is shown."""
        return self.parts[self._current]

    def refresh(self, change: Change | None) -> None:
        just_built, self._just_built = self._just_built, False
        if just_built and change is None:
            return  # the tab was filled when it was built
        for key, part in self.parts.items():
            if part is self.part:
                part.follow(change)
            else:
                self._waiting.setdefault(key, []).append(change)
        self.header_changed.emit()

    def show_part(self, tab: str = "", record: str = "", chip: str = "", column: str = "") -> None:
        self._turn_to(tab or self._current)
        self.part.show_part(record, chip, column)

    def find_here(self) -> bool:
        self.part.bar.box.setFocus()
        self.part.bar.box.selectAll()
        return True

    def take_keyboard(self) -> bool:
        self.part.table.setFocus()
        return self.part.table.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        place = self.part.room_for_lines(height)
        return QRect(self.part.mapTo(self, place.topLeft()), place.size())

    def leave(self) -> None:
        self.part.finish_typing()

    def tabs(self) -> Sequence[PageTab]:
        data = self.company.data
        return [
            PageTab(key, translate(table(key).plural), number(data.count(table(key).kind)))
            for key in INVENTORY_KEYS
        ]

    def current_tab(self) -> str:
        return self._current

    def header_actions(self) -> Sequence[HeaderAction]:
        spec = self.part.spec
        actions = []
        if spec.importable:
            actions.append(HeaderAction(_("Import from Excel"), self.part.on_import))
        new = HeaderAction(
            translate(spec.singular),
            self.part.commands.add,
            primary=True,
            icon="plus",
            tip=_("Add a row (Ctrl+Shift+N)"),
        )
        return [*actions, new]

    def _turn_to(self, key: str) -> None:
        if key not in INVENTORY_KEYS:
            key = INVENTORY_KEYS[0]
        part = self.parts.get(key)
        if part is None:
            part = self.parts[key] = RecordTab(self.shell, self.company, table(key))
            part.opened.connect(self._on_opened)
            self._stack.addWidget(part)
            part.select_first()
        waiting = self._waiting.pop(key, [])
        for change in [None] if len(waiting) > MOST_WAITING else waiting:
            part.follow(change)
        self._stack.setCurrentWidget(part)
        if key != self._current:
            self._current = key
            self.header_changed.emit()

    def _on_opened(self, kind: type[Record], key: str) -> None:
        self.shell.go("inventory", tab=table_of(kind).key, record=key)
