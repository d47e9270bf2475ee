"""The words of the plan: titles of groups, lines, periods and years, as table and figures show them."""

from collections.abc import Sequence
from enum import StrEnum
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import (
    CATEGORY_TITLES,
    CHANGE_TITLES,
    GROUP_TITLES,
    KIND_TITLES,
    ORIGIN_TITLES,
    WITHOUT_TITLES,
)
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.budget.fiscal import Period
from virtualcio.analysis.budget.lines import Line, LineOrigin
from virtualcio.analysis.budget.views import RECORD_OF_GROUP, BudgetRow, GroupBy
from virtualcio.model import Person
from virtualcio.model.expense import BudgetCategory, CostKind
from virtualcio.model.initiatives import ChangeKind
from virtualcio.texts import _, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_CHOICES: dict[GroupBy, tuple[type[StrEnum], dict[StrEnum, str]]] = {
    GroupBy.CATEGORY: (BudgetCategory, CATEGORY_TITLES),
    GroupBy.CHANGE: (ChangeKind, CHANGE_TITLES),
    GroupBy.KIND: (CostKind, KIND_TITLES),
    GroupBy.ORIGIN: (LineOrigin, ORIGIN_TITLES),
}


def group_title(group_by: GroupBy) -> str:
    """The title of the column of groups."""
    return translate(GROUP_TITLES[group_by])


def row_title(company: "OpenCompany", group_by: GroupBy, row: BudgetRow) -> str:
    """What a group is called: the name of its record, the words of its choice, or that there is none."""
    if row.key is None:
        return translate(WITHOUT_TITLES[group_by])
    kind = RECORD_OF_GROUP.get(group_by)
    if kind is not None:
        found = company.data.get(kind, row.key)
        return str(getattr(found, "name", "")) if found is not None else translate(WITHOUT_TITLES[group_by])
    if group_by in _CHOICES:
        choice, titles = _CHOICES[group_by]
        return translate(titles[choice(row.key)])
    return row.key


def kind_words(lines: Sequence[Line]) -> str:
    """'Investition', 'laufend', or that both are in it."""
    kinds = {line.kind for line in lines}
    if len(kinds) > 1:
        return _("both kinds")
    if not kinds:
        return ""
    return _("investment") if CostKind.CAPEX in kinds else _("running cost")


def all_invested(lines: Sequence[Line]) -> bool:
    """Everything in it is capitalised."""
    return bool(lines) and all(line.kind is CostKind.CAPEX for line in lines)


def owner_words(company: "OpenCompany", lines: Sequence[Line]) -> str:
    """Who is in charge of all of them, or that there are several."""
    owners = {line.owner_id for line in lines}
    if len(owners) > 1:
        return _("various")
    person = company.data.get(Person, next(iter(owners), None) or "")
    return person.name if person is not None else ""


def origin_words(line: Line) -> str:
    """What a line comes from, and whether its amount is known."""
    words = translate(ORIGIN_TITLES[line.origin])
    unknown = _("without amount")
    return f"{words} · {unknown}" if line.unknown else words


def period_words(company: "OpenCompany", period: Period) -> str:
    """'2027', '2026/27', 'Q3' or '07/27'."""
    if period.month is not None:
        month = formats.month(period.month)
        return month[:3] + month[-2:]
    if period.quarter is not None:
        return f"Q{period.quarter}"
    return year_name(company, period.year)


def year_name(company: "OpenCompany", year: int) -> str:
    """'2027', or '2026/27' where the fiscal year does not begin in January."""
    return fiscal_year_words(year, company.data.company.fiscal_year_start)


def this_year(company: "OpenCompany") -> int:
    """The fiscal year of today."""
    return company.results.plan_years.this_year


def year_names(company: "OpenCompany") -> Sequence[tuple[int, str]]:
    """All years that the budget looks at."""
    return [(one.year, year_name(company, one.year)) for one in company.results.plan_years.years]
