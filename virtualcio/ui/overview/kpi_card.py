"""How far the KPIs of the most important goals are; each row leads to its KPI."""

from collections.abc import Callable
from functools import partial

from virtualcio.actions.goals.kpi_overview import overview_kpis, overview_note
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.picture_card import HEADING
from virtualcio.ui.goals.kpi_row import KpiRow


class KpiProgressCard(Card):
    """`open_kpi` gets the key of the KPI that was clicked, "" for all of them."""

    def __init__(self, open_kpi: Callable[[str], object]) -> None:
        super().__init__(_("KPIs"))
        self.title_label.setMinimumHeight(HEADING)
        self._open = open_kpi
        self.rows: list[KpiRow] = []
        words = _("As soon as goals have KPIs, this shows how far they are.")
        self.nothing = Label(words, ink="second", wrap=True)
        self.begin = Button(_("To the goals"), lambda: open_kpi(""), quiet=True)
        self.body.setSpacing(2)
        self.body.addWidget(self.nothing)
        self.body.addWidget(self.begin)
        self.body.addStretch(1)

    def show_company(self, company: OpenCompany) -> None:
        """Bring the rows up to date; those that are there already stay."""
        lines = overview_kpis(company)
        while len(self.rows) > len(lines):
            row = self.rows.pop()
            row.hide()
            row.deleteLater()
        for row, line in zip(self.rows, lines, strict=False):
            row.take(line)
        for line in lines[len(self.rows) :]:
            self._add(KpiRow(line))
        for empty in (self.nothing, self.begin):
            empty.setVisible(not lines)
        self.set_note(overview_note(company))

    def _add(self, row: KpiRow) -> None:
        row.setCheckable(False)
        row.clicked.connect(partial(self._on_clicked, row))
        self.body.insertWidget(len(self.rows), row)
        self.rows.append(row)

    def _on_clicked(self, row: KpiRow, _checked: bool = False) -> None:
        self._open(row.line.kpi_id)
