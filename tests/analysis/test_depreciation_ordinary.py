"""The formula for ordinary things says what the walk through their years says, to the cent and the month."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.analysis.depreciation_items import TABLES, rules
from tests.analysis.test_depreciation_properties import CHOICES, DAYS, MONEY
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.items_of import Thing, item_of
from virtualcio.analysis.depreciation.ordinary import OrdinaryTerms, OrdinaryYears, is_ordinary
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.analysis.depreciation.schedule import schedule
from virtualcio.analysis.depreciation.year_cents import YearRow, year_cents
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import AssetCategory, Hosting

_YEARS = st.none() | st.integers(-1, 120)
_ASSETS = st.builds(
    Asset,
    id=st.just("asset"),
    name=st.just("Thing"),
    category=st.sampled_from(AssetCategory),
    life_key=st.sampled_from(["", *TABLES.lives]),
    quantity=st.integers(1, 12),
    purchase_date=DAYS,
    cost=MONEY,
    service_life_years=_YEARS,
    tax_life_years=_YEARS,
    commercial_life_years=_YEARS,
)
_APPLICATIONS = st.builds(
    Application,
    id=st.just("application"),
    name=st.sampled_from(["ERP", "Website", "Lohn"]),
    hosting=st.sampled_from(Hosting),
    life_key=st.sampled_from(["", *TABLES.lives]),
    purchase_date=DAYS,
    cost=MONEY,
    tax_life_years=_YEARS,
)


def notebook(cost: str, bought: str, **others: Any) -> Asset:
    return Asset(
        id="n", name="Notebook", category=AssetCategory.NOTEBOOK, quantity=1, cost=Decimal(cost),
        purchase_date=date.fromisoformat(bought), **others,
    )  # fmt: skip


def ordinary(thing: Thing, book: Book, choices: TaxRules | None = None) -> OrdinaryYears:
    found = OrdinaryTerms(choices or rules()).years_of(thing, None)
    assert found is not None
    years = found.of(book)
    assert isinstance(years, OrdinaryYears)
    return years


def test_a_notebook_goes_at_once_by_tax_law_and_over_three_years_by_commercial_law() -> None:
    thing = notebook("1800.00", "2025-10-05")
    tax, commercial = (ordinary(thing, book) for book in (Book.TAX, Book.COMMERCIAL))
    assert (tax.pattern.method, tax.end) == (Method.DIGITAL, 2025)
    # 1800 over 36 months: 3 months, two years, 9 months; cost, opening, addition, depreciation … closing
    rows = [commercial.row(year) for year in range(2024, 2030)]
    assert rows[0] is None
    cents = [row.cents for row in rows if row is not None]
    assert cents == [
        (180000, 0, 180000, 15000, 0, 0, 0, 165000),
        (180000, 165000, 0, 60000, 0, 0, 0, 105000),
        (180000, 105000, 0, 60000, 0, 0, 0, 45000),
        (180000, 45000, 0, 45000, 0, 0, 0, 0),
        (180000, 0, 0, 0, 0, 0, 0, 0),
    ]
    assert commercial.end == 2028


def test_things_on_either_side_of_a_limit_are_not_taken_for_alike() -> None:
    terms = OrdinaryTerms(rules())
    methods = []
    for cost in ("800.00", "800.01", "800.00"):
        found = terms.years_of(notebook(cost, "2025-03-01", life_key="shredder"), None)
        assert found is not None
        assert isinstance(found.tax, OrdinaryYears)
        methods.append(found.tax.pattern.method)
    assert methods == [Method.IMMEDIATE, Method.LINEAR, Method.IMMEDIATE]


def test_what_somebody_entered_for_the_books_is_no_ordinary_thing() -> None:
    assert is_ordinary(notebook("1800.00", "2025-10-05"), disposals=False)
    assert not is_ordinary(notebook("1800.00", "2025-10-05"), disposals=True)
    assert not is_ordinary(notebook("0.00", "2025-10-05"), disposals=False)
    for entry in (
        {"in_use_on": date(2026, 1, 1)},
        {"retired_on": date(2026, 1, 1)},
        {"taken_over_on": date(2026, 1, 1)},
        {"tax_method": Method.LINEAR},
        {"commercial_method": Method.DECLINING},
        {"declining_percent": Decimal(20)},
    ):
        assert not is_ordinary(notebook("1800.00", "2025-10-05", **entry), disposals=False)


@settings(max_examples=120, deadline=None)
@given(
    things=st.lists(_ASSETS | _APPLICATIONS, min_size=1, max_size=5),
    choices=CHOICES,
    usual=st.none() | st.integers(1, 9),
)
def test_the_formula_says_what_the_walk_says(
    things: list[Thing], choices: TaxRules, usual: int | None
) -> None:
    terms = OrdinaryTerms(choices)
    for thing in things:
        item = item_of(thing, (), TABLES, usual)
        found = terms.years_of(thing, usual) if is_ordinary(thing, disposals=False) else None
        if item is None or found is None:
            continue
        for book in Book:
            whole, years = schedule(item, choices, book), found.of(book)
            walked = year_cents(whole)
            assert isinstance(years, OrdinaryYears)
            assert (years.first, years.end) == (walked.first, walked.end)
            around = range(walked.first - 1, walked.first + len(whole.years) + 2)
            assert _rows(years.row(year) for year in around) == _rows(walked.row(year) for year in around)
            assert list(years.spreads()) == [part for year in whole.years for part in year.spread]


def _rows(rows: Iterable[YearRow | None]) -> list[YearRow | None]:
    return list(rows)


def test_a_rate_on_what_is_left_is_walked_through() -> None:
    swiss = OrdinaryTerms(rules(Country.CH))
    assert swiss.years_of(notebook("1800.00", "2025-10-05"), None) is None
