"""What is said of renewing systems as long as nobody has entered what needs them."""

from datetime import date
from decimal import Decimal

from tests.actions.conftest import MakeCompany
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.ranking_words import verdict
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    Initiative,
    InitiativeAsset,
    Process,
    Record,
)


def _words(company: OpenCompany) -> str:
    [ranked] = company.results.ranking.ranked
    return verdict(company, ranked).text


_RENEWAL: list[Record] = [
    Asset(id="r640", name="PowerEdge", purchase_date=date(2015, 1, 1), service_life_years=5),
    Initiative(id="new", name="Server ersetzen", one_off_cost=Decimal(20000)),
    InitiativeAsset(initiative_id="new", asset_id="r640"),
]


def test_renewing_old_servers_is_not_called_idle_before_a_process_is_named(make_company: MakeCompany) -> None:
    assert "Welcher Prozess die Systeme braucht" in _words(make_company(*_RENEWAL))


def test_once_a_process_is_named_the_rank_is_meant(make_company: MakeCompany) -> None:
    chain: list[Record] = [
        Application(id="erp", name="ERP"),
        AssetApplication(asset_id="r640", application_id="erp"),
        Process(id="sales", name="Verkauf"),
        ApplicationProcess(application_id="erp", process_id="sales"),
    ]
    assert "Welcher Prozess" not in _words(make_company(*_RENEWAL, *chain))
