"""The navigation at the left: the company, the pages in their groups, and what the file's footer says."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QButtonGroup, QSizePolicy, QVBoxLayout, QWidget

from virtualcio.actions.tone import Tone
from virtualcio.texts import _
from virtualcio.ui.common.buttons import PaintedButton
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import paint_pill, pill_width
from virtualcio.ui.pages import GROUP_TITLES, PAGES, Group, PageSpec
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.badge import initials, paint_badge

WIDTH = 224
ROW = 34


@dataclass(frozen=True)
class StepRing:
    """How far a step is: empty, begun, done or outdated; `hint` is its next thing, for tip and reader."""

    state: str = "empty"
    hint: str = ""


class NavigationButton(PaintedButton):
    """One page: icon or step ring, title, and a pill at the right."""

    def __init__(self, spec: PageSpec, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spec = spec
        self._ring = StepRing()
        self._pill = ("", Tone.NEUTRAL)
        self.setText(_(spec.title))
        self.setCheckable(True)
        self.setFixedHeight(ROW)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name()

    def set_ring(self, ring: StepRing) -> None:
        self._ring = ring
        self.setToolTip(ring.hint)
        self._name()
        self.update()

    def set_pill(self, text: str, tone: Tone) -> None:
        self._pill = (text, tone)
        self._name()
        self.update()

    def pill_text(self) -> str:
        return self._pill[0]

    def _name(self) -> None:
        self.setAccessibleName(" ".join(filter(None, (self.text(), self._pill[0]))))
        self.setAccessibleDescription(self._ring.hint)

    def sizeHint(self) -> QSize:
        return QSize(WIDTH - 20, ROW)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        chosen = self.isChecked()
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen or self.underMouse():
            painter.setBrush(shown.accent_soft if chosen else shown.hover)
            painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus() and self.window().testAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange):
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(shown.accent, 2))
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        ink = shown.accent if chosen else shown.second
        middle = rect.center().y()
        if self.spec.step is None:
            paint_icon(painter, self.spec.icon, QRectF(9, middle - 8, 16, 16), ink)
        else:
            _paint_ring(painter, QPointF(18, middle), self.spec.step, self._ring.state)
        right = rect.right() - 8
        text, tone = self._pill
        if text:
            width = pill_width(text, tone, sign=False)
            paint_pill(painter, right - width, middle, text, tone, sign=False)
            right -= width + 6
        painter.setFont(theme.font(13, semibold=chosen))
        painter.setPen(ink)
        start = 36 if self.spec.step is None else 38
        space = QRectF(start, 0, right - start, rect.height())
        fitting = QFontMetricsF(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, space.width()
        )
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, fitting)


def _paint_ring(painter: QPainter, center: QPointF, step: int, state: str) -> None:
    """A green ring with a tick: done; a blue one with the number: begun; a grey one: empty; an amber one
    with the hands of a clock: to be looked at again.
    """
    shown = theme.current()
    color = {"done": shown.good_mark, "begun": shown.accent, "outdated": shown.watch_mark}.get(
        state, shown.edge
    )
    painter.save()
    painter.setBrush(shown.card)
    painter.setPen(QPen(color, 1.4))
    painter.drawEllipse(center, 9.5, 9.5)
    signs = {
        "done": [QPointF(-3.4, 0.2), QPointF(-1, 2.6), QPointF(3.6, -2.4)],
        "outdated": [QPointF(0, -5), QPointF(0, 0.5), QPointF(3.8, 2.4)],
    }
    if state in signs:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(color, 1.6, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap))
        painter.drawPolyline(QPolygonF([center + point for point in signs[state]]))
    else:
        painter.setFont(theme.font(11, semibold=True))
        painter.setPen(shown.third if state == "empty" else color)
        box = QRectF(center.x() - 10, center.y() - 10, 20, 20)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, str(step))
    painter.restore()


class CompanyBadge(PaintedButton):
    """Initials, name and a grey line; opens the program's menu."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._line = ""
        self.setFixedHeight(56)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setToolTip(_("Menu: file, backups, language, appearance"))

    def show_company(self, name: str, line: str) -> None:
        self.setText(name)
        self._line = line
        self.setAccessibleName(_("Menu of {name}").format(name=name))
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.underMouse() or self.hasFocus():
            painter.setPen(QPen(shown.accent, 1.5) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(shown.hover)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        paint_badge(painter, QRectF(8, rect.center().y() - 15, 30, 30), initials(self.text()))
        letters = theme.font(13, semibold=True)
        painter.setFont(letters)
        painter.setPen(shown.ink)
        width = rect.width() - 48 - 6
        lines = _two_lines(self.text(), letters_width=QFontMetricsF(letters), width=width)
        height = 16 * len(lines) + (15 if self._line else 0)
        y = rect.center().y() - height / 2
        for line in lines:
            painter.drawText(QRectF(48, y, width, 16), Qt.AlignmentFlag.AlignVCenter, line)
            y += 16
        painter.setFont(theme.font(11))
        painter.setPen(shown.third)
        fitting = QFontMetricsF(painter.font()).elidedText(self._line, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(48, y, width, 15), Qt.AlignmentFlag.AlignVCenter, fitting)


def _two_lines(text: str, letters_width: QFontMetricsF, width: float) -> list[str]:
    """A name broken at a space into at most two lines, the second one shortened where needed."""
    if letters_width.horizontalAdvance(text) <= width:
        return [text]
    first, rest = "", text.split(" ")
    while rest and letters_width.horizontalAdvance(f"{first} {rest[0]}".strip()) <= width:
        first = f"{first} {rest.pop(0)}".strip()
    if not first:
        return [letters_width.elidedText(text, Qt.TextElideMode.ElideRight, width)]
    return [first, letters_width.elidedText(" ".join(rest), Qt.TextElideMode.ElideRight, width)]


class Navigation(QWidget):
    """Emits the key of the page that was chosen."""

    chosen = Signal(str)
    menu_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(WIDTH)
        self.badge = CompanyBadge()
        self.badge.clicked.connect(lambda _checked=False: self.menu_wanted.emit())
        self.footer = Label(ink="third", size=11, wrap=True)
        self._group = QButtonGroup(self)
        self._buttons: dict[str, NavigationButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 12, 11, 16)
        column.setSpacing(2)
        column.addWidget(self.badge)
        column.addSpacing(4)
        for group in (Group.TOP, Group.STEPS, Group.WATCH):
            self._add_group(column, group)
        column.addStretch(1)
        self._add_group(column, Group.FOOT)
        column.addSpacing(8)
        row = QVBoxLayout()
        row.setContentsMargins(9, 0, 6, 0)
        row.addWidget(self.footer)
        column.addLayout(row)

    def _add_group(self, column: QVBoxLayout, group: Group) -> None:
        if group in GROUP_TITLES:
            title = Label(_(GROUP_TITLES[group]), ink="third", size=11, semibold=True)
            title.setContentsMargins(9, 14, 0, 4)
            column.addWidget(title)
        for spec in PAGES:
            if spec.group is group:
                button = NavigationButton(spec)
                button.clicked.connect(lambda _checked=False, key=spec.key: self.chosen.emit(key))
                self._group.addButton(button)
                self._buttons[spec.key] = button
                column.addWidget(button)

    def button(self, key: str) -> NavigationButton | None:
        """None for pages that the navigation does not show."""
        return self._buttons.get(key)

    def show_current(self, key: str) -> None:
        """Mark a page; none is marked while a hidden one is shown."""
        self._group.setExclusive(False)
        for button_key, button in self._buttons.items():
            button.setChecked(button_key == key)
        self._group.setExclusive(True)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shown = theme.current()
        painter = QPainter(self)
        painter.fillRect(self.rect(), shown.side)
        painter.fillRect(self.width() - 1, 0, 1, self.height(), shown.line)
