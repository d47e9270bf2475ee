"""The sample contract list (Windows-1252, semicolons): every row of it."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.import_company import CONTRACTS, empty_company
from virtualcio.actions.import_table import ImportPlan, ImportResult, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.import_plan import RowRole, ValueState
from virtualcio.model import Contract, Supplier
from virtualcio.model.contracts import Anchor, ContractKind, NoticeUnit, PaymentPeriod, RenewalKind

# Read off the file by hand: row | name | supplier | start | term | renewal | by | notice | unit | end at |
# cost | paid | number | kind | seats | fields in doubt. Blank: none.
EXPECTED = """
 2 | Internet Zentrale 250/100                | Telekom Deutschland      | 2021-01-01 | 12 | months     | 12 | 30 | days   | month   |    89.13 | quarter | V-45481 | telecom     |    |
 3 | Wartung & Support Server                 | Müller IT-Service GmbH   | 2023-02-15 | 12 | months     | 12 |  1 | months | term    |   702.91 | quarter | V-84300 | maintenance |    |
 4 | Rechnungswesen                           | DATEV eG                 | 2024-04-15 | 60 | none       |    |  3 | months | term    |   253.38 | quarter | #41021  | other       |    | term_months renewal kind
 5 | Microsoft 365 Business Premium, 48 Nutzer | Microsoft (über Händler) | 2023-10-28 | 36 | indefinite |    |  1 | months | term    |   891.83 | month   | V-76936 | cloud       | 48 | seats_bought
 6 | Mobilfunk Rahmenvertrag                  | Vodafone                 | 2022-06-28 | 60 | months     | 12 |  3 | months | term    |   732.13 | year    | 84932   | telecom     |    | term_months
 7 | Wartung CAD 6 Plätze                     | CADsoft                  | 2016-07-01 |    | months     | 12 | 30 | days   | month   |  4984.76 | year    | 80359   | maintenance |  6 | seats_bought
 8 | Multifunktionsgeräte                     | Grenke Leasing           | 2021-05-15 |    | none       |    | 30 | days   | month   |   367.85 | month   | V-64510 | leasing     |    | renewal
 9 | SAP Business One Wartung                 | SAP-Partner Süd          | 2023-09-01 | 12 | none       |    |  3 | months | term    | 11054.50 | year    | V-10142 | maintenance |    | renewal
10 | Endpoint Protection 60 Geräte            | Sophos                   | 2017-11-15 | 24 | months     | 12 |  1 | months | term    |  2537.81 | year    | 91498   | licence     | 60 | kind seats_bought
11 | Website-Hosting                          | 1&1                      | 2022-11-01 | 60 | indefinite |    |  6 | weeks  | quarter |    21.16 | month   | 44770   | cloud       |    | term_months
12 | Cloud-Zeiterfassung                      | Zeiterfassung24          | 2017-02-28 |    | indefinite |    |  3 | months | term    |   155.91 | month   | #7519   | cloud       |    |
13 | Klickpreis-Vertrag Drucker               | Druckerwerk              | 2020-11-28 | 12 | indefinite |    |  1 | months | term    |   261.86 | month   | V-74537 | maintenance |    | kind
"""  # noqa: E501  # a table is read best with its rows in one line each

ROWS = [[cell.strip() for cell in line.split("|")] for line in EXPECTED.strip().splitlines()]


def whole(text: str) -> int | None:
    return int(text) if text else None


@pytest.fixture(scope="module")
def company() -> OpenCompany:
    return empty_company()


@pytest.fixture(scope="module")
def plan(company: OpenCompany) -> ImportPlan:
    return propose_import(company, CONTRACTS)


@pytest.fixture(scope="module")
def result(company: OpenCompany, plan: ImportPlan) -> ImportResult:
    return run_import(company, plan)


def test_target_and_columns_are_proposed(plan: ImportPlan) -> None:
    assert (plan.into, plan.header_row) == ("contracts", 1)
    assert {column.title: column.field for column in plan.columns} == {
        "Vertragspartner": "supplier",
        "Gegenstand": "name",
        "Vertragsbeginn": "start",
        "Mindestlaufzeit": "term_months",
        "Verlängerung": "renewal",
        "Kündigungsfrist": "notice_count",
        "Kosten": "cost",
        "Turnus": "cost_period",
        "Vertragsnr.": "number",
    }
    assert [str(note) for note in plan.notes] == ["Gelesen als Windows-1252. Prüfen Sie die Umlaute."]


def test_all_rows_but_the_header_are_taken(plan: ImportPlan, result: ImportResult) -> None:
    assert [row.number for row in plan.rows if row.taken] == [int(cells[0]) for cells in ROWS]
    assert [(one.number, one.role) for one in result.left_out] == [(1, RowRole.HEADER)]


@pytest.mark.parametrize("cells", ROWS, ids=lambda cells: f"row {cells[0]}")
def test_each_row_stands_in_the_company_as_read_off_by_hand(
    company: OpenCompany, plan: ImportPlan, result: ImportResult, cells: list[str]
) -> None:
    contract = company.data.find(Contract, result.added[int(cells[0]) - 2])
    supplier = company.data.get(Supplier, contract.supplier_id)

    assert contract.name == cells[1]
    assert supplier is not None and supplier.name == cells[2]
    assert contract.start == date.fromisoformat(cells[3])
    assert contract.term_months == whole(cells[4])
    assert contract.renewal is RenewalKind(cells[5])
    assert contract.renewal_months == whole(cells[6])
    assert contract.notice_count == int(cells[7])
    assert contract.notice_unit is NoticeUnit(cells[8])
    assert contract.anchor is Anchor(cells[9])
    assert contract.cost == Decimal(cells[10])
    assert contract.cost_period is PaymentPeriod(cells[11])
    assert contract.number == cells[12]
    assert contract.kind is ContractKind(cells[13])
    assert contract.seats_bought == whole(cells[14])
    assert contract.note == ""


@pytest.mark.parametrize("cells", ROWS, ids=lambda cells: f"row {cells[0]}")
def test_each_row_says_what_is_in_doubt(plan: ImportPlan, cells: list[str]) -> None:
    row = plan.row(int(cells[0]))

    assert {key for key, value in row.values.items() if value.sentences} == set(cells[15].split())
    assert all(value.state is not ValueState.NOT_UNDERSTOOD for value in row.values.values())


def test_doubts_are_said_in_words(result: ImportResult) -> None:
    said = {(one.number, one.field, str(one.sentence)) for one in result.doubts}

    assert (4, "term_months", "„60“ hat keine Einheit: als Monate übernommen.") in said
    assert (4, "renewal", "„-“ ist so übernommen: Der Vertrag endet von selbst.") in said
    assert (5, "seats_bought", "„48 Nutzer“ ist als Zahl der gekauften Lizenzen übernommen.") in said
    assert (8, "renewal", "Weder Laufzeit noch Verlängerung: Der Vertrag gilt als unbefristet.") in said
    assert (13, "kind", "Die Art ist aus „Klick“ geschlossen.") in said
    assert len(said) == 13
