"""Who is busy when: capacity by month, load of the pools, how much at once, money by fiscal year."""

from datetime import date
from decimal import Decimal

from hypothesis import given, settings
from hypothesis import strategies as some

from tests.analysis.roadmap_records import (
    decimals,
    job,
    money_a_year,
    month,
    other_days,
    results,
    takes,
    team,
)
from virtualcio.analysis.roadmap.loads import PoolLoad
from virtualcio.model import Initiative, Record, ResourcePool
from virtualcio.model.initiatives import InitiativeState


def load_of(pool: ResourcePool, *records: Record) -> PoolLoad:
    loads = results(pool, *records).pool_loads
    return next(one for one in loads if one.pool_id == pool.id)


def test_the_plan_looks_three_years_ahead_from_this_month_on() -> None:
    load = load_of(team(10))
    assert (len(load.months), load.months[0], load.months[-1]) == (36, date(2027, 1, 1), date(2029, 12, 1))


def test_support_is_taken_off_the_days_of_a_month() -> None:
    assert load_of(team("12.5", 4)).capacity == (Decimal("8.50"),) * 36


def test_more_support_than_days_leaves_none() -> None:
    assert set(load_of(team(4, 5)).capacity) == {Decimal(0)}


def test_an_exception_replaces_the_days_of_its_months_to_the_last_day() -> None:
    pool = team(10, 2)
    # February 2028 has 29 days; any day of a month stands for all of it
    load = load_of(pool, other_days(pool, date(2027, 12, 15), date(2028, 2, 29), "3.5"))
    assert load.capacity[10:15] == decimals(8, "3.5", "3.5", "3.5", 8)


def test_of_two_exceptions_in_one_month_the_lower_one_counts() -> None:
    pool = team(10)
    high_season = other_days(pool, month(0), month(2), 4)
    holidays = other_days(pool, month(1), month(1), 1)
    assert load_of(pool, holidays, high_season).capacity[:4] == decimals(4, 1, 4, 10)


def test_an_exception_that_ends_before_it_begins_or_lies_outside_changes_nothing() -> None:
    pool = team(10)
    turned = other_days(pool, month(3), month(1), 0)
    long_ago = other_days(pool, date(2020, 1, 1), date(2026, 12, 31), 0)
    far = other_days(pool, month(36), month(40), 0)
    assert set(load_of(pool, turned, long_ago, far).capacity) == {Decimal(10)}


def test_days_are_spread_over_the_months_and_add_up() -> None:
    pool, erp, crm = team(10), job("ERP", 0, 3), job("CRM", 2, 2)
    load = load_of(pool, erp, crm, takes(erp, 10, pool), takes(crm, 5, pool))
    assert load.load[:5] == decimals("3.33", "3.34", "5.83", "2.50", 0)
    assert dict(load.by_initiative) == {
        erp.id: decimals("3.33", "3.34", "3.33", *[0] * 33),
        crm.id: decimals(0, 0, "2.50", "2.50", *[0] * 32),
    }


def test_of_what_began_before_only_the_months_ahead_are_left() -> None:
    pool, erp = team(10), job("ERP", -2, 4, state=InitiativeState.RUNNING)
    load = load_of(pool, erp, takes(erp, 8, pool))
    assert load.load[:3] == decimals(2, 2, 0)


def test_ideas_without_a_month_and_what_is_over_need_nobody() -> None:
    pool = team(10)
    waiting = job("A", None, state=InitiativeState.IDEA)
    done = job("B", 0, 3, state=InitiativeState.DONE, finished_on=date(2027, 1, 10))
    dropped = job("C", 0, 3, state=InitiativeState.DROPPED)
    efforts = [takes(one, 9, pool) for one in (waiting, done, dropped)]
    found = results(pool, waiting, done, dropped, efforts)
    assert not any(found.pool_loads[0].load)
    assert not any(found.parallel)


def test_two_rows_of_effort_in_one_pool_add_up_and_pools_are_apart() -> None:
    ours, theirs, erp = team(10), team(5, name="Systemhaus"), job("ERP", 1)
    found = results(ours, theirs, erp, takes(erp, 2, ours), takes(erp, "1.5", ours), takes(erp, 4, theirs))
    assert [load.load[1] for load in found.pool_loads] == [Decimal("3.50"), Decimal("4.00")]


def test_what_is_over_the_capacity_by_month() -> None:
    pool, erp = team(3), job("ERP", 0, 2)
    assert load_of(pool, erp, takes(erp, "6.01", pool)).over[:3] == decimals("0.01", 0, 0)  # 3.01, 3.00


def test_how_much_is_worked_on_at_once() -> None:
    found = results(job("A", -1, 3), job("B", 1, 2), job("C", 34, 9))
    assert found.parallel[:4] == (1, 2, 1, 0)
    assert found.parallel[33:] == (0, 1, 1)


def test_a_drag_is_tried_without_being_written() -> None:
    pool, erp = team(10), job("ERP", 0, 1)
    found = results(pool, erp, takes(erp, 4, pool))
    assert found.pool_loads_with(erp, month(2), 2)[0].load[:5] == decimals(0, 0, 2, 2, 0)
    assert found.pool_loads[0].load[:3] == decimals(4, 0, 0)
    assert (erp.start, erp.months) == (month(0), 1)


# --- money ----------------------------------------------------------------------------------------


def test_one_off_money_by_month_then_running_cost_by_twelfths() -> None:
    erp = job("ERP", 10, 4, one_off_cost=Decimal(10000), running_cost=Decimal(1000))
    years = results(erp).yearly_money
    assert [year.label_year for year in years] == [2027, 2028, 2029]
    # 2027: 2 of 4 months; 2028: the rest and 10 months of running cost (833.33); 2029: 12 months
    assert [year.planned for year in years] == [Decimal(5000), Decimal("5833.33"), Decimal(1000)]


def test_a_fiscal_year_from_july_cuts_the_same_money_elsewhere() -> None:
    erp = job("ERP", 4, 4, one_off_cost=Decimal(10000), running_cost=Decimal(1200))
    years = results(erp, fiscal_year_start=7).yearly_money
    # May and June 2027 in 2026/27; July, August and 10 months of running cost in 2027/28
    assert [(year.label_year, year.planned) for year in years[:3]] == [
        (2026, Decimal(5000)), (2027, Decimal(6000)), (2028, Decimal(1200)),
    ]  # fmt: skip


def test_what_was_spent_earlier_in_this_fiscal_year_belongs_to_it() -> None:
    running = job("A", -2, 4, state=InitiativeState.RUNNING, one_off_cost=Decimal(400))
    done = job("B", -3, 1, state=InitiativeState.DONE, finished_on=date(2026, 10, 20),
               one_off_cost=Decimal(70))  # fmt: skip
    years = results(running, done, fiscal_year_start=10).yearly_money
    assert (years[0].label_year, years[0].planned) == (2026, Decimal(470))


def test_the_limit_is_shown_where_there_is_one_and_unknown_cost_is_named() -> None:
    known, unknown = job("A", 0, one_off_cost=Decimal(500)), job("B", 0, one_off_cost=None)
    year = results(known, unknown, money_a_year(400)).yearly_money[0]
    assert (year.limit, year.over, year.without_cost) == (Decimal(400), Decimal(100), (unknown.id,))
    free = results(known).yearly_money[0]
    assert (free.limit, free.over) == (None, 0)


# --- everything adds up -----------------------------------------------------------------------------

JOBS = some.lists(
    some.tuples(some.integers(0, 30), some.integers(1, 6), some.integers(0, 9000), some.integers(0, 1)),
    max_size=8,
)


@settings(max_examples=60, deadline=None)
@given(jobs=JOBS)
def test_all_days_within_the_horizon_are_found_again(jobs: list[tuple[int, int, int, int]]) -> None:
    pools = [team(10), team(5, name="B")]
    records: list[Record] = list(pools)
    wanted = [Decimal(0), Decimal(0)]
    for number, (start, months, hundredths, pool) in enumerate(jobs):
        one: Initiative = job(str(number), start, months)
        records += [one, takes(one, str(Decimal(hundredths).scaleb(-2)), pools[pool])]
        wanted[pool] += Decimal(hundredths).scaleb(-2)
    loads = results(records).pool_loads
    assert [sum(load.load) for load in loads] == wanted
    for load in loads:
        by_month = zip(*load.by_initiative.values(), strict=True)
        assert not load.by_initiative or tuple(map(sum, by_month)) == load.load
