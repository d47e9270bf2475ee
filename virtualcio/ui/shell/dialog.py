"""The few dialogs there are: for what cannot be asked in a page, or has no way back."""

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QDialog, QFormLayout, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme


class Dialog(QDialog):
    """Title, explaining words, fields with labels above each other, a line for a refusal, two buttons."""

    def __init__(self, title: str, words: str, done: str, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setMinimumWidth(460)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(12)
        column.addWidget(Label(title, size=16, semibold=True, wrap=True))
        self.words = Label(words, ink="second", wrap=True)
        column.addWidget(self.words)
        self.words.setVisible(bool(words))
        self.fields = QFormLayout()
        self.fields.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.fields.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.fields.setVerticalSpacing(6)
        column.addLayout(self.fields)
        self.refusal = Label(ink="act", wrap=True)
        self.refusal.hide()
        column.addWidget(self.refusal)
        self.done_button = Button(done, self.accept, primary=True)
        self.done_button.setDefault(True)
        self.buttons = QHBoxLayout()
        self.buttons.setContentsMargins(0, 8, 0, 0)
        self.buttons.addStretch(1)
        self.cancel_button = Button(_("Cancel"), self.reject)
        self.buttons.addWidget(self.cancel_button)
        self.buttons.addWidget(self.done_button)
        column.addLayout(self.buttons)

    def add_field(self, title: str, field: QWidget) -> None:
        label = QLabel(title)
        label.setBuddy(field)
        label.setFont(theme.font(11.5))
        label.setContentsMargins(0, 6 if self.fields.rowCount() else 0, 0, 0)  # nearer to its own field
        label.setForegroundRole(label.palette().ColorRole.PlaceholderText)
        field.setAccessibleName(title)
        self.fields.addRow(label, field)

    def refuse(self, sentence: str) -> None:
        """Say what is wrong; what was typed stays."""
        self.refusal.setText(sentence)
        self.refusal.show()
        self.fit()

    def fit(self) -> None:
        """As high as its words need at this width; Qt does not reckon with lines that break."""
        layout = self.layout()
        if layout is not None:
            layout.activate()
            self.resize(
                self.width(), max(layout.heightForWidth(self.width()), self.minimumSizeHint().height())
            )

    def paintEvent(self, _event: QPaintEvent) -> None:
        QPainter(self).fillRect(self.rect(), theme.current().card)
