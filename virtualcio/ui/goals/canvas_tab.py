"""The tab of the business model: the canvas with its nine fields in their usual places."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from virtualcio.actions.goals.canvas_notes import add_note, delete_note, move_note, notes_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import UserError
from virtualcio.model import CanvasNote
from virtualcio.model.goals import CanvasField
from virtualcio.store.workspace import Change
from virtualcio.texts import Message, _
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.goals.canvas_field_box import CanvasFieldBox
from virtualcio.ui.goals.canvas_note_card import CanvasNoteCard

_NARROW = 860  # px: below, the fields stand in two columns
_GAP = 12
_LEAST_UPPER, _LEAST_LOWER = 150, 110  # px of a row
# Row, column, rows, columns in the usual arrangement.
_PLACES = {
    CanvasField.PARTNERS: (0, 0, 2, 2),
    CanvasField.ACTIVITIES: (0, 2, 1, 2),
    CanvasField.RESOURCES: (1, 2, 1, 2),
    CanvasField.VALUE: (0, 4, 2, 2),
    CanvasField.RELATIONSHIPS: (0, 6, 1, 2),
    CanvasField.CHANNELS: (1, 6, 1, 2),
    CanvasField.CUSTOMERS: (0, 8, 2, 2),
    CanvasField.COSTS: (2, 0, 1, 5),
    CanvasField.REVENUES: (2, 5, 1, 5),
}


class CanvasTab(PartOfPage):
    """Every action is one undo step."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.boxes = {field: CanvasFieldBox(company, field) for field in CanvasField}
        self._narrow: bool | None = None
        self._fresh: tuple[str, Message | None] = ("", None)  # the note just begun, and what undo says of it
        self._grid = QGridLayout()
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(_GAP)
        self.hint = Label(
            _(
                "How the company earns its money, on one page. Begin with the customers and what they get; a "
                "few words for each note are enough."
            ),
            ink="second",
            wrap=True,
        )
        self._column = ScrollColumn()
        self._column.column.setSpacing(_GAP)
        holder = QWidget()
        holder.setLayout(self._grid)
        self._column.column.addWidget(self.hint)
        self._column.column.addWidget(holder, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._column)
        for box in self.boxes.values():
            box.add_wanted.connect(self.on_add)
            box.dropped.connect(self.on_dropped)
            box.made.connect(self._on_made)
        self._arrange(narrow=False)
        self.follow(None)

    def _arrange(self, *, narrow: bool) -> None:
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for index, (field, box) in enumerate(self.boxes.items()):
            self._grid.removeWidget(box)
            if narrow:
                self._grid.addWidget(box, index // 2, index % 2 * 5, 1, 5)
            else:
                self._grid.addWidget(box, *_PLACES[field])
        for column in range(10):
            self._grid.setColumnStretch(column, 1)
        for row in range(5):
            upper = _LEAST_UPPER if row < 2 or narrow else _LEAST_LOWER
            self._grid.setRowMinimumHeight(row, upper if row < (5 if narrow else 3) else 0)
            self._grid.setRowStretch(row, (3, 3, 2)[row] if row < 3 and not narrow else int(narrow))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange(narrow=self.width() < _NARROW)

    # --- showing ---------------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        for box in self.boxes.values():
            box.follow()
        self.hint.setVisible(not self.company.data.count(CanvasNote))

    def card_of(self, key: str) -> CanvasNoteCard | None:
        """The card of a note, wherever it stands."""
        return next((card for box in self.boxes.values() if (card := box.card_of(key))), None)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """`record` is a note."""
        card = self.card_of(record)
        if card is not None:
            self._focus(card)

    def take_keyboard(self) -> bool:
        box = self.boxes[CanvasField.CUSTOMERS]
        target = box.cards[0].text if box.cards else box.add_button
        target.setFocus()
        return target.hasFocus()

    def _on_made(self, card: CanvasNoteCard) -> None:
        card.opened.connect(self.opened)
        card.text.cancelled.connect(lambda: self._on_cancelled(card))
        card.next_wanted.connect(self.on_next)
        card.delete_wanted.connect(self.on_delete)
        card.move_wanted.connect(self.on_move)

    def _focus(self, card: CanvasNoteCard) -> None:
        card.text.setFocus(Qt.FocusReason.OtherFocusReason)
        box = self.boxes[card.note.field]
        QTimer.singleShot(0, card, lambda: box.notes.ensureWidgetVisible(card))

    # --- doing -----------------------------------------------------------------------------------

    def on_add(self, box: CanvasFieldBox, after: CanvasNote | None = None) -> None:
        """A new note, its words ready to be typed over."""
        note = add_note(self.company, box.field, _("New note"), after)
        self._fresh = note.id, self.company.workspace.undo_label
        self._now(box)
        card = box.card_of(note.id)
        if card is not None:
            self._focus(card)
            card.text.begin()

    def _on_cancelled(self, card: CanvasNoteCard) -> None:
        """Esc right after a note was begun takes it away again: nobody wanted its text."""
        (key, label), self._fresh = self._fresh, ("", None)
        if card.note.id != key or label is not self.company.workspace.undo_label:
            return
        box = self.boxes[card.note.field]
        try:
            self.company.workspace.undo()
        except UserError as refused:
            self.shell.refuse(refused)
            return
        self._now(box)
        if box.cards:
            self._focus(box.cards[-1])
        else:
            box.add_button.setFocus()

    def on_next(self, card: CanvasNoteCard) -> None:
        """Enter after the last note of a field begins the next one, elsewhere it goes down."""
        box = self.boxes[card.note.field]
        at = box.cards.index(card) if card in box.cards else len(box.cards)
        if at + 1 < len(box.cards):
            self._focus(box.cards[at + 1])
        else:
            self.on_add(box, card.note)

    def on_delete(self, card: CanvasNoteCard) -> None:
        """Undo brings it back."""
        box = self.boxes[card.note.field]
        at = box.cards.index(card)
        delete_note(self.company, card.note)
        self._now(box)
        self.shell.say(_("Note deleted"), undo=True)
        if box.cards:
            self._focus(box.cards[min(at, len(box.cards) - 1)])
        else:
            box.add_button.setFocus()

    def on_move(self, card: CanvasNoteCard, right: int, down: int) -> None:
        """Alt with an arrow: within the field, or into the next one in the order of the fields."""
        fields = list(CanvasField)
        field, note = card.note.field, card.note
        if right:
            at = fields.index(field) + right
            if 0 <= at < len(fields):
                self._move(note, fields[at], len(notes_of(self.company, fields[at])))
        else:
            box = self.boxes[field]
            self._move(note, field, box.cards.index(card) + down)

    def on_dropped(self, key: str, box: CanvasFieldBox, at: int) -> None:
        note = self.company.data.get(CanvasNote, key)
        if note is not None:
            self._move(note, box.field, at)

    def _move(self, note: CanvasNote, field: CanvasField, at: int) -> None:
        if move_note(self.company, note, field, at):
            self.follow(None)
        card = self.card_of(note.id)
        if card is not None:
            self._focus(card)

    def _now(self, box: CanvasFieldBox) -> None:
        """The window tells of changes when it is idle; the keyboard goes on at once."""
        box.follow()
        self.hint.setVisible(not self.company.data.count(CanvasNote))
