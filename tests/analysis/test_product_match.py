"""Products as people type them, against the program's own tables."""

from datetime import date

import pytest

from virtualcio.analysis.inventory.lifecycle import MatchKind, match_product, with_company_rows
from virtualcio.exchange.facts_tables import program_tables
from virtualcio.model import Company, ProductSupport, ServiceLife
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory

TABLES = program_tables()


@pytest.mark.parametrize(
    ("text", "product", "version", "end"),
    [
        ("Windows 11 Pro 24H2", "Windows", "11 24H2 Home/Pro", "2026-10-13"),
        ("Windows 11 Enterprise, Version 24H2", "Windows", "11 24H2 Enterprise/Education", "2027-10-12"),
        ("Windows 11 Enterprise LTSC 2024", "Windows", "11 24H2 Enterprise LTSC", "2029-10-09"),
        ("Windows 10 Pro 21H2", "Windows", "10 21H2 Home/Pro", "2023-06-13"),
        ("Windows 10 Enterprise LTSC 2019", "Windows", "10 1809 Enterprise LTSC", "2029-01-09"),
        ("Windows Server 2012 R2 Standard", "Windows Server", "2012 R2", "2023-10-10"),
        ("windows server 2012", "Windows Server", "2012", "2023-10-10"),
        ("FortiOS 6.4.12", "FortiOS", "6.4", "2024-09-30"),
        ("VMware ESXi 6.7 U3", "VMware ESXi", "6.7", "2022-10-15"),
        ("ESXi v7", "VMware ESXi", "7.0", "2025-10-02"),
        ("Synology DSM 6.2.4-25556", "Synology DSM", "6.2", "2024-10-01"),
        ("SQL Server 2016 SP3", "Microsoft SQL Server", "2016 SP3", "2026-07-14"),
        ("Exchange Server 2019 CU14", "Microsoft Exchange Server", "2019", "2025-10-14"),
        ("Microsoft Office Professional Plus 2019", "Microsoft Office", "2019", "2025-10-14"),
        ("Veeam Backup & Replication 12.1", "Veeam Backup & Replication", "12", "2027-02-01"),
        ("SLES 15 SP4", "SUSE Linux Enterprise Server", "15.4", "2023-12-31"),
        ("macOS Ventura", "macOS", "13", "2025-09-15"),
        ("SAP ERP 6.0 EHP 7", "SAP ERP 6.0 (ECC)", "EHP 6-8", "2027-12-31"),
        ("Surface Pro 7+", "Microsoft Surface", "Pro 7+", "2027-01-15"),
        ("Surface Pro 7", "Microsoft Surface", "Pro 7", "2025-10-30"),
        ("Surface Laptop Go 3", "Microsoft Surface", "Laptop Go 3", "2029-10-03"),
    ],
)  # fmt: skip
def test_a_clear_text_names_its_version(text: str, product: str, version: str, end: str) -> None:
    match = match_product(text, TABLES)
    assert match.how is MatchKind.EXACT and match.version is not None
    assert (match.version.product, match.version.version) == (product, version)
    assert match.version.security_end == date.fromisoformat(end)


@pytest.mark.parametrize("text", ["DSM 7.2", "iOS 18", "iOS 18.1.1", "iPhone 12", "SAP Business One 10.0"])
def test_a_known_version_without_announced_end_is_known(text: str) -> None:
    match = match_product(text, TABLES)
    assert match.how is MatchKind.EXACT and match.version is not None
    assert match.version.security_end is None


@pytest.mark.parametrize(
    ("text", "version"),
    [
        ("Windows 11 24H2", "11 24H2 Home/Pro"),  # Enterprise would be a year later
        ("Windows 10 Pro 64-Bit", "10 22H2"),
        ("Windows 7 Professional", "7 SP1"),
        ("SQL Server 2016", "2016 SP3"),
        ("SAP ERP 6.0", "EHP 0-5"),
    ],
)
def test_an_open_detail_takes_the_earlier_end_and_says_so(text: str, version: str) -> None:
    match = match_product(text, TABLES)
    assert match.how is MatchKind.EDITION_ASSUMED and match.version is not None
    assert match.version.version == version


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("FortiOS 7", {"7.0", "7.2", "7.4", "7.6"}),
        ("vSphere 6", {"6.5", "6.7"}),
        ("SQL Server 2016 SP2", {"2016 SP3"}),
        ("Exchange 2016 auf Windows Server 2012 R2", {"2016", "2012 R2"}),
        ("Windows Server 2016/2019", {"2016", "2019"}),
    ],
)
def test_what_may_mean_several_versions_gives_candidates_and_none_is_taken(
    text: str, candidates: set[str]
) -> None:
    match = match_product(text, TABLES)
    assert (match.how, match.version) == (MatchKind.AMBIGUOUS, None)
    assert {one.version for one in match.candidates} == candidates


def test_windows_11_without_release_has_no_date() -> None:
    assert match_product("Windows 11 Pro", TABLES).how is MatchKind.AMBIGUOUS


@pytest.mark.parametrize(
    "text",
    ["", "   ", "Windows XP", "Cisco IOS 15.2", "Microsoft 365 Business Premium", "Exchange Online",
     "Sophos XGS 87", "Samsung Galaxy Tab A8", "Eigenbau", "Netzwerkdrucker 8", "🙂",
     "Windows 10 Pro 21H3 ltsc"],
)  # fmt: skip
def test_what_the_tables_do_not_know_stays_unknown(text: str) -> None:
    match = match_product(text, TABLES)
    assert match.version is None and match.how in (MatchKind.UNKNOWN, MatchKind.AMBIGUOUS)
    if text.strip() and "ltsc" not in text:
        assert match.how is MatchKind.UNKNOWN


def with_rows(*rows: ProductSupport | ServiceLife) -> CompanyData:
    return CompanyData([Company(name="X"), *rows])


def test_a_row_of_the_company_overrides_the_program() -> None:
    own = ProductSupport(
        product="Synology DSM", product_version="7.2", security_end=date(2027, 6, 30), source="Händler"
    )
    match = match_product("DSM 7.2", with_company_rows(TABLES, with_rows(own)))
    assert match.version is not None and match.version.own
    assert (match.version.security_end, match.version.source) == (date(2027, 6, 30), "Händler")


def test_a_row_of_the_company_adds_a_product() -> None:
    own = ProductSupport(product="ProfiCAD", product_version="2023", security_end=date(2026, 3, 31))
    tables = with_company_rows(TABLES, with_rows(own))
    match = match_product("ProfiCAD 2023.2 Einzelplatz", tables)
    assert match.how is MatchKind.EXACT and match.version is not None
    assert match.version.security_end == date(2026, 3, 31)
    assert match_product("ProfiCAD 2021", tables).version is None


def test_a_product_of_the_company_may_have_no_version() -> None:
    own = ProductSupport(product="Stechuhr Classic", security_end=date(2025, 1, 1))
    match = match_product("Stechuhr Classic", with_company_rows(TABLES, with_rows(own)))
    assert match.version is not None and match.version.security_end == date(2025, 1, 1)


def test_a_new_version_of_a_known_product_is_found_by_all_its_names() -> None:
    own = ProductSupport(product="ESXi", product_version="9.5", security_end=date(2030, 1, 1))
    match = match_product("VMware vSphere 9.5", with_company_rows(TABLES, with_rows(own)))
    assert match.version is not None and match.version.security_end == date(2030, 1, 1)


def test_a_service_life_of_the_company_replaces_the_programs() -> None:
    own = ServiceLife(category=AssetCategory.SERVER, years=7)
    assert with_company_rows(TABLES, with_rows(own)).service_life[AssetCategory.SERVER].years == 7
    assert TABLES.service_life[AssetCategory.SERVER].years == 5


def test_without_own_rows_the_tables_stay_the_same_object() -> None:
    assert with_company_rows(TABLES, with_rows()) is TABLES
