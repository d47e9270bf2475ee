"""The fields of the inspector: first what decides, then the rest by group, in two columns; built once for a
table, filled for each record.
"""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.texts import translate
from virtualcio.ui.common.inspector_field import (
    ComputedField,
    FieldTitle,
    InspectorField,
    fits_half,
    is_wide,
    tip_of,
)
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import FoundLinks, LinksField


class InspectorBody(QWidget):
    """All fields of a table. With several records, only what can be set for all of them."""

    opened = Signal(object, str)  # kind and key of a related thing that was clicked

    def __init__(
        self,
        company: OpenCompany,
        table: Table,
        records: Callable[[], Sequence[Record]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._company, self._table, self._records = company, table, records
        self.fields: dict[str, InspectorField] = {}
        self.computed: dict[str, ComputedField] = {}
        self.links: dict[str, LinksField] = {}
        self.found: dict[str, FoundLinks] = {}
        self._single_only: list[QWidget] = []
        whole = self._whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        self._parts: list[QWidget] = []
        for group, columns in _groups(table):
            whole.addWidget(self._group(group, columns))

    def put_after_first(self, part: QWidget) -> None:
        """Let `part` stand below what decides, above all other groups; hidden with several records."""
        self._whole.insertWidget(1 + len(self._parts), part)
        self._parts.append(part)
        self._single_only.append(part)

    def _group(self, group: str, columns: Sequence[Column]) -> QWidget:
        box = QWidget()
        grid = QGridLayout(box)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(10)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        if group:
            grid.addWidget(Label(translate(group), semibold=True), 0, 0, 1, 2)
        row, side = 1, 0
        for column, after in zip(columns, [*columns[1:], None], strict=True):
            field = self._field(column)
            alone = side == 0 and not column.editable and (after is None or after.editable)
            # With several records a result is hidden and would leave a hole.
            wide = is_wide(column) or alone or not fits_half(column)
            if wide and side:
                row, side = row + 1, 0
            grid.addWidget(field, row, side, 1, 2 if wide else 1)
            grid.setAlignment(field, Qt.AlignmentFlag.AlignTop)
            if wide or side:
                row, side = row + 1, 0
            else:
                side = 1
        if all(column.kind is Kind.LINKS or not column.editable for column in columns):
            self._single_only.append(box)
        return box

    def _field(self, column: Column) -> QWidget:
        if column.kind is Kind.LINKS:
            return self._links_field(column) if column.editable else self._results_field(column)
        if not column.editable:
            computed = self.computed[column.key] = ComputedField(self._company, column)
            self._single_only.append(computed)
            return computed
        field = self.fields[column.key] = InspectorField(self._company, self._table, column, self._records)
        field.opened.connect(lambda key: self._open(column, key))
        if column.field == self._table.name_field:
            self._single_only.append(field)
        return field

    def _links_field(self, column: Column) -> QWidget:
        links = self.links[column.key] = LinksField(self._company, self._table, column)
        return self._titled(column, links)

    def _results_field(self, column: Column) -> QWidget:
        found = self.found[column.key] = FoundLinks(self._company, column)
        return self._titled(column, found)

    def _titled(self, column: Column, links: "LinksField | FoundLinks") -> QWidget:
        box = QWidget()
        lines = QVBoxLayout(box)
        lines.setContentsMargins(0, 0, 0, 0)
        lines.setSpacing(3)
        links.opened.connect(lambda key: self._open(column, key))
        lines.addWidget(FieldTitle(column))
        lines.addWidget(links)
        box.setToolTip(tip_of(column))
        self._single_only.append(box)
        return box

    def _open(self, column: Column, key: str) -> None:
        if key and column.target is not None:
            self.opened.emit(column.target, key)

    def show_records(self) -> None:
        """Fill every field anew, because other records are shown."""
        for field in self.fields.values():
            field.show_value()
        self._show_rest()

    def follow(self) -> None:
        """After a change: fill in what is not being typed."""
        for field in self.fields.values():
            field.follow()
        self._show_rest()

    def _show_rest(self) -> None:
        records = self._records()
        single = len(records) == 1
        for widget in self._single_only:
            widget.setVisible(single)
        if single:
            for computed in self.computed.values():
                computed.show_record(records[0])
            for links in self.links.values():
                links.show_record(records[0])
            for found in self.found.values():
                found.show_record(records[0])


def _groups(table: Table) -> list[tuple[str, list[Column]]]:
    """What stands first, without a heading; then the name's group, what is linked and the others, in which
    results stand first.
    """
    first = [table.column(key) for key in table.first]
    left = [column for column in table.columns if column not in first]
    stored = [column for column in left if column.editable]
    linked = [] if first else [column for column in stored if column.kind is Kind.LINKS]
    order = dict.fromkeys(column.group for column in [*stored[:1], *linked, *stored, *left])
    name_group = next((one.group for one in table.columns if one.field == table.name_field), "")
    groups = [("", first)] if first else []
    for group in order:
        columns = [one for one in left if one.group == group]
        groups.append((group, columns if group == name_group else sorted(columns, key=_results_first)))
    return groups


def _results_first(column: Column) -> bool:
    return column.editable
