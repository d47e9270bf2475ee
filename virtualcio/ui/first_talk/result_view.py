"""The one page of the first talk: construction sites, chances, dates, maturity, and who sees to it."""

from collections.abc import Callable

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.first_talk.result_words import (
    Lead,
    chance_lead,
    date_lead,
    maturity_bars,
    maturity_note,
    site_lead,
)
from virtualcio.actions.first_talk.talk_records import choose_cio_model
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.first_talk.cio_models import CioModelCost
from virtualcio.texts import _
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.first_talk.lead_rows import BarsCard, LeadCard
from virtualcio.ui.first_talk.models_card import ModelsCard

_WIDEST = 1100
_GAP = 16


class ResultView(QWidget):
    """Shows what there is, also of a talk that is only half done."""

    def __init__(self, company: OpenCompany, follow: Callable[[Lead], object]) -> None:
        super().__init__()
        self._company, self._follow = company, follow
        self._scroll = ScrollColumn()
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._scroll)
        self.sites: LeadCard | None = None
        self.models: ModelsCard | None = None

    def show_company(self) -> None:
        self._scroll.clear()
        page = QWidget()
        page.setMaximumWidth(_WIDEST)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 20, 0, 72)  # messages stand below
        column.setSpacing(_GAP)
        self._fill(column)
        column.addStretch(1)
        inside = QWidget()
        across = QHBoxLayout(inside)
        across.setContentsMargins(24, 0, 24, 0)
        across.addStretch(1)
        across.addWidget(page, 100)
        across.addStretch(1)
        self._scroll.column.addWidget(inside)

    def _fill(self, column: QVBoxLayout) -> None:
        company, result = self._company, self._company.results.first_talk
        column.addWidget(Label(company.data.company.name, size=20, semibold=True, wrap=True))
        state = _("As of {day}, {answered} of {total} questions answered").format(
            day=formats.day(company.today), answered=result.answered, total=result.total
        )
        column.addWidget(Label(state, ink="second"))
        self.sites = LeadCard(
            _("Five trouble spots") if len(result.sites) == 5 else _("Trouble spots"),
            [site_lead(company, one) for one in result.sites],
            _("Nothing hurts so far. The more questions have an answer, the surer that is."),
            self._follow,
            numbered=True,
        )
        chances = LeadCard(
            _("Opportunities"),
            [chance_lead(company, one) for one in result.chances],
            _("They follow from what IT shall contribute; that question is still open."),
            self._follow,
        )
        dates = LeadCard(
            _("The next dates"),
            [date_lead(company, one) for one in result.dates],
            _("No date is known yet. Contracts and obligations bring them."),
            self._follow,
        )
        bars = BarsCard(_("Maturity at a glance"), maturity_note(company), maturity_bars(company))
        self.models = ModelsCard(company, self._on_model)
        column.addWidget(self.sites)
        column.addLayout(_beside(chances, dates))
        column.addWidget(bars)
        column.addWidget(self.models)

    def _on_model(self, one: CioModelCost) -> None:
        choose_cio_model(self._company, one.model, one.days)
        if self.models is not None and self.models.buttons:
            self.models.buttons[0].setFocus()  # the one that was pressed is gone


def _beside(*widgets: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget, 1)
    return row
