"""Five stages from knowing to keeping on: how many people have reached each, by department within the bar."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.review.adoption import AdoptionState
from virtualcio.model import Department
from virtualcio.model.review import AdoptionStage
from virtualcio.texts import _
from virtualcio.ui.review.station_goals import STAGE_TITLES
from virtualcio.ui.shell import theme

_ROW, _BAR, _TITLE, _LEGEND, _BESIDE = 26, 16, 120, 22, 10  # px


class StageFunnel(QWidget):
    """A bar for each stage; its parts are the departments, in the colours of the series."""

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.state: AdoptionState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(len(AdoptionStage) * _ROW + _LEGEND)

    def show_state(self, state: AdoptionState) -> None:
        self.state = state
        self.setAccessibleName(", ".join(f"{title}: {words}" for title, words in self.told()))
        self.update()

    def told(self) -> list[tuple[str, str]]:
        """Each stage with '14 von 20 (70 %)'."""
        state = self.state
        if state is None:
            return []
        words = _("{number} of {count}")
        return [
            (
                _(STAGE_TITLES[stage]),
                words.format(number=state.reached[stage], count=state.people)
                + f" ({formats.percent(state.shares[stage])})",
            )
            for stage in AdoptionStage
        ]

    def sizeHint(self) -> QSize:
        return QSize(420, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        state = self.state
        if state is None:
            return
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = QFontMetricsF(theme.font(12, digits=True))
        value = max((letters.horizontalAdvance(words) for _title, words in self.told()), default=0.0) + 2
        room = self.width() - _TITLE - value - _BESIDE
        for at, (stage, (title, words)) in enumerate(zip(AdoptionStage, self.told(), strict=True)):
            top = at * _ROW
            painter.setFont(theme.font(12))
            painter.setPen(shown.ink)
            painter.drawText(QRectF(0, top, _TITLE, _ROW), Qt.AlignmentFlag.AlignVCenter, title)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.neutral_soft)
            y = top + (_ROW - _BAR) / 2
            painter.drawRoundedRect(QRectF(_TITLE, y, room, _BAR), 3, 3)
            x = float(_TITLE)
            for number, row in enumerate(state.departments):
                wide = room * row.reached[stage] / state.people if state.people else 0.0
                painter.setBrush(shown.series[number % len(shown.series)])
                painter.drawRect(QRectF(x, y, wide, _BAR))
                x += wide
            painter.setPen(shown.second)
            painter.setFont(theme.font(12, digits=True))
            place = QRectF(_TITLE + room + _BESIDE, top, value, _ROW)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, words)
        self._paint_legend(painter, state)

    def _paint_legend(self, painter: QPainter, state: AdoptionState) -> None:
        shown, x, top = theme.current(), float(_TITLE), len(AdoptionStage) * _ROW + 4.0
        painter.setFont(theme.font(11.5))
        letters = QFontMetricsF(painter.font())
        for number, row in enumerate(state.departments):
            department = self._company.data.get(Department, row.department_id)
            name = department.name if department is not None else _("whole company")
            painter.setPen(QPen(Qt.PenStyle.NoPen))
            painter.setBrush(shown.series[number % len(shown.series)])
            painter.drawRect(QRectF(x, top + 4, 9, 9))
            painter.setPen(shown.second)
            painter.drawText(QRectF(x + 14, top, letters.horizontalAdvance(name) + 4, 17), name)
            x += letters.horizontalAdvance(name) + 34
