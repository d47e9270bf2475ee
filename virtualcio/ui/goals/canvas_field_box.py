"""One field of the canvas: its title, its question while it is empty, its notes, a button for one more."""

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QHBoxLayout, QWidget

from virtualcio.actions.goals.canvas_notes import QUESTIONS, field_title, notes_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import CanvasNote
from virtualcio.model.goals import CanvasField
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.goals.canvas_note_card import MIME, CanvasNoteCard
from virtualcio.ui.shell import theme

_LEAST = 96  # px


class CanvasFieldBox(Card):
    """Takes notes that are dropped on it."""

    add_wanted = Signal(object)  # this box
    dropped = Signal(str, object, int)  # key of a note, this box, its place among the others
    made = Signal(object)  # a note card that was built

    def __init__(self, company: OpenCompany, field: CanvasField) -> None:
        super().__init__(padding=10)
        self._company, self.field = company, field
        self.cards: list[CanvasNoteCard] = []
        self.title = Label(field_title(field), size=12, semibold=True, wrap=True)
        name = _("Add a note to “{field}”").format(field=field_title(field))
        self.add_button = Button("", lambda: self.add_wanted.emit(self), quiet=True, icon="plus", name=name)
        self.add_button.setFixedSize(26, 24)
        self.question = Label(_(QUESTIONS[field]), ink="third", size=12, wrap=True)
        self.notes = ScrollColumn()
        self.notes.column.setSpacing(6)
        self._line: int | None = None  # y of the place where a note would be dropped
        self.setAccessibleName(field_title(field))
        self.setAcceptDrops(True)
        self.setMinimumHeight(_LEAST)
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(4)
        head.addWidget(self.title, 1)
        head.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(6)
        self.body.addLayout(head)
        self.body.addWidget(self.question)
        self.body.addWidget(self.notes, 1)

    def follow(self) -> None:
        """Show the notes as they are now; cards of notes that stayed are kept."""
        notes = notes_of(self._company, self.field)
        kept = {card.note.id: card for card in self.cards}
        wanted = [note.id for note in notes]
        if wanted != [card.note.id for card in self.cards]:
            self._arrange([kept.pop(note.id) if note.id in kept else self._card(note) for note in notes])
            for card in kept.values():
                card.hide()
                card.deleteLater()
        for card in self.cards:
            card.show_note()
        self.question.setVisible(not notes)

    def _card(self, note: CanvasNote) -> CanvasNoteCard:
        card = CanvasNoteCard(self._company, note)
        self.made.emit(card)
        return card

    def _arrange(self, cards: list[CanvasNoteCard]) -> None:
        column = self.notes.column
        while column.count():
            column.takeAt(0)
        self.cards = cards
        for card in cards:
            column.addWidget(card)
            card.show()
        column.addStretch(1)

    def card_of(self, key: str) -> CanvasNoteCard | None:
        return next((card for card in self.cards if card.note.id == key), None)

    # --- dropping --------------------------------------------------------------------------------

    def place_at(self, spot: QPoint, without: str) -> int:
        """Before how many of the other notes a place in this box stands."""
        others = [card for card in self.cards if card.note.id != without]
        return len([card for card in others if self._middle(card) < spot.y()])

    def _middle(self, card: QWidget) -> int:
        return card.mapTo(self, card.rect().center()).y()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        event.acceptProposedAction()
        below = [card for card in self.cards if self._middle(card) > event.position().y()]
        if below:
            self._line = below[0].mapTo(self, QPoint(0, -4)).y()
        elif self.cards:
            self._line = self.cards[-1].mapTo(self, QPoint(0, self.cards[-1].height() + 3)).y()
        else:
            self._line = self.notes.y() + 2
        self.update()

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        self._line = None
        self.update()

    def dropEvent(self, event: QDropEvent) -> None:
        self._line = None
        self.update()
        key = bytes(event.mimeData().data(MIME).data()).decode()
        event.acceptProposedAction()
        self.dropped.emit(key, self, self.place_at(event.position().toPoint(), key))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self._line is not None:
            painter = QPainter(self)
            painter.setPen(QPen(theme.current().accent, 2))
            painter.drawLine(10, self._line, self.width() - 10, self._line)
