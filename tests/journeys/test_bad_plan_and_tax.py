"""Plans and books that cannot be so: one sentence where it happens, nothing lost, the rest is reckoned."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from tests.journeys import plan_hands as hands
from tests.journeys.bad_input import one_sentence
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.test_bad_plan import finding, refused
from tests.journeys.test_best_plan_walk import LEFT, PROPOSE, answered, plan, proposed
from tests.journeys.test_tax_walk import at_the_right, register
from tests.journeys.walk import Walk, a_walk
from virtualcio.model import (
    Asset,
    Disposal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    ResourcePool,
)
from virtualcio.model.base import Record
from virtualcio.model.inventory import AssetCategory
from virtualcio.ui.common.signed_line import SignedLine
from virtualcio.ui.first_talk.talk_page import FirstTalkPage
from virtualcio.ui.roadmap.plan_part import PlanPart

MAY = date(2024, 5, 15)


def what_cannot_be() -> list[Record]:
    """As an older file or another program may have left it; beside it what is in order."""
    server = AssetCategory.SERVER
    return [
        ResourcePool(id="idle", name="Werkstatt", days_per_month=Decimal(0)),
        Initiative(id="fine", name="Website", months=1),
        InitiativeEffort(initiative_id="fine", pool_id="it", days=Decimal(4)),
        Initiative(id="nobody", name="Herrenlos", months=1),
        InitiativeEffort(initiative_id="nobody", pool_id=None, days=Decimal(5)),
        Initiative(id="halted", name="Halle", months=1),
        InitiativeEffort(initiative_id="halted", pool_id="idle", days=Decimal(5)),
        Initiative(id="far", name="Neubau", months=3, earliest_start=date(2032, 1, 1)),
        Initiative(id="after", name="Umzug", months=1),
        InitiativeDependency(initiative_id="after", prerequisite_id="far"),
        Initiative(id="late", name="Meldepflicht", months=1, hard_end=date(2026, 9, 30)),
        Asset(id="server", name="ERP-Server", category=server, cost=Decimal(12600), purchase_date=MAY),
        Asset(id="gift", name="Geschenk", category=server, cost=Decimal(0), purchase_date=MAY),
        Asset(id="zero", name="Null Jahre", category=server, cost=Decimal(12600), purchase_date=MAY,
              tax_life_years=0),
        Asset(id="back", name="Rückwärts", category=server, cost=Decimal(12600), purchase_date=MAY),
        Disposal(id="gone", asset_id="back", disposed_on=date(2024, 1, 31), pieces=1),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    path = company_with_goals(tmp_path_factory.mktemp("books") / "brandt.vcio", *what_cannot_be())
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        yield walk


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Herrenlos", "Tage von niemand Bestimmtem"),
        ("Halle", "dort gibt es in keinem Monat Tage"),
        ("Neubau", "passt nicht in die Monate des Plans"),
        ("Umzug", "wartet auf „Neubau“"),
        ("Meldepflicht", "ist vorbei; geplant wird es trotzdem"),
    ],
)
def test_the_proposal_says_what_it_could_not_plan_and_leads_there(odd: Walk, name: str, words: str) -> None:
    card = compared(odd).beside.card
    shown = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    said = [text for text in shown if text.startswith(("„" + name, "Der Tag")) and name in text]
    assert len(said) == 1, shown
    one_sentence(said[0], words)
    [button] = [one for one in card.buttons if one.accessibleName().endswith(said[0])]
    QTest.mouseClick(button, LEFT)
    QApplication.processEvents()
    place = ("roadmap", "pools") if name == "Halle" else ("priorities", "initiatives")
    assert odd.place.place == place


def compared(walk: Walk) -> PlanPart:
    """The time plan with a proposal beside today's plan; searched for once."""
    shown = plan(walk)
    if shown.proposal.proposal is None:
        walk.click(PROPOSE)
        answered(walk)
    if not shown.proposal.comparing:
        walk.click("Vergleichen")
    return shown


def test_the_rest_is_planned(odd: Walk) -> None:
    compared(odd)
    assert proposed(odd).keys() == {"Website", "Herrenlos", "Meldepflicht"}
    assert None not in proposed(odd).values() and proposed(odd)["Meldepflicht"] == date(2026, 11, 1)
    assert all(one.start is None for one in odd.place.company.data.all(Initiative))  # only proposed


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Geschenk", "Der Kaufpreis ist 0"),
        ("Null Jahre", "0 Jahre"),
        ("Rückwärts", "31.01.2024"),
    ],
)
def test_the_register_says_what_it_cannot_reckon_with(odd: Walk, name: str, words: str) -> None:
    details = at_the_right(odd, name).details
    lines = [line.text() for line in details.findChildren(SignedLine) if line.isVisible()]
    assert len(lines) == 1
    one_sentence(lines[0], words)


def test_the_rest_of_the_books_is_reckoned(odd: Walk) -> None:
    """The life of 0 years is that of the table, the disposal before the purchase is passed over."""
    amounts = ("1.800,00", "7.800,00")
    rows = register(odd)
    assert rows["ERP-Server"] == ("Linear", *amounts)
    assert rows["Null Jahre"] == rows["Rückwärts"] == ("▲ Linear", *amounts)
    assert rows["Summe"] == ("", "5.400,00", "23.400,00") and rows["Geschenk"][1:] == ("0,00", "0,00")


def test_a_check_finds_them_and_leads_to_the_books(odd: Walk) -> None:
    finding(odd, "depreciation_wrong", "Geschenk").button.click()
    QApplication.processEvents()
    assert odd.place.place == ("budget", "depreciation")


def test_a_life_of_no_years_and_a_sale_before_the_purchase_are_refused_where_they_are_typed(
    odd: Walk,
) -> None:
    hands.turn_to(odd, "inventory", "assets")
    odd.cell("ERP-Server", "tax_life_years")
    one_sentence(refused(odd, "0"), "1")
    disposals = at_the_right(odd, "Rückwärts").details.disposals
    disposals.table.setFocus()
    disposals.table.go_to(disposals.rows.index(0, 0))
    one_sentence(refused(odd, "30.04.2024"), "Gekauft", "15.05.2024")
    odd.place.go("budget", tab="depreciation", record="gift")


def test_a_fiscal_year_begins_with_a_month(odd: Walk) -> None:
    odd.page("first_talk")
    page = odd.place.current_page
    assert isinstance(page, FirstTalkPage)
    page.ask("fiscal_year")
    QApplication.processEvents()
    odd.type("15.07.")
    odd.press(hands.ENTER)
    one_sentence(page.question.refusal.text(), "1. eines Monats", "15.07.")
    assert page.question.key == "fiscal_year" and odd.place.company.data.company.fiscal_year_start == 1
