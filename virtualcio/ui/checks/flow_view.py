"""The golden thread as a picture: pointing at a bar lights up its threads, a click leads to what it shows."""

from PySide6.QtCore import QEvent, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from virtualcio import formats
from virtualcio.actions.budget.spending_flow import FlowColumn, FlowNode, MoneyFlow, column_titles
from virtualcio.texts import _
from virtualcio.ui.checks.flow_layout import PlacedFlow, least_height, place_flow
from virtualcio.ui.checks.flow_painting import flow_picture, paint_flow

_UP_DOWN = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
_SIDEWAYS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}


class FlowView(QWidget):
    """Paints a `MoneyFlow`. `opened` gives the node that was chosen by click or Enter."""

    opened = Signal(object)

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self._flow = MoneyFlow((), (), ())
        self._placed: PlacedFlow = place_flow(self._flow, 0, 0)
        self._current: FlowNode | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(title)

    @property
    def flow(self) -> MoneyFlow:
        return self._flow

    @property
    def placed(self) -> PlacedFlow:
        return self._placed

    @property
    def current(self) -> FlowNode | None:
        """The node whose threads are lit."""
        return self._current

    def show_flow(self, flow: MoneyFlow) -> None:
        self._flow = flow
        self._set_current(None)
        self._place()

    def picture(self) -> QImage:
        return flow_picture(self._flow, self._title)

    def sizeHint(self) -> QSize:
        return QSize(560, int(max(360, least_height(self._flow))) + 4)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        self._place()

    def _place(self) -> None:
        self._placed = place_flow(self._flow, self.width() - 2, self.height() - 4)
        self.setMinimumHeight(int(least_height(self._flow)) + 4)
        self.update()

    def _set_current(self, node: FlowNode | None) -> None:
        if node == self._current:
            return
        self._current = node
        leads = node is not None and node.kind is not None
        self.setCursor(Qt.CursorShape.PointingHandCursor if leads else Qt.CursorShape.ArrowCursor)
        words = "" if node is None else _words(node)
        self.setToolTip(words)
        self.setAccessibleDescription(words)
        self.update()

    def _node_at(self, position: QPointF) -> FlowNode | None:
        """The bar or its words; a band counts as what it comes from."""
        inside = position - QPointF(1, 2)
        for placed in self._placed.bars:
            if not placed.node.hidden and (
                placed.bar.adjusted(-3, 0, 3, 0).contains(inside) or placed.label.contains(inside)
            ):
                return placed.node
        for one in self._placed.bands:
            if one.path.contains(inside):
                node = self._placed.bar_of(one.band.start).node
                return None if node.hidden else node
        return None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._set_current(self._node_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        node = self._node_at(event.position())
        if node is not None and node.kind is not None and event.button() is Qt.MouseButton.LeftButton:
            self.opened.emit(node)

    def leaveEvent(self, _event: QEvent) -> None:
        self._set_current(None)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._set_current(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _UP_DOWN or key in _SIDEWAYS:
            self._step(_UP_DOWN.get(key, 0), _SIDEWAYS.get(key, 0))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._current is not None:
            if self._current.kind is not None:
                self.opened.emit(self._current)
        else:
            super().keyPressEvent(event)

    def _step(self, down: int, aside: int) -> None:
        """To the next bar of the column, or to the nearest one of the next column that has any."""
        columns = [[node for node in self._flow.column(one) if not node.hidden] for one in FlowColumn]
        filled = [nodes for nodes in columns if nodes]
        if not filled:
            return
        if self._current is None:
            self._set_current(filled[0][0])
            return
        at = next(number for number, nodes in enumerate(filled) if self._current in nodes)
        row = filled[at].index(self._current)
        if down:
            self._set_current(filled[at][max(0, min(row + down, len(filled[at]) - 1))])
            return
        middle = self._placed.bar_of(self._current.key).bar.center().y()
        others = filled[max(0, min(at + aside, len(filled) - 1))]
        self._set_current(
            min(others, key=lambda node: abs(self._placed.bar_of(node.key).bar.center().y() - middle))
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.translate(1, 2)
        if self._current is None:
            paint_flow(painter, self._placed, None)
        else:
            key = self._current.key
            paint_flow(painter, self._placed, self._flow.with_node(key), key)


def _words(node: FlowNode) -> str:
    """'Prozess: Auftragsabwicklung, 94.200 €'."""
    return _("{column}: {name}, {amount}").format(
        column=column_titles()[node.column], name=node.title, amount=formats.money_short(node.amount)
    )
