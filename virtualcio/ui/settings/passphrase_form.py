"""Setting, changing and removing the passphrase of the file, in the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio.errors import UserError
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label

_WIDTH = 220


class PassphraseForm(QWidget):
    """`store` gets the new passphrase, or None to remove it."""

    def __init__(self, store: Callable[[str | None], object]) -> None:
        super().__init__()
        self._store = store
        self.first = _hidden_line(_("New passphrase"))
        self.second = _hidden_line(_("The same once more"))
        self.set_button = Button("", self.on_set)
        self.remove_button = Button(_("Remove passphrase"), lambda: self._try(None), quiet=True)
        self.state = Label(wrap=True)
        self.refusal = Label(ink="act", size=12, wrap=True)
        self.refusal.hide()
        fields = QHBoxLayout()
        fields.setSpacing(8)
        for widget in (self.first, self.second, self.set_button, self.remove_button):
            fields.addWidget(widget)
        fields.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.state)
        column.addLayout(fields)
        column.addWidget(self.refusal)

    def show_state(self, *, encrypted: bool, writable: bool) -> None:
        if encrypted:
            self.state.setText(
                _("The file is encrypted. Whoever forgets the passphrase cannot open it any more.")
            )
        else:
            self.state.setText(_("The file has no passphrase: whoever gets hold of it can read it."))
        self.set_button.setText(_("Change passphrase") if encrypted else _("Set passphrase"))
        self.remove_button.setVisible(encrypted)
        for widget in (self.first, self.second, self.set_button, self.remove_button):
            widget.setEnabled(writable)

    def on_set(self) -> None:
        if self.first.text() != self.second.text():
            self._refuse(_("The two passphrases differ. Type the same one in both fields."))
        else:
            self._try(self.first.text())

    def _try(self, passphrase: str | None) -> None:
        try:
            self._store(passphrase)
        except UserError as error:
            self._refuse(str(error.message))
        else:
            self.first.clear()
            self.second.clear()
            self.refusal.hide()

    def _refuse(self, sentence: str) -> None:
        self.refusal.setText(sentence)
        self.refusal.show()


def _hidden_line(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setEchoMode(QLineEdit.EchoMode.Password)
    line.setPlaceholderText(name)
    line.setAccessibleName(name)
    line.setFixedWidth(_WIDTH)
    return line
