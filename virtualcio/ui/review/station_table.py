"""A list of a station: plain texts and pills, as large as the place where it is read asks for."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QSizePolicy, QStyledItemDelegate, QStyleOptionViewItem

from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.review.sizes import Sizes
from virtualcio.ui.review.station_content import Cell, Rows
from virtualcio.ui.shell import theme

_SIDE = 8
_BETWEEN = 2 * _SIDE + 8  # Qt keeps some px beside a text too
_QT_SIDE = 7  # px of these that a text needs at least
_LEAST = 60  # px of a column of texts
_TWO_LINES = 0.65  # of a column's width: what its texts need on two lines
_HEAD_EDGE = 10  # px above and below a title, as the style has them
_MOST_FIRST = 0.27  # of the width: what the first column keeps if it needs that much


@dataclass(frozen=True)
class _Places:
    """Where everything stands at a width: titles (perhaps on two lines), widths of the columns behind the
    first one, heights of the rows and of the head, in px."""

    titles: tuple[str, ...]
    widths: dict[int, int]
    heights: tuple[int, ...]
    head: int


class StationTable(PlainTable):
    """As high as its rows; the first column takes what the others leave."""

    def __init__(self, sizes: Sizes, name: str, most: int) -> None:
        """`most` rows are shown."""
        super().__init__(name)
        self._sizes, self._most = sizes, most
        self.shown: Rows | None = None
        self.cells: tuple[tuple[Cell, ...], ...] = ()
        self.setFont(theme.font(sizes.body, digits=True))
        self.horizontalHeader().setFont(theme.font(sizes.small))
        self.verticalHeader().setDefaultSectionSize(sizes.row)
        self.setItemDelegate(_CellsWithPills(self))
        self.setWordWrap(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_rows(self, rows: Rows) -> None:
        """Show a list, at most as many rows as the size allows."""
        if self.shown is None or self.shown.header != rows.header:
            self.set_header(rows.header, right=rows.right)
            for column in range(1, len(rows.header)):
                self.horizontalHeader().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self.shown, self.cells = rows, rows.rows[: self._most]
        self.fill([[cell.text for cell in row] for row in self.cells], rows.targets[: self._most])
        self._arrange()
        self.updateGeometry()

    @property
    def left_out(self) -> int:
        """How many rows are not shown."""
        return 0 if self.shown is None else len(self.shown.rows) - len(self.cells)

    def cell(self, row: int, column: int) -> Cell:
        return self.cells[row][column]

    def pill_factor(self) -> float:
        return self._sizes.factor

    def _places(self, whole: int) -> _Places:
        """Columns as wide as their texts. Where that is too much, titles stand on two lines, names too, and
        then each column of texts gives up its share. `whole` is the width in px.
        """
        assert self.shown is not None
        columns, titles = range(1, len(self.shown.header)), self.shown.header
        widths = {column: self._wanted(column, titles) for column in columns}
        first = min(self._wanted(0, titles), whole * _MOST_FIRST)
        if sum(widths.values()) > whole - first:
            titles = tuple(_two_lines(title) for title in titles)
            widths = {column: self._wanted(column, titles) for column in columns}
        texts = {column for column in widths if not self._is_short(column)}
        # names read well on two lines: they give way first
        two_lines = max(self._longest_word(0), first * _TWO_LINES)
        first = min(first, max(whole - sum(widths.values()), two_lines))
        room = whole - first - sum(wide for column, wide in widths.items() if column not in texts)
        most = _level([widths[column] for column in texts], room)
        widths = {column: min(wide, most) if column in texts else wide for column, wide in widths.items()}
        others, left = sum(widths.values()), whole - first
        share = min(1.0, left / others) if others else 0.0
        set_widths = {column: int(wide * share) for column, wide in widths.items()}
        rest = whole - sum(set_widths.values())  # what the first column takes
        rooms = {0: rest, **{column: set_widths[column] for column in texts}}
        return _Places(titles, set_widths, self._heights(rooms), self._head(titles))

    def _heights(self, rooms: dict[int, int]) -> tuple[int, ...]:
        """A text that is longer than the room of its column stands on two lines."""
        letters, one_line = QFontMetricsF(self.font()), self._sizes.row
        return tuple(
            one_line + ceil(letters.lineSpacing())
            if any(
                letters.horizontalAdvance(row[column].text) + 2 * _SIDE + _QT_SIDE > room
                for column, room in rooms.items()
            )
            else one_line
            for row in self.cells
        )

    def _head(self, titles: tuple[str, ...]) -> int:
        more = max(title.count("\n") for title in titles)
        line = QFontMetricsF(theme.font(self._sizes.small)).lineSpacing()
        return max(self._sizes.head + ceil(more * line), ceil((more + 1) * line) + 2 * _HEAD_EDGE)

    def _arrange(self) -> None:
        if self.shown is None or not self.shown.header:
            return
        places = self._places(self.viewport().width())
        if places.titles != self.texts.header:
            self.texts.set_titles(places.titles)
            # a title on two lines would be cut to one if it could end in …
            broken = any("\n" in title for title in places.titles)
            mode = Qt.TextElideMode.ElideNone if broken else Qt.TextElideMode.ElideRight
            self.horizontalHeader().setTextElideMode(mode)
        self.horizontalHeader().setFixedHeight(places.head)
        for column, wide in places.widths.items():
            self.setColumnWidth(column, wide)
        for row, high in enumerate(places.heights):
            self.setRowHeight(row, high)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        """All rows: layouts ask for it before they give the place, so that nothing has to move afterwards."""
        if self.shown is None or not self.shown.header:
            return self._sizes.head
        layout = self._places(width)
        return layout.head + sum(layout.heights) + 2

    def _is_short(self, column: int) -> bool:
        """Figures and pills are read in full; texts may end in …"""
        assert self.shown is not None
        return column in self.shown.right or any(row[column].tone is not None for row in self.cells)

    def _longest_word(self, column: int) -> float:
        letters = QFontMetricsF(self.font())
        words = [word for row in self.cells for word in row[column].text.split()]
        return max((letters.horizontalAdvance(word) for word in words), default=0.0) + _BETWEEN

    def _wanted(self, column: int, titles: Sequence[str]) -> float:
        assert self.shown is not None
        letters = QFontMetricsF(self.font())
        small = QFontMetricsF(theme.font(self._sizes.small))
        widest = max(small.horizontalAdvance(line) for line in titles[column].split("\n"))
        for row in self.cells:
            cell = row[column]
            wide = letters.horizontalAdvance(cell.text)
            if cell.tone is not None:
                wide = pill_width(cell.text, cell.tone) * self._sizes.factor
            widest = max(widest, wide)
        return widest + _BETWEEN

    def sizeHint(self) -> QSize:
        return QSize(320, self.heightForWidth(max(320, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(80, self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()


def _two_lines(title: str) -> str:
    """Broken behind its first word."""
    return title.replace(" ", "\n", 1)


def _level(widths: Sequence[float], room: float) -> float:
    """How wide a column may be so that all fit: the widest give way, the narrow ones keep what they need."""
    most, left, count = max(widths, default=0.0), max(room, len(widths) * _LEAST), len(widths)
    if sum(widths) <= left:
        return most
    for wide in sorted(widths):
        if wide * count >= left:
            return left / count
        left, count = left - wide, count - 1
    return most


class _CellsWithPills(QStyledItemDelegate):
    """The status of a row stands as sign and word."""

    def __init__(self, table: StationTable) -> None:
        super().__init__(table)
        self._table = table

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().initStyleOption(option, index)
        option.rect = option.rect.adjusted(_SIDE, 0, -_SIDE, 0)
        if self._table.cell(index.row(), index.column()).tone is not None:
            option.text = ""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().paint(painter, option, index)
        cell = self._table.cell(index.row(), index.column())
        rect = option.rect
        painter.save()
        painter.setPen(theme.current().faint)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if cell.tone is not None and cell.text:
            factor = self._table.pill_factor()
            painter.translate(rect.left() + _SIDE, rect.center().y() + 0.5)
            painter.scale(factor, factor)
            paint_pill(painter, 0, 0, cell.text, cell.tone, most=(rect.width() - 2 * _SIDE) / factor)
        painter.restore()
