"""The weights of the ranking: shown as small bars, changed in place, stored together as one undo step."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.ranking_settings import shares_of, take_settings
from virtualcio.errors import UserError
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell import theme

_BAR = 46
_LEAST_BAR = 14  # px; below, there is room for the words only
_TITLES: tuple[Callable[[], str], ...] = (
    lambda: _("Goals served"),
    lambda: _("Lower risk"),
    lambda: _("Urgency"),
)


class WeightsPanel(QWidget):
    """Below the matrix. `closed` when the keyboard may go back to the ranking."""

    closed = Signal()

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.bars = [WeightBar(title()) for title in _TITLES]
        self.order_note = Label(ink="third", size=12, wrap=True)
        self.form = WeightsForm(company)
        self.form.done.connect(self.close_form)
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(_("Weights of the ranking"), ink="third", size=12))
        grid = QGridLayout()
        grid.setHorizontalSpacing(16)
        grid.setVerticalSpacing(2)
        for at, bar in enumerate(self.bars):
            grid.addWidget(bar, at // 2, at % 2)
        column.addLayout(grid)
        column.addWidget(self.order_note)
        self._shown = shown
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(shown)
        whole.addWidget(self.form)
        self.form.hide()

    def follow(self) -> None:
        """Show the weights that count now."""
        weights = self._company.results.weights
        for bar, share in zip(self.bars, (weights.goal, weights.risk, weights.urgency), strict=True):
            bar.show_share(share.numerator * 100 / Decimal(share.denominator))
        by_size = self._company.results.ranking.by_size
        self.order_note.setText(
            _("Order by benefit for the size of the work.") if by_size else _("Order by benefit alone.")
        )
        if not self.form.isVisibleTo(self):
            self.form.fill()

    def open_form(self) -> None:
        """Type other weights."""
        self.form.fill()
        self._shown.hide()
        self.form.show()
        self.form.fields[0].setFocus()
        self.form.fields[0].selectAll()

    def close_form(self) -> None:
        self.form.hide()
        self._shown.show()
        self.closed.emit()


class WeightBar(QWidget):
    """A name, a bar and a share."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title, self._share = title, Decimal(0)
        self.setMinimumWidth(112)

    def show_share(self, percent: Decimal) -> None:
        self._share = percent
        self.setAccessibleName(f"{self._title}: {formats.percent(percent)}")
        self.update()

    @property
    def share(self) -> Decimal:
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(190, 22)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter, colours = QPainter(self), theme.current()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(12, digits=True))
        words = formats.percent(self._share)
        number = painter.fontMetrics().horizontalAdvance("100 %") + 6
        rect = QRectF(self.rect())
        # as wide as the longest name leaves room for, so that the bars can be compared
        longest = max(painter.fontMetrics().horizontalAdvance(title()) for title in _TITLES)
        left = int(rect.width()) - number - longest - 8
        wide = min(_BAR, left) if left >= _LEAST_BAR else 0
        bar = QRectF(rect.right() - number - wide, rect.center().y() - 3, wide, 6)
        painter.setPen(colours.ink)
        room = int(bar.left() - 4)
        title = painter.fontMetrics().elidedText(self._title, Qt.TextElideMode.ElideRight, room)
        painter.drawText(rect, middle, title)
        painter.setPen(colours.second)
        painter.drawText(rect, middle | Qt.AlignmentFlag.AlignRight, words)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colours.neutral_soft)
        painter.drawRoundedRect(bar, 3, 3)
        painter.setBrush(colours.accent_fill)
        painter.drawRoundedRect(
            QRectF(bar.left(), bar.top(), bar.width() * float(self._share) / 100, 6), 3, 3
        )


class WeightsForm(QWidget):
    """Three numbers with what they come to together, the line of "dear", and the order."""

    done = Signal()

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.fields = [QLineEdit() for _title in _TITLES]
        self.shares = [Label(ink="second", size=12, digits=True) for _title in _TITLES]
        self.dear = QLineEdit()
        self.order = QComboBox()
        self.order.addItem(_("Benefit for the size"), True)
        self.order.addItem(_("Benefit alone"), False)
        self.order.setAccessibleName(_("Order"))
        self.refusal = Label(ink="act", size=12, wrap=True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(0, 1)
        for at, (title, field, share) in enumerate(zip(_TITLES, self.fields, self.shares, strict=True)):
            field.setAccessibleName(title())
            field.textEdited.connect(self._preview)
            _add_row(grid, at, title(), field, share)
        self.dear.setAccessibleName(_("Dear above"))
        _add_row(grid, len(_TITLES), _("Dear above"), self.dear, None)
        grid.addWidget(Label(_("Order"), size=12), len(_TITLES) + 1, 0)
        grid.addWidget(self.order, len(_TITLES) + 1, 1, 1, 2)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.cancel_button = Button(_("Cancel"), self.done.emit, quiet=True)
        self.store_button = Button(_("Apply"), self.on_store)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.store_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        column.addLayout(grid)
        column.addWidget(self.refusal)
        column.addLayout(buttons)

    def fill(self) -> None:
        """What counts now."""
        assumptions = self._company.results.assumptions
        typed = (assumptions.weight_goal, assumptions.weight_risk, assumptions.weight_urgency)
        for field, value in zip(self.fields, typed, strict=True):
            field.setText(formats.number(value, 0 if value == value.to_integral_value() else 2))
        self.dear.setText(formats.money_short(assumptions.dear_from))
        self.order.setCurrentIndex(0 if self._company.results.ranking.by_size else 1)
        self.refusal.hide()
        self._preview()

    def _preview(self) -> None:
        shares = shares_of([field.text() for field in self.fields])
        for label, share in zip(self.shares, shares, strict=True):
            label.setText("" if share is None else f"= {formats.percent(share)}")

    def on_store(self) -> None:
        try:
            take_settings(
                self._company,
                [field.text() for field in self.fields],
                self.dear.text(),
                by_size=bool(self.order.currentData()),
            )
        except UserError as refused:
            self.refusal.setText(str(refused.message))
            self.refusal.show()
            return
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.done.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.on_store()
        else:
            super().keyPressEvent(event)


def _add_row(grid: QGridLayout, at: int, title: str, field: QLineEdit, share: Label | None) -> None:
    label = Label(title, size=12)
    label.setBuddy(field)
    field.setFixedWidth(96)
    field.setAlignment(Qt.AlignmentFlag.AlignRight)
    grid.addWidget(label, at, 0)
    grid.addWidget(field, at, 1)
    if share is not None:
        share.setMinimumWidth(52)
        grid.addWidget(share, at, 2)
