"""Where the plot of a KPI stands beside the goals."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.ui.common.labels import Label
from virtualcio.ui.goals.kpi_plot import KpiPlot

_PLOT = 172  # px, least height


class PlotPlace(QWidget):
    """Where the plot stands once the window is idle; until then, and without values, a sentence."""

    def __init__(self) -> None:
        super().__init__()
        self.plot: KpiPlot | None = None
        self.words = Label(ink="second", wrap=True)
        self.words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.addWidget(self.words, 1)
        self.setMinimumHeight(_PLOT)

    def build(self) -> KpiPlot:
        """The plot, made when first asked for."""
        if self.plot is None:
            self.plot = KpiPlot()
            self._layout.addWidget(self.plot, 1)
        return self.plot

    def say(self, text: str) -> None:
        """A sentence in place of the plot."""
        self.words.setText(text)
        self.words.show()
        self.setMinimumHeight(_PLOT // 2)
        if self.plot is not None:
            self.plot.hide()

    def show_plot(self, panels: int) -> None:
        self.words.hide()
        self.setMinimumHeight(_PLOT * panels)
        if self.plot is not None:
            self.plot.show()

    def picture(self) -> QImage:
        """The plot as it stands in a document; one white dot where there is none."""
        return (
            self.plot.picture() if self.plot is not None else QImage(QSize(1, 1), QImage.Format.Format_RGB32)
        )
