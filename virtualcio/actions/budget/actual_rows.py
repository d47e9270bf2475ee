"""Actual costs beside the plan: by month for the chart, by category and account for the table."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import CATEGORY_TITLES
from virtualcio.actions.budget.plan_remarks import PlanRemark
from virtualcio.actions.budget.plan_table import FIRST_AMOUNT, PlanRow, PlanTable
from virtualcio.actions.tone import Tone
from virtualcio.analysis.budget.actual_costs import AccountActual
from virtualcio.analysis.budget.year_figures import CategoryFigures, YearFigures
from virtualcio.model import Account
from virtualcio.texts import _, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_CLOSE = Decimal(5)  # percent of the plan within which a forecast counts as on plan
_FAR = Decimal(15)  # from here on somebody has to do something
_HUNDRED = Decimal(100)


@dataclass(frozen=True)
class MonthColumn:
    """One month of a fiscal year, in euros; None: not known yet."""

    label: str  # short, for the axis
    title: str
    plan: Decimal
    actual: Decimal | None
    forecast: Decimal | None


def month_columns(company: "OpenCompany", year: int) -> Sequence[MonthColumn]:
    """The twelve months of a fiscal year, by payment. KeyError for a year outside of the plan."""
    return [
        MonthColumn(
            label=formats.month(one.month)[:2],
            title=formats.long_month(one.month),
            plan=one.plan,
            actual=one.actual,
            forecast=one.forecast,
        )
        for one in company.results.months_figures(year)
    ]


def month_numbers(columns: Sequence[MonthColumn]) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Titles and rows of the picture as a table."""
    header = (_("Month"), _("Plan"), _("Actual"), _("Forecast"))
    rows = (
        (one.title, *(formats.money_short(amount) for amount in (one.plan, one.actual, one.forecast)))
        for one in columns
    )
    return header, tuple(rows)


def actual_table(company: "OpenCompany", year: int, opened: frozenset[str]) -> PlanTable:
    """Categories with plan, actual, forecast and difference, by payment; those of `opened` with accounts.

    Its remarks say up to which day the books reach, and what counts in no year. KeyError as in
    `month_columns`.
    """
    figures = company.results.year_figures(year)
    accounts = company.results.actuals_by_account(year)
    rows: list[PlanRow] = []
    for one in figures.rows:
        if not one.plan and one.actual is None:
            continue
        own = [account for account in accounts if account.category is one.category]
        rows.append(_category_row(one, own, opened=one.category.value in opened))
        if one.category.value in opened:
            rows.extend(_account_row(company, one.category.value, account) for account in own)
    if rows:
        rows.append(_total_row(figures))
    header = (
        _("Category"),
        _("Against the plan"),
        "",
        _("Plan"),
        _("Actual"),
        _("Forecast"),
        _("Difference"),
    )
    across = len(company.results.year_actuals(year).across)
    return PlanTable(header, tuple(rows), _remarks(figures, across), frozenset({FIRST_AMOUNT + 1}))


def _remarks(figures: YearFigures, across: int) -> tuple[PlanRemark, ...]:
    """`across`: how many amounts belong to two fiscal years, and so to none."""
    if figures.actual_until is not None:
        words = _("Actual costs until {day}").format(day=formats.day(figures.actual_until))
        if figures.part_month:
            words += _("; a month that has only begun counts with its plan on top")
        said = [PlanRemark(words)]
    else:
        said = [] if across else [PlanRemark(_("The books say nothing about this year yet."))]
    if across:
        words = translate_count(
            "{count} amount reaches over the turn of the fiscal year and does not count",
            "{count} amounts reach over the turn of the fiscal year and do not count",
            across,
        )
        said.append(PlanRemark(words, True))
    return tuple(said)


def _category_row(one: CategoryFigures, accounts: Sequence[AccountActual], *, opened: bool) -> PlanRow:
    kind, tone = standing(one.plan, one.deviation)
    return PlanRow(
        key=one.category.value,
        name=translate(CATEGORY_TITLES[one.category]),
        cells=_cells(one.plan, one.actual, one.forecast, one.deviation),
        kind=kind,
        kind_tone=tone,
        open=opened if accounts else None,
    )


def _account_row(company: "OpenCompany", group: str, one: AccountActual) -> PlanRow:
    account = company.data.find(Account, one.account_id)
    return PlanRow(
        key=f"{group}/{one.account_id}",
        name=" ".join(part for part in (account.number, account.name) if part),
        cells=("", formats.number(one.amount), "", ""),
        remark=_("until {day}").format(day=formats.day(one.last)),
        group=group,
        record_kind=Account,
        record_id=one.account_id,
    )


def _total_row(figures: YearFigures) -> PlanRow:
    kind, tone = standing(figures.plan, figures.deviation)
    cells = _cells(figures.plan, figures.actual, figures.forecast, figures.deviation)
    return PlanRow("total", _("Total"), cells, kind=kind, kind_tone=tone, is_total=True)


def _cells(*amounts: Decimal | None) -> tuple[str, ...]:
    *plain, difference = amounts
    sign = "+" if difference is not None and difference.quantize(Decimal(1)) > 0 else ""
    return (*(formats.number(amount) for amount in plain), sign + formats.number(difference))


def standing(plan: Decimal, deviation: Decimal) -> tuple[str, Tone]:
    """How the forecast stands to the plan, in words and with a tone; costs without any plan are dearer."""
    if not plan:
        return (_("not planned"), Tone.WATCH) if deviation > 0 else ("", Tone.NEUTRAL)
    percent = deviation * _HUNDRED / plan
    if percent > _FAR:
        return _("far above"), Tone.ACT
    if percent > _CLOSE:
        return _("above"), Tone.WATCH
    return (_("below"), Tone.NEUTRAL) if percent < -_CLOSE else (_("on plan"), Tone.GOOD)
