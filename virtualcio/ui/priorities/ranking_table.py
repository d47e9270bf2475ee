"""The ranking as a table: rank, name, kind, benefit as a bar (or why it must be done), effort, span."""

import math
from collections.abc import Sequence

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget, QWidget

from virtualcio import formats
from virtualcio.actions.priorities.ranking_rows import RankingRow
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.pill import paint_pill, paint_sign
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.shell import theme

ROW_HEIGHT = 34
RANK, NAME, KIND, BENEFIT, EFFORT, SPAN = range(6)
_WIDTHS = (46, 0, 112, 112, 142, 70)
_TIGHT_WIDTHS = (46, 0, 108, 112, 84, 0)  # where there is little room span and person-days are left out
_NARROW_WIDTHS = (46, 0, 108, 100, 0, 0)  # nor the effort, which the matrix shows
_ROOMY, _NARROW = 660, 500  # px
_LEAST_NAME = 170  # px that names keep when reasons of a must need more room
_BAR, _BAR_HEIGHT = 46.0, 6.0
_SIDE = 8
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight
Index = QModelIndex | QPersistentModelIndex


class RankingTable(PlainTable):
    """`chosen` gives the key of the row that was walked to; `opened` that of a double click or Enter."""

    chosen = Signal(str)
    span_shown = Signal(bool)

    def __init__(self) -> None:
        header = (_("Rank"), _("Initiative"), _("Kind"), _("Benefit"), _("Effort"), _("Span"))
        super().__init__(_("Ranking"), header, _WIDTHS, right=(EFFORT, SPAN))
        self.shown: tuple[RankingRow, ...] = ()
        self._widths = _WIDTHS
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setItemDelegate(_RankingDelegate(self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        span = _("Best and worst rank if the weights and strengths were a little different")
        self.texts.set_help(SPAN, span)
        self.currentCellChanged.connect(self._on_current)

    def show_rows(self, rows: Sequence[RankingRow]) -> None:
        """Show these rows; the one that was current stays so if it is still there."""
        kept = self.current_key()
        self.blockSignals(True)
        self.shown = tuple(rows)
        self.fill([_texts(row) for row in rows], [row.initiative_id for row in rows])
        self.blockSignals(False)
        if kept:
            self.select(kept)
        self._fit()
        self.viewport().update()

    def current_key(self) -> str:
        """Key of the current row, "" if there is none."""
        row = self.currentRow()
        return self.shown[row].initiative_id if 0 <= row < len(self.shown) else ""

    def select(self, initiative_id: str) -> None:
        """Make its row the current one, without saying so."""
        for at, row in enumerate(self.shown):
            if row.initiative_id == initiative_id and at != self.currentRow():
                self.blockSignals(True)
                self.setCurrentCell(at, NAME)
                self.blockSignals(False)
                self.viewport().update()

    def _on_current(self, row: int, _column: int, before: int, _column_before: int) -> None:
        if row != before and 0 <= row < len(self.shown):
            self.chosen.emit(self.shown[row].initiative_id)

    @property
    def whole_height(self) -> int:
        """px that all rows need."""
        return self.horizontalHeader().sizeHint().height() + ROW_HEIGHT * len(self.shown) + 4

    def sizeHint(self) -> QSize:
        return QSize(520, 30 + ROW_HEIGHT * 6)

    def minimumSizeHint(self) -> QSize:
        return QSize(340, 30 + ROW_HEIGHT * 3)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.viewport().width() >= _ROOMY
        self.setColumnHidden(SPAN, not roomy)
        self.span_shown.emit(roomy)
        narrow = self.viewport().width() < _NARROW
        self.setColumnHidden(EFFORT, narrow)
        self._widths = _WIDTHS if roomy else _NARROW_WIDTHS if narrow else _TIGHT_WIDTHS
        self._fit()

    def _fit(self) -> None:
        """Why something has to be done and what it costs is whole, as far as names keep enough room."""
        spare = self.viewport().width() - _LEAST_NAME
        for width in self._widths:
            spare -= width
        reasons, costs = self._needed_widths()
        for column, width in enumerate(self._widths):
            needed = {BENEFIT: reasons, EFFORT: costs}.get(column, 0)
            more = min(max(0, needed - width), max(0, spare)) if width else 0
            spare -= more
            if width:
                self.setColumnWidth(column, width + more)

    def _needed_widths(self) -> tuple[int, int]:
        """px that the longest reason of a must and the longest effort need."""
        tight = self.isColumnHidden(SPAN)
        reasons = {row.must_text for row in self.shown}
        costs = {row.cost_text if tight else row.effort_text for row in self.shown}
        small, usual = QFontMetricsF(theme.font(12)), QFontMetricsF(theme.font(13, digits=True))
        return (
            math.ceil(max(map(small.horizontalAdvance, reasons), default=0)) + 2 * _SIDE + 2,
            math.ceil(max(map(usual.horizontalAdvance, costs), default=0)) + 2 * _SIDE + 2,
        )


def _texts(row: RankingRow) -> tuple[str, ...]:
    """As they are copied and read aloud."""
    benefit = row.must_text or formats.number(row.benefit)
    rank = row.rank_text if row.rank is None else row.sign
    return rank, row.name, row.kind_text, benefit, row.effort_text, row.span_text


class _RankingDelegate(QStyledItemDelegate):
    """Paints one cell; the row that is chosen has the accent's ground in all its cells."""

    def __init__(self, table: RankingTable) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not 0 <= index.row() < len(self._table.shown):
            return
        row, rect, colours = self._table.shown[index.row()], QRectF(option.rect), theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._table.currentRow():
            painter.fillRect(rect, colours.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        painter.setPen(QPen(colours.faint, 1))
        painter.drawLine(rect.bottomLeft() + QPointF(0, -0.5), rect.bottomRight() + QPointF(1, -0.5))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        painter.setFont(theme.font(13, digits=True))
        match index.column():
            case 0:
                _paint_rank(painter, inner, row)
            case 2:
                paint_pill(
                    painter, inner.left(), inner.center().y(), row.kind_text, row.kind_tone, sign=False,
                    most=inner.width(),
                )  # fmt: skip
            case 3:
                _paint_benefit(painter, inner, row)
            case column:
                tight = column == EFFORT and self._table.isColumnHidden(SPAN)
                _paint_text(painter, inner, row.cost_text if tight else _texts(row)[column], column)
        painter.restore()

    def createEditor(self, _parent: QWidget, _option: QStyleOptionViewItem, _index: Index) -> QWidget | None:  # type: ignore[override]  # Qt takes None for "not to be edited"
        return None


def _paint_rank(painter: QPainter, inner: QRectF, row: RankingRow) -> None:
    if row.is_must:
        paint_sign(painter, QPointF(inner.left() + 5, inner.center().y()), Tone.ACT)
    else:
        painter.setPen(theme.current().third)
        painter.drawText(inner, _LEFT, row.sign)


def _paint_benefit(painter: QPainter, inner: QRectF, row: RankingRow) -> None:
    colours = theme.current()
    if row.must_text:
        painter.setFont(theme.font(12))
        painter.setPen(colours.act)
        words = painter.fontMetrics().elidedText(row.must_text, _ELIDED, int(inner.width()) + 1)
        painter.drawText(inner, _LEFT, words)
        return
    bar = QRectF(inner.left(), inner.center().y() - _BAR_HEIGHT / 2, _BAR, _BAR_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.neutral_soft)
    painter.drawRoundedRect(bar, 3, 3)
    share = float(row.benefit) / 100
    if share > 0:
        painter.setBrush(colours.accent_fill)
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), max(bar.width() * share, 3), bar.height()), 3, 3
        )
    painter.setFont(theme.font(13, semibold=True, digits=True))
    painter.setPen(colours.ink)
    painter.drawText(inner.adjusted(_BAR + 8, 0, 0, 0), _LEFT, formats.number(row.benefit))


def _paint_text(painter: QPainter, inner: QRectF, words: str, column: int) -> None:
    painter.setPen(theme.current().third if column == SPAN else theme.current().ink)
    fitting = painter.fontMetrics().elidedText(words, _ELIDED, int(inner.width()) + 1)
    painter.drawText(inner, _RIGHT if column in (EFFORT, SPAN) else _LEFT, fitting)
