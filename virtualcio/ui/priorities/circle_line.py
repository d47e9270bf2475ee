"""A line on top that names a circle of initiatives which wait for each other, with the way out."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.circle_words import circle_words
from virtualcio.actions.priorities.dependency_plan import last_link_of
from virtualcio.model import InitiativeDependency
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme


class CircleLine(QWidget):
    """Hidden while there is no circle; `cut` gets the dependency that closes the first one."""

    def __init__(self, cut: Callable[[InitiativeDependency], object]) -> None:
        super().__init__()
        self._cut = cut
        self._link: InitiativeDependency | None = None
        self.words = Label(ink="act", wrap=True)
        self.button = Button(_("Undo the last of these links"), self._on_button)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 8, 8, 8)
        row.setSpacing(12)
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)

    def show_circles(self, company: OpenCompany, circles: tuple[tuple[str, ...], ...]) -> None:
        """The first of them; the next one follows when it is gone."""
        self.setVisible(bool(circles))
        self._link = last_link_of(company, circles[0]) if circles else None
        self.button.setVisible(self._link is not None)
        if circles:
            words = _("None of these can begin, because they wait for each other: {circle}.")
            self.words.setText(words.format(circle=circle_words(company, circles[0])))

    def _on_button(self) -> None:
        if self._link is not None:
            self._cut(self._link)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().act_soft)
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)
