"""Asks for the passphrase of a locked file."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from virtualcio.texts import _
from virtualcio.ui.shell.dialog import Dialog


class PassphraseDialog(Dialog):
    """A wrong passphrase, junk and a missing key all look the same, so the words say both possibilities."""

    def __init__(self, file_name: str, parent: QWidget | None, refusal: str = "") -> None:
        super().__init__(
            _("“{name}” is locked").format(name=file_name),
            _("Enter its passphrase. If the file never had one, it is damaged or no company file."),
            _("Open"),
            parent,
        )
        self.field = QLineEdit()
        self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(_("Passphrase"), self.field)
        shown = QCheckBox(_("Show what is typed"))
        shown.toggled.connect(self._on_show)
        self.fields.addRow(shown)
        self.field.setFocus()
        if refusal:
            self.refuse(refusal)

    @property
    def passphrase(self) -> str:
        return self.field.text()

    def _on_show(self, shown: bool) -> None:
        modes = QLineEdit.EchoMode
        self.field.setEchoMode(modes.Normal if shown else modes.Password)
