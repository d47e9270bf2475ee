"""A paragraph of a few lines at most, which ends in … where it would need more."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPalette, QResizeEvent, QTextLayout

from virtualcio.ui.common.labels import Label


class ShortLabel(Label):
    """`most` lines of the text; where it is cut the whole of it is the tool tip."""

    def __init__(self, text: str, *, most: int, ink: str = "ink", size: float = 13) -> None:
        super().__init__(text, ink=ink, size=size, wrap=True)
        self._most = most

    @property
    def _room(self) -> int:
        return self._most * self.fontMetrics().lineSpacing()

    def heightForWidth(self, width: int) -> int:
        return min(super().heightForWidth(width), self._room)

    def sizeHint(self) -> QSize:
        return super().sizeHint().boundedTo(QSize(16777215, self._room))

    def minimumSizeHint(self) -> QSize:
        return super().minimumSizeHint().boundedTo(QSize(16777215, self._room))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setToolTip(self.text() if self._cut() else "")

    def _cut(self) -> bool:
        return len(self._lines()) > self._most

    def _lines(self) -> list[str]:
        """The text as it breaks in this width."""
        layout = QTextLayout(self.text(), self.font())
        layout.beginLayout()
        found = []
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(self.width(), 1))
            found.append(self.text()[line.textStart() : line.textStart() + line.textLength()])
        layout.endLayout()
        return found

    def paintEvent(self, event: QPaintEvent) -> None:
        lines = self._lines()
        if len(lines) <= self._most:
            super().paintEvent(event)
            return
        metrics = self.fontMetrics()
        rest = "".join(lines[self._most - 1 :])
        shown = [
            *lines[: self._most - 1],
            metrics.elidedText(rest, Qt.TextElideMode.ElideRight, self.width()),
        ]
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        for number, line in enumerate(shown):
            painter.drawText(QPointF(0, metrics.ascent() + number * metrics.lineSpacing()), line.rstrip())
