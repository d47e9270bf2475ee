"""Each finding has its words and one action that leads to where it can be put right."""

from datetime import date
from decimal import Decimal

import pytest

from tests.actions.conftest import MakeCompany
from tests.analysis.troubled_plan import troubled_plan
from tests.analysis.troubled_steering import troubled_steering
from virtualcio.actions import edit
from virtualcio.actions.finding_words import ACTIONS, CHECK_WORDS, action_of, rule_words, words_of
from virtualcio.actions.inventory.contract_findings import CONTRADICTIONS
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.set_aside import proposed_return, set_aside, set_asides, take_back
from virtualcio.actions.tables import children_of, table
from virtualcio.analysis.checks.all_checks import CHECKS
from virtualcio.analysis.inventory import contract_ends
from virtualcio.errors import RefusedValue
from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetProcess,
    Contract,
    Process,
    SetAsideFinding,
)
from virtualcio.model.contracts import RenewalKind
from virtualcio.model.inventory import Criticality
from virtualcio.texts import speaking, translate


def test_every_check_has_words_a_rule_and_an_action() -> None:
    ids = {check.id for check in CHECKS}
    assert set(CHECK_WORDS) == ids
    assert set(ACTIONS) == {check.action_id for check in CHECKS}
    assert set(CONTRADICTIONS) == set(contract_ends.CONTRADICTIONS)


def test_rules_and_actions_are_german() -> None:
    for check in CHECKS:
        words = rule_words(check.id)
        with speaking("en"):
            english = rule_words(check.id)
        assert words.title != english.title and words.detail != english.detail
    assert [action.title for action in ACTIONS.values() if translate(action.title) == action.title] == []


# Tabs that are no table: they show the record, and have no chips.
PICTURE_TABS = {
    "overview": {"today"},
    "inventory": {"security"},
    "goals": {"goals", "maturity"},
    "priorities": (),
    "roadmap": {"plan", "load"},
    "budget": {"plan", "business_case", "depreciation", "responsibilities"},
    "review": {"reviews", "council_meetings", "outcomes", "adoption"},
    "checks": {"thread"},
    "settings": {"company"},
}


def leads_there(company: OpenCompany) -> None:
    """Every action leads to a row and column that are there, and its chip keeps that row."""
    for finding in company.results.findings:
        action = action_of(company, finding)
        if action.tab in PICTURE_TABS[action.page]:
            assert not action.chip
            continue
        shown = table(action.tab)
        assert shown.page == action.page
        record = company.data.get(shown.kind, action.record)
        assert record is not None
        rows_of_it = {one.key for one in children_of(shown)}
        if action.column and action.column not in rows_of_it:
            assert shown.column(action.column).editable
        if action.chip:
            (chip,) = [one for one in shown.chips if one.key == action.chip]
            assert chip.keeps(company, record)


@pytest.mark.parametrize("code", ["de", "en"])
def test_findings_of_the_example_company_are_whole_sentences_that_lead_somewhere(
    demo: OpenCompany, code: str
) -> None:
    assert len(demo.results.findings) > 5
    with speaking(code):
        for finding in demo.results.findings:
            words = words_of(demo, finding)
            for text in (words.title, words.detail, words.action_title):
                assert text.strip() and not {"{", "}"} & set(text) and "None" not in text, words
            assert not words.title.endswith(".")
    leads_there(demo)


def troubled_company(make_company: MakeCompany, copies: int) -> OpenCompany:
    """Something wrong of each kind, `copies` times over, so that findings are joined or not."""
    records: list[object] = []
    for number in range(copies):
        process = Process(name=f"Prozess {number}", criticality=Criticality.CRITICAL, max_outage_hours=2)
        asset = Asset(name=f"Server {number}", product="Windows Server 2012 R2", cost=Decimal(1000))
        tool = Application(name=f"Tool {number}", purpose="Chat", approved=False, personal_data=True, users=4)
        records += [
            process,
            asset,
            tool,
            AssetProcess(asset_id=asset.id, process_id=process.id),
            ApplicationProcess(application_id=tool.id, process_id=process.id),
            Contract(
                name=f"Lizenz {number}",
                start=date(2024, 1, 1),
                seats_bought=10,
                seats_used=2 + 10 * (number % 2),
            ),
            Contract(name=f"Unklar {number}", leasing_end=date(2026, 12, 1)),
        ]
    return make_company(*records)


@pytest.mark.parametrize("copies", [1, 9])
def test_single_and_joined_findings_have_words_and_lead_somewhere(
    make_company: MakeCompany, copies: int
) -> None:
    company = troubled_company(make_company, copies)
    found = {finding.check_id for finding in company.results.findings}
    assert {
        "unsupported_under_critical",
        "without_owner",
        "shadow_it",
        "contract_unclear",
        "leasing_return",
    } <= found
    for finding in company.results.findings:
        words = words_of(company, finding)
        assert not {"{", "}"} & set(words.title + words.detail), words
    leads_there(company)


@pytest.mark.parametrize("code", ["de", "en"])
def test_findings_of_every_new_kind_have_whole_sentences_alone_and_joined(
    make_company: MakeCompany, code: str
) -> None:
    with speaking(code):
        for copies in (1, 5):
            company = make_company(
                *(one for _number in range(copies) for one in (*troubled_plan(), *troubled_steering()))
            )
            assert len({one.check_id for one in company.results.findings}) >= len(CHECKS) - 23
            for finding in company.results.findings:
                words = words_of(company, finding)
                assert words.title.strip() and words.action_title.strip()
                assert not {"{", "}"} & set(words.title + words.detail) and "None" not in words.detail, words
            leads_there(company)


def test_the_words_name_the_thing_the_day_and_what_is_at_stake(make_company: MakeCompany) -> None:
    contract = Contract(
        name="Drucker", start=date(2023, 3, 1), term_months=36, renewal=RenewalKind.MONTHS, renewal_months=12,
        notice_count=3, cost=Decimal(7680),
    )  # fmt: skip
    company = make_company(contract)
    words = {one.check_id: words_of(company, one) for one in company.results.findings}["contract_decide"]
    assert words.title == "Vertrag „Drucker“: noch 8 Tage kündbar"
    assert words.detail == "Sonst läuft er für 7.680\u00a0€ bis 29.02.2028 weiter."
    assert words.action_title == "Vertrag"


def test_a_finding_is_set_aside_with_a_reason_and_taken_back(make_company: MakeCompany) -> None:
    company = troubled_company(make_company, 1)
    finding = next(one for one in company.results.findings if one.check_id == "shadow_it")
    count = len(company.results.findings)
    set_aside(company, finding, " Wird im Januar abgelöst. ", proposed_return(company))
    assert str(company.workspace.undo_label) == "Hinweis „„Tool 0“ wird ohne Freigabe genutzt“ zurückgestellt"
    assert len(company.results.findings) == count - 1
    (aside,) = set_asides(company)
    assert (aside.finding.check_id, aside.record.reason) == ("shadow_it", "Wird im Januar abgelöst.")
    assert aside.record.until == date(2027, 2, 22)
    take_back(company, aside.record)
    assert len(company.results.findings) == count
    company.workspace.undo()
    assert len(set_asides(company)) == 1


def test_setting_aside_needs_a_reason_and_a_day_ahead(make_company: MakeCompany) -> None:
    company = troubled_company(make_company, 1)
    finding = company.results.findings[0]
    with pytest.raises(RefusedValue, match="Nennen Sie den Grund"):
        set_aside(company, finding, "  ", None)
    with pytest.raises(RefusedValue, match="Zukunft"):
        set_aside(company, finding, "später", company.today)
    assert company.data.count(SetAsideFinding) == 0
    set_aside(company, finding, "bleibt so", None)
    set_aside(company, finding, "doch bis März", date(2027, 3, 1))
    assert [row.reason for row in company.data.all(SetAsideFinding)] == ["doch bis März"]


def test_putting_it_right_makes_the_finding_go(make_company: MakeCompany) -> None:
    company = troubled_company(make_company, 1)
    finding = next(one for one in company.results.findings if one.check_id == "shadow_it")
    action = action_of(company, finding)
    shown = table(action.tab)
    edit.set_value(
        company, shown, shown.column(action.column), company.data.find(shown.kind, action.record), True
    )
    assert "shadow_it" not in {one.check_id for one in company.results.findings}
