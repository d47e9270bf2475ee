"""From initiatives that wait to the best plan: searched, stopped, compared, asked what if, taken over, and
what stands in the way where there is none; typed and clicked in the real window.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from tests.journeys import plan_hands as hands
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import CTRL, NOW, SHIFT, Walk, a_walk, in_file, wait_until
from tests.ui.test_roadmap_proposal import many
from virtualcio.actions.open_company import open_demo
from virtualcio.model import (
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    InitiativeGoal,
    ResourcePool,
)
from virtualcio.model.initiatives import InitiativeState
from virtualcio.store.verify import verify
from virtualcio.ui.roadmap.plan_part import PlanPart
from virtualcio.ui.roadmap.plan_proposal import PlanProposal

LEFT = Qt.MouseButton.LeftButton
PROPOSE = "Plan vorschlagen"
ERP, PORTAL, WEBSITE = "ERP-Umzug", "Kundenportal", "Website"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return company_with_goals(tmp_path / "brandt.vcio")


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        yield walking


def plan(walk: Walk) -> PlanPart:
    hands.turn_to(walk, "roadmap", "plan")
    shown = hands.part(walk)
    assert isinstance(shown, PlanPart)
    return shown


def answered(walk: Walk) -> PlanProposal:
    shown = plan(walk).proposal
    wait_until(lambda: shown.proposal is not None, "the answer of the search", 30)
    return shown


def type_initiative(walk: Walk, name: str, goal: str, days: str, **typed: str) -> None:
    """A row of the table, its contribution to a goal and its days of the own team."""
    hands.turn_to(walk, "priorities", "initiatives")
    hands.add_row(walk, name)
    hands.fill_row(walk, name, **typed)
    inspector = hands.table_of_tab(walk).inspector
    hands.add_child(walk, inspector.children_tables["contributions"], goal)
    hands.fill_child(walk, inspector.children_tables["contributions"], 0, strength="3")
    hands.add_child(walk, inspector.children_tables["efforts"], "Eigene IT")
    hands.fill_child(walk, inspector.children_tables["efforts"], 0, days=days)


def three_initiatives(walk: Walk) -> None:
    """The team has 10 days a month: ERP 8 a month, portal 8 a month after it, website 4 in one month."""
    type_initiative(walk, ERP, "Schneller", "24", months="3")
    type_initiative(walk, PORTAL, "Mehr Umsatz", "16", months="2")
    hands.add_child(walk, hands.table_of_tab(walk).inspector.children_tables["dependencies"], ERP)
    type_initiative(walk, WEBSITE, "Mehr Umsatz", "4", months="1")


def proposed(walk: Walk) -> dict[str, date | None]:
    """First days in the proposal that is compared, by name."""
    names = {one.id: one.name for one in walk.place.company.data.all(Initiative)}
    return {names[key]: start for key, (start, _months) in plan(walk).proposal.places.items()}


def entered(walk: Walk) -> dict[str, date | None]:
    return {one.name: one.start for one in walk.place.company.data.all(Initiative)}


def suppose(walk: Walk, words: str) -> PlanProposal:
    """An entry of the menu “What if”."""
    walk.click("Was wäre, wenn …")
    menu = plan(walk).proposal.band.what_if_menu
    wait_until(menu.isVisible, "the menu")
    [action] = [one for one in menu.actions() if one.text().replace("\u00a0", " ") == words]
    QTest.mouseClick(menu, LEFT, pos=menu.actionGeometry(action).center())
    return answered(walk)


NOVEMBER, DECEMBER = date(2026, 11, 1), date(2026, 12, 1)
BEST = {WEBSITE: NOVEMBER, ERP: DECEMBER, PORTAL: date(2027, 3, 1)}


def test_the_best_plan_is_searched_compared_and_taken_over(walk: Walk, path: Path) -> None:
    """The website with 60 of 100 for its goal a month later, or both others: 60 and 40 lose a month if it
    comes first, it loses five if it comes last.
    """
    three_initiatives(walk)
    plan(walk)
    walk.click(PROPOSE)
    band = plan(walk).proposal.band
    assert band.title.whole_text() == "Ein besserer Zeitplan wird gesucht"
    assert band.bar.isVisible() and band.stop.isVisible() and "Sekunde" in band.text.text()
    answered(walk)
    assert band.title.whole_text() == "Planvorschlag: Mit Ihren Angaben gibt es keinen besseren Zeitplan"
    assert entered(walk) == dict.fromkeys(BEST)  # nothing is changed yet

    walk.click("Vergleichen")
    assert proposed(walk) == BEST
    reasons = {row[0]: row[4] for row in table(walk)}
    assert reasons == {
        WEBSITE: "beginnt sofort", ERP: "„Eigene IT“ ist im November 2026 voll",
        PORTAL: "braucht „ERP-Umzug“",
    }  # fmt: skip
    walk.click("Übernehmen")
    assert entered(walk) == BEST and band.isHidden()
    assert not walk.place.company.results.conflicts
    walk.press(Qt.Key.Key_Z, CTRL)
    assert entered(walk) == dict.fromkeys(BEST)
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    hands.undo_all_and_redo(walk, path)
    walk.end()

    saved = [one for one in in_file(path, Initiative) if isinstance(one, Initiative)]
    assert {one.name: one.start for one in saved} == BEST
    assert {one.state for one in saved} == {InitiativeState.PLANNED} and verify(path).ok
    with a_walk("en") as again:
        assert again.window.tasks.open_path(path)
        assert plan(again).conflicts.title_label.text() == "No conflicts"
        again.press(Qt.Key.Key_Z, CTRL)
        assert entered(again) == dict.fromkeys(BEST)


def table(walk: Walk) -> list[list[str]]:
    """The rows of the comparison."""
    shown = plan(walk).beside.card.table
    return [[shown.text_at(row, at) for at in range(5)] for row in range(shown.rowCount())]


def seeded(path: Path) -> Path:
    """The same three initiatives, from another day."""
    return company_with_goals(
        path,
        Initiative(id="erp", name=ERP, months=3),
        Initiative(id="portal", name=PORTAL, months=2),
        Initiative(id="site", name=WEBSITE, months=1),
        *(InitiativeGoal(initiative_id=key, goal_id=goal, strength=3)
          for key, goal in (("erp", "fast"), ("portal", "more"), ("site", "more"))),
        *(InitiativeEffort(initiative_id=key, pool_id="it", days=Decimal(days))
          for key, days in (("erp", 24), ("portal", 16), ("site", 4))),
        InitiativeDependency(initiative_id="portal", prerequisite_id="erp"),
    )  # fmt: skip


def test_what_if_there_were_more_days_is_only_supposed(tmp_path: Path) -> None:
    """With 12 days a month the website fits beside the ERP, and all begins a month earlier."""
    with a_walk() as walk:
        assert walk.window.tasks.open_path(seeded(tmp_path / "brandt.vcio"))
        plan(walk)
        walk.click(PROPOSE)
        answered(walk)
        walk.click("Vergleichen")
        assert proposed(walk) == BEST
        shown = suppose(walk, "20 % mehr Personentage")
        assert proposed(walk) == {WEBSITE: NOVEMBER, ERP: NOVEMBER, PORTAL: date(2027, 2, 1)}
        assert "Angenommen: 20 % mehr Personentage." in shown.band.text.text().replace("\u00a0", " ")
        assert entered(walk) == dict.fromkeys(BEST)
        pool = walk.place.company.data.find(ResourcePool, "it")
        assert pool.days_per_month == 10  # nobody's figures have changed


def test_an_impossible_plan_says_what_contradicts_and_one_click_mends_it(tmp_path: Path) -> None:
    path = seeded(tmp_path / "brandt.vcio")
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        # From November to February there are four months; the portal and what it needs take five.
        hands.turn_to(walk, "priorities", "initiatives")
        hands.fill_row(walk, PORTAL, hard_end="28.02.2027")
        shown = plan(walk)
        walk.click(PROPOSE)
        band = answered(walk).band
        assert band.title.whole_text() == "Kein Zeitplan erfüllt alle Ihre Vorgaben"
        card = shown.beside.card
        lines = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
        assert set(lines) >= {
            "Diese Vorgaben widersprechen einander:",
            "– „Kundenportal“ muss bis 28.02.2027 fertig sein.",
            "– „Kundenportal“ braucht vorher „ERP-Umzug“.",
        }
        [button] = card.buttons
        QTest.mouseClick(button, LEFT)
        assert answered(walk).band.title.whole_text().startswith("Planvorschlag: Mit Ihren Angaben")
        walk.click("Übernehmen")
        assert not walk.place.company.results.conflicts
        walk.press(Qt.Key.Key_Z, CTRL)
        assert entered(walk) == dict.fromkeys(BEST)
        walk.press(Qt.Key.Key_Z, CTRL)
        [portal] = [one for one in walk.place.company.data.all(Initiative) if one.id == "portal"]
        assert portal.hard_end == date(2027, 2, 28)  # each of both clicks is taken back by itself


def test_a_stopped_search_keeps_the_best_so_far_and_breaks_nothing(tmp_path: Path) -> None:
    path = company_with_goals(tmp_path / "viele.vcio", *many(40))
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        shown = plan(walk)
        walk.click(PROPOSE)
        search = shown.proposal.search
        assert search is not None
        wait_until(lambda: search.progress is not None or search.ended, "a first plan", 20)
        hands.turn_to(walk, "budget", "plan")  # meanwhile one may look at something else
        assert shown is plan(walk)
        walk.click("Beenden, besten Plan behalten")
        answered(walk)
        walk.click("Übernehmen")
        placed = [one for one in walk.place.company.data.all(Initiative) if one.start is not None]
        assert placed and not walk.place.company.results.conflicts
        walk.end()
    saved = [one for one in in_file(path, Initiative) if isinstance(one, Initiative)]
    assert {one.id: one.start for one in saved if one.start} == {one.id: one.start for one in placed}


def starts(walk: Walk) -> dict[str, date | None]:
    return {one.id: one.start for one in walk.place.company.data.all(Initiative)}


def test_the_demo_company_gets_a_proposal_that_keeps_what_runs(tmp_path: Path) -> None:
    path = tmp_path / "demo.vcio"
    open_demo(path, NOW.date()).close()
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        before = starts(walk)
        running = {one.id for one in walk.place.company.data.all(Initiative)
                   if one.state is InitiativeState.RUNNING}  # fmt: skip
        plan(walk).proposal.seconds = 3  # the answer is the best of three seconds, or proven before
        walk.click(PROPOSE)
        found = answered(walk)
        assert found.proposal is not None and found.proposal.compared is not None
        walk.click("Übernehmen")
        after = starts(walk)
        assert running and all(after[key] == before[key] for key in running) and after != before
        walk.press(Qt.Key.Key_Z, CTRL)
        assert starts(walk) == before
