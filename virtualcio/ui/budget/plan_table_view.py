"""The plan as a table: groups that unfold into their lines, amounts by period, the sum at the end."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QTableWidget

from virtualcio.actions.budget.plan_table import FIRST_AMOUNT, KIND, NAME, OWNER, PlanRow, PlanTable
from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.pill import HEIGHT as PILL_HEIGHT
from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.shell import theme

ROW_HEIGHT = 32
_HEAD_HEIGHT = 36
_SIDE = 8
_TITLE_SIDE = 11  # px that the style keeps beside titles
_ARROW = 18  # px that the sign of unfolding takes
_INDENT = 18  # px of a line below its group
_LEAST_NAME = 170
_TIGHT_SIDE = 5  # where amounts would not fit otherwise
_OWNER_WIDTH = 150
_MOST_ROWS = 60  # more scroll within the table
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_ELIDED = Qt.TextElideMode.ElideRight
Index = QModelIndex | QPersistentModelIndex


class PlanTableView(PlainTable):
    """`unfolded` gives the key of a group to open or close (a click on it, Enter, Right and Left); `led` the
    row of a line that was opened (Enter, or a click on its name).
    """

    unfolded = Signal(str, bool)
    led = Signal(object)

    def __init__(self) -> None:
        super().__init__(_("Multi-year plan"))
        self.plan = PlanTable((), (), ())
        self.side = _SIDE  # px left and right of an amount
        self.setSelectionMode(QTableWidget.SelectionMode.SingleSelection)
        self.verticalHeader().setMinimumSectionSize(ROW_HEIGHT)
        self.verticalHeader().setDefaultSectionSize(ROW_HEIGHT)
        self.setItemDelegate(_PlanDelegate(self))
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QTableWidget.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().setSectionsClickable(False)
        self.horizontalHeader().setFixedHeight(_HEAD_HEIGHT)
        self.horizontalHeader().setMinimumSectionSize(36)
        self.opened.connect(lambda at: self._open(int(at)))

    def show_plan(self, plan: PlanTable) -> None:
        """Show this plan; the row that was current stays so if it is still there."""
        kept = self.current_key()
        if plan.header != self.plan.header or not self.texts.header:
            self.set_header(plan.header, right=range(FIRST_AMOUNT, len(plan.header)))
        self.plan = plan
        self.fill([_texts(row) for row in plan.rows], list(range(len(plan.rows))))
        self._fit()
        self.setFixedHeight(self.whole_height)
        self.select(kept)
        self.viewport().update()

    def current_row(self) -> PlanRow | None:
        at = self.currentRow()
        return self.plan.rows[at] if 0 <= at < len(self.plan.rows) else None

    def current_key(self) -> str:
        """Key of the current row, "" if there is none."""
        row = self.current_row()
        return row.key if row is not None else ""

    def select(self, key: str) -> None:
        """Make a row the current one by its key."""
        for at, row in enumerate(self.plan.rows):
            if row.key == key and at != self.currentRow():
                self.setCurrentCell(at, NAME)

    @property
    def whole_height(self) -> int:
        """px that all rows need, up to a limit beyond which the table scrolls."""
        rows = min(len(self.plan.rows), _MOST_ROWS)
        bar = self.horizontalScrollBar().sizeHint().height() if self._too_wide() else 0
        return _HEAD_HEIGHT + ROW_HEIGHT * max(rows, 1) + bar + 2

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 120)

    # --- widths --------------------------------------------------------------------------------

    def amounts_width(self, column: int) -> int:
        """px that the widest amount of a column and its title need."""
        bold = QFontMetricsF(theme.font(13, semibold=True, digits=True))
        widest = max((bold.horizontalAdvance(_cell(row, column)) for row in self.plan.rows), default=0.0)
        return max(int(widest) + 2 * self.side + 2, self._title_width(column))

    def _title_width(self, column: int) -> int:
        letters = QFontMetricsF(self.horizontalHeader().font())
        return int(letters.horizontalAdvance(self.plan.header[column])) + 2 * _TITLE_SIDE

    def _kind_width(self) -> int:
        """0 if no row has a kind."""
        pills = [pill_width(row.kind, row.kind_tone, sign=False) for row in self.plan.rows if row.kind]
        return max(int(max(pills)) + 2 * _SIDE, self._title_width(KIND)) if pills else 0

    def _amount_widths(self) -> list[int]:
        return [self.amounts_width(column) for column in range(FIRST_AMOUNT, len(self.plan.header))]

    def _too_wide(self) -> bool:
        width = sum(self._amount_widths()) + _LEAST_NAME
        return width > self.viewport().width()

    def _fit(self) -> None:
        """Amounts are whole; owner and kind are left out where names would get too little room."""
        if not self.plan.header:
            return
        self.side = _SIDE
        if self._too_wide():
            self.side = _TIGHT_SIDE
        widths = self._amount_widths()
        width = self.viewport().width() - sum(widths) - _LEAST_NAME  # width left for the words
        kind = self._kind_width()
        self.setColumnHidden(KIND, not kind or width < kind)
        width -= 0 if self.isColumnHidden(KIND) else kind
        self.setColumnHidden(OWNER, width < _OWNER_WIDTH or not any(row.owner for row in self.plan.rows))
        header, mode = self.horizontalHeader(), QHeaderView.ResizeMode
        for column, wide in ((KIND, kind), (OWNER, _OWNER_WIDTH), *enumerate(widths, FIRST_AMOUNT)):
            header.setSectionResizeMode(column, mode.Fixed)
            self.setColumnWidth(column, wide)
        too_wide = self._too_wide()
        header.setSectionResizeMode(NAME, mode.Fixed if too_wide else mode.Stretch)
        if too_wide:
            self.setColumnWidth(NAME, _LEAST_NAME)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()
            self.setFixedHeight(self.whole_height)

    # --- keys and mouse ------------------------------------------------------------------------

    def _open(self, at: int) -> None:
        row = self.plan.rows[at]
        if row.open is not None:
            self.unfolded.emit(row.key, not row.open)
        elif row.record_kind is not None:
            self.led.emit(row)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a name unfolds the group, or leads to what the line comes from."""
        super().mouseReleaseEvent(event)
        at = self.indexAt(event.position().toPoint())
        if event.button() is Qt.MouseButton.LeftButton and at.isValid() and at.column() == NAME:
            self._open(at.row())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        at = self.indexAt(event.position().toPoint())
        row = self.plan.rows[at.row()] if at.isValid() and at.column() == NAME else None
        leads = row is not None and (row.open is not None or row.record_kind is not None)
        shape = Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """The first click has done it already where a name was clicked; elsewhere two clicks do it."""
        at = self.indexAt(event.position().toPoint())
        if at.isValid() and at.column() != NAME:
            self._open(at.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row, key = self.current_row(), Qt.Key(event.key())
        if row is None or key not in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._open(self.currentRow())
        elif row.open is not None:
            wanted = key == Qt.Key.Key_Right
            if wanted != row.open:
                self.unfolded.emit(row.key, wanted)
        elif key == Qt.Key.Key_Left and row.group:
            self.select(row.group)


def _cell(row: PlanRow, column: int) -> str:
    at = column - FIRST_AMOUNT
    return row.cells[at] if at < len(row.cells) else ""


def _texts(row: PlanRow) -> tuple[str, ...]:
    """As they are copied and read aloud."""
    name = f"{row.name} ({row.remark})" if row.remark else row.name
    return (name, row.kind, row.owner, *row.cells)


class _PlanDelegate(QStyledItemDelegate):
    """Paints one cell; sums are bold, lines of a group are indented and grey."""

    def __init__(self, table: PlanTableView) -> None:
        super().__init__(table)
        self._table = table

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not 0 <= index.row() < len(self._table.plan.rows):
            return
        row, rect, colours = self._table.plan.rows[index.row()], QRectF(option.rect), theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if index.row() == self._table.currentRow() and self._table.hasFocus():
            painter.fillRect(rect, colours.accent_soft)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colours.hover)
        painter.setPen(QPen(colours.line if row.is_total else colours.faint, 1))
        edge = rect.topLeft() if row.is_total else rect.bottomLeft() + QPointF(0, -0.5)
        painter.drawLine(edge, edge + QPointF(rect.width(), 0))
        inner = rect.adjusted(_SIDE, 0, -_SIDE, 0)
        match index.column():
            case 0:
                _paint_name(painter, inner, row)
            case 1:
                _paint_kind(painter, inner, row)
            case 2:
                painter.setFont(theme.font(13))
                painter.setPen(colours.second)
                painter.drawText(inner, _LEFT, _fitting(painter, row.owner, inner))
            case column:
                side = self._table.side
                self._paint_amount(painter, rect.adjusted(side, 0, -side, 0), row, column)
        painter.restore()

    def _paint_amount(self, painter: QPainter, inner: QRectF, row: PlanRow, column: int) -> None:
        colours = theme.current()
        strong = row.is_total or (column in self._table.plan.strong and not row.group)
        painter.setFont(theme.font(12.5 if row.group else 13, semibold=strong, digits=True))
        painter.setPen(colours.second if row.group else colours.ink)
        painter.drawText(inner, _RIGHT, _cell(row, column))


def _paint_kind(painter: QPainter, inner: QRectF, row: PlanRow) -> None:
    """Investments have the accent's ground, which stands for no judgement."""
    if not row.kind:
        return
    if not row.is_investment:
        paint_pill(
            painter, inner.left(), inner.center().y(), row.kind, row.kind_tone, sign=False, most=inner.width()
        )
        return
    colours = theme.current()
    width = min(pill_width(row.kind, Tone.NEUTRAL), inner.width())
    place = QRectF(inner.left(), inner.center().y() - PILL_HEIGHT / 2, width, PILL_HEIGHT)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(colours.accent_soft)
    painter.drawRoundedRect(place, PILL_HEIGHT / 2, PILL_HEIGHT / 2)
    painter.setFont(theme.font(11.5, semibold=True))
    painter.setPen(colours.accent)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _fitting(painter, row.kind, place))


def _paint_name(painter: QPainter, inner: QRectF, row: PlanRow) -> None:
    colours = theme.current()
    if row.open is not None:
        _paint_arrow(painter, QPointF(inner.left() + 4, inner.center().y()), down=row.open)
    left = 0 if row.is_total else _ARROW + (_INDENT if row.group else 0)
    place = inner.adjusted(left, 0, 0, 0)
    painter.setFont(theme.font(12.5 if row.group else 13, semibold=row.is_total))
    painter.setPen(colours.ink)
    words = _fitting(painter, row.name, place)
    painter.drawText(place, _LEFT, words)
    used = painter.fontMetrics().horizontalAdvance(words) + 10
    if row.remark and place.width() - used > 30:
        rest = place.adjusted(used, 0, 0, 0)
        painter.setFont(theme.font(12))
        painter.setPen(colours.watch if row.remark_tone is Tone.WATCH else colours.third)
        painter.drawText(rest, _LEFT, _fitting(painter, row.remark, rest))


def _paint_arrow(painter: QPainter, at: QPointF, *, down: bool) -> None:
    points = ((-4, -2), (4, -2), (0, 3)) if down else ((-2, -4), (-2, 4), (3, 0))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.current().third)
    painter.drawPolygon(QPolygonF([at + QPointF(x, y) for x, y in points]))


def _fitting(painter: QPainter, words: str, place: QRectF) -> str:
    return painter.fontMetrics().elidedText(words, _ELIDED, int(place.width()) + 1)
