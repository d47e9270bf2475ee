"""Figures are kept until what they follow from changes, and are right again right after."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions import edit
from virtualcio.actions.tables import table
from virtualcio.analysis.inventory.due_dates import DueState
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    Contract,
    Process,
    ProductSupport,
    ServiceLife,
    Setting,
    Site,
)
from virtualcio.model.contracts import RenewalKind
from virtualcio.model.inventory import AssetCategory, RemedyKind
from virtualcio.texts import Message

ASSETS = table("assets")
LABEL = Message("changed")


def old_server(name: str = "Server", cost: int = 1000) -> Asset:
    """Overdue since 2016: nobody uses a server for 16 years."""
    return Asset(
        name=name, category=AssetCategory.SERVER, cost=Decimal(cost), purchase_date=date(2010, 6, 1),
        service_life_years=6, remedy_cost=Decimal(cost), remedy_cost_on=TODAY,
    )  # fmt: skip


def test_an_edit_reaches_the_backlog_and_undo_takes_it_back(make_company: MakeCompany) -> None:
    asset = old_server()
    company = make_company(asset, old_server("Zweiter", 500))
    assert company.results.backlog.total == Decimal(1500)
    edit.set_value(company, ASSETS, ASSETS.column("remedy_cost"), asset, Decimal(4000))
    assert company.results.backlog.total == Decimal(4500)
    company.workspace.undo()
    assert company.results.backlog.total == Decimal(1500)
    company.workspace.redo()
    assert company.results.backlog.total == Decimal(4500)


def test_a_deleted_thing_leaves_the_backlog_and_undo_brings_it_back(make_company: MakeCompany) -> None:
    asset = old_server()
    company = make_company(asset, old_server("Zweiter", 500))
    assert company.results.backlog.total == Decimal(1500)
    edit.delete_records(company, [asset])
    assert company.results.backlog.total == Decimal(500)
    company.workspace.undo()
    assert company.results.backlog.total == Decimal(1500)
    edit.set_value(
        company, ASSETS, ASSETS.column("remedy_cost"), company.data.find(Asset, asset.id), Decimal(1)
    )
    assert company.results.backlog.total == Decimal(501)


def test_a_refused_change_leaves_the_figures_as_they_were(make_company: MakeCompany) -> None:
    asset = old_server()
    company = make_company(asset)
    assert company.results.backlog.total == Decimal(1000)

    def break_off() -> None:
        with company.workspace.change(LABEL):
            asset.remedy_cost = Decimal(9)
            raise RuntimeError("broken off")

    with pytest.raises(RuntimeError, match="broken off"):
        break_off()
    assert company.results.backlog.total == Decimal(1000)


def test_one_edited_asset_is_computed_anew_and_nothing_else(make_company: MakeCompany) -> None:
    assets = [old_server(f"Server {number}") for number in range(20)]
    company = make_company(*assets, Application(name="ERP"), Contract(name="Wartung", start=date(2025, 1, 1)))
    results = company.results
    figures = ("dues", "due_states", "remedies", "values", "contract_dates", "tables", "assumptions", "wave")
    results.wave, results.all_contract_dates, results.due_states
    before = dict(results.kept.made)
    assert before["dues"] == before["values"] == 21
    edit.set_value(company, ASSETS, ASSETS.column("remedy_cost"), assets[3], Decimal(2))
    results.wave, results.all_contract_dates, results.due_states
    again = {name: results.kept.made[name] - before[name] for name in figures}
    assert again == {
        "dues": 1, "due_states": 1, "remedies": 1, "values": 1, "wave": 1,
        "contract_dates": 0, "tables": 0, "assumptions": 0,
    }  # fmt: skip


def test_a_kind_that_is_not_read_costs_nothing(make_company: MakeCompany) -> None:
    site = Site(name="Werk")
    company = make_company(old_server(), site)
    results = company.results
    results.backlog, results.wave, results.curves, results.step_state("inventory")
    before = dict(results.kept.made)
    edit.set_value(company, table("sites"), table("sites").column("name"), site, "Werk 2")
    results.backlog, results.wave, results.curves, results.step_state("inventory")
    assert dict(results.kept.made) == before


def test_the_companys_own_tables_and_assumptions_count_at_once(make_company: MakeCompany) -> None:
    asset = Asset(
        name="S",
        category=AssetCategory.SERVER,
        product="Eigenbau 1",
        cost=Decimal(1000),
        purchase_date=date(2024, 11, 22),
    )
    company = make_company(asset)
    results = company.results
    assert results.due_state(asset) is DueState.LATER
    assert results.remedy_value(asset).amount == Decimal("1040.40")
    edit.add_record(company, table("service_life"), {"category": AssetCategory.SERVER, "years": 2})
    assert results.due_state(asset) is DueState.OVERDUE
    company.workspace.undo()
    edit.add_record(
        company, table("product_support"),
        {"product": "Eigenbau", "product_version": "1", "security_end": date(2025, 1, 1)},
    )  # fmt: skip
    assert results.due(asset).due == date(2025, 1, 1)
    with company.workspace.change(LABEL) as change:
        change.add(Setting(key="price_increase_percent", value="10"))
    assert results.remedy_value(asset).amount == Decimal("1210.00")
    assert company.data.count(ServiceLife) == 0 and company.data.count(ProductSupport) == 1


def test_new_links_show_in_the_processes_of_an_asset(make_company: MakeCompany) -> None:
    asset, erp, process = Asset(name="S"), Application(name="ERP"), Process(name="Aufträge")
    company = make_company(
        asset, erp, process, ApplicationProcess(application_id=erp.id, process_id=process.id)
    )
    assert company.results.processes(asset) == ()
    edit.set_links(company, ASSETS, ASSETS.column("applications"), asset, [erp.id])
    assert list(company.results.processes(asset)) == [process]
    assert list(company.results.assets_of_process(process)) == [asset]
    edit.delete_records(company, [erp])
    assert not company.results.processes(asset)
    assert company.data.count(AssetApplication) == 0


def test_the_backlog_of_another_day_needs_no_other_company(make_company: MakeCompany) -> None:
    asset = Asset(
        name="S",
        purchase_date=date(2024, 1, 15),
        service_life_years=4,
        remedy_cost=Decimal(100),
        remedy_cost_on=TODAY,
    )
    company = make_company(asset)
    assert company.results.backlog.total == 0
    assert company.results.backlog_on(date(2028, 1, 14)).total == 0
    assert company.results.backlog_on(date(2028, 1, 15)).total == Decimal("102.00")  # one whole year of 2 %


def test_what_falls_due_soon_is_listed_by_its_day(make_company: MakeCompany) -> None:
    def asset(name: str, days: int, cost: int | None) -> Asset:
        return Asset(
            name=name, support_end=TODAY + timedelta(days=days), remedy=RemedyKind.REPLACE,
            remedy_cost=None if cost is None else Decimal(cost), remedy_cost_on=TODAY,
        )  # fmt: skip

    company = make_company(
        asset("später", 300, 7), asset("heute", 0, 5), asset("bald", 20, 3), asset("preislos", 10, None)
    )
    total, things, without = company.results.due_soon
    assert [thing.name for thing in things] == ["preislos", "bald", "später"]
    assert (total, without) == (Decimal(10), 1)


def test_only_running_contracts_cost_money(make_company: MakeCompany) -> None:
    company = make_company(
        Contract(name="läuft", start=date(2025, 1, 1), cost=Decimal(100)),
        Contract(
            name="aus", start=date(2020, 1, 1), term_months=12, renewal=RenewalKind.NONE, cost=Decimal(900)
        ),
        Contract(name="ohne Betrag", start=date(2025, 1, 1)),
    )
    assert company.results.yearly_contract_cost == (Decimal(100), 1)
