"""The movement table of a fiscal year, by hand."""

from dataclasses import replace
from decimal import Decimal

from tests.analysis.depreciation_items import item, plan, rules
from virtualcio.analysis.depreciation.items import Book
from virtualcio.analysis.depreciation.movement import (
    COLUMNS,
    Footing,
    Movement,
    differences,
    movement,
    movement_table,
)
from virtualcio.model.depreciation import LowValueRule


def amounts(row: Movement) -> dict[str, Decimal]:
    """The columns that are not 0."""
    return {name: getattr(row, name) for name in COLUMNS if getattr(row, name)}


def test_a_sale_takes_cost_and_what_was_depreciated_out_of_the_table() -> None:
    server = plan(item("12600", "2024-05-15", "server", years=5, sold=(("2026-08-20", 1, "7000"),)))
    assert amounts(movement(server, 2024)) == {
        "additions": 12600, "cost_end": 12600,
        "depreciation": 1680, "depreciation_end": 1680, "book_value_end": 10920,
    }  # fmt: skip
    assert amounts(movement(server, 2026)) == {
        "cost_start": 12600, "disposals": 12600,
        "depreciation_start": 4200, "depreciation": 1680, "change_by_disposals": 5880,
        "book_value_start": 8400,
    }  # fmt: skip
    assert movement(server, 2023) == movement(server, 2027) == Movement()


def test_what_is_fully_depreciated_stays_until_it_leaves() -> None:
    server = plan(item("3000", "2018-01-01", "server", years=3))
    assert amounts(movement(server, 2026)) == {
        "cost_start": 3000, "cost_end": 3000, "depreciation_start": 3000, "depreciation_end": 3000,
    }  # fmt: skip


def test_expense_at_once_comes_and_leaves_in_its_year() -> None:
    tablet = plan(item("749", "2026-03-10", "tablet", sold=(("2028-01-01", 1, "50"),)))
    assert amounts(movement(tablet, 2026)) == {
        "additions": 749, "disposals": 749, "depreciation": 749, "change_by_disposals": 749,
    }  # fmt: skip
    assert movement(tablet, 2028) == Movement()


def test_a_pool_leaves_with_its_last_fifth() -> None:
    pool = plan(
        item("1000", "2026-03-10", "smartphone", sold=(("2027-01-01", 1, "50"),)),
        rules(low_value_default=LowValueRule.POOL),
    )
    assert movement(pool, 2027).disposals == 0
    assert amounts(movement(pool, 2030)) == {
        "cost_start": 1000, "disposals": 1000,
        "depreciation_start": 800, "depreciation": 200, "change_by_disposals": 1000, "book_value_start": 200,
    }  # fmt: skip
    assert movement(pool, 2031) == Movement()


def test_older_books_begin_with_what_they_had_depreciated() -> None:
    server = plan(item("10000", "2022-04-10", "server", taken_over=("2026-01-01", "4000", 24)))
    first = movement(server, 2026)
    assert (first.cost_start, first.depreciation_start, first.book_value_start) == (10000, 6000, 4000)


def test_groups_come_in_their_order_with_a_total() -> None:
    one = replace(plan(item("3000", "2026-01-01", "server", years=3)), key="one")
    two = replace(plan(item("6000", "2026-01-01", "erp"), book=Book.COMMERCIAL), key="two")
    other = replace(plan(item("900", "2026-01-01", "server", years=3)), key="other")
    table = movement_table([one, two, other], 2026, {"two": "Software", "one": "Computers"})
    assert [(row.group, row.keys) for row in table.rows] == [
        ("Software", ("two",)), ("Computers", ("one",)), ("", ("other",)),
    ]  # fmt: skip
    assert [row.amounts.depreciation for row in table.rows] == [1200, 1000, 300]
    assert (table.total.depreciation, table.total.book_value_end) == (2500, 7400)
    assert not table.differences


def test_a_row_that_does_not_add_up_says_by_how_much() -> None:
    row = Movement(cost_start=Decimal(100), cost_end=Decimal(90), book_value_start=Decimal(100))
    assert list(differences(row)) == [(Footing.COST, Decimal(10)), (Footing.BOOK_VALUE_END, Decimal(90))]
