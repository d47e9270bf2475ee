"""The list of checks: order, what was set aside, and that each row says what its findings hold."""

from datetime import date
from typing import Any

import pytest

from tests.analysis.small_company import TODAY, Rules, covers, euro, serves
from tests.analysis.troubled_plan import troubled_plan
from tests.analysis.troubled_steering import troubled_steering
from virtualcio.analysis.checks.all_checks import CHECKS, Finding, Severity, check, run_checks
from virtualcio.model import Application, Asset, Contract, Person, Process, SetAsideFinding
from virtualcio.model.contracts import RenewalKind
from virtualcio.model.inventory import AssetCategory, Criticality, RemedyKind


def troubled_company() -> list[Any]:
    """Something for every check."""
    process = Process(name="P", criticality=Criticality.CRITICAL, max_outage_hours=2)
    server = Asset(name="S", category=AssetCategory.SERVER, cost=euro("500"), support_end=date(2025, 1, 1))
    soon = Asset(name="T", category=AssetCategory.NAS, cost=euro("10"), support_end=date(2027, 1, 15))
    later = Asset(name="U", category=AssetCategory.NAS, cost=euro("900"), support_end=date(2029, 1, 15))
    accepted = Asset(
        name="V", support_end=date(2025, 1, 1), remedy=RemedyKind.ACCEPT, accepted_until=date(2026, 1, 1)
    )
    old = Asset(name="X", category=AssetCategory.PRINTER, purchase_date=date(2015, 1, 1))
    gone = Asset(name="W", retired_on=date(2026, 1, 1))
    tools = [Application(name=f"A{n}", purpose="Zeit", approved=False, personal_data=True) for n in range(2)]
    terms = {"term_months": 12, "renewal": RenewalKind.MONTHS, "renewal_months": 12, "cost": euro("1000")}
    decide = Contract(name="D", start=date(2024, 3, 1), notice_count=3, **terms)  # by 30.11.2026
    seats = Contract(name="E", start=date(2024, 1, 1), notice_count=1, seats_bought=9, seats_used=5, **terms)
    audit = Contract(name="F", start=date(2024, 1, 1), notice_count=1, seats_bought=9, seats_used=12, **terms)
    slow = Contract(name="G", agreed_end=date(2027, 1, 1), response_hours=8, leasing_end=date(2026, 12, 1))
    person = Person(name="Z")
    server.operator_id = person.id
    return [
        process, server, soon, later, accepted, old, gone, tools, decide, seats, audit, slow, person,
        Contract(name="H"), serves(server, process), serves(soon, process),
        covers(decide, gone), covers(slow, server), *troubled_plan(), *troubled_steering(),
    ]  # fmt: skip


def test_every_check_finds_something_in_a_troubled_company_with_the_params_it_promises() -> None:
    rules = Rules(*troubled_company())
    for one in CHECKS:
        found = rules.found(one.id)
        assert found, one.id
        for finding in found:
            assert finding.check_id == one.id and finding.objects
            assert one.severity is Severity.ACT or finding.severity is Severity.WATCH
            joined = one.joins and set(finding.params) == {"count"}
            assert joined or set(finding.params) == set(one.params), one.id


def test_no_check_finds_anything_in_an_empty_company() -> None:
    assert run_checks(Rules().facts) == ()


def test_ids_are_there_once() -> None:
    assert len({one.id for one in CHECKS}) == len(CHECKS) >= 60
    assert check("shadow_it").action_id == "approve_application"
    with pytest.raises(KeyError):
        check("nonsense")


def test_the_most_urgent_comes_first() -> None:
    found = run_checks(Rules(*troubled_company()).facts)
    assert [one.severity for one in found] == sorted(
        (one.severity for one in found), key=lambda s: s != "act"
    )
    acting = [one for one in found if one.severity is Severity.ACT]
    days = [one.act_by or date.max for one in acting]
    assert days == sorted(days)
    same_day = [one.money or 0 for one in acting if one.act_by == TODAY]
    assert same_day == sorted(same_day, reverse=True)


def shadow(*, until: date | None, today: date = TODAY) -> Finding:
    tool = Application(name="Trello", approved=False)
    aside = SetAsideFinding(check_id="shadow_it", object_id=tool.id, reason="wird geprüft", until=until)
    found = run_checks(Rules(tool, aside, today=today).facts)
    [finding] = [one for one in found if one.check_id == "shadow_it"]
    return finding


def test_what_was_set_aside_is_flagged_until_its_day_of_return() -> None:
    assert not shadow(until=date(2027, 1, 1), today=date(2026, 12, 31)).open
    assert shadow(until=date(2027, 1, 1), today=date(2027, 1, 1)).open
    assert not shadow(until=None, today=date(2040, 1, 1)).open


def test_setting_one_aside_leaves_the_others_open() -> None:
    tool, other = Application(name="A", approved=False), Application(name="B", approved=False)
    aside = SetAsideFinding(check_id="shadow_it", object_id=tool.id, reason="r")
    found = run_checks(Rules(tool, other, aside).facts)
    assert {one.key[1]: one.open for one in found if one.check_id == "shadow_it"} == {
        tool.id: False, other.id: True,
    }  # fmt: skip
