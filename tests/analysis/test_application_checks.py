"""Checks about applications: shadow IT, two for one purpose, access rights."""

from datetime import date

import pytest

from tests.analysis.small_company import Rules, covers, euro, serves
from virtualcio.analysis.checks.finding import Severity
from virtualcio.model import Application, Contract, Process
from virtualcio.model.inventory import Criticality


def test_unapproved_applications_are_found_and_personal_data_makes_it_serious() -> None:
    plain = Application(name="Trello", approved=False)
    serious = Application(name="WhatsApp", approved=False, personal_data=True, users=12)
    found = {one.objects[0][1]: one for one in Rules(plain, serious).found("shadow_it")}
    assert found[plain.id].severity is Severity.WATCH
    assert (found[serious.id].severity, found[serious.id].params["users"]) == (Severity.ACT, 12)


def test_approved_or_retired_applications_are_no_shadow_it() -> None:
    rules = Rules(
        Application(name="ERP"), Application(name="alt", approved=False, retired_on=date(2025, 1, 1))
    )
    assert rules.found("shadow_it") == []


def test_much_shadow_it_is_one_finding() -> None:
    found = Rules([Application(name=f"A{n}", approved=False) for n in range(6)]).found("shadow_it")
    assert [one.params for one in found] == [{"count": 6}]


def test_two_tools_with_one_purpose_are_told_with_their_yearly_cost() -> None:
    first, second = (
        Application(name="A", purpose="Zeiterfassung"),
        Application(name="B", purpose=" zeiterfassung "),
    )
    contract = Contract(name="V", cost=euro("300"))
    [finding] = Rules(first, second, contract, covers(contract, second)).found("two_tools_one_purpose")
    assert finding.params == {"count": 2, "purpose": "Zeiterfassung"}
    assert finding.money == euro("300")


def test_different_or_unknown_purposes_and_retired_tools_are_fine() -> None:
    rules = Rules(
        Application(name="A", purpose="Lohn"), Application(name="B", purpose="Zeit"),
        Application(name="C"), Application(name="D"),
        Application(name="E", purpose="Lohn", retired_on=date(2020, 1, 1)),
    )  # fmt: skip
    assert rules.found("two_tools_one_purpose") == []


@pytest.mark.parametrize(
    ("reviewed", "personal", "criticality", "expected"),
    [
        (None, True, Criticality.LOW, 1),
        (date(2025, 11, 21), True, Criticality.LOW, 1),
        (date(2025, 11, 22), True, Criticality.LOW, 0),  # exactly a year ago
        (None, False, Criticality.CRITICAL, 1),
        (None, False, Criticality.MEDIUM, 0),
    ],
)
def test_access_rights_are_to_be_reviewed_every_year(
    reviewed: date | None, personal: bool, criticality: Criticality, expected: int
) -> None:
    application = Application(name="A", access_reviewed_on=reviewed, personal_data=personal)
    process = Process(name="P", criticality=criticality)
    found = Rules(application, process, serves(application, process)).found("access_not_reviewed")
    assert len(found) == expected


def test_access_rights_that_were_never_reviewed_come_first() -> None:
    old = Application(name="A", access_reviewed_on=date(2024, 5, 1), personal_data=True)
    never = Application(name="B", personal_data=True)
    [finding] = Rules(old, never).found("access_not_reviewed")
    assert [key for _kind, key in finding.objects] == [never.id, old.id]
    assert (finding.params["never"], finding.params["oldest"]) == (1, date(2024, 5, 1))
