"""The chosen KPI beside the goals: its figure, its course in a plot, entering a value, comparing."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout

from virtualcio.actions.goals.kpi_benchmarks import benchmark_lines
from virtualcio.actions.goals.kpi_chart import KpiHead, comparable_kpis, is_computed, kpi_chart, kpi_head
from virtualcio.actions.goals.kpi_chart_table import chart_table
from virtualcio.actions.goals.measuring import record_computed
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.errors import UserError
from virtualcio.model import Kpi
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.goals.plot_place import PlotPlace
from virtualcio.ui.goals.record_value_form import RecordValueForm

_BESIDE = 80  # px of the card that name and rhythm do not have: its edges, gaps, the menu


class KpiCard(PictureCard):
    """`show_kpi` fills it; the plot follows when the window is idle."""

    details_wanted = Signal(str)  # the column to type in

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.place = PlotPlace()
        super().__init__(" ", self.place, self.place)
        self._shell, self._company = shell, company
        self.kpi: Kpi | None = None
        self.other: Kpi | None = None
        self.form: RecordValueForm | None = None
        self._lacking_column = ""
        self.meta = Label(ink="third", size=12)
        self.value = Label(size=26, semibold=True, digits=True)
        self.unit = Label(ink="second", size=13)
        self.status = Pill("")
        self.trend = Label(ink="second", size=12)
        self.target = ElidedLabel(ink="second", size=12)
        self.forecast = ElidedLabel(size=12)
        self.lacking = TextLink("", ink="watch", size=12)
        self.warnings = Label(ink="watch", size=12, wrap=True)
        self.benchmarks = Label(ink="third", size=11.5, wrap=True)
        self.compare = QComboBox()
        self.values = ChildTable(company, table("measurements"), shell)
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self.show_course)
        self._build()

    def _build(self) -> None:
        figure = QHBoxLayout()
        figure.setSpacing(6)
        for part in (self.value, self.unit):
            figure.addWidget(part, 0, Qt.AlignmentFlag.AlignBaseline)
        figure.addWidget(self.status, 0, Qt.AlignmentFlag.AlignVCenter)
        figure.addWidget(self.trend, 0, Qt.AlignmentFlag.AlignVCenter)
        figure.addStretch(1)
        self.body.setSpacing(4)
        self.title_label.setWordWrap(True)
        self.header.setSpacing(6)
        self.header.setStretchFactor(self.title_label, 1000)  # it breaks only where it has to
        ahead = FlowLayout(spacing=4)
        for label in (self.target, self.forecast):
            ahead.addWidget(label)
        self.body.insertWidget(0, self.meta)
        self.body.insertLayout(1, figure)
        self.body.insertLayout(2, ahead)
        self.lacking.clicked.connect(lambda: self.details_wanted.emit(self._lacking_column))
        self.body.insertWidget(3, self.lacking)
        self.body.insertWidget(4, self.warnings)
        self.record_button = Button(_("Enter a value"), self.on_record)
        self.keep_button = Button(_("Keep today's value"), self.on_keep)
        self.values_button = Button(_("Values as a table"), self.on_values)
        self.values_button.setCheckable(True)
        ways = FlowLayout(spacing=8)
        for button in (self.record_button, self.keep_button, self.values_button):
            ways.addWidget(button)
        self.compare.setAccessibleName(_("Compare with"))
        self.compare.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.compare.setMinimumContentsLength(14)
        self.compare.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.compare.activated.connect(self._on_compared)
        self.body.addSpacing(4)
        self.body.addLayout(ways)
        self._form_place = QVBoxLayout()
        self.body.addLayout(self._form_place)
        self.values.hide()
        self.body.addWidget(self.values)
        self.body.addSpacing(4)
        self.body.addWidget(self.compare)
        self.body.addWidget(self.benchmarks)

    # --- showing ---------------------------------------------------------------------------------

    def show_kpi(self, kpi: Kpi | None) -> None:
        """Show this KPI; the form stays open as long as it is the same one."""
        if kpi is not self.kpi:
            self.close_form()
            self.other = None
            self.values_button.setChecked(False)
            self.on_values()
        self.kpi = kpi
        self.setVisible(kpi is not None)
        if kpi is None:
            return
        self._show_head(kpi_head(self._company, kpi))
        computed = is_computed(kpi)
        self.record_button.setVisible(not computed)
        self.keep_button.setVisible(computed)
        self.benchmarks.setText("\n".join(benchmark_lines(kpi)))
        self.benchmarks.setVisible(bool(self.benchmarks.text()))
        self._fill_compare(kpi)
        if not self.values.isHidden():
            self.values.show_parent(kpi)
        self._later.start()

    def _show_head(self, head: KpiHead) -> None:
        self.set_title(head.name)
        self._title = head.name  # that of a saved picture
        self.meta.setText(head.meta)
        self._place_meta()
        self.value.setText(head.value)
        self.value.setVisible(head.measured)
        self.unit.setText(head.unit)
        self.unit.setVisible(head.measured)
        self.status.set(head.status, head.tone)
        self.trend.setText(head.trend)
        self.target.setText(head.target)
        self.target.setVisible(bool(head.target))
        self.forecast.setText(head.forecast)
        self.forecast.set_ink(head.forecast_tone.value)
        self.forecast.setVisible(bool(head.forecast))
        self._lacking_column = head.lacking_column
        self.lacking.setText(head.lacking)
        self.lacking.setAccessibleName(head.lacking)
        self.lacking.setVisible(bool(head.lacking))
        self.warnings.setText("\n".join(head.warnings))
        self.warnings.setVisible(bool(head.warnings))

    def _place_meta(self) -> None:
        """At the right of the name if both have their place on one line, else below it."""
        name, meta = (
            one.fontMetrics().horizontalAdvance(text)
            for one, text in ((self.title_label, self._title), (self.note_label, self.meta.text()))
        )
        beside = name + meta + _BESIDE <= self.width()
        self.set_note(self.meta.text() if beside else "")
        self.meta.setVisible(not beside)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_meta()

    def _fill_compare(self, kpi: Kpi) -> None:
        others = comparable_kpis(self._company, kpi)
        self.compare.blockSignals(True)
        self.compare.clear()
        self.compare.addItem(_("Compare with…"), "")
        for key, name in others:
            self.compare.addItem(name, key)
        chosen = self.compare.findData(self.other.id) if self.other is not None else 0
        self.compare.setCurrentIndex(max(0, chosen))
        self.compare.blockSignals(False)
        self.compare.setVisible(bool(others))

    def show_course(self) -> None:
        """Draw the plot; called when the window is idle, for a long course takes its time."""
        self._later.stop()
        if self.kpi is None:
            return
        kpis = [self.kpi, *([self.other] if self.other is not None else [])]
        charts = [kpi_chart(self._company, kpi) for kpi in kpis]
        self.show_numbers(ChartTable(*chart_table(charts)))
        if not charts[0].points:
            self.place.say(_("As soon as there are values, their course stands here."))
            return
        plot = self.place.build()
        if tuple(charts) != plot.charts:  # else what is zoomed in stays so
            plot.show_charts(charts)
        self.place.show_plot(len(charts))

    def _on_compared(self, row: int) -> None:
        self.other = self._company.data.get(Kpi, self.compare.itemData(row) or None)
        self.show_course()

    # --- doing -----------------------------------------------------------------------------------

    def on_record(self) -> None:
        """Open the form below the buttons, or put the keyboard into it."""
        if self.kpi is None:
            return
        if self.form is None:
            self.form = RecordValueForm(self._company, self.kpi, self.close_form)
            self._form_place.addWidget(self.form)
        self.form.begin()

    def close_form(self) -> None:
        if self.form is None:
            return
        had_keyboard = self.form.isAncestorOf(self.focusWidget() or self)
        self.form.hide()
        self.form.deleteLater()
        self.form = None
        if had_keyboard:
            self.record_button.setFocus()

    def on_keep(self) -> None:
        """Keep what follows from the file today as the value of this day."""
        if self.kpi is None:
            return
        try:
            record_computed(self._company, self.kpi)
        except UserError as refused:
            self._shell.refuse(refused)

    def on_values(self) -> None:
        """Show or hide the values as a table to type in."""
        shown = self.values_button.isChecked()
        self.values.setVisible(shown)
        self.values.show_parent(self.kpi if shown else None)
