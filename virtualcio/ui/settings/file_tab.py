"""The company file: where it is, its passphrase, its backups, a check of its rows, and what was changed."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions import file_care
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import UserError
from virtualcio.store.backups import Backup
from virtualcio.store.verify import VerifyReport
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.settings.passphrase_form import PassphraseForm


class FileTab(QWidget):
    """Everything about the file; the heavy work runs beside the window."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__()
        self.shell = shell
        self._company = company
        self.place = ElidedLabel(str(company.path or ""))
        self.passphrase = PassphraseForm(self.on_passphrase)
        self.backups = PlainTable(_("Backups"), (_("Made on"), _("File")), (150, 0))
        self.restore_button = Button(_("Restore this backup"), self.on_restore)
        self.backup_button = Button(_("Back up now"), self.on_backup)
        self.check_button = Button(_("Check the file"), self.on_check)
        self.no_backups = Label(
            _("No backup yet. The first one follows your first changes."), ink="second", wrap=True
        )
        self.mend_button = Button(_("Put right"), self.on_mend)
        self.mend_button.hide()
        self.report = Label(ink="second", wrap=True)
        self.history = PlainTable(_("Changes"), (_("When"), _("Who"), _("What")), (160, 90, 0))
        self.backups.itemSelectionChanged.connect(self._show_buttons)
        self._build()

    def _build(self) -> None:
        file_card = Card(_("File"))
        where = QHBoxLayout()
        where.addWidget(self.place, 1)
        where.addWidget(Button(_("Copy location"), self.on_copy_place, quiet=True, icon="copy"))
        file_card.body.addLayout(where)
        file_card.body.addWidget(self.passphrase)
        checking = QHBoxLayout()
        checking.addWidget(self.check_button)
        checking.addWidget(self.mend_button)
        checking.addWidget(self.report, 1)
        file_card.body.addLayout(checking)
        backup_card = Card(_("Backups"), _("made automatically after changes"))
        backup_card.body.addWidget(self.no_backups)
        backup_card.body.addWidget(self.backups, 1)
        buttons = QHBoxLayout()
        buttons.addWidget(self.backup_button)
        buttons.addWidget(self.restore_button)
        buttons.addStretch(1)
        backup_card.body.addLayout(buttons)
        history_card = Card(_("Changes"), _("undo and redo go back over all of them"))
        history_card.body.addWidget(self.history, 1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addWidget(backup_card, 4)
        halves.addWidget(history_card, 6)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(16)
        whole.addWidget(file_card)
        whole.addLayout(halves, 1)

    def refresh(self) -> None:
        workspace = self._company.workspace
        self.passphrase.show_state(encrypted=workspace.encrypted, writable=not workspace.read_only)
        backups = file_care.backups(self._company)
        self.backups.fill([(formats.moment(one.made_at), one.path.name) for one in backups], backups)
        lines = file_care.history_lines(self._company)
        self.history.fill([(formats.moment(line.when), line.who, line.what) for line in lines])
        self.no_backups.setVisible(not backups)
        self._show_buttons()

    def _show_buttons(self) -> None:
        self.restore_button.setEnabled(self.backups.selected_target() is not None)

    def on_passphrase(self, passphrase: str | None) -> None:
        file_care.set_passphrase(self._company, passphrase)
        self.shell.say(
            _("The passphrase was removed.") if passphrase is None else _("The passphrase was set.")
        )
        self.refresh()

    def on_copy_place(self) -> None:
        QGuiApplication.clipboard().setText(str(self._company.path or ""))

    def on_backup(self) -> None:
        try:
            made = file_care.make_backup(self._company)
        except UserError as error:
            self.shell.refuse(error)
            return
        if made is not None:
            self.shell.say(_("Backup made: {name}").format(name=made.name))
        self.refresh()

    def on_restore(self) -> None:
        backup = self.backups.selected_target()
        if isinstance(backup, Backup):
            self.shell.open_again(file_care.restoring(self._company, backup.path))

    def on_check(self) -> None:
        check = file_care.check_file(self._company)
        self.report.setText("")
        self.mend_button.hide()
        self.shell.in_background(lambda _progress: check(), self.on_checked, _("Check the file"))

    def on_checked(self, report: VerifyReport) -> None:
        self.report.setText("\n".join(map(str, report.problems)) or file_care.check_words(report))
        self.report.set_ink("second" if report.ok else "act")
        self.mend_button.setVisible(not report.ok)

    def on_mend(self) -> None:
        self.shell.open_again(file_care.mending(self._company))
