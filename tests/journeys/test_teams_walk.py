"""Who decides what, what stays when an initiative is over, what happens in the next 90 days and what a
provider is to do: typed, ticked and printed in the real window.
"""

from collections.abc import Callable, Iterator
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from tests.journeys import plan_hands as hands
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import (
    CTRL,
    NOW,
    SHIFT,
    Walk,
    a_walk,
    answering,
    file_name,
    in_file,
    type_letter,
    wait_until,
)
from tests.pdf_text import pdf_text
from virtualcio.model import (
    Department,
    Initiative,
    InitiativeGoal,
    NinetyDayPlan,
    Person,
    Product,
    Task,
    Team,
    TeamMember,
    WorkOrder,
)
from virtualcio.model.teams import TeamRole
from virtualcio.store.verify import verify
from virtualcio.ui.priorities.initiatives_tab import InitiativesTab
from virtualcio.ui.teams.begin_plan_dialog import BeginPlanDialog
from virtualcio.ui.teams.ninety_days_tab import NinetyDaysTab
from virtualcio.ui.teams.orders_tab import OrdersTab
from virtualcio.ui.teams.teams_tab import TeamsTab

LEFT = Qt.MouseButton.LeftButton
TEAM, PORTAL = "Angebote ohne Abtippen", "Kundenportal"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Two people of sales and one of production; a portal that is planned from January to March."""
    return company_with_goals(
        tmp_path / "brandt.vcio",
        Department(id="production", name="Fertigung"),
        Person(id="anna", name="Anna Weber", department_id="sales"),
        Person(id="ole", name="Ole Petersen", department_id="sales"),
        Person(id="jens", name="Jens Krüger", department_id="production"),
        Initiative(id="portal", name=PORTAL, start=date(2027, 1, 1), months=3, owner_id="anna",
                   one_off_cost=Decimal("12000.00"), we_do="Ein Portal für Bestellungen",
                   promised_users=20),
        InitiativeGoal(id="g1", initiative_id="portal", goal_id="more", strength=3),
    )  # fmt: skip


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        yield walking


def teams(walk: Walk) -> TeamsTab:
    hands.turn_to(walk, "roadmap", "teams")
    part = hands.part(walk)
    assert isinstance(part, TeamsTab)
    return part


def test_a_team_can_decide_and_somebody_answers_for_what_stays(walk: Walk, path: Path) -> None:
    tab = teams(walk)
    walk.click("Gemischtes Team")
    hands.write(walk, TEAM)
    members = tab.rows.inspector.children_tables["team_members"]
    hands.add_child(walk, members, "Anna Weber")
    hands.fill_child(walk, members, 0, role="Fachlich verantwortlich", days_per_month="2")
    hands.add_child(walk, members, "Ole Petersen")
    assert team_says(walk) == (
        "Das Team darf noch nichts allein entscheiden; es fehlt: Leute aus einer zweiten Abteilung und was "
        "es allein entscheidet."
    )
    hands.add_child(walk, members, "Jens Krüger")
    hands.fill_details(walk, tab.rows.inspector, decision_scope="Reihenfolge der Formulare")
    walk.click("Wer was entscheidet")
    # The amount is typed on the card.
    [card] = tab.cards
    QTest.mouseClick(card.limit, LEFT)
    hands.taken(walk, "3000")
    assert tab.cards[0].pill.text().replace("\u00a0", " ") == "entscheidet bis 3.000 €"
    assert {line[:2] for line in tab.cards[0].lines} == {
        ("Anna Weber", "Vertrieb"), ("Ole Petersen", "Vertrieb"), ("Jens Krüger", "Fertigung"),
    }  # fmt: skip

    hands.turn_to(walk, "roadmap", "products")
    walk.click("Produkt oder Dienst")
    hands.write(walk, "Portal für Kunden")
    shown = hands.table_of_tab(walk)
    hands.link(walk, shown.inspector, "initiatives", PORTAL)
    assert shown.inspector.sentence.text.text() == "Niemand verantwortet es vom Wunsch bis zum Alltag."
    hands.fill_details(walk, shown.inspector, owner="Anna Weber", promise="Antwort am selben Tag")
    assert "Antwort am selben Tag" in shown.inspector.sentence.text.text()
    # The keyboard is in the next field of the details now: Ctrl+Z takes back the change, not letters there.
    assert hands.undo_all_and_redo(walk, path) > 10
    walk.end()
    [team] = in_file(path, Team)
    assert isinstance(team, Team)
    assert (team.decision_scope, team.decision_limit) == ("Reihenfolge der Formulare", Decimal("3000.00"))
    roles = {one.person_id: one.role for one in in_file(path, TeamMember) if isinstance(one, TeamMember)}
    assert roles.keys() == {"anna", "ole", "jens"} and roles["anna"] is TeamRole.PRODUCT_OWNER
    [product] = in_file(path, Product)
    assert isinstance(product, Product) and product.owner_id == "anna" and verify(path).ok


def team_says(walk: Walk) -> str:
    return teams(walk).rows.inspector.sentence.text.text().replace("\u00a0", " ")


def begin_on(day: str, leader: str) -> Callable[[QDialog], None]:
    """Type another first day into the dialog and choose who leads."""

    def do(dialog: QDialog) -> None:
        assert isinstance(dialog, BeginPlanDialog)
        dialog.first_day.setFocus()
        dialog.first_day.selectAll()
        for letter in day:
            type_letter(dialog.first_day, letter)
        dialog.owner.setCurrentIndex(dialog.owner.findText(leader))
        QTest.keyClick(dialog.first_day, hands.ENTER)

    return do


def ninety_days(walk: Walk) -> NinetyDaysTab:
    hands.turn_to(walk, "roadmap", "ninety_day_plans")
    part = hands.part(walk)
    assert isinstance(part, NinetyDaysTab)
    return part


def progress(walk: Walk) -> list[str]:
    return [column.progress.text() for column in ninety_days(walk).columns]


def test_the_first_ninety_days_are_planned_by_one_click_and_ticked_off(walk: Walk, path: Path) -> None:
    tab = ninety_days(walk)
    with answering(begin_on("02.11.2026", "Anna Weber")):
        walk.click("Neuer externer CIO")
    assert progress(walk) == ["0 von 6", "0 von 3", "0 von 3"]
    # Today, the 22nd of November, is day 21; what was due on day 2, 5, 10 and 15 is late.
    assert tab.columns[0].title_label.text() == "Tag 1 bis 30, jetzt"
    late = [one.name for one in tasks(walk) if one.due_on and one.due_on < date(2026, 11, 22)]
    assert [one.due_on for one in tasks(walk)][:4] == [date(2026, 11, day) for day in (3, 6, 11, 16)]
    assert len(late) == 4 and "0 von 12" in tab.sentence.text()
    for row in range(2):
        QTest.mouseClick(tab.columns[0].list.rows[row].box, LEFT, pos=QPoint(8, 8))
        QApplication.processEvents()
    assert progress(walk)[0] == "2 von 6"
    tab.columns[2].line.setFocus()
    hands.write(walk, "Vertretung benennen")
    assert progress(walk) == ["2 von 6", "0 von 3", "0 von 4"]
    walk.press(Qt.Key.Key_Z, CTRL)
    walk.press(Qt.Key.Key_Z, CTRL)
    assert progress(walk) == ["1 von 6", "0 von 3", "0 von 3"]
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    walk.end()

    [plan] = in_file(path, NinetyDayPlan)
    assert isinstance(plan, NinetyDayPlan) and (plan.starts_on, plan.owner_id) == (date(2026, 11, 2), "anna")
    saved = [one for one in in_file(path, Task) if isinstance(one, Task)]
    assert len(saved) == 13 and {one.plan_id for one in saved} == {plan.id}
    assert [one.done_on for one in saved if one.done_on] == [NOW.date()] * 2
    assert next(one.due_on for one in saved if one.name == "Vertretung benennen") == date(2027, 1, 30)
    with a_walk(now=datetime(2027, 2, 1, 9)) as later:  # noqa: DTZ001 - what the clock on the wall says
        assert later.window.tasks.open_path(path)
        assert progress(later) == ["2 von 6", "0 von 3", "0 von 4"]
        assert "überfällig" in ninety_days(later).sentence.text().casefold()


def tasks(walk: Walk) -> list[Task]:
    return list(walk.place.company.data.all(Task))


def test_a_provider_gets_one_sheet_that_says_what_why_until_when(walk: Walk, path: Path) -> None:
    hands.turn_to(walk, "priorities", "initiatives")
    rows = hands.table_of_tab(walk)
    assert isinstance(rows, InitiativesTab) and rows.table.show_record("portal")
    QApplication.processEvents()
    assert rows.order_link.text() == "Arbeitsauftrag daraus machen"
    QTest.mouseClick(rows.order_link, LEFT)
    wait_until(lambda: walk.place.place == ("roadmap", "work_orders"), "the work orders")
    orders = hands.table_of_tab(walk)
    assert isinstance(orders, OrdersTab)
    [order] = orders.table.selected_records()
    assert isinstance(order, WorkOrder)
    assert (order.what, order.due_on) == ("Ein Portal für Bestellungen", date(2027, 3, 31))
    assert (order.amount, order.owner_id) == (Decimal("12000.00"), "anna")
    assert "Mehr Umsatz" in order.why and "20 Personen" in order.acceptance
    hands.fill_details(walk, orders.inspector, acceptance="Drei Kunden bestellen ohne Anruf")
    hands.fill_row(walk, order.name, ordered_on="22.11.2026")

    sheet = path.with_name("auftrag.pdf")
    with answering(file_name(sheet)):
        walk.click("Als PDF speichern …")
    wait_until(sheet.exists, "the sheet")
    words = " ".join(pdf_text(sheet.read_bytes()).split())
    for part in ("Schlosserei Brandt", PORTAL, "Ein Portal für Bestellungen", "Mehr Umsatz", "31. März 2027",
                 "Drei Kunden bestellen ohne Anruf", "Anna Weber", "12.000,00"):  # fmt: skip
        assert part in words.replace("\u00a0", " "), (part, words)
    steps = hands.undo_all_and_redo(walk, path)
    assert steps == 4  # the company was made, the order made, two cells typed
    walk.end()
    [saved] = in_file(path, WorkOrder)
    assert isinstance(saved, WorkOrder) and saved.ordered_on == NOW.date()
    assert saved.initiative_id == "portal"
