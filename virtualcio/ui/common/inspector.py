"""The panel at the right of a table: what the selected thing means, its fields, what it is linked with,
its history, and what can be done with it.
"""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.columns import Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.references import referrers_of
from virtualcio.actions.tables import child_name, children_of
from virtualcio.model import Record
from virtualcio.texts import _, translate
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.inspector_body import InspectorBody
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.record_history import RecordHistory
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.sentence_box import SentenceBox
from virtualcio.ui.common.shell import Shell

WIDTH = 330
MOST_CHIPS = 12


class Inspector(Card):
    """Shows the records of the selection: one with everything, several with what they share."""

    opened = Signal(object, str)  # kind and key of a related thing to go to
    closed = Signal()

    def __init__(
        self, company: OpenCompany, table: Table, shell: Shell | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(padding=0, parent=parent)
        self._company, self._table = company, table
        self._records: list[Record] = []
        self.setFixedWidth(WIDTH)
        self.setAccessibleName(_("Details"))
        self.name = ElidedLabel(size=13.5, semibold=True)
        self.close_button = Button("", self.closed.emit, quiet=True, icon="x", name=_("Hide the details"))
        self.sentence = SentenceBox()
        self.fields = InspectorBody(company, table, lambda: self._records)
        self.fields.opened.connect(self.opened)
        self.children_tables: dict[str, ChildTable] = {}
        for child in children_of(table) if shell is not None else ():
            if child.in_details and shell is not None:
                rows = self.children_tables[child.key] = ChildTable(company, child, shell)
                self.fields.put_after_first(rows)
        self.used_by = QWidget()
        self._used = QVBoxLayout(self.used_by)
        self._used.setContentsMargins(0, 0, 0, 0)
        self._used.setSpacing(6)
        self.history = RecordHistory(company, table)
        self.history.hide()
        self.parts = ScrollColumn()
        self.parts.column.setContentsMargins(16, 0, 16, 12)
        self.parts.column.setSpacing(16)
        for part in (self.sentence, self.history, self.fields, self.used_by):
            self.parts.column.addWidget(part)
        self.parts.column.addStretch(1)
        self.hint = Label(_("Choose a row to see what it means."), ink="second", wrap=True)
        self.hint.setContentsMargins(16, 0, 16, 0)
        self.hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.body.setSpacing(8)
        self.body.addLayout(self._head())
        self.body.addWidget(self.hint)
        self.body.addWidget(self.parts, 1)
        self.foot = QWidget()
        self.buttons = QHBoxLayout(self.foot)
        self.buttons.setContentsMargins(16, 4, 16, 14)
        self.history_button = Button(_("History"), self.turn_history)
        self.history_button.setCheckable(True)
        self.body.addWidget(self.foot)
        self.show_records([])

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(16, 12, 8, 0)
        head.addWidget(self.name, 1)
        head.addWidget(self.close_button)
        return head

    def add_buttons(self, *buttons: Button) -> None:
        """What can be done with the selection stands at the foot, the history last."""
        for button in (*buttons, self.history_button):
            self.buttons.addWidget(button)
        self.buttons.addStretch(1)

    @property
    def records(self) -> Sequence[Record]:
        return tuple(self._records)

    def place_to_type(self, key: str) -> QWidget | None:
        """Where a column, or the rows of a table that belong to the record, are edited; None if not here."""
        field = self.fields.fields.get(key)
        if field is not None:
            return field.editor.widget
        rows = self.children_tables.get(key)
        return rows.add_button if rows is not None else self.fields.links.get(key)

    def show_records(self, records: Sequence[Record]) -> None:
        """Show these records; what is being typed for others is stored by losing the keyboard."""
        same = [one.id for one in records] == [one.id for one in self._records]
        self._records = list(records)
        some, single = bool(records), len(records) == 1
        for part in (self.parts, self.foot):
            part.setVisible(some)
        self.hint.setVisible(not some)
        self.history_button.setVisible(single)
        self._show_name()
        if not some:
            return
        self.sentence.setVisible(single)
        self.used_by.setVisible(single)
        if not single:
            self._hide_history()
        if same:
            self.fields.follow()
        else:
            self.fields.show_records()
            self.parts.verticalScrollBar().setValue(0)
        if single:
            self._show_single(records[0])

    def _show_name(self) -> None:
        if len(self._records) == 1:
            self.name.setText(child_name(self._company, self._records[0]))
        elif self._records:
            count = len(self._records)
            words = _("{count} selected: {what}").format(count=count, what=translate(self._table.plural))
            self.name.setText(words)
        else:
            self.name.setText(translate(self._table.plural))

    def _show_single(self, record: Record) -> None:
        for rows in self.children_tables.values():
            rows.show_parent(record)
        sentence = self._table.sentence
        self.sentence.show_sentence(sentence(self._company, record) if sentence is not None else None)
        self._show_used_by(record)
        if self.history_button.isChecked():
            self.history.show_record(record)

    def _show_used_by(self, record: Record) -> None:
        while self._used.count():
            item = self._used.takeAt(0)
            widget = item.widget() if item is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for found in referrers_of(self._company, record):
            words = f"{translate(found.table.plural)} · {translate(found.column.title)}"
            self._used.addWidget(Label(words, ink="third", size=11.5))
            chips = QWidget()
            flow = FlowLayout(chips, spacing=6)
            for other in found.records[:MOST_CHIPS]:
                chip = LinkChip(child_name(self._company, other), removable=False)
                chip.clicked.connect(partial(self.opened.emit, found.table.kind, other.id))
                flow.addWidget(chip)
            rest = len(found.records) - MOST_CHIPS
            if rest > 0:
                flow.addWidget(Label(_("and {count} more").format(count=rest), ink="second"))
            self._used.addWidget(chips)
        self.used_by.setVisible(self._used.count() > 0)

    def turn_history(self) -> None:
        """Show or hide who changed what."""
        shown = self.history_button.isChecked()
        self.history.setVisible(shown)
        self.fields.setVisible(not shown)
        if shown and len(self._records) == 1:
            self.history.show_record(self._records[0])
            self.parts.verticalScrollBar().setValue(0)

    def _hide_history(self) -> None:
        self.history_button.setChecked(False)
        self.turn_history()
