"""What the law offers for a thing: limits to the cent, first and last day of each window, countries."""

from decimal import Decimal
from typing import Any

import pytest

from tests.analysis.depreciation_items import TABLES, item, rules
from virtualcio.analysis.depreciation.classes import class_of, class_of_budget
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.offer import offer
from virtualcio.analysis.depreciation.reasons import Refusal, Why
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.model.budget import BudgetLine
from virtualcio.model.depreciation import DigitalRule, LowValueRule
from virtualcio.model.expense import BudgetCategory
from virtualcio.model.inventory import Application, Asset, AssetCategory, Hosting

POOL_YEAR = rules(low_value_default=LowValueRule.POOL)
Answer = Why | Refusal


def answers(
    cost: str,
    key: str = "smartphone",
    choices: TaxRules | None = None,
    book: Book = Book.TAX,
    bought: str = "2026-03-10",
    **more: Any,
) -> dict[Method, Answer]:
    found = offer(item(cost, bought, key, **more), choices or rules(), book)
    return {**dict(found.allowed), **dict(found.refused)}


def proposed(
    cost: str, key: str = "smartphone", choices: TaxRules | None = None, book: Book = Book.TAX, **more: Any
) -> Method:
    return offer(item(cost, "2026-03-10", key, **more), choices or rules(), book).proposed


@pytest.mark.parametrize(
    ("cost", "why"),
    [
        ("250.00", Why.NO_REGISTER_NEEDED),
        ("250.01", Why.LOW_VALUE),
        ("793.80", Why.LOW_VALUE),
        ("800.00", Why.LOW_VALUE),
        ("800.01", Refusal.ABOVE_LOW_VALUE),
    ],
)
def test_low_value_ends_at_800_and_the_register_begins_above_250(cost: str, why: Answer) -> None:
    assert answers(cost)[Method.IMMEDIATE] is why


@pytest.mark.parametrize(
    ("cost", "why", "method"),
    [
        ("250.00", Refusal.BELOW_POOL, Method.IMMEDIATE),
        ("250.01", Why.POOL_OF_YEAR, Method.POOL),
        ("800.01", Why.POOL_OF_YEAR, Method.POOL),
        ("1000.00", Why.POOL_OF_YEAR, Method.POOL),
        ("1000.01", Refusal.ABOVE_POOL, Method.LINEAR),
    ],
)
def test_the_pool_takes_what_costs_more_than_250_and_up_to_1000(
    cost: str, why: Answer, method: Method
) -> None:
    assert answers(cost, choices=POOL_YEAR)[Method.POOL] is why
    assert proposed(cost, choices=POOL_YEAR) is method


def test_limits_are_per_piece_and_exact() -> None:
    assert answers("2400.00", pieces=3)[Method.IMMEDIATE] is Why.LOW_VALUE
    # 2,400.01 ÷ 3 is 800.00 when rounded, and still above 800
    assert answers("2400.01", pieces=3)[Method.IMMEDIATE] is Refusal.ABOVE_LOW_VALUE


def test_the_pool_is_chosen_for_the_whole_fiscal_year() -> None:
    by_year = rules(low_value={2026: LowValueRule.POOL}, fiscal_start=7)
    assert answers("500", choices=by_year, bought="2026-06-30")[Method.POOL] is Refusal.POOL_NOT_CHOSEN
    assert answers("500", choices=by_year, bought="2026-07-01")[Method.POOL] is Why.POOL_OF_YEAR
    assert answers("500", choices=by_year, bought="2027-06-30")[Method.POOL] is Why.POOL_OF_YEAR
    assert answers("500", choices=by_year, bought="2027-07-01")[Method.POOL] is Refusal.POOL_NOT_CHOSEN


def test_in_a_year_with_a_pool_nothing_between_the_limits_goes_another_way() -> None:
    found = answers("900", "notebook", POOL_YEAR)
    for method in (Method.DIGITAL, Method.LINEAR, Method.DECLINING):
        assert found[method] is Refusal.POOL_IS_FOR_ALL
    assert answers("700", "notebook", POOL_YEAR)[Method.IMMEDIATE] is Refusal.POOL_IS_FOR_ALL


@pytest.mark.parametrize("key", ["monitor", "printer", "accessory", "desktop"])
def test_what_cannot_be_used_alone_is_neither_of_low_value_nor_in_the_pool(key: str) -> None:
    found = answers("300", key, POOL_YEAR)
    assert found[Method.IMMEDIATE] is found[Method.POOL] is Refusal.NOT_USABLE_ALONE
    assert proposed("300", key, POOL_YEAR) is Method.DIGITAL


def test_capitalising_low_value_things_is_a_proposal_and_the_law_still_offers_both() -> None:
    capitalise = rules(low_value_default=LowValueRule.CAPITALISE)
    assert proposed("500", choices=capitalise) is Method.LINEAR
    assert answers("500", choices=capitalise)[Method.IMMEDIATE] is Why.LOW_VALUE


@pytest.mark.parametrize(
    ("bought", "cap"),
    [
        ("2019-12-31", None), ("2020-01-01", "25"), ("2022-12-31", "25"),
        ("2023-01-01", None), ("2024-03-31", None), ("2024-04-01", "20"), ("2024-12-31", "20"),
        ("2025-01-01", None), ("2025-06-30", None), ("2025-07-01", "30"), ("2027-12-31", "30"),
        ("2028-01-01", None),
    ],
)  # fmt: skip
def test_declining_balance_has_windows_with_a_highest_rate(bought: str, cap: str | None) -> None:
    found = offer(item("5000", bought, "server", years=8), rules(), Book.TAX)
    assert found.declining_cap == (Decimal(cap) if cap else None)
    wanted = Refusal.OUTSIDE_WINDOW if cap is None else None
    assert found.reason(Method.DECLINING) is wanted


@pytest.mark.parametrize(
    ("bought", "years", "cap"),
    [
        ("2021-05-05", 20, "12.5"), ("2024-05-05", 20, "10"), ("2026-05-05", 20, "15"),
        ("2021-05-05", 12, "20.83"), ("2026-05-05", 13, "23.07"),  # two places, never above the law's
    ],
)  # fmt: skip
def test_the_rate_is_at_most_so_many_times_the_straight_line(bought: str, years: int, cap: str) -> None:
    found = offer(item("5000", bought, "server", years=years), rules(), Book.TAX)
    assert found.declining_cap == Decimal(cap)


def test_a_straight_line_that_is_as_fast_leaves_no_declining_balance() -> None:
    assert answers("5000", "server", years=3)[Method.DECLINING] is Refusal.STRAIGHT_LINE_FASTER
    assert answers("5000", "server", years=4)[Method.DECLINING] is Why.IN_WINDOW
    # 20 % in 2024 is no more than the straight line of 5 years
    found = answers("5000", "server", years=5, bought="2024-05-01")
    assert found[Method.DECLINING] is Refusal.STRAIGHT_LINE_FASTER


def test_software_never_declines_and_is_of_low_value_only_while_it_is_trivial() -> None:
    assert answers("5000", "erp")[Method.DECLINING] is Refusal.NOT_A_MOVABLE_THING
    assert answers("800.00", "software")[Method.IMMEDIATE] is Why.TRIVIAL_SOFTWARE
    assert answers("800.01", "software")[Method.IMMEDIATE] is Refusal.NOT_A_MOVABLE_THING
    assert offer(item("800.00", "2026-03-10", "software"), rules(), Book.TAX).uncertain


def test_the_commercial_book_has_no_windows() -> None:
    found = answers("5000", "server", book=Book.COMMERCIAL, bought="2025-01-01")
    assert found[Method.DECLINING] is Why.COMMERCIAL_WEAR


def test_only_what_the_letter_lists_may_last_one_year() -> None:
    assert proposed("5000", "notebook") is Method.DIGITAL
    assert answers("5000", "smartphone")[Method.DIGITAL] is Refusal.NOT_ON_DIGITAL_LIST
    assert proposed("5000", "notebook", rules(digital=DigitalRule.NOT_USED)) is Method.LINEAR
    assert proposed("5000", "notebook", book=Book.COMMERCIAL) is Method.LINEAR


@pytest.mark.parametrize(
    ("bought", "start", "why"),
    [
        ("2020-12-31", 1, Refusal.BEFORE_DIGITAL_RULE),
        ("2021-01-01", 1, Why.ON_DIGITAL_LIST),
        ("2020-06-30", 7, Refusal.BEFORE_DIGITAL_RULE),
        ("2020-07-01", 7, Why.ON_DIGITAL_LIST),  # its fiscal year ends in 2021
    ],
)
def test_the_one_year_holds_for_fiscal_years_that_end_after_2020(
    bought: str, start: int, why: Answer
) -> None:
    assert answers("5000", "notebook", rules(fiscal_start=start), bought=bought)[Method.DIGITAL] is why


def test_older_stock_may_use_the_one_year_once_its_books_were_taken_over() -> None:
    older = ("2021-01-01", "900", 12)
    found = answers("5000", "notebook", bought="2019-05-05", taken_over=older)
    assert found[Method.DIGITAL] is Why.ON_DIGITAL_LIST


def test_before_2018_the_tables_know_no_limits() -> None:
    found = answers("300", bought="2017-12-31")
    assert found[Method.IMMEDIATE] is found[Method.POOL] is Refusal.NOT_AT_THAT_TIME


def test_austria_has_a_higher_limit_no_pool_and_no_digital_year() -> None:
    austria = rules(Country.AT)
    assert answers("1000.00", choices=austria)[Method.IMMEDIATE] is Why.LOW_VALUE
    assert answers("1000.01", choices=austria)[Method.IMMEDIATE] is Refusal.ABOVE_LOW_VALUE
    found = answers("5000", "notebook", austria)
    assert found[Method.POOL] is found[Method.DIGITAL] is Refusal.NOT_IN_COUNTRY
    assert (
        answers("5000", "notebook", austria, bought="2020-06-30", years=5)[Method.DECLINING]
        is Refusal.OUTSIDE_WINDOW
    )
    assert (
        answers("5000", "notebook", austria, bought="2020-07-01", years=5)[Method.DECLINING] is Why.IN_WINDOW
    )


def test_switzerland_offers_the_book_value_and_the_cost_only() -> None:
    found = answers("500", "notebook", rules(Country.CH))
    assert found[Method.IMMEDIATE] is found[Method.POOL] is found[Method.DIGITAL] is Refusal.NOT_IN_COUNTRY
    assert (found[Method.DECLINING], found[Method.LINEAR]) == (Why.ON_BOOK_VALUE, Why.ON_COST)


def test_a_life_that_nobody_is_sure_of_says_so() -> None:
    assert offer(item("5000", "2026-03-10", "server"), rules(), Book.TAX).uncertain
    assert not offer(item("5000", "2026-03-10", "notebook"), rules(), Book.TAX).uncertain
    assert offer(item("5000", "2026-03-10", "copier"), rules(Country.AT), Book.TAX).certainty == "niedrig"


@pytest.mark.parametrize("category", AssetCategory)
def test_each_category_of_assets_has_a_row_of_lives_unless_it_is_no_thing_to_own(
    category: AssetCategory,
) -> None:
    key = class_of(Asset, category)
    assert (key in TABLES.lives) is (category not in (AssetCategory.LINE, AssetCategory.OTHER))


def test_software_is_told_apart_and_what_is_rented_has_no_life() -> None:
    assert class_of(Application, hosting=Hosting.ON_PREMISE) == "software"
    assert class_of(Application, hosting=Hosting.DEVICE, erp=True) == "erp"
    assert class_of(Application, hosting=Hosting.HOSTED, website=True) == "website"
    assert class_of(Application, hosting=Hosting.CLOUD) == ""
    assert class_of(BudgetLine) == ""


@pytest.mark.parametrize("category", BudgetCategory)
def test_what_is_planned_has_a_row_of_lives_where_it_buys_things(category: BudgetCategory) -> None:
    assert class_of_budget(category) in {"", *TABLES.lives}
