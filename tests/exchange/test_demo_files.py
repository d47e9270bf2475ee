"""The demo company's tables: whole, linked, believable, and dated from the day they are read for."""

from collections import Counter
from datetime import date

import pytest

from virtualcio.exchange.demo_days import demo_date
from virtualcio.exchange.demo_files import demo_records
from virtualcio.model import (
    RECORD_KINDS,
    Application,
    Asset,
    Company,
    Contract,
    Demand,
    Goal,
    Initiative,
    Interface,
    Kpi,
    Measurement,
    Obligation,
    Person,
    Process,
    ResourcePool,
    Risk,
    Site,
)
from virtualcio.model.company_data import CompanyData

TODAY = date(2026, 11, 22)
DAYS = (TODAY, date(2027, 1, 1), date(2027, 12, 31), date(2028, 2, 29))


@pytest.mark.parametrize(
    ("text", "today", "day"),
    [
        ("2023-10-10", TODAY, date(2023, 10, 10)),
        ("Y-5/06-09", TODAY, date(2021, 6, 9)),
        ("Y+2/02-28", TODAY, date(2028, 2, 28)),
        ("Q-2+1d", TODAY, date(2026, 7, 1)),
        ("M-1+14d", TODAY, date(2026, 10, 15)),
        ("-4m+6d", TODAY, date(2026, 7, 28)),
        ("+9d-45m", TODAY, date(2023, 3, 1)),
        ("-1m", date(2027, 3, 31), date(2027, 2, 28)),
        ("-2y", date(2028, 2, 29), date(2026, 2, 28)),
        ("+14m", TODAY, date(2028, 1, 22)),
        ("M+2", TODAY, date(2027, 1, 1)),
        ("M-11", TODAY, date(2025, 12, 1)),
        ("Q-1", TODAY, date(2026, 9, 30)),
        ("Q-8", TODAY, date(2024, 12, 31)),
        ("Q+4", TODAY, date(2027, 12, 31)),
        ("Q-1", date(2027, 1, 1), date(2026, 12, 31)),
        ("Q-1", date(2026, 12, 31), date(2026, 9, 30)),
    ],
)
def test_a_date_is_read_as_seen_from_the_day(text: str, today: date, day: date) -> None:
    assert demo_date(text, today) == day


def test_a_date_nobody_can_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="isoformat"):
        demo_date("Herbst", TODAY)


def test_the_company_is_as_big_as_promised() -> None:
    data = CompanyData(demo_records(TODAY))

    assert data.company.name == "Brenner Metallbau GmbH" and data.company.employees == 62
    assert data.count(Asset) >= 45
    assert data.count(Application) >= 20
    assert data.count(Contract) >= 18
    assert data.count(Process) >= 14
    assert data.count(Site) == 3
    assert data.count(Person) >= 14
    assert any(interface.manual for interface in data.all(Interface))
    assert data.count(Goal) == 4 and data.count(Kpi) == 11
    assert data.count(Initiative) == 14 and data.count(ResourcePool) == 3
    assert data.count(Obligation) >= 5 and data.count(Risk) >= 5 and data.count(Demand) >= 6
    by_kpi = Counter(measurement.kpi_id for measurement in data.all(Measurement))
    assert sum(count >= 8 for count in by_kpi.values()) >= 7


@pytest.mark.parametrize("today", DAYS)
def test_every_reference_leads_somewhere(today: date) -> None:
    records = demo_records(today)
    keys = {record.id for record in records}

    assert len(keys) == len(records)
    tables = {record.id: type(record).__tablename__ for record in records}
    for record in records:
        for column in type(record).__table__.columns:
            key = getattr(record, column.key)
            for reference in column.foreign_keys if key else ():
                assert tables[key] == reference.column.table.name, f"{record!r} {column.key}"


@pytest.mark.parametrize("today", DAYS)
def test_nothing_was_bought_or_begun_after_the_day_except_what_is_planned(today: date) -> None:
    data = CompanyData(demo_records(today))

    for asset in data.all(Asset):
        assert asset.purchase_date is None or asset.purchase_date <= today, asset.name
        assert asset.retired_on is None or asset.retired_on > (asset.purchase_date or date.min), asset.name
        assert asset.remedy_cost_on is None or asset.remedy_cost_on <= today, asset.name
    for contract in data.all(Contract):
        assert contract.start is None or contract.start <= today, contract.name


def test_most_is_filled_in_and_a_little_is_missing_on_purpose() -> None:
    data = CompanyData(demo_records(TODAY))
    assets = data.all(Asset)

    assert 1 <= sum(asset.owner_id is None for asset in assets) <= 5
    assert 1 <= sum(asset.purchase_date is None for asset in assets) <= 4
    assert all(contract.supplier_id and contract.owner_id for contract in data.all(Contract))


def test_the_same_day_gives_the_same_company() -> None:
    def content() -> list[tuple[object, ...]]:
        return [
            (type(record).__name__, *(getattr(record, c.key) for c in type(record).__table__.columns))
            for record in demo_records(TODAY)
        ]

    assert content() == content()


def test_it_is_exactly_one_company_of_known_kinds() -> None:
    records = demo_records(TODAY)

    assert isinstance(records[0], Company)
    assert sum(isinstance(record, Company) for record in records) == 1
    assert {type(record) for record in records} <= set(RECORD_KINDS)
