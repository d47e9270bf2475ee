"""Below the heatmap: what the levels of the chosen dimension mean, to be clicked, and the department's way of
working.
"""

from functools import partial

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.goals.goal_choice_titles import WAYS_OF_WORKING
from virtualcio.actions.goals.maturity_words import (
    LEVELS,
    MaturityRow,
    cell_sentence,
    dimension_title,
    level_words,
    source_words,
)
from virtualcio.model.company import WayOfWorking
from virtualcio.model.goals import MaturityDimension
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button, PaintedButton
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.goals.maturity_colours import ground_of, ink_of
from virtualcio.ui.shell import theme

_LEVEL = 28


class LevelButton(PaintedButton):
    """One level with what it means; checked is today's."""

    def __init__(self, level: int) -> None:
        super().__init__()
        self.level = level
        self.wanted = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def nextCheckState(self) -> None:
        """What is rated says what is checked."""

    def sizeHint(self) -> QSize:
        return QSize(360, _LEVEL)

    def minimumSizeHint(self) -> QSize:
        return QSize(120, _LEVEL)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse() or self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(shown.accent_soft if self.isChecked() else shown.hover)
            painter.drawRoundedRect(box, 6, 6)
        number = QRectF(box.left() + 4, box.center().y() - 10, 20, 20)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ground_of(self.level, shown))
        painter.drawRoundedRect(number, 5, 5)
        painter.setPen(ink_of(self.level, shown))
        painter.setFont(theme.font(12, semibold=True, digits=True))
        painter.drawText(number, Qt.AlignmentFlag.AlignCenter, str(self.level))
        marks = [_("today")] if self.isChecked() else []
        marks += [_("wanted")] if self.wanted else []
        painter.setFont(theme.font(11.5, semibold=True))
        painter.setPen(shown.accent)
        said = " · ".join(marks)
        room = QFontMetricsF(painter.font()).horizontalAdvance(said) + 8
        painter.drawText(box.adjusted(0, 0, -8, 0), _MIDDLE | Qt.AlignmentFlag.AlignRight, said)
        font = theme.font(13)
        painter.setFont(font)
        painter.setPen(shown.ink)
        words = box.adjusted(34, 0, -8 - room, 0)
        fitting = QFontMetricsF(font).elidedText(self.text(), Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, _MIDDLE, fitting)


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class MaturityDetails(Card):
    """`rated` gives a level that was clicked, and whether it is the wish."""

    rated = Signal(int, bool)
    cleared = Signal()
    way_chosen = Signal(object)  # WayOfWorking or None

    def __init__(self) -> None:
        super().__init__(" ", " ")
        self.levels = [LevelButton(level) for level in LEVELS]
        self.wish = QComboBox()
        self.way = QComboBox()
        self.source = Label(ink="third", size=11.5, wrap=True)
        self.clear_button = Button(_("Clear rating"), self.cleared.emit)
        self._ways: list[WayOfWorking | None] = [None, *WayOfWorking]
        self._build()

    def _build(self) -> None:
        for label in (self.title_label, self.note_label):
            label.setWordWrap(True)
        self.header.setStretchFactor(self.title_label, 3)
        self.header.setStretchFactor(self.note_label, 2)
        self.note_label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        left = QVBoxLayout()
        left.setSpacing(2)
        for button in self.levels:
            button.clicked.connect(partial(self._on_level, button.level))
            left.addWidget(button)
        left.addSpacing(6)
        left.addWidget(self.source)
        left.addStretch(1)
        self.wish.addItem("—", 0)
        for level in LEVELS:
            self.wish.addItem(str(level), level)
        self.wish.activated.connect(lambda row: self.rated.emit(row, True))
        for way in self._ways:
            self.way.addItem("—" if way is None else _(WAYS_OF_WORKING[way]))
        self.way.activated.connect(lambda row: self.way_chosen.emit(self._ways[row]))
        right = QVBoxLayout()
        right.setSpacing(4)
        for title, combo in ((_("Wanted"), self.wish), (_("Way of working with IT"), self.way)):
            label = Label(title, ink="third", size=11.5)
            label.setBuddy(combo)
            combo.setAccessibleName(title)
            combo.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
            combo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(8)
            right.addWidget(label)
            right.addWidget(combo)
            right.addSpacing(4)
        right.addWidget(self.clear_button, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addLayout(left, 7)
        halves.addLayout(right, 3)
        holder = QWidget()
        holder.setLayout(halves)
        halves.setContentsMargins(0, 0, 0, 0)
        self.body.addWidget(holder)
        hint = _("1 to 5 rates today, with Shift what is wanted, Del clears, the arrow keys move.")
        self.body.addWidget(Label(hint, ink="third", size=11.5, wrap=True))

    def _on_level(self, level: int) -> None:
        self.rated.emit(level, False)

    def show_cell(self, row: MaturityRow, dimension: MaturityDimension) -> None:
        """Show one cell of the grid."""
        cell = row.cells.get(dimension)
        self.set_title(f"{row.name} · {dimension_title(dimension)}")
        self.set_note(cell_sentence(row, dimension).partition(": ")[2])
        for button, words in zip(self.levels, level_words(dimension), strict=True):
            button.setChecked(cell is not None and cell.today == button.level)
            button.wanted = cell is not None and cell.wanted == button.level
            button.setText(words)
            button.setToolTip(words)
            button.setAccessibleName(f"{button.level}: {words}")
            button.update()
        self.source.setText(source_words(dimension))
        self.wish.setCurrentIndex(0 if cell is None or cell.wanted is None else cell.wanted)
        ways = ["—" if way is None else _(WAYS_OF_WORKING[way]) for way in self._ways]
        self.way.setCurrentIndex(ways.index(row.way) if row.way in ways else 0)
        self.clear_button.setEnabled(cell is not None)
