"""The overview of a company without any inventory yet: two ways in, and one for those who want neither."""

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

_WIDEST = 860


class EmptyOverview(QWidget):
    """Two large cards: the first talk, an Excel list; below them the way into the tables."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        title = Label(_("How would you like to begin?"), size=18, semibold=True, wrap=True)
        text = Label(
            _(
                "Both ways lead to a first honest picture: what hurts, what falls due when, what it costs. "
                "You can go the other one later; nothing is asked twice."
            ),
            ink="second",
            wrap=True,
        )
        self.talk_button = Button("", lambda: _go_to_talk(shell), primary=True)
        self.ways = (
            _Way(
                "compass",
                _("First talk (20 minutes)"),
                _(
                    "Questions in plain words, without knowing IT. At the end there is one page: what to "
                    "begin with, what is due, and who should see to it."
                ),
                self.talk_button,
            ),
            _Way(
                "table-2",
                _("Import an Excel list"),
                _("From Excel or CSV, as it is. You see beforehand what was understood and what was not."),
                Button(_("Choose list…"), lambda: shell.go("import")),
            ),
        )
        look_around = Button(
            _("Look around yourself"), lambda: shell.go("inventory", tab="assets"), quiet=True
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
        column.addWidget(look_around, 0, Qt.AlignmentFlag.AlignLeft)
        self.look_around = look_around
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(box, 20)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(24, 24, 24, 24)
        whole.addStretch(1)
        whole.addLayout(across)
        whole.addStretch(2)

    def show_company(self, shell: Shell) -> None:
        """A talk that has begun is gone on with; one that is done leads to its page.

        Not asked before the overview has to show this: of a full company the talk needs all findings.
        """
        company = shell.company
        talk = None if company is None else company.results.first_talk
        if talk is None or not talk.said:
            self.talk_button.setText(_("Begin the talk"))
        elif talk.complete:
            self.talk_button.setText(_("To the page of the talk"))
        else:
            self.talk_button.setText(_("Go on with the talk"))


def _go_to_talk(shell: Shell) -> None:
    company = shell.company
    done = company is not None and company.results.first_talk.complete
    shell.go("first_talk", tab="result" if done else "questions")


class _Way(Card):
    """One way in: icon, what it is, and its button."""

    def __init__(self, icon: str, title: str, text: str, button: Button) -> None:
        super().__init__()
        self.button = button
        self.body.addWidget(_Icon(icon))
        self.body.addWidget(Label(title, size=16, semibold=True, wrap=True))
        self.body.addWidget(Label(text, ink="second", size=13, wrap=True))
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
