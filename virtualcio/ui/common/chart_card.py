"""A card with a chart: shown as a picture or as a table, and taken along as either."""

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QStackedWidget, QToolButton

from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_bars import StackedBarChart
from virtualcio.ui.common.chart_data import ChartTable, Lines, StackedBars, table_of
from virtualcio.ui.common.chart_lines import LineChart
from virtualcio.ui.common.plain_table import PlainTable


class ChartCard(Card):
    """Title, unit, menu, and below them the chart or its table."""

    def __init__(self, chart: StackedBarChart | LineChart, note: str = "") -> None:
        super().__init__(chart.title, note)
        self.chart = chart
        self.table = PlainTable(chart.title)
        self.table.setMinimumHeight(120)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._numbers = ChartTable((), ())
        self._stack = QStackedWidget()
        self._stack.addWidget(chart)
        self._stack.addWidget(self.table)
        self._as_table = QAction(_("Show as table"), self, checkable=True)
        self._as_table.toggled.connect(self.show_as_table)
        self.header.addWidget(self._menu_button())
        self.body.addWidget(self._stack, 1)

    def _menu_button(self) -> QToolButton:
        menu = QMenu(self)
        menu.addAction(self._as_table)
        menu.addSeparator()
        menu.addAction(_("Copy numbers"), self.copy_table)
        menu.addAction(_("Copy picture"), self.copy_picture)
        menu.addAction(_("Save picture…"), self.on_save_picture)
        button = QToolButton()
        button.setText("⋯")
        button.setAutoRaise(True)
        button.setAccessibleName(_("Take along: {chart}").format(chart=self.chart.title))
        button.setToolTip(_("Show as table, copy, save"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.setFixedSize(28, 24)
        button.setMenu(menu)
        return button

    def show_data(self, data: StackedBars | Lines, note: str = "") -> None:
        """Show other numbers; `note` is the grey remark at the right. TypeError for another kind of data."""
        match self.chart, data:
            case StackedBarChart() as bars, StackedBars():
                bars.show_data(data)
            case LineChart() as curves, Lines():
                curves.show_data(data)
            case _:
                raise TypeError(f"{type(self.chart).__name__} cannot draw {type(data).__name__}")
        self.set_note(note)
        self._numbers = table_of(data)
        columns = len(self._numbers.header)
        self.table.set_header(self._numbers.header, right=range(1, columns))
        self.table.fill(self._numbers.rows)

    @property
    def numbers(self) -> ChartTable:
        """What the chart shows, as a table."""
        return self._numbers

    def show_as_table(self, wanted: bool) -> None:
        self._as_table.setChecked(wanted)
        self._stack.setCurrentWidget(self.table if wanted else self.chart)

    def copy_table(self) -> None:
        """The numbers to the clipboard, ready for a spreadsheet."""
        QGuiApplication.clipboard().setText(self._numbers.as_text())

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self.chart.picture())

    def on_save_picture(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save picture"), f"{self.chart.title}.png", _("Picture (*.png)")
        )
        if name and not self.chart.picture().save(name):
            self.set_note(_("The picture could not be written there. Choose another folder."))
