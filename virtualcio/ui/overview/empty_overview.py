"""The overview of a company without any inventory yet: what will stand here, and the three ways in."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.shell import theme

_WIDEST = 980


class EmptyOverview(QWidget):
    """Three cards side by side: take over a list, type it in, begin with the contracts."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        title = Label(
            _("A first honest picture in a quarter of an hour"),
            size=18,
            semibold=True,
            wrap=True,
        )
        text = Label(
            _(
                "What is overdue, what falls due when and what it costs, which contract needs a decision. "
                "For that the program needs a list of your devices; a rough one is enough to begin with."
            ),
            ink="second",
            wrap=True,
        )
        self.ways = (
            _Way(
                "table-2",
                _("Import a list"),
                _("From Excel or CSV, as it is. You see beforehand what was understood and what was not."),
                Button(_("Choose list…"), lambda: shell.go("import"), primary=True),
            ),
            _Way(
                "server",
                _("Type in the first asset"),
                _("Begin with what would hurt most if it stood still, such as your most important server."),
                Button(_("Enter asset"), lambda: shell.go("inventory", tab="assets")),
            ),
            _Way(
                "file-text",
                _("Begin with the contracts"),
                _("Start, term and notice period are enough, and no last day of notice slips by any more."),
                Button(_("Enter contract"), lambda: shell.go("inventory", tab="contracts")),
            ),
        )
        row = QHBoxLayout()
        row.setSpacing(16)
        for way in self.ways:
            row.addWidget(way, 1)
        box = QWidget()
        box.setMaximumWidth(_WIDEST)
        box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        column = QVBoxLayout(box)
        column.setSpacing(12)
        column.addWidget(title)
        column.addWidget(text)
        column.addSpacing(8)
        column.addLayout(row)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(box, 20)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(2)


class _Way(Card):
    """One way in: icon, what it is, and its button."""

    def __init__(self, icon: str, title: str, text: str, button: Button) -> None:
        super().__init__()
        self.button = button
        self.body.addWidget(_Icon(icon))
        self.body.addWidget(Label(title, size=13.5, semibold=True, wrap=True))
        self.body.addWidget(Label(text, ink="second", size=12, wrap=True))
        self.body.addStretch(1)
        self.body.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)


class _Icon(QWidget):
    """A tinted icon on a soft square."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self.setFixedSize(36, 36)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(shown.accent_soft)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
        paint_icon(painter, self._name, QRectF(8, 8, 20, 20), shown.accent)
