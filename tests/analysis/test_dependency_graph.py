"""The picture of what hangs on what: layers from contracts to processes, and the lines between them."""

from virtualcio.analysis.inventory.dependency_graph import dependency_graph
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Company,
    Contract,
    ContractAsset,
    Process,
    Site,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality


def metal_works() -> CompanyData:
    """Server → ERP → {Aufträge, Versand}; switch → Versand; a printer alone; a contract for the server."""
    return CompanyData(
        [
            Company(name="Brenner"),
            Site(id="hall", name="Halle"),
            Asset(id="server", name="ERP-Server"),
            Asset(id="switch", name="Switch"),
            Asset(id="printer", name="Drucker"),
            Application(id="erp", name="ERP"),
            Process(id="orders", name="Aufträge", criticality=Criticality.CRITICAL),
            Process(id="shipping", name="Versand", criticality=Criticality.MEDIUM),
            Contract(id="care", name="Serverwartung"),
            AssetApplication(asset_id="server", application_id="erp"),
            ApplicationProcess(application_id="erp", process_id="shipping"),
            ApplicationProcess(application_id="erp", process_id="orders"),
            AssetProcess(asset_id="switch", process_id="shipping"),
            ContractAsset(contract_id="care", asset_id="server"),
        ]
    )


def shown(data: CompanyData, *starts: tuple[type, str], most: int = 7) -> list[list[str]]:
    graph = dependency_graph(data, starts, most)
    return [[node.id for node in layer.nodes] for layer in graph.layers]


def test_a_server_shows_its_application_and_the_processes_most_critical_first() -> None:
    assert shown(metal_works(), (Asset, "server")) == [["server"], ["erp"], ["orders", "shipping"]]


def test_a_process_shows_all_it_stands_on_and_nothing_beside() -> None:
    assert shown(metal_works(), (Process, "orders")) == [["server"], ["erp"], ["orders"]]
    assert shown(metal_works(), (Process, "shipping")) == [
        ["server", "switch"],
        ["erp"],
        ["shipping"],
    ]


def test_a_contract_shows_what_it_covers_and_what_hangs_on_that() -> None:
    under = [["care"], ["server"], ["erp"], ["orders", "shipping"]]
    assert shown(metal_works(), (Contract, "care")) == under


def test_lines_run_only_between_what_is_shown() -> None:
    graph = dependency_graph(metal_works(), [(Process, "shipping")])
    lines = {(start.id, end.id) for start, end in graph.edges}
    assert lines == {("server", "erp"), ("erp", "shipping"), ("switch", "shipping")}


def test_a_thing_without_links_stands_alone_and_a_site_gives_no_picture() -> None:
    assert shown(metal_works(), (Asset, "printer")) == [["printer"]]
    assert shown(metal_works(), (Site, "hall")) == []
    assert shown(metal_works(), (Asset, "gone")) == []


def test_what_the_finding_is_about_comes_first_and_the_rest_is_counted() -> None:
    graph = dependency_graph(metal_works(), [(Asset, "switch"), (Process, "shipping")], most_per_layer=1)
    assets = next(layer for layer in graph.layers if layer.kind is Asset)
    assert [(node.id, node.is_start) for node in assets.nodes] == [("switch", True)]
    assert assets.left_out == 1
