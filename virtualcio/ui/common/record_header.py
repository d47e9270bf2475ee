"""The header line of a table of records: titles, sign of the sorted column, widths that fill the place."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView

from virtualcio.actions.cells import missing_words
from virtualcio.actions.columns import Column, Kind
from virtualcio.model import Record
from virtualcio.texts import translate
from virtualcio.ui.common.pill import pill_width
from virtualcio.ui.common.record_delegate import SIDE, font_of
from virtualcio.ui.common.record_model import RIGHT_ALIGNED, RecordModel
from virtualcio.ui.shell import theme

HEIGHT = 36
HIGH = 44  # with a title on two lines
NARROWEST = 56
_ARROW = 10
_WIDEST = 280
_WIDEST_NAME = 340
_READABLE = 150  # px from which a shortened text still says something
_READABLE_NAME = 230
_STEP = 4
_EASY = 190  # px of the names, when a table is too wide for its place
_LOOKED_AT = 60  # rows
_FEW = 8  # rows, up to which every one of them counts
_GIVING = frozenset({Kind.TEXT, Kind.LONG_TEXT, Kind.REFERENCE, Kind.LINKS, Kind.CHOICE})


class RecordHeader(QHeaderView):
    """Columns share the place that is left over until somebody sets a width; then the last one takes it."""

    def __init__(self, model: RecordModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._model = model
        self._wanted: dict[str, int] = {}
        self._content: dict[str, int] = {}
        self._by_hand = False
        self.leaves_out = True  # spare columns, where the place is narrow; until somebody chooses columns
        self._fitting = False
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(NARROWEST)
        self.setFixedHeight(HEIGHT)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(translate(model.table.plural))
        self.sectionResized.connect(self._on_resized)

    def widths(self) -> Mapping[str, int]:
        """What somebody set by hand, by column key; empty if nobody did."""
        return dict(self._wanted) if self._by_hand else {}

    def take_widths(self, widths: Mapping[str, int]) -> None:
        """Show these widths again; none: as wide as what stands in them."""
        self._content.clear()
        self._wanted = dict(widths)
        self._by_hand = bool(widths)
        self.fit()

    def fit(self) -> None:
        """Spread the columns over the place there is."""
        columns = self._model.columns
        if not columns or self.count() != len(columns):
            return
        room = self._table.viewport().width()
        if self._by_hand:
            widths = [max(NARROWEST, self._wanted.get(column.key, column.width)) for column in columns]
            shown = [at for at, one in enumerate(columns) if one.key in self._wanted or not self.leaves_out]
        else:
            shown = self._with_room(room)
            widths = [0] * len(columns)
            for at, width in zip(shown, self._shared(shown, room), strict=True):
                widths[at] = width
        shown = shown or list(range(len(columns)))
        widths[shown[-1]] += max(0, room - sum(widths))
        self._fitting = True
        for at, width in enumerate(widths):
            self.setSectionHidden(at, at not in shown)
            if at in shown:
                self.resizeSection(at, width)
        self._fitting = False
        self._make_high(shown)

    def widen(self) -> None:
        """After a change: spread anew if something no longer fits; for less than before nothing moves."""
        if self._by_hand or self.count() != len(self._model.columns):
            return
        self._content.clear()
        shown = [at for at in range(self.count()) if not self.isSectionHidden(at)]
        if any(self._content_width(self._model.columns[at]) > self.sectionSize(at) for at in shown):
            self.fit()

    def _make_high(self, shown: Sequence[int]) -> None:
        """High enough for a title on two lines."""
        letters = QFontMetricsF(theme.font(11.5, medium=True))
        titles = [(translate(self._model.columns[at].title), self.sectionSize(at)) for at in shown]
        broken = any(
            " " in title and letters.horizontalAdvance(title) > width - 2 * SIDE + 1
            for title, width in titles
        )
        self.setFixedHeight(HIGH if broken else HEIGHT)

    def _with_room(self, room: int) -> list[int]:
        """Which columns to show: all, without the spare ones from the right where one could not read them."""
        columns = self._model.columns
        shown = list(range(len(columns)))
        needed_widths = [min(self._content_width(one), self._readable(one)) for one in columns]
        if self.leaves_out:
            for at in reversed(range(len(columns))):
                if columns[at].spare and sum(needed_widths[one] for one in shown) > room:
                    shown.remove(at)
        return shown

    def _readable(self, column: Column) -> int:
        if column.field == self._model.table.name_field:
            return _READABLE_NAME
        return _READABLE if column.kind in _GIVING else _WIDEST

    def _shared(self, shown: Sequence[int], room: int) -> list[int]:
        """As wide as what stands in the first rows; what lacks is taken from the texts, from names last, and
        what is left over goes to all, most of it to names."""
        columns = [self._model.columns[at] for at in shown]
        widths = [self._content_width(column) for column in columns]
        name = self._model.table.name_field
        names = [at for at, column in enumerate(columns) if column.field == name]
        links = [at for at, column in enumerate(columns) if column.kind is Kind.LINKS]
        texts = [at for at, column in enumerate(columns) if column.kind in _GIVING and at not in names]
        lacking = sum(widths) - room
        for group, least in (
            (links, 170), (names, 260), (texts, 150), (texts, 125), (names, _EASY), (texts, 98), (names, 150),
            (texts, 84),
        ):  # px  # fmt: skip
            while lacking > 0 and group and max(widths[at] for at in group) > least:
                widest = max(group, key=lambda at: widths[at])
                step = min(lacking, _STEP)
                widths[widest] -= step
                lacking -= step
            if least == _EASY:
                easy = list(widths)
        if lacking > 0:  # it has to be scrolled anyhow, so that nothing needs to be squeezed
            return easy
        width_shares = [width * (2 if at in names else 1) for at, width in enumerate(widths)]
        left_over, whole = max(0, room - sum(widths)), sum(width_shares)
        return [width + left_over * share // whole for width, share in zip(widths, width_shares, strict=True)]

    def _content_width(self, column: Column) -> int:
        found = self._content.get(column.key)
        if found is None:
            widths = sorted(self._width_of(column, record) for record in self._model.rows[:_LOOKED_AT])
            usual = widths[len(widths) * 9 // 10] if len(widths) > _FEW else 1e9
            wide = min(widths[-1], usual * 1.5) if widths else 0.0  # one odd name pushes nobody out
            wide = max(wide, _title_width(translate(column.title)))
            most = _WIDEST_NAME if column.field == self._model.table.name_field else _WIDEST
            found = self._content[column.key] = max(NARROWEST, min(most, int(wide) + 2 * SIDE + 2))
        return found

    def _width_of(self, column: Column, record: Record) -> float:
        texts = self._model.texts
        if column.kind is Kind.STATUS:
            status = texts.status(column, record)
            return pill_width(status.text, status.tone) if status is not None else 0.0
        letters = QFontMetricsF(font_of(self._model.table, column))
        if column.kind is Kind.LINKS:
            names = texts.shown_names(column, record)
            more = f" +{len(names) - 1}" if len(names) > 1 else ""
            return letters.horizontalAdvance(names[0] + more) if names else 0.0
        line = texts.text(column, record).partition("\n")[0]
        return letters.horizontalAdvance(line or missing_words(self._model.company, column, record))

    def _on_resized(self, at: int, _before: int, now: int) -> None:
        if self._fitting or not 0 <= at < len(self._model.columns):
            return
        if not self._by_hand:
            self._wanted = {
                column.key: self.sectionSize(n)
                for n, column in enumerate(self._model.columns)
                if not self.isSectionHidden(n)
            }
            self._by_hand = True
        self._wanted[self._model.columns[at].key] = now

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self.minimumHeight())

    def paintSection(self, painter: QPainter, rect: QRect, at: int) -> None:
        if not rect.isValid() or not 0 <= at < len(self._model.columns):
            return
        shown = theme.current()
        column = self._model.columns[at]
        painter.save()
        painter.fillRect(rect, shown.card)
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        sorted_by = self._model.sorted_by
        is_sorted = sorted_by is not None and sorted_by[0] == column.key
        font = theme.font(11.5, medium=True)
        inner = rect.adjusted(SIDE, 0, -SIDE - (_ARROW + 4 if is_sorted else 0), 0)
        letters = QFontMetricsF(font)
        title = translate(column.title)
        broken = letters.horizontalAdvance(title) > inner.width() + 1 and " " in title
        if not broken:
            title = letters.elidedText(title, Qt.TextElideMode.ElideRight, inner.width() + 1)
        right = column.kind in RIGHT_ALIGNED
        painter.setFont(font)
        painter.setPen(shown.ink if is_sorted else shown.second)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        wrap = Qt.TextFlag.TextWordWrap if broken else Qt.TextFlag.TextSingleLine
        painter.drawText(inner, int(side | Qt.AlignmentFlag.AlignVCenter) | int(wrap), title)
        if sorted_by is not None and is_sorted:
            wide = min(inner.width(), letters.horizontalAdvance(title))
            x = inner.right() + 5.0 if right or broken else inner.left() + wide + 5
            self._arrow(painter, QPointF(x, rect.center().y()), down=sorted_by[1])
        painter.restore()

    @staticmethod
    def _arrow(painter: QPainter, spot: QPointF, *, down: bool) -> None:
        tip = 3.0 if down else -3.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().ink, 1.5))
        points = [QPointF(0, -tip / 2), QPointF(3.5, tip / 2), QPointF(7, -tip / 2)]
        painter.drawPolyline(QPolygonF([spot + point for point in points]))


def _title_width(title: str) -> float:
    """A title of several words may stand on two lines, broken where that is narrowest."""
    letters = QFontMetricsF(theme.font(11.5, medium=True))
    words = title.split()
    breaks = [(" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words))]
    if not breaks:
        return letters.horizontalAdvance(title)
    return min(max(letters.horizontalAdvance(line) for line in lines) for lines in breaks)
