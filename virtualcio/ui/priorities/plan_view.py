"""The dependency picture: boxes of initiatives and arrows between them, chosen, drawn and removed by mouse
and keyboard.
"""

from collections.abc import Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QWidget

from virtualcio.actions.priorities.dependency_plan import DependencyPlan
from virtualcio.actions.priorities.ranking_rows import RankingRow
from virtualcio.texts import _
from virtualcio.ui.priorities.plan_painting import paint_plan, paint_pull
from virtualcio.ui.priorities.plan_places import PlacedPlan, place_plan
from virtualcio.ui.shell import theme

LEAST_ZOOM, MOST_ZOOM, ZOOM_STEP = 0.3, 2.0, 1.2
_PICTURE_SCALE = 2
_PULLS_FROM = 6.0  # px the mouse moves before a press becomes a line
_WAYS = {
    Qt.Key.Key_Right: QPointF(1, 0), Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Down: QPointF(0, 1), Qt.Key.Key_Up: QPointF(0, -1),
}  # fmt: skip


class PlanView(QWidget):
    """`joined` gives prerequisite and dependent of a line that was drawn; `cut` the key of a dependency."""

    chosen = Signal(str)
    opened = Signal(str)
    joined = Signal(str, str)
    cut = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.plan = DependencyPlan((), (), (), ())
        self.rows: Mapping[str, RankingRow] = {}
        self.placed: PlacedPlan = place_plan(self.plan)
        self.zoom = 1.0
        self.selected = ""  # an initiative
        self.line = ""  # a dependency
        self._pressed: QPointF | None = None
        self._pull: tuple[str, QPointF] | None = None  # from which box to where a line is being drawn
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(_("What has to be finished before what, as a picture"))

    def show_plan(self, plan: DependencyPlan, rows: Mapping[str, RankingRow]) -> None:
        self.plan, self.rows, self.placed = plan, rows, place_plan(plan)
        if self.line not in {one.dependency_id for one in plan.lines}:
            self.line = ""
        self._resize()

    def set_zoom(self, zoom: float) -> None:
        """Larger or smaller, within what can be read."""
        self.zoom = min(max(zoom, LEAST_ZOOM), MOST_ZOOM)
        self._resize()

    def _resize(self) -> None:
        size = self.placed.size * self.zoom
        self.setFixedSize(max(1, round(size.width())), max(1, round(size.height())))
        self.update()

    def select(self, initiative_id: str) -> None:
        """Highlight a box with everything it needs and enables, without saying so."""
        self.selected, self.line = initiative_id, ""
        row = self.rows.get(initiative_id)
        self.setAccessibleDescription("" if row is None else f"{row.name}, {row.rank_text}, {row.kind_text}")
        self.update()

    def box_of(self, initiative_id: str) -> QRectF:
        """Where a box stands in this widget; KeyError if it is not in the picture."""
        box = self.placed.boxes[initiative_id]
        return QRectF(box.topLeft() * self.zoom, box.size() * self.zoom)

    def box_at(self, spot: QPointF) -> str:
        """The initiative under a place in this widget, "" if there is none."""
        inside = spot / self.zoom
        return next((key for key, box in self.placed.boxes.items() if box.contains(inside)), "")

    def line_at(self, spot: QPointF) -> str:
        """The dependency under a place in this widget, "" if there is none."""
        inside = spot / self.zoom
        return next((one.line.dependency_id for one in self.placed.lines if one.near.contains(inside)), "")

    def sizeHint(self) -> QSize:
        return (self.placed.size * self.zoom).toSize()

    # --- mouse -----------------------------------------------------------------------------------

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        self.setFocus()
        found = self.box_at(event.position())
        if found:
            self._pressed = event.position()
            self._choose(found)
        else:
            self.line = self.line_at(event.position())
            self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        spot = event.position()
        if self._pressed is not None and (spot - self._pressed).manhattanLength() > _PULLS_FROM:
            self._pull = (self.selected, spot)
            self.update()
            return
        found = self.box_at(spot)
        self.setCursor(
            Qt.CursorShape.PointingHandCursor if found or self.line_at(spot) else Qt.CursorShape.ArrowCursor
        )
        row = self.rows.get(found)
        self.setToolTip("" if row is None else row.name)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        pulled, self._pull, self._pressed = self._pull, None, None
        self.update()
        if pulled is not None:
            to = self.box_at(event.position())
            if to and to != pulled[0]:
                self.joined.emit(pulled[0], to)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        found = self.box_at(event.position())
        if found:
            self._pressed = None
            self.opened.emit(found)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.set_zoom(self.zoom * (ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP))
        else:
            event.ignore()  # the place around it scrolls

    # --- keyboard --------------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _WAYS and self.placed.boxes:
            self._choose(self._beside(_WAYS[key]))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            self.opened.emit(self.selected)
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.line:
            self.cut.emit(self.line)
        elif key == Qt.Key.Key_Plus:
            self.set_zoom(self.zoom * ZOOM_STEP)
        elif key == Qt.Key.Key_Minus:
            self.set_zoom(self.zoom / ZOOM_STEP)
        elif key == Qt.Key.Key_Escape and (self._pull or self.line):
            self._pull, self._pressed, self.line = None, None, ""
            self.update()
        else:
            super().keyPressEvent(event)

    def _beside(self, way: QPointF) -> str:
        """The nearest box in a direction; the same one if there is none."""
        boxes = self.placed.boxes
        if self.selected not in boxes:
            return next(iter(boxes))
        here = boxes[self.selected].center()
        best, found = 1e12, self.selected
        for key, box in boxes.items():
            gap = box.center() - here
            along = gap.x() * way.x() + gap.y() * way.y()
            across = abs(gap.x() * way.y()) + abs(gap.y() * way.x())
            if along > 1 and along + 2 * across < best:
                best, found = along + 2 * across, key
        return found

    def _choose(self, initiative_id: str) -> None:
        if initiative_id != self.selected or self.line:
            self.select(initiative_id)
            self.chosen.emit(initiative_id)

    # --- painting --------------------------------------------------------------------------------

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.scale(self.zoom, self.zoom)
        around = self.plan.around(self.selected) if self.selected in self.placed.boxes else frozenset()
        shown = QRectF(event.rect())
        seen = QRectF(shown.topLeft() / self.zoom, shown.size() / self.zoom)
        paint_plan(painter, self.placed, self.rows, around, self.selected, self.line, seen)
        if self._pull is not None:
            paint_pull(painter, self.placed.boxes[self._pull[0]], self._pull[1] / self.zoom)

    def picture(self) -> QImage:
        """The whole picture for a document, nothing chosen."""
        size = self.placed.size.toSize().expandedTo(QSize(320, 120))
        image = QImage(size * _PICTURE_SCALE, QImage.Format.Format_ARGB32)
        image.setDevicePixelRatio(_PICTURE_SCALE)
        image.fill(theme.current().card)
        painter = QPainter(image)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_plan(painter, self.placed, self.rows, frozenset(), "", "", None)
        painter.end()
        return image
