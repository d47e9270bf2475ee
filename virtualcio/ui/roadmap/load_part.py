"""The tab of the load: every pool over all months of the roadmap, one below the other."""

from PySide6.QtCore import QRect, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.roadmap.load_columns import PoolView, pool_views
from virtualcio.actions.tone import Tone
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.empty_state import EmptyState
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.common.tabbed_page import PartOfPage
from virtualcio.ui.roadmap.load_chart import LoadChart, bare_days, own_axis

_LEAST_HEIGHT = 210
_GAP = 16
_SCALE = 44  # px for the numbers at the left


class LoadCard(PictureCard):
    """One pool: its columns, or its numbers as a table."""

    def __init__(self, view: PoolView) -> None:
        self.chart = LoadChart(view.name, labelled=True)
        super().__init__(view.name, self.chart, self.chart, " ")
        self.pool_id = view.pool_id
        self.setMinimumHeight(_LEAST_HEIGHT)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.show_view(view)

    def show_view(self, view: PoolView) -> None:
        self.set_title(view.name)
        self.chart.show_words(view.name, ())
        self.chart.show_view(view)
        over = [column for column in view.columns if column.tone is Tone.ACT]
        usual = _("{days} person-days free a month").format(days=bare_days(view.usual))
        words = translate_count("{count} month overloaded", "{count} months overloaded", len(over))
        self.set_note(f"{usual} · {words}" if over else usual)
        self.show_numbers(table_of_load(view))
        self.fit_axis()

    def fit_axis(self) -> None:
        """All months in the width that there is."""
        if self.chart.view is not None:
            room = self.chart.width() - _SCALE
            self.chart.show_axis(own_axis(self.chart.view, room), _SCALE, 0, self.chart.width())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        QTimer.singleShot(0, self, self.fit_axis)


class LoadPart(PartOfPage):
    """Pools in their order; a pool without anything to do is shown too."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company)
        self.cards: list[LoadCard] = []
        self._scroll = ScrollColumn()
        self._scroll.column.setSpacing(_GAP)
        self._places = QStackedWidget()
        self._places.addWidget(self._scroll)
        self._places.addWidget(self._empty())
        self._whole = QVBoxLayout(self)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.addWidget(self._places)
        self.follow(None)

    def _empty(self) -> EmptyState:
        to_pools = HeaderAction(_("Enter capacity"), self._to_pools, primary=True)
        return EmptyState(
            _("No capacity yet"),
            _("Here you see month by month whether your people can carry the roadmap. "
              "For that the program needs to know who works on initiatives, and how many days a month."),
            _("For example: Our IT · 12 person-days a month, 4 of them for support"),
            [to_pools],
        )  # fmt: skip

    def _to_pools(self) -> None:
        self.shell.go("roadmap", tab="pools")

    def follow(self, change: Change | None) -> None:
        views = pool_views(self.company)
        self._places.setCurrentIndex(0 if views else 1)
        if [card.pool_id for card in self.cards] == [view.pool_id for view in views]:
            for card, view in zip(self.cards, views, strict=True):
                card.show_view(view)
            return
        self._scroll.clear()
        self.cards = [LoadCard(view) for view in views]
        for card in self.cards:
            self._scroll.column.addWidget(card)

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        """Bring a pool into sight by its key."""
        for card in self.cards:
            if card.pool_id == record:
                self._scroll.ensureWidgetVisible(card)
                card.chart.setFocus()

    def take_keyboard(self) -> bool:
        if not self.cards:
            return False
        self.cards[0].chart.setFocus()
        return self.cards[0].chart.hasFocus()

    def room_for_lines(self, height: int) -> QRect:
        """The cards scroll above messages."""
        below = height + 8 if height else 0
        if self._whole.contentsMargins().bottom() != below:
            self._whole.setContentsMargins(0, 0, 0, below)
        return self.rect()


def table_of_load(view: PoolView) -> ChartTable:
    """Month by month: load, capacity, what is left, and for whom the days are."""
    header = (_("Month"), _("Load in person-days"), _("Capacity"), _("Free"), _("For"))
    rows = tuple(
        (
            formats.month(column.month),
            bare_days(column.load),
            bare_days(column.capacity),
            bare_days(column.free),
            ", ".join(f"{name} {bare_days(days)}" for _key, name, days in column.parts),
        )
        for column in view.columns
    )
    return ChartTable(header, rows)
