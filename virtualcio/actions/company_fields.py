"""The fields of the company itself, as a table of one row: typed and undone like all others."""

from typing import TYPE_CHECKING

from virtualcio.actions.columns import Column, Kind, Table
from virtualcio.actions.edit import set_value
from virtualcio.model import Company
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

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
        Column("direction", mark("Direction for three years"), Kind.LONG_TEXT, field="direction"),
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
