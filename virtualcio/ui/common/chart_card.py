"""A card with a chart of bars or lines: shown as a picture or as a table, and taken along as either."""

from virtualcio.ui.common.chart_bars import StackedBarChart
from virtualcio.ui.common.chart_data import Lines, StackedBars, table_of
from virtualcio.ui.common.chart_lines import LineChart
from virtualcio.ui.common.picture_card import PictureCard


class ChartCard(PictureCard):
    """Title, unit, menu, and below them the chart or its table."""

    def __init__(self, chart: StackedBarChart | LineChart, note: str = "") -> None:
        super().__init__(chart.title, chart, chart, note)
        self.chart = chart

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
        self.show_numbers(table_of(data))
