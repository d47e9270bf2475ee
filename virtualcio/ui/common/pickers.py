"""Editors for what a record is related to: one other record, or several, made on the spot where missing."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLineEdit, QWidget

from virtualcio.actions import cells
from virtualcio.actions.columns import Column, Table
from virtualcio.actions.field_values import can_be_empty
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.typed_value import LinkChoice, NewThing, Typed
from virtualcio.model import Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.pick_list import Option, PickList
from virtualcio.ui.common.value_editors import SEVERAL, ValueEditor

_FRESH = "+"  # begins the key of an option that stands for a thing to be made


class _Picker(ValueEditor):
    """A line to type a name into, with the list of matching things below it while it has the keyboard."""

    many = False

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self.line = self.widget = QLineEdit(parent)
        self.line.setAccessibleName(translate(column.title))
        self.line.textEdited.connect(self._on_typed)
        self.list: PickList | None = None

    def open_list(self) -> PickList:
        """Drop the list of choices below the line."""
        if self.list is None:
            self.list = PickList(self.line.window(), self._options(), many=self.many)
            self.list.picked.connect(self._on_picked)
            self._list_opened(self.list)
        return self.list

    def close_lists(self) -> None:
        if self.list is not None:
            self.list.hide()
            self.list.deleteLater()
            self.list = None

    def step(self, by: int) -> bool:
        picks = self.open_list()
        if picks.isHidden():
            picks.show_matching("", self.line)
        if by:
            picks.step(by)
        return True

    def _options(self) -> list[Option]:
        return [Option(key, name) for key, name in cells.options_of(self.company, self.column)]

    def _list_opened(self, _picks: PickList) -> None:
        """Set what is checked in a list that was just opened."""

    def _on_typed(self, text: str) -> None:
        self.open_list().show_matching(text, self.line)
        self.changed.emit()

    def _on_picked(self, _choice: Option | str) -> None:
        raise NotImplementedError


class ReferenceEditor(_Picker):
    """Picks one related record, or none, or names a new one."""

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self._shown = ""
        self._picked: Option | str | None = None

    def _options(self) -> list[Option]:
        none = [Option(None, "—")] if can_be_empty(self.table.kind, self.column) else []
        return none + super()._options()

    def show_value(self, records: Sequence[Record]) -> None:
        value = self._common(records)
        self._picked = None
        several = value is SEVERAL
        self._shown = "" if several or value is None else cells.text_of(self.company, self.column, records[0])
        self.line.setText(self._shown)
        self.line.setCursorPosition(0)
        self.line.setPlaceholderText(_("different values") if several and len(records) > 1 else "")

    def touched(self) -> bool:
        return self._picked is not None or self.line.text() != self._shown or self._stepped() is not None

    def read(self) -> Typed:
        choice = self._picked or self._stepped()
        typed = self.line.text().strip()
        if choice is None and typed:
            same = [one for one in self._options() if one.name.casefold() == typed.casefold()]
            choice = same[0] if same else typed
        if isinstance(choice, Option):
            return Typed(choice.key)
        return Typed(NewThing(choice)) if choice else Typed(None)

    def _stepped(self) -> Option | str | None:
        return self.list.current() if self.list is not None and not self.list.isHidden() else None

    def _on_picked(self, choice: Option | str) -> None:
        self._picked = choice
        self.line.setText(choice if isinstance(choice, str) else choice.name)
        self.close_lists()
        self.chosen.emit()


class LinksEditor(_Picker):
    """Checks any number of related records in a list; Enter checks the highlighted one, or stores."""

    many = True

    def __init__(self, company: OpenCompany, table: Table, column: Column, parent: QWidget | None) -> None:
        super().__init__(company, table, column, parent)
        self.line.setPlaceholderText(_("Type to find or add"))
        self._before: frozenset[str] = frozenset()
        self._now: set[str] = set()
        self._fresh: list[str] = []

    def show_value(self, records: Sequence[Record]) -> None:
        value = self._common(records)
        self._before = frozenset() if value is SEVERAL else frozenset(value or ())
        self._now = set(self._before)

    def touched(self) -> bool:
        return self._now != self._before or bool(self._fresh)

    def read(self) -> Typed:
        return Typed(LinkChoice(frozenset(self._now), tuple(NewThing(name) for name in self._fresh)))

    def enter(self) -> bool:
        return self.list is not None and not self.list.isHidden() and self.list.pick_current()

    def _list_opened(self, picks: PickList) -> None:
        picks.checked = set(self._now)

    def _on_picked(self, choice: Option | str) -> None:
        picks = self.open_list()
        if isinstance(choice, str):
            self._fresh.append(choice)
            picks.add_option(Option(_FRESH + choice, choice))
            picks.checked.add(_FRESH + choice)
        elif choice.key is not None and choice.key.startswith(_FRESH):
            self._fresh.remove(choice.name)
            picks.checked.discard(choice.key)
        elif choice.key is not None:
            self._now ^= {choice.key}
            picks.checked ^= {choice.key}
        row = picks.list.currentRow() if not self.line.text() else -1
        self.line.clear()
        picks.show_matching("", self.line)
        picks.list.setCurrentRow(-1)
        if row >= 0:
            picks.list.scrollToItem(picks.list.item(row))
        self.changed.emit()
