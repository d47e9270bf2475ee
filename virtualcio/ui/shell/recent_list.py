"""The card with the files opened last: name, when, backlog, findings, next date; each row is a button."""

from collections.abc import Sequence
from datetime import date, datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QMenu, QSizePolicy, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.tone import Tone
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import paint_pill
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.recent_files import RecentFile

ROW = 43
# where the columns begin, as shares of the width; the backlog ends at the fourth
_NAME, _OPENED, _BACKLOG, _FINDINGS, _NEXT = 0.0, 0.28, 0.62, 0.65, 0.82


def opened_words(then: datetime, now: datetime) -> str:
    """'heute, 09:14', 'gestern', 'vor 3 Tagen', 'vor 2 Wochen', 'vor 5 Monaten'."""
    days = (now.date() - then.date()).days
    if days <= 0:
        return _("today, {time}").format(time=then.strftime("%H:%M"))
    if days == 1:
        return _("yesterday")
    if days < 14:
        return translate_count("{count} day ago", "{count} days ago", days)
    if days < 60:
        return translate_count("{count} week ago", "{count} weeks ago", days // 7)
    if days < 730:
        return translate_count("{count} month ago", "{count} months ago", days // 30)
    return translate_count("{count} year ago", "{count} years ago", days // 365)


def findings_pill(entry: RecentFile) -> tuple[str, Tone]:
    """Words and tone for the column "Checks"."""
    if entry.locked:
        return _("locked"), Tone.NEUTRAL
    if not entry.backlog:
        return "", Tone.NEUTRAL
    count = entry.act + entry.watch
    if count == 0:
        return _("no findings"), Tone.GOOD
    tone = Tone.ACT if entry.act else Tone.WATCH
    return translate_count("{count} finding", "{count} findings", count), tone


class RecentRow(QAbstractButton):
    """One file. Enter opens it, Del takes it from the list."""

    forgotten = Signal()

    def __init__(self, entry: RecentFile, now: datetime, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._opened = opened_words(entry.opened_at, now)
        self._today = now.date()
        self.setText(entry.name)
        self.setAccessibleName(f"{entry.name}, {self._opened}, {findings_pill(entry)[0]}")
        self.setToolTip(entry.path)
        self.setFixedHeight(ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(700, ROW)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Delete:
            self.forgotten.emit()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        elif event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.focusNextPrevChild(event.key() == Qt.Key.Key_Down)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        menu = QMenu(self)
        menu.addAction(_("Open"), self.click)
        menu.addAction(_("Take from this list"), self.forgotten.emit)
        menu.exec(event.globalPos())
        menu.deleteLater()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse():
            painter.fillRect(rect.adjusted(0, 1, 0, -1), shown.hover)
        painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), shown.faint)
        if self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -2), 6, 6)
        entry = self.entry
        self._text(painter, _NAME, _OPENED, entry.name, semibold=True)
        self._text(painter, _OPENED, 0.45, self._opened, role="third")
        pill, tone = findings_pill(entry)
        if entry.locked:
            self._text(painter, 0.45, _BACKLOG, _("encrypted"), right=True, role="second")
        elif entry.backlog_amount is not None:
            self._text(painter, 0.45, _BACKLOG, formats.money_short(entry.backlog_amount), right=True)
        if pill:
            left = _column(_FINDINGS, rect.width())
            paint_pill(
                painter, left, rect.center().y(), pill, tone, most=_column(_NEXT, rect.width()) - left - 4
            )
        if entry.next_date is not None:
            text, role = _date_words(entry.next_date, self._today)
            self._text(painter, _NEXT, 1.0, text, role=role)

    def _text(
        self, painter: QPainter, start: float, end: float, text: str,
        *, semibold: bool = False, right: bool = False, role: str = "ink",
    ) -> None:  # fmt: skip
        letters = theme.font(13, semibold=semibold, digits=True)
        painter.setFont(letters)
        painter.setPen(theme.current().role(role))
        left = _column(start, self.width())
        space = QRectF(left, 0, _column(end, self.width()) - left - 12, self.height())
        fitting = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, space.width())
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter, fitting)


def _date_words(day: date, today: date) -> tuple[str, str]:
    """What the column "Next date" says, and the role of its colour."""
    if day == today:
        return _("decide today"), "act"
    late = day < today
    words = _("was due {day}") if late else _("decide by {day}")
    return words.format(day=formats.day(day)), "act" if late else "third"


def _column(share: float, width: float) -> float:
    return 10 + share * (width - 20)


class _Heading(QWidget):
    """The column titles."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedHeight(28)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setFont(theme.font(12))
        painter.setPen(shown.third)
        titles = (
            (_NAME, _OPENED, _("Company"), False),
            (_OPENED, 0.45, _("Opened"), False),
            (0.45, _BACKLOG, _("Investment backlog"), True),
            (_FINDINGS, _NEXT, _("Checks"), False),
            (_NEXT, 1.0, _("Next date"), False),
        )
        for start, end, title, right in titles:
            left = _column(start, self.width())
            space = QRectF(left, 0, _column(end, self.width()) - left - 12, self.height() - 4)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(space, side | Qt.AlignmentFlag.AlignVCenter, title)
        painter.fillRect(0, self.height() - 1, self.width(), 1, shown.line)


class RecentList(Card):
    """`chosen` and `forgotten` carry the path of a file."""

    chosen = Signal(str)
    forgotten = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_("Opened recently"), " ", parent=parent)
        self.body.setSpacing(0)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.body.addLayout(self._rows)

    def show_files(self, files: Sequence[RecentFile], now: datetime) -> None:
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        self.set_note(translate_count("{count} company", "{count} companies", len(files)) if files else "")
        if not files:
            text = _("The companies you open are listed here, with their key figures.")
            self._rows.addWidget(Label(text, ink="second", wrap=True))
            return
        self._rows.addWidget(_Heading())
        for entry in files:
            row = RecentRow(entry, now)
            row.clicked.connect(lambda _checked=False, path=entry.path: self.chosen.emit(path))
            row.forgotten.connect(lambda path=entry.path: self.forgotten.emit(path))
            self._rows.addWidget(row)

    def rows(self) -> list[RecentRow]:
        return self.findChildren(RecentRow)
