"""The band above the time plan: how far the search for a plan is, then the proposal with its buttons."""

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QProgressBar, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import RADIUS
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.shell import theme

_SIGN, _SIDE = 26, 14  # px of the sign's box, and beside everything
_NARROW = 860  # px of the band
_FINE = 1000  # steps of the bar


class _Bar(QProgressBar):
    """On the band's own ground, where the bar of the style could not be told from it."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        whole = QRectF(self.rect())
        painter.setBrush(shown.card)
        painter.drawRoundedRect(whole, 3, 3)
        painter.setBrush(shown.accent_fill)
        done = QRectF(whole)
        done.setWidth(whole.width() * self.value() / _FINE)
        painter.drawRoundedRect(done, 3, 3)


class ProposalBand(QWidget):
    """Says what is pressed; what it shows is told by `show_search` and `show_words`."""

    stopped = Signal()
    compared = Signal()
    taken_over = Signal()
    searched_again = Signal()
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.title = ElidedLabel(semibold=True, size=13)
        self.text = Label(ink="second", size=12, wrap=True)
        self.bar = _Bar()
        self.bar.setRange(0, _FINE)
        self.bar.setTextVisible(False)
        self.bar.setFixedHeight(6)
        self.bar.setAccessibleName(_("Search for a plan"))
        self.what_if_menu = QMenu(self)
        self.stop = Button(_("Stop, keep the best so far"), self.stopped.emit)
        self.again = Button(_("Search again"), self.searched_again.emit)
        self.what_if = Button(_("What if…"), self._open_menu)
        self.compare = Button(_("Compare"), self.compared.emit)
        self.compare.setCheckable(True)
        self.take = Button(_("Take over"), self.taken_over.emit, primary=True)
        self.close_band = Button("", self.closed.emit, quiet=True, icon="x", name=_("Close the proposal"))
        self._build()
        self.hide()

    def _build(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(3)
        words.addWidget(self.title)
        words.addWidget(self.text)
        words.addSpacing(3)
        words.addWidget(self.bar)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        for button in (self.stop, self.again, self.what_if, self.compare, self.take, self.close_band):
            buttons.addWidget(button)
        buttons.addStretch(1)  # below the words they keep their widths
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(_SIDE + _SIGN + 12, 10, _SIDE, 10)
        self._row.setSpacing(12)
        self._row.addLayout(words, 1)
        self._row.addLayout(buttons)

    def show_search(self, text: str, share: float, *, stopping: bool) -> None:
        """A search is under way; `share` of its time is over."""
        self.title.setText(_("Looking for a better time plan"))
        self.text.setText(text)
        self.bar.setValue(round(min(max(share, 0.0), 1.0) * _FINE))
        self.bar.show()
        self.stop.setEnabled(not stopping)
        self._offer(self.stop)

    def show_words(self, title: str, text: str, *, fits: bool, again: bool) -> None:
        """What a search ended with. `fits`: there is a plan to compare and to take over; `again`: the
        company's figures have changed since, or longer searching may help.
        """
        self.title.setText(title)
        self.text.setText(text)
        self.text.setVisible(bool(text))
        self.bar.hide()
        wanted = [self.what_if, self.close_band]
        wanted += [self.again] if again else []
        wanted += [self.compare, self.take] if fits else []
        self._offer(*wanted)
        self.setAccessibleName(f"{title} {text}")

    def _offer(self, *wanted: Button) -> None:
        for button in (self.stop, self.again, self.what_if, self.compare, self.take, self.close_band):
            button.setVisible(button in wanted)
        self.show()

    def _open_menu(self) -> None:
        self.what_if_menu.popup(self.what_if.mapToGlobal(self.what_if.rect().bottomLeft()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the buttons stand below the words."""
        super().resizeEvent(event)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        narrow = self.width() < _NARROW
        if (self._row.direction() is down) is not narrow:
            self._row.setDirection(down if narrow else across)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(shown.line)
        painter.setBrush(shown.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        box = QRectF(_SIDE, 12, _SIGN, _SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.card)
        painter.drawRoundedRect(box, 6, 6)
        painter.setPen(shown.accent)
        painter.setFont(theme.font(14))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "✦")
