"""The heatmap: departments below each other, dimensions side by side, the rating in the cell, and what
follows from it at the right.
"""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.goals.maturity_words import MaturityRow, cell_sentence, dimension_title
from virtualcio.model.goals import MaturityDimension
from virtualcio.texts import _
from virtualcio.ui.goals.maturity_painting import DIMENSIONS, LEAST_WIDTH, GridPlaces, paint_grid, places_for
from virtualcio.ui.shell import theme

_PICTURE_SCALE = 2
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
        return DIMENSIONS[self.column]

    def choose(self, row: int, column: int) -> None:
        """Choose a cell; places outside the grid move to its edge."""
        if not self.rows:
            return
        self.row = max(0, min(len(self.rows) - 1, row))
        self.column = max(0, min(len(DIMENSIONS) - 1, column))
        self._say()
        self.update()
        self.moved.emit()

    def _say(self) -> None:
        row = self.current
        self.setAccessibleDescription("" if row is None else cell_sentence(row, self.dimension))
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    # --- places ----------------------------------------------------------------------------------

    @property
    def places(self) -> GridPlaces:
        return places_for(self.width(), self.rows)

    def sizeHint(self) -> QSize:
        return QSize(900, self.places.height(len(self.rows)))

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST_WIDTH, self.places.height(1))

    def _cell_at(self, spot: QPointF) -> tuple[int, int] | None:
        row, column = self.places.row_at(spot), self.places.column_at(spot)
        inside = 0 <= row < len(self.rows) and 0 <= column < len(DIMENSIONS)
        return (row, column) if inside else None

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self.setFixedHeight(self.sizeHint().height())

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
            return cell_sentence(self.rows[found[0]], DIMENSIONS[found[1]])
        column = self.places.column_at(spot)
        if self.places.row_at(spot) < 0 and 0 <= column < len(DIMENSIONS):
            return dimension_title(DIMENSIONS[column])
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, row = Qt.Key(event.key()), self.current
        if row is None:
            super().keyPressEvent(event)
        elif key in _STEPS:
            down, right = _STEPS[key]
            self.choose(self.row + down, self.column + right)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self.choose(self.row, 0 if key == Qt.Key.Key_Home else len(DIMENSIONS) - 1)
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
        paint_grid(painter, self.places, self.rows)
        shown = theme.current()
        if self.rows:
            painter.setPen(QPen(shown.accent if self.hasFocus() else shown.edge, 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self.places.cell_box(self.row, self.column).adjusted(-1, -1, 1, 1), 6, 6)

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
        paint_grid(painter, self.places, self.rows)
        painter.end()
        return image
