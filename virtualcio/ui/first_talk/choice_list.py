"""Choices below each other, each with its number: the number keys choose, arrows move."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.first_talk.talk_choices import Offer
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.shell import theme

_HEIGHT, _WITH_DETAIL = 44, 62
_BADGE = 24


class ChoiceList(QWidget):
    """`multi`: several can be chosen. `entered` is sent by Enter, `changed` when the choice changed."""

    entered = Signal()
    changed = Signal()

    def __init__(
        self, offers: Sequence[Offer], chosen: Sequence[str], *, multi: bool, zero: Offer | None = None
    ) -> None:
        """`zero` is the last one, chosen with the key 0; it excludes all others."""
        super().__init__()
        self._multi, self._zero = multi, zero
        self._place = 0
        every = [*offers, *([zero] if zero is not None else [])]
        self.options = [
            _Option(self, one, "0" if one is zero else str(place + 1)) for place, one in enumerate(every)
        ]
        self._by_number = {option.number: place for place, option in enumerate(self.options)}
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(", ".join(one.title for one in every))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for place, option in enumerate(self.options):
            option.setChecked(option.offer.key in chosen)
            option.clicked.connect(lambda _checked=False, place=place: self._on_clicked(place))
            column.addWidget(option)
        checked = [place for place, option in enumerate(self.options) if option.isChecked()]
        self._place = checked[0] if checked else 0

    @property
    def keys(self) -> tuple[str, ...]:
        """What is chosen, in the order of the list."""
        return tuple(option.offer.key for option in self.options if option.isChecked())

    def is_at(self, option: "_Option") -> bool:
        return self.hasFocus() and self.options[self._place] is option

    def choose(self, place: int) -> None:
        """Choose an option; of several, turn it on or off."""
        option = self.options[place]
        self._place = place
        alone = not self._multi or option.offer is self._zero
        option.setChecked(alone or not option.isChecked())
        for other in self.options:
            if other is not option and (alone or other.offer is self._zero):
                other.setChecked(False)
        self.update_all()
        self.changed.emit()

    def update_all(self) -> None:
        for option in self.options:
            option.update()

    def _on_clicked(self, place: int) -> None:
        self.options[place].setChecked(not self.options[place].isChecked())  # the click has turned it
        self.setFocus()
        self.choose(place)

    def _move(self, step: int) -> None:
        self._place = min(max(self._place + step, 0), len(self.options) - 1)
        if self._multi:
            self.update_all()
        else:
            self.choose(self._place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, typed = Qt.Key(event.key()), event.text()
        if typed in self._by_number:  # by what was typed: digits stand elsewhere on other keyboards
            self.choose(self._by_number[typed])
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key == Qt.Key.Key_Space:
            self.choose(self._place)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered.emit()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: object) -> None:
        self.update_all()

    def focusOutEvent(self, event: object) -> None:
        self.update_all()


class _Option(PaintedButton):
    """One choice: its number in a box, its title, a grey line."""

    def __init__(self, owner: ChoiceList, offer: Offer, number: str) -> None:
        super().__init__(owner)
        self._owner, self.offer, self.number = owner, offer, number
        self.setCheckable(True)
        self.setText(offer.title)
        self.setAccessibleName(offer.title)
        self.setAccessibleDescription(offer.detail)
        self.setToolTip(offer.detail)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(_WITH_DETAIL if offer.detail else _HEIGHT)

    def sizeHint(self) -> QSize:
        return QSize(480, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        at, chosen = self._owner.is_at(self), self.isChecked()
        painter.setPen(QPen(shown.accent if chosen or at else shown.edge, 2 if at else 1))
        painter.setBrush(shown.accent_soft if chosen else shown.hover if self.underMouse() else shown.card)
        painter.drawRoundedRect(rect, 8, 8)
        badge = QRectF(12, (self.height() - _BADGE) / 2, _BADGE, _BADGE)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_fill if chosen else shown.neutral_soft)
        painter.drawRoundedRect(badge, 6, 6)
        painter.setPen(shown.on_accent if chosen else shown.second)
        painter.setFont(theme.font(12, semibold=True))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, self.number)
        left, width = badge.right() + 12, rect.width() - badge.right() - 24
        self._paint_line(painter, QRectF(left, 8 if self.offer.detail else 0, width, self._line_height()))
        if self.offer.detail:
            painter.setPen(shown.second)
            painter.setFont(theme.font(12))
            fitting = QFontMetricsF(painter.font()).elidedText(
                self.offer.detail, Qt.TextElideMode.ElideRight, width
            )
            painter.drawText(QRectF(left, 32, width, 20), Qt.AlignmentFlag.AlignVCenter, fitting)

    def _line_height(self) -> float:
        return 24 if self.offer.detail else self.height()

    def _paint_line(self, painter: QPainter, place: QRectF) -> None:
        painter.setPen(theme.current().ink)
        painter.setFont(theme.font(14))
        fitting = QFontMetricsF(painter.font()).elidedText(
            self.offer.title, Qt.TextElideMode.ElideRight, place.width()
        )
        painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)
