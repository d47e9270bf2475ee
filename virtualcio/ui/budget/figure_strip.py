"""A card with several figures in a row; each opens how it comes about."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.key_figure import KeyFigure
from virtualcio.actions.tone import Tone
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.overview.derivation_popover import DerivationPopover
from virtualcio.ui.shell import theme

_HEIGHT = 46
_SIDE = 8
_GAP = 6
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class FigureButton(PaintedButton):
    """Title above, value below, and behind the value what it is to be compared with."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.figure = KeyFigure("", "", "")
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_figure(self, figure: KeyFigure) -> None:
        self.figure = figure
        said = [figure.title, figure.value, *(text for text, _tone in figure.details)]
        self.setAccessibleName(f"{said[0]}: " + ", ".join(said[1:]))
        self.setToolTip(figure.tip)
        self.setAccessibleDescription(figure.tip)
        self.updateGeometry()
        self.update()

    def _detail(self) -> tuple[str, Tone]:
        return self.figure.details[0] if self.figure.details else ("", Tone.NEUTRAL)

    def sizeHint(self) -> QSize:
        title = QFontMetricsF(theme.font(12)).horizontalAdvance(self.figure.title)
        value = QFontMetricsF(theme.font(14, semibold=True, digits=True)).horizontalAdvance(self.figure.value)
        detail = QFontMetricsF(theme.font(12)).horizontalAdvance(self._detail()[0])
        return QSize(int(max(title, value + _GAP + detail)) + 2 * _SIDE + 4, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        colours, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(colours.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(colours.hover)
            painter.drawRoundedRect(box, 6, 6)
        inner = QRectF(self.rect()).adjusted(_SIDE, 4, -_SIDE, -4)
        upper = QRectF(inner.left(), inner.top(), inner.width(), 17)
        lower = QRectF(inner.left(), inner.top() + 18, inner.width(), 20)
        painter.setFont(theme.font(12))
        painter.setPen(colours.second)
        painter.drawText(upper, _LEFT, self.figure.title)
        painter.setFont(theme.font(14, semibold=True, digits=True))
        tone = self.figure.tone
        painter.setPen(colours.ink if tone is Tone.NEUTRAL else colours.text_of(tone))
        painter.drawText(lower, _LEFT, self.figure.value)
        used = QFontMetricsF(painter.font()).horizontalAdvance(self.figure.value) + _GAP
        text, detail_tone = self._detail()
        painter.setFont(theme.font(12))
        painter.setPen(colours.text_of(detail_tone))
        painter.drawText(lower.adjusted(used, 1, 8, 1), _LEFT, text)


class FigureStrip(Card):
    """Figures that do not fit beside each other begin a new line."""

    def __init__(self) -> None:
        super().__init__(padding=6)
        self.buttons: list[FigureButton] = []
        self._flow = FlowLayout(spacing=12)
        self.body.addLayout(self._flow)

    def show_figures(self, figures: Sequence[KeyFigure]) -> None:
        if len(self.buttons) != len(figures):
            self._flow.clear()
            self.buttons = [FigureButton(self) for _figure in figures]
            for button in self.buttons:
                button.clicked.connect(lambda _checked=False, button=button: self.on_figure(button))
                self._flow.addWidget(button)
        for button, figure in zip(self.buttons, figures, strict=True):
            button.show_figure(figure)

    def on_figure(self, button: FigureButton) -> None:
        """Open how the figure comes about."""
        DerivationPopover(self, button.figure).open_at(button)
