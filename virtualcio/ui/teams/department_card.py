"""What each department is working on, now and next: every department sees what the others do."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.teams.work_words import part_words, ways_words
from virtualcio.analysis.teams.department_work import Part, Way
from virtualcio.model import Department
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinkChip

_NARROW = 150  # px of the column of departments


class DepartmentCard(Card):
    """A row for each department; `open_it` gets the key of an initiative that was clicked."""

    def __init__(self, company: OpenCompany, open_it: Callable[[str], object]) -> None:
        super().__init__(_("What each department is working on"), _("grey: only gets something from it"))
        self._company, self._open = company, open_it
        self.chips: dict[tuple[str, str], LinkChip] = {}
        self._place: QWidget | None = None

    def show_now(self) -> None:
        """As it is now; hidden without departments."""
        if self._place is not None:
            self.body.removeWidget(self._place)
            self._place.hide()
            self._place.deleteLater()
        self.chips = {}
        work = self._company.results.department_work
        self.setVisible(bool(work))
        self._place = QWidget()
        grid = QGridLayout(self._place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(8)
        grid.setColumnMinimumWidth(0, _NARROW)
        grid.setColumnStretch(1, 1)
        grid.setColumnStretch(2, 1)
        for column, title in enumerate((_("Department"), _("Now"), _("In the next 6 months"))):
            grid.addWidget(Label(title, ink="third", size=11.5, semibold=True), 0, column)
        top = Qt.AlignmentFlag.AlignTop
        for row, one in enumerate(work, start=1):
            name = self._company.data.find(Department, one.department_id).name
            grid.addWidget(Label(name, size=12.5, wrap=True), row, 0, top)
            grid.addWidget(self._parts(one.department_id, one.now), row, 1, top)
            grid.addWidget(self._parts(one.department_id, one.next), row, 2, top)
        self.body.addWidget(self._place)

    def _parts(self, department: str, parts: Sequence[Part]) -> QWidget:
        """Those it works on as chips, those one of its processes only gets something from in grey words."""
        place = QWidget()
        flow = FlowLayout(place, spacing=6)
        receiving = [part for part in parts if part.ways == (Way.PROCESS,)]
        for part in (one for one in parts if one not in receiving):
            words = part_words(self._company, part)
            chip = LinkChip(words, removable=False)
            chip.setToolTip(f"{words}: {ways_words(part)}")
            chip.setAccessibleDescription(ways_words(part))
            chip.clicked.connect(lambda _on=False, key=part.initiative_id: self._open(key))
            self.chips[department, part.initiative_id] = chip
            flow.addWidget(chip)
        if receiving:
            names = ", ".join(part_words(self._company, part) for part in receiving)
            label = Label(names, ink="second", size=12, wrap=True)
            label.setToolTip(ways_words(receiving[0]))
            flow.addWidget(label)
        if not parts:
            flow.addWidget(Label("–", ink="third"))
        return place
