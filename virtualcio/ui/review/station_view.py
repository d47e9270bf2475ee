"""Shows the content of a station: large figures in a row, lists, curves and sentences below them."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_card import ChartCard
from virtualcio.ui.common.chart_lines import LineChart
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.review.sizes import WINDOW, Sizes
from virtualcio.ui.review.station_content import Content, Curve, Fact, Rows
from virtualcio.ui.review.station_table import StationTable
from virtualcio.ui.shell import theme

_CURVE = 150  # px of height in the window, at least
_LARGE_CURVE = 118  # as much in a meeting, times the factor: its axis is to be seen without scrolling
_AROUND = 150  # px beside the rows of a list and the curve itself: titles, edges and the line below the list
_FEWEST = 2  # rows above a curve
_SIGN = 11


class LargeChart(QWidget):
    """A chart painted larger than in the window, with thicker lines and larger letters."""

    def __init__(self, chart: LineChart, factor: float) -> None:
        super().__init__()
        self._chart, self._factor = chart, factor
        chart.setParent(self)
        chart.hide()
        self.setAccessibleName(chart.title)
        self.setMinimumHeight(round(_LARGE_CURVE * factor))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self._factor, self._factor)
        area = QRectF(0, 0, self.width() / self._factor, self.height() / self._factor)
        self._chart.paint_chart(painter, area, theme.current(), None)


class FactBox(QWidget):
    """Title, figure and the line below it, with the sign of its tone."""

    def __init__(self, fact: Fact, sizes: Sizes) -> None:
        super().__init__()
        self._fact, self._sizes = fact, sizes
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(round(2 * sizes.factor))
        column.addWidget(ElidedLabel(fact.title, ink="second", size=sizes.small))
        self.value = Label(fact.value, size=sizes.figure, semibold=True, digits=True)
        column.addWidget(self.value)
        ink = "second" if fact.tone is Tone.NEUTRAL else fact.tone.value
        self.detail = Label(fact.detail, ink=ink, size=sizes.small, wrap=True)
        signed = fact.tone is not Tone.NEUTRAL and bool(fact.detail)
        self.detail.setContentsMargins(round((_SIGN + 6) * sizes.factor) if signed else 0, 0, 0, 0)
        self.detail.setVisible(bool(fact.detail))
        column.addWidget(self.detail)
        column.addStretch(1)
        self.setAccessibleName(f"{fact.title}: {fact.value} {fact.detail}".strip())

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._fact.tone is Tone.NEUTRAL or not self._fact.detail:
            return
        painter, size = QPainter(self), _SIGN * self._sizes.factor
        line = self.detail.geometry()
        middle = line.top() + self.detail.fontMetrics().height() / 2
        paint_sign(painter, QPointF(line.left() + size / 2, middle), self._fact.tone, size)


class SaidLine(QWidget):
    """A sentence with the sign of its tone before it."""

    def __init__(self, words: str, tone: Tone, sizes: Sizes) -> None:
        super().__init__()
        self._tone, self._size = tone, _SIGN * sizes.factor
        neutral = tone is Tone.NEUTRAL
        self.words = Label(words, ink="second" if neutral else "ink", size=sizes.body, wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0 if neutral else round(self._size + 9), 0, 0, 0)
        column.addWidget(self.words)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._tone is not Tone.NEUTRAL:
            middle = self.words.geometry().top() + self.words.fontMetrics().height() / 2
            paint_sign(QPainter(self), QPointF(self._size / 2, middle), self._tone, self._size)


class StationView(ScrollColumn):
    """`opened` gives what a row leads to, on Enter or a double click."""

    opened = Signal(object, str)

    def __init__(self, sizes: Sizes = WINDOW) -> None:
        super().__init__()
        self._sizes = sizes
        self.column.setSpacing(sizes.gap)
        self.tables: list[StationTable] = []
        self.facts: list[FactBox] = []
        self.curve: LineChart | None = None
        self._beside_curve = sizes.beside_curve
        self._content: Content | None = None

    @property
    def content(self) -> Content | None:
        """What is shown."""
        return self._content

    def show_content(self, content: Content) -> None:
        """Show a station; nothing is built anew if it says the same as before."""
        if content == self._content:
            return
        self._content = content
        self._build(content)

    def _build(self, content: Content) -> None:
        at = self.verticalScrollBar().value()
        self.clear()
        self.tables, self.facts, self.curve = [], [], None
        if content.facts:
            self.column.addWidget(self._facts_card(content.facts))
        most = self._sizes.rows if content.curve is None else self._beside_curve
        for rows in content.lists:
            if rows.rows or rows.empty:
                self.column.addWidget(self._list_card(rows, most))
        if content.curve is not None:
            self.column.addWidget(self._curve_card(content.curve, content.said), 1)
        elif content.said:
            self.column.addWidget(self._said_card(content))
        if content.curve is None:
            self.column.addStretch(1)
        self.verticalScrollBar().setValue(at)

    def _card(self, title: str = "", note: str = "") -> Card:
        card = Card(title, note, padding=self._sizes.padding)
        card.title_label.setFont(theme.font(self._sizes.title, semibold=True))
        card.note_label.setFont(theme.font(self._sizes.small))
        card.note_label.setMinimumWidth(1)  # the window may get narrower than the words
        return card

    def _facts_card(self, facts: tuple[Fact, ...]) -> Card:
        card = self._card()
        row = QHBoxLayout()
        row.setSpacing(round(self._sizes.gap * 1.5))
        for fact in facts:
            box = FactBox(fact, self._sizes)
            self.facts.append(box)
            row.addWidget(box, 1, Qt.AlignmentFlag.AlignTop)
        card.body.addLayout(row)
        return card

    def _list_card(self, rows: Rows, most: int) -> Card:
        card = self._card(rows.title, rows.note)
        if not rows.rows:
            card.body.addWidget(Label(rows.empty, ink="second", size=self._sizes.body, wrap=True))
            return card
        table = StationTable(self._sizes, rows.title, most)
        table.show_rows(rows)
        table.opened.connect(lambda target: self.opened.emit(*target))
        self.tables.append(table)
        card.body.addWidget(table)
        if table.left_out:
            words = _("and {count} more").format(count=table.left_out)
            card.body.addWidget(Label(words, ink="second", size=self._sizes.small))
        return card

    def _curve_card(self, curve: Curve, said: tuple[tuple[str, Tone], ...]) -> Card:
        chart = LineChart(curve.title, _("There is no curve yet."))
        chart.show_data(curve.lines)
        self.curve = chart
        card: Card
        if self._sizes is WINDOW:
            card = ChartCard(chart)
            card.show_data(curve.lines)
            chart.setMinimumHeight(_CURVE)
        else:
            card = self._card(curve.title)
            card.body.addWidget(LargeChart(chart, self._sizes.factor), 1)
        for words, tone in said:
            card.body.addWidget(SaidLine(words, tone, self._sizes))
        return card

    def _said_card(self, content: Content) -> Card:
        card = self._card(content.said_title or _("Since the last review"))
        for words, tone in content.said:
            card.body.addWidget(SaidLine(words, tone, self._sizes))
        return card

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a low window a list has fewer rows, so that the curve below it is seen without scrolling."""
        super().resizeEvent(event)
        sizes, content = self._sizes, self._content
        others = sizes.gap + sizes.head + round((_CURVE + _AROUND) * sizes.factor)
        fitting = (self.height() - others) // sizes.row
        wanted = max(_FEWEST, min(sizes.beside_curve, fitting))
        if wanted != self._beside_curve:
            self._beside_curve = wanted
            if content is not None and content.curve is not None:
                self._build(content)

    def sizeHint(self) -> QSize:
        return QSize(400, 300)
