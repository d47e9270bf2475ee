"""The header line of a table of records: titles, sign of the sorted column, widths that fill the place."""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHeaderView, QTableView

from virtualcio.texts import translate
from virtualcio.ui.common.record_delegate import SIDE
from virtualcio.ui.common.record_model import RIGHT_ALIGNED, RecordModel
from virtualcio.ui.shell import theme

HEIGHT = 36
NARROWEST = 56
_ARROW = 10


class RecordHeader(QHeaderView):
    """Columns share the place that is left over until somebody sets a width; then the last one takes it."""

    def __init__(self, model: RecordModel, table: QTableView) -> None:
        super().__init__(Qt.Orientation.Horizontal, table)
        self._table = table
        self._model = model
        self._wanted: dict[str, int] = {}
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
        """Show these widths again."""
        self._wanted = dict(widths)
        self._by_hand = bool(widths)
        self.fit()

    def fit(self) -> None:
        """Spread the columns over the place there is; they never become narrower than they want to be."""
        columns = self._model.columns
        if not columns or self.count() != len(columns):
            return
        wanted = [max(NARROWEST, self._wanted.get(column.key, column.width)) for column in columns]
        left_over = self._table.viewport().width() - sum(wanted)
        if left_over > 0 and not self._by_hand:
            total = sum(wanted)
            shares = [left_over * width // total for width in wanted]
            wanted = [width + share for width, share in zip(wanted, shares, strict=True)]
            left_over -= sum(shares)
        if left_over > 0:
            wanted[-1] += left_over
        self._fitting = True
        for at, width in enumerate(wanted):
            self.resizeSection(at, width)
        self._fitting = False

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
        title = letters.elidedText(translate(column.title), Qt.TextElideMode.ElideRight, inner.width() + 1)
        right = column.kind in RIGHT_ALIGNED
        painter.setFont(font)
        painter.setPen(shown.ink if is_sorted else shown.second)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, title)
        if sorted_by is not None and is_sorted:
            x = inner.right() + 5.0 if right else inner.left() + letters.horizontalAdvance(title) + 5
            self._arrow(painter, QPointF(x, rect.center().y()), down=sorted_by[1])
        painter.restore()

    @staticmethod
    def _arrow(painter: QPainter, spot: QPointF, *, down: bool) -> None:
        tip = 3.0 if down else -3.0
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.current().ink, 1.5))
        points = [QPointF(0, -tip / 2), QPointF(3.5, tip / 2), QPointF(7, -tip / 2)]
        painter.drawPolyline(QPolygonF([spot + point for point in points]))
