"""The multi-year plan as a card: how it is grouped, by cash or by cost, in years, quarters or months."""

from collections.abc import Sequence

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QComboBox, QMenu, QSizePolicy, QToolButton, QWidget

from virtualcio.actions.budget.budget_words import GROUP_TITLES
from virtualcio.actions.budget.plan_remarks import PlanRemark
from virtualcio.actions.budget.plan_table import (
    GROUPS,
    PlanChoice,
    PlanRow,
    Span,
    plan_numbers,
    plan_table,
)
from virtualcio.actions.budget.plan_words import this_year, year_names
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.budget.views import Basis, GroupBy
from virtualcio.texts import _, translate
from virtualcio.ui.budget.plan_table_view import PlanTableView
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.common.word_switch import WordSwitch

_CHOICE = "budget/plan"
_NARROW = 900  # px


class PlanCard(Card):
    """`opened` gives kind and key of the record that a line comes from, `led` a remark that was clicked."""

    opened = Signal(object, str)
    led = Signal(object)

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(_("Multi-year plan"), _("net in €"))
        self.shell, self.company = shell, company
        self.choice = _remembered(shell, company)
        self.table = PlanTableView()
        self.group = _combo(_("Group by"))
        self.year = _combo(_("Fiscal year"))
        self.basis = WordSwitch(
            {Basis.CASH: _("Payment"), Basis.COST: _("Cost")},
            lambda basis: self.choose(basis=basis),
            tips={
                Basis.CASH: _("Payment: each amount stands in the month in which the money leaves."),
                Basis.COST: _("Cost: each amount is spread over the months that it is good for."),
            },
        )
        self.span = WordSwitch(
            {Span.YEARS: _("Years"), Span.QUARTERS: _("Quarters"), Span.MONTHS: _("Months")},
            lambda span: self.choose(span=span),
            _("Several years, or one year in parts"),
        )
        self.links: list[TextLink] = []
        self._remarks = FlowLayout(spacing=16)
        self._switches = QWidget(self)
        self._shown_switches: tuple[QWidget, ...] = (self.group, self.basis, self.span, self.year)
        self._beside_title = False
        self._build()

    def _build(self) -> None:
        self.header.addWidget(_menu_button(self))
        for group in GROUPS:
            self.group.addItem(translate(GROUP_TITLES[group]), group)
        for year, name in year_names(self.company):
            self.year.addItem(name, year)
        row = FlowLayout(self._switches, spacing=12)
        for switch in (self.basis, self.span):
            switch.setFixedHeight(self.group.sizeHint().height())  # in line with the lists beside them
        for widget in self._shown_switches:
            row.addWidget(widget)
        self._place_switches()
        self.body.setSpacing(10)
        self.body.addWidget(self.table)
        self.body.addLayout(self._remarks)
        self.group.activated.connect(lambda at: self.choose(group_by=self.group.itemData(at)))
        self.year.activated.connect(lambda at: self.choose(year=self.year.itemData(at)))
        self.table.unfolded.connect(self._on_unfolded)
        self.table.led.connect(self._on_led)

    # --- showing -------------------------------------------------------------------------------

    def follow(self) -> None:
        """Show what holds now in the chosen view."""
        years = year_names(self.company)
        if [self.year.itemData(at) for at in range(self.year.count())] != [year for year, _name in years]:
            self.year.clear()
            for year, name in years:
                self.year.addItem(name, year)
        if self.choice.year not in [year for year, _name in years]:
            self.choice = self.choice.with_(year=this_year(self.company))
        self.group.setCurrentIndex(self.group.findData(self.choice.group_by))
        self.year.setCurrentIndex(self.year.findData(self.choice.year))
        self.basis.show_choice(self.choice.basis)
        self.span.show_choice(self.choice.span)
        plan = plan_table(self.company, self.choice)
        self.table.show_plan(plan)
        self._show_remarks(plan.remarks)

    def _show_remarks(self, remarks: Sequence[PlanRemark]) -> None:
        if [link.text() for link in self.links] == [one.text for one in remarks]:
            return
        self._remarks.clear()
        self.links = []
        for one in remarks:
            link = _OneLine(one.text, ink="watch" if one.watch else "second", size=12)
            link.clicked.connect(lambda one=one: self.led.emit(one))
            self.links.append(link)
            self._remarks.addWidget(link)

    def choose(self, **changes: object) -> None:
        """Another view of the plan, remembered for this user."""
        self.choice = self.choice.with_(**changes)
        kept = (self.choice.basis.value, self.choice.group_by.value, self.choice.span.value)
        self.shell.remember(_CHOICE, list(kept))
        self.follow()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the switches get a row of their own."""
        super().resizeEvent(event)
        beside = self.width() >= _NARROW
        if beside != self._beside_title:
            self._beside_title = beside
            self.header.removeWidget(self._switches)
            self.body.removeWidget(self._switches)
            self._place_switches()

    def _place_switches(self) -> None:
        """Beside the title they need one line, below it as many as they like."""
        one_line = sum(widget.sizeHint().width() + 12 for widget in self._shown_switches)
        self._switches.setMinimumWidth(one_line if self._beside_title else 0)
        if self._beside_title:
            self.header.insertWidget(2, self._switches)  # behind title and stretch
        else:
            self.body.insertWidget(0, self._switches)

    # --- doing ---------------------------------------------------------------------------------

    def _on_unfolded(self, key: str, wanted: bool) -> None:
        opened = self.choice.opened | {key} if wanted else self.choice.opened - {key}
        self.choice = self.choice.with_(opened=opened)
        self.table.show_plan(plan_table(self.company, self.choice))

    def _on_led(self, row: PlanRow) -> None:
        if row.record_kind is not None:
            self.opened.emit(row.record_kind, row.record_id)

    @property
    def numbers(self) -> ChartTable:
        """The plan with every line, as a table to take along."""
        return ChartTable(*plan_numbers(self.company, self.choice))

    def copy_table(self) -> None:
        QGuiApplication.clipboard().setText(self.numbers.as_text())

    def on_save_table(self) -> None:
        """The plan as a workbook or CSV file."""
        # imported here: only who saves a table pays for the export
        from virtualcio.ui.common.table_export import ask_and_write_numbers

        ask_and_write_numbers(self.shell, self.company, self, self.title_label.text(), self.numbers)


class _OneLine(TextLink):
    """A remark beside others: as wide as its words."""

    def __init__(self, text: str, *, ink: str, size: float) -> None:
        super().__init__(text, ink=ink, size=size)
        self.setWordWrap(False)
        self.setToolTip(text)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())  # the window may get narrower than the words


def _combo(name: str) -> QComboBox:
    combo = QComboBox()
    combo.setAccessibleName(name)
    combo.setToolTip(name)
    combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
    combo.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
    combo.setMinimumWidth(72)
    combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return combo


def _menu_button(card: PlanCard) -> QWidget:
    menu = QMenu(card)
    menu.addAction(_("Copy numbers"), card.copy_table)
    menu.addAction(_("Save table…"), card.on_save_table)
    button = QToolButton()
    button.setText("⋯")
    button.setAutoRaise(True)
    button.setAccessibleName(_("Take along: {chart}").format(chart=card.title_label.text()))
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
    button.setFixedSize(28, 24)
    button.setMenu(menu)
    return button


def _remembered(shell: Shell, company: OpenCompany) -> PlanChoice:
    """As this user left it; what is not known any more falls back to the first."""
    choice = PlanChoice(Basis.CASH, GroupBy.CATEGORY, Span.YEARS, this_year(company))
    kept = shell.remembered(_CHOICE)
    if not isinstance(kept, list) or len(kept) != len((Basis, GroupBy, Span)):
        return choice
    basis, group, span = (str(word) for word in kept)
    if basis in list(Basis) and group in GROUPS and span in list(Span):
        return choice.with_(basis=Basis(basis), group_by=GroupBy(group), span=Span(span))
    return choice
