"""What holds for every thing, in every method, book, country and with every choice."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.depreciation_items import TABLES
from virtualcio.analysis.depreciation.items import Book, Disposal, Item, Method, PerBook, TakeOver, Traits
from virtualcio.analysis.depreciation.movement import Movement, differences, movement, movement_table
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.analysis.depreciation.schedule import Schedule, month_amounts, schedule
from virtualcio.analysis.depreciation.walk import cut
from virtualcio.analysis.roadmap.month_numbers import fiscal_year
from virtualcio.model.depreciation import DigitalRule, LowValueRule

DAYS = st.dates(date(2017, 1, 1), date(2028, 12, 31))
MONEY = st.one_of(
    st.decimals(0, 2000, places=2),
    st.decimals(0, 500_000, places=2),
    st.sampled_from([Decimal(text) for text in ("0.01", "1.00", "250.01", "800.00", "1000.01")]),
)
CHOICES = st.builds(
    TaxRules,
    tables=st.just(TABLES),
    country=st.sampled_from(Country),
    fiscal_start=st.integers(1, 12),
    low_value=st.dictionaries(st.integers(2016, 2028), st.sampled_from(LowValueRule)),
    low_value_default=st.sampled_from(LowValueRule),
    digital=st.sampled_from(DigitalRule),
    commercial_digital=st.booleans(),
    disposal_month_counts=st.booleans(),
    full_euros=st.booleans(),
    reminder_value=st.booleans(),
)


@st.composite
def things(draw: st.DrawFn) -> Item:
    """Anything that somebody could type, and what they should not have typed too."""
    bought = draw(DAYS)
    later = st.integers(-30, 3000).map(lambda days: bought + timedelta(days=days))
    older = st.none() | st.builds(TakeOver, later, MONEY, st.integers(-1, 130))
    return Item(
        key=draw(st.sampled_from("abc")),
        name="Thing",
        cost=draw(MONEY),
        bought=bought,
        life_key=draw(st.sampled_from(["", *TABLES.lives])),
        pieces=draw(st.integers(0, 12)),
        in_use=draw(st.none() | later),
        traits=draw(st.builds(Traits, *[st.booleans()] * 5)),
        method=draw(st.builds(PerBook, *[st.none() | st.sampled_from(Method)] * 2)),
        life_years=draw(st.builds(PerBook, *[st.none() | st.integers(-1, 30)] * 2)),
        declining_percent=draw(st.none() | st.decimals(-1, 120, places=2)),
        taken_over=draw(st.builds(PerBook, older, older)),
        disposals=tuple(
            draw(
                st.lists(
                    st.builds(Disposal, later, st.integers(-1, 6), st.decimals(0, 9000, places=2)), max_size=4
                )
            )
        ),
    )


SCHEDULES = st.builds(schedule, things(), CHOICES, st.sampled_from(Book))


@settings(max_examples=150, deadline=None)
@given(SCHEDULES)
def test_each_year_adds_up_and_hands_its_end_to_the_next(found: Schedule) -> None:
    for year in found.years:
        moved = year.opening + year.addition - year.depreciation - year.disposal_book_value
        assert moved == year.closing
        assert year.disposal_cost == year.disposal_book_value + year.disposal_accumulated
        assert year.gain == year.proceeds - year.disposal_book_value
    for before, after in pairwise(found.years):
        assert after.fiscal_year == before.fiscal_year + 1
        assert after.opening == before.closing
        assert not after.addition


@settings(max_examples=150, deadline=None)
@given(things(), CHOICES, st.sampled_from(Book))
def test_depreciation_adds_up_to_the_cost_less_what_disposals_took(
    thing: Item, choices: TaxRules, book: Book
) -> None:
    found = schedule(thing, choices, book)
    taken = sum(one.book_value for one in found.disposals)
    first, last = found.years[0], found.years[-1]
    assert (
        first.opening + first.addition
        == sum(year.depreciation for year in found.years) + taken + last.closing
    )
    if found.method is not Method.NONE:
        assert last.closing <= (1 if choices.reminder_value else 0)


@settings(max_examples=150, deadline=None)
@given(things(), CHOICES, st.sampled_from(Book))
def test_nothing_is_ever_negative_or_below_the_reminder_value(
    thing: Item, choices: TaxRules, book: Book
) -> None:
    found = schedule(thing, choices, book)
    start = found.years[0].opening + found.years[0].addition
    reminded = choices.reminder_value and found.method in (Method.DIGITAL, Method.LINEAR, Method.DECLINING)
    gone = sum(one.pieces for one in found.disposals)
    for year in found.years:
        assert min(year.opening, year.addition, year.depreciation, year.closing, year.months) >= 0
        assert min(year.disposal_cost, year.disposal_book_value, year.disposal_accumulated) >= 0
    if reminded and not gone and not found.problems and thing.taken_over.of(book) is None:
        assert all(year.closing >= min(start, 1) for year in found.years)


@settings(max_examples=120, deadline=None)
@given(things(), CHOICES, st.sampled_from(Book))
def test_the_months_add_up_to_each_year(thing: Item, choices: TaxRules, book: Book) -> None:
    found = schedule(thing, choices, book)
    by_year = {year.fiscal_year: 0 for year in found.years}
    for month, cents in month_amounts(found).items():
        by_year[fiscal_year(month, choices.fiscal_start)] += cents
    assert by_year == {year.fiscal_year: int(year.depreciation * 100) for year in found.years}


@settings(max_examples=120, deadline=None)
@given(things(), CHOICES, st.sampled_from(Book))
def test_a_later_sale_changes_no_earlier_year(thing: Item, choices: TaxRules, book: Book) -> None:
    found = schedule(thing, choices, book)
    if not found.disposals or thing.taken_over.of(book) is not None:
        return
    first = min(one.fiscal_year for one in found.disposals)
    kept = schedule(Item(**{**thing.__dict__, "disposals": ()}), choices, book)
    for year in found.years:
        if year.fiscal_year < first:
            same = kept.year(year.fiscal_year)
            assert year.depreciation == (same.depreciation if same is not None else 0)
            assert year.closing == kept.book_value(year.fiscal_year)


@given(st.integers(0, 10**9), st.lists(st.integers(0, 50), min_size=1, max_size=8).filter(any))
def test_the_parts_of_a_split_group_are_the_whole(whole: int, pieces: list[int]) -> None:
    parts = cut(whole, pieces)
    assert sum(parts) == whole
    assert all(part == 0 for part, count in zip(parts, pieces, strict=True) if not count)
    assert all(part >= 0 for part in parts)


@settings(max_examples=80, deadline=None)
@given(st.lists(SCHEDULES, max_size=4), st.integers(2015, 2045))
def test_the_movement_table_cross_foots_and_the_next_year_begins_where_it_ends(
    found: list[Schedule], year: int
) -> None:
    table = movement_table(found, year, {"a": "Computers", "b": "Software"})
    assert not table.differences
    assert sum((row.amounts.book_value_end for row in table.rows), Decimal(0)) == table.total.book_value_end
    for one in found:
        this, following = movement(one, year), movement(one, year + 1)
        assert not list(differences(following))
        if this != Movement():
            assert following.cost_start == this.cost_end
            assert following.book_value_start == this.book_value_end
