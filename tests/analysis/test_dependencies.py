"""What stops if something fails, and where only one thing stands."""

from datetime import date

from tests.analysis.small_company import TODAY, Rules, carries, covers, serves
from virtualcio.analysis.inventory.dependencies import (
    applications_on,
    assets_under,
    contracts_of,
    processes_of,
    processes_of_asset,
    what_stops,
)
from virtualcio.analysis.inventory.single_points import single_points_of_failure
from virtualcio.model import Application, Asset, Contract, Interface, Person, Process, Site, Supplier
from virtualcio.model.inventory import AssetCategory, Criticality

CRITICAL, LOW = Criticality.CRITICAL, Criticality.LOW


class Works:
    """A site with a server that carries ERP and time recording, three processes, one old CRM elsewhere."""

    def __init__(self) -> None:
        self.person = Person(name="Zeller")
        self.site = Site(name="Zentrale")
        self.supplier = Supplier(name="Systemhaus")
        self.server = Asset(
            name="HV01", category=AssetCategory.SERVER, site_id=self.site.id, operator_id=self.person.id
        )
        self.switch = Asset(name="SW1", category=AssetCategory.SWITCH, site_id=self.site.id)
        self.erp = Application(name="ERP", operator_id=self.person.id)
        self.time = Application(name="Zeit")
        self.crm = Application(name="CRM")
        self.orders = Process(name="Auftrag", criticality=CRITICAL, max_outage_hours=4)
        self.wages = Process(name="Lohn", criticality=LOW, max_outage_hours=72)
        self.sales = Process(name="Vertrieb", criticality=Criticality.HIGH)
        self.flow = Interface(name="Kunden", source_id=self.crm.id, target_id=self.erp.id, manual=True)
        self.contract = Contract(name="Wartung", supplier_id=self.supplier.id)
        self.rules = Rules(
            self.person, self.site, self.supplier, self.server, self.switch, self.erp, self.time, self.crm,
            self.orders, self.wages, self.sales, self.flow, self.contract,
            carries(self.server, self.erp), carries(self.server, self.time),
            serves(self.erp, self.orders), serves(self.erp, self.wages), serves(self.time, self.wages),
            serves(self.crm, self.sales), serves(self.switch, self.sales), covers(self.contract, self.server),
        )  # fmt: skip
        self.data = self.rules.data


def test_a_server_takes_its_applications_and_their_processes_along() -> None:
    works = Works()
    stops = what_stops(works.data, works.server)
    assert stops.applications == (works.erp, works.time)  # the one of the critical process first
    assert stops.processes == (works.orders, works.wages)  # each once, most critical first
    assert (stops.bearable_hours, stops.criticality) == (4, CRITICAL)
    assert stops.interfaces == (works.flow,)
    assert stops.sites == (works.site,)


def test_a_site_takes_everything_along_that_stands_there() -> None:
    works = Works()
    stops = what_stops(works.data, works.site)
    assert set(stops.assets) == {works.server, works.switch}
    assert stops.processes == (works.orders, works.sales, works.wages)


def test_an_application_stops_its_processes_but_not_its_server() -> None:
    works = Works()
    stops = what_stops(works.data, works.time)
    assert (stops.assets, stops.processes) == ((), (works.wages,))


def test_a_supplier_and_a_contract_reach_what_they_cover() -> None:
    works = Works()
    assert what_stops(works.data, works.contract).processes == (works.orders, works.wages)
    stops = what_stops(works.data, works.supplier)
    assert (stops.assets, stops.contracts) == ((works.server,), (works.contract,))


def test_a_person_reaches_what_they_run() -> None:
    works = Works()
    stops = what_stops(works.data, works.person)
    assert (stops.assets, stops.processes) == ((works.server,), (works.orders, works.wages))


def test_nothing_hangs_on_a_thing_without_links() -> None:
    works = Works()
    assert what_stops(works.data, Asset(name="Ersatz")).nothing


def test_retired_applications_stop_nothing_on_a_day() -> None:
    works = Works()
    works.erp.retired_on = date(2026, 1, 1)
    assert what_stops(works.data, works.server, TODAY).processes == (works.wages,)
    assert what_stops(works.data, works.server).processes == (works.orders, works.wages)


def test_links_are_followed_both_ways() -> None:
    works = Works()
    assert applications_on(works.data, works.server) == [works.erp, works.time]
    assert assets_under(works.data, works.erp) == [works.server]
    assert processes_of(works.data, works.erp) == (works.orders, works.wages)
    assert processes_of_asset(works.data, works.switch) == (works.sales,)
    assert contracts_of(works.data, works.server) == [works.contract]
    assert contracts_of(works.data, works.erp) == []


def single_points(*extra: Asset, works: Works) -> list[str]:
    data = Rules(
        works.erp, works.orders, works.server, *extra, serves(works.erp, works.orders),
        carries(works.server, works.erp), *(carries(asset, works.erp) for asset in extra),
    ).data  # fmt: skip
    return [point.asset.name for point in single_points_of_failure(data, TODAY)]


def test_the_only_server_under_a_critical_process_is_a_single_point() -> None:
    assert single_points(works=Works()) == ["HV01"]


def test_a_second_server_can_carry_on() -> None:
    assert single_points(Asset(name="HV02", category=AssetCategory.SERVER), works=Works()) == []


def test_a_storage_beside_the_server_is_needed_as_well() -> None:
    found = single_points(Asset(name="SAN", category=AssetCategory.STORAGE), works=Works())
    assert found == ["HV01", "SAN"]


def test_a_retired_second_server_does_not_help() -> None:
    gone = Asset(name="HV02", category=AssetCategory.SERVER, retired_on=TODAY)
    assert single_points(gone, works=Works()) == ["HV01"]


def test_two_pieces_are_no_single_point() -> None:
    works = Works()
    works.server.quantity = 2
    assert single_points(works=works) == []


def test_a_direct_single_point_is_found_with_its_process() -> None:
    works = Works()
    works.sales.criticality = CRITICAL
    points = single_points_of_failure(works.data, TODAY)
    assert {point.asset: point.processes for point in points}[works.switch] == (works.sales,)
