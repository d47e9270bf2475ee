"""Changing what a company has chosen for its books; each change is one undo step."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio.actions.assumption_settings import is_stored, put_setting
from virtualcio.actions.depreciation.depreciation_words import CHARTS, DIGITAL_RULES, LOW_VALUE_RULES, YES_NO
from virtualcio.analysis.depreciation.choices import CHOICES, default_of
from virtualcio.texts import Message, mark, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

CHOICE_TITLES: Mapping[str, str] = {
    "tax_chart": mark("Chart of accounts"),
    "tax_low_value": mark("Low-value things, if nothing is chosen for the year"),
    "tax_digital": mark("Computers and software by tax law"),
    "tax_digital_commercial": mark("One year for computers and software by commercial law too"),
    "tax_disposal_month": mark("The month of a disposal still counts"),
    "tax_full_euros": mark("Depreciation in full euros"),
    "tax_reminder_value": mark("€1 stays in the books while a thing is there"),
}
CHOICE_HELP: Mapping[str, str] = {
    "tax_chart": mark("Decides the numbers of accounts in the workbook for the tax advisor."),
    "tax_low_value": mark("Up to €800 a piece at once, or €250 to €1,000 into a pool of five years. The "
                          "choice is for all such things of a fiscal year."),
    "tax_digital": mark("The ministry's letter of 22 February 2022 allows one year for what is on its list."),
    "tax_digital_commercial": mark("In commercial law the usual life counts, so mostly no."),
    "tax_disposal_month": mark("Else only the full months before it count."),
    "tax_full_euros": mark("Each year is rounded to full euros; the last one takes the rest."),
    "tax_reminder_value": mark("A custom from the days of paper; the law does not ask for it."),
}  # fmt: skip
_OPTIONS: Mapping[str, dict[StrEnum, str]] = {
    "tax_chart": CHARTS,
    "tax_low_value": LOW_VALUE_RULES,
    "tax_digital": DIGITAL_RULES,
}


@dataclass(frozen=True)
class ChoiceRow:
    """One choice as it is shown, in the language of the interface. `options`: (value, words)."""

    key: str
    title: str
    help: str
    options: Sequence[tuple[StrEnum, str]]
    value: StrEnum
    default: str


def choice_rows(company: "OpenCompany") -> Sequence[ChoiceRow]:
    """All choices in the order of the form."""
    chosen = company.results.tax_choices
    rows = []
    for key in CHOICES:
        titles = _OPTIONS.get(key, YES_NO)
        rows.append(
            ChoiceRow(
                key, translate(CHOICE_TITLES[key]), translate(CHOICE_HELP[key]),
                tuple((value, translate(title)) for value, title in titles.items()),
                getattr(chosen, key), translate(titles[default_of(key)]),
            )
        )  # fmt: skip
    return rows


def set_choice(company: "OpenCompany", key: str, value: StrEnum) -> bool:
    """Choose one as one undo step; False if it was that already. ValueError for what cannot be chosen.

    The program's own choice is not stored, so that a better one of a later version reaches the company.
    """
    if value not in list(CHOICES[key]):
        raise ValueError(f"no such choice of {key}: {value}")
    text = "" if value == default_of(key) else value.value
    if is_stored(company, key, text):
        return False
    label = Message(mark("Choice “{field}” changed"), {"field": Message(CHOICE_TITLES[key])})
    with company.workspace.change(label) as edit:
        put_setting(company, edit, key, text)
    return True
