"""Setting a finding aside, in its own row: why, and when it comes back."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.errors import UserError
from virtualcio.exchange.values import parse_date
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label


class SetAsideForm(QWidget):
    """`store` gets the reason and the day of return; what it refuses stands below the fields."""

    def __init__(
        self, proposed: date, store: Callable[[str, date | None], object], cancel: Callable[[], object]
    ) -> None:
        super().__init__()
        self._store = store
        self._cancel = cancel
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(_("Why is this left alone for now?"))
        self.reason.setAccessibleName(_("Reason"))
        self.until = QLineEdit(formats.day(proposed))
        self.until.setAccessibleName(_("Comes back on"))
        self.until.setFixedWidth(104)
        self.refusal = Label(ink="act", size=12, wrap=True)
        self.refusal.hide()
        self.button = Button(_("Set aside"), self.on_store)
        self._build()

    def _build(self) -> None:
        fields = QHBoxLayout()
        fields.setSpacing(8)
        fields.addWidget(Label(_("Comes back on"), ink="second", size=12))
        fields.addWidget(self.until)
        fields.addStretch(1)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        buttons.addWidget(Button(_("Cancel"), self._cancel, quiet=True))
        buttons.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 2)
        column.setSpacing(6)
        column.addWidget(self.reason)
        column.addLayout(fields)
        column.addWidget(self.refusal)
        column.addLayout(buttons)

    def on_store(self) -> None:
        try:
            text = self.until.text().strip()
            self._store(self.reason.text().strip(), parse_date(text).value if text else None)
        except UserError as error:
            self.refusal.setText(str(error.message))
            self.refusal.show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._cancel()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.on_store()
        else:
            super().keyPressEvent(event)
