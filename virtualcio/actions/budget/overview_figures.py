"""The key figures of the overview that are about money: what it is for, and the budget of this year."""

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.budget_words import CATEGORY_TITLES
from virtualcio.actions.budget.plan_words import this_year, year_name
from virtualcio.actions.budget.spending_words import figure, no_figure_sentence, span_words
from virtualcio.actions.budget.standing_words import STANDING_TITLES
from virtualcio.actions.key_figure import KeyFigure, Way
from virtualcio.actions.tone import Tone
from virtualcio.analysis.budget.year_figures import YearFigures
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.analysis.spending.expense import Standing
from virtualcio.texts import _, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Details = list[tuple[str, Tone]]


def spending_figure(company: "OpenCompany") -> KeyFigure:
    """Assigned spending, and by how many points it changed since the last closed review."""
    money = company.results.spending
    title = _("Assigned spending")
    if money.assigned_percent is None:
        missing: Details = [(no_figure_sentence(company), Tone.NEUTRAL)]
        rule = [no_figure_sentence(company)]
        way = Way(_("To the contracts"), "inventory", "contracts")
        return KeyFigure("spending", title, formats.percent(None), details=missing, rule=rule, way=way)
    assigned = money.fresh + money.stale
    words = _("{amount} of {total} serve a goal or a duty").format(
        amount=formats.money_short(assigned), total=formats.money_short(money.total)
    )
    details: Details = [(words, Tone.NEUTRAL), *_since_review(company, money.assigned_percent)]
    sums = {Standing.FRESH: money.fresh, Standing.STALE: money.stale, Standing.UNASSIGNED: money.unassigned}
    rows = [(translate(STANDING_TITLES[key]), formats.money_short(amount)) for key, amount in sums.items()]
    rows.append((_("All larger expenses"), formats.money_short(money.total)))
    limit = formats.money_short(company.results.assumptions.larger_expense)
    rule = [
        _("Larger is what costs at least {limit} from {months}.").format(
            limit=limit, months=span_words(company)
        ),
        *figure(company).beside,
    ]
    return KeyFigure(
        "spending",
        title,
        formats.percent(money.assigned_percent),
        details=details,
        derivation=rows,
        rule=rule,
        way=Way(_("To the golden thread"), "checks", "thread"),
    )


def _since_review(company: "OpenCompany", percent: Decimal) -> Details:
    """'▲ 6 Punkte seit Q3 2026'; nothing without a review, or if it is the same."""
    review = company.results.last_closed
    if review is None:
        return []
    rows = company.results.snapshot_of(review)
    before = next((row.amount for row in rows if row.subject_key == Figure.ASSIGNED_PERCENT.value), None)
    if before is None:
        return []
    points = int((percent - before).quantize(Decimal(1), rounding=ROUND_HALF_UP))
    if not points:
        return []
    since = formats.quarter(review.quarter_start)
    words = translate_count("{count} point since", "{count} points since", abs(points))
    up = points > 0
    return [(f"{'▲' if up else '▼'} {words} {since}", Tone.GOOD if up else Tone.WATCH)]


def budget_figure(company: "OpenCompany") -> KeyFigure:
    """The plan of this fiscal year by payment: how much of it contracts fix, and how it will end."""
    year = company.results.year_figures(this_year(company))
    name = year_name(company, year.year)
    title = _("IT budget {year}").format(year=name)
    if not year.rows:
        words = _("No contract has a price yet, and no budget line an amount.")
        way = Way(_("To the contracts"), "inventory", "contracts")
        missing: Details = [(words, Tone.NEUTRAL)]
        return KeyFigure("budget", title, formats.money_short(None), details=missing, rule=[words], way=way)
    rows = [(translate(CATEGORY_TITLES[row.category]), formats.money_short(row.plan)) for row in year.rows]
    rows += [
        (_("Plan"), formats.money_short(year.plan)),
        (_("Fixed by contracts"), formats.money_short(year.fixed)),
        (_("Forecast"), formats.money_short(year.forecast)),
    ]
    rule = [
        _("Forecast of {year} by payment: what was spent, and the plan of the months after it.").format(
            year=name
        )
    ]
    if year.actual_until is not None:
        rule.append(_("The books go up to {day}.").format(day=formats.day(year.actual_until)))
    fixed = _("{percent} fixed by contracts").format(percent=formats.percent(year.fixed_percent))
    return KeyFigure(
        "budget",
        title,
        formats.money_short(year.plan),
        details=[(fixed, Tone.NEUTRAL), _forecast(year)],
        derivation=rows,
        rule=rule,
        way=Way(_("To the budget"), "budget", "plan"),
    )


def _forecast(year: YearFigures) -> tuple[str, Tone]:
    """How the forecast compares with the plan; without actual costs there is none of its own."""
    if year.actual is None:
        return _("no actual costs yet"), Tone.NEUTRAL
    amount = formats.money_short(abs(year.deviation))
    if not year.deviation:
        return _("forecast as planned"), Tone.GOOD
    if year.deviation < 0:
        return _("forecast {amount} below plan").format(amount=amount), Tone.GOOD
    return _("forecast {amount} above plan").format(amount=amount), Tone.WATCH
