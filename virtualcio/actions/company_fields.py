"""The fields of the company itself, as a table of one row: typed and undone like all others."""

from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.edit import set_value
from virtualcio.model import Company
from virtualcio.model.operations import CioModel
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

CIO_MODELS: dict[StrEnum, str] = {
    CioModel.OWN: mark("An own CIO"),
    CioModel.EXTERNAL: mark("An external CIO by days"),
    CioModel.NONE: mark("No CIO"),
}

COMPANY = Table(
    "company",
    Company,
    mark("Company"),
    mark("Companies"),
    (
        Column("name", mark("Name of the company"), Kind.TEXT, field="name", required=True),
        Column("trade", mark("Trade"), Kind.TEXT, field="trade", help=mark("What the company lives on.")),
        Column("employees", mark("Employees"), Kind.INTEGER, field="employees", least=0, most=100_000),
        Column(
            "revenue", mark("Revenue of a fiscal year"), Kind.MONEY, field="revenue", least=0,
            help=mark("Without VAT."),
        ),
        Column(
            "fiscal_year_start", mark("Fiscal year begins in"), Kind.INTEGER, field="fiscal_year_start",
            least=1, most=12, required=True, help=mark("All figures by year follow it."),
        ),
        Column("country", mark("Country"), Kind.TEXT, field="country", required=True),
        Column("direction", mark("Direction for three years"), Kind.LONG_TEXT, field="direction",
               help=mark("Where your business is going: what it sells, to whom, how it grows.")),
        Column(
            "cio_model", mark("Who does the work of a CIO"), Kind.CHOICE, field="cio_model",
            choices=CioModel, choice_titles=CIO_MODELS,
            help=mark("Who steers IT: sets goals, keeps the plan and the money, holds the reviews."),
        ),
        Column(
            "cio_days_per_month", mark("Agreed CIO days a month"), Kind.NUMBER, field="cio_days_per_month",
            least=0, most=31, places=2, help=mark("Of an external CIO; visits are counted against them."),
        ),
        Column(
            "cio_day_rate", mark("CIO day rate (net)"), Kind.MONEY, field="cio_day_rate", least=0,
            help=mark("What a day of the external CIO costs, without VAT."),
        ),
        Column(
            "restore_tested_on", mark("Restore tested on"), Kind.DATE, field="restore_tested_on",
            help=mark("When data was last brought back from a backup to see whether it works."),
        ),
        Column(
            "emergency_plan_on", mark("Emergency plan practised on"), Kind.DATE, field="emergency_plan_on",
            help=mark("When you last tried out what is done if IT stands still."),
        ),
        Column("note", mark("Note on the company"), Kind.LONG_TEXT, field="note"),
    ),
)  # fmt: skip

COUNTRIES = {"DE": mark("Germany"), "AT": mark("Austria"), "CH": mark("Switzerland")}


def set_fiscal_year_start(company: "OpenCompany", month: int) -> bool:
    """`month` is 1 to 12; False if it was that already. RefusedValue otherwise."""
    return set_value(company, COMPANY, COMPANY.column("fiscal_year_start"), company.data.company, month)


def set_country(company: "OpenCompany", code: str) -> bool:
    """`code` is one of COUNTRIES; False if it was that already."""
    return set_value(company, COMPANY, COMPANY.column("country"), company.data.company, code)
