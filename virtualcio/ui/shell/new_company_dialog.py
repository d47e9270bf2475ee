"""What a new company file needs to begin: a name, and if known the trade and how many people work there."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from virtualcio.texts import _
from virtualcio.ui.shell.dialog import Dialog

_NOT_IN_NAMES = '<>:"/\\|?*'


@dataclass(frozen=True)
class NewCompany:
    name: str
    trade: str
    employees: int | None


class NewCompanyDialog(Dialog):
    """`answer` holds what was typed once the dialog was accepted."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(
            _("New company"),
            _("The rest follows step by step. Everything stays in one file on this device."),
            _("Continue"),
            parent,
        )
        self.name, self.trade, self.employees = QLineEdit(), QLineEdit(), QLineEdit()
        self.trade.setPlaceholderText(_("for example metalworking"))
        self.employees.setValidator(QIntValidator(0, 99_999, self))
        self.employees.setPlaceholderText(_("for example 62"))
        self.add_field(_("Name of the company"), self.name)
        self.add_field(_("Trade"), self.trade)
        self.add_field(_("Employees"), self.employees)

    @property
    def answer(self) -> NewCompany:
        people = self.employees.text().strip()
        return NewCompany(
            self.name.text().strip(),
            self.trade.text().strip(),
            int(people) if people else None,
        )

    def accept(self) -> None:
        if not self.name.text().strip():
            self.refuse(_("The company needs a name; it stands on every page and report."))
            self.name.setFocus()
            return
        super().accept()


def file_name_for(name: str) -> str:
    """'Brenner Metallbau GmbH.vcio': the name without what file systems do not take."""
    kept = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in name).strip(" .")
    return f"{kept or 'VirtualCIO'}.vcio"


def ask_place(parent: QWidget | None, name: str, folder: Path) -> Path | None:
    """Where the new file shall be; None if the user turned back."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Where shall the file be?"), str(folder / file_name_for(name)),
        _("Company file (*.vcio)"),
    )  # fmt: skip
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".vcio" else path.with_name(path.name + ".vcio")
