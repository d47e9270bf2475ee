"""The investment backlog on any day: a plot to zoom into, a day to choose, and the things behind it."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from time import perf_counter

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSlider, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.backlog_days import days_around
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import UserError
from virtualcio.exchange.values import parse_date
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.overview.backlog_on_day import BacklogOnDay
from virtualcio.ui.overview.day_plot import DayPlot
from virtualcio.ui.overview.overview_charts import backlog_lines

_AT_ONCE = 0.03  # seconds of computing before the window answers again


class BacklogOverTime(QWidget):
    """`show_company` begins anew; the days far from today follow while the window stays usable."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.shell = shell
        self.plot = DayPlot()
        self.typed_day = QLineEdit()
        self.typed_day.setFixedWidth(110)
        self.typed_day.setAccessibleName(_("Backlog as of"))
        self.refusal = Label(ink="act", size=12, wrap=True)
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setAccessibleName(_("Day on which the backlog is shown"))
        self.on_day = BacklogOnDay(shell)
        self.day = date.min
        self._company: OpenCompany | None = None
        self._shown: tuple[OpenCompany, int, date] | None = None
        self._points: dict[date, Decimal] = {}
        self._waiting: Iterator[date] = iter(())
        self._timer = QTimer(self, interval=15)
        self._timer.timeout.connect(self._compute_some)
        self._card = Card(_("Investment backlog over time"), " ")
        self._build()
        self.plot.day_chosen.connect(self.show_day)
        self.slider.valueChanged.connect(lambda ordinal: self.show_day(date.fromordinal(ordinal)))
        self.typed_day.editingFinished.connect(self.on_day_typed)

    def _build(self) -> None:
        chooser = QHBoxLayout()
        chooser.setSpacing(12)
        chooser.addWidget(Label(_("As of"), ink="second"))
        chooser.addWidget(self.typed_day)
        chooser.addWidget(self.slider, 1)
        self.refusal.hide()
        self._card.body.addWidget(self.plot, 1)
        self._card.body.addLayout(chooser)
        self._card.body.addWidget(self.refusal)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 20, 24, 20)
        whole.setSpacing(16)
        whole.addWidget(self._card, 6)
        whole.addWidget(self.on_day, 5)

    def show_company(self, company: OpenCompany) -> None:
        """Everything anew, for today's day unless another one was chosen; nothing if it is shown already."""
        shown = (company, company.data.changes, company.today)
        if self._shown == shown:
            return
        self._shown = shown
        self._company = company
        days = days_around(company.today)
        self._points = {}
        self.plot.begin(days[0], days[-1], company.today)
        self.slider.blockSignals(True)
        self.slider.setRange(days[0].toordinal(), days[-1].toordinal())
        self.slider.setPageStep(91)
        self.slider.setSingleStep(7)
        self.slider.blockSignals(False)
        self._waiting = iter(sorted(days, key=lambda day: abs((day - company.today).days)))
        self._compute_some()
        self._timer.start()
        chosen = self.day if days[0] <= self.day <= days[-1] else company.today
        self.show_day(chosen)

    def hideEvent(self, _event: QHideEvent) -> None:
        self._timer.stop()  # what is not seen is not computed

    def showEvent(self, _event: QShowEvent) -> None:
        if self._company is not None:
            self._timer.start()

    def compute_all(self) -> None:
        """Do not wait for idle time: pictures and tests need the whole curve."""
        while self._timer.isActive():
            self._compute_some()

    def _compute_some(self) -> None:
        company = self._company
        if company is None:
            return
        begun = perf_counter()
        while perf_counter() - begun < _AT_ONCE:
            day = next(self._waiting, None)
            if day is None:
                self._timer.stop()
                break
            self._points[day] = company.results.backlog_on(day).total
        self.plot.show_lines(self._points, backlog_lines(company))
        self._card.set_note(_("{unit} · zoom with the mouse wheel").format(unit=self.plot.unit_words()))

    def on_day_typed(self) -> None:
        try:
            day = parse_date(self.typed_day.text()).value
        except UserError as error:
            self.refusal.setText(str(error.message))
            self.refusal.show()
            return
        self.refusal.hide()
        self.show_day(day)

    def show_day(self, day: date) -> None:
        """Show the backlog of any day; the plot marks it if it lies in its span."""
        company = self._company
        if company is None:
            return
        self.day = day
        self.refusal.hide()
        self.typed_day.setText(formats.day(day))
        self.slider.blockSignals(True)
        self.slider.setValue(day.toordinal())
        self.slider.blockSignals(False)
        self.plot.mark_day(day)
        self.on_day.show_backlog(company, company.results.backlog_on(day))
