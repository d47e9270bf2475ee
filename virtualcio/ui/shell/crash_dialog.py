"""The dialog after an error of the program: what is safe, the report to copy, and on with the work."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.shell.crash import log_path
from virtualcio.ui.shell.dialog import Dialog


class CrashDialog(Dialog):
    """Says what is safe, shows the report and copies it."""

    def __init__(self, report: str, parent: QWidget | None) -> None:
        super().__init__(
            _("Something in the program went wrong"),
            _(
                "Your data is safe: everything entered up to now is stored in the file. You can go on "
                "working; the report below helps to mend the error. It stays on this device until you "
                "send it."
            ),
            _("Go on working"),
            parent,
        )
        self.report = QPlainTextEdit(report)
        self.report.setReadOnly(True)
        self.report.setMinimumHeight(220)
        self.setMinimumWidth(640)
        self.cancel_button.hide()
        self.add_field(_("Report (also in {file})").format(file=log_path()), self.report)
        self.buttons.insertWidget(0, Button(_("Copy report"), self.copy_report, icon="copy"))
        self.done_button.setFocus()

    def copy_report(self) -> None:
        QGuiApplication.clipboard().setText(self.report.toPlainText())
