"""Asks for the passphrase of a locked file, and for a new one."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from virtualcio.texts import _
from virtualcio.ui.shell.dialog import Dialog

SHORTEST = 8


def _secret_field() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


class PassphraseDialog(Dialog):
    """A wrong passphrase, junk and a missing key all look the same, so the words say both possibilities."""

    def __init__(self, file_name: str, parent: QWidget | None, refusal: str = "") -> None:
        super().__init__(
            _("“{name}” is locked").format(name=file_name),
            _("Enter its passphrase. If the file never had one, it is damaged or no company file."),
            _("Open"),
            parent,
        )
        self.field = _secret_field()
        self.add_field(_("Passphrase"), self.field)
        shown = QCheckBox(_("Show what is typed"))
        shown.toggled.connect(self._on_show)
        self.fields.addRow(shown)
        if refusal:
            self.refuse(refusal)

    @property
    def passphrase(self) -> str:
        return self.field.text()

    def _on_show(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shown else modes.Password)


class NewPassphraseDialog(Dialog):
    """Set, change or take away. `passphrase` is None if it shall be taken away."""

    def __init__(self, *, has_one: bool, parent: QWidget | None) -> None:
        super().__init__(
            _("Passphrase of the file"),
            _(
                "With a passphrase the file is encrypted: lost or stolen, it says nothing. Keep the "
                "passphrase in a safe place as well, nobody can open the file without it. Backups made so "
                "far keep the old one."
            ),
            _("Use passphrase"),
            parent,
        )
        self.first, self.second = _secret_field(), _secret_field()
        self.add_field(_("New passphrase, at least 8 characters"), self.first)
        self.add_field(_("Once more"), self.second)
        self.without = QCheckBox(_("Without passphrase: anybody who has the file can read it"))
        self.without.toggled.connect(self._on_without)
        if has_one:
            self.fields.addRow(self.without)

    @property
    def passphrase(self) -> str | None:
        return None if self.without.isChecked() else self.first.text()

    def _on_without(self, without: bool) -> None:
        self.first.setDisabled(without)
        self.second.setDisabled(without)

    def accept(self) -> None:
        if not self.without.isChecked():
            if len(self.first.text()) < SHORTEST:
                self.refuse(_("The passphrase is too short to protect anything: at least 8 characters."))
                return
            if self.first.text() != self.second.text():
                self.refuse(_("The two are not the same. Type the second one again."))
                return
        super().accept()
