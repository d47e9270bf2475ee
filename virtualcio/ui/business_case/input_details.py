"""Below the table of inputs: where the amount of the chosen one comes from, and how it was found."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import CaseInput, Record
from virtualcio.texts import _
from virtualcio.ui.common.labels import ElidedLabel
from virtualcio.ui.goals.text_in_place import TextInPlace
from virtualcio.ui.review.field_in_place import FieldInPlace


class InputDetails(QWidget):
    """Hidden without an input; both can be changed where they stand."""

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.input: CaseInput | None = None
        self.name = ElidedLabel(size=12, semibold=True)
        self.origin: FieldInPlace | None = None
        spec = table("case_inputs")
        hint = _("How the amount was found, such as 3 hours a week × 46 weeks × €48")
        self.basis = TextInPlace(company, spec, spec.column("basis"), self._record, hint)
        self._head = QHBoxLayout()
        self._head.setSpacing(12)
        self._head.addWidget(self.name)
        self._head.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(8, 0, 8, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head)
        whole.addWidget(self.basis)

    def _record(self) -> Record | None:
        return self.input

    def show_input(self, chosen: Record | None) -> None:
        """What stands there about one input; what is being typed about it stays."""
        found = None if chosen is None else self._company.data.get(CaseInput, chosen.id)
        same = found is not None and self.input is not None and found.id == self.input.id
        self.input = found
        self.setVisible(found is not None)
        if found is None:
            return
        self.name.setText(found.name)
        if self.origin is None or not same:
            self._new_origin(found)
        elif not self.origin.typing:
            self.origin.show_value()
        self.basis.show_text()

    def _new_origin(self, found: CaseInput) -> None:
        if self.origin is not None:
            self._head.removeWidget(self.origin)
            self.origin.hide()
            self.origin.deleteLater()
        self.origin = FieldInPlace(self._company, found, "origin", _("where the amount comes from"))
        self._head.insertWidget(1, self.origin)
