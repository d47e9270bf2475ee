"""What a new company file needs to begin: a name, if known trade and employees, if wanted a passphrase."""

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QCheckBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell.dialog import Dialog

_NOT_IN_NAMES = '<>:"/\\|?*'


@dataclass(frozen=True)
class NewCompany:
    name: str
    trade: str
    employees: int | None
    passphrase: str | None


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
        self.encrypt = QCheckBox(_("Encrypt the file with a passphrase"))
        self.encrypt.toggled.connect(self._on_encrypt)
        self.fields.addRow(self.encrypt)
        self.secrets = _Secrets()
        self.secrets.hide()
        self.fields.addRow(self.secrets)
        self.name.setFocus()

    @property
    def answer(self) -> NewCompany:
        people = self.employees.text().strip()
        return NewCompany(
            self.name.text().strip(),
            self.trade.text().strip(),
            int(people) if people else None,
            self.secrets.first.text() if self.encrypt.isChecked() else None,
        )

    def _on_encrypt(self, wanted: bool) -> None:
        self.secrets.setVisible(wanted)
        if wanted:
            self.secrets.first.setFocus()
        self.fit()

    def accept(self) -> None:
        if not self.name.text().strip():
            self.refuse(_("The company needs a name; it stands on every page and report."))
            self.name.setFocus()
            return
        refusal = self.secrets.refusal() if self.encrypt.isChecked() else ""
        if refusal:
            self.refuse(refusal)
            self.secrets.first.setFocus()
            return
        super().accept()


class _Secrets(QWidget):
    """The passphrase twice, because nobody can read what was typed, and why it must not be forgotten."""

    def __init__(self) -> None:
        super().__init__()
        self.first, self.second = _secret(_("Passphrase")), _secret(_("The same once more"))
        words = _(
            "Nobody can open the file without it, and nobody can recover it, the maker of the program "
            "neither. Keep it in a safe place."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.first)
        column.addWidget(self.second)
        column.addWidget(Label(words, ink="second", size=12, wrap=True))

    def refusal(self) -> str:
        """What is wrong with them, "" if all is well."""
        if not self.first.text():
            return _("Type a passphrase, or leave the file unencrypted.")
        if self.first.text() != self.second.text():
            return _("The two passphrases differ. Type the same one in both fields.")
        return ""


def _secret(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    return line


def file_name_for(name: str) -> str:
    """'Brenner Metallbau GmbH.vcio': the name without what file systems do not take."""
    kept = "".join(" " if letter in _NOT_IN_NAMES else letter for letter in name).strip(" .")
    return f"{kept or 'VirtualCIO'}.vcio"


def ask_place(parent: QWidget | None, name: str, folder: Path) -> Path | None:
    """Where the new file shall be; None if the user turned back."""
    chosen, _kind = QFileDialog.getSaveFileName(
        parent, _("Where do you want to keep the file?"), str(folder / file_name_for(name)),
        _("Company file (*.vcio)"),
    )  # fmt: skip
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix.lower() == ".vcio" else path.with_name(path.name + ".vcio")
