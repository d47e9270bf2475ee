"""The demo company shows what the program can do, with figures that follow from the rules."""

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from virtualcio.actions.demo import create_demo
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.checks.all_checks import CHECKS, Finding
from virtualcio.exchange.demo_files import demo_records
from virtualcio.model import Application, Asset, Company, Contract, SetAsideFinding
from virtualcio.store.workspace import Workspace

TODAY = date(2026, 11, 22)
OTHER_DAYS = (date(2027, 1, 2), date(2027, 3, 15), date(2027, 10, 1), date(2028, 2, 29))


def seen_on(today: date) -> OpenCompany:
    company, *rest = demo_records(today)
    assert isinstance(company, Company)
    return OpenCompany(Workspace.create(None, company, records=rest), today)


@pytest.fixture(scope="module")
def demo() -> OpenCompany:
    return seen_on(TODAY)


def by_name(company: OpenCompany, kind: type[Asset] | type[Application], name: str) -> Asset | Application:
    return next(record for record in company.data.all(kind) if record.name == name)


def test_the_backlog_is_the_sum_of_what_stands_in_the_tables(demo: OpenCompany) -> None:
    amounts = {item.record.name: item.value.amount for item in demo.results.backlog.items}

    # entered prices, and bought ones grown by 2 % a year: 5.600 × 1,02^6, 3.900 × 1,02^13, 3.200 × 1,02^8,
    # 2.400 : 3 × 1,02^8 × 3 and 2.300 : 4 × 1,02^5 × 4
    assert amounts == {
        "ERP-Server HV01": Decimal("18400.00"),
        "Notebooks Service": Decimal("13400.00"),
        "Website": Decimal("6500.00"),
        "Telefonanlage": Decimal("6400.00"),
        "NAS Konstruktion": Decimal("6306.51"),
        "Steuerrechner Abkantpresse": Decimal("5045.07"),
        "Firewall Zentrale": Decimal("4900.00"),
        "Plotter Konstruktion": Decimal("3749.31"),
        "PCs Lager & Versand": Decimal("2811.99"),
        "Handscanner Lager": Decimal("2539.40"),
        "Office 2021": None,
        "PCs Verwaltung": None,
    }
    assert demo.results.backlog.total == Decimal("70052.28")


def test_the_erp_server_is_overdue_since_its_support_ended(demo: OpenCompany) -> None:
    due = demo.results.due(by_name(demo, Asset, "ERP-Server HV01"))

    assert due.due == date(2023, 10, 10)
    assert due.reason == "support"


def test_a_contract_can_be_left_for_eight_more_days(demo: OpenCompany) -> None:
    contract = next(one for one in demo.data.all(Contract) if one.name == "Wartung und Toner Drucker")
    dates = demo.results.contract_dates(contract)

    assert dates.last_day_of_notice == TODAY + timedelta(days=8)
    assert dates.price_of_missing == Decimal("7680.00")


def test_every_check_is_shown_and_the_open_findings_are_not_too_many(demo: OpenCompany) -> None:
    assert {finding.check_id for finding in demo.results.all_findings} == {check.id for check in CHECKS}
    found = Counter(finding.check_id for finding in demo.results.findings)

    assert found.total() == 35
    assert {check_id for check_id, count in found.items() if count > 1} == {
        "contract_decide",
        "contract_ends_before_use",
        "kpi_behind",
        "obligation_without_evidence",
        "risk_above_bearable",
    }


def test_what_was_set_aside_on_purpose_is_set_aside(demo: OpenCompany) -> None:
    aside = Counter(finding.check_id for finding in demo.results.all_findings if not finding.open)

    assert aside == Counter(row.check_id for row in demo.data.all(SetAsideFinding))
    assert aside.total() == 46


def by_check(company: OpenCompany, check_id: str) -> Finding:
    return next(one for one in company.results.all_findings if one.check_id == check_id)


def test_the_move_to_the_cloud_ends_what_the_erp_server_lacks(demo: OpenCompany) -> None:
    unsupported = by_check(demo, "unsupported_under_critical")

    # it begins two months from now, on 01.01.2027, and takes seven months
    assert unsupported.params["planned_until"] == date(2027, 7, 31)
    overdue = by_check(demo, "overdue_without_plan")
    assert [demo.data.find(Asset, key).name for _kind, key in overdue.objects] == ["PCs Lager & Versand"]


def test_the_figures_of_the_findings_follow_from_the_tables(demo: OpenCompany) -> None:
    # effort of the website: 18.500 €, its 18 days are nobody's
    assert by_check(demo, "initiative_without_purpose").money == Decimal("18500.00")
    # 2 × 5 points are left of the blackmail, 9 are bearable
    risk = by_check(demo, "risk_above_bearable")
    assert (risk.params["before"], risk.params["after"], risk.money) == (15, 10, Decimal("12000.00"))
    # asked on the 8th of September
    assert by_check(demo, "demand_unanswered").params["oldest"] == date(2026, 9, 8)
    # phones: three months from the 17th month from now, the contract ends in 19 months
    late = by_check(demo, "hard_end_missed")
    assert (late.params["hard_end"], late.params["ends_on"]) == (date(2028, 6, 22), date(2028, 6, 30))
    # of ten dimensions in one department
    assert by_check(demo, "maturity_old").params["count"] == 10


@pytest.mark.parametrize("today", OTHER_DAYS)
def test_the_demo_looks_alike_on_other_days(today: date) -> None:
    company = seen_on(today)

    assert Decimal(50_000) <= company.results.backlog.total <= Decimal(90_000)
    assert 20 <= len(company.results.findings) <= 40
    assert company.results.wave.peaks


def test_the_file_holds_it_from_the_beginning_with_nothing_to_undo(tmp_path: Path) -> None:
    create_demo(tmp_path / "demo.vcio", TODAY).close()

    workspace = Workspace.open(tmp_path / "demo.vcio")
    assert workspace.undo_label is None and workspace.redo_label is None
    assert workspace.data.count(Asset) == seen_on(TODAY).data.count(Asset)
    workspace.close()
