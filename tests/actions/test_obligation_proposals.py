"""Duties are proposed by size, trade, country and what is in the inventory, each with its reason."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.priorities.obligation_proposals import (
    ObligationProposal,
    proposed_obligations,
    take_obligations,
)
from virtualcio.model import Application, Company, Contract, Obligation, Record
from virtualcio.model.contracts import ContractKind
from virtualcio.model.duties import Applies
from virtualcio.model.inventory import Hosting
from virtualcio.store.workspace import Workspace

TODAY = date(2026, 11, 22)


def company(*records: Record, **fields: Any) -> OpenCompany:
    return OpenCompany(Workspace.create(None, Company(name="Test", **fields), records=records), TODAY)


def proposals(opened: OpenCompany) -> dict[str, ObligationProposal]:
    return {one.key: one for one in proposed_obligations(opened)}


@pytest.mark.parametrize(
    ("revenue", "key", "applies", "due_on"),
    [
        ("800000.01", "einvoice_send", Applies.YES, date(2027, 1, 1)),
        ("800000.00", "einvoice_send_small", Applies.YES, date(2028, 1, 1)),
        (None, "einvoice_send", Applies.UNCLEAR, date(2027, 1, 1)),
    ],
)
def test_when_e_invoices_have_to_be_sent_depends_on_revenue(
    revenue: str | None, key: str, applies: Applies, due_on: date
) -> None:
    found = proposals(company(revenue=None if revenue is None else Decimal(revenue)))
    assert {one for one in found if one.startswith("einvoice_send")} == {key}
    assert (found[key].applies, found[key].due_on) == (applies, due_on)
    assert found["einvoice_receive"].applies is Applies.YES


@pytest.mark.parametrize(
    ("fields", "applies"),
    [
        ({"employees": 49, "revenue": Decimal("10000000.00")}, None),
        ({"employees": 50}, Applies.UNCLEAR),
        ({"employees": 50, "trade": "Maschinenbau"}, Applies.UNCLEAR),
        ({"employees": 20, "revenue": Decimal("10000000.01")}, Applies.UNCLEAR),
        ({"employees": 80, "trade": "Anwaltskanzlei"}, Applies.NO),
        ({}, Applies.UNCLEAR),
    ],
)
def test_nis_2_is_asked_about_by_size_and_never_claimed(
    fields: dict[str, Any], applies: Applies | None
) -> None:
    found = proposals(company(**fields))
    assert (found["nis2_scope"].applies if "nis2_scope" in found else None) is applies
    follows = "nis2_registration" in found
    assert follows is (applies is Applies.UNCLEAR and fields != {})


def test_what_nis_2_asks_follows_the_answer_of_the_user() -> None:
    yes = Obligation(name="NIS-2", template_key="nis2_scope", applies=Applies.YES)
    found = proposals(company(yes, employees=20))
    assert found["nis2_registration"].applies is Applies.YES
    assert "nis2_scope" not in found
    no = Obligation(name="NIS-2", template_key="nis2_scope", applies=Applies.NO)
    assert not {one for one in proposals(company(no, employees=300)) if one.startswith("nis2")}


def test_the_inventory_says_who_processes_data_and_whether_there_is_insurance() -> None:
    used = Application(name="CRM", hosting=Hosting.CLOUD)
    gone = Application(name="Alt", hosting=Hosting.CLOUD, retired_on=TODAY)
    insured = Contract(name="Cyber", kind=ContractKind.INSURANCE)
    found = proposals(company(used, gone, insured))
    assert found["gdpr_processors"].applies is Applies.YES
    assert found["gdpr_processors"].why == "1 Cloud-Dienst im Bestand verarbeitet Daten für Sie."
    assert "insurance_terms" in found
    bare = proposals(company())
    assert bare["gdpr_processors"].applies is Applies.UNCLEAR
    assert "insurance_terms" not in bare


def test_german_law_is_not_proposed_elsewhere() -> None:
    austrian = proposals(company(country="AT", employees=300, revenue=Decimal("50000000.00")))
    assert set(austrian) == {"gdpr_breach", "gdpr_processors", "gdpr_records"}
    assert proposals(company(country="CH")) == {}


def test_a_schedule_of_assets_is_asked_about_above_both_limits_only() -> None:
    assert "assets_schedule" in proposals(company(employees=51, revenue=Decimal("15000000.01")))
    assert "assets_schedule" not in proposals(company(employees=50, revenue=Decimal("15000000.01")))
    assert "assets_schedule" not in proposals(company(employees=51, revenue=Decimal("15000000.00")))


def test_what_is_taken_stands_in_the_file_with_its_reason_as_one_step_and_is_not_proposed_again() -> None:
    opened = company(revenue=Decimal("9400000.00"))
    made = take_obligations(opened, {"einvoice_send", "retention", "unknown"})
    assert [one.template_key for one in made] == ["einvoice_send", "retention"]
    first = made[0]
    assert first.why == "Der Umsatz von 9.400.000\u00a0€ liegt über 800.000 €."
    assert (first.applies, first.due_on) == (Applies.YES, date(2027, 1, 1))
    assert first.legal_basis == "§ 27 Abs. 38 UStG"
    assert not {"einvoice_send", "retention"} & set(proposals(opened))
    opened.workspace.undo()
    assert opened.data.all(Obligation) == []
    with pytest.raises(ValueError, match="not proposed"):
        take_obligations(opened, {"unknown"})
