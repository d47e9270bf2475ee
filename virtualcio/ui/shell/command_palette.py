"""Search and commands in one line (Ctrl+K): things of the company, pages, tabs and commands."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPen, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from virtualcio.actions.columns import Table
from virtualcio.actions.search import find
from virtualcio.actions.tables import NEW_NAMES, TAB_KEYS, table
from virtualcio.texts import _, mark
from virtualcio.ui.common.icons import paint_icon
from virtualcio.ui.common.labels import Label
from virtualcio.ui.pages import PAGES, Group
from virtualcio.ui.shell import theme
from virtualcio.ui.shell.commands import COMMANDS
from virtualcio.ui.shell.window_menu import WindowActions
from virtualcio.ui.shell.workplace import Workplace

ROW = 40
MOST_THINGS = 50
# Tabs that are no tables and that people look for from elsewhere: page, tab, title.
_PARTS = (("budget", "business_case", mark("Business case")),)
WIDTH = 620


@dataclass(frozen=True)
class Hit:
    """One line: what it is called, what it is, and what Enter does."""

    title: str
    what: str
    icon: str
    do: Callable[[], object]
    keys: str = ""


def hits(place: Workplace, actions: WindowActions, text: str) -> list[Hit]:
    """Pages and commands that begin with the text, then things, then other pages and commands; without a
    text only pages and commands."""
    found = _things(place, text) if text.strip() else []
    words = text.casefold().split()
    others = [*_pages(place), *_page_actions(place), *_new_entries(place), *_commands(actions)]
    others = [hit for hit in others if all(word in f"{hit.title} {hit.what}".casefold() for word in words)]
    first = [hit for hit in others if words and _begins(hit, words)]
    return [*first, *found, *(hit for hit in others if hit not in first)]


def _begins(hit: Hit, words: Sequence[str]) -> bool:
    """Whether the title's words begin with those typed, in their order: 'sprache en'."""
    title = hit.title.casefold().replace(":", "").split()
    return len(title) >= len(words) and all(
        word.startswith(typed) for word, typed in zip(title, words, strict=False)
    )


def _things(place: Workplace, text: str) -> list[Hit]:
    return [
        Hit(
            found.name,
            " · ".join(filter(None, (found.kind, found.where))),
            "search",
            partial(place.go, table(found.table).page, found.table, found.record),
        )
        for found in find(place.company, text, MOST_THINGS)
    ]


def _pages(place: Workplace) -> list[Hit]:
    page = place.place[0]
    pages = [
        Hit(_(spec.title), _("Page"), spec.icon, partial(place.go, spec.key))
        for spec in PAGES
        if spec.group is not Group.HIDDEN
    ]
    tabs = [(page, tab.key, tab.title) for tab in place.current_page.tabs()]
    elsewhere = [one for one in _tables() if one.page != page]  # what people look for, wherever they are
    tabs += [(one.page, one.key, _(one.plural)) for one in elsewhere]
    tabs += [(at, tab, _(title)) for at, tab, title in _PARTS if at != page]
    return pages + [Hit(title, _("Tab"), "table-2", partial(place.go, *at)) for *at, title in tabs]


def _page_actions(place: Workplace) -> list[Hit]:
    return [
        Hit(action.title, _("Command of this page"), action.icon or "command", action.slot)
        for action in place.current_page.header_actions()
    ]


def _new_entries(place: Workplace) -> list[Hit]:
    """A new row in any table to which rows are added by hand, from wherever one is."""

    def add(one: Table) -> None:
        place.go(one.page, one.key)
        place.new_entry()

    named = [one for one in _tables() if one.key in NEW_NAMES]  # rows without a name are typed in their table
    return [Hit(_(NEW_NAMES[one.key]), _("Command"), "plus", partial(add, one)) for one in named]


def _tables() -> list[Table]:
    """All tables that have a tab in a page."""
    pages = {spec.key for spec in PAGES}
    return [one for one in map(table, TAB_KEYS) if one.page in pages]


def _commands(actions: WindowActions) -> list[Hit]:
    made = []
    for command in COMMANDS:
        action = actions.actions[command.key]
        if action.isEnabled() and command.key != "search":
            keys = action.shortcut().toString(action.shortcut().SequenceFormat.NativeText)
            icon, slot = command.icon or "command", actions.slots[command.key]
            made.append(Hit(_(command.title), _("Command"), icon, slot, keys))
    return made


class HitModel(QAbstractListModel):
    """The lines found."""

    def __init__(self) -> None:
        super().__init__()
        self.hits: Sequence[Hit] = ()

    def show_hits(self, found: Sequence[Hit]) -> None:
        self.beginResetModel()
        self.hits = found
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - as in Qt
        return 0 if parent.isValid() else len(self.hits)

    def data(
        self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> object:
        hit = self.hits[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{hit.title}, {hit.what}"
        return None


class HitDelegate(QStyledItemDelegate):
    """Icon, title, what it is in grey, keys at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, ROW)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        model = index.model()
        assert isinstance(model, HitModel)
        hit = model.hits[index.row()]
        shown = theme.current()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(option.rect).adjusted(6, 1, -6, -1)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(shown.accent_soft)
            painter.drawRoundedRect(rect, 6, 6)
        paint_icon(painter, hit.icon, QRectF(rect.left() + 10, rect.center().y() - 8, 16, 16), shown.second)
        right = rect.right() - 10
        for text, color in ((hit.keys, shown.third), (hit.what, shown.third)):
            letters = theme.font(12)
            painter.setFont(letters)
            painter.setPen(color)
            width = min(QFontMetricsF(letters).horizontalAdvance(text), rect.width() * 0.5)
            fitting = QFontMetricsF(letters).elidedText(text, Qt.TextElideMode.ElideRight, width + 1)
            space = QRectF(right - width, rect.top(), width + 2, rect.height())
            painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, fitting)
            right -= width + (14 if text else 0)
        letters = theme.font(13)
        painter.setFont(letters)
        painter.setPen(shown.ink)
        space = QRectF(rect.left() + 36, rect.top(), right - rect.left() - 42, rect.height())
        title = QFontMetricsF(letters).elidedText(hit.title, Qt.TextElideMode.ElideRight, space.width())
        painter.drawText(space, Qt.AlignmentFlag.AlignVCenter, title)
        painter.restore()


class CommandPalette(QDialog):
    """Typing filters, Up and Down choose, Enter does, Esc closes."""

    def __init__(self, place: Workplace, actions: WindowActions, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup | Qt.WindowType.FramelessWindowHint)
        self._place, self._actions = place, actions
        self.setAccessibleName(_("Search or command"))
        self.field = QLineEdit()
        self.field.setPlaceholderText(_("Name of a thing, a page or a command"))
        self.field.setAccessibleName(self.field.placeholderText())
        self.field.setFixedHeight(36)
        self.field.textChanged.connect(self._on_text)
        self.field.installEventFilter(self)
        self.model = HitModel()
        self.list = QListView()
        self.list.setAccessibleName(_("What was found"))
        self.list.setFrameShape(QListView.Shape.NoFrame)
        self.list.setModel(self.model)
        self.list.setItemDelegate(HitDelegate(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMouseTracking(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.clicked.connect(self._on_clicked)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedHeight(ROW * 9)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 10)
        column.setSpacing(8)
        self.nothing = Label(_("Nothing has this name."), ink="second", wrap=True)
        column.addWidget(self.field)
        column.addWidget(self.nothing)
        column.addWidget(self.list)
        column.addStretch(1)
        self.setFixedWidth(WIDTH)
        self._on_text("")

    def chosen(self) -> Hit | None:
        row = self.list.currentIndex().row()
        return self.model.hits[row] if 0 <= row < len(self.model.hits) else None

    def accept(self) -> None:
        hit = self.chosen()
        super().accept()
        if hit is not None:
            hit.do()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        window = self.parentWidget()
        if window is not None:
            self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, 72)))
        self.field.setFocus()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.current().card)
        painter.setPen(QPen(theme.current().edge, 1))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -8, Qt.Key.Key_PageDown: 8}
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            key = Qt.Key(event.key())
            if key in steps:
                self._move(steps[key])
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.accept()
                return True
        return super().eventFilter(watched, event)

    def _move(self, step: int) -> None:
        last = len(self.model.hits) - 1
        row = max(0, min(self.list.currentIndex().row() + step, last))
        self.list.setCurrentIndex(self.model.index(row))

    def _on_text(self, text: str) -> None:
        self.model.show_hits(hits(self._place, self._actions, text))
        self.list.setCurrentIndex(self.model.index(0))
        self.nothing.setVisible(not self.model.hits)

    def _on_clicked(self, _index: QModelIndex) -> None:
        self.accept()
