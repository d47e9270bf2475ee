"""Where messages and signs of work stand: over the page, in the place that it leaves for them."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QRect, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget
from shiboken6 import isValid

from virtualcio.ui.common.page import Page

_LINE = 44  # px
_WIDEST = 720
_BETWEEN = 8


class PageLines(QObject):
    """The lines are children of `place`, which holds the stack of pages; the newest stands lowest."""

    def __init__(self, place: QWidget, pages: QStackedWidget) -> None:
        super().__init__(place)
        self._place, self._pages = place, pages
        self._lines: list[QWidget] = []

    def add(self, line: QWidget) -> None:
        line.installEventFilter(self)
        self._lines.append(line)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.LayoutRequest):
            self.place_soon()
        return super().eventFilter(watched, event)

    def place_soon(self) -> None:
        QTimer.singleShot(0, self, self.place)

    def place(self) -> None:
        """At the lower edge of the place that the page leaves for them, in its middle."""
        self._lines = [line for line in self._lines if isValid(line)]
        shown = [line for line in self._lines if not line.isHidden()]
        page = self._pages.currentWidget()
        if not isinstance(page, Page):
            return
        area = self._area_of(page, _LINE if shown else 0)
        width = min(_WIDEST, area.width())
        layout_heights = _heights(shown, width)
        if len(layout_heights) > 1 or (layout_heights and layout_heights[0] != _LINE):
            area = self._area_of(page, sum(height + _BETWEEN for height in layout_heights))
        bottom = area.bottom() + 1
        for line, height in zip(shown, layout_heights, strict=True):
            left = area.left() + (area.width() - width) // 2
            line.setGeometry(left, bottom - height, width, height)
            bottom -= height + _BETWEEN

    def _area_of(self, page: Page, height: int) -> QRect:
        """Where the page leaves room for lines of this height altogether."""
        whole = self._pages.geometry().adjusted(24, 0, -24, -16)
        room = page.room_for_lines(height)
        area = QRect(page.mapTo(self._place, room.topLeft()), room.size()).intersected(whole)
        return area if area.isValid() else whole


def _heights(lines: Sequence[QWidget], width: int) -> list[int]:
    return [max(line.heightForWidth(width), line.minimumSizeHint().height(), _LINE) for line in lines]
