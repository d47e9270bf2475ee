"""Which colour belongs to which goal, on one line; what does not fit stands in the tip."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.roadmap.plan_rows import NO_GOAL, OTHER_GOALS, PlanRow, TimePlan
from virtualcio.texts import _
from virtualcio.ui.roadmap.bar_colours import fill_of
from virtualcio.ui.shell import theme

_SWATCH, _GAP, _BETWEEN = 10.0, 6.0, 16.0
_SHORTEST = 60.0  # px: less room is not worth beginning a name
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class GoalLegend(QWidget):
    """Goals of the bars in the plan, and the two other colours if bars have them."""

    def __init__(self) -> None:
        super().__init__()
        self._entries: list[tuple[str, int]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(0)

    def show_plan(self, plan: TimePlan) -> None:
        self._entries = [*plan.goals]
        if _any_with(plan.rows, OTHER_GOALS):
            self._entries.append((_("Further goals"), OTHER_GOALS))
        if _any_with(plan.rows, NO_GOAL):
            self._entries.append((_("Without a goal"), NO_GOAL))
        words = [name for name, _colour in self._entries]
        self.setAccessibleName(_("Goals: {names}").format(names=", ".join(words)) if words else "")
        self.setToolTip("\n".join(words))
        self.update()

    def names(self) -> list[str]:
        return [name for name, _colour in self._entries]

    def sizeHint(self) -> QSize:
        return QSize(400, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = theme.font(12)
        painter.setFont(font)
        metrics, x, middle = QFontMetricsF(font), 0.0, self.height() / 2
        rooms = _shares([metrics.horizontalAdvance(name) + 1 for name in self.names()], self.width())
        for (name, colour), room in zip(self._entries, rooms, strict=False):
            painter.setPen(QPen(shown.edge, 1) if colour == NO_GOAL else Qt.PenStyle.NoPen)
            painter.setBrush(fill_of(colour))
            painter.drawRoundedRect(QRectF(x, middle - _SWATCH / 2, _SWATCH, _SWATCH), 2, 2)
            words = metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)
            painter.setPen(shown.second)
            painter.drawText(QRectF(x + _SWATCH + _GAP, 0, room, self.height()), _LEFT, words)
            x += _SWATCH + _GAP + metrics.horizontalAdvance(words) + _BETWEEN


def _shares(widths: Sequence[float], room: float) -> Sequence[float]:
    """What each name gets of the place: all of its width if that fits, else long ones give way; names for
    which there is no room at all get none.
    """
    fitting = min(len(widths), int((room + _BETWEEN) // (_SHORTEST + _SWATCH + _GAP + _BETWEEN)))
    left = room + _BETWEEN - fitting * (_SWATCH + _GAP + _BETWEEN)
    shares: dict[int, float] = {}
    for done, (wide, at) in enumerate(sorted((wide, at) for at, wide in enumerate(widths[:fitting]))):
        shares[at] = min(wide, left / (fitting - done))
        left -= shares[at]
    return [shares[at] for at in range(fitting)]


def _any_with(rows: Sequence[PlanRow], colour: int) -> bool:
    return any(row.colour == colour for row in rows)
