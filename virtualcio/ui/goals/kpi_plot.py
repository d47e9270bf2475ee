"""The plot of one KPI, or of two below each other on the same days: zoomed with wheel and mouse, read out
under the mouse and with the arrow keys.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.actions.goals.kpi_chart import KpiChart
from virtualcio.actions.goals.kpi_chart_table import DaySaid, days_said
from virtualcio.texts import _
from virtualcio.ui.common.chart_read_out import ReadOut, ReadOutLine, paint_read_out
from virtualcio.ui.goals.kpi_panel import KpiPanel
from virtualcio.ui.shell import theme

_PANEL = 168  # px, least height of a panel
_NEAR = 24  # px between mouse and value
_PICTURE_SCALE = 2
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
_ZOOM = {Qt.Key.Key_Plus: 0.7, Qt.Key.Key_Minus: 1 / 0.7}


class KpiPlot(QWidget):
    """`show_charts` draws; `current` is the day that is read out."""

    def __init__(self) -> None:
        super().__init__()
        self.charts: tuple[KpiChart, ...] = ()
        self.panels: list[KpiPanel] = []
        self._said: tuple[DaySaid, ...] = ()
        self.current: int | None = None
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(4)
        self._layer = _ReadOutLayer(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setToolTip(_("Zoom with the mouse wheel or + and −, double click shows the whole."))

    def show_charts(self, charts: Sequence[KpiChart]) -> None:
        """One or two KPIs over the same days."""
        self.charts = tuple(charts)
        while len(self.panels) < len(self.charts):
            self._add_panel()
        self._said = days_said(self.charts)
        self.set_current(None)
        first = min(chart.days[0] for chart in self.charts).toordinal()
        last = max(chart.days[1] for chart in self.charts).toordinal()
        several = len(self.charts) > 1
        for panel, chart in zip(self.panels, self.charts, strict=False):
            panel.show_chart(chart, first, last, named=several)
        for index, panel in enumerate(self.panels):
            panel.setVisible(index < len(self.charts))
        self.setMinimumHeight(_PANEL * len(self.charts))
        self.setAccessibleName(
            _("Course of {kpi}").format(kpi=", ".join(chart.name for chart in self.charts))
        )
        self._layer.raise_()

    def _add_panel(self) -> None:
        panel = KpiPanel(len(self.panels))
        panel.hovered.connect(partial(self._on_moved, panel))
        panel.left.connect(lambda: self.set_current(None))
        panel.clicked.connect(lambda _spot: self.setFocus(Qt.FocusReason.MouseFocusReason))
        panel.double_clicked.connect(lambda _spot: self.show_whole())
        panel.days_chosen.connect(self._on_days)
        self.panels.append(panel)
        self._layout.addWidget(panel)

    def sizeHint(self) -> QSize:
        return QSize(340, _PANEL * max(1, len(self.charts)))

    # --- reading out -------------------------------------------------------------------------

    def set_current(self, index: int | None) -> None:
        """Read out a day by its number among those with values; None: none."""
        if index is not None and not 0 <= index < len(self._said):
            index = None
        self.current = index
        words = "" if index is None else self.read_out(index).as_text()
        if words != self.accessibleDescription():
            self.setAccessibleDescription(words)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self._layer.update()

    def read_out(self, index: int) -> ReadOut:
        """What is said about a day."""
        said = self._said[index]
        series = theme.current().series
        lines = tuple(ReadOutLine(one.text, one.value, series[one.chart]) for one in said.lines)
        return ReadOut(said.title, lines, said.note)

    def anchor(self, index: int) -> QPointF:
        """Where the read-out of a day points to, in this widget."""
        day = self._said[index].day
        for panel, chart in zip(self.panels, self.charts, strict=False):
            marks = [*chart.points, *chart.milestones, *([chart.forecast.end] if chart.forecast else [])]
            for mark in marks:
                if mark.day == day:
                    spot = panel.spot(day.toordinal(), float(mark.value))
                    return QPointF(panel.mapTo(self, spot.toPoint()))
        place = self.panels[0].spot(day.toordinal(), 0)
        return QPointF(place.x(), self.panels[0].area().center().y())

    def _on_moved(self, panel: KpiPanel, spot: QPointF) -> None:
        at = panel.ordinal_at(spot.x())
        if not self._said:
            return
        nearest = min(range(len(self._said)), key=lambda index: abs(self._said[index].day.toordinal() - at))
        day = self._said[nearest].day.toordinal()
        away = abs(panel.spot(day, 0).x() - spot.x())
        self.set_current(nearest if away <= _NEAR else None)

    def _on_days(self, first: float, last: float) -> None:
        """All panels show the same days."""
        for panel in self.panels:
            panel.show_days(first, last)
        self._layer.update()

    def show_whole(self) -> None:
        """Back from having zoomed in."""
        self.show_charts(self.charts)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self._said:
            last = len(self._said) - 1
            start = 0 if _STEPS[key] > 0 else last
            step = start if self.current is None else self.current + _STEPS[key]
            self.set_current(min(max(step, 0), last))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and self._said:
            self.set_current(0 if key == Qt.Key.Key_Home else len(self._said) - 1)
        elif key in _ZOOM:
            self.panels[0].zoom(_ZOOM[key])
        elif key == Qt.Key.Key_0:
            self.show_whole()
        elif key == Qt.Key.Key_Escape and self.current is not None:
            self.set_current(None)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._layer.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.set_current(None)

    # --- painting ----------------------------------------------------------------------------

    def resizeEvent(self, _event: QEvent) -> None:
        self._layer.setGeometry(self.rect())

    def picture(self) -> QImage:
        """The plot with its title, as it stands in a document: light or dark like the window."""
        colours = theme.current()
        margin, heading = 16, 30
        size = self.size() + QSize(2 * margin, heading + 2 * margin)
        image = QImage(size * _PICTURE_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        image.fill(colours.card)
        self.set_current(None)
        painter = QPainter(image)
        painter.setFont(theme.font(15, semibold=True))
        painter.setPen(colours.ink)
        title = " · ".join(chart.name for chart in self.charts)
        inside = QRectF(margin, margin, size.width() - 2 * margin, heading)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, title)
        self.render(painter, QPoint(margin, margin + heading))
        painter.end()
        return image


class _ReadOutLayer(QWidget):
    """Over the panels: the read-out, and the frame that says who has the keyboard."""

    def __init__(self, plot: KpiPlot) -> None:
        super().__init__(plot)
        self._plot = plot
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        plot, colours = self._plot, theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect())
        if plot.current is not None:
            anchor = plot.anchor(plot.current)
            painter.setPen(QPen(colours.accent, 2))
            painter.setBrush(colours.card)
            painter.drawEllipse(anchor, 5, 5)
            # in the other half of the height, so that the box does not hide what it speaks of
            beside = area.bottom() if anchor.y() < area.center().y() else area.top()
            spot = QPointF(anchor.x(), beside)
            paint_read_out(painter, area, spot, plot.read_out(plot.current), colours)
        if plot.hasFocus():
            painter.setPen(QPen(colours.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 4, 4)
