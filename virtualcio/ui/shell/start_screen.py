"""The first thing to see: four ways to begin and the files opened last.

Needs no more than Qt and the standard library: it is painted before anything heavier is imported.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from virtualcio import __version__
from virtualcio.texts import _, mark
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.card import paint_card
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.message_line import MessageLine
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.badge import Badge
from virtualcio.ui.shell.recent_files import RecentFile
from virtualcio.ui.shell.recent_list import RecentList

WIDTH = 1140


@dataclass(frozen=True)
class Tile:
    """`command` is the key of a command of the window."""

    command: str
    title: str
    text: str
    icon: str


TILES = (
    Tile("new", mark("New company"), mark("A first overview in 20 minutes"), "plus"),
    Tile("open", mark("Open file"), mark("A .vcio file, encrypted ones too"), "arrow-up-right"),
    Tile("import", mark("Start with an Excel list"), mark("Import devices or contracts"), "table-2"),
    Tile("demo", mark("See the example company"), mark("Metal works with 62 employees"), "gem"),
)


class TileButton(PaintedButton):
    """A card that is a button."""

    def __init__(self, tile: Tile, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tile = tile
        self.setText(_(tile.title))
        self.setAccessibleName(self.text())
        self.setAccessibleDescription(_(tile.text))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(110)
        self.setMinimumWidth(200)

    def sizeHint(self) -> QSize:
        return QSize(272, 110)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        rect = QRectF(self.rect())
        paint_card(painter, rect, hover=self.underMouse())
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setPen(QPen(shown.accent, 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 10, 10)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_soft)
        painter.drawRoundedRect(QRectF(18, 18, 24, 24), 6, 6)
        paint_icon(painter, self.tile.icon, QRectF(23, 23, 14, 14), shown.accent)
        space = rect.adjusted(18, 0, -12, 0)
        for text, letters, color, top in (
            (self.text(), theme.font(14, semibold=True), shown.ink, 50),
            (_(self.tile.text), theme.font(12), shown.second, 71),
        ):
            painter.setFont(letters)
            painter.setPen(color)
            fitting = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, space.width())
            painter.drawText(
                QRectF(space.left(), top, space.width(), 22), Qt.AlignmentFlag.AlignVCenter, fitting
            )


class WordButton(PaintedButton):
    """A word to click; painted here, because the style of the controls comes after the first paint."""

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setText(text)
        self.setAccessibleName(text)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(int(QFontMetricsF(theme.font(12)).horizontalAdvance(self.text())) + 4, 28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        painter.setPen(shown.accent if self.underMouse() or self.hasFocus() else shown.second)
        painter.drawText(QRectF(self.rect()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            painter.drawLine(0, self.height() - 4, self.width(), self.height() - 4)


class StartScreen(QWidget):
    """`command` asks for a command by its key, `open_file` for a recent file by its path."""

    command = Signal(str)
    open_file = Signal(str)
    forget_file = Signal(str)
    language_menu = Signal(QWidget)
    theme_menu = Signal(QWidget)

    def __init__(self, language_name: str, theme_name: str, parent: QWidget | None = None) -> None:
        """The names of language and theme as they stand on their buttons."""
        super().__init__(parent)
        column = QVBoxLayout()
        column.setSpacing(24)
        column.addLayout(_title_row())
        column.addLayout(self._tile_row())
        self.recent = RecentList()
        self.recent.chosen.connect(self.open_file)
        self.recent.forgotten.connect(self.forget_file)
        column.addWidget(self.recent)
        column.addLayout(self._foot_row(language_name, theme_name))
        column.addStretch(1)
        middle = QWidget()
        middle.setLayout(column)
        middle.setMaximumWidth(WIDTH)
        inside = QWidget()
        around = QHBoxLayout(inside)
        around.setContentsMargins(24, 56, 24, 24)
        around.addStretch(1)
        around.addWidget(middle, 100)
        around.addStretch(1)
        scroll = QScrollArea()
        scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(inside)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)
        self.message = MessageLine(self)

    def _tile_row(self) -> QGridLayout:
        row = QGridLayout()
        row.setSpacing(16)
        self.tiles = {tile.command: TileButton(tile) for tile in TILES}
        for number, (command, button) in enumerate(self.tiles.items()):
            button.clicked.connect(lambda _checked=False, key=command: self.command.emit(key))
            row.addWidget(button, 0, number)
        return row

    def _foot_row(self, language_name: str, theme_name: str) -> QHBoxLayout:
        self.language_button = WordButton(_("Language: {name} ▾").format(name=language_name))
        self.language_button.clicked.connect(lambda: self.language_menu.emit(self.language_button))
        self.theme_button = WordButton(_("Appearance: {name} ▾").format(name=theme_name))
        self.theme_button.clicked.connect(lambda: self.theme_menu.emit(self.theme_button))
        handbook = WordButton(_("Handbook (F1)"))
        handbook.clicked.connect(lambda: self.command.emit("handbook"))
        row = QHBoxLayout()
        row.setSpacing(24)
        row.addWidget(self.language_button)
        row.addWidget(self.theme_button)
        row.addStretch(1)
        row.addWidget(Label(_("Version {number}").format(number=__version__), ink="second", size=12))
        row.addWidget(handbook)
        return row

    def show_recent(self, files: Sequence[RecentFile], now: datetime) -> None:
        self.recent.show_files(files, now)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = min(720, self.width() - 48)
        height = max(self.message.heightForWidth(width), 44)
        self.message.setGeometry((self.width() - width) // 2, self.height() - height - 24, width, height)


def _title_row() -> QHBoxLayout:
    words = QVBoxLayout()
    words.setSpacing(2)
    words.addWidget(Label("VirtualCIO", size=24, semibold=True))
    words.addWidget(Label(_("IT steering for the management. Your data stays on this device."), ink="second"))
    row = QHBoxLayout()
    row.setSpacing(14)
    row.addWidget(Badge("VC", 44), 0, Qt.AlignmentFlag.AlignVCenter)
    row.addLayout(words, 1)
    return row
