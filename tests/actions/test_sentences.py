"""What things mean for the company, said in German sentences that a managing director understands."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import TODAY, MakeCompany
from virtualcio.actions.cells import value_of
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import TABLES, table, table_of
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Contract,
    ContractAsset,
    Department,
    Interface,
    Person,
    Process,
    Record,
    Site,
    Supplier,
)
from virtualcio.model.contracts import NoticeUnit, PaymentPeriod, RenewalKind
from virtualcio.model.inventory import AssetCategory, Criticality, Hosting, RemedyKind
from virtualcio.texts import speaking


def said(company: OpenCompany, record: Record) -> Sentence:
    sentence = table_of(type(record)).sentence
    assert sentence is not None
    return sentence(company, record)


def test_a_server_without_support_says_what_stops_since_when_and_what_to_do(
    make_company: MakeCompany,
) -> None:
    asset = Asset(
        name="ERP-Server HV01", category=AssetCategory.SERVER, product="Windows Server 2012 R2",
        purchase_date=date(2015, 3, 12), cost=Decimal(11240), remedy_cost=Decimal(18400),
        remedy_cost_on=TODAY,
    )  # fmt: skip
    orders = Process(name="Auftragsabwicklung", criticality=Criticality.CRITICAL, max_outage_hours=8)
    bills, other = Process(name="Rechnungsstellung"), Process(name="Lohn")
    erp = Application(name="ERP")
    company = make_company(
        asset, orders, bills, other, erp,
        AssetApplication(asset_id=asset.id, application_id=erp.id),
        ApplicationProcess(application_id=erp.id, process_id=orders.id),
        AssetProcess(asset_id=asset.id, process_id=bills.id),
    )  # fmt: skip
    sentence = said(company, asset)
    assert sentence.text == (
        "Fällt dieses System aus, stehen Auftragsabwicklung und Rechnungsstellung still. "
        "Das darf höchstens 8 Stunden dauern. "
        "Seit Oktober 2023 liefert der Hersteller keine Sicherheitsupdates mehr. "
        "Die Nutzungsdauer (5 Jahre) ist seit März 2020 vorbei. "
        "Vorschlag: für 18.400\u00a0€ ersetzen. "
        "Warten kostet etwa 4.600\u00a0€ im Jahr (angenommen)."
    )
    assert sentence.tone is Tone.ACT
    assert sentence.why[0].startswith("Windows Server 2012 R2: Sicherheitsupdates bis 10.10.2023 (Quelle: ")
    assert sentence.why[-2] == "Abhilfe: 18.400,00\u00a0€ (Schätzung), ohne Preissteigerung."


def test_growth_and_pieces_are_explained(make_company: MakeCompany) -> None:
    asset = Asset(
        name="Drucker", category=AssetCategory.PRINTER, quantity=3, purchase_date=date(2020, 1, 10),
        service_life_years=5, cost=Decimal(3000),
    )  # fmt: skip
    sentence = said(make_company(asset), asset)
    assert "Die Nutzungsdauer (5 Jahre) ist seit Januar 2025 vorbei." in sentence.text
    # 1.000 € × 1,02^6 = 1.126,162… → 1.126,16 € each
    assert sentence.why[-2:] == (
        (
            "Abhilfe: 3.000,00\u00a0€ (Rechnung) vom 10.01.2020, "
            "6 Jahre lang je 2\u00a0% mehr = 3.378,48\u00a0€."
        ),
        "Das sind 1.126,16\u00a0€ für jedes der 3 Stück.",
    )


@pytest.mark.parametrize(
    ("record", "words", "tone"),
    [
        (Asset(name="X"),
         ("Welcher Prozess dieses System braucht, ist noch nicht erfasst. "
          "Wann es fällig wird, lässt sich nicht sagen: Kaufdatum oder Version fehlt."), Tone.NEUTRAL),
        (Application(name="X"), "Wann sie fällig wird, lässt sich nicht sagen: Produkt und Version fehlen.",
         Tone.NEUTRAL),
        (Application(name="X", hosting=Hosting.CLOUD), "Um Updates kümmert sich der Anbieter.", Tone.GOOD),
        (Application(name="X", approved=False, hosting=Hosting.CLOUD),
         "Sie wird genutzt, ohne dass jemand sie freigegeben hat.", Tone.WATCH),
        (Asset(name="X", retired_on=date(2025, 5, 1)), "Seit 01.05.2025 außer Betrieb; zählt nicht mehr mit.",
         Tone.NEUTRAL),
        (Asset(name="X", support_end=date(2027, 3, 31), remedy=RemedyKind.UPGRADE),
         ("Im März 2027 enden die Sicherheitsupdates des Herstellers. "
          "Entschieden: die neuere Version kaufen; der Preis fehlt noch."), Tone.WATCH),
        (Asset(name="X", support_end=date(2020, 1, 1), extended_support_end=date(2028, 6, 30)),
         "Die gekauften Sicherheitsupdates reichen bis Juni 2028.", Tone.GOOD),
        (Asset(name="X", support_end=date(2020, 1, 1), remedy=RemedyKind.ACCEPT,
               accepted_until=date(2027, 1, 31), accepted_reason="Umzug im Februar."),
         "Bewusst so belassen bis 31.01.2027: Umzug im Februar.", Tone.ACT),
        (Asset(name="X", support_end=date(2020, 1, 1), remedy=RemedyKind.ACCEPT,
               accepted_until=date(2026, 1, 31)),
         "Bis 31.01.2026 war das so akzeptiert; jetzt müssen Sie neu entscheiden.", Tone.ACT),
        (Asset(name="X", product="Gibtsnicht 7"),
         "Bis wann „Gibtsnicht 7“ Sicherheitsupdates erhält, weiß das Programm nicht.", Tone.NEUTRAL),
    ],
)  # fmt: skip
def test_each_state_has_its_words(make_company: MakeCompany, record: Record, words: str, tone: Tone) -> None:
    sentence = said(make_company(record), record)
    assert words in sentence.text
    assert sentence.tone is tone


def test_a_contract_to_decide_says_until_when_and_what_missing_costs(make_company: MakeCompany) -> None:
    printer = Asset(name="Drucker Verwaltung")
    contract = Contract(
        name="Wartung Drucker", start=date(2023, 3, 1), term_months=36, renewal=RenewalKind.MONTHS,
        renewal_months=12, notice_count=3, notice_unit=NoticeUnit.MONTHS, cost=Decimal(640),
        cost_period=PaymentPeriod.MONTH,
    )  # fmt: skip
    company = make_company(printer, contract, ContractAsset(contract_id=contract.id, asset_id=printer.id))
    sentence = said(company, contract)
    assert sentence.text == (
        "Entscheiden Sie bis 23.11.2026. Ohne Kündigung bis 30.11.2026 läuft er bis 29.02.2028 weiter "
        "und kostet noch einmal 7.680\u00a0€. Er gilt für: Drucker Verwaltung."
    )
    assert sentence.tone is Tone.WATCH


@pytest.mark.parametrize(
    ("contract", "words"),
    [
        (Contract(name="V"), "Der Beginn fehlt"),
        (Contract(name="V", start=date(2024, 1, 1), term_months=12, renewal=RenewalKind.MONTHS,
                  renewal_months=12),
         "Die Kündigungsfrist fehlt"),
        (Contract(name="V", start=date(2024, 1, 1), agreed_end=date(2026, 6, 30)),
         "Er ist am 30.06.2026 ausgelaufen."),
        (Contract(name="V", start=date(2024, 1, 1), agreed_end=date(2027, 6, 30)),
         "Er endet am 30.06.2027 von selbst; Sie müssen nicht kündigen."),
        (Contract(name="V", start=date(2024, 1, 1), notice_count=1, cost=Decimal(50),
                  cost_period=PaymentPeriod.MONTH),
         "Jeder weitere Monat kostet 50\u00a0€."),
        (Contract(name="V", start=date(2024, 1, 1), notice_count=1, seats_bought=10, seats_used=7),
         "3 bezahlte Lizenzen werden nicht genutzt."),
    ],
)  # fmt: skip
def test_contracts_say_what_is_missing_or_over(
    make_company: MakeCompany, contract: Contract, words: str
) -> None:
    assert words in said(make_company(contract), contract).text


def test_a_process_names_what_is_overdue_under_it(make_company: MakeCompany) -> None:
    process = Process(name="Aufträge", criticality=Criticality.CRITICAL, max_outage_hours=48)
    asset = Asset(name="Server", support_end=date(2020, 1, 1))
    company = make_company(process, asset, AssetProcess(asset_id=asset.id, process_id=process.id))
    sentence = said(company, process)
    assert sentence.text == (
        "Wichtigkeit: Kritisch. Stillstehen darf er höchstens 2 Tage. "
        "Überfällig ist, was er braucht: Server. "
        "Niemand ist dafür verantwortlich."
    )
    assert sentence.tone is Tone.ACT


def test_people_sites_suppliers_and_interfaces_have_their_sentence(make_company: MakeCompany) -> None:
    person, site, supplier = Person(name="Keller"), Site(name="Werk"), Supplier(name="Haus")
    erp, payroll = Application(name="ERP"), Application(name="Lohn")
    asset = Asset(
        name="Server", site_id=site.id, operator_id=person.id, owner_id=person.id, cost=Decimal(100)
    )
    process = Process(name="Aufträge")
    flow = Interface(name="Buchungen", source_id=erp.id, target_id=payroll.id, manual=True)
    contract = Contract(name="V", supplier_id=supplier.id, start=date(2025, 1, 1), cost=Decimal(500))
    company = make_company(
        person, site, supplier, erp, payroll, asset, process, flow, contract,
        AssetProcess(asset_id=asset.id, process_id=process.id),
    )  # fmt: skip
    assert said(company, person).text == (
        "Verantwortet 1 Eintrag. Ist diese Person nicht da, kann niemand einspringen: Server."
    )
    assert said(company, site).text == (
        "Hier steht 1 System. Alles zu erneuern würde 100\u00a0€ kosten. "
        "Bei einem Ausfall betroffen: Aufträge."
    )
    assert said(company, supplier).text == "1 laufender Vertrag, 500\u00a0€ im Jahr."
    assert said(company, flow).text == (
        "Die Daten werden von Hand von „ERP“ nach „Lohn“ gebracht. Das kostet Zeit und bringt Fehler."
    )


def test_a_department_names_only_what_it_has(make_company: MakeCompany) -> None:
    sales, office = Department(name="Vertrieb"), Department(name="Büro")
    company = make_company(
        sales, office, Person(name="Riedel", department_id=sales.id),
        Process(name="Angebote", department_id=sales.id), Process(name="Service", department_id=sales.id),
    )  # fmt: skip
    assert said(company, sales).text == "Zu dieser Abteilung gehören: 1 Person und 2 Prozesse."
    assert said(company, office).text == (
        "Zu dieser Abteilung gehört noch nichts: keine Person, kein Prozess, keine Anwendung."
    )


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_sentence_of_the_example_company_is_whole(demo: OpenCompany, code: str) -> None:
    with speaking(code):
        for shown in TABLES:
            for record in demo.data.all(shown.kind):
                if shown.sentence is None:
                    continue
                sentence = shown.sentence(demo, record)
                lines = () if shown.key == "initiatives" else sentence.why  # points, not sentences
                for text in (sentence.text, *lines):
                    assert text.strip() and text.endswith("."), text
                    assert not {"{", "}"} & set(text) and "None" not in text and "  " not in text, text


def test_waiting_is_priced_only_for_what_is_overdue_and_needed_and_says_what_is_assumed(
    make_company: MakeCompany,
) -> None:
    server, long_ago = AssetCategory.SERVER, date(2015, 3, 12)
    old = Asset(name="Alt", category=server, purchase_date=long_ago, remedy_cost=Decimal(2000))
    young = Asset(name="Neu", category=server, purchase_date=date(2026, 3, 12), cost=Decimal(1000))
    alone = Asset(name="Allein", category=server, purchase_date=long_ago, cost=Decimal(1000))
    pay = Process(name="Lohn", criticality=Criticality.LOW)
    links = [AssetProcess(asset_id=asset.id, process_id=pay.id) for asset in (old, young)]
    company = make_company(old, young, alone, pay, *links)
    column = table("assets").column("waiting")
    shown = [value_of(company, column, record) for record in (old, young, alone)]
    assert shown == [Decimal("80.00"), None, None]  # 4 % of 2,000 €
    assert said(company, old).why[-1] == (
        "Warten: 4\u00a0% von 2.000,00\u00a0€ im Jahr, angenommen für die Wichtigkeit „Niedrig“ dessen, "
        "was daran hängt; siehe Einstellungen."
    )
    assert [cost.per_year for cost in company.results.waiting_costs] == [Decimal("80.00")]
