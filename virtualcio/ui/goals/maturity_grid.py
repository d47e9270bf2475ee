"""The heatmap: departments below each other, dimensions side by side, the rating in the cell, and what
follows from it at the right.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QFontMetricsF,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.goals.maturity_words import MaturityRow, cell_sentence, dimension_title
from virtualcio.analysis.goals.maturity import Cell
from virtualcio.model.goals import MaturityDimension
from virtualcio.texts import _
from virtualcio.ui.goals.maturity_colours import ground_of, ink_of
from virtualcio.ui.shell import theme

ROW = 40
_HEAD = 44
_GAP = 3
_LEAST_CELL = 34
_FIGURE = 76
_LEAST_NAME, _MOST_NAME = 110, 210
_PICTURE_SCALE = 2
_DIMENSIONS = tuple(MaturityDimension)
_STEPS = {
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
}
_DIGITS = {
    Qt.Key.Key_1: 1, Qt.Key.Key_2: 2, Qt.Key.Key_3: 3, Qt.Key.Key_4: 4, Qt.Key.Key_5: 5,
    # with Shift the upper row of a German and an English keyboard gives these
    Qt.Key.Key_Exclam: 1, Qt.Key.Key_QuoteDbl: 2, Qt.Key.Key_At: 2, Qt.Key.Key_section: 3,
    Qt.Key.Key_NumberSign: 3, Qt.Key.Key_Dollar: 4, Qt.Key.Key_Percent: 5,
}  # fmt: skip


class MaturityGridView(QWidget):
    """`rated` gives department, dimension, level and whether it is the wish; `cleared` the cell."""

    rated = Signal(str, object, int, bool)
    cleared = Signal(str, object)
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[MaturityRow] = ()
        self.row, self.column = 0, 0
        self.title = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("Maturity of the departments"))

    def show_rows(self, rows: Sequence[MaturityRow]) -> None:
        """Show these departments; the chosen cell stays with its department."""
        before = self.current.department_id if self.current is not None else ""
        self.rows = rows
        keys = [row.department_id for row in rows]
        self.row = keys.index(before) if before in keys else min(self.row, max(0, len(rows) - 1))
        self.updateGeometry()
        self.setFixedHeight(self.sizeHint().height())
        self._say()
        self.update()

    @property
    def current(self) -> MaturityRow | None:
        """The department of the chosen cell."""
        return self.rows[self.row] if self.row < len(self.rows) else None

    @property
    def dimension(self) -> MaturityDimension:
        return _DIMENSIONS[self.column]

    def choose(self, row: int, column: int) -> None:
        """Choose a cell; places outside the grid move to its edge."""
        if not self.rows:
            return
        self.row = max(0, min(len(self.rows) - 1, row))
        self.column = max(0, min(len(_DIMENSIONS) - 1, column))
        self._say()
        self.update()
        self.moved.emit()

    def _say(self) -> None:
        row = self.current
        self.setAccessibleDescription("" if row is None else cell_sentence(row, self.dimension))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- places ----------------------------------------------------------------------------------

    def sizeHint(self) -> QSize:
        return QSize(900, _HEAD + ROW * max(1, len(self.rows)) + 4)

    def minimumSizeHint(self) -> QSize:
        return QSize(_LEAST_NAME + len(_DIMENSIONS) * _LEAST_CELL + 3 * 54, _HEAD + ROW)

    def _name_width(self) -> float:
        return min(float(_MOST_NAME), max(float(_LEAST_NAME), self.width() * 0.17))

    def _figure_width(self) -> float:
        return min(float(_FIGURE), max(54.0, self.width() * 0.065))

    def _cell_width(self) -> float:
        return (self.width() - self._name_width() - 3 * self._figure_width() - 8) / len(_DIMENSIONS)

    def cell_box(self, row: int, column: int) -> QRectF:
        """Where a cell stands."""
        wide = self._cell_width()
        left = self._name_width() + column * wide
        return QRectF(left, _HEAD + row * ROW, wide - _GAP, ROW - _GAP)

    def _cell_at(self, spot: QPointF) -> tuple[int, int] | None:
        row = int((spot.y() - _HEAD) // ROW)
        column = int((spot.x() - self._name_width()) // self._cell_width())
        inside = 0 <= row < len(self.rows) and 0 <= column < len(_DIMENSIONS)
        return (row, column) if inside and spot.y() >= _HEAD else None

    # --- mouse and keys --------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        found = self._cell_at(event.position())
        if found is not None and event.button() is Qt.MouseButton.LeftButton:
            self.choose(*found)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip:
            self.setToolTip(self._tip_at(event))
        return super().event(event)

    def _tip_at(self, event: QEvent) -> str:
        spot = QPointF(event.pos())  # type: ignore[attr-defined]  # a QHelpEvent
        found = self._cell_at(spot)
        if found is not None:
            return cell_sentence(self.rows[found[0]], _DIMENSIONS[found[1]])
        column = int((spot.x() - self._name_width()) // self._cell_width())
        if spot.y() < _HEAD and 0 <= column < len(_DIMENSIONS):
            return dimension_title(_DIMENSIONS[column])
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.current
        if row is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            down, right = _STEPS[key]
            self.choose(self.row + down, self.column + right)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(self.row, 0 if key == Qt.Key.Key_Home else len(_DIMENSIONS) - 1)
        elif key in _DIGITS:
            wish = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.rated.emit(row.department_id, self.dimension, _DIGITS[key], wish)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.cleared.emit(row.department_id, self.dimension)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter)
        shown = theme.current()
        if self.rows:
            painter.setPen(QPen(shown.accent if self.hasFocus() else shown.edge, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.cell_box(self.row, self.column).adjusted(-1, -1, 1, 1), 6, 6)

    def _paint(self, painter: QPainter) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_head(painter)
        for index, row in enumerate(self.rows):
            self._paint_row(painter, index, row)

    def _paint_head(self, painter: QPainter) -> None:
        shown = theme.current()
        painter.setFont(theme.font(11))
        painter.setPen(shown.third)
        words = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextWordWrap
        for column, dimension in enumerate(_DIMENSIONS):
            box = self.cell_box(0, column)
            place = QRectF(box.left(), 0, box.width(), _HEAD - 6)
            painter.drawText(place, words, dimension_title(dimension))
        figures = (_("Mean"), _("Weight of goals"), _("Potential"))
        right = Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignRight | Qt.TextFlag.TextWordWrap
        for index, title in enumerate(figures):
            box = self._figure_box(index, 0)
            painter.drawText(QRectF(box.left(), 0, box.width(), _HEAD - 6), right, title)

    def _figure_box(self, index: int, row: int) -> QRectF:
        wide = self._figure_width()
        left = self.width() - (3 - index) * wide
        return QRectF(left, _HEAD + row * ROW, wide - 4, ROW - _GAP)

    def _paint_row(self, painter: QPainter, index: int, row: MaturityRow) -> None:
        shown = theme.current()
        top = _HEAD + index * ROW
        name = QRectF(0, top, self._name_width() - 10, ROW - _GAP)
        lines = [(row.name, theme.font(13), shown.ink)]
        if row.way:
            lines.append((row.way, theme.font(11), shown.third))
        height = name.height() / len(lines)
        for line, (text, font, ink) in enumerate(lines):
            painter.setFont(font)
            painter.setPen(ink)
            fitting = QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, name.width())
            place = QRectF(name.left(), name.top() + line * height, name.width(), height)
            painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, fitting)
        for column, dimension in enumerate(_DIMENSIONS):
            self._paint_cell(painter, self.cell_box(index, column), row.cells.get(dimension))
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        for number, text in enumerate((row.mean, row.weight, row.potential)):
            painter.setFont(theme.font(13, semibold=number == 2, digits=True))
            painter.setPen(shown.ink if number == 2 else shown.second)
            painter.drawText(self._figure_box(number, index), right, text)

    def _paint_cell(self, painter: QPainter, box: QRectF, cell: Cell | None) -> None:
        shown = theme.current()
        level = None if cell is None else cell.today
        if level is None:
            painter.setPen(QPen(shown.line, 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            ink = shown.third
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ground_of(level, shown))
            ink = ink_of(level, shown)
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(ink)
        painter.setFont(theme.font(14, semibold=level is not None, digits=True))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "–" if level is None else str(level))
        if cell is not None and cell.wanted is not None:
            painter.setFont(theme.font(11, digits=True))
            corner = box.adjusted(0, 0, -6, -2)
            painter.drawText(
                corner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, f"→{cell.wanted}"
            )
        if cell is not None and cell.old:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.watch_mark)
            tip = [box.topRight(), box.topRight() - QPointF(11, 0), box.topRight() + QPointF(0, 11)]
            painter.drawPolygon(QPolygonF(tip))

    def picture(self) -> QImage:
        """The grid with its title, as it stands in a document: light or dark like the window."""
        colours = theme.current()
        margin, heading = 16, 30
        size = self.size() + QSize(2 * margin, heading + 2 * margin)
        image = QImage(size * _PICTURE_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        image.fill(colours.card)
        painter = QPainter(image)
        painter.setFont(theme.font(15, semibold=True))
        painter.setPen(colours.ink)
        painter.drawText(QPointF(margin, margin + 16), self.accessibleName())
        painter.translate(margin, margin + heading)
        self._paint(painter)
        painter.end()
        return image
