"""What the books say: what counts, how it becomes a forecast, and what is named because it is odd."""

from datetime import date
from decimal import Decimal

from tests.analysis.budget_records import account, booked, contract, euros, results, typed
from virtualcio.analysis.amounts import total
from virtualcio.model import BudgetLine, Goal
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.inventory import AmountOrigin

SOFTWARE, HARDWARE = BudgetCategory.SOFTWARE, BudgetCategory.HARDWARE
JANUARY, SEPTEMBER = date(2026, 1, 1), date(2026, 9, 30)


def licences() -> BudgetLine:
    """100 euros on the first of each month of 2026."""
    return typed("Lizenzen", "100", JANUARY, last_on=date(2026, 12, 31), category=SOFTWARE)


def test_the_forecast_is_the_actual_to_its_last_day_and_the_plan_of_the_months_after() -> None:
    books = account("4806", SOFTWARE)
    figures = results(licences(), books, booked(books, "950", JANUARY, SEPTEMBER)).year_figures(2026)

    assert (figures.plan, figures.actual, figures.forecast) == euros("1200", "950", "1250")
    assert (figures.deviation, figures.actual_until) == (Decimal(50), SEPTEMBER)


def test_a_month_that_the_books_cover_in_part_counts_as_still_to_come() -> None:
    books = account("4806", SOFTWARE)
    of = results(licences(), books, booked(books, "950", JANUARY, date(2026, 9, 15)))

    assert of.year_figures(2026).forecast == Decimal("1350.00")
    assert of.year_figures(2026).part_month


def test_a_category_without_any_actual_keeps_its_plan_and_is_named() -> None:
    books = account("4806", SOFTWARE)
    device = typed("Switch", "600", date(2026, 3, 1), period=PaymentPeriod.ONCE, category=HARDWARE)
    figures = results(licences(), device, books, booked(books, "950", JANUARY, SEPTEMBER)).year_figures(2026)

    rows = {row.category: (row.plan, row.actual, row.forecast) for row in figures.rows}
    assert rows[HARDWARE] == (Decimal(600), None, Decimal(600))
    assert figures.without_actual == (HARDWARE,)
    assert figures.forecast == Decimal(1850)


def test_of_overlapping_periods_of_an_account_the_longer_counts_and_the_other_is_named() -> None:
    books = account("4806", SOFTWARE)
    quarter = booked(books, "300", JANUARY, date(2026, 3, 31))
    whole = booked(books, "950", JANUARY, SEPTEMBER)
    after = booked(books, "70", date(2026, 10, 1), date(2026, 10, 31))
    of = results(licences(), books, quarter, whole, after)

    assert of.year_figures(2026).actual == Decimal(1020)
    assert of.year_actuals(2026).overlapping == (quarter.id,)
    assert [(one.amount, one.last) for one in of.actuals_by_account(2026)] == [
        (Decimal(1020), date(2026, 10, 31))
    ]


def test_a_credit_is_taken_as_it_stands() -> None:
    books = account("4806", SOFTWARE)
    of = results(licences(), books, booked(books, "-50", JANUARY, SEPTEMBER))

    assert of.year_figures(2026).actual == Decimal(-50)
    assert of.year_figures(2026).forecast == Decimal(250)


def test_accounts_without_it_and_other_years_do_not_count_and_what_reaches_across_is_named() -> None:
    books, private = account("4806", SOFTWARE), account("4900", SOFTWARE, counts=False)
    across = booked(books, "80", date(2025, 7, 1), date(2026, 6, 30))
    of = results(
        licences(), books, private, across,
        booked(private, "5", JANUARY, SEPTEMBER), booked(books, "40", date(2025, 1, 1), date(2025, 12, 31)),
    )  # fmt: skip

    assert of.year_figures(2026).actual is None
    assert of.year_actuals(2026).across == (across.id,)
    assert of.year_figures(2025).actual == Decimal(40)


def test_an_account_without_a_category_counts_as_other_and_is_named() -> None:
    books = account("4980", None)
    of = results(books, booked(books, "40", JANUARY, SEPTEMBER))

    assert [row.category for row in of.year_figures(2026).rows] == [BudgetCategory.OTHER]
    assert of.year_actuals(2026).without_category == (books.id,)


def test_the_months_add_up_to_the_year() -> None:
    books = account("4806", SOFTWARE)
    of = results(licences(), books, booked(books, "950", JANUARY, SEPTEMBER))
    months = of.months_figures(2026)

    # 950 over nine months, cumulatively rounded
    assert [month.actual for month in months[:3]] == list(euros("105.56", "105.55", "105.56"))
    assert [month.actual for month in months[9:]] == [None, None, None]
    assert total(month.forecast for month in months) == of.year_figures(2026).forecast
    assert of.year_actuals(2026).spread


def test_what_is_fixed_estimated_and_for_the_two_first_goals() -> None:
    goals = [Goal(name=name, weight=Decimal(weight)) for name, weight in (("A", 10), ("B", 60), ("C", 30))]
    fixed = contract("ERP", "100", JANUARY, goal_id=goals[0].id)
    guessed = typed("Schulung", "50", JANUARY, goal_id=goals[1].id, purpose=Purpose.GOAL)
    offered = typed("Messe", "20", JANUARY, goal_id=goals[2].id, amount_origin=AmountOrigin.OFFER)
    figures = results(goals, fixed, guessed, offered).year_figures(2027)

    assert (figures.plan, figures.fixed, figures.estimated) == euros("2040", "1200", "600")
    assert figures.top_goals == (goals[1].id, goals[2].id)
    assert figures.two_goals == Decimal(840)


def test_shares_of_the_company_are_left_out_where_it_does_not_say() -> None:
    plain = results(licences()).year_figures(2026)
    told = results(licences(), employees=7, revenue=Decimal(50000)).year_figures(2026)

    assert (plain.per_employee, plain.share_of_revenue) == (None, None)
    assert (told.per_employee, told.share_of_revenue) == euros("171.43", "2.40")


def test_a_later_plan_stands_beside_each_category() -> None:
    on_going = typed("Hosting", "10", date(2026, 7, 1), category=SOFTWARE)
    row = results(on_going).year_figures(2026).rows[0]

    assert row.plan == Decimal(60)
    assert row.later == {year: Decimal(120) for year in range(2027, 2031)}
