"""The filter chips above budget lines, actual costs and accounts, and the lines at their right."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.line_status import actual_this_year, ends_on, paid_this_year
from virtualcio.actions.columns import Chip, Tone
from virtualcio.actions.roadmap.load_words import fiscal_year_words
from virtualcio.analysis.amounts import total
from virtualcio.analysis.calendar_days import add_months
from virtualcio.model import Account, ActualCost, BudgetLine
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory
from virtualcio.texts import _, mark, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_YEAR = 12  # months


def _counts(company: "OpenCompany", line: BudgetLine) -> bool:
    """Neither cancelled nor over."""
    last = ends_on(line)
    return last is None or last >= company.today


def _without_purpose(company: "OpenCompany", line: BudgetLine) -> bool:
    return _counts(company, line) and line.purpose is None


def _this_year(company: "OpenCompany", line: BudgetLine) -> bool:
    return bool(paid_this_year(company, line))


def _ends_soon(company: "OpenCompany", line: BudgetLine) -> bool:
    last = line.last_on
    recurring = line.period is not PaymentPeriod.ONCE
    return recurring and last is not None and company.today <= last <= add_months(company.today, _YEAR)


BUDGET_LINES: tuple[Chip, ...] = (
    Chip("without_purpose", mark("Without purpose"), _without_purpose, Tone.WATCH),
    Chip("without_amount", mark("Without amount"),
         lambda company, line: _counts(company, line) and line.amount is None, Tone.WATCH),
    Chip("without_date", mark("Without first payment"),
         lambda company, line: _counts(company, line) and line.first_on is None, Tone.WATCH),
    Chip("this_year", mark("This fiscal year"), _this_year),
    Chip("ending", mark("Ends within 12 months"), _ends_soon),
    Chip("without_owner", mark("Without person in charge"),
         lambda company, line: _counts(company, line) and line.owner_id is None),
    Chip("cancelled", mark("Cancelled"), lambda _company, line: line.cancelled_on is not None),
)  # fmt: skip


def _actual_of_this_year(company: "OpenCompany", actual: ActualCost) -> bool:
    plan = company.results.plan_years
    year = plan.year(plan.this_year)
    return year.holds(actual.first_on) and year.holds(actual.last_on)


def _not_counted(company: "OpenCompany", actual: ActualCost) -> bool:
    return not company.data.find(Account, actual.account_id).counts


def _found_by(check_id: str) -> Callable[["OpenCompany", ActualCost], bool]:
    return lambda company, one: one.id in company.results.objects_of_check(check_id)


ACTUAL_COSTS: tuple[Chip, ...] = (
    Chip("this_year", mark("This fiscal year"), _actual_of_this_year),
    Chip("credits", mark("Credits"), lambda _company, one: one.amount < 0),
    Chip("not_counted", mark("Left out"), _not_counted),
    Chip("outside_plan", mark("Of other years"), _found_by("actuals_outside_plan"), Tone.WATCH,
         when_idle=True),
    Chip("other_company", mark("Of another company"), _found_by("actuals_of_another_company"), Tone.WATCH,
         when_idle=True),
)  # fmt: skip

ACCOUNTS: tuple[Chip, ...] = (
    Chip("without_category", mark("Without category"),
         lambda _company, one: one.counts and one.category in (None, BudgetCategory.OTHER), Tone.WATCH),
    Chip("this_year", mark("Used this fiscal year"),
         lambda company, one: actual_this_year(company, one) is not None),
    Chip("not_counted", mark("Left out"), lambda _company, one: not one.counts),
)  # fmt: skip


def _year_words(company: "OpenCompany") -> str:
    plan = company.results.plan_years
    return fiscal_year_words(plan.this_year, plan.start_month)


def lines_summary(company: "OpenCompany") -> str:
    """'2026 zusammen 45.120 € · 3 ohne Betrag', of the lines typed by hand."""
    lines = company.data.all(BudgetLine)
    if not lines:
        return ""
    amounts = (paid_this_year(company, line) for line in lines)
    together = formats.money_short(total(amount for amount in amounts if amount is not None))
    text = _("{year} together {amount}").format(year=_year_words(company), amount=together)
    unknown = len([line for line in lines if line.amount is None and _counts(company, line)])
    if not unknown:
        return text
    return f"{text} · " + translate_count("{count} without amount", "{count} without amount", unknown)


def actuals_summary(company: "OpenCompany") -> str:
    """'2026 ausgegeben: 113.240 €, Stand 31.10.2026'; "" if nothing of this fiscal year is entered."""
    results = company.results
    figures = results.year_figures(results.plan_years.this_year)
    if figures.actual is None or figures.actual_until is None:
        return ""
    return _("{year} spent: {amount}, as of {day}").format(
        year=_year_words(company),
        amount=formats.money_short(figures.actual),
        day=formats.day(figures.actual_until),
    )
