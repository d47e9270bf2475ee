"""The tab of maturity: the heatmap, and below it what is known about the chosen cell."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QStackedWidget, QVBoxLayout

from virtualcio.actions.edit import add_record
from virtualcio.actions.goals.maturity_marks import (
    clear_rating,
    rate_today,
    rate_wanted,
    set_way_of_working,
)
from virtualcio.actions.goals.maturity_words import maturity_rows, maturity_table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Department
from virtualcio.model.company import WayOfWorking
from virtualcio.model.goals import MaturityDimension
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.goals.maturity_details import MaturityDetails
from virtualcio.ui.goals.maturity_grid import MaturityGridView


class MaturityTab(PartOfPage):
    """Rated with the mouse below the grid, or with the keys in it."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.grid = MaturityGridView()
        self.card = PictureCard(_("How far departments and IT have come together"), self.grid, self.grid, " ")
        for label in (self.card.title_label, self.card.note_label):
            label.setWordWrap(True)
        self.card.header.setStretchFactor(self.card.title_label, 3)
        self.card.header.setStretchFactor(self.card.note_label, 2)
        self.card.note_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.details = MaturityDetails()
        self._column = ScrollColumn()
        self._column.column.setSpacing(16)
        self._column.column.addWidget(self.card)
        self._column.column.addWidget(self.details)
        self._column.column.addStretch(1)
        self._stack = QStackedWidget()
        self._stack.addWidget(self._column)
        self._stack.addWidget(self._empty())
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._stack)
        self.grid.moved.connect(self._show_cell)
        self.grid.rated.connect(self.on_rated)
        self.grid.cleared.connect(self.on_cleared)
        self.details.rated.connect(self._on_level)
        self.details.cleared.connect(lambda: self._on_clear())
        self.details.way_chosen.connect(self.on_way)
        self.follow(None)

    def _empty(self) -> EmptyState:
        return EmptyState(
            _("No departments yet"),
            _(
                "Maturity says how well a department and IT work together: ten questions, each from 1 to 5, "
                "today and as you want it. It shows where a goal falls on fertile ground."
            ),
            _("For example: Sales · Exchange · today 2, wanted 4"),
            (
                HeaderAction(_("Add a department"), self.on_add, primary=True, icon="plus"),
                HeaderAction(_("To the departments"), lambda: self.shell.go("inventory", tab="departments")),
            ),
        )

    # --- showing ---------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        rows = maturity_rows(self.company)
        self._stack.setCurrentIndex(0 if rows else 1)
        self.grid.show_rows(rows)
        self.card.show_numbers(ChartTable(*maturity_table(self.company)))
        old = self.company.results.maturity.old_ratings
        words = translate_count("{count} rating older than a year", "{count} ratings older than a year", old)
        self.card.set_note(words if old else _("by potential: weight of the goals × mean ÷ 5"))
        self._show_cell()

    def _show_cell(self) -> None:
        row = self.grid.current
        if row is not None:
            self.details.show_cell(row, self.grid.dimension)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """`record` is a department."""
        keys = [row.department_id for row in self.grid.rows]
        if record in keys:
            self.grid.choose(keys.index(record), self.grid.column)

    def take_keyboard(self) -> bool:
        self.grid.setFocus()
        return self.grid.hasFocus()

    def header_actions(self) -> Sequence[HeaderAction]:
        return (HeaderAction(_("Department"), self.on_add, icon="plus"),)

    # --- doing -----------------------------------------------------------------------------------

    def on_rated(self, department: str, dimension: MaturityDimension, level: int, wish: bool) -> None:
        """Set today's level or the wish; level 0 takes it away."""
        found = self.company.data.find(Department, department)
        rate = rate_wanted if wish else rate_today
        rate(self.company, found, dimension, level or None)

    def on_cleared(self, department: str, dimension: MaturityDimension) -> None:
        clear_rating(self.company, self.company.data.find(Department, department), dimension)

    def _on_level(self, level: int, wish: bool) -> None:
        row = self.grid.current
        if row is not None:
            self.on_rated(row.department_id, self.grid.dimension, level, wish)

    def _on_clear(self) -> None:
        row = self.grid.current
        if row is not None:
            self.on_cleared(row.department_id, self.grid.dimension)

    def on_way(self, way: WayOfWorking | None) -> None:
        row = self.grid.current
        if row is not None:
            found = self.company.data.find(Department, row.department_id)
            set_way_of_working(self.company, found, way)

    def on_add(self) -> None:
        """A new department; its name is typed where departments are."""
        made = add_record(self.company, table("departments"))
        self.shell.go("inventory", tab="departments", record=made.id, column="name")
        line = QApplication.focusWidget()
        if isinstance(line, QLineEdit):
            line.selectAll()  # to be typed over
