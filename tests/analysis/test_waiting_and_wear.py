"""The cost of waiting (an assumption by criticality) and the wear of the assets in use."""

from datetime import date
from decimal import Decimal

import pytest

from tests.analysis.small_company import TODAY, Rules, carries, euro, serves
from virtualcio.analysis.assumptions import ASSUMPTIONS, Assumptions, assumptions_of
from virtualcio.analysis.inventory.waiting_cost import total_waiting, waiting_cost, waiting_costs
from virtualcio.analysis.inventory.wear import wear
from virtualcio.model import (
    Application,
    Asset,
    Company,
    Process,
    Risk,
    RiskApplication,
    RiskAsset,
    Setting,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, Criticality, Ownership


@pytest.mark.parametrize(
    ("criticality", "per_year"),
    [("critical", "250.00"), ("high", "150.00"), ("medium", "80.00"), ("low", "40.00")],
)
def test_waiting_costs_a_share_of_the_value_by_criticality(criticality: str, per_year: str) -> None:
    asset, process = Asset(name="S"), Process(name="P", criticality=Criticality(criticality))
    rules = Rules(asset, process, serves(asset, process))
    cost = waiting_cost(rules.data, asset, euro("1000"), rules.assumptions)
    assert cost is not None and cost.per_year == euro(per_year)


def test_the_most_critical_process_behind_it_decides() -> None:
    asset, application = Asset(name="S"), Application(name="A")
    low, critical = (
        Process(name="L", criticality=Criticality.LOW),
        Process(name="C", criticality=Criticality.CRITICAL),
    )
    rules = Rules(
        asset, application, low, critical,
        serves(asset, low), carries(asset, application), serves(application, critical),
    )  # fmt: skip
    cost = waiting_cost(rules.data, asset, euro("0.10"), rules.assumptions)
    assert cost is not None
    assert (cost.criticality, cost.per_year) == (Criticality.CRITICAL, euro("0.03"))  # 0.025, away from zero


def test_without_process_or_value_there_is_no_cost_of_waiting() -> None:
    asset, process = Asset(name="S"), Process(name="P")
    assert waiting_cost(Rules(asset, process).data, asset, euro("1000"), Assumptions()) is None
    linked = Rules(asset, process, serves(asset, process))
    assert waiting_cost(linked.data, asset, None, Assumptions()) is None


def test_the_expected_loss_of_linked_risks_comes_before_the_assumption() -> None:
    server, application = Asset(name="S"), Application(name="A")
    process = Process(name="P", criticality=Criticality.CRITICAL)
    failure = Risk(name="Ausfall", yearly_loss=euro("14000"))
    blackmail = Risk(name="Erpressung", yearly_loss=euro("600.50"))
    unknown = Risk(name="offen")
    rules = Rules(
        server, application, process, failure, blackmail, unknown,
        serves(server, process), serves(application, process),
        *(RiskAsset(risk_id=one.id, asset_id=server.id) for one in (failure, blackmail, unknown)),
        RiskApplication(risk_id=failure.id, application_id=application.id),
    )  # fmt: skip
    costs = [waiting_cost(rules.data, one, euro("1000"), Assumptions()) for one in (server, application)]
    assert [cost.per_year for cost in costs if cost] == [euro("14600.50"), euro("14000.00")]
    # the failure of both happens once
    assert total_waiting(cost for cost in costs if cost) == euro("14600.50")


def test_a_risk_without_a_loss_leaves_the_assumption() -> None:
    asset, process, open_risk = Asset(name="S"), Process(name="P"), Risk(name="offen")
    link = RiskAsset(risk_id=open_risk.id, asset_id=asset.id)
    rules = Rules(asset, process, open_risk, link, serves(asset, process))
    cost = waiting_cost(rules.data, asset, euro("1000"), Assumptions())
    assert cost is not None and (cost.per_year, cost.losses) == (euro("80.00"), ())


def test_only_overdue_things_cost_by_waiting() -> None:
    late, later = (
        Asset(name=name, cost=euro("100"), support_end=end)
        for name, end in (("a", date(2026, 1, 1)), ("b", date(2027, 1, 1)))
    )
    process = Process(name="P", criticality=Criticality.HIGH)
    rules = Rules(late, later, process, serves(late, process), serves(later, process))
    values = rules.values(TODAY)
    found = waiting_costs(rules.data, rules.dues, TODAY, values, rules.assumptions)
    assert [(cost.record, cost.per_year) for cost in found] == [(late, euro("15.00"))]


def server(cost: str | None, bought: date | None, **fields: object) -> Asset:
    amount = None if cost is None else euro(cost)
    return Asset(name="S", category=AssetCategory.SERVER, cost=amount, purchase_date=bought, **fields)


def test_wear_is_what_is_used_up_of_what_was_paid() -> None:
    # 1,826 days from 22.11.2025 to 22.11.2030, 365 of them gone: 1826 × 365 ÷ 1826 = 365.00
    half, old = server("1826", date(2025, 11, 22)), server("1000", date(2010, 1, 1))
    rules = Rules(half, old)
    found = wear(rules.data, rules.dues, TODAY)
    assert (found.accumulated, found.acquisition) == (euro("1365.00"), euro("2826"))
    assert found.percent == euro("48.30")


def test_wear_leaves_out_leased_retired_and_future_things_and_names_what_it_cannot_know() -> None:
    unknown = server(None, date(2020, 1, 1))
    rules = Rules(
        server("100", date(2010, 1, 1), ownership=Ownership.LEASED),
        server("100", date(2010, 1, 1), retired_on=date(2020, 1, 1)),
        server("100", date(2027, 1, 1)),
        unknown,
    )
    found = wear(rules.data, rules.dues, TODAY)
    assert (found.percent, found.counted, found.unknown) == (None, 0, (unknown.id,))


def settings(**values: str) -> CompanyData:
    rows = [Setting(key=key, value=value) for key, value in values.items()]
    return CompanyData([Company(name="X"), *rows])


def test_a_company_without_settings_has_the_defaults() -> None:
    assert assumptions_of(settings()) == Assumptions()


def test_what_is_counted_in_whole_numbers_is_one() -> None:
    for spec in ASSUMPTIONS:
        value = getattr(Assumptions(), spec.key, Decimal(0))  # those by criticality are percent
        assert isinstance(value, int) == spec.whole, spec.key
        assert spec.least <= spec.default <= spec.most, spec.key


def test_settings_of_the_company_replace_defaults() -> None:
    found = assumptions_of(settings(price_increase_percent="3.5", clear_backlog_years="5"))
    assert (found.price_increase_percent, found.clear_backlog_years) == (Decimal("3.5"), 5)
    high = assumptions_of(settings(waiting_percent_high="20")).waiting_percent
    assert (high[Criticality.HIGH], high[Criticality.LOW]) == (20, 4)


@pytest.mark.parametrize("value", ["", "viel", "NaN", "-1", "10000000000", "Infinity"])
def test_a_senseless_setting_is_passed_over(value: str) -> None:
    for spec in ASSUMPTIONS:
        assert assumptions_of(settings(**{spec.key: value})) == Assumptions()
