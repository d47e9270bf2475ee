"""Typed lines: their days, their price increases at fiscal years, and how they become cost."""

from datetime import date
from decimal import Decimal

from tests.analysis.budget_records import by_year, contract, euros, line, months, paid, results, typed
from virtualcio.analysis.budget.lines import Basis
from virtualcio.model import Asset
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, CostKind, Purpose
from virtualcio.model.initiatives import ChangeKind
from virtualcio.model.inventory import AssetCategory


def test_the_price_rises_at_the_start_of_each_fiscal_year_after_that_of_the_first_payment() -> None:
    one = typed("Hosting", "100", date(2027, 3, 15), price_increase_percent=Decimal(3))
    of = results(one, fiscal_year_start=7)

    # March to June 2027 still belong to 2026/27; each price is 1.03 to the power of the year, rounded
    assert by_year(of, line(of, one, "typed")) == {
        2026: Decimal("400.00"),
        2027: 12 * Decimal("103.00"),
        2028: 12 * Decimal("106.09"),
        2029: 12 * Decimal("109.27"),
        2030: 12 * Decimal("112.55"),
    }


def test_the_plan_reaches_from_two_years_back_to_four_ahead() -> None:
    one = typed("Papier", "10", date(2020, 1, 1))
    of = results(one, fiscal_year_start=7)

    assert [year.year for year in of.plan_years.years] == list(range(2024, 2031))
    assert line(of, one, "typed").payments[0].day == date(2024, 7, 1)
    assert line(of, one, "typed").payments[-1].day == date(2031, 6, 1)


def test_a_day_that_a_month_lacks_is_its_last_one() -> None:
    yearly = typed("Lizenz", "50", date(2024, 2, 29), period=PaymentPeriod.YEAR)
    monthly = typed("Miete", "5", date(2027, 1, 31), last_on=date(2027, 4, 30))
    of = results(yearly, monthly)

    days = [payment.day for payment in line(of, yearly, "typed").payments]
    assert days[:3] == [date(2024, 2, 29), date(2025, 2, 28), date(2026, 2, 28)]
    assert days[4] == date(2028, 2, 29)
    assert [day for day, _amount in paid(line(of, monthly, "typed"))] == [
        date(2027, 1, 31), date(2027, 2, 28), date(2027, 3, 31), date(2027, 4, 30),
    ]  # fmt: skip


def test_nothing_is_paid_after_the_last_day() -> None:
    one = typed("Miete", "5", date(2027, 1, 31), last_on=date(2027, 4, 29))
    of = results(one)

    assert len(line(of, one, "typed").payments) == 3


def test_a_cancelled_line_stays_visible_and_is_paid_no_more() -> None:
    gone = typed("Fax", "20", date(2026, 1, 10), cancelled_on=date(2026, 6, 10))
    later = typed("Archiv", "20", date(2026, 1, 10), cancelled_on=date(2027, 2, 1))
    of = results(gone, later)

    assert line(of, gone, "typed").cancelled
    assert by_year(of, line(of, gone, "typed")) == {2026: Decimal("120.00")}
    assert not line(of, later, "typed").cancelled
    assert by_year(of, line(of, later, "typed")) == {2026: Decimal("240.00"), 2027: Decimal("20.00")}


def test_a_yearly_payment_is_borne_by_the_twelve_months_from_its_own_on() -> None:
    one = typed("Wartung", "100", date(2026, 10, 20), period=PaymentPeriod.YEAR, last_on=date(2027, 12, 31))
    of = results(one)
    found = line(of, one, "typed")

    assert by_year(of, found) == {2026: Decimal("100.00"), 2027: Decimal("100.00")}
    assert by_year(of, found, Basis.COST) == {
        2026: Decimal("25.00"), 2027: Decimal("100.00"), 2028: Decimal("75.00"),
    }  # fmt: skip
    assert months(found, 2026) == euros("8.33", "8.34", "8.33")


def test_what_was_paid_before_the_plan_is_still_borne_within_it() -> None:
    one = typed("Wartung", "1200", date(2023, 7, 1), period=PaymentPeriod.YEAR, last_on=date(2023, 12, 31))
    of = results(one)

    assert paid(line(of, one, "typed")) == []
    assert by_year(of, line(of, one, "typed"), Basis.COST) == {2024: Decimal("600.00")}


def test_what_is_capitalised_is_paid_at_once_and_borne_over_its_life() -> None:
    one = typed(
        "Server", "7300", date(2026, 9, 1), period=PaymentPeriod.ONCE,
        kind=CostKind.CAPEX, useful_life_years=3,
    )  # fmt: skip
    of = results(one, fiscal_year_start=7)

    # the case of rules.md section 5
    assert by_year(of, line(of, one, "typed")) == {2026: Decimal("7300.00")}
    assert by_year(of, line(of, one, "typed"), Basis.COST) == {
        2026: Decimal("2027.78"), 2027: Decimal("2433.33"), 2028: Decimal("2433.33"), 2029: Decimal("405.56"),
    }  # fmt: skip


def test_the_life_is_that_of_the_asset_or_the_usual_one() -> None:
    ups = Asset(name="USV", category=AssetCategory.UPS)  # 8 years
    named = typed(
        "USV", "960", date(2026, 1, 1), period=PaymentPeriod.ONCE, kind=CostKind.CAPEX, asset_id=ups.id
    )
    device = typed(
        "Gerät", "960", date(2026, 1, 1), period=PaymentPeriod.ONCE, kind=CostKind.CAPEX,
        category=BudgetCategory.HARDWARE,
    )  # fmt: skip
    software = typed(
        "Software", "960", date(2026, 1, 1), period=PaymentPeriod.ONCE, kind=CostKind.CAPEX,
        category=BudgetCategory.SOFTWARE,
    )  # fmt: skip
    of = results(ups, named, device, software)

    first = [by_year(of, line(of, one, "typed"), Basis.COST)[2026] for one in (named, device, software)]
    assert first == list(euros("120.00", "192.00", "320.00"))


def test_things_bought_every_year_are_borne_side_by_side() -> None:
    one = typed(
        "Notebooks", "360", date(2026, 7, 1), period=PaymentPeriod.YEAR, last_on=date(2027, 12, 31),
        kind=CostKind.CAPEX, useful_life_years=1,
    )  # fmt: skip
    of = results(one)

    assert by_year(of, line(of, one, "typed"), Basis.COST) == {
        2026: Decimal("180.00"), 2027: Decimal("360.00"), 2028: Decimal("180.00"),
    }  # fmt: skip


def test_a_line_without_amount_or_day_counts_nothing_and_is_named() -> None:
    no_amount, no_day = typed("Offen", None, date(2027, 1, 1)), typed("Irgendwann", "10", None)
    of = results(no_amount, no_day)

    assert line(of, no_amount, "typed").unknown
    assert line(of, no_day, "typed").unknown
    assert of.budget_table().total == 0
    assert of.year_figures(2027).unknown_lines == 1


def test_operation_and_duties_run_the_business_and_a_goal_makes_it_grow() -> None:
    kinds = {
        purpose: typed(str(purpose), "1", date(2026, 1, 1), purpose=purpose) for purpose in (None, *Purpose)
    }
    of = results(kinds.values())

    assert {purpose: line(of, one, "typed").change for purpose, one in kinds.items()} == {
        None: ChangeKind.RUN,
        Purpose.OPERATION: ChangeKind.RUN,
        Purpose.DUTY: ChangeKind.RUN,
        Purpose.GOAL: ChangeKind.GROW,
    }


def test_absurd_days_and_prices_bring_nothing_down() -> None:
    ancient = typed("Tippfehler", "999999999", date(206, 1, 1), price_increase_percent=Decimal(100))
    ancient.kind = CostKind.CAPEX
    far = typed("Fern", "1", date(9999, 12, 31), price_increase_percent=Decimal(100))
    backwards = typed("Rückwärts", "1", date(2027, 1, 1), last_on=date(2026, 1, 1), useful_life_years=-3)
    old = contract("Alt", "5", date(1900, 1, 1), price_increase_percent=Decimal(100))
    of = results(ancient, far, backwards, old)

    assert of.year_figures(2026).plan == of.budget_table().totals[2]
    assert of.budget_table(Basis.COST).total > 0
    assert paid(line(of, far, "typed")) == paid(line(of, backwards, "typed")) == []
