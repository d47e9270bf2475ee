"""Absurd values in a file never bring the roadmap down."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.roadmap_records import TODAY, results
from virtualcio.model import (
    Asset,
    Initiative,
    InitiativeAsset,
    InitiativeDependency,
    InitiativeEffort,
    PoolException,
    Record,
    ResourcePool,
    Setting,
)
from virtualcio.model.initiatives import InitiativeState

DAYS = some.dates() | some.sampled_from([date.min, date.max, TODAY, date(2028, 2, 29)])
MAYBE = some.none() | DAYS
COUNTS = some.integers(-(10**6), 10**6) | some.sampled_from([0, 1, 12])
AMOUNTS = some.decimals(Decimal("-99999999.99"), Decimal("99999999.99"), places=2)

INITIATIVES = some.fixed_dictionaries(
    {
        "state": some.sampled_from(InitiativeState),
        "start": MAYBE,
        "months": some.integers(-100, 2000) | some.sampled_from([0, 1, 12]),
        "earliest_start": MAYBE,
        "wished_end": MAYBE,
        "hard_end": MAYBE,
        "finished_on": MAYBE,
        "percent_done": COUNTS,
        "pinned": some.booleans(),
        "one_off_cost": some.none() | AMOUNTS,
        "running_cost": some.none() | AMOUNTS,
    }
)


@settings(max_examples=80, deadline=None)
@given(
    initiatives=some.lists(INITIATIVES, min_size=1, max_size=3),
    days=AMOUNTS,
    support=AMOUNTS,
    effort=AMOUNTS,
    exception=some.tuples(DAYS, DAYS, AMOUNTS),
    lag=some.integers(-100, 100),
    start_month=some.sampled_from([-3, 0, 1, 7, 12, 13]),
    limits=some.tuples(COUNTS, COUNTS),
)
def test_every_figure_of_an_absurd_plan_can_be_asked_for(
    initiatives: list[dict[str, Any]],
    days: Decimal,
    support: Decimal,
    effort: Decimal,
    exception: tuple[date, date, Decimal],
    lag: int,
    start_month: int,
    limits: tuple[int, int],
) -> None:
    pool = ResourcePool(name="IT", days_per_month=days, support_days_per_month=support)
    tasks = [Initiative(name=str(at), **values) for at, values in enumerate(initiatives)]
    asset = Asset(name="S", cost=Decimal(100), purchase_date=date(2020, 1, 1))
    records: list[Record] = [pool, asset, *tasks]
    first, last, other_days = exception
    records.append(
        PoolException(pool_id=pool.id, first_month=first, last_month=last, days_per_month=other_days)
    )
    records += [InitiativeEffort(initiative_id=task.id, pool_id=pool.id, days=effort) for task in tasks]
    records += [InitiativeAsset(initiative_id=task.id, asset_id=asset.id) for task in tasks]
    records += [
        InitiativeDependency(initiative_id=task.id, prerequisite_id=other.id, lag_months=lag)
        for task in tasks
        for other in tasks
    ]
    records.append(Setting(key="parallel_initiatives", value=str(limits[0])))
    records.append(Setting(key="initiative_money_per_year", value=str(limits[1])))
    found = results(records, fiscal_year_start=start_month)
    assert len(found.parallel) == found.roadmap.months
    assert all(min(load.capacity) >= 0 for load in found.pool_loads)
    assert [year.label_year for year in found.yearly_money]
    assert all(len(found.curves.days) == 13 for _conflict in found.conflicts)
    assert found.planned_by_year is not None
    for task in tasks:
        found.holds_back(task)
