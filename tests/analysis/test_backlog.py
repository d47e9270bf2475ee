"""The investment backlog on any day, its splits, and what cannot be known."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.small_company import TODAY, Rules, euro
from virtualcio.analysis.inventory.backlog import Area, delay_of
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import AmountOrigin, AssetCategory, Hosting, RemedyKind


def server(cost: str | None, bought: date | None, **fields: object) -> Asset:
    amount = None if cost is None else euro(cost)
    return Asset(name="S", category=AssetCategory.SERVER, cost=amount, purchase_date=bought, **fields)


def no_growth(*records: Asset | Application) -> Rules:
    return Rules(*records).with_assumptions(price_increase_percent=Decimal(0))


def test_the_backlog_is_the_sum_of_what_is_overdue() -> None:
    rules = Rules(
        server("10000", date(2020, 3, 1)),  # due 01.03.2025; 6 years: 11,261.62
        server("5000", date(2021, 11, 22)),  # due today; 5 years: 5,520.40
        server("7000", date(2021, 11, 23)),  # due tomorrow
    )
    assert rules.backlog().total == euro("16782.02")
    assert [item.value.amount for item in rules.backlog().items] == [euro("11261.62"), euro("5520.40")]


def test_the_past_and_the_future_are_seen_as_they_were_and_will_be() -> None:
    rules = no_growth(
        server("100", date(2015, 1, 1), retired_on=date(2024, 1, 1)), server("30", date(2021, 5, 5))
    )
    assert rules.backlog(date(2019, 12, 31)).total == 0
    assert rules.backlog(date(2020, 1, 1)).total == 100
    assert rules.backlog(date(2023, 12, 31)).total == 100
    assert rules.backlog(date(2024, 1, 1)).total == 0  # retired: first day no longer in use
    assert rules.backlog(date(2026, 5, 5)).total == 30


def test_what_is_not_yet_bought_does_not_count() -> None:
    late = server("100", date(2027, 1, 1), support_end=date(2020, 1, 1))
    assert no_growth(late).backlog().total == 0
    assert no_growth(late).backlog(date(2027, 1, 1)).total == 100


def test_an_unknown_day_of_purchase_counts_as_there() -> None:
    assert no_growth(server("100", None, support_end=date(2020, 1, 1))).backlog(date(2020, 1, 1)).total == 100


def test_what_is_remedied_leaves_the_backlog_on_that_day() -> None:
    asset = server("100", date(2015, 1, 1))
    rules = no_growth(asset)
    remedied = {asset.id: date(2027, 3, 31)}
    assert rules.backlog(date(2027, 3, 30), remedied).total == 100
    assert rules.backlog(date(2027, 3, 31), remedied).total == 0


def test_accepted_things_stay_in_the_backlog() -> None:
    asset = server("100", date(2015, 1, 1), remedy=RemedyKind.ACCEPT, accepted_until=date(2027, 1, 1))
    assert no_growth(asset).backlog().total == 100


def test_it_splits_by_reason_delay_and_area() -> None:
    rules = no_growth(
        server("100", date(2021, 1, 1)),  # age only, due 01.01.2026: under 1
        server("20", date(2020, 1, 1)),  # age only, due 01.01.2025: 1 to 2
        server("3", date(2016, 1, 1), support_end=date(2026, 6, 30)),  # age 2021, support ended since
        Asset(name="N", category=AssetCategory.NOTEBOOK, cost=euro("0.40"), support_end=date(2024, 11, 22)),
        Application(name="A", cost=euro("0.05"), remedy=RemedyKind.REPLACE, support_end=date(2026, 11, 22)),
    )
    found = rules.backlog()
    assert found.total == euro("123.45")
    assert (found.support_ended, found.age_only) == (euro("3.45"), euro("120.00"))
    assert found.by_delay == {"under_1": euro("100.05"), "1_to_2": euro("20"), "over_2": euro("3.40")}
    assert found.by_area == {
        Area.INFRASTRUCTURE: euro("123"),
        Area.APPLICATIONS: euro("0.05"),
        Area.WORKPLACES: euro("0.40"),
    }


def test_delay_changes_on_the_anniversaries() -> None:
    assert delay_of(date(2024, 5, 10), date(2025, 5, 9)) == "under_1"
    assert delay_of(date(2024, 5, 10), date(2025, 5, 10)) == "1_to_2"
    assert delay_of(date(2024, 5, 10), date(2026, 5, 9)) == "1_to_2"
    assert delay_of(date(2024, 5, 10), date(2026, 5, 10)) == "over_2"


def test_the_anniversary_of_29_february_is_28_february() -> None:
    assert delay_of(date(2024, 2, 29), date(2025, 2, 27)) == "under_1"
    assert delay_of(date(2024, 2, 29), date(2025, 2, 28)) == "1_to_2"
    assert delay_of(date(2024, 2, 29), date(2026, 2, 28)) == "over_2"


def test_what_has_no_value_is_counted_beside_the_total() -> None:
    unknown = server(None, date(2015, 1, 1))
    update = Asset(name="N", product="Oldie OS 1", purchase_date=date(2019, 5, 1), service_life_years=50)
    rules = Rules(unknown, update, server("100", date(2021, 1, 1)))
    found = rules.backlog()
    assert found.total == euro("110.41")  # 100 × 1.02^5 = 110.408…
    assert set(found.without_value) == {unknown.id, update.id}
    assert found.effort_only == (update.id,)


def test_unknown_due_dates_are_named_but_not_those_that_need_none() -> None:
    nobody_knows = Asset(name="?", cost=euro("100"))
    retired = Asset(name="weg", retired_on=date(2020, 1, 1))
    cloud = Application(name="Mail", hosting=Hosting.CLOUD)
    found = Rules(nobody_knows, retired, cloud).backlog()
    assert found.unknown_due == (nobody_knows.id,)
    assert found.in_use == 2


def test_a_total_says_how_much_of_it_is_estimated() -> None:
    found = no_growth(
        server("62", date(2015, 1, 1)),
        server("38", date(2015, 1, 1), cost_origin=AmountOrigin.ESTIMATE),
    ).backlog()
    assert found.estimated_share == 38


def test_an_empty_company_has_no_backlog_and_no_share() -> None:
    found = Rules().backlog()
    assert (found.total, found.items, found.estimated_share) == (Decimal("0.00"), (), None)


@settings(max_examples=60, deadline=None)
@given(
    some.lists(
        some.tuples(
            some.integers(1, 10**8),
            some.dates(date(2005, 1, 1), date(2026, 12, 31)),
            some.none() | some.dates(date(2018, 1, 1), date(2030, 1, 1)),
            some.sampled_from([AssetCategory.SERVER, AssetCategory.NOTEBOOK, AssetCategory.PRINTER]),
        ),
        max_size=8,
    )
)
def test_each_split_adds_up_to_the_total(things: list[tuple[int, date, date | None, AssetCategory]]) -> None:
    assets = [
        Asset(
            name="X", category=category, cost=Decimal(cents).scaleb(-2), purchase_date=bought, support_end=end
        )
        for cents, bought, end, category in things
    ]
    found = Rules(assets).backlog(TODAY)
    assert found.total == sum((item.value.amount or 0 for item in found.items), Decimal(0))
    assert found.total == found.support_ended + found.age_only
    assert found.total == sum(found.by_delay.values()) == sum(found.by_area.values())
