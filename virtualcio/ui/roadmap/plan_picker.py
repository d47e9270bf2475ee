"""Choose an initiative and its first month: how something gets onto the roadmap without dragging."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.plan_rows import Waiting, first_possible_month
from virtualcio.analysis.calendar_days import add_months, months_between
from virtualcio.model import Initiative
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.popover import Popover

_KEY = Qt.ItemDataRole.UserRole
_ROWS = 8
_ROW_HEIGHT = 26


class PlanPicker(Popover):
    """Calls `plan` with the key and the first day of the month, and closes."""

    def __init__(
        self,
        parent: QWidget,
        company: OpenCompany,
        waiting: tuple[Waiting, ...],
        plan: Callable[[str, date], object],
        chosen: str = "",
    ) -> None:
        super().__init__(parent, 380)
        self._company, self._plan = company, plan
        self.words = QLineEdit()
        self.words.setPlaceholderText(_("Find an initiative"))
        self.words.setAccessibleName(_("Find an initiative"))
        self.words.textChanged.connect(self._filter)
        self.words.returnPressed.connect(self._on_plan)
        self.list = QListWidget()
        self.list.setAccessibleName(_("Initiatives that are not on the roadmap yet"))
        for one in waiting:
            item = QListWidgetItem(one.name)
            item.setData(_KEY, one.initiative_id)
            self.list.addItem(item)
            if one.initiative_id == chosen:
                self.list.setCurrentItem(item)
        self.list.setFixedHeight(_ROW_HEIGHT * min(_ROWS, max(2, len(waiting))) + 6)
        self.list.currentItemChanged.connect(self._show_months)
        self.list.itemActivated.connect(self._on_plan)
        self.month = QComboBox()
        self.month.setAccessibleName(_("First month"))
        self._build()
        if self.list.currentItem() is None:
            self.list.setCurrentRow(0)
        self._show_months()

    def _build(self) -> None:
        self.body.addWidget(Label(_("Put an initiative on the roadmap"), size=13.5, semibold=True))
        self.body.addWidget(self.words)
        self.body.addWidget(self.list)
        self.body.addWidget(Label(_("Choose the first month"), ink="second", size=12))
        row = QHBoxLayout()
        row.addWidget(self.month, 1)
        self.button = Button(_("Put on the roadmap"), self._on_plan, primary=True)
        row.addWidget(self.button)
        self.body.addLayout(row)
        self.words.setFocus()

    @property
    def chosen(self) -> str:
        """Key of the highlighted initiative, "" if there is none."""
        item = self.list.currentItem()
        return "" if item is None or item.isHidden() else str(item.data(_KEY))

    def _filter(self, words: str) -> None:
        wanted = words.strip().casefold()
        for row in range(self.list.count()):
            item = self.list.item(row)
            item.setHidden(wanted not in item.text().casefold())
        shown = [row for row in range(self.list.count()) if not self.list.item(row).isHidden()]
        if shown and self.list.currentRow() not in shown:
            self.list.setCurrentRow(shown[0])
        self.button.setEnabled(bool(shown))

    def _show_months(self) -> None:
        """From this month to the end of the horizon, the earliest possible one chosen."""
        self.month.clear()
        initiative = self._company.data.get(Initiative, self.chosen)
        if initiative is None:
            return
        roadmap = self._company.results.roadmap
        first, best = roadmap.first_month, first_possible_month(self._company, initiative)
        count = max(roadmap.months, months_between(first, best) + 1)
        for number in range(count):
            self.month.addItem(formats.long_month(add_months(first, number)))
        self.month.setCurrentIndex(max(0, months_between(first, best)))

    def _on_plan(self, _item: object = None) -> None:
        key, number = self.chosen, self.month.currentIndex()
        if key and number >= 0:
            month = add_months(self._company.results.roadmap.first_month, number)
            self.close()
            self._plan(key, month)
