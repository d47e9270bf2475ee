"""What an application costs in five fiscal years: what is its own, and its share of what is for several."""

from datetime import date
from decimal import Decimal

from tests.analysis.budget_records import contract, euros, results, typed
from virtualcio.analysis.budget.application_cost import CostPart
from virtualcio.model import (
    Application,
    Asset,
    AssetApplication,
    ContractApplication,
    ContractAsset,
    Initiative,
    InitiativeApplication,
)
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.inventory import AssetCategory, RemedyKind

D = Decimal


def test_lines_contracts_initiatives_and_carriers_add_up_and_each_is_counted_once() -> None:
    erp, dms = Application(name="ERP"), Application(name="DMS")
    server = Asset(
        name="Server", category=AssetCategory.SERVER, purchase_date=date(2022, 3, 1), cost=D(5000),
        remedy=RemedyKind.REPLACE, remedy_cost=D("9000.01"), remedy_cost_on=date(2027, 3, 1),
    )  # fmt: skip
    care = contract("Wartung", "100", date(2025, 1, 1))  # 1,200 a year
    move = Initiative(name="Umzug", start=date(2027, 1, 1), months=2, one_off_cost=D(3000))
    own = typed("Schulung", "600", date(2026, 3, 1), period=PaymentPeriod.ONCE, application_id=erp.id)
    of = results(
        erp, dms, server, care, move, own,
        AssetApplication(asset_id=server.id, application_id=erp.id),
        AssetApplication(asset_id=server.id, application_id=dms.id),
        ContractApplication(contract_id=care.id, application_id=erp.id),
        InitiativeApplication(initiative_id=move.id, application_id=erp.id),
        InitiativeApplication(initiative_id=move.id, application_id=dms.id),
    )  # fmt: skip
    of_erp, of_dms = of.application_costs[erp.id], of.application_costs[dms.id]

    # 2026: 600 and 1,200; 2027: 1,200, half of 3,000, half of 9,000.01
    assert of_erp.years == (2026, 2027, 2028, 2029, 2030)
    assert of_erp.amounts[0] == D("1800.00") and of_erp.amounts[2:] == euros(*["1200.00"] * 3)
    assert of_erp.parts[CostPart.OWN] == D("600.00")
    assert of_erp.parts[CostPart.CONTRACT] == D("6000.00")
    assert of_erp.parts[CostPart.INITIATIVE] == of_dms.parts[CostPart.INITIATIVE] == D("1500.00")
    # the odd cent goes to one of them: both halves are the whole
    assert of_erp.parts[CostPart.ASSET] + of_dms.parts[CostPart.ASSET] == D("9000.01")
    assert of_erp.total == sum(of_erp.amounts) == sum(one.amount for one in of_erp.lines)
    assert of_erp.lines[0].name == "Wartung"


def test_a_contract_for_devices_counts_through_what_they_carry() -> None:
    erp = Application(name="ERP")
    carrier, other = Asset(name="S1"), Asset(name="S2")
    care = contract("Leasing", "100", date(2026, 1, 1))
    of = results(
        erp, carrier, other, care,
        AssetApplication(asset_id=carrier.id, application_id=erp.id),
        *(ContractAsset(contract_id=care.id, asset_id=one.id) for one in (carrier, other)),
    )  # fmt: skip

    assert of.application_costs[erp.id].amounts == euros(*["600.00"] * 5)


def test_what_has_no_amount_is_named_and_what_serves_nothing_costs_nothing() -> None:
    erp, lonely = Application(name="ERP"), Application(name="Notiz")
    open_line = typed("Lizenz", None, date(2026, 5, 1), application_id=erp.id)
    of = results(erp, lonely, open_line)

    assert of.application_costs[erp.id].unknown == ("Lizenz",)
    assert of.application_costs[erp.id].total == 0
    assert lonely.id not in of.application_costs
