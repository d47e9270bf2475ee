"""What the assumptions are called, and their values as text."""

from decimal import Decimal

from virtualcio import formats
from virtualcio.analysis.assumptions import AssumptionSpec, Unit
from virtualcio.texts import _, mark, translate_count

TITLES: dict[str, str] = {
    "price_increase_percent": mark("Yearly price increase of replacements"),
    "clear_backlog_years": mark("Years in which the backlog is to be cleared"),
    "wave_years": mark("Years that the replacement wave shows"),
    "peak_factor": mark("A year is a peak from this multiple of the others' mean"),
    "release_lead_months": mark("Months from the release of the money to the replacement"),
    "post_working_days": mark("Working days for the post before a notice"),
    "notice_soon_days": mark("Days before the day to decide from which a contract counts as near"),
    "small_contract": mark("Contracts below this yearly cost are only watched, never urgent"),
    "waiting_percent_critical": mark("Cost of waiting a year, critical process, share of the value"),
    "waiting_percent_high": mark("Cost of waiting a year, important process, share of the value"),
    "waiting_percent_medium": mark("Cost of waiting a year, normal process, share of the value"),
    "waiting_percent_low": mark("Cost of waiting a year, minor process, share of the value"),
    "unused_seats_percent": mark("Share of unused seats that is kept as a reserve"),
    "access_review_months": mark("Months after which access rights are reviewed again"),
    "weight_goal": mark("Weight of goals in the benefit"),
    "weight_risk": mark("Weight of lower risks in the benefit"),
    "weight_urgency": mark("Weight of urgency in the benefit"),
    "enables_percent": mark("Share of the benefit that goes to what makes it possible"),
    "dear_from": mark("An initiative is dear above this effort"),
    "bearable_risk": mark("A risk is bearable up to this score (likelihood × impact)"),
    "demand_days": mark("Days within which a demand is to be answered"),
    "parallel_initiatives": mark("Initiatives that are worked on at the same time, at most"),
    "roadmap_months": mark("Months that the roadmap looks ahead"),
    "initiative_money_per_year": mark("Money for initiatives in a fiscal year, at most (0: no limit)"),
    "point_price": mark("Proposed plan: this cost of waiting weighs as much as one point of benefit a month"),
    "budget_years_ahead": mark("Fiscal years after this one that the budget looks ahead"),
    "larger_expense": mark("An expense counts as a larger one from this amount in 12 months"),
    "fresh_days": mark("Days after which an assignment of money is looked at again"),
    "council_days": mark("Days until the next meeting of the council is due"),
    "outcome_days": mark("Days after the end of an initiative until its outcome is reviewed"),
    "discount_rate": mark("Interest a year at which business cases reckon"),
    "case_from": mark("An initiative above this effort needs a business case"),
    "case_seed": mark("Number from which the drawn cases of a business case begin"),
    "cio_own_yearly": mark("An own CIO costs this much a year (pay survey of 2019, below 100 people)"),
    "cio_day_rate": mark("An external CIO costs this much a day (middle of €1,100 to €1,800, practice)"),
}


def assumption_text(spec: AssumptionSpec, value: Decimal) -> str:
    """The value with its unit: '2 %', '5 Arbeitstage', '500 €'."""
    count = int(value)
    match spec.unit:
        case Unit.PERCENT:
            return formats.percent(value, _places(value))
        case Unit.MONEY:
            return formats.money_short(value)
        case Unit.YEARS:
            return translate_count("{count} year", "{count} years", count)
        case Unit.MONTHS:
            return translate_count("{count} month", "{count} months", count)
        case Unit.DAYS:
            return translate_count("{count} day", "{count} days", count)
        case Unit.WORKING_DAYS:
            return translate_count("{count} working day", "{count} working days", count)
        case Unit.POINTS:
            return translate_count("{count} point", "{count} points", count)
        case Unit.COUNT:
            return formats.number(count)
        case Unit.FACTOR:
            return _("{factor} times").format(factor=formats.number(value, _places(value)))


def _places(value: Decimal) -> int:
    return max(0, -int(value.normalize().as_tuple().exponent)) if value else 0
