"""A note on the canvas: typed where it stands, linked with what it is about, moved with the mouse or keys."""

from functools import partial

from PySide6.QtCore import QEvent, QMimeData, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDrag,
    QEnterEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.goals.canvas_notes import linked_with
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import CanvasNote, Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinkChip, LinksField
from virtualcio.ui.goals.text_in_place import TextInPlace
from virtualcio.ui.shell import theme

MIME = "application/x-virtualcio-note"
_LEAST_CHIP = 40
_LINKED = ("goals", "processes", "applications")
_ARROWS = {
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
}


class CanvasNoteCard(QWidget):
    """Signals carry this card."""

    opened = Signal(object, str)  # kind and key of a linked thing
    next_wanted = Signal(object)  # Enter stored the text: one more note below
    delete_wanted = Signal(object)
    move_wanted = Signal(object, int, int)  # fields to the right, places down

    def __init__(self, company: OpenCompany, note: CanvasNote) -> None:
        super().__init__()
        self._company, self.note = company, note
        canvas = table("canvas")
        self.text = TextInPlace(company, canvas, canvas.column("text"), lambda: note, _("Note"))
        self.text.finished.connect(self._on_typed)
        self.links: dict[str, LinksField] = {}
        self._pressed: QPoint | None = None
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        name = _("Link with goals, processes, applications")
        self.link_button = Button("", self.turn_links, quiet=True, icon="link", name=name)
        self.delete_button = Button(
            "", lambda: self.delete_wanted.emit(self), quiet=True, icon="trash-2", name=_("Delete note")
        )
        self.link_button.setCheckable(True)
        self._chips = QWidget()
        self._flow = FlowLayout(self._chips, spacing=4)
        self._editors = QWidget()
        self._tools = QWidget(self)  # over the text, while somebody is here
        self._build()
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.focusChanged.connect(self._on_focus)
        self._show_tools()
        self.show_note()

    def _build(self) -> None:
        tools = QHBoxLayout(self._tools)
        tools.setContentsMargins(2, 0, 0, 0)
        tools.setSpacing(0)
        for button in (self.link_button, self.delete_button):
            button.setFixedSize(24, 24)
            tools.addWidget(button)
        self._tools.adjustSize()
        self._tools.setAutoFillBackground(True)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(10, 7, 8, 7)
        whole.setSpacing(4)
        whole.addWidget(self.text)
        whole.addWidget(self._chips)
        whole.addWidget(self._editors)
        self._editors.hide()

    def show_note(self) -> None:
        """After a change: text and links anew; what is being typed stays."""
        self.text.show_text()
        self._flow.clear()
        linked = linked_with(self._company, self.note)
        for kind, key, name in linked:
            chip = LinkChip(name, removable=False)
            chip.clicked.connect(partial(self.opened.emit, kind, key))
            chip.setMinimumWidth(_LEAST_CHIP)  # it may be shortened to the width of the field
            self._flow.addWidget(chip)
        editing = self.link_button.isChecked()
        self._chips.setVisible(bool(linked) and not editing)
        for field in self.links.values():
            field.show_record(self.note)
            for chip in field.findChildren(LinkChip):
                chip.setMinimumWidth(_LEAST_CHIP)
        self.updateGeometry()

    def turn_links(self) -> None:
        """Show or hide the fields in which links are made."""
        shown = self.link_button.isChecked()
        if shown and not self.links:
            self._build_links()
        self._editors.setVisible(shown)
        self.show_note()

    def _build_links(self) -> None:
        canvas = table("canvas")
        lines = QVBoxLayout(self._editors)
        lines.setContentsMargins(0, 2, 4, 0)
        lines.setSpacing(3)
        for key in _LINKED:
            column = canvas.column(key)
            field = self.links[key] = LinksField(self._company, canvas, column)
            target = column.target
            field.opened.connect(lambda found, target=target: self._on_linked(target, found))
            lines.addWidget(Label(translate(column.title), ink="third", size=11.5))
            lines.addWidget(field)

    def _on_linked(self, kind: type[Record] | None, key: str) -> None:
        if kind is not None:
            self.opened.emit(kind, key)

    def _on_typed(self, by_enter: bool) -> None:
        if by_enter:
            self.next_wanted.emit(self)

    # --- keys and mouse --------------------------------------------------------------------------

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.move_wanted.emit(self, *_ARROWS[key])
        elif key == Qt.Key.Key_Delete and self.text.hasFocus():
            self.delete_wanted.emit(self)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and self.text.hasFocus():
            self.focusNextPrevChild(key == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position().toPoint()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        start = self._pressed
        far = QApplication.startDragDistance()
        if start is None or (event.position().toPoint() - start).manhattanLength() < far:
            return
        self._pressed = None
        drag = QDrag(self)
        what = QMimeData()
        what.setData(MIME, self.note.id.encode())
        drag.setMimeData(what)
        drag.setPixmap(self.grab())
        drag.setHotSpot(start)
        drag.exec(Qt.DropAction.MoveAction)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._pressed = None

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._show_tools()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tools.move(self.width() - self._tools.width() - 3, 3)

    def _on_focus(self, _before: QWidget | None, _now: QWidget | None) -> None:
        self._show_tools()

    def _show_tools(self) -> None:
        """Linking and deleting are offered where the mouse or the keyboard is, and not while typing."""
        here = self.underMouse() or self.isAncestorOf(QApplication.focusWidget() or self)
        self._tools.setVisible((here or self.link_button.isChecked()) and not self.text.typing)
        self._tools.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(shown.line, 1))
        painter.setBrush(shown.window)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
