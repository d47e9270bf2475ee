"""The card of one goal: name, weight, plan, its KPIs, and what it needs."""

from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QWidget

from virtualcio.actions.goals.goal_cards import GoalCard as CardWords
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button, PaintedButton
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.pill import HEIGHT as PILL_HEIGHT
from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.goals.goal_needs import NeedsRow
from virtualcio.ui.goals.kpi_row import SIDE, KpiRow
from virtualcio.ui.shell import theme

_EDGE = 6  # px
_PLAN = 210  # px; so much of the plan is shown before the name of a goal


class GoalCard(Card):
    """Signals carry keys; the page decides what happens."""

    chosen = Signal(str)  # key of a KPI
    goal_opened = Signal(str)  # its details are wanted
    kpi_opened = Signal(str)
    capability_opened = Signal(str)
    plan_opened = Signal(str)
    kpi_wanted = Signal(str, bool)  # goal, from the catalogue

    def __init__(self, words: CardWords, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        whole = self.layout()
        assert whole is not None  # Card made it
        # the rows reach further to the sides than the words, so that theirs stand below those of the name
        whole.setContentsMargins(_EDGE, 11, _EDGE, 12)
        self.words = words
        self.rows: dict[str, KpiRow] = {}
        self.setAccessibleName(words.name)
        self.name = ElidedLabel(words.name, size=13.5, semibold=True)
        self.plan = FlatButton(words.plan)
        self.plan.setToolTip(words.plan)
        self.plan.clicked.connect(lambda: self.plan_opened.emit(words.goal_id))
        self.body.setSpacing(0)
        self.body.addLayout(self._head())
        if words.line:
            self.body.addLayout(_inset(ElidedLabel(words.line, ink="second", size=12)))
        self.body.addSpacing(3)
        for line in words.kpis:
            self._add_row(line.kpi_id)
        if words.goal_id and not words.kpis and not words.closed:
            self.body.addLayout(_inset(self._kpi_wanted_link()))
        if words.needs:
            needs = NeedsRow(words.needs)
            needs.opened.connect(self.capability_opened)
            self.body.addSpacing(3)
            self.body.addLayout(_inset(needs))
        for label in self.findChildren(Label):
            label.installEventFilter(self)

    def _head(self) -> QHBoxLayout:
        words = self.words
        head = QHBoxLayout()
        head.setSpacing(8)
        head.setContentsMargins(SIDE, 0, SIDE - 4, 0)
        head.addWidget(self.name)
        if words.weight:
            head.addWidget(WeightPill(words.weight, plain=words.closed))
        head.addStretch(1)
        if words.goal_id:
            if words.plan:
                head.addWidget(self.plan)
            name = _("Details of “{name}”").format(name=words.name)
            self.pencil = Button(
                "", lambda: self.goal_opened.emit(words.goal_id), quiet=True, icon="pencil", name=name
            )
            self.pencil.setFixedSize(28, 26)
            if not words.closed:
                head.addWidget(self._add_button())
            head.addWidget(self.pencil)
        return head

    def _add_row(self, kpi_id: str) -> None:
        line = next(one for one in self.words.kpis if one.kpi_id == kpi_id)
        row = self.rows[kpi_id] = KpiRow(line)
        row.clicked.connect(partial(self.chosen.emit, kpi_id))
        row.details.connect(partial(self.kpi_opened.emit, kpi_id))
        self.body.addWidget(row)

    def _kpi_wanted_link(self) -> TextLink:
        """A goal without a KPI says what it lacks, and a click helps."""
        link = TextLink(_("No KPI yet: choose one from the catalogue"), ink="accent", size=12)
        link.clicked.connect(lambda: self.kpi_wanted.emit(self.words.goal_id, True))
        return link

    def _add_button(self) -> Button:
        goal = self.words.goal_id
        menu = QMenu(self)
        menu.addAction(_("From the catalogue…"), lambda: self.kpi_wanted.emit(goal, True))
        menu.addAction(_("One of your own"), lambda: self.kpi_wanted.emit(goal, False))
        name = _("Add a KPI to “{name}”").format(name=self.words.name)
        button = self.add_button = Button("", quiet=True, icon="plus", name=name)
        button.setFixedSize(28, 26)
        button.clicked.connect(lambda: menu.popup(button.mapToGlobal(button.rect().bottomLeft())))
        self.add_menu = menu
        return button

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A double click on the words of the card is one on the card."""
        if event.type() is QEvent.Type.MouseButtonDblClick and self.words.goal_id:
            self.goal_opened.emit(self.words.goal_id)
            return True
        return super().eventFilter(watched, event)

    def mouseDoubleClickEvent(self, _event: QMouseEvent) -> None:
        if self.words.goal_id:
            self.goal_opened.emit(self.words.goal_id)


def _inset(part: QWidget) -> QHBoxLayout:
    """As far from the edge as the words of the rows."""
    line = QHBoxLayout()
    line.setContentsMargins(SIDE, 0, SIDE, 0)
    line.addWidget(part)
    return line


class WeightPill(QWidget):
    """'Gewicht 35 %' in the accent's colours."""

    def __init__(self, text: str, *, plain: bool = False) -> None:
        super().__init__()
        self._text, self._plain = text, plain
        self.setAccessibleName(text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(pill_width(self._text, Tone.NEUTRAL)) + 1, PILL_HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._plain:
            paint_pill(painter, 0, self.height() / 2, self._text, Tone.NEUTRAL)
            return
        shown = theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()), PILL_HEIGHT / 2, PILL_HEIGHT / 2)
        painter.setFont(theme.font(11.5, semibold=True))
        painter.setPen(shown.accent)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class FlatButton(PaintedButton):
    """Grey words that lead somewhere."""

    def __init__(self, text: str, *, size: float = 12) -> None:
        super().__init__()
        self._size = size
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        letters = QFontMetricsF(theme.font(self._size, digits=True)).horizontalAdvance(self.text())
        return QSize(int(letters) + 6, 24)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), _PLAN), 24)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        active = self.underMouse() or self.hasFocus()
        font = theme.font(self._size, digits=True)
        font.setUnderline(active)
        painter = QPainter(self)
        painter.setFont(font)
        painter.setPen(shown.accent if active else shown.second)
        fitting = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, fitting)
