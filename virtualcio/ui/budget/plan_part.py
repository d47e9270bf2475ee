"""The tab of the plan: what falls due beside what is planned, the multi-year plan, and what it says."""

from collections.abc import Sequence
from functools import partial
from typing import cast

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from virtualcio.actions.budget.budget_figures import budget_figures
from virtualcio.actions.budget.plan_remarks import PlanRemark
from virtualcio.actions.budget.wave_money import missing_sentence, prevented_sentence
from virtualcio.actions.open_company import OpenCompany
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.budget.figure_strip import FigureStrip
from virtualcio.ui.budget.new_line import new_line_action, no_lines
from virtualcio.ui.budget.plan_card import PlanCard
from virtualcio.ui.common.chart_card import ChartCard
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.overview.overview_charts import CHARTS, Chart

_GAP = 16
_NARROW = 700  # px: below, the charts stand below each other
_ROOMY = 1080  # px: from here on there is room for remarks beside titles
_CHART_HEIGHT = 240


class PlanPart(PartOfPage):
    """What is planned; empty as long as nothing produces a line."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.charts = {one.key: ChartCard(one.draw(_(one.title), _(one.empty))) for one in CHARTS}
        self.prevented = Label(ink="second", size=12, wrap=True)
        self.missing = Label(ink="act", size=12, wrap=True)
        self.plan = PlanCard(shell, company)
        self.figures = FigureStrip()
        self.empty = no_lines(shell, company)
        self._charts_row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._scroll = ScrollColumn()
        self._inside = cast("QWidget", self._scroll.widget())
        self._stack = QStackedLayout()
        self._whole = QVBoxLayout(self)
        self._build()
        self.follow(None)

    def _build(self) -> None:
        self._charts_row.setSpacing(_GAP)
        for one, share in zip(CHARTS, (11, 9), strict=True):
            card = self.charts[one.key]
            card.setMinimumHeight(_CHART_HEIGHT)
            card.chart.opened.connect(partial(self._on_value_opened, one))
            card.note_label.setMinimumWidth(1)  # the window may get narrower than the words
            self._charts_row.addWidget(card, share)
        self.charts["curves"].body.addWidget(self.prevented)
        self.charts["curves"].body.addWidget(self.missing)
        column = self._scroll.column
        column.setSpacing(_GAP)
        column.addLayout(self._charts_row)
        column.addWidget(self.plan)
        column.addWidget(self.figures)
        column.addStretch(1)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addLayout(self._stack)  # before it is filled: a stack without a place shows windows
        self._stack.addWidget(self._scroll)
        self._stack.addWidget(self.empty)
        self.plan.opened.connect(self.opened)
        self.plan.led.connect(self._on_remark)
        self.plan.table.currentCellChanged.connect(self._keep_in_sight)

    # --- showing -------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        empty = not self.company.results.paid_lines
        self._stack.setCurrentIndex(1 if empty else 0)
        if empty:
            self._stack.removeWidget(self.empty)
            self.empty.deleteLater()
            self.empty = no_lines(self.shell, self.company)
            self._stack.addWidget(self.empty)
            self._stack.setCurrentIndex(1)
            return
        for one in CHARTS:
            self.charts[one.key].show_data(one.data(self.company))
        self._show_notes()
        _show_words(self.prevented, prevented_sentence(self.company))
        _show_words(self.missing, missing_sentence(self.company))
        self.plan.follow()
        self.figures.show_figures(budget_figures(self.company))

    def _keep_in_sight(self, row: int, *_others: int) -> None:
        """The table does not scroll itself; the page does."""
        table = self.plan.table
        if row >= 0 and table.hasFocus():
            place = table.visualRect(table.texts.index(row, 0))
            at = table.viewport().mapTo(self._inside, place.center())
            self._scroll.ensureVisible(0, at.y(), 0, place.height() * 2)

    def take_keyboard(self) -> bool:
        self.plan.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.plan.table.currentRow() < 0 and self.plan.table.rowCount():
            self.plan.table.setCurrentCell(0, 0)
        return self.plan.table.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The cards scroll above messages."""
        below = height + 8 if height else 0
        if self._whole.contentsMargins().bottom() != below:
            self._whole.setContentsMargins(0, 0, 0, below)
        return self.rect()

    def header_actions(self) -> Sequence[HeaderAction]:
        return [new_line_action(self.shell, self.company)]

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        way = QBoxLayout.Direction
        wanted = way.TopToBottom if self.width() < _NARROW else way.LeftToRight
        if self._charts_row.direction() != wanted:
            self._charts_row.setDirection(wanted)
        self._show_notes()

    def _show_notes(self) -> None:
        """Remarks beside titles only where they are read as a whole."""
        for one in CHARTS:
            self.charts[one.key].set_note(_(one.note) if self.width() >= _ROOMY else "")

    # --- doing ---------------------------------------------------------------------------------

    def _on_value_opened(self, one: Chart, index: int) -> None:
        target = one.target(self.company, index)
        self.shell.go(target.page, tab=target.tab, chip=target.chip)

    def _on_remark(self, remark: PlanRemark) -> None:
        self.shell.go(
            remark.page, tab=remark.tab, record=remark.record, chip=remark.chip, column=remark.column
        )


def _show_words(label: Label, words: str) -> None:
    label.setText(words)
    label.setVisible(bool(words))
