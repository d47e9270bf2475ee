"""What does not fit in the plan: each conflict with its reason and the move that mends it."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.conflict_words import ConflictWords, words_of_conflict
from virtualcio.actions.tone import Tone
from virtualcio.analysis.roadmap.conflict import Conflict
from virtualcio.model import ResourcePool
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell import theme

_MOST_ROWS = 24  # a plan with more conflicts than that is read from the top
_ROW, _TALL, _FLAT = 44, 84, 32
_WORDS = 260  # px that title and reason need at least beside the button
_TITLE = 200  # px for both on one line, where the title goes first
_REASON = 90  # px below which a reason on the same line is left to the tool tip
_BUTTON, _FLAT_BUTTON = 32, 28
_LEFT, _GAPS = 20, 20  # px for the sign, and between words and button
_SIGN = 5.0  # px, its middle
_NAME = 72  # px that the name of an initiative keeps in a button
_SIDE = 16  # px beside everything in the card


class ConflictRow(QWidget):
    """Sign, title, reason and the button; a click anywhere else chooses the bar."""

    def __init__(
        self,
        company: OpenCompany,
        conflict: Conflict,
        choose: Callable[[Conflict], object],
        mend: Callable[[Conflict], object],
    ) -> None:
        super().__init__()
        self.conflict, self._choose = conflict, choose
        title, reason, mend_title, self._name = words_of_conflict(company, conflict)
        self.tone = Tone(conflict.severity)
        self.title = ElidedLabel(title, semibold=True)
        self.reason = ElidedLabel(reason, ink="second", size=12)
        self.button: Button | None = None
        self._mend_title = mend_title or ""
        words = self._words = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        words.addWidget(self.title)
        words.addWidget(self.reason)
        self._low = False
        self._row = row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        row.setContentsMargins(_LEFT, 4, 4, 4)
        row.setSpacing(6)
        row.addLayout(words, 1)
        if mend_title:
            self.button = Button(mend_title, lambda: mend(conflict))
            self.button.setAccessibleName(f"{mend_title}: {title}")
            self.button.setToolTip(mend_title)
            row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(f"{title}: {reason}")
        self.setToolTip(f"{title}. {reason}")
        self.setMinimumHeight(_ROW)
        self.setMinimumWidth(_TITLE)  # however long the words are: they end in …

    def show_low(self, low: bool) -> None:
        """In a low window title and reason stand on one line, if it is wide enough."""
        self._low = low
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        """Where the words would get too little room, the button stands below them."""
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        room = self.width() - self._fit_button()
        flat = self._low and room >= _TITLE
        narrow = not flat and room < _WORDS
        self._words.setDirection(across if flat else down)
        self._words.setSpacing(8 if flat else 1)
        self._row.setDirection(down if narrow else across)
        edge = 0 if flat else 4
        self._row.setContentsMargins(_LEFT, edge, 4, edge)
        if self.button is not None:
            self.button.setFixedHeight(_FLAT_BUTTON if flat else _BUTTON)
        title, left = self.title.sizeHint().width(), room - _LEFT - _GAPS
        self.title.setMinimumWidth(min(title, left) if flat else _LEFT)
        self.reason.setVisible(not flat or left - title > _REASON)
        self.setMinimumHeight(_TALL if narrow else _FLAT if flat else _ROW)

    def _fit_button(self) -> int:
        """How wide the button is when it lets the words be read: a long name in it ends in …"""
        if self.button is None:
            return 0
        self.button.setText(self._mend_title)
        wide = self.button.sizeHint().width()
        wanted = self.title.sizeHint().width()
        if not self._low:
            wanted = max(wanted, min(self.reason.sizeHint().width(), self.width() // 2))
        over = wanted + _LEFT + _GAPS + wide - self.width()
        if over <= 0 or not self._name:
            return wide
        letters = self.button.fontMetrics()
        room = max(_NAME, letters.horizontalAdvance(self._name) - over)
        short = letters.elidedText(self._name, Qt.TextElideMode.ElideRight, room)
        self.button.setText(self._mend_title.replace(self._name, short))
        return self.button.sizeHint().width()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._choose(self.conflict)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._choose(self.conflict)
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown, painter = theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
        middle = self.title.geometry().center().y() + 0.5
        paint_sign(painter, QPointF(_SIGN, middle), self.tone, 10)


class ConflictCard(Card):
    """`choose` and `mend` are called with the conflict."""

    def __init__(self, choose: Callable[[Conflict], object], mend: Callable[[Conflict], object]) -> None:
        super().__init__(_("Conflicts"), " ", padding=12)
        self._choose, self._mend = choose, mend
        self.rows: list[ConflictRow] = []
        self._shown: tuple[list[ConflictWords], int] = [], -1
        self.listing = ScrollColumn()
        self.body.addWidget(self.listing, 1)
        self._low = False

    def show_low(self, low: bool) -> None:
        """In a low window each conflict has one line, so that three are in sight."""
        if low is not self._low:
            self._low = low
            for row in self.rows:
                row.show_low(low)
        whole = self.layout()
        assert whole is not None  # a card has its layout
        whole.setContentsMargins(_SIDE, 8 if low else 12, _SIDE - 4, 4 if low else 8)
        whole.setSpacing(2 if low else 6)
        self.listing.column.setSpacing(0)

    def show_conflicts(self, company: OpenCompany) -> None:
        """The conflicts of now, most urgent first."""
        conflicts = company.results.conflicts
        shown = [words_of_conflict(company, one) for one in conflicts[:_MOST_ROWS]], len(conflicts)
        if shown == self._shown and [row.conflict for row in self.rows] == [*conflicts[:_MOST_ROWS]]:
            return
        self._shown = shown
        self.listing.clear()
        self.rows = [ConflictRow(company, one, self._choose, self._mend) for one in conflicts[:_MOST_ROWS]]
        for row in self.rows:
            row.show_low(self._low)
            self.listing.column.addWidget(row)
        rest = len(conflicts) - len(self.rows)
        if rest > 0:
            self.listing.column.addWidget(Label(_("and {count} more").format(count=rest), ink="second"))
        self.listing.column.addStretch(1)
        count = len(conflicts)
        title = (
            translate_count("{count} conflict", "{count} conflicts", count) if count else _("No conflicts")
        )
        self.set_title(title)
        fits = _("The plan fits people, money and order.")
        if not company.data.count(ResourcePool):
            fits = _("Whether it fits the people shows once it is entered who has time.")
        note = "" if count else fits
        self.set_note(note or " ")
        self.listing.setVisible(bool(count))

    def sizeHint(self) -> QSize:
        return QSize(400, 44 + _ROW * min(3, len(self.rows)))
