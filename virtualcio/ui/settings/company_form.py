"""What is said about the company itself."""

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from virtualcio import formats
from virtualcio.actions.company_fields import COMPANY, COUNTRIES, set_country, set_fiscal_year_start
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import _, language
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.settings.form_rows import ColumnField, RowGrid

_TYPED = ("name", "trade", "employees", "revenue")
_STEERING = ("cio_model", "cio_days_per_month", "cio_day_rate", "restore_tested_on", "emergency_plan_on")
_LONG = ("direction", "note")
_LONG_HEIGHT = 84


class CompanyForm(QWidget):
    """Everything is stored at once, field by field."""

    def __init__(self, company: OpenCompany) -> None:
        super().__init__()
        self._company = company
        self.fields = {
            key: ColumnField(company, COMPANY, COMPANY.column(key), company.data.company)
            for key in (*_TYPED, *_STEERING, *_LONG)
        }
        self.month = QComboBox()
        self.country = QComboBox()
        self._fill_choices()
        self._build()
        self.month.activated.connect(lambda index: set_fiscal_year_start(company, index + 1))
        self.country.activated.connect(lambda _index: set_country(company, self.country.currentData()))

    def _fill_choices(self) -> None:
        self.month.addItems(formats.MONTHS_DE if language() == "de" else formats.MONTHS_EN)
        self.month.setMaxVisibleItems(12)
        self.month.setAccessibleName(_(COMPANY.column("fiscal_year_start").title))
        self.country.setAccessibleName(_(COMPANY.column("country").title))
        for code, name in COUNTRIES.items():
            self.country.addItem(_(name), code)

    def _build(self) -> None:
        grid = RowGrid()
        for key in _TYPED:
            column = COMPANY.column(key)
            grid.add_row(_(column.title), self.fields[key].editor.widget, _(column.help))
        for key, widget in (("fiscal_year_start", self.month), ("country", self.country)):
            column = COMPANY.column(key)
            grid.add_row(_(column.title), widget, _(column.help))
        for key in _STEERING:
            column = COMPANY.column(key)
            grid.add_row(_(column.title), self.fields[key].editor.widget, _(column.help))
        for key in _LONG:
            editor = self.fields[key].editor.widget
            editor.setFixedHeight(_LONG_HEIGHT)
            grid.add_row(_(COMPANY.column(key).title), editor, _(COMPANY.column(key).help))
        card = Card(_("Company"))
        card.body.addLayout(grid)
        scroll = ScrollColumn()
        scroll.column.addWidget(card)
        scroll.column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scroll)

    def refresh(self) -> None:
        for field in self.fields.values():
            if not field.editor.widget.hasFocus():
                field.show()
        company = self._company.data.company
        self.month.setCurrentIndex(company.fiscal_year_start - 1)
        self.country.setCurrentIndex(self.country.findData(company.country))
