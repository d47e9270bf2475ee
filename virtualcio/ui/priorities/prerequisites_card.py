"""What the chosen initiative needs first and what it enables, as chips to remove and a line to add."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.demand_answers import open_initiatives_of
from virtualcio.actions.priorities.ranking_rows import RankingRow
from virtualcio.formats import NO_VALUE
from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.flow_layout import FlowLayout
from virtualcio.ui.common.labels import ElidedLabel, Label
from virtualcio.ui.common.link_chips import LinkChip
from virtualcio.ui.common.pick_list import Option
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.priorities.initiative_picker import InitiativePicker


class PrerequisitesCard(Card):
    """`joined` gives prerequisite and dependent of a link to make, `cut` the key of one to remove."""

    joined = Signal(str, str)
    cut = Signal(str)
    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self, company: OpenCompany) -> None:
        super().__init__(padding=16)
        self._company = company
        self._initiative: Initiative | None = None
        self.name = ElidedLabel(size=13.5, semibold=True)
        self.kind = Pill("")
        self.hint = Label(_("Choose an initiative in the picture."), ink="second", wrap=True)
        self.needs = _Links(_("Needs first"), _("Add what it needs first…"), self._options)
        self.enables = _Links(_("Makes possible"), _("Add what needs it first…"), self._options)
        self.needs.picked.connect(lambda key: self._join(key, self._key()))
        self.enables.picked.connect(lambda key: self._join(self._key(), key))
        self.details = Button(_("Details"), lambda: self.opened.emit(self._key()))
        parts = ScrollColumn()
        parts.column.setSpacing(12)
        for links in (self.needs, self.enables):
            links.cut.connect(self.cut)
            links.gone_to.connect(self.chosen)
            parts.column.addWidget(links)
        parts.column.addStretch(1)
        self.links = parts
        for part in (self.name, self.kind, self.hint):
            self.body.addWidget(part)
        self.body.addWidget(parts, 1)
        self.body.addWidget(self.details)
        self.body.addStretch(0)
        self.show_initiative(None, None)

    def _key(self) -> str:
        return "" if self._initiative is None else self._initiative.id

    def _join(self, prerequisite: str, dependent: str) -> None:
        self.joined.emit(prerequisite, dependent)

    def show_initiative(self, initiative: Initiative | None, row: RankingRow | None) -> None:
        """The links of this initiative; None: nothing is chosen."""
        self._initiative = initiative
        some = initiative is not None
        for part in (self.name, self.kind, self.links, self.details):
            part.setVisible(some)
        self.hint.setVisible(not some)
        if initiative is None:
            return
        self.name.setText(initiative.name)
        self.kind.setVisible(row is not None)
        if row is not None:
            words = row.kind_text if row.is_must else f"{row.kind_text} · {row.rank_text}"
            self.kind.set(words, row.kind_tone)
        data = self._company.data
        needs = data.where(InitiativeDependency, "initiative_id", initiative.id)
        enables = data.where(InitiativeDependency, "prerequisite_id", initiative.id)
        self.needs.show_links([(one.id, data.find(Initiative, one.prerequisite_id)) for one in needs])
        self.enables.show_links([(one.id, data.find(Initiative, one.initiative_id)) for one in enables])

    def _options(self) -> list[Option]:
        return [
            Option(one.id, one.name) for one in open_initiatives_of(self._company) if one.id != self._key()
        ]


class _Links(QWidget):
    """A title, chips, and the line to add one."""

    picked = Signal(str)
    cut = Signal(str)
    gone_to = Signal(str)

    def __init__(self, title: str, hint: str, options: Callable[[], Sequence[Option]]) -> None:
        super().__init__()
        self.chips: list[LinkChip] = []
        self._flow = FlowLayout(spacing=6)
        self._none = Label(NO_VALUE, ink="third")
        self.picker = InitiativePicker(hint, options, may_name=False)
        self.picker.picked.connect(self.picked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Label(title, ink="third", size=11.5))
        column.addWidget(self._none)
        column.addLayout(self._flow)
        column.addWidget(self.picker)

    def show_links(self, links: Sequence[tuple[str, Initiative]]) -> None:
        """Pairs of the dependency's key and the initiative at its other end."""
        self._flow.clear()
        self.chips = []
        for key, initiative in links:
            chip = LinkChip(initiative.name, removable=True)
            chip.clicked.connect(partial(self.gone_to.emit, initiative.id))
            chip.removed.connect(partial(self.cut.emit, key))
            self._flow.addWidget(chip)
            self.chips.append(chip)
        self._none.setVisible(not links)
