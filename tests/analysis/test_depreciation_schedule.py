"""What becomes of the cost of a thing: the worked cases of the rules, and of the facts' list of examples."""

import csv
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.analysis.depreciation_items import by_year, item, plan, rules
from virtualcio.analysis.depreciation.items import Book, Item, Method
from virtualcio.analysis.depreciation.rules import Country
from virtualcio.analysis.depreciation.schedule import Schedule, month_amounts
from virtualcio.analysis.depreciation.terms import NoteId
from virtualcio.model.depreciation import DigitalRule, LowValueRule

EXAMPLES = Path(__file__).parents[1] / "samples" / "depreciation_examples.csv"
LINEAR = Method.LINEAR
POOL_YEAR = rules(low_value_default=LowValueRule.POOL)


def closing(found: Schedule) -> list[str]:
    return [str(year.closing) for year in found.years]


def test_straight_line_over_six_years_begins_in_the_month_of_purchase() -> None:
    found = plan(item("11240.00", "2015-03-12", "server", years=6))
    assert by_year(found) == {
        2015: "1561.11", **dict.fromkeys(range(2016, 2021), "1873.33"), 2021: "312.24",
    }  # fmt: skip


def test_declining_balance_changes_to_the_straight_line_when_that_is_as_much() -> None:
    found = plan(item("100000", "2025-07-01", "server", method=Method.DECLINING, years=5))
    assert list(by_year(found).values()) == [
        "15000.00", "25500.00", "17850.00", "16660.00", "16660.00", "8330.00",
    ]  # fmt: skip
    assert [year.switched_to_linear for year in found.years] == [False, False, False, True, True, True]
    assert [year.rate for year in found.years][:4] == [30, 30, 30, Decimal("40.00")]
    switch = next(note for note in found.explanations if note.id is NoteId.SWITCHED)
    assert switch.params == {"year": 2028, "months": 30}


def test_a_pool_goes_in_fifths_without_months() -> None:
    found = plan(item("899.90", "2026-11-03", "notebook"), POOL_YEAR)
    assert by_year(found) == dict.fromkeys(range(2026, 2031), "179.98")


def test_a_sale_depreciates_through_its_month_and_leaves_a_gain() -> None:
    found = plan(item("12600", "2024-05-15", "server", years=5, sold=(("2026-08-20", 1, "7000"),)))
    assert list(by_year(found).values()) == ["1680.00", "2520.00", "1680.00"]
    last = found.years[-1]
    assert (last.disposal_cost, last.disposal_accumulated) == (Decimal(12600), Decimal(5880))
    assert (last.disposal_book_value, last.proceeds, last.gain) == (
        Decimal(6720),
        Decimal(7000),
        Decimal(280),
    )


def test_a_fiscal_year_from_july_is_named_by_its_start() -> None:
    found = plan(item("7300", "2026-09-01", "server", years=3), rules(fiscal_start=7))
    assert by_year(found) == {2026: "2027.78", 2027: "2433.33", 2028: "2433.33", 2029: "405.56"}


def examples() -> dict[str, list[dict[str, str]]]:
    rows: dict[str, list[dict[str, str]]] = {}
    with EXAMPLES.open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            rows.setdefault(row["example_id"], []).append(row)
    return rows


def example_item(example: str, row: dict[str, str]) -> Item:
    sold = (("2026-05-20", 1, "4800"),) if example.startswith("E5") else ()
    method = {"linear": Method.LINEAR}.get(row["method"])
    life = {"E1": "server", "E2": "tablet", "E5A": "copier", "E5B": "copier"}.get(example, "notebook")
    bought = row["acquisition_date"]
    if len(bought) == len("2026"):
        bought += "-03-01"
    pieces = 10 if example == "E3" else 1
    years = int(row["useful_life_years"]) if method else None
    return item(row["net_cost"], bought, life, method=method, years=years, pieces=pieces, sold=sold)


@pytest.mark.parametrize("example", examples())
def test_each_example_of_the_facts_comes_out_to_the_cent(example: str) -> None:
    rows = examples()[example]
    choices = POOL_YEAR if example == "E3" else rules(disposal_month_counts=example != "E5B")
    found = plan(example_item(example, rows[0]), choices)
    wanted = [
        (row["year"], row["months"] or "0", row["opening_book_value"], row["depreciation"]) for row in rows
    ]
    assert wanted == [
        (str(year.fiscal_year), str(year.months), str(year.opening + year.addition), str(year.depreciation))
        for year in found.years
    ]
    last = found.years[-1]
    assert str(last.closing + last.disposal_book_value) == rows[-1]["closing_book_value"]
    assert not found.problems


@pytest.mark.parametrize(
    ("counts", "paid", "gain"),
    [(True, "4800", -800), (True, "6000", 400), (False, "4800", -900), (False, "6000", 300)],
)
def test_the_month_of_a_disposal_counts_or_not(counts: bool, paid: str, gain: int) -> None:
    copier = item("8400", "2024-02-12", "copier", sold=(("2026-05-20", 1, paid),))
    assert plan(copier, rules(disposal_month_counts=counts)).disposals[0].gain == gain


def test_nothing_happens_to_a_pool_when_a_thing_leaves_it_but_proceeds_are_income() -> None:
    tablets = item("3100", "2026-03-01", "tablet", pieces=5, sold=(("2027-06-01", 1, "150"),))
    found = plan(tablets, POOL_YEAR)
    assert list(by_year(found).values()) == ["620.00"] * 5
    sale = found.years[1]
    assert (sale.disposal_cost, sale.disposal_book_value, sale.gain) == (0, 0, Decimal(150))


def test_a_pool_that_does_not_divide_by_five_ends_with_the_rest() -> None:
    # 999.99 ÷ 5 = 199.998: four times 200.00, then 199.99
    found = plan(item("999.99", "2026-03-01", "tablet"), POOL_YEAR)
    assert list(by_year(found).values()) == ["200.00"] * 4 + ["199.99"]


def test_computers_go_at_once_or_over_twelve_months_or_not_as_such() -> None:
    notebook = item("1800", "2026-10-05", "notebook")
    assert by_year(plan(notebook)) == {2026: "1800.00"}
    assert by_year(plan(notebook, rules(digital=DigitalRule.ONE_YEAR))) == {2026: "450.00", 2027: "1350.00"}
    assert by_year(plan(notebook, rules(digital=DigitalRule.NOT_USED))) == {
        2026: "150.00", 2027: "600.00", 2028: "600.00", 2029: "450.00",
    }  # fmt: skip


def test_the_commercial_book_takes_the_life_unless_it_is_told_otherwise() -> None:
    notebook = item("1800", "2026-10-05", "notebook")
    assert plan(notebook, book=Book.COMMERCIAL).method is Method.LINEAR
    assert plan(notebook, rules(commercial_digital=True), Book.COMMERCIAL).method is Method.DIGITAL


def test_a_part_of_a_group_that_is_sold_takes_its_share_to_the_cent() -> None:
    # 1,000.00 for 3 pieces over 5 years; 200.00 a year. In 2027 one leaves at the end of June: its cost is
    # 333.33, its book value at the start 266.67 (a third of 800.00, rounded), six months of 333.33 are 33.33.
    screens = item(
        "1000", "2026-01-10", "server", method=LINEAR, years=5, pieces=3, sold=(("2027-06-30", 1, "250"),)
    )
    found = plan(screens)
    sold, sale = found.disposals[0], found.years[1]
    assert (sold.cost, sold.book_value, sold.gain) == (
        Decimal("333.33"), Decimal("233.34"), Decimal("16.66"),
    )  # fmt: skip
    # the two others: 666.67 ÷ 5 = 133.33 a year
    assert sale.depreciation == Decimal("33.33") + Decimal("133.33")
    assert closing(found) == ["800.00", "400.00", "266.67", "133.34", "0.00"]
    assert (
        found.years[0].depreciation
        == plan(item("1000", "2026-01-10", "server", years=5)).years[0].depreciation
    )


def test_what_is_sold_after_its_life_still_leaves_the_books() -> None:
    found = plan(item("3000", "2018-01-01", "server", years=3, sold=(("2026-05-02", 1, "100"),)))
    last = found.years[-1]
    assert (last.fiscal_year, last.disposal_cost, last.disposal_accumulated) == (2026, 3000, 3000)
    assert (last.depreciation, last.gain) == (0, 100)


def test_older_books_are_taken_over_with_book_value_and_months_left() -> None:
    # 24 months left of 4,000.00 from 1 April on: 2,000.00 in 12 months
    server = item("10000", "2022-04-10", "server", taken_over=("2026-04-01", "4000", 24))
    found = plan(server)
    assert by_year(found) == {2026: "1500.00", 2027: "2000.00", 2028: "500.00"}
    assert (found.years[0].opening, found.years[0].addition) == (4000, 0)


def test_what_older_books_took_in_the_year_of_purchase_belongs_to_that_year() -> None:
    server = item("12000", "2026-01-10", "server", taken_over=("2026-07-01", "11000", 66))
    first = plan(server).years[0]
    assert (first.opening, first.addition, first.depreciation, first.closing) == (0, 12000, 2000, 10000)


def test_declining_balance_goes_on_from_the_book_value_taken_over() -> None:
    older = ("2026-01-01", "85000", 54)
    machine = item("100000", "2025-07-01", "server", years=5, method=Method.DECLINING, taken_over=older)
    assert list(by_year(plan(machine)).values()) == [
        "25500.00", "17850.00", "16660.00", "16660.00", "8330.00",
    ]  # fmt: skip


def test_pieces_that_had_gone_before_are_not_in_the_books_taken_over() -> None:
    screens = item(
        "1000", "2022-01-01", "server", method=LINEAR, years=10, pieces=10,
        taken_over=("2026-01-01", "480", 72), sold=(("2023-05-05", 2, "10"), ("2026-06-30", 4, "200")),
    )  # fmt: skip
    found = plan(screens)
    # 8 pieces, 800.00, 480.00 left, 80.00 a year; 4 of them go after half a year
    assert found.cost == 800
    assert (found.years[0].depreciation, found.years[0].disposal_book_value) == (60, 220)


def test_depreciation_starts_in_the_month_of_use_and_the_cost_is_added_with_the_purchase() -> None:
    found = plan(item("3600", "2025-11-20", "server", years=3, in_use=date(2026, 2, 1)))
    assert by_year(found) == {2025: "0.00", 2026: "1100.00", 2027: "1200.00", 2028: "1200.00", 2029: "100.00"}
    assert found.years[0].addition == 3600


def test_whole_euros_and_a_reminder_value_leave_the_rest_to_the_last_year() -> None:
    server = item("1234.56", "2026-01-01", "server", years=3)
    assert list(by_year(plan(server, rules(full_euros=True))).values()) == ["412.00", "412.00", "410.56"]
    reminded = plan(server, rules(reminder_value=True))
    assert list(by_year(reminded).values()) == ["411.52", "411.52", "410.52"]
    assert closing(reminded)[-1] == "1.00"


def test_a_reminder_value_leaves_with_the_thing() -> None:
    server = item("3000", "2020-01-01", "server", years=3, sold=(("2026-05-02", 1, "0"),))
    found = plan(server, rules(reminder_value=True))
    assert (found.disposals[0].book_value, found.disposals[0].gain) == (1, -1)
    assert closing(found)[-1] == "0.00"


def test_a_thing_bought_on_29_february_counts_that_whole_month() -> None:
    assert by_year(plan(item("1200", "2024-02-29", "server", years=1))) == {2024: "1100.00", 2025: "100.00"}


@pytest.mark.parametrize("start", range(1, 13))
def test_the_first_year_counts_the_months_to_its_end_whenever_it_starts(start: int) -> None:
    found = plan(item("1200", "2026-06-30", "server", years=1), rules(fiscal_start=start))
    months = (start - 6) % 12 or 12  # from June to the month before the next year starts
    assert found.years[0].fiscal_year == (2026 if start <= 6 else 2025)
    assert found.years[0].depreciation == 100 * months


def test_austria_takes_half_a_year_up_to_six_months() -> None:
    austria = rules(Country.AT)
    notebook = item("3000", "2026-07-01", "notebook")
    assert list(by_year(plan(notebook, austria)).values()) == ["500.00", "1000.00", "1000.00", "500.00"]
    earlier = item("3000", "2026-06-30", "notebook")
    assert list(by_year(plan(earlier, austria)).values()) == ["1000.00"] * 3
    sold = item("3000", "2026-01-10", "notebook", sold=(("2027-06-30", 1, "0"),))
    assert list(by_year(plan(sold, austria)).values()) == ["1000.00", "500.00"]


def test_austria_declines_by_thirty_percent_with_half_a_year_at_the_start() -> None:
    # 8 years: 15 %; then 30 % of what is left until 12 ÷ months left is at least 30 % (36 months: a third)
    machine = item("10000", "2026-10-01", "shredder", method=Method.DECLINING)
    amounts = list(by_year(plan(machine, rules(Country.AT))).values())
    assert amounts[:5] == ["1500.00", "2550.00", "1785.00", "1249.50", "874.65"]
    # after 5 years 2,040.85 with 42 months left: once more 30 % = 612.26; then 1,428.59 over 30 months
    assert amounts[5:] == ["612.26", "571.44", "571.44", "285.71"]


def test_switzerland_takes_a_share_of_the_book_value_or_half_of_it_of_the_cost() -> None:
    swiss = rules(Country.CH)
    notebook = item("1000", "2026-01-05", "notebook")
    shares = plan(notebook, swiss)
    assert list(by_year(shares).values())[:3] == ["400.00", "240.00", "144.00"]
    assert closing(shares)[-1] == "0.00"
    on_cost = plan(item("1000", "2026-01-05", "notebook", method=Method.LINEAR), swiss)
    assert list(by_year(on_cost).values()) == ["200.00"] * 5
    desk = plan(item("1000", "2026-01-05", "furniture"), swiss)
    assert list(by_year(desk).values())[:2] == ["250.00", "187.50"]


def test_the_months_of_a_part_that_leaves_carry_its_cost_until_then() -> None:
    # 2 pieces of 600.00 over a year from January: 100.00 a month, 50.00 after one left in March
    group = item(
        "1200", "2026-01-01", "server", method=LINEAR, years=1, pieces=2, sold=(("2026-03-31", 1, "0"),)
    )
    january = 2026 * 12
    months = month_amounts(plan(group))
    assert [months[january + place] for place in range(12)] == [10000] * 3 + [5000] * 9


def test_immediate_expense_falls_into_its_month() -> None:
    assert month_amounts(plan(item("749", "2026-03-10", "tablet"))) == {2026 * 12 + 2: 74900}
