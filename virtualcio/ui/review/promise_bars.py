"""Two bars for each KPI: what was promised, and below it what arrived, with the tone of whether it did."""

from collections.abc import Sequence
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.shell import theme

Bar = tuple[str, str, str, Decimal | None, Decimal | None, Tone]
_ROW, _BAR, _NAME, _VALUE = 58, 10, 20, 84  # px


class PromiseBars(QWidget):
    """`show_rows` gets name, both values in words, both values, and the tone."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[Bar] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_rows(self, rows: Sequence[Bar]) -> None:
        self.rows = tuple(rows)
        words = _("{name}: promised {promised}, arrived {arrived}")
        told = [words.format(name=row[0], promised=row[1], arrived=row[2]) for row in self.rows]
        self.setAccessibleName(". ".join(told) or _("No KPI was promised"))
        self.setToolTip("\n".join(told))
        self.setFixedHeight(max(len(self.rows) * _ROW, _NAME))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(280, max(len(self.rows) * _ROW, _NAME))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shown = theme.current()
        if not self.rows:
            painter.setPen(shown.second)
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, _("No KPI was promised"))
        for at, row in enumerate(self.rows):
            self._paint_row(painter, at * _ROW, row)

    def _paint_row(self, painter: QPainter, top: float, row: Bar) -> None:
        shown = theme.current()
        name, promised, arrived, first, second, tone = row
        painter.setFont(theme.font(12))
        painter.setPen(shown.ink)
        words = QFontMetricsF(painter.font()).elidedText(name, Qt.TextElideMode.ElideRight, self.width() - 14)
        painter.drawText(QRectF(14, top, self.width() - 14, _NAME), Qt.AlignmentFlag.AlignVCenter, words)
        paint_sign(painter, QPointF(5, top + _NAME / 2), tone)
        most = max(abs(first or Decimal(0)), abs(second or Decimal(0)))
        room = self.width() - _VALUE - 8
        bars = ((first, promised, shown.neutral_soft), (second, arrived, shown.mark_of(tone)))
        for line, (value, text, colour) in enumerate(bars):
            y = top + _NAME + 2 + line * (_BAR + 5)
            share = float(abs(value) / most) if value is not None and most else 0.0
            painter.setPen(shown.edge if line == 0 else Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(QRectF(0.5, y, max(2.0, room * share), _BAR), 3, 3)
            painter.setPen(shown.second)
            painter.setFont(theme.font(11.5, digits=True))
            place = QRectF(room + 8, y - 4, _VALUE, _BAR + 8)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, text)
