"""The sample device list: every row of it, as it stands in the file and afterwards in the company."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

import pytest

from tests.actions.import_company import DEVICES, empty_company
from virtualcio.actions.import_table import ImportPlan, ImportResult, propose_import, run_import
from virtualcio.actions.open_company import OpenCompany
from virtualcio.exchange.import_plan import Named, PlanRow, RowRole, RowState, ValueState
from virtualcio.model import Asset, Site, Supplier

# Read off the file by hand: row | name | category | product | pieces | bought | price | site | serial |
# ownership | fields in doubt | fields not understood. Blank: nothing.
EXPECTED = """
 6 | iPhone 12                  | smartphone | iOS 18              | 1 | 2018-01-01 |   649.74 | Zentrale  | 847144854 |          | purchase_date site
 7 | Dell PowerEdge R640        | server     | VMware ESXi 6.7     | 5 | 2022-01-01 | 65528.03 | Zentrale  |           |          | quantity purchase_date site note
 8 | Synology RS1221+           | nas        | DSM 7.2             | 1 | 2025-01-01 |  2142.63 | Zentrale  |           |          | purchase_date | retired_on
 9 | Dell Latitude 5540 (alt)   | notebook   | Windows 11 Pro 24H2 | 5 | 2016-05-19 |  7504.26 | Zentrale  |           |          | name note
10 | iPhone 12                  | smartphone | iOS 18              | 1 | 2013-08-01 |   681.59 | Zentrale  |           |          | quantity purchase_date
11 | Kyocera TASKalfa 2554ci    | printer    |                     | 1 | 2022-01-01 |  3472.74 | Zentrale  |           |          | purchase_date note
13 | Kyocera TASKalfa 2554ci    | printer    |                     | 1 | 2020-09-07 |  3310.40 | Halle 1   | 160261934 |          |
14 | FortiGate 60E (alt)        | firewall   | FortiOS 6.4         | 2 |            |  2667.84 | Halle 1   |           | borrowed | name purchase_date cost ownership supplier
15 | Synology RS1221+ (alt)     | nas        | DSM 7.2             | 2 | 2012-02-01 |  5205.36 | Halle 1   |           |          | name purchase_date
16 | Dell PowerEdge R640 (alt)  | server     | VMware ESXi 6.7     | 1 | 2022-05-21 | 11015.18 | Halle 1   |           | borrowed | name cost site ownership supplier
17 | Synology RS1221+           | nas        | DSM 7.2             | 1 | 2021-07-27 |  1974.03 | Halle 1   |           |          | site
18 | HPE Aruba 2530-48G         | switch     |                     | 1 | 2015-09-21 |          | Halle 1   |           | leased   | purchase_date ownership supplier
19 | APC Smart-UPS 1500         | ups        |                     | 5 |            |  3743.47 | Halle 1   |           |          | purchase_date site
20 | HPE Aruba 2530-48G (alt)   | switch     |                     | 2 | 2014-10-17 |          | Halle 1   |           | leased   | name quantity purchase_date ownership supplier
22 | iPhone 12                  | smartphone | iOS 18              | 5 | 2021-07-01 |          | Halle 2   |           | leased   | purchase_date site ownership supplier
23 | iPhone 12                  | smartphone | iOS 18              | 1 | 2024-09-08 |          | Halle 2   |           | leased   | purchase_date ownership
24 | HP EliteDesk 800 G4        | desktop    | Windows 10 Pro 21H2 | 1 | 2017-02-01 |  1040.27 | Halle 2   | 748521299 |          | purchase_date
25 | HP EliteDesk 800 G4        | desktop    | Windows 10 Pro 21H2 | 2 | 2017-02-20 |  1992.87 | Halle 2   |           |          | quantity
26 | iPhone 12                  | smartphone | iOS 18              | 2 | 2013-01-01 |  1528.11 | Halle 2   |           |          | purchase_date
27 | Dell Latitude 5540         | notebook   | Windows 11 Pro 24H2 | 1 | 2014-04-06 |  1469.49 | Halle 2   |           |          | purchase_date note
30 | Kyocera TASKalfa 2554ci    | printer    |                     | 1 |            |  3191.56 | Lager Süd |           | borrowed | purchase_date cost ownership supplier
31 | Synology RS1221+           | nas        | DSM 7.2             | 1 | 2024-10-25 |  2275.84 | Lager Süd | 682948603 |          |
32 | APC Smart-UPS 1500         | ups        |                     | 1 | 2013-10-21 |   786.15 | Lager Süd |           |          | purchase_date site note
33 | Dell PowerEdge R640 (alt)  | server     | VMware ESXi 6.7     | 1 | 2015-04-01 | 11350.77 | Lager Süd |           |          | name
34 | Dell PowerEdge R640        | server     | VMware ESXi 6.7     | 2 | 2013-09-25 | 27409.19 | Lager Süd |           |          |
35 | HP EliteDesk 800 G4        | desktop    | Windows 10 Pro 21H2 | 1 | 2026-04-05 |  1012.41 | Lager Süd |           |          |
36 | FortiGate 60E (alt)        | firewall   | FortiOS 6.4         | 2 | 2023-04-09 |  3385.76 | Lager Süd | 832373336 |          | name site
37 | HPE Aruba 2530-48G (alt)   | switch     |                     | 2 | 2024-07-19 |          | Lager Süd |           | leased   | name ownership supplier
38 | iPhone 12                  | smartphone | iOS 18              | 1 | 2015-08-01 |   651.58 | Lager Süd | 440635608 |          |
39 | APC Smart-UPS 1500         | ups        |                     | 5 | 2022-04-01 |  3994.72 | Lager Süd |           | borrowed | purchase_date cost site ownership supplier
40 | HP EliteDesk 800 G4 (alt)  | desktop    | Windows 10 Pro 21H2 | 2 | 2021-02-28 |  1707.25 | Lager Süd |           |          | name purchase_date site note
42 | Dell PowerEdge R640 (alt)  | server     | VMware ESXi 6.7     | 1 | 2018-09-01 | 14626.95 | Büro Ulm  |           |          | name quantity purchase_date
43 | Kyocera TASKalfa 2554ci    | printer    |                     | 1 | 2019-04-28 |  3637.85 | Büro Ulm  |           |          | quantity note
44 | HPE Aruba 2530-48G (alt)   | switch     |                     | 1 | 2026-01-01 |   983.28 | Büro Ulm  |           |          | name purchase_date site note
45 | EIZO FlexScan EV2495 (alt) | monitor    |                     | 2 | 2015-03-01 |  1138.49 | Büro Ulm  |           |          | quantity purchase_date retired_on
46 | Dell PowerEdge R640        | server     | VMware ESXi 6.7     | 2 | 2018-02-25 | 28304.84 | Büro Ulm  |           |          | purchase_date note
47 | Dell PowerEdge R640 (alt)  | server     | VMware ESXi 6.7     | 1 | 2013-09-12 | 11052.43 | Büro Ulm  |           |          | name note
"""  # noqa: E501  # a table is read best with its rows in one line each

NOT_TAKEN = {
    1: (RowRole.TITLE, "Steht über der Kopfzeile."),
    2: (RowRole.TITLE, "Steht über der Kopfzeile."),
    4: (RowRole.HEADER, "Ist eine Kopfzeile."),
    5: (RowRole.SECTION, "Ist eine Zwischenüberschrift."),
    12: (RowRole.SECTION, "Ist eine Zwischenüberschrift."),
    21: (RowRole.SECTION, "Ist eine Zwischenüberschrift."),
    29: (RowRole.SECTION, "Ist eine Zwischenüberschrift."),
    41: (RowRole.SECTION, "Ist eine Zwischenüberschrift."),
    49: (RowRole.TOTAL, "Ist eine Summe."),
    51: (RowRole.REMARK, "Ist eine Bemerkung, keine Zeile der Tabelle."),
}
REMARKS = {
    6: "S/N: 847144854", 7: "defekt?", 8: "ausgemustert 2024", 9: "=2+3", 11: "defekt?", 13: "S/N: 160261934",
    14: "geliehen v. Fa. Technik-Partner", 16: "geliehen v. Fa. Technik-Partner",
    18: "geliehen v. Fa. Technik-Partner", 20: "geliehen v. Fa. Technik-Partner",
    22: "geliehen v. Fa. Technik-Partner", 24: "S/N: 748521299", 27: "=2+3",
    30: "geliehen v. Fa. Technik-Partner", 31: "S/N: 682948603", 32: "=2+3", 36: "S/N: 832373336",
    37: "geliehen v. Fa. Technik-Partner", 38: "S/N: 440635608", 39: "geliehen v. Fa. Technik-Partner",
    40: "=2+3", 43: "=2+3", 44: "=2+3", 45: "ausgemustert 2024", 46: "defekt?", 47: "=2+3",
}  # fmt: skip
KEPT_DATES = {
    6: "2018", 7: "2022", 8: "2025", 10: "08/2013", 11: "2022", 14: "unbekannt", 15: "Februar 2012",
    19: "unbekannt", 22: "07/2021", 24: "02/2017", 26: "Januar 2013", 30: "unbekannt", 39: "April 2022",
    42: "09/2018", 44: "2026", 45: "März 2015",
}  # fmt: skip
LEASED = (18, 20, 22, 23, 37)


@dataclass(frozen=True)
class Expected:
    """One line of the table above."""

    row: int
    name: str
    category: str
    product: str
    quantity: int
    purchase_date: date | None
    cost: Decimal | None
    site: str
    serial_number: str
    ownership: str
    doubts: frozenset[str]
    not_understood: frozenset[str]

    @property
    def note(self) -> str:
        lines = [REMARKS.get(self.row, "")]
        if self.row in KEPT_DATES:
            lines.append(f"angeschafft am: {KEPT_DATES[self.row]}")
        if self.row in LEASED:
            lines.append("AK netto: siehe Leasing")
        return "\n".join(line for line in lines if line)


def expected_rows() -> list[Expected]:
    rows = []
    for line in EXPECTED.strip().splitlines():
        cells = [cell.strip() for cell in line.split("|")]
        rows.append(
            Expected(
                int(cells[0]),
                cells[1],
                cells[2],
                cells[3],
                int(cells[4]),
                date.fromisoformat(cells[5]) if cells[5] else None,
                Decimal(cells[6]) if cells[6] else None,
                cells[7],
                cells[8],
                cells[9] or "owned",
                frozenset(cells[10].split()),
                frozenset(cells[11].split()) if len(cells) > 11 else frozenset(),
            )
        )
    return rows


@pytest.fixture(scope="module")
def company() -> OpenCompany:
    return empty_company()


@pytest.fixture(scope="module")
def plan(company: OpenCompany) -> ImportPlan:
    return propose_import(company, DEVICES)


@pytest.fixture(scope="module")
def result(company: OpenCompany, plan: ImportPlan) -> ImportResult:
    return run_import(company, plan)


def state_keys(row: PlanRow, state: ValueState) -> set[str]:
    return {key for key, value in row.values.items() if value.state is state}


def test_target_sheet_header_and_columns_are_proposed(plan: ImportPlan) -> None:
    assert (plan.into, plan.sheet, plan.header_row) == ("assets", "Geräte 2026", 4)
    assert {column.title: column.field for column in plan.columns} == {
        "Lfd. Nr.": None,
        "Bezeichnung / Gerät": "name",
        "Art": "category",
        "Betriebs-system": "product",
        "Anz.": "quantity",
        "Standort": "site",
        "angeschafft am": "purchase_date",
        "AK netto": "cost",
        "Bemerkung": "note",
    }


def test_what_is_left_aside_of_the_file_is_named(plan: ImportPlan) -> None:
    notes = [str(note) for note in plan.notes]

    assert "Das Blatt „Alt (nicht löschen)“ wird nicht übernommen (Zeilen: 2)." in notes
    assert "Die Spalte „Lfd. Nr.“ wird nicht übernommen (Werte: 37)." in notes
    assert any(note.startswith("Die Preise gelten für alle Stücke einer Zeile") for note in notes)


def test_every_row_of_the_file_is_either_taken_or_named_with_its_reason(plan: ImportPlan) -> None:
    taken = {row.number for row in plan.rows if row.taken}
    left_out = {row.number: (row.role, str(row.reason)) for row in plan.rows if row.reason is not None}
    blank = {row.number for row in plan.rows if row.role is RowRole.BLANK}

    assert taken == {one.row for one in expected_rows()}
    assert left_out == NOT_TAKEN
    assert taken | set(left_out) | blank == set(range(1, 52))
    assert (plan.counts[RowState.SKIPPED], len(taken)) == (10, 37)


@pytest.mark.parametrize("expected", expected_rows(), ids=lambda one: f"row {one.row}")
def test_each_row_says_what_is_in_doubt_and_what_was_not_understood(
    plan: ImportPlan, expected: Expected
) -> None:
    row = plan.row(expected.row)

    assert state_keys(row, ValueState.DOUBT) == expected.doubts
    assert state_keys(row, ValueState.NOT_UNDERSTOOD) == expected.not_understood
    assert row.doubts == ()
    for value in row.values.values():
        assert bool(value.sentences) == (value.state is not ValueState.OK)


@pytest.mark.parametrize("expected", expected_rows(), ids=lambda one: f"row {one.row}")
def test_each_row_stands_in_the_company_as_read_off_by_hand(
    company: OpenCompany, plan: ImportPlan, result: ImportResult, expected: Expected
) -> None:
    position = [row.number for row in plan.rows if row.taken].index(expected.row)
    asset = company.data.find(Asset, result.added[position])
    site = company.data.get(Site, asset.site_id)
    supplier = company.data.get(Supplier, asset.supplier_id)

    assert asset.name == expected.name
    assert (asset.category, asset.product) == (expected.category, expected.product)
    assert (asset.quantity, asset.purchase_date, asset.cost) == (
        expected.quantity,
        expected.purchase_date,
        expected.cost,
    )
    assert site is not None and site.name == expected.site
    assert asset.serial_number == expected.serial_number
    assert asset.ownership == expected.ownership
    borrowed = "geliehen" in REMARKS.get(expected.row, "")
    assert (supplier.name if supplier else None) == ("Technik-Partner" if borrowed else None)
    assert asset.retired_on == (date(2024, 12, 31) if expected.row == 45 else None)
    assert asset.note == expected.note


def test_nothing_is_guessed_silently(plan: ImportPlan, result: ImportResult) -> None:
    of_plan = {
        (row.number, key, str(sentence))
        for row in plan.rows
        if row.taken
        for key, value in row.values.items()
        for sentence in value.sentences
    }

    assert {(one.number, one.field, str(one.sentence)) for one in result.doubts} == of_plan
    assert (6, "purchase_date", "„2018“ nennt nur das Jahr: 01.01.2018 ist angenommen.") in of_plan
    assert (6, "site", "Aus der Zwischenüberschrift „ZENTRALE“ darüber.") in of_plan
    assert (7, "quantity", "„5 Stk.“ ist als 5 übernommen.") in of_plan
    assert (8, "retired_on", "„ausgemustert 2024“ liegt vor dem Kauf. Es gilt als in Betrieb.") in of_plan
    assert (9, "note", "Eine Formel ohne Ergebnis: =2+3 bleibt als Text.") in of_plan
    assert (14, "purchase_date", "„unbekannt“ gilt als nicht bekannt.") in of_plan
    assert (18, "ownership", "„siehe Leasing“: als geleast übernommen, ohne Preis.") in of_plan
    assert (18, "ownership", "„geliehen v. Fa. Technik-Partner“ sagt etwas anderes.") in of_plan
    assert (45, "retired_on", "„ausgemustert 2024“: als außer Betrieb seit 31.12.2024 übernommen.") in of_plan


def test_the_result_names_every_row_that_was_not_taken(result: ImportResult) -> None:
    assert {one.number: (one.role, str(one.reason)) for one in result.left_out} == NOT_TAKEN
    assert result.data_left_out == ()


def test_new_sites_and_suppliers_are_announced_and_made_once(
    company: OpenCompany, plan: ImportPlan, result: ImportResult
) -> None:
    sites = ("Zentrale", "Halle 1", "Halle 2", "Lager Süd", "Büro Ulm")

    assert plan.new_records == {"sites": sites, "suppliers": ("Technik-Partner",)}
    assert tuple(site.name for site in company.data.all(Site)) == sites
    assert [supplier.name for supplier in company.data.all(Supplier)] == ["Technik-Partner"]
    assert plan.row(5).label == "ZENTRALE"
    assert plan.row(6).values["site"].value == Named("Zentrale", new=True)
