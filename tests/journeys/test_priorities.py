"""From a wish of a department to a ranking that explains itself, by typing, clicking and dragging in the real
window; every figure is worked out by hand.
"""

from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys.bad_input import note_of
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import CTRL, Walk, a_walk, in_file
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.model import Demand, Initiative, InitiativeDependency, InitiativeGoal, Obligation, Setting
from virtualcio.model.initiatives import DemandState
from virtualcio.store.verify import verify
from virtualcio.ui.common.child_table import ChildTable
from virtualcio.ui.priorities.demands_tab import DemandsTab
from virtualcio.ui.priorities.dependencies_tab import DependenciesTab
from virtualcio.ui.priorities.ranking_tab import RankingTab
from virtualcio.ui.priorities.ranking_table import KIND, NAME, RANK

STOCK, PORTAL, ARTICLES, INVOICE = "Bestand unterwegs", "Kundenportal", "Artikelstamm", "E-Rechnung"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return company_with_goals(tmp_path / "brandt.vcio")


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        walking.page("priorities")
        yield walking


def initiative(walk: Walk, name: str) -> Initiative:
    found = hands.named(list(walk.place.company.data.all(Initiative)), name)
    assert isinstance(found, Initiative)
    return found


def ranked(walk: Walk, name: str) -> Ranked:
    found = walk.place.company.results.ranked(initiative(walk, name))
    assert found is not None
    return found


def order(walk: Walk) -> list[str]:
    """The names in the ranking that is shown, must first."""
    walk.tab("ranking")
    part = hands.part(walk)
    assert isinstance(part, RankingTab)
    return [part.ranking.text_at(row, NAME) for row in range(part.ranking.rowCount())]


def texts(walk: Walk, column: int) -> list[str]:
    table = hands.part(walk).ranking
    return [table.text_at(row, column) for row in range(table.rowCount())]


def children(walk: Walk, name: str) -> dict[str, ChildTable]:
    """The rows below the details of an initiative."""
    walk.tab("initiatives")
    shown = hands.table_of_tab(walk)
    assert shown.table.show_record(initiative(walk, name).id)
    QApplication.processEvents()
    return shown.inspector.children_tables


def a_wish_becomes_an_initiative(walk: Walk) -> None:
    walk.tab("demands")
    walk.click("Eintippen")
    hands.write(walk, STOCK)
    hands.fill_row(walk, STOCK, department="Vertrieb", goal="Schneller")
    assert isinstance(hands.part(walk), DemandsTab)
    walk.click("Zum Vorhaben machen")


def a_portfolio(walk: Walk) -> None:
    """A wish, a portal that waits for the articles, and a duty."""
    a_wish_becomes_an_initiative(walk)
    walk.tab("initiatives")
    for name in (PORTAL, ARTICLES, INVOICE):
        hands.add_row(walk, name)
    for name, cost in ((STOCK, "4000"), (PORTAL, "20.000,00 €"), (INVOICE, "1500")):
        hands.fill_row(walk, name, one_off_cost=cost)
    walk.tab("risks")
    walk.click("Eintippen")
    hands.write(walk, "Server fällt aus")
    hands.fill_row(walk, "Server fällt aus", likelihood="4", impact="4", likelihood_after="3")
    walk.tab("obligations")
    walk.click("Eintippen")
    hands.write(walk, "E-Rechnungen senden")
    hands.fill_row(walk, "E-Rechnungen senden", applies="trifft zu", due_on="01.01.2027")
    rows = children(walk, PORTAL)
    for goal, strength in (("Mehr Umsatz", "3"), ("Schneller", "1")):
        hands.add_child(walk, rows["contributions"], goal)
        hands.fill_child(
            walk, rows["contributions"], rows["contributions"].rows.rowCount() - 1, strength=strength
        )
    hands.add_child(walk, rows["efforts"], "Eigene IT")
    hands.fill_child(walk, rows["efforts"], 0, days="20")
    hands.add_child(walk, rows["risk_shares"], "Server fällt aus")
    hands.add_child(walk, rows["dependencies"], ARTICLES)
    hands.add_child(walk, children(walk, ARTICLES)["efforts"], "Eigene IT")
    hands.fill_child(walk, children(walk, ARTICLES)["efforts"], 0, days="6")
    children(walk, INVOICE)
    hands.link(walk, hands.table_of_tab(walk).inspector, "obligations", "E-Rechnungen senden")


def test_a_portfolio_is_typed_ranked_and_explained(walk: Walk, path: Path) -> None:
    a_portfolio(walk)
    # Portal: 0.6 × (60 + 40 / 3) + 0.25 × 4 × (16 - 12) = 48; it is the most useful one.
    # Wish: 0.6 × 40 × 2 / 3 = 16. Articles: 0.3 × 48. Invoice: 0.15 × 100 × 690 / 730, 40 days are left.
    assert [ranked(walk, name).own_value for name in (PORTAL, STOCK, ARTICLES, INVOICE)] == [
        48, 16, 0, Fraction(15 * 690, 730),
    ]  # fmt: skip
    assert [str(ranked(walk, name).benefit) for name in (PORTAL, STOCK, ARTICLES, INVOICE)] == [
        "100.00", "33.33", "30.00", "29.54",
    ]  # fmt: skip
    # 20 days at 500 € and 20,000 € outside: size 5. 4,000 €: 2. 6 days: 2. So 20, 16.7 and 15 for the size.
    assert [ranked(walk, name).effort for name in (PORTAL, STOCK, ARTICLES)] == [30000, 4000, 3000]
    assert [ranked(walk, name).size for name in (PORTAL, STOCK, ARTICLES)] == [5, 2, 2]
    assert order(walk) == [INVOICE, PORTAL, STOCK, ARTICLES]
    assert texts(walk, RANK) == ["Muss", "1", "2", "3"]
    assert texts(walk, KIND) == ["Muss", "Strategie", "Nebenbei", "Nebenbei"]
    parts = [one.points for one in ranked(walk, PORTAL).contributions]
    assert parts == [Decimal("75.00"), Decimal("16.67"), Decimal("8.33")]
    hands.part(walk).choose(initiative(walk, PORTAL).id)
    shown = [line.points for line in hands.part(walk).why._lines if line.points is not None]
    assert shown == parts

    assert hands.undo_all_and_redo(walk, path) > 25
    walk.end()
    [wish] = in_file(path, Demand)
    assert isinstance(wish, Demand) and wish.state is DemandState.INITIATIVE
    made = hands.named(in_file(path, Initiative), STOCK)
    assert (wish.initiative_id, made.department_id) == (made.id, "sales")
    assert {(one.goal_id, one.strength) for one in in_file(path, InitiativeGoal)} == {  # type: ignore[attr-defined]
        ("fast", 2), ("more", 3), ("fast", 1),
    }  # fmt: skip
    [duty] = in_file(path, Obligation)
    assert str(duty.due_on) == "2027-01-01"  # type: ignore[attr-defined]
    assert verify(path).ok
    with a_walk("en") as again:  # a colleague opens it in English
        assert again.window.tasks.open_path(path)
        again.page("priorities")
        assert order(again) == [INVOICE, PORTAL, STOCK, ARTICLES]
        assert texts(again, RANK)[0] == "Must"


def test_other_weights_make_another_order_until_they_are_undone(walk: Walk, path: Path) -> None:
    a_portfolio(walk)
    before = order(walk)
    walk.click("Gewichte")
    form = hands.part(walk).weights.form
    for line, text in zip(form.fields, ("20", "20", "60"), strict=True):
        hands.into_line(walk, line, text)
    walk.click("Übernehmen")
    # The duty is the most useful now: 0.6 × 100 × 690 / 730 = 56.71. Portal 17.87, articles 5.36, wish 5.33.
    assert [str(ranked(walk, name).benefit) for name in (INVOICE, PORTAL, ARTICLES, STOCK)] == [
        "100.00", "31.50", "9.45", "9.40",
    ]  # fmt: skip
    assert order(walk) == [INVOICE, PORTAL, ARTICLES, STOCK]
    assert ranked(walk, PORTAL).kind is InitiativeKind.DEFER  # dear, and below half of the most useful one
    walk.press(Qt.Key.Key_Z, CTRL)
    assert order(walk) == before
    walk.press(Qt.Key.Key_Z, CTRL | Qt.KeyboardModifier.ShiftModifier)
    walk.end()
    stored = {one.key: one.value for one in in_file(path, Setting) if isinstance(one, Setting)}
    assert (stored["weight_goal"], stored["weight_urgency"]) == ("20", "60")


def drag(part: DependenciesTab, start: str, end: str) -> None:
    spots: list[QPoint] = [part.view.box_of(key).center().toPoint() for key in (start, end)]
    QTest.mousePress(part.view, Qt.MouseButton.LeftButton, pos=spots[0])
    QTest.mouseMove(part.view, (spots[0] + spots[1]) / 2)
    QTest.mouseMove(part.view, spots[1])
    QTest.mouseRelease(part.view, Qt.MouseButton.LeftButton, pos=spots[1])
    QApplication.processEvents()


def test_a_circle_is_refused_with_its_chain_where_it_would_arise(walk: Walk, path: Path) -> None:
    a_portfolio(walk)
    walk.tab("dependencies")
    part = hands.part(walk)
    assert isinstance(part, DependenciesTab)
    [loose] = [chip for chip in part.loose_chips if chip.text() == STOCK]
    loose.click()
    part.links.needs.picker.setFocus()
    hands.write(walk, PORTAL)
    before = len(walk.place.company.data.all(InitiativeDependency))
    assert before == 2
    # What the portal makes possible counts for it: 36 + 8 for the goals, 0.3 × 16, 4 for the risk, of 52.8.
    parts = ranked(walk, PORTAL).contributions
    assert [str(one.points) for one in parts] == ["68.18", "15.15", "9.09", "7.58"]
    assert parts[2].record_id == initiative(walk, STOCK).id

    drag(part, initiative(walk, STOCK).id, initiative(walk, ARTICLES).id)
    said = walk.place.message.text()
    for name in (STOCK, PORTAL, ARTICLES):
        assert name in said
    assert len(walk.place.company.data.all(InitiativeDependency)) == before

    # The same typed into the rows of the details: a sentence beside the field.
    hands.add_child(walk, children(walk, ARTICLES)["dependencies"], INVOICE)
    rows = children(walk, ARTICLES)["dependencies"]
    rows.table.setFocus()
    rows.table.go_to(rows.rows.index(0, 0))
    hands.write(walk, STOCK)
    assert PORTAL in note_of(walk) and STOCK in note_of(walk)
    walk.press(Qt.Key.Key_Escape)
    walk.end()
    needs = {(one.initiative_id, one.prerequisite_id) for one in in_file(path, InitiativeDependency)}  # type: ignore[attr-defined]
    ids = {one.name: one.id for one in in_file(path, Initiative)}  # type: ignore[attr-defined]
    assert needs == {
        (ids[PORTAL], ids[ARTICLES]), (ids[STOCK], ids[PORTAL]), (ids[ARTICLES], ids[INVOICE]),
    }  # fmt: skip
