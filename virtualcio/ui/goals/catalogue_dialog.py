"""Picking a KPI from the program's catalogue: what is counted, the usual target, what others reach."""

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from virtualcio.actions.cells import fold
from virtualcio.actions.goals.catalogue import add_from_catalogue, founded_words
from virtualcio.actions.goals.kpi_benchmarks import benchmark_words
from virtualcio.actions.goals.kpi_chart import CADENCES, LEVELS
from virtualcio.actions.open_company import OpenCompany
from virtualcio.errors import UserError
from virtualcio.exchange.kpi_catalogue import CatalogueKpi, benchmarks_for, catalogue
from virtualcio.model import Goal, Kpi
from virtualcio.texts import _
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.shell.dialog import Dialog

_KEY = Qt.ItemDataRole.UserRole
_ROW = 28
_SIZE = (820, 520)


class CatalogueDialog(Dialog):
    """`made` is the KPI that was added, None as long as none was."""

    def __init__(self, company: OpenCompany, goal: Goal | None, parent: QWidget | None) -> None:
        words = _("For the goal “{goal}”").format(goal=goal.name) if goal is not None else ""
        super().__init__(_("KPI from the catalogue"), words, _("Add KPI"), parent)
        self._company, self._goal = company, goal
        self.made: Kpi | None = None
        self.search = QLineEdit()
        self.search.setPlaceholderText(_("Search: name, formula, level…"))
        self.search.setAccessibleName(_("Search the catalogue"))
        self.search.textChanged.connect(self._fill)
        self.search.installEventFilter(self)
        self.list = QListWidget()
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setAccessibleName(_("KPIs of the catalogue"))
        self.list.currentItemChanged.connect(lambda *_items: self._show())
        self.list.itemActivated.connect(lambda _item: self.accept())
        self.about = ScrollColumn()
        self.about.column.setSpacing(6)
        self._build()
        self._fill("")

    def _build(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(8)
        left.addWidget(self.search)
        left.addWidget(self.list, 1)
        halves = QHBoxLayout()
        halves.setSpacing(16)
        halves.addLayout(left, 5)
        halves.addWidget(self.about, 6)
        holder = QWidget()
        holder.setLayout(halves)
        halves.setContentsMargins(0, 0, 0, 0)
        holder.setMinimumHeight(240)
        layout = self.layout()
        assert isinstance(layout, QVBoxLayout)
        layout.insertWidget(2, holder, 1)
        self.resize(*_SIZE)

    def _fill(self, words: str) -> None:
        """Those in which every word stands; what is chosen stays if it is among them."""
        before = self.chosen
        wanted = fold(words).split()
        self.list.clear()
        for kpi in catalogue():
            said = fold(" ".join((kpi.name, kpi.formula, _(LEVELS[kpi.level]), kpi.unit)))
            if all(word in said for word in wanted):
                item = QListWidgetItem(kpi.name)
                item.setData(_KEY, kpi)
                item.setToolTip(kpi.name)
                item.setSizeHint(QSize(0, _ROW))
                self.list.addItem(item)
                if before is not None and before.key == kpi.key:
                    self.list.setCurrentItem(item)
        if self.list.currentRow() < 0:
            self.list.setCurrentRow(0)
        self._show()

    @property
    def chosen(self) -> CatalogueKpi | None:
        item = self.list.currentItem()
        found: CatalogueKpi | None = None if item is None else item.data(_KEY)
        return found

    def _show(self) -> None:
        """What is known about the chosen one."""
        kpi = self.chosen
        self.done_button.setEnabled(kpi is not None)
        self.about.clear()
        while self.about.column.count():
            self.about.column.takeAt(0)
        if kpi is None:
            self._line(_("Nothing in the catalogue has these words. A KPI of your own takes any name."))
            return
        self._line(kpi.name, semibold=True)
        level = " · ".join(
            part for part in (_(LEVELS[kpi.level]), _(CADENCES[kpi.cadence]), kpi.unit) if part
        )
        self._line(level, ink="third")
        self._part(_("What is counted"), kpi.formula)
        if kpi.sme_target:
            founded = founded_words(kpi.certainty, kpi.source)
            self._part(_("Usual target"), f"{kpi.sme_target} · {founded}")
        others = benchmarks_for(kpi.key)
        if others:
            self._part(_("What others reach"), "\n".join(benchmark_words(one) for one in others))
        self.about.column.addStretch(1)

    def _part(self, title: str, words: str) -> None:
        if words:
            self.about.column.addSpacing(4)
            self._line(title, ink="third")
            self._line(words)

    def _line(self, words: str, *, ink: str = "ink", semibold: bool = False) -> None:
        size = 13.5 if semibold else 11.5 if ink == "third" else 13
        self.about.column.addWidget(Label(words, ink=ink, size=size, semibold=semibold, wrap=True))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys move in the list while one types in the search."""
        if event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None and self.list.count():
                self.list.setCurrentRow(max(0, min(self.list.count() - 1, self.list.currentRow() + step)))
                return True
        return super().eventFilter(watched, event)

    def accept(self) -> None:
        """Add the chosen one as one undo step."""
        kpi = self.chosen
        if kpi is None:
            return
        try:
            self.made = add_from_catalogue(self._company, kpi.key, self._goal)
        except UserError as refused:
            self.refuse(str(refused.message))
            return
        super().accept()
