"""The risks as a map of five by five: how many stand in each cell, and which are more than is bearable."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio.actions.priorities.risk_map import STEPS, Cell, RiskMap
from virtualcio.texts import _, translate_count
from virtualcio.ui.shell import theme

_LEFT, _BOTTOM = 40.0, 34.0
_GAP = 2.0
_PICTURE_SCALE = 2
_MOVES = {
    Qt.Key.Key_Right: (0, 1), Qt.Key.Key_Left: (0, -1), Qt.Key.Key_Up: (1, 0), Qt.Key.Key_Down: (-1, 0),
}  # fmt: skip
_CENTER = Qt.AlignmentFlag.AlignCenter


class RiskHeatmap(QWidget):
    """Impact to the right, likelihood upwards. `chosen` gives a cell, or None for all of them."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._map = RiskMap({}, 25)
        self._cell: Cell | None = None  # chosen
        self._at: Cell = (5, 5)  # where the arrow keys are
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(_("Map of the risks"))
        self.setMouseTracking(True)

    def show_map(self, found: RiskMap) -> None:
        self._map = found
        self.update()

    @property
    def cell(self) -> Cell | None:
        """The cell that is chosen."""
        return self._cell

    def choose(self, cell: Cell | None) -> None:
        """Choose a cell, or none; the one that is chosen already is let go."""
        wanted = None if cell == self._cell else cell
        if wanted != self._cell:
            self._cell = wanted
            self.update()
            self.chosen.emit(wanted)

    def sizeHint(self) -> QSize:
        return QSize(330, 178)

    def minimumSizeHint(self) -> QSize:
        return QSize(230, 150)

    def box_of(self, cell: Cell) -> QRectF:
        """Where a cell stands in this widget."""
        return _box(QRectF(self.rect()), cell)

    def _cell_at(self, spot: QPointF) -> Cell | None:
        return next((cell for cell in self._map.cells if self.box_of(cell).contains(spot)), None)

    def words(self, cell: Cell) -> str:
        """What a cell says, for its tip and for screen readers."""
        count = len(self._map.cells.get(cell, ()))
        words = _("Likelihood {likelihood}, damage {impact}: {risks}").format(
            likelihood=cell[0], impact=cell[1], risks=translate_count("{count} risk", "{count} risks", count)
        )
        if not self._map.is_above(cell):
            return words
        return _("{sentence} (above the bearable level)").format(sentence=words)

    # --- mouse and keyboard ----------------------------------------------------------------

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        self.setToolTip("" if cell is None else self.words(cell))
        hand = cell is not None and bool(self._map.cells[cell])
        self.setCursor(Qt.CursorShape.PointingHandCursor if hand else Qt.CursorShape.ArrowCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        cell = self._cell_at(event.position())
        if event.button() is Qt.MouseButton.LeftButton:
            self._at = cell or self._at
            self.choose(cell if cell is not None and self._map.cells[cell] else None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _MOVES:
            up, right = _MOVES[key]
            self._at = min(max(self._at[0] + up, 1), 5), min(max(self._at[1] + right, 1), 5)
            self.setAccessibleDescription(self.words(self._at))
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.choose(self._at if self._map.cells.get(self._at) else None)
        elif key == Qt.Key.Key_Escape and self._cell is not None:
            self.choose(None)
        else:
            super().keyPressEvent(event)

    # --- painting ---------------------------------------------------------------------------

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        self._paint(painter, QRectF(self.rect()))
        colours = theme.current()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self._cell is not None:
            painter.setPen(QPen(colours.ink, 2))
            painter.drawRoundedRect(self.box_of(self._cell), 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(colours.accent, 2))
            painter.drawRoundedRect(self.box_of(self._at).adjusted(-1, -1, 1, 1), 4, 4)

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colours = theme.current()
        for cell, keys in self._map.cells.items():
            box, above = _box(area, cell), self._map.is_above(cell)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colours.act_soft if above else colours.neutral_soft)
            painter.drawRoundedRect(box, 4, 4)
            if keys:
                painter.setFont(theme.font(13, semibold=True, digits=True))
                painter.setPen(colours.act if above else colours.ink)
                painter.drawText(box, _CENTER, str(len(keys)))
        self._paint_level(painter, area)
        _paint_axes(painter, area)

    def _paint_level(self, painter: QPainter, area: QRectF) -> None:
        """The line between what is bearable and what is not, along the edges of the cells."""
        painter.setPen(QPen(theme.current().act_mark, 1.6))
        for cell in self._map.cells:
            if not self._map.is_above(cell):
                continue
            box = _box(area, cell).adjusted(-_GAP / 2, -_GAP / 2, _GAP / 2, _GAP / 2)
            if cell[1] > 1 and not self._map.is_above((cell[0], cell[1] - 1)):
                painter.drawLine(box.topLeft(), box.bottomLeft())
            if cell[0] > 1 and not self._map.is_above((cell[0] - 1, cell[1])):
                painter.drawLine(box.bottomLeft(), box.bottomRight())

    def picture(self) -> QImage:
        """The map for a document, with what it shows as its heading."""
        size, heading = self.size().expandedTo(self.sizeHint()) + QSize(32, 62), 34
        image = QImage(size * _PICTURE_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        image.fill(theme.current().card)
        painter = QPainter(image)
        inside = QRectF(16, 16, size.width() - 32, size.height() - 32)
        painter.setFont(theme.font(15, semibold=True))
        painter.setPen(theme.current().ink)
        painter.drawText(inside, Qt.AlignmentFlag.AlignLeft, self.accessibleName())
        self._paint(painter, inside.adjusted(0, heading, 0, 0))
        painter.end()
        return image


def _box(area: QRectF, cell: Cell) -> QRectF:
    width = (area.width() - _LEFT) / len(STEPS)
    height = (area.height() - _BOTTOM) / len(STEPS)
    left, top = area.left() + _LEFT + (cell[1] - 1) * width, area.top() + (5 - cell[0]) * height
    return QRectF(left + _GAP / 2, top + _GAP / 2, width - _GAP, height - _GAP)


def _paint_axes(painter: QPainter, area: QRectF) -> None:
    colours = theme.current()
    painter.setFont(theme.font(11.5, digits=True))
    painter.setPen(colours.third)
    for step in STEPS:
        row, column = _box(area, (step, 1)), _box(area, (1, step))
        painter.drawText(QRectF(area.left() + 20, row.top(), 14, row.height()), _CENTER, str(step))
        painter.drawText(QRectF(column.left(), column.bottom() + 2, column.width(), 15), _CENTER, str(step))
    painter.setPen(colours.second)
    foot = QRectF(area.left() + _LEFT, area.bottom() - 16, area.width() - _LEFT, 16)
    painter.drawText(foot, _CENTER, _("Damage") + " →")
    painter.save()
    painter.translate(area.left() + 8, area.top() + (area.height() - _BOTTOM) / 2)
    painter.rotate(-90)
    painter.drawText(QRectF(-80, -9, 160, 18), _CENTER, _("Likelihood") + " →")
    painter.restore()
