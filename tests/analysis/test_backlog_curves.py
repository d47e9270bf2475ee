"""The three curves of the backlog."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.small_company import TODAY, Rules, euro
from virtualcio.analysis.calendar_days import add_years
from virtualcio.analysis.inventory.backlog import things_of
from virtualcio.analysis.inventory.backlog_curves import (
    BacklogCurves,
    backlog_curves,
    backlog_row,
    curve_days,
    payments_of,
    remedied_rows,
)
from virtualcio.analysis.inventory.due_events import events_with_successors
from virtualcio.model import Asset
from virtualcio.model.inventory import AssetCategory


def curves(rules: Rules, remedied: dict[str, date] | None = None, years: int = 3) -> BacklogCurves:
    days, percent = curve_days(rules.today), rules.assumptions.price_increase_percent
    dues = rules.dues
    things = [(record, dues[record.id], rules.remedy(record)) for record in things_of(rules.data)]
    until = add_years(rules.today, years)
    return backlog_curves(
        days,
        [backlog_row(record, due, remedy, days, percent) for record, due, remedy in things],
        [
            payment
            for record, due, remedy in things
            for payment in payments_of(
                events_with_successors(record, due, remedy, rules.today, until, percent)
            )
        ],
        years,
        None if remedied is None else remedied_rows(things, days, percent, remedied),
    )


def asset(cost: str, bought: date, category: AssetCategory = AssetCategory.SERVER, **fields: object) -> Asset:
    return Asset(name="S", category=category, cost=euro(cost), purchase_date=bought, **fields)


def flat(*records: Asset) -> Rules:
    return Rules(records).with_assumptions(price_increase_percent=Decimal(0))


def test_the_first_point_is_today_the_others_are_quarter_ends() -> None:
    days = curves(flat()).days
    assert days[:3] == (TODAY, date(2026, 12, 31), date(2027, 3, 31))
    assert (len(days), days[-1]) == (13, date(2029, 9, 30))


def test_doing_nothing_is_the_backlog_of_each_day() -> None:
    # with growing prices, an update that turns into a replacement, a retirement
    rules = Rules(
        asset("1000", date(2020, 2, 10)),
        asset("700", date(2022, 8, 1)),
        asset("90", date(2023, 6, 1), AssetCategory.NOTEBOOK, product="Oldie OS 2"),
        asset("500", date(2019, 1, 1), retired_on=date(2028, 2, 1)),
    )
    found = curves(rules)
    assert found.doing_nothing == tuple(rules.backlog(day).total for day in found.days)
    assert len(set(found.doing_nothing)) > 5


def test_without_a_roadmap_there_is_no_roadmap_curve() -> None:
    assert curves(flat(asset("100", date(2015, 1, 1)))).with_roadmap is None


def test_a_roadmap_takes_things_out_and_their_successors_come_back() -> None:
    phone = asset("100", date(2020, 1, 1), AssetCategory.SMARTPHONE)  # service life of one year
    other = asset("40", date(2015, 1, 1))
    found = curves(flat(phone, other), {phone.id: date(2027, 3, 31)})
    assert found.with_roadmap is not None
    # in it until 31.12.2026, gone from 31.03.2027, its successor is due on 31.03.2028
    assert found.with_roadmap[:6] == (140, 140, 40, 40, 40, 40)
    assert found.days[6] == date(2028, 3, 31)
    assert found.with_roadmap[6:] == (140,) * 7


def test_yearly_money_is_backlog_and_what_falls_due_divided_by_the_years() -> None:
    rules = flat(
        asset("300", date(2015, 1, 1)),  # overdue
        asset("60", date(2023, 5, 1)),  # due 01.05.2028
        asset("999", date(2026, 5, 1)),  # due 2031, beyond
    )
    found = curves(rules)
    assert (found.to_clear, found.yearly_money) == (360, 120)


def test_yearly_money_pays_a_fourth_each_quarter_and_keeps_what_is_left() -> None:
    found = curves(flat(asset("300", date(2015, 1, 1)), asset("60", date(2023, 5, 1))))
    # 30 a quarter; the 60 of 01.05.2028 come in at the end of June 2028 (point 7)
    assert found.with_yearly_money == (300, 270, 240, 210, 180, 150, 120, 150, 120, 90, 60, 30, 0)


def test_money_that_is_not_yet_needed_is_kept() -> None:
    found = curves(flat(asset("120", date(2024, 5, 1))))  # all of it due 01.05.2029
    assert found.with_yearly_money == (0,) * 11 + (Decimal("10.00"), 0)
    # 10 a quarter: at the end of June 2029 110 of the 120 have been put by


def test_successors_within_the_years_are_paid_for_as_well() -> None:
    # overdue phone with a service life of one year: now, 22.11.2027, 2028, and 2029 on the last day
    found = curves(flat(asset("100", date(2020, 1, 1), AssetCategory.SMARTPHONE)))
    assert found.to_clear == 400


@settings(max_examples=40, deadline=None)
@given(
    things=some.lists(
        some.tuples(
            some.integers(1, 10**7),
            some.dates(date(2012, 1, 1), date(2027, 1, 1)),
            some.sampled_from([AssetCategory.SERVER, AssetCategory.SMARTPHONE, AssetCategory.NOTEBOOK]),
            some.none() | some.dates(date(2020, 1, 1), date(2030, 1, 1)),
        ),
        max_size=6,
    ),
    today=some.dates(date(2024, 1, 1), date(2027, 1, 1)),
)
def test_the_yearly_money_clears_the_backlog(
    things: list[tuple[int, date, AssetCategory, date | None]], today: date
) -> None:
    assets = [
        asset(str(Decimal(cents).scaleb(-2)), bought, category, support_end=end)
        for cents, bought, category, end in things
    ]
    found = curves(Rules(assets, today=today))
    assert found.with_yearly_money[-1] == 0
    assert found.with_yearly_money[0] == found.doing_nothing[0]
