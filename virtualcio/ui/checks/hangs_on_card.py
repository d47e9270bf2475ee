"""The right half of the checks: what the things of the chosen finding carry, as a picture or as a list."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from virtualcio.actions.columns import Sentence
from virtualcio.actions.dependency_picture import (
    SYSTEMS,
    DependencyPicture,
    business_sentence,
    dependency_picture,
    systems_of,
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
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell import theme


class HangsOnCard(Card):
    """`open_record` is called with table key and record key of a box or a line that was chosen."""

    def __init__(self, open_record: Callable[[str, str], object]) -> None:
        super().__init__(_("What depends on it"))
        self._open = open_record
        self.sentence = Label(ink="second", wrap=True)
        self.view = DependencyView()
        self.view.opened.connect(open_record)
        header = (_("Kind"), _("Name"), _("Carries"), _("Good to know"))
        self.list = PlainTable(_("What depends on it, as a list"), header, (100, 190, 0, 120))
        self.list.opened.connect(lambda target: open_record(*target))
        self.toggle = Button(_("As a list"), self.on_toggle, quiet=True)
        scroll = ScrollColumn()
        scroll.column.addWidget(self.view, 1)
        self.stack = QStackedWidget()
        self.stack.addWidget(scroll)
        self.stack.addWidget(self.list)
        self.meaning = SentenceBox()
        top = QHBoxLayout()
        top.addWidget(self.sentence, 1)
        top.addWidget(self.toggle, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(top)
        self.body.addWidget(self.stack, 1)
        self.body.addWidget(self.meaning)

    def show_finding(self, company: OpenCompany, finding: Finding | None) -> None:
        picture = DependencyPicture((), ())
        if finding is None:
            self.sentence.setText(_("Choose a finding on the left to see what depends on it."))
        else:
            objects = systems_of(company, finding.objects)
            picture = dependency_picture(company, objects)
            title = words_of(company, finding).title
            systems = any(kind in SYSTEMS for kind, _key in objects)
            self.sentence.setText(_nothing_hangs(title) if systems and not picture.edges else title)
        found = None if finding is None else business_sentence(company, finding.objects)
        self.meaning.setVisible(found is not None)
        if found is not None:
            self.meaning.show_sentence(*found)
        self.view.show_picture(picture)
        self.list.fill(
            [
                (node.kind_title, node.title, join_names(picture.carried_by(node)), node.note)
                for node in picture.nodes
            ],
            [(node.table, node.record) for node in picture.nodes],
        )
        self.toggle.setVisible(bool(picture.nodes))

    def on_toggle(self) -> None:
        as_list = self.stack.currentWidget() is not self.list
        self.stack.setCurrentIndex(1 if as_list else 0)
        self.toggle.setText(_("As a picture") if as_list else _("As a list"))


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


def _nothing_hangs(title: str) -> str:
    return _("{finding}. No links to applications or processes are entered for it.").format(finding=title)
