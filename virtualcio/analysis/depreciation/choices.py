"""What a company has chosen for its books: settings that are no numbers. Source: rules.md section 5."""

from dataclasses import dataclass, fields
from enum import StrEnum
from typing import Any

from virtualcio.analysis.depreciation.rules import Country, TaxRules, TaxTables
from virtualcio.model import Setting, TaxYear
from virtualcio.model.company_data import CompanyData
from virtualcio.model.depreciation import DigitalRule, LowValueRule


class Chart(StrEnum):
    """The numbers of accounts that the tax advisor's workbook uses."""

    SKR03 = "skr03"
    SKR04 = "skr04"


class YesNo(StrEnum):
    """How a yes or no stands in a setting."""

    YES = "yes"
    NO = "no"


@dataclass(frozen=True)
class TaxChoices:
    """As this company has chosen; a constructor without arguments gives what the program assumes.

    Each field is a setting of the same key.
    """

    tax_chart: Chart = Chart.SKR03
    tax_low_value: LowValueRule = LowValueRule.IMMEDIATE  # of fiscal years without a row of their own
    tax_digital: DigitalRule = DigitalRule.FULL
    tax_digital_commercial: YesNo = YesNo.NO  # the one year in the commercial book too
    tax_disposal_month: YesNo = YesNo.YES  # depreciated through the month of the disposal
    tax_full_euros: YesNo = YesNo.NO
    tax_reminder_value: YesNo = YesNo.NO  # 1 € stays while the thing is there


# What each setting may be, by key, the program's own choice by `default_of`.
CHOICES: dict[str, type[StrEnum]] = {
    "tax_chart": Chart,
    "tax_low_value": LowValueRule,
    "tax_digital": DigitalRule,
    "tax_digital_commercial": YesNo,
    "tax_disposal_month": YesNo,
    "tax_full_euros": YesNo,
    "tax_reminder_value": YesNo,
}
_DEFAULTS = TaxChoices()


def default_of(key: str) -> StrEnum:
    """What the program assumes. AttributeError if there is no such choice."""
    found = getattr(_DEFAULTS, key)
    assert isinstance(found, StrEnum)
    return found


def tax_choices_of(data: CompanyData) -> TaxChoices:
    """The company's settings; what a file from elsewhere holds and nobody could choose is passed over."""
    chosen: dict[str, Any] = {}
    for field in fields(TaxChoices):
        kind = CHOICES[field.name]
        for setting in data.where(Setting, "key", field.name):
            if setting.value in list(kind):
                chosen[field.name] = kind(setting.value)
    return TaxChoices(**chosen)


def tax_rules_of(data: CompanyData, tables: TaxTables) -> TaxRules:
    """Choices, the fiscal years' own rules for low-value things, country and fiscal year of the company.

    Of two rows of a year the later one counts. A country without tables goes by the German ones.
    """
    choices, company = tax_choices_of(data), data.company
    known = company.country in list(Country)
    start = company.fiscal_year_start
    return TaxRules(
        tables=tables,
        country=Country(company.country) if known else Country.DE,
        fiscal_start=start if 1 <= start <= 12 else 1,
        low_value={row.year: row.low_value for row in data.all(TaxYear)},
        low_value_default=choices.tax_low_value,
        digital=choices.tax_digital,
        commercial_digital=choices.tax_digital_commercial is YesNo.YES,
        disposal_month_counts=choices.tax_disposal_month is YesNo.YES,
        full_euros=choices.tax_full_euros is YesNo.YES,
        reminder_value=choices.tax_reminder_value is YesNo.YES,
    )
