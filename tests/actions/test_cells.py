"""Cells say values the German way, and understand what people type."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from virtualcio.actions import cells
from virtualcio.actions.tables import table
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Application,
    Asset,
    AssetApplication,
    Contract,
    Person,
    Site,
)
from virtualcio.model.duties import Applies
from virtualcio.model.inventory import AssetCategory, RemedyKind
from virtualcio.texts import speaking

ASSETS = table("assets")
CONTRACTS = table("contracts")


def test_values_are_shown_as_people_write_them(make_company: MakeCompany) -> None:
    site = Site(name="Halle 3")
    asset = Asset(
        name="NAS", cost=Decimal("1234.56"), purchase_date=date(2026, 3, 7), site_id=site.id,
        category=AssetCategory.NAS, quantity=1200,
    )  # fmt: skip
    company = make_company(site, asset)

    def text(key: str) -> str:
        return cells.text_of(company, ASSETS.column(key), asset)

    assert text("cost") == "1.234,56\u00a0€"
    assert text("purchase_date") == "07.03.2026"
    assert text("site") == "Halle 3"
    assert text("category") == "NAS (Netzwerkspeicher)"
    assert text("quantity") == "1.200"
    assert text("support_end") == ""
    with speaking("en"):
        assert text("cost") == "€1,234.56"
        assert text("purchase_date") == "7 Mar 2026"


def test_an_editor_starts_with_the_bare_amount_and_all_linked_names(make_company: MakeCompany) -> None:
    asset = Asset(name="Server", cost=Decimal("11240"))
    applications = [Application(name=name) for name in ("ERP", "CAD", "Lohn", "Mail", "Archiv")]
    links = [AssetApplication(asset_id=asset.id, application_id=one.id) for one in applications]
    company = make_company(asset, *applications, *links)
    column = ASSETS.column("applications")
    assert cells.edit_text(company, ASSETS.column("cost"), asset) == "11.240,00"
    assert cells.text_of(company, column, asset) == "Archiv, CAD, ERP und 2 weitere"
    assert cells.edit_text(company, column, asset) == "Archiv; CAD; ERP; Lohn; Mail"
    assert set(cells.parse(company, column, cells.edit_text(company, column, asset))) == {
        one.id for one in applications
    }


@pytest.mark.parametrize(
    ("key", "typed", "value"),
    [
        ("cost", "1.234,56 €", Decimal("1234.56")),
        ("cost", "1,234.56", Decimal("1234.56")),
        ("cost", "", None),
        ("cost", "—", None),
        ("purchase_date", "07.03.2026", date(2026, 3, 7)),
        ("purchase_date", "2026-03-07", date(2026, 3, 7)),
        ("quantity", "14", 14),
        ("category", "Notebook", AssetCategory.NOTEBOOK),
        ("category", "wlan-zugangspunkt", AssetCategory.ACCESS_POINT),
        ("category", "Firew", AssetCategory.FIREWALL),
        ("remedy", "replace", RemedyKind.REPLACE),
        ("remedy", "Ersetzen", RemedyKind.REPLACE),
        ("name", "  ERP-Server \n HV01 ", "ERP-Server HV01"),
    ],
)
def test_typed_text_is_understood(make_company: MakeCompany, key: str, typed: str, value: object) -> None:
    assert cells.parse(make_company(), ASSETS.column(key), typed) == value


def test_an_amount_that_reads_two_ways_says_so(make_company: MakeCompany) -> None:
    understood = cells.understand(make_company(), ASSETS.column("cost"), "1,234")
    assert understood.ambiguous
    assert {understood.value, understood.other} == {Decimal("1.234"), Decimal(1234)}


@pytest.mark.parametrize(
    ("key", "typed", "sentence"),
    [
        ("purchase_date", "31.02.2026", "„31.02.2026“: Dieser Monat hat 28 Tage. Prüfen Sie den Tag."),
        ("site", "Mond", ("„Mond“ steht bei „Standort“ noch nicht zur Auswahl. "
                         "Wählen Sie aus der Liste oder legen Sie es dort neu an.")),
        ("remedy", "wegwerfen", ("„wegwerfen“ passt nicht zu „Entschiedene Abhilfe“. "
                                "Möglich sind: Update, Upgrade, Ersetzen, Ausmustern, Akzeptieren.")),
        ("due", "2027", "„Fällig, weil“ wird berechnet und lässt sich nicht eintippen."),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_refused_with_a_sentence(
    make_company: MakeCompany, key: str, typed: str, sentence: str
) -> None:
    with pytest.raises(RefusedValue) as refused:
        cells.parse(make_company(), ASSETS.column(key), typed)
    assert str(refused.value.message) == sentence


def test_a_name_that_exists_twice_is_asked_about(make_company: MakeCompany) -> None:
    company = make_company(Person(name="Müller"), Person(name="müller"), Person(name="Maier"))
    with pytest.raises(RefusedValue, match="gibt es 2-mal"):
        cells.parse(company, ASSETS.column("owner"), "MÜLLER")
    assert cells.parse(company, ASSETS.column("owner"), "maier") is not None


def test_columns_sort_by_value_with_the_missing_last(make_company: MakeCompany) -> None:
    records = [
        Asset(name="PC 10", cost=Decimal(5)),
        Asset(name="PC 2", cost=None),
        Asset(name="Ärzte-PC", cost=Decimal("-1")),
        Asset(name="Beamer", cost=Decimal(100)),
    ]
    company = make_company(*records)

    def order(key: str) -> list[str]:
        return [
            one.name
            for one in sorted(records, key=lambda one: cells.sort_key(company, ASSETS.column(key), one))
        ]

    assert order("name") == ["Ärzte-PC", "Beamer", "PC 2", "PC 10"]
    assert order("cost") == ["Ärzte-PC", "PC 10", "Beamer", "PC 2"]


def test_a_percentage_shows_only_the_places_it_has(make_company: MakeCompany) -> None:
    column = CONTRACTS.column("price_increase_percent")
    for value, text in (
        (Decimal("2.50"), "2,5\u00a0%"),
        (Decimal("3.00"), "3\u00a0%"),
        (Decimal(0), "0\u00a0%"),
    ):
        contract = Contract(name="V", price_increase_percent=value)
        assert cells.text_of(make_company(contract), column, contract) == text


def test_yes_and_no_are_understood_where_a_choice_is_called_so(make_company: MakeCompany) -> None:
    company, applies = make_company(), table("obligations").column("applies")
    assert cells.parse(company, applies, "ja") is Applies.YES
    assert cells.parse(company, applies, "Nein") is Applies.NO
    with pytest.raises(RefusedValue, match="Möglich sind: Trifft zu"):
        cells.parse(company, applies, "vielleicht")
