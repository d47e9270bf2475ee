"""The risks: the table, below it their map; a cell of the map keeps its risks in the table."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.columns import Chip
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.risk_map import Cell, RiskMap, cell_of, risk_map
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.model import Risk
from virtualcio.store.workspace import Change
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.chip_row import ChipRow
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.picture_card import PictureCard
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.risk_heatmap import RiskHeatmap

_MAP_HEIGHT = 236


class RisksTab(RecordTab):
    """A table tab with a map that filters it."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.map = RiskMapCard()
        super().__init__(shell, company, table("risks"))
        self._left.addWidget(self.map)
        self._show_all()
        self.map.heatmap.chosen.connect(self._on_cell)
        self.map.turned.chosen.connect(self._on_turned)

    def _show_all(self) -> None:
        super()._show_all()
        if self.map.parent() is None:
            return  # not in its place yet: shown now, it would be a window of its own
        self.map.setVisible(bool(self._company.data.count(Risk)))
        self.map.show_map(self._company)

    def _on_turned(self, _key: str) -> None:
        self.map.heatmap.choose(None)
        self.map.show_map(self._company)

    def _on_filtered(self) -> None:
        self.map.heatmap.choose(None)
        super()._on_filtered()

    def _on_cell(self, cell: Cell | None) -> None:
        """Keep the risks of one cell, or what the filter line says."""
        chip = self.bar.chip if cell is None else _chip_of(cell, after=self.map.after)
        self.table.filter_by(self.bar.words, chip)
        self._show_place()
        if not self.table.currentIndex().isValid():
            self.select_first()

    def show_part(self, record: str = "", chip: str = "", column: str = "") -> None:
        if record and self.table.records.row_of(record) is None:
            self.map.heatmap.choose(None)
        super().show_part(record, chip, column)

    def follow(self, change: Change | None) -> None:
        """A risk that was moved into another cell does not vanish from the table while it is typed."""
        if self.map.heatmap.cell is not None and change is not None and Risk in change.kinds:
            self.map.heatmap.choose(None)
        super().follow(change)


def _chip_of(cell: Cell, *, after: bool) -> Chip:
    def keeps(_company: OpenCompany, risk: Risk) -> bool:
        return cell_of(risk, after=after) == cell

    return Chip(f"cell_{cell[0]}_{cell[1]}_{after}", "", keeps)


class RiskMapCard(PictureCard):
    """The map with a switch between today and after the measures, and what it says in words."""

    def __init__(self) -> None:
        self.heatmap = RiskHeatmap()
        chips = [("before", _("Today"), Tone.NEUTRAL), ("after", _("After the measures"), Tone.NEUTRAL)]
        self.turned = ChipRow(chips)
        self.sentence = Label(wrap=True)
        self.level = Label(ink="third", size=12, wrap=True)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.turned)
        words.addWidget(self.sentence)
        words.addWidget(self.level)
        words.addStretch(1)
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(20)
        row.addWidget(self.heatmap, 3)
        row.addLayout(words, 2)
        super().__init__(_("Map of the risks"), both, self.heatmap)
        self.setFixedHeight(_MAP_HEIGHT)

    @property
    def after(self) -> bool:
        """Whether the map shows what is left after the measures."""
        return self.turned.key == "after"

    def show_map(self, company: OpenCompany) -> None:
        found = risk_map(company, after=self.after)
        self.heatmap.show_map(found)
        self.show_numbers(_numbers(found))
        above = len(found.above)
        self.sentence.setText(
            translate_count(
                "{count} risk is more than the company wants to bear.",
                "{count} risks are more than the company wants to bear.",
                above,
            )
            if above
            else _("No risk is more than the company wants to bear.")
        )
        self.sentence.set_ink("act" if above else "ink")
        self.level.setText(
            _("Bearable up to {points} points (likelihood × damage). A cell shows its risks above.").format(
                points=formats.number(found.bearable)
            )
        )


def _numbers(found: RiskMap) -> ChartTable:
    header = (_("Likelihood"), _("Damage"), _("Risks"))
    rows = [(str(cell[0]), str(cell[1]), str(len(keys))) for cell, keys in found.cells.items() if keys]
    return ChartTable(header, tuple(rows))
