"""The header line of a table of records: titles, sign of the sorted column, widths that fill the place."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView

from virtualcio.actions.columns import Column, Kind
from virtualcio.texts import translate
from virtualcio.ui.common.pill import pill_width
from virtualcio.ui.common.record_delegate import SIDE
from virtualcio.ui.common.record_model import RIGHT_ALIGNED, RecordModel
from virtualcio.ui.shell import theme

HEIGHT = 36
NARROWEST = 56
_ARROW = 10
_WIDEST = 280
_STEP = 4
_EASY = 190  # px of the names, when a table is too wide for its place
_LOOKED_AT = 60  # rows
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
        else:
            widths = self._shared(room)
        widths[-1] += max(0, room - sum(widths))
        self._fitting = True
        for at, width in enumerate(widths):
            self.resizeSection(at, width)
        self._fitting = False

    def _shared(self, room: int) -> list[int]:
        """As wide as what stands in the first rows; what lacks or is left over is shared by the texts,
        names last."""
        columns = self._model.columns
        widths = [self._content_width(column) for column in columns]
        name = self._model.table.name_field
        texts = [at for at, column in enumerate(columns) if column.kind in _GIVING]
        names = [at for at in texts if columns[at].field == name]
        others = [at for at in texts if at not in names]
        lacking = sum(widths) - room
        easy = list(widths)
        for group, least in ((others, 150), (names, 190), (others, 110), (names, 150), (others, 84)):  # px
            while lacking > 0 and group and max(widths[at] for at in group) > least:
                widest = max(group, key=lambda at: widths[at])
                widths[widest] -= min(lacking, _STEP)
                lacking -= _STEP
            if least == _EASY:
                easy = list(widths)
        if lacking > 0:  # it has to be scrolled anyhow, so that nothing needs to be squeezed
            return easy
        left_over = room - sum(widths)
        if left_over > 0:
            total = sum(widths)
            widths = [width + left_over * width // total for width in widths]
        return widths

    def _content_width(self, column: Column) -> int:
        found = self._content.get(column.key)
        if found is None:
            texts = self._model.texts
            letters = QFontMetricsF(theme.font(13, medium=column.field == self._model.table.name_field))
            wide = (
                QFontMetricsF(theme.font(11.5, medium=True)).horizontalAdvance(translate(column.title)) + 14
            )
            for record in self._model.rows[:_LOOKED_AT]:
                if column.kind is Kind.STATUS:
                    status = texts.status(column, record)
                    wide = max(wide, pill_width(status.text, status.tone) if status is not None else 0)
                else:
                    wide = max(wide, letters.horizontalAdvance(texts.text(column, record).partition("\n")[0]))
            found = self._content[column.key] = max(NARROWEST, min(_WIDEST, int(wide) + 2 * SIDE + 2))
        return found

    def _on_resized(self, at: int, _before: int, now: int) -> None:
        if self._fitting or not 0 <= at < len(self._model.columns):
            return
        if not self._by_hand:
            self._wanted = {column.key: self.sectionSize(n) for n, column in enumerate(self._model.columns)}
            self._by_hand = True
        self._wanted[self._model.columns[at].key] = now

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), HEIGHT)

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
    """A title of several words may stand on two lines."""
    letters = QFontMetricsF(theme.font(11.5, medium=True))
    words = title.split()
    longest = max((letters.horizontalAdvance(word) for word in words), default=0.0)
    whole = letters.horizontalAdvance(title)
    return whole if len(words) < 2 else max(longest, whole * 0.62)
