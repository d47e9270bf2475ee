"""One value being typed: understood while typing, asked about where it reads two ways, refused with the
sentence beside it while what was typed stays, and stored as one undo step.
"""

from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.typed_value import store
from virtualcio.errors import RefusedValue, UserError
from virtualcio.model import Record
from virtualcio.ui.common.pickers import LinksEditor, ReferenceEditor
from virtualcio.ui.common.value_editors import (
    ChoiceEditor,
    LineEditor,
    LongTextEditor,
    ValueEditor,
    YesNoEditor,
)
from virtualcio.ui.common.value_note import ValueNote


class Leave(Enum):
    """Where to go when a value is stored."""

    STAY = "stay"
    DOWN = "down"
    RIGHT = "right"
    LEFT = "left"
    AWAY = "away"  # the keyboard is elsewhere already


_EDITORS: dict[Kind, type[ValueEditor]] = {
    Kind.LONG_TEXT: LongTextEditor,
    Kind.CHOICE: ChoiceEditor,
    Kind.YES_NO: ChoiceEditor,
    Kind.REFERENCE: ReferenceEditor,
    Kind.LINKS: LinksEditor,
}
_NOT_LEFT = frozenset(
    {
        Qt.FocusReason.PopupFocusReason,
        Qt.FocusReason.ActiveWindowFocusReason,
        Qt.FocusReason.MenuBarFocusReason,
    }
)


def editor_class(column: Column, *, in_cell: bool) -> type[ValueEditor]:
    """Which editor a column gets; in the inspector yes and no is a check box."""
    if column.kind is Kind.YES_NO and not in_cell:
        return YesNoEditor
    return _EDITORS.get(column.kind, LineEditor)


class Entry(QObject):
    """Listens to the keyboard of an editor: Enter, Tab, Esc, arrows, and leaving it."""

    stored = Signal(object)  # Leave
    cancelled = Signal()

    def __init__(
        self, editor: ValueEditor, records: Callable[[], Sequence[Record]], *, in_cell: bool = True
    ) -> None:
        super().__init__(editor.widget)
        self.editor = editor
        self._records = records
        self._in_cell = in_cell
        self.note: ValueNote | None = None
        self._asked = False
        self._busy = False
        editor.widget.installEventFilter(self)
        editor.changed.connect(self._on_typed)
        editor.chosen.connect(lambda: self.take(Leave.STAY))

    @property
    def column(self) -> Column:
        return self.editor.column

    @property
    def _company(self) -> OpenCompany:
        return self.editor.company

    @property
    def _table(self) -> Table:
        return self.editor.table

    # --- taking ---------------------------------------------------------------------------

    def take(self, leave: Leave) -> bool:
        """Store what was typed and leave; False if it was refused or has to be asked about first."""
        if self._busy:
            return True
        if not self.editor.touched():
            self._done(leave)
            return True
        try:
            typed = self.editor.read()
        except RefusedValue as refused:
            self._note().say_refused(str(refused.message), self.editor.widget)
            return False
        if typed.ambiguous and not self._asked:
            self._asked = True
            readings = [(typed.echo, typed.value), (typed.other_echo, typed.other)]
            self._note().ask(
                [(said, self._answer(value, leave)) for said, value in readings], self.editor.widget
            )
            return False
        return self._store(typed.value, leave)

    def cancel(self) -> None:
        """Back to what it was."""
        self._leave(self.cancelled.emit)

    def close(self) -> None:
        """Take away the note and lists beside the editor."""
        self.editor.close_lists()
        if self.note is not None:
            self.note.hide()
            self.note.deleteLater()
            self.note = None
        self._asked = False

    def _answer(self, value: Any, leave: Leave) -> Callable[[], None]:
        return lambda: self._take_answer(value, leave)

    def _take_answer(self, value: Any, leave: Leave) -> None:
        self._store(value, Leave.STAY if leave is Leave.AWAY else leave)

    def _store(self, value: Any, leave: Leave) -> bool:
        self._busy = True  # storing repaints and may take the keyboard away; that is not leaving once more
        try:
            store(self._company, self._table, self.column, self._records(), value)
        except UserError as refused:
            self._note().say_refused(str(refused.message), self.editor.widget)
            return False
        finally:
            self._busy = False
        self._done(leave)
        return True

    def _done(self, leave: Leave) -> None:
        self._leave(lambda: self.stored.emit(leave))

    def _leave(self, say: Callable[[], None]) -> None:
        """Closing an editor takes the keyboard away from it; that is not leaving it once more."""
        self._busy = True
        try:
            self.close()
            say()
        finally:
            self._busy = False

    def _note(self) -> ValueNote:
        if self.note is None:
            self.note = ValueNote(self.editor.widget.window())
        return self.note

    def _on_typed(self) -> None:
        self._asked = False
        if self.column.kind not in (Kind.MONEY, Kind.NUMBER, Kind.PERCENT, Kind.DATE, Kind.INTEGER):
            if self.note is not None:
                self.note.hide()
            return
        try:
            typed = self.editor.read()
        except RefusedValue:
            echo = ""  # still typing; the sentence comes with Enter
        else:
            echo = typed.echo
        if echo:
            self._note().say_understood(echo, self.editor.widget)
        elif self.note is not None:
            self.note.hide()

    # --- the keyboard -----------------------------------------------------------------------

    def _leave_undo_to_the_page(self, event: QKeyEvent) -> bool:
        """In a field in which nothing is being typed Ctrl+Z takes back the last change of the company; the
        field, into which Enter in the one before has brought the keyboard, would swallow it.
        """
        keys = (QKeySequence.StandardKey.Undo, QKeySequence.StandardKey.Redo)
        leave = not self._in_cell and not self.editor.touched() and any(map(event.matches, keys))
        if leave:
            event.ignore()
        return leave

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._on_key(event)
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            return self._leave_undo_to_the_page(event)
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if event.reason() not in _NOT_LEFT:
                self.take(Leave.AWAY)
        elif event.type() == QEvent.Type.Hide and self.note is not None:
            self.note.hide()
        return False

    def _on_key(self, event: QKeyEvent) -> bool:
        key, modifiers = Qt.Key(event.key()), event.modifiers()
        if key == Qt.Key.Key_Escape:
            self.cancel()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if isinstance(self.editor, LongTextEditor) and modifiers & Qt.KeyboardModifier.ShiftModifier:
                return False
            if not self.editor.enter():
                self.take(Leave.DOWN)
            return True
        if key in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) and self._in_cell:
            self.take(Leave.LEFT if key == Qt.Key.Key_Backtab else Leave.RIGHT)
            return True
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            return self.editor.step(1 if key == Qt.Key.Key_Down else -1)
        return False
