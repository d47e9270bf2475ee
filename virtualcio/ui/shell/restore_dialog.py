"""Get back a backup while no file is open: for a file that cannot be opened any more."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLineEdit, QListWidget, QListWidgetItem, QWidget

from virtualcio import formats
from virtualcio.errors import UserError
from virtualcio.store.backups import list_backups, restore
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.shell.dialog import Dialog


class RestoreDialog(Dialog):
    """`restored` is the file that was put back, None as long as none was."""

    def __init__(self, folder: Path, parent: QWidget | None) -> None:
        super().__init__(
            _("Restore a backup"),
            _(
                "Choose the company file, then one of its backups. The backup takes the file's place; "
                "what the file holds now is kept as a backup too."
            ),
            _("Restore"),
            parent,
        )
        self.restored: Path | None = None
        self._folder = folder
        self._path: Path | None = None
        choose = Button(_("Choose company file…"), self._on_choose, icon="folder-open")
        self.fields.addRow(choose)
        self.list = QListWidget()
        self.list.setMinimumHeight(180)
        self.list.itemSelectionChanged.connect(self._on_selected)
        self.add_field(_("Backups"), self.list)
        self.passphrase = QLineEdit()
        self.passphrase.setEchoMode(QLineEdit.EchoMode.Password)
        self.add_field(_("Passphrase (only for encrypted files)"), self.passphrase)
        self.done_button.setEnabled(False)

    def show_backups(self, path: Path) -> None:
        """The backups of one file."""
        self._path = path
        self.list.clear()
        for backup in list_backups(path):
            made = backup.made_at
            item = QListWidgetItem(formats.moment(made))
            item.setData(Qt.ItemDataRole.UserRole, str(backup.path))
            self.list.addItem(item)
        self.refusal.setVisible(self.list.count() == 0)
        if self.list.count() == 0:
            self.refuse(_("There are no backups of “{name}” on this device.").format(name=path.name))

    def _on_choose(self) -> None:
        chosen, _kind = QFileDialog.getOpenFileName(
            self, _("Choose company file…"), str(self._folder), _("Company files (*.vcio);;All files (*)")
        )
        if chosen:
            self.show_backups(Path(chosen))

    def _on_selected(self) -> None:
        self.done_button.setEnabled(bool(self.list.selectedItems()))

    def accept(self) -> None:
        if self._path is None or not self.list.selectedItems():
            return
        backup = Path(self.list.selectedItems()[0].data(Qt.ItemDataRole.UserRole))
        do = partial(restore, backup, self._path, self.passphrase.text() or None)
        try:
            do()
        except UserError as error:
            self.refuse(str(error.message))
            return
        self.restored = self._path
        super().accept()
