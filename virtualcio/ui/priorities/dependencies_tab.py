"""What has to be finished before what: the picture, beside it the links of the chosen initiative to edit,
below it the initiatives that wait for nobody.
"""

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedLayout, QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.dependency_plan import (
    add_dependency,
    dependency_plan,
    plan_table,
    remove_dependency,
)
from virtualcio.actions.priorities.ranking_rows import ranking_rows
from virtualcio.errors import UserError
from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.store.workspace import Change
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.priorities.circle_line import CircleLine
from virtualcio.ui.priorities.new_initiative import new_initiative_action
from virtualcio.ui.priorities.no_initiatives import no_initiatives
from virtualcio.ui.priorities.plan_view import ZOOM_STEP, PlanView
from virtualcio.ui.priorities.prerequisites_card import PrerequisitesCard

_SIDE = 290  # px, the links of the chosen one
_SIDE_NARROW = 240
_NARROW = 860
_LOOSE_SHOWN = 24
_LOOSE_LEAST = 60  # px, two lines
_ABOVE_LINES = 8  # px between the cards and a message below them
_FITS_TO = 1.2  # larger would not show more
_FITS_FROM = 0.6  # smaller, names could not be read: the picture scrolls instead


class DependenciesTab(PartOfPage):
    """Drag from one box to another, pick a name at the right, or remove a line with Del."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.view = PlanView()
        self.place = QScrollArea()
        self.place.setFrameShape(QFrame.Shape.NoFrame)
        self.place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.place.setWidget(self.view)
        self.view.setAutoFillBackground(False)
        self.place.viewport().setAutoFillBackground(False)
        self.place.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.nothing = Label(_nothing_words(), ink="second", wrap=True)
        self.circle = CircleLine(self.on_cut_record)
        self.card = PictureCard(_("What has to be finished before what"), self.place, self.view)
        self.links = PrerequisitesCard(company)
        self.loose = QWidget()
        self.loose_chips: list[LinkChip] = []
        self._loose: tuple[tuple[str, str], ...] | None = None
        inside = QWidget()
        self._loose_flow = FlowLayout(inside, spacing=6)
        self._loose_place = ScrollColumn()
        self._loose_place.column.addWidget(inside)
        self._fitted = False
        self._build()
        self._connect()
        self.follow(None)

    def _build(self) -> None:
        zoom = QHBoxLayout()
        zoom.setSpacing(0)
        for text, name, slot in (
            ("−", _("Smaller"), lambda: self.view.set_zoom(self.view.zoom / ZOOM_STEP)),
            ("+", _("Larger"), lambda: self.view.set_zoom(self.view.zoom * ZOOM_STEP)),
            (_("Fit"), _("Show the whole picture"), self.fit),
        ):
            button = Button(text, slot, quiet=True, name=name, tip=name)
            if len(text) == 1:
                button.setFixedWidth(32)
            zoom.addWidget(button)
        self.card.header.insertLayout(self.card.header.count() - 1, zoom)
        self.card.body.insertWidget(0, self.nothing)
        self.card.body.addWidget(self.loose)
        loose = QVBoxLayout(self.loose)
        loose.setContentsMargins(0, 0, 0, 0)
        loose.addWidget(Label(_("Wait for nobody, and nobody waits for them"), ink="third", size=12))
        loose.addWidget(self._loose_place)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.card, 1)
        row.addWidget(self.links)
        both = QWidget()
        whole = self._whole = QVBoxLayout(both)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(12)
        whole.addWidget(self.circle)
        whole.addLayout(row, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(both)
        words = _(
            "Once initiatives are entered, you see here what has to be ready before something else begins."
        )
        self._stack.addWidget(no_initiatives(self.shell, self.company, words))

    def _connect(self) -> None:
        self.view.chosen.connect(self._show_links)
        self.view.opened.connect(self._on_open)
        self.view.joined.connect(self.on_join)
        self.view.cut.connect(self.on_cut)
        self.links.joined.connect(self.on_join)
        self.links.cut.connect(self.on_cut)
        self.links.chosen.connect(self.choose)
        self.links.opened.connect(self._on_open)

    # --- showing -----------------------------------------------------------------------------

    def follow(self, change: Change | None) -> None:
        rows = {row.initiative_id: row for row in ranking_rows(self.company)}
        plan = dependency_plan(self.company)
        self.view.show_plan(plan, rows)
        header, lines = plan_table(self.company, plan)
        self.card.show_numbers(ChartTable(header, lines))
        self.circle.show_circles(self.company, plan.circles)
        self.nothing.setVisible(not plan.lines)
        self._stack.setCurrentIndex(0 if rows else 1)
        self._show_loose(plan.loose)
        self.choose(self.view.selected if self.view.selected in rows else "")
        if not self._fitted:
            self.fit()

    def _show_loose(self, keys: tuple[str, ...]) -> None:
        names = tuple((key, self.company.data.find(Initiative, key).name) for key in keys)
        if names == self._loose:
            return
        self._loose = names
        self._loose_flow.clear()
        self.loose_chips = []
        for key, name in names[:_LOOSE_SHOWN]:
            chip = LinkChip(name, removable=False)
            chip.clicked.connect(lambda _checked=False, key=key: self.choose(key))
            self._loose_flow.addWidget(chip)
            chip.show()  # what is not shown yet has no height to reckon with
            self.loose_chips.append(chip)
        rest = len(keys) - _LOOSE_SHOWN
        if rest > 0:
            self._loose_flow.addWidget(Label(_("and {count} more").format(count=rest), ink="second"))
        self.loose.setVisible(bool(keys))
        self._fit_loose()

    def _fit_loose(self) -> None:
        """As high as its chips, but the picture keeps most of the place: more of them scroll."""
        needed = self._loose_flow.heightForWidth(self._loose_place.viewport().width())
        self._loose_place.setFixedHeight(min(needed, max(_LOOSE_LEAST, self.height() // 6)))

    def choose(self, initiative_id: str) -> None:
        """Show the links of an initiative and its place in the picture."""
        self.view.select(initiative_id)
        self._show_links(initiative_id)

    def _show_links(self, initiative_id: str) -> None:
        self.links.show_initiative(
            self.company.data.get(Initiative, initiative_id), self.view.rows.get(initiative_id)
        )
        self._into_sight(initiative_id)

    def _into_sight(self, initiative_id: str) -> None:
        if initiative_id in self.view.placed.boxes:
            box = self.view.box_of(initiative_id).toRect()
            self.place.ensureVisible(box.center().x(), box.center().y(), box.width(), box.height())

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record:
            self.choose(record)

    def select_first(self) -> None:
        if not self.view.selected and self.view.plan.boxes:
            self.choose(self.view.plan.boxes[0].initiative_id)

    def fit(self) -> None:
        """The whole picture, as large as it goes; very large ones scroll."""
        room, size = self.place.viewport().size(), self.view.placed.size
        if self.isVisible():
            self._fitted = True
        share = min(room.width() / max(size.width(), 1), room.height() / max(size.height(), 1), _FITS_TO)
        self.view.set_zoom(max(share, _FITS_FROM))
        self._into_sight(self.view.selected)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.links.setFixedWidth(_SIDE if self.width() >= _NARROW else _SIDE_NARROW)
        QTimer.singleShot(0, self, self._fit_loose)
        QTimer.singleShot(0, self, self.fit)

    def take_keyboard(self) -> bool:
        self.view.setFocus()
        return self.view.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The cards get shorter for messages: nothing is covered."""
        below = height + _ABOVE_LINES if height else 0
        if self._whole.contentsMargins().bottom() != below:
            self._whole.setContentsMargins(0, 0, 0, below)
        return QRect(0, 0, self.card.width(), self.height())

    def header_actions(self) -> list[HeaderAction]:
        return [new_initiative_action(self.shell, self.company)]

    # --- doing -------------------------------------------------------------------------------

    def on_join(self, prerequisite: str, dependent: str) -> None:
        data = self.company.data
        try:
            add_dependency(
                self.company, data.find(Initiative, dependent), data.find(Initiative, prerequisite)
            )
        except UserError as refused:
            self.shell.refuse(refused)

    def on_cut(self, dependency_id: str) -> None:
        self.on_cut_record(self.company.data.find(InitiativeDependency, dependency_id))

    def on_cut_record(self, dependency: InitiativeDependency) -> None:
        remove_dependency(self.company, dependency)
        self.shell.say(_("The link is gone."), undo=True)

    def _on_open(self, initiative_id: str) -> None:
        self.shell.go("priorities", "initiatives", initiative_id)


def _nothing_words() -> str:
    return _(
        "No initiative needs another one first. Choose one below and say at the right what it needs, "
        "or draw a line from box to box."
    )
