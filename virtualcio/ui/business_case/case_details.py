"""One business case: a sentence, figures of a scenario, inputs to type, pictures and the years."""

from dataclasses import replace

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout

from virtualcio.actions.business_case.case_figures import case_figures
from virtualcio.actions.business_case.case_numbers import flow_numbers, spread_numbers, tornado_numbers
from virtualcio.actions.business_case.case_words import SCENARIO_TITLES, case_remarks, case_sentence
from virtualcio.actions.business_case.take_figures import own_figures, take_figures
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.analysis.business_case.case import BusinessCase
from virtualcio.errors import UserError
from virtualcio.model import Initiative
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate
from virtualcio.ui.budget.figure_strip import FigureStrip
from virtualcio.ui.business_case.input_details import InputDetails
from virtualcio.ui.business_case.spread_chart import SpreadChart
from virtualcio.ui.business_case.tornado_chart import TornadoChart
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import PADDING, Card
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.sentence_box import SentenceBox
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.word_switch import WordSwitch

_GAP = 16
_CHART_HEIGHT = 280  # px
_NARROW = 640  # px: below, the pictures stand below each other
_KIND_WIDTH = 140  # px
_YEAR_WIDTH = 77  # px


class CaseDetails(ScrollColumn):
    """`show_initiative` shows one; what is typed in the table of inputs is shown at once everywhere else."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self.shell, self.company = shell, company
        self.initiative: Initiative | None = None
        self.scenario = Scenario.EXPECTED
        self.switch = WordSwitch(
            {one: translate(title) for one, title in SCENARIO_TITLES.items()},
            self.show_scenario,
            _("Which amounts of the inputs count"),
        )
        self.head = Card(" ")
        self.sentence = SentenceBox()
        self.remarks = Label(ink="second", size=12, wrap=True)
        self.figures = FigureStrip()
        self.inputs = ChildTable(company, table("case_inputs"), shell)
        self.input_details = InputDetails(company)
        words = _("Take over figures of the initiative")
        self.take_button = Button(words, self.on_take, tip=_("So that you can enter a worst and a best."))
        self.tornado = TornadoChart()
        self.tornado_card = PictureCard(self.tornado.title, self.tornado, self.tornado)
        self.spread = SpreadChart()
        self.spread_card = PictureCard(self.spread.title, self.spread, self.spread)
        self.flows = PlainTable(_("Money a year"))
        self.flows_card = Card(_("Money a year"), " ")
        self._charts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()

    def _build(self) -> None:
        self.head.header.addWidget(self.switch)
        self.head.title_label.setMinimumWidth(1)
        self.head.body.addWidget(self.sentence)
        self.head.body.addWidget(self.remarks)
        self.inputs.title.setText(_("Costs and benefits"))
        inputs = Card()
        inputs.body.addWidget(self.inputs)
        inputs.body.addWidget(self.input_details)
        self.inputs.table.selected.connect(self._show_input)
        below = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        below.setContentsMargins(0, 6, 0, 0)
        below.addWidget(self.take_button)
        below.addStretch(1)
        inputs.body.addLayout(below)
        self.flows.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.flows_card.body.addWidget(self.flows)
        self._charts.setSpacing(_GAP)
        for card in (self.tornado_card, self.spread_card):
            card.setMinimumHeight(_CHART_HEIGHT)
            self._charts.addWidget(card, 1)
        self.column.setSpacing(_GAP)
        for part in (self.head, self.figures, inputs):
            self.column.addWidget(part)
        self.column.addLayout(self._charts)
        self.column.addWidget(self.flows_card)
        self.column.addStretch(1)

    # --- showing -------------------------------------------------------------------------------

    def show_initiative(self, initiative: Initiative, change: Change | None = None) -> None:
        """Show its case; after a change of the one that is shown, what is new in it."""
        same = self.initiative is not None and self.initiative.id == initiative.id
        self.initiative = initiative
        if same and change is not None:
            self.inputs.follow(change)
        else:
            self.inputs.show_parent(initiative)
        self._show_input()
        self.head.set_title(initiative.name)
        case = self.company.results.business_case(initiative)
        self.sentence.show_sentence(replace(case_sentence(self.company, case), why=()))
        remarks = " ".join(case_remarks(self.company, case))
        self.remarks.setText(remarks)
        self.remarks.setVisible(bool(remarks))
        self.take_button.setVisible(bool(own_figures(self.company, initiative)))
        self._show_pictures(case)
        self._show_numbers(case)
        if not same:
            self.verticalScrollBar().setValue(0)

    def _show_input(self) -> None:
        """Where the chosen input comes from; of the first if none is chosen."""
        chosen = self.inputs.table.selected_records() or self.inputs.rows.rows
        self.input_details.show_input(chosen[0] if chosen else None)

    def show_scenario(self, scenario: Scenario) -> None:
        """Other amounts of the inputs in figures and years."""
        self.scenario = scenario
        if self.initiative is not None:
            self._show_numbers(self.company.results.business_case(self.initiative))

    def _show_pictures(self, case: BusinessCase) -> None:
        spread = case.spread
        for card in (self.tornado_card, self.spread_card):
            card.setVisible(spread is not None)
        self.tornado.show_swings(case.tornado, case.expected.net_present_value)
        self.tornado_card.show_numbers(ChartTable(*tornado_numbers(case)))
        self.spread.show_spread(spread)
        self.spread_card.show_numbers(ChartTable(*spread_numbers(spread)))

    def _show_numbers(self, case: BusinessCase) -> None:
        self.switch.show_choice(self.scenario)
        self.figures.show_figures(case_figures(self.company, case, self.scenario))
        header, rows = flow_numbers(case, self.scenario)
        widths = (_KIND_WIDTH, *(_YEAR_WIDTH for _year in header[1:]))
        self.flows.set_header(header, widths, right=range(1, len(header)))
        self.flows.fill(rows)
        self._fit_flows()
        scenario = translate(SCENARIO_TITLES[self.scenario])
        self.flows_card.set_note(_("{scenario}, net in €").format(scenario=scenario))

    def _fit_flows(self) -> None:
        """As high as its rows; what the years leave goes to the first column, which never gets unreadable."""
        years = (self.flows.columnCount() - 1) * _YEAR_WIDTH
        room = self.viewport().width() - 2 * PADDING - years
        self.flows.setColumnWidth(0, max(_KIND_WIDTH, room))
        bar = self.flows.horizontalScrollBar().sizeHint().height() if room < _KIND_WIDTH else 0
        high = self.flows.horizontalHeader().sizeHint().height() + self.flows.verticalHeader().length()
        self.flows.setFixedHeight(high + bar + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_flows()
        way = QBoxLayout.Direction
        wanted = way.TopToBottom if self.width() < _NARROW else way.LeftToRight
        if self._charts.direction() != wanted:
            self._charts.setDirection(wanted)

    def sizeHint(self) -> QSize:
        return QSize(720, 600)

    # --- doing ---------------------------------------------------------------------------------

    def add_input(self) -> None:
        """A new row in the table of inputs, ready to be typed over."""
        self.ensureWidgetVisible(self.inputs)
        self.inputs.commands.add()

    def on_take(self) -> None:
        """The initiative's own figures become inputs."""
        if self.initiative is None:
            return
        try:
            made = take_figures(self.company, self.initiative)
        except UserError as refused:
            self.shell.refuse(refused)
            return
        if made:
            self.shell.say(_("The figures stand among the inputs now."), undo=True)
