"""The key figures under the plan, each with the rows, the rule and the assumptions it follows from."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_benchmark import BudgetBenchmark
from virtualcio.actions.budget.plan_words import row_title, this_year, year_name
from virtualcio.actions.key_figure import KeyFigure
from virtualcio.actions.tone import Tone
from virtualcio.analysis.amounts import share_percent
from virtualcio.analysis.budget.lines import Basis
from virtualcio.analysis.budget.views import GroupBy
from virtualcio.analysis.budget.year_figures import YearFigures
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_MOST_ROWS = 40
_HUNDRED = Decimal(100)


def budget_figures(company: "OpenCompany") -> Sequence[KeyFigure]:
    """Of the fiscal year of today, by cash: what the money does, and what is certain about it."""
    figures = company.results.year_figures(this_year(company))
    return [
        change_figure(company, figures),
        goals_figure(company, figures),
        revenue_figure(company, figures),
        employee_figure(company, figures),
        fixed_figure(company, figures),
        estimated_figure(company, figures),
    ]


def whole_shares(parts: Sequence[Decimal], whole: Decimal) -> Sequence[Decimal | None]:
    """Whole percents that add up to 100: the largest takes what rounding leaves."""
    if not whole:
        return [None for _part in parts]
    found = [(part * _HUNDRED / whole).quantize(Decimal(1), rounding=ROUND_HALF_UP) for part in parts]
    largest = max(range(len(found)), key=lambda at: found[at])
    found[largest] += _HUNDRED - sum(found, Decimal(0))
    return found


def change_figure(company: "OpenCompany", figures: YearFigures) -> KeyFigure:
    """Run, grow and transform as percents of the year's plan."""
    parts = (figures.run, figures.grow, figures.transform)
    shares = whole_shares(parts, figures.plan)
    value = " / ".join([*(formats.number(one) for one in shares[:-1]), formats.percent(shares[-1])])
    titles = (_("Run: daily operation and duties"), _("Grow: more of the same business"),
              _("Transform: another way of working"))  # fmt: skip
    rows = [(title, formats.money_short(part)) for title, part in zip(titles, parts, strict=True)]
    rule = [
        _("Plan of {year} by payment.").format(year=year_name(company, figures.year)),
        _("What an initiative leaves behind counts as run; the rest as the initiative says."),
    ]
    words = _("Run / grow / transform")
    plain = [(_("carries on / grows / becomes different"), Tone.NEUTRAL)]
    return KeyFigure("change", words, value, details=plain, derivation=rows, rule=rule, tip="\n".join(titles))


def goals_figure(company: "OpenCompany", figures: YearFigures) -> KeyFigure:
    """How much of the year's plan goes to the two goals with the most weight."""
    table = company.results.budget_table(Basis.CASH, GroupBy.GOAL)
    at = [one.year for one in table.columns].index(figures.year)
    rows = [
        (row_title(company, GroupBy.GOAL, row), formats.money_short(row.amounts[at]))
        for row in table.rows
        if row.amounts[at]
    ]
    percent = share_percent(figures.two_goals, figures.plan)
    return KeyFigure(
        "two_goals",
        _("For the two most important goals"),
        formats.percent(percent),
        details=[(_("of the budget"), Tone.NEUTRAL)],
        derivation=rows[:_MOST_ROWS],
        rule=[_("The two goals with the most weight. Money for several goals is split between them.")],
    )


def revenue_figure(company: "OpenCompany", figures: YearFigures) -> KeyFigure:
    """IT cost as a share of revenue, beside what companies of the trade spend."""
    others = company.results.budget_benchmark
    details: list[tuple[str, Tone]] = []
    rule, tip = _forecast_rule(company, figures), ""
    if others is not None:
        words = _("trade {span}") if others.of_trade else _("for comparison {span}")
        details.append((words.format(span=_percent_span(others)), Tone.NEUTRAL))
        tip = _compared(_percent_span(others), others)
        rule.append(tip)
    if figures.share_of_revenue is None:
        details = [(_("revenue not known"), Tone.NEUTRAL)]
        rule.append(_("The revenue is entered in the settings of the company."))
    rows = [
        (_("Forecast"), formats.money_short(figures.forecast)),
        (_("Revenue"), formats.money_short(company.data.company.revenue)),
    ]
    value = formats.percent(figures.share_of_revenue, 1)
    words = _("IT cost of revenue")
    return KeyFigure("revenue", words, value, details=details, derivation=rows, rule=rule, tip=tip)


def _percent_span(others: BudgetBenchmark) -> str:
    """'1,9–4,1 %', or the one figure."""
    high = formats.percent(others.high, 1)
    return high if others.low == others.high else f"{formats.number(others.low, 1)}–{high}"


def _money_span(others: BudgetBenchmark) -> str:
    high = formats.money_short(others.high)
    return high if others.low == others.high else f"{formats.number(others.low)}–{high}"


def _compared(span: str, others: BudgetBenchmark) -> str:
    """With segment, year and source, as benchmarks are written everywhere."""
    where = ", ".join(part for part in (others.segment, others.year, others.source) if part)
    return _("For comparison: {value}").format(value=f"{span} ({where})")


def _forecast_rule(company: "OpenCompany", figures: YearFigures) -> list[str]:
    words = _("Forecast of {year} by payment: what was spent, and the plan of the months after it.")
    return [words.format(year=year_name(company, figures.year))]


def employee_figure(company: "OpenCompany", figures: YearFigures) -> KeyFigure:
    """What the year's IT costs per head."""
    others = company.results.employee_benchmark
    rows = [
        (_("Forecast"), formats.money_short(figures.forecast)),
        (_("Employees"), formats.number(company.data.company.employees)),
    ]
    rule = _forecast_rule(company, figures)
    if others is not None:
        rule.append(_compared(_money_span(others), others))
    if figures.per_employee is None:
        rule.append(_("The number of employees is entered in the settings of the company."))
    value = formats.money_short(figures.per_employee)
    return KeyFigure("employee", _("Per employee"), value, derivation=rows, rule=rule)


def fixed_figure(company: "OpenCompany", figures: YearFigures) -> KeyFigure:
    """How much of the plan contracts fix already."""
    rows = [
        (_("Fixed by contracts"), formats.money_short(figures.fixed)),
        (_("Plan"), formats.money_short(figures.plan)),
    ]
    rule = [_("What running contracts demand, as long as nobody ends them.")]
    value = formats.percent(figures.fixed_percent)
    return KeyFigure("fixed", _("Fixed by contracts"), value, derivation=rows, rule=rule)


def estimated_figure(company: "OpenCompany", figures: YearFigures) -> KeyFigure:
    """How much of the plan rests on estimates and defaults."""
    rows = [
        (_("Estimated"), formats.money_short(figures.estimated)),
        (_("Plan"), formats.money_short(figures.plan)),
    ]
    rule = [_("Amounts from an invoice, a contract or an offer do not count as estimated.")]
    details: list[tuple[str, Tone]] = []
    if figures.unknown_lines:
        words = translate_count(
            "{count} line without amount", "{count} lines without amount", figures.unknown_lines
        )
        details.append((words, Tone.WATCH))
    value = formats.percent(figures.estimated_percent)
    return KeyFigure("estimated", _("Estimated"), value, details=details, derivation=rows, rule=rule)
