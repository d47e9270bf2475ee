"""Why an initiative stands where it stands: what its benefit is made of, to the hundredth, and what else."""

from collections.abc import Sequence
from functools import partial
from itertools import groupby

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.ranking_words import WhyLine, why_rank, why_title
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.text_link import TextLink

_TWO_COLUMNS = 460  # px of width that two columns of reasons need
_POINTS = 54  # px, '+100,00'


class WhyCard(Card):
    """`opened` gives kind and key of what a reason leads to; `details` and `planned` the initiative."""

    opened = Signal(object, str)
    details = Signal(str)
    planned = Signal(str)

    def __init__(self) -> None:
        super().__init__(" ", " ")
        self.title_label.setWordWrap(True)
        self.header.setStretch(0, 1)
        self.header.setStretch(1, 0)
        self._key = ""
        self._lines: Sequence[WhyLine] = ()
        self.links: list[TextLink] = []
        self._two = True
        self._scroll = ScrollColumn()
        self._grids: list[QGridLayout] = []
        self.body.addWidget(self._scroll, 1)
        self.details_button = Button(_("Details"), lambda: self.details.emit(self._key))
        self.plan_button = Button(_("Onto the roadmap"), lambda: self.planned.emit(self._key))
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.details_button)
        buttons.addWidget(self.plan_button)
        buttons.addStretch(1)
        self.body.addLayout(buttons)

    def show_ranked(self, company: OpenCompany, ranked: Ranked | None) -> None:
        """The reasons of one initiative; None: nothing is chosen."""
        for button in (self.details_button, self.plan_button):
            button.setVisible(ranked is not None)
        if ranked is None:
            self._key, self._lines = "", ()
            self.set_title(_("Choose an initiative to see why it stands there."))
            self.set_note("")
        else:
            self._key, self._lines = ranked.initiative_id, why_rank(company, ranked)
            self.set_title(why_title(company, ranked))
            self.set_note(
                _("Benefit {benefit}, size {size}").format(
                    benefit=formats.number(ranked.benefit, 2), size=formats.number(ranked.size)
                )
            )
        self._show_lines()

    def _show_lines(self) -> None:
        """Why it must be done, the parts of its benefit in up to two columns, and what else there is."""
        self._scroll.clear()
        self.links = []
        for _has_points, lines in groupby(self._lines, lambda line: line.points is not None):
            self._scroll.column.addWidget(self._block(list(lines)))
        self._scroll.column.addStretch(1)
        self._scroll.verticalScrollBar().setValue(0)

    def _block(self, lines: Sequence[WhyLine]) -> QWidget:
        block = QWidget()
        grid = QGridLayout(block)
        grid.setContentsMargins(0, 0, 0, 6)
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(4)
        columns = 2 if self._two and len(lines) > 1 else 1
        for column in range(columns):
            grid.setColumnStretch(column, 1)
        for at, line in enumerate(lines):
            widget = self._line(line)
            grid.addWidget(widget, at // columns, at % columns, Qt.AlignmentFlag.AlignTop)
        return block

    def _line(self, line: WhyLine) -> QWidget:
        widget = QWidget()
        row = QHBoxLayout(widget)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        if line.points is not None:
            points = Label(line.points_text, semibold=True, digits=True)
            points.setFixedWidth(_POINTS)
            points.setAlignment(Qt.AlignmentFlag.AlignRight)  # so that the decimal points stand in line
            row.addWidget(points, 0, Qt.AlignmentFlag.AlignTop)
        ink = "ink" if line.points is not None else "second"
        if line.target is None:
            row.addWidget(Label(line.text, ink=ink, wrap=True), 1)
        else:
            link = TextLink(line.text, ink=ink)
            self.links.append(link)
            link.clicked.connect(partial(self.opened.emit, *line.target))
            row.addWidget(link, 1)
        return widget

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        two = self.width() >= _TWO_COLUMNS
        if two is not self._two:
            self._two = two
            self._show_lines()
