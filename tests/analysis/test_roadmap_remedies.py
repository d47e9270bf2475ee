"""Remedies that come with initiatives: the curve with the roadmap, and the plan beside the wave."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.roadmap_records import TODAY, job, results
from virtualcio.actions.results import Results
from virtualcio.analysis.calendar_days import month_end
from virtualcio.model import (
    Application,
    Asset,
    Initiative,
    InitiativeApplication,
    InitiativeAsset,
    Record,
    Setting,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory

FLAT = Setting(key="price_increase_percent", value="0")


def server(cost: int, bought: date, **fields: object) -> Asset:
    fields.setdefault("category", AssetCategory.SERVER)
    return Asset(name="S", cost=Decimal(cost), purchase_date=bought, service_life_years=5, **fields)


def remedies(initiative: Initiative, thing: Asset | Application) -> Record:
    if isinstance(thing, Asset):
        return InitiativeAsset(initiative_id=initiative.id, asset_id=thing.id)
    return InitiativeApplication(initiative_id=initiative.id, application_id=thing.id)


def test_a_thing_is_put_right_on_the_last_day_of_the_last_month() -> None:
    old, app, erp = server(900, date(2018, 1, 1)), Application(name="CAD"), job("ERP", 11, 3)
    found = results(old, app, erp, remedies(erp, old), remedies(erp, app))
    assert found.remedied_on == {old.id: date(2028, 2, 29), app.id: date(2028, 2, 29)}


def test_of_two_initiatives_the_first_one_counts_and_only_what_is_planned() -> None:
    old, first, second = server(900, date(2018, 1, 1)), job("A", 2), job("B", 5)
    idea, done = job("C", None), job("D", -3, state=InitiativeState.DONE, finished_on=date(2026, 10, 1))
    links = [remedies(one, old) for one in (second, first, idea, done)]
    assert results(old, first, second, idea, done, links).remedied_on == {old.id: date(2027, 3, 31)}
    assert results(old, idea, done, links[2:]).remedied_on == {}


def test_what_is_late_puts_nothing_right_before_the_end_of_the_month() -> None:
    old, late = server(900, date(2018, 1, 1)), job("A", -5, 2, state=InitiativeState.RUNNING)
    assert results(old, late, remedies(late, old)).remedied_on == {old.id: month_end(TODAY)}


def test_the_curve_with_the_roadmap_by_hand() -> None:
    # both overdue since 2023; one is replaced by the end of May 2027
    replaced, kept, erp = server(900, date(2018, 1, 1)), server(100, date(2018, 1, 1)), job("ERP", 3, 2)
    curves = results(replaced, kept, erp, remedies(erp, replaced), FLAT).curves
    assert curves.days[:3] == (TODAY, date(2027, 3, 31), date(2027, 6, 30))
    assert curves.doing_nothing == (1000,) * 13
    assert curves.with_roadmap == (1000, 1000, *[100] * 11)  # the successor is due in 2032


def test_without_a_plan_that_remedies_something_there_is_no_such_curve() -> None:
    old, idea = server(900, date(2018, 1, 1)), job("A", None)
    assert results(old, idea, remedies(idea, old)).curves.with_roadmap is None
    assert results(old, job("B", 2)).curves.with_roadmap is None


def test_the_plan_beside_the_wave_takes_the_price_of_the_day() -> None:
    old = server(1000, date(2018, 1, 1))  # 2 % a year: 9 years by the end of May 2027
    gone = server(500, date(2018, 1, 1), retired_on=date(2027, 4, 1))
    erp, later = job("ERP", 3, 2), job("Später", 20)
    other = server(100, date(2026, 6, 1))
    records = [old, gone, other, erp, later, *(remedies(erp, one) for one in (old, gone))]
    planned = results(records, remedies(later, other)).planned_by_year
    assert planned == {2027: Decimal("1195.09"), 2028: Decimal("104.04")}  # 1000 × 1.02⁹, 100 × 1.02²


def test_a_fiscal_year_from_october_begins_in_october() -> None:
    old, erp = server(1000, date(2027, 1, 1)), job("ERP", 9)
    assert results(old, erp, remedies(erp, old), FLAT, fiscal_year_start=10).planned_by_year == {2027: 1000}
    assert results(old, erp, remedies(erp, old), FLAT, fiscal_year_start=11).planned_by_year == {2026: 1000}


def by_hand(found: Results, assets: list[Asset], remedied: dict[str, date]) -> tuple[Decimal, ...]:
    """Overdue and not remedied, day by day; prices do not grow, and no successor is due within the curve."""
    sums = []
    for day in found.curves.days:
        overdue = [one for one in assets if (due := found.due(one).due) is not None and due <= day]
        open_ones = [one for one in overdue if one.id not in remedied or remedied[one.id] > day]
        sums.append(sum((one.cost or Decimal(0) for one in open_ones), Decimal(0)))
    return tuple(sums)


@settings(max_examples=40, deadline=None)
@given(
    things=some.lists(
        some.tuples(some.integers(1, 900), some.integers(2015, 2026), some.none() | some.integers(0, 30)),
        min_size=1,
        max_size=5,
    )
)
def test_the_curve_is_the_sum_of_what_is_overdue_and_not_remedied(
    things: list[tuple[int, int, int | None]],
) -> None:
    assets, records = [], list[Record]([FLAT])
    for cost, year, start in things:
        asset = server(cost, date(year, 1, 1))
        assets.append(asset)
        records.append(asset)
        if start is not None:
            replacing = job(str(start), start)
            records += [replacing, remedies(replacing, asset)]
    found = results(records)
    remedied = dict(found.remedied_on)
    if remedied:
        assert found.curves.with_roadmap == by_hand(found, assets, remedied)
