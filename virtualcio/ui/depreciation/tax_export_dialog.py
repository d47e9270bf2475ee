"""Asks which fiscal year and which accounts the tax advisor's workbook is for, and says what is in it."""

from PySide6.QtWidgets import QComboBox, QWidget

from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.depreciation.depreciation_words import CHARTS
from virtualcio.actions.depreciation.tax_preview import tax_preview
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.depreciation.choices import Chart
from virtualcio.texts import _, translate
from virtualcio.ui.common.labels import Label
from virtualcio.ui.shell.dialog import Dialog


class TaxExportDialog(Dialog):
    """`year` and `chart` hold the choice once the dialog was accepted."""

    def __init__(self, company: OpenCompany, year: int, parent: QWidget | None) -> None:
        super().__init__(
            _("Export for the tax advisor"),
            _("Register, movement table, depreciation and contracts as a workbook that reckons by itself."),
            _("Choose a place…"),
            parent,
        )
        self._company = company
        self._year, self._chart = QComboBox(), QComboBox()
        for one in company.results.depreciation_years:
            self._year.addItem(year_name(company, one), one)
        self._year.setCurrentIndex(self._year.findData(year))
        for chart in Chart:
            self._chart.addItem(translate(CHARTS[chart]), chart.value)
        self._chart.setCurrentIndex(self._chart.findData(company.results.tax_choices.tax_chart.value))
        self.add_field(_("Fiscal year"), self._year)
        self.add_field(_("Chart of accounts"), self._chart)
        self.inside, self.missing = Label(wrap=True), Label(ink="watch", wrap=True)
        self.fields.addRow(self.inside)
        self.fields.addRow(self.missing)
        self._year.currentIndexChanged.connect(self._show)
        self._show()

    @property
    def year(self) -> int:
        return int(self._year.currentData())

    @property
    def chart(self) -> Chart:
        return Chart(self._chart.currentData())

    def choose(self, year: int, chart: Chart) -> None:
        """Turn to a fiscal year and a chart of accounts."""
        self._year.setCurrentIndex(self._year.findData(year))
        self._chart.setCurrentIndex(self._chart.findData(chart.value))

    def _show(self) -> None:
        preview = tax_preview(self._company, self.year)
        self.inside.setText(preview.inside)
        self.missing.setText(f"▲ {preview.missing}" if preview.missing else "")
        self.missing.setVisible(bool(preview.missing))
        self.fit()
