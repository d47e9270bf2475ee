"""Hands for reviews: the company that one is held in, the meeting, its notes and its minutes."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.journeys import plan_hands as hands
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import Walk, answering, file_name, type_letter, wait_until
from tests.pdf_text import pdf_text
from virtualcio.actions.review.minutes import minutes_of
from virtualcio.exchange.typst_pdf import pdf_of
from virtualcio.model import (
    Asset,
    Department,
    Initiative,
    InitiativeGoal,
    InitiativeKpi,
    Kpi,
    Measurement,
    Person,
    Record,
    Review,
    ReviewSnapshot,
    Task,
    Team,
    TeamMember,
)
from virtualcio.model.goals import Better
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.inventory import AssetCategory
from virtualcio.model.review import SnapshotSubject
from virtualcio.model.teams import TeamRole
from virtualcio.ui.review.meeting_view import MeetingView
from virtualcio.ui.review.review_tab import ReviewTab

CENTS = Decimal("0.01")


def company_to_review(path: Path) -> Path:
    """Two old things, of which the server costs 10,200 and the NAS 510 today (2 % in a whole year since the
    price is from); a KPI that was never measured, one that is measured; a task that is late; an ERP that
    begins soon with a team of two departments, and a portal that ended on the last of July.
    """
    old, priced = date(2016, 3, 1), date(2025, 1, 15)
    return company_with_goals(
        path,
        Person(id="anna", name="Anna Weber", department_id="sales"),
        Person(id="jens", name="Jens Krüger", department_id="production"),
        Department(id="production", name="Fertigung", liaison_id="jens"),
        Team(id="team", name="ERP", initiative_id="erp", decision_limit=Decimal("5000.00")),
        TeamMember(team_id="team", person_id="anna", role=TeamRole.PRODUCT_OWNER),
        TeamMember(team_id="team", person_id="jens"),
        Asset(id="server", name="ERP-Server", category=AssetCategory.SERVER, purchase_date=old,
              remedy_cost=Decimal("10000.00"), remedy_cost_on=priced),
        Asset(id="nas", name="NAS Halle 2", category=AssetCategory.NAS, purchase_date=old,
              remedy_cost=Decimal("500.00"), remedy_cost_on=priced),
        Kpi(id="lead", name="Angebotszeit", goal_id="fast", unit="Tage", better=Better.LOWER, owner_id="anna",
            baseline=Decimal(9), target=Decimal(4), baseline_on=date(2026, 1, 1),
            target_on=date(2027, 5, 16)),
        Kpi(id="orders", name="Aufträge", goal_id="more", baseline=Decimal(10), target=Decimal(20),
            baseline_on=date(2026, 1, 1), target_on=date(2027, 12, 31), owner_id="jens"),
        Measurement(id="m1", kpi_id="lead", day=date(2026, 10, 28), value=Decimal(6)),
        Initiative(id="erp", name="ERP-Umzug", state=InitiativeState.PLANNED, start=date(2027, 1, 1),
                   months=3, one_off_cost=Decimal("46000.00"), owner_id="jens", product_owner_id="anna"),
        InitiativeGoal(id="g1", initiative_id="erp", goal_id="fast", strength=3),
        Initiative(id="portal", name="Kundenportal", state=InitiativeState.DONE, start=date(2026, 5, 1),
                   months=2, finished_on=date(2026, 7, 31), one_off_cost=Decimal("12000.00"),
                   promised_users=20, owner_id="anna"),
        InitiativeKpi(id="k1", initiative_id="portal", kpi_id="lead"),
        Task(id="backup", name="Rücksicherung proben", owner_id="jens", due_on=date(2026, 10, 31)),
    )  # fmt: skip


def review_tab(walk: Walk) -> ReviewTab:
    """The page is turned to it if another one is shown."""
    shown = getattr(walk.place.current_page, "part", None)
    if not isinstance(shown, ReviewTab):
        walk.page("review")
        walk.tab("reviews")
        shown = walk.place.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
    assert isinstance(shown, ReviewTab)
    return shown


def meeting(walk: Walk) -> MeetingView:
    shown = review_tab(walk).meeting
    assert shown is not None
    return shown


def keyboard_into(widget: QWidget) -> None:
    widget.setFocus()
    QApplication.processEvents()


def answer_first_proposal(walk: Walk, letter: str) -> str:
    """By the letter of a button; gives back what was proposed."""
    row = meeting(walk).proposals.proposed[0]
    words = row.title.text()
    keyboard_into(row)
    walk.type(letter)
    return words


def write_down(walk: Walk, text: str, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    """Into the line below the proposals."""
    keyboard_into(meeting(walk).proposals.add_line.line)
    walk.type(text)
    walk.press(Qt.Key.Key_Return, modifier)


def note(walk: Walk, text: str) -> None:
    """Typed at the station that is shown."""
    keyboard_into(meeting(walk).note)
    walk.type(text)


def taking_part(walk: Walk, *names: str) -> None:
    """At the last station."""
    for name in names:
        people = meeting(walk).end.people
        assert people is not None
        people._add.click()
        QApplication.processEvents()
        walk.type(name)
        walk.press(Qt.Key.Key_Return)


def figures(rows: list[ReviewSnapshot], review: Review) -> dict[str, Decimal | None]:
    """The frozen key figures of a review by name."""
    return {
        row.subject_key: row.amount
        for row in rows
        if row.review_id == review.id and row.subject is SnapshotSubject.FIGURE
    }


def fill_record(walk: Walk, record: Record, **typed: str) -> None:
    """Type into the cells of a row that has no name of its own."""
    shown = hands.table_of_tab(walk)
    for column, text in typed.items():
        if shown.table.records.column_at(column) is None:
            shown.columns.turn(shown.table.table.column(column), on=True)
        assert shown.table.show_record(record.id, column)
        keyboard_into(shown.table)
        hands.taken(walk, text)


def past_texts(walk: Walk) -> list[str]:
    """All that is shown of the closed review that is chosen."""
    past = review_tab(walk).past
    tables = [cell.text for one in past.view.tables for row in one.cells for cell in row]
    return [past.title.text(), past.detail.text(), *tables]


def minutes(walk: Walk, path: Path, button: str = "Protokoll als PDF …") -> bytes:
    """Written through the button, into a file that is not there yet."""
    with answering(file_name(path)):
        walk.click(button)
    wait_until(path.exists, "the minutes")
    return path.read_bytes()


def assert_minutes_say(walk: Walk, written: bytes, *words: str) -> None:
    """The file is what was set from the data, byte for byte, and the data hold these words; so does the text
    of the PDF.
    """
    company = walk.place.company
    review = company.results.last_closed
    assert review is not None and review.closed_on is not None
    told = asdict(minutes_of(company, review))
    assert written == pdf_of("review_minutes.typ", told, review.closed_on) and written.startswith(b"%PDF")
    said = str(told).replace("\\xa0", " ")
    for text in (said, " ".join(pdf_text(written).split())):
        missing = [one for one in words if one not in text]
        assert not missing, f"{missing} not in {text}"


def in_full_screen(walk: Walk, *keys: Qt.Key) -> None:
    """Press keys in the full screen of the meeting that is open."""
    screen = review_tab(walk).full
    assert screen is not None and screen.isVisible()
    screen.activateWindow()
    assert QTest.qWaitForWindowActive(screen)
    for key in keys:
        QTest.keyClick(QApplication.focusWidget() or screen, key)
        QApplication.processEvents()


def type_on(screen: QWidget, letter: str) -> None:
    """Where the keyboard is in another window than the main one."""
    type_letter(screen.focusWidget() or screen, letter)
    QApplication.processEvents()
