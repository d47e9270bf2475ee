"""The preview of an import as a table: a sign for each row, values toned by sureness, typed corrections."""

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from virtualcio.actions.columns import Tone
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.import_plan import ImportPlan, PlanRow, RowState, ValueState
from virtualcio.texts import _
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.pill import paint_sign
from virtualcio.ui.common.record_model import RIGHT_ALIGNED
from virtualcio.ui.importing.mapping_header import MappingHeader
from virtualcio.ui.importing.plan_model import FIRST_VALUE, NUMBER, TAKE, PlanModel
from virtualcio.ui.shell import theme

Index = QModelIndex | QPersistentModelIndex
ROW_HEIGHT = 34
_SIDE = 8
_BOX = 14
_SIGN_AT = 44
_FIXED = {TAKE: 62, NUMBER: 52}
_NARROWEST, _WIDEST, _WORDS = 96, 230, 420
_WIDEST_SERIES = 340  # first and last value of a KPI, with their days
_LOOKED_AT = 80
_LETTERS = {RowState.SKIPPED: "—", RowState.CHANGES: "→"}
_CHOOSE = QItemSelectionModel.SelectionFlag.ClearAndSelect


class PlanTable(QTableView):
    """Space takes or leaves the selected rows; F2, double click or typing corrects a value."""

    turned = Signal(list, bool)  # row numbers, whether they are to be taken

    def __init__(self, company: OpenCompany, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.plan_rows = PlanModel(company, self)
        self.setModel(self.plan_rows)
        self.mapping = MappingHeader(self.plan_rows, self)
        self.setHorizontalHeader(self.mapping)
        self.setItemDelegate(_PlanDelegate(self, self.plan_rows))
        rows = self.verticalHeader()
        rows.hide()
        rows.setSectionResizeMode(rows.ResizeMode.Fixed)
        rows.setDefaultSectionSize(ROW_HEIGHT)
        self.setShowGrid(False)
        self.setFrameShape(self.Shape.NoFrame)
        self.setWordWrap(False)
        self.setSelectionBehavior(self.SelectionBehavior.SelectRows)
        self.setHorizontalScrollMode(self.ScrollMode.ScrollPerPixel)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed)
        self.setAccessibleName(_("Preview of the rows"))

    def show_plan(self, plan: ImportPlan, only: RowState | None) -> None:
        """Show a plan; the row that was current stays so if it is still shown."""
        index = self.currentIndex()
        number = self.plan_rows.rows[index.row()].number if index.isValid() else None
        key = self.plan_rows.key(index.column()) if index.isValid() else ""
        before = self.plan_rows.plan
        self.plan_rows.show_plan(plan, only)
        self.mapping.show_plan(plan)
        if before is None or (before.shown, before.existing) != (plan.shown, plan.existing):
            self._fit()
        for row, shown in enumerate(self.plan_rows.rows):
            if shown.number == number or (number is None and shown.state is RowState.DOUBT):
                at = FIRST_VALUE + plan.shown.index(key) if key in plan.shown else TAKE
                self.selectionModel().setCurrentIndex(
                    self.plan_rows.index(row, at), _CHOOSE | QItemSelectionModel.SelectionFlag.Rows
                )
                break

    def _fit(self) -> None:
        """Columns as wide as what stands in the first rows."""
        model = self.plan_rows
        letters = QFontMetricsF(theme.font(13, digits=True))
        titles = QFontMetricsF(theme.font(11.5, medium=True))
        for at in range(model.columnCount()):
            if at in _FIXED:
                self.setColumnWidth(at, _FIXED[at])
            elif at == model.words_column:
                self.setColumnWidth(at, _WORDS)
            else:
                texts = [str(model.index(row, at).data()) for row in range(min(_LOOKED_AT, len(model.rows)))]
                wide = max([letters.horizontalAdvance(text) for text in texts] + [0])
                wide = max(wide, titles.horizontalAdvance(model.title(at))) + 2 * _SIDE + 18
                most = _WIDEST if model.column(at) is not None else _WIDEST_SERIES
                self.setColumnWidth(at, int(max(_NARROWEST, min(most, wide))))
        self.mapping.setStretchLastSection(True)
        self.mapping.place()

    def turn_selected(self) -> None:
        """Take the selected rows, or leave them if the current one is taken."""
        rows = [self.plan_rows.rows[index.row()] for index in self.selectionModel().selectedRows()]
        able = [row for row in rows if self.plan_rows.can_be_taken(row)]
        if able:
            self.turned.emit([row.number for row in able], not able[0].taken)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.turn_selected()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            row = min(self.currentIndex().row() + 1, len(self.plan_rows.rows) - 1)
            self.setCurrentIndex(self.plan_rows.index(row, self.currentIndex().column()))
        else:
            super().keyPressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == TAKE and event.button() == Qt.MouseButton.LeftButton:
            row = self.plan_rows.rows[index.row()]
            if self.plan_rows.can_be_taken(row):
                self.turned.emit([row.number], not row.taken)


class _PlanDelegate(QStyledItemDelegate):
    """Signs and tones: ▲ a doubt, ■ not understood, grey what is left out."""

    def __init__(self, table: PlanTable, model: PlanModel) -> None:
        super().__init__(table)
        self._table = table
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        shown = theme.current()
        rect: QRect = option.rect
        row = self._model.rows[index.row()]
        if self._table.selectionModel().isRowSelected(index.row(), QModelIndex()):
            painter.fillRect(rect, shown.accent_soft)
        elif not row.taken:
            painter.fillRect(rect, shown.window)
        painter.setPen(QPen(shown.line, 1))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        if index.column() == TAKE:
            self._take(painter, rect, row)
            return
        self._words(painter, rect.adjusted(_SIDE, 0, -_SIDE, 0), index, row)
        if index == self._table.currentIndex() and self._table.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -2, -2), 3, 3)

    def _take(self, painter: QPainter, rect: QRect, row: PlanRow) -> None:
        shown = theme.current()
        middle = rect.center().y()
        if self._model.can_be_taken(row):
            box = QRectF(rect.left() + 12, middle - _BOX / 2, _BOX, _BOX)
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(shown.accent_fill if row.taken else shown.edge, 1))
            painter.setBrush(shown.accent_fill if row.taken else shown.card)
            painter.drawRoundedRect(box, 3, 3)
            if row.taken:
                paint_icon(painter, "check", box.adjusted(1, 1, -1, -1), shown.on_accent)
            painter.restore()
        sign = QPointF(rect.left() + _SIGN_AT, middle + 0.5)
        if row.state is RowState.DOUBT:
            paint_sign(painter, sign, Tone.WATCH)
        elif row.state in _LETTERS:
            painter.setPen(shown.accent if row.taken else shown.third)
            place = QRectF(sign.x() - 8, rect.top(), 16, rect.height())
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, _LETTERS[row.state])

    def _words(self, painter: QPainter, rect: QRect, index: Index, row: PlanRow) -> None:
        shown = theme.current()
        at = index.column()
        value = self._model.value(index)
        column = self._model.column(at)
        ink, sign = (shown.ink if row.taken else shown.third), None
        if row.into_existing and self._model.key(at) not in row.telling:
            ink, value = shown.second, None  # stays as it is
        if at == self._model.words_column or at == NUMBER:
            ink = shown.second if row.taken else shown.third
        elif value is not None and row.taken and value.state is ValueState.NOT_UNDERSTOOD:
            ink, sign = shown.act, Tone.ACT
        elif value is not None and row.taken and value.state is ValueState.DOUBT:
            ink, sign = shown.watch, Tone.WATCH
        if sign is not None:
            rect = rect.adjusted(15, 0, 0, 0)
        font = theme.font(13, medium=bool(value and value.corrected), digits=True)
        letters = QFontMetricsF(font)
        text = str(index.data() or "").replace("\n", " ")
        fitting = letters.elidedText(text, Qt.TextElideMode.ElideRight, rect.width() + 1)
        right = at == NUMBER or (column is not None and column.kind in RIGHT_ALIGNED)
        if sign is not None:
            begin = rect.right() - letters.horizontalAdvance(fitting) if right else rect.left()
            paint_sign(painter, QPointF(begin - 10, rect.center().y() + 0.5), sign, 8)
        painter.setFont(font)
        painter.setPen(ink)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, fitting)
