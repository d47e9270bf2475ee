"""Actual costs: beside the plan by month, by category and account; and the rows taken over from the books."""

from collections.abc import Sequence
from enum import StrEnum

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from virtualcio.actions.budget.actual_rows import actual_table, month_columns, month_numbers
from virtualcio.actions.budget.plan_words import this_year, year_names
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import ActualCost
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.budget.month_chart import MonthChart
from virtualcio.ui.budget.plan_table_view import PlanTableView
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.common.word_switch import WordSwitch

_GAP = 16
_CHART_HEIGHT = 260


class Face(StrEnum):
    """What of the actual costs is shown."""

    BESIDE_PLAN = "beside_plan"
    ROWS = "rows"


class ActualsPart(PartOfPage):
    """Two faces: the comparison with the plan, and the rows of the books as a table."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.face = Face.BESIDE_PLAN
        self.year_shown = this_year(company)
        self.chosen_open: frozenset[str] = frozenset()
        self.switch = WordSwitch(
            {Face.BESIDE_PLAN: _("Beside the plan"), Face.ROWS: _("Rows of the books")}, self.show_face
        )
        self.year = QComboBox()
        self.year.setAccessibleName(_("Fiscal year"))
        self.until = Label(ink="second", size=12, wrap=True)
        self.chart = MonthChart()
        self.chart_card = PictureCard(self.chart.title, self.chart, self.chart, _("net"))
        self.table = PlanTableView()
        self.table.setAccessibleName(_("Plan and actual costs by category"))
        self.rows = RecordTab(shell, company, table("actual_costs"))
        self.empty = self._empty()
        self._faces = QStackedLayout()
        self._whole = QVBoxLayout(self)
        self._build()
        self.follow(None)

    def _build(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(12)
        for widget in (self.switch, self.year):
            top.addWidget(widget)
        top.addWidget(self.until, 100)
        top.addStretch(1)  # the switch stays at the left when the others are hidden
        scroll = ScrollColumn()
        scroll.column.setSpacing(_GAP)
        self.chart_card.setMinimumHeight(_CHART_HEIGHT)
        scroll.column.addWidget(self.chart_card)
        table_card = Card(_("Plan and actual costs by category"), _("net in €"))
        table_card.body.addWidget(self.table)
        scroll.column.addWidget(table_card)
        scroll.column.addStretch(1)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(12)
        self._whole.addLayout(top)
        self._whole.addLayout(self._faces, 1)  # before it is filled: a stack without a place shows windows
        for face in (scroll, self.rows, self.empty):
            self._faces.addWidget(face)
        self.rows.opened.connect(self.opened)
        self.year.activated.connect(lambda at: self.choose_year(self.year.itemData(at)))
        self.table.unfolded.connect(self._on_unfolded)
        self.table.led.connect(lambda row: self.opened.emit(row.record_kind, row.record_id))

    def _empty(self) -> QWidget:
        return EmptyState(
            _("No actual costs yet"),
            _("Here the plan stands beside what was really spent. The accounts list of the tax advisor "
              "(Summen und Salden) is enough: the program asks which accounts are about IT."),
            _("For example: account 4806 · maintenance of hardware and software · October · €1,240.00"),
            [
                HeaderAction(_("Read a list"), self.on_import, primary=True, icon="table-2"),
                HeaderAction(_("Type it in"), self._type_in, icon="pencil"),
            ],
        )  # fmt: skip

    # --- showing -------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        if change is not None or self.rows.table.records.rowCount() != self.company.data.count(ActualCost):
            self.rows.follow(change)
        names = year_names(self.company)
        if [self.year.itemData(at) for at in range(self.year.count())] != [year for year, _name in names]:
            self.year.clear()
            for year, name in names:
                self.year.addItem(name, year)
        self.choose_year(
            self.year_shown if self.year.findData(self.year_shown) >= 0 else this_year(self.company)
        )
        self.show_face(self.face)

    def choose_year(self, year: int) -> None:
        """Show another fiscal year."""
        self.year_shown = year
        self.year.setCurrentIndex(self.year.findData(year))
        columns = month_columns(self.company, year)
        self.chart.show_columns(columns)
        self.chart_card.show_numbers(ChartTable(*month_numbers(columns)))
        shown = actual_table(self.company, year, self.chosen_open)
        self.table.show_plan(shown)
        self.until.setText(" · ".join(one.text for one in shown.remarks))

    def show_face(self, face: Face) -> None:
        """The comparison or the rows; neither as long as nothing was taken over."""
        self.face = face
        self.switch.show_choice(face)
        nothing = not self.company.data.count(ActualCost) and face is Face.BESIDE_PLAN
        self._faces.setCurrentIndex(2 if nothing else list(Face).index(face))
        for widget in (self.year, self.until):
            widget.setVisible(face is Face.BESIDE_PLAN and not nothing)
        self.header_changed.emit()

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record or chip:
            self.show_face(Face.ROWS)
            self.rows.show_part(record, chip, column)

    def _on_unfolded(self, key: str, wanted: bool) -> None:
        self.chosen_open = self.chosen_open | {key} if wanted else self.chosen_open - {key}
        self.table.show_plan(actual_table(self.company, self.year_shown, self.chosen_open))

    # --- what the page asks --------------------------------------------------------------------

    def find_here(self) -> bool:
        return self.face is Face.ROWS and self.rows.find_here()

    def take_keyboard(self) -> bool:
        if self.face is Face.ROWS:
            return self.rows.take_keyboard()
        self.table.setFocus()
        return self.table.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The cards scroll above messages."""
        below = height + 8 if height else 0
        if self._whole.contentsMargins().bottom() != below:
            self._whole.setContentsMargins(0, 0, 0, below)
        return self.rect()

    def header_actions(self) -> Sequence[HeaderAction]:
        if self.face is Face.ROWS:
            return self.rows.header_actions()
        return [HeaderAction(_("Read a list"), self.on_import, primary=True, icon="table-2")]

    # --- doing ---------------------------------------------------------------------------------

    def on_import(self) -> None:
        self.shell.go("import", tab="actual_costs")

    def _type_in(self) -> None:
        self.show_face(Face.ROWS)
        self.rows.commands.add()
