"""The fields of a thing that the books need, in two columns, typed as in its details."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout

from virtualcio.actions.columns import Table
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import Record
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.inspector_field import InspectorField

_FIRST = ("purchase_date", "cost", "life_key", "in_use_on")
_BY_BOOK = ("tax_method", "commercial_method", "tax_life_years", "commercial_life_years", "declining_percent")
_PAPERS = ("invoice_number", "asset_account", "cost_centre")
_TAKEN_OVER = (
    "taken_over_on", "tax_book_value", "tax_months_left", "commercial_book_value", "commercial_months_left",
)  # fmt: skip
FIELDS = (*_FIRST, *_BY_BOOK, *_PAPERS, *_TAKEN_OVER)


class BookFields(Card):
    """For the records of one table: assets or applications."""

    def __init__(self, company: OpenCompany, table: Table) -> None:
        super().__init__(_("For the books"))
        self._record: Record | None = None
        grid = QGridLayout()
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(10)
        self.fields: dict[str, InspectorField] = {}
        for place, key in enumerate(FIELDS):
            field = InspectorField(company, table, table.column(key), self._records)
            self.fields[key] = field
            grid.addWidget(field, place // 2, place % 2)
            grid.setAlignment(field, Qt.AlignmentFlag.AlignTop)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)

    def _records(self) -> Sequence[Record]:
        return [] if self._record is None else [self._record]

    def show_record(self, record: Record) -> None:
        """Show another thing; of the one that is shown, what is not being typed."""
        same = self._record is not None and self._record.id == record.id
        self._record = record
        for field in self.fields.values():
            if same:
                field.follow()
            else:
                field.show_value()
