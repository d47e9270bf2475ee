"""The right half of the checks: what the things of the chosen finding carry, as a picture or as a list."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QLabel,
    QStackedWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from virtualcio.actions.columns import Sentence
from virtualcio.actions.dependency_picture import (
    DependencyPicture,
    business_sentence,
    dependency_picture,
)
from virtualcio.actions.finding_words import words_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, join_names
from virtualcio.ui.checks.dependency_view import DependencyView
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell import theme


class HangsOnCard(Card):
    """`open_record` is called with table key and record key of a box or a line that was chosen."""

    def __init__(self, open_record: Callable[[str, str], object]) -> None:
        super().__init__(_("What hangs on it"))
        self._open = open_record
        self.sentence = Label(ink="second", wrap=True)
        self.view = DependencyView()
        self.view.opened.connect(open_record)
        self.list = _list()
        self.list.itemActivated.connect(self.on_line_activated)
        self.toggle = Button(_("As a list"), self.on_toggle, quiet=True)
        self.header.addWidget(self.toggle)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.view, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(scroll)
        self.stack.addWidget(self.list)
        self.meaning = SentenceBox()
        self.body.addWidget(self.sentence)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.meaning)

    def show_finding(self, company: OpenCompany, finding: Finding | None) -> None:
        picture = DependencyPicture((), ())
        if finding is None:
            self.sentence.setText(_("Choose a finding at the left; here stands what hangs on it."))
        else:
            picture = dependency_picture(company, finding.objects)
            title = words_of(company, finding).title
            self.sentence.setText(title if picture.edges else _nothing_hangs(title))
        found = None if finding is None else business_sentence(company, finding.objects)
        self.meaning.setVisible(found is not None)
        if found is not None:
            self.meaning.show_sentence(*found)
        self.view.show_picture(picture)
        _fill(self.list, picture)
        self.toggle.setVisible(bool(picture.nodes))

    def on_toggle(self) -> None:
        as_list = self.stack.currentWidget() is not self.list
        self.stack.setCurrentIndex(1 if as_list else 0)
        self.toggle.setText(_("As a picture") if as_list else _("As a list"))

    def on_line_activated(self, line: QTreeWidgetItem) -> None:
        table, record = line.data(0, _TARGET)
        self._open(table, record)


class SentenceBox(QWidget):
    """What a thing means for the company, on the soft ground of its tone."""

    def __init__(self) -> None:
        super().__init__()
        self._tone = Tone.NEUTRAL
        self.name = Label(size=12, semibold=True, wrap=True)
        self.text = Label(wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(4)
        column.addWidget(self.name)
        column.addWidget(self.text)

    def show_sentence(self, name: str, sentence: Sentence) -> None:
        self._tone = sentence.tone
        self.name.setText(_("What this means: {name}").format(name=name))
        self.text.setText(sentence.text)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.current().soft_of(self._tone))
        painter.drawRoundedRect(QRectF(self.rect()), 8, 8)


_TARGET = Qt.ItemDataRole.UserRole


def _nothing_hangs(title: str) -> str:
    return _("{finding}. No links to applications or processes are entered for it.").format(finding=title)


def _list() -> QTreeWidget:
    lines = QTreeWidget()
    lines.setAccessibleName(_("What hangs on it, as a list"))
    lines.setHeaderLabels([_("Kind"), _("Name"), _("Carries"), _("To know")])
    lines.setRootIsDecorated(False)
    lines.setUniformRowHeights(True)
    lines.setFrameShape(QLabel.Shape.NoFrame)
    lines.header().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
    lines.header().setStretchLastSection(True)
    for column, width in enumerate((90, 170, 200)):
        lines.setColumnWidth(column, width)
    return lines


def _fill(lines: QTreeWidget, picture: DependencyPicture) -> None:
    lines.clear()
    for node in picture.nodes:
        carried = picture.carried_by(node)
        texts = [node.kind_title, node.title, join_names(carried), node.note]
        line = QTreeWidgetItem(texts)
        line.setData(0, _TARGET, (node.table, node.record))
        line.setToolTip(2, ", ".join(carried))
        lines.addTopLevelItem(line)
