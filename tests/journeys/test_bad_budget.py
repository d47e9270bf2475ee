"""A budget and books that cannot be so: one sentence where it is typed or read, and a finding that leads to
it where it stands in the file.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from tests.journeys import budget_hands as budget
from tests.journeys import plan_hands as hands
from tests.journeys.bad_input import one_sentence
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.test_bad_plan import finding, refused
from tests.journeys.walk import Walk, a_walk
from virtualcio.model import Account, ActualCost, BudgetLine, Review
from virtualcio.model.base import Record
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import BudgetCategory, Purpose
from virtualcio.model.review import ReviewStation
from virtualcio.ui.budget.actuals_part import ActualsPart, Face
from virtualcio.ui.common.record_table import RecordTable
from virtualcio.ui.review.end_panel import EndPanel

YEAR = date(2026, 1, 1)


def what_cannot_be() -> list[Record]:
    """As an older file or another program may have left it."""
    run = Purpose.OPERATION
    return [
        BudgetLine(id="far", name="Jahr vertippt", amount=Decimal(500), first_on=date(2206, 1, 1),
                   purpose=run),
        BudgetLine(id="why", name="Wofür nur", amount=Decimal(900), first_on=date(2027, 1, 1)),
        BudgetLine(id="free", name="Betrag fehlt", first_on=date(2027, 2, 1), purpose=run),
        BudgetLine(id="cloud", name="Cloud", amount=Decimal(100), period=PaymentPeriod.MONTH, first_on=YEAR,
                   purpose=run),
        Account(id="upkeep", number="4806", name="Wartung", category=BudgetCategory.SERVICES),
        Account(id="rights", number="4964", name="Lizenzen", category=BudgetCategory.SOFTWARE),
        ActualCost(id="half", account_id="upkeep", first_on=YEAR, last_on=date(2026, 6, 30),
                   amount=Decimal(5000)),
        ActualCost(id="quarter", account_id="upkeep", first_on=YEAR, last_on=date(2026, 3, 31),
                   amount=Decimal(2500)),
        ActualCost(id="back", account_id="rights", first_on=YEAR, last_on=date(2026, 9, 30),
                   amount=Decimal(-200)),
        ActualCost(id="turn", account_id="upkeep", first_on=date(2025, 11, 1), last_on=date(2026, 2, 28),
                   amount=Decimal(400)),
        ActualCost(id="old", account_id="rights", first_on=date(2019, 1, 1), last_on=date(2019, 12, 31),
                   amount=Decimal(800)),
        ActualCost(id="now", account_id="rights", first_on=date(2026, 11, 1), last_on=date(2026, 12, 31)),
        Review(id="soon", name="Q4 2026", quarter_start=date(2026, 10, 1), held_on=date(2026, 12, 1),
               station=ReviewStation.DECISIONS),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    path = company_with_goals(tmp_path_factory.mktemp("budget") / "brandt.vcio", *what_cannot_be())
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        yield walk


@pytest.mark.parametrize(
    ("check_id", "words", "place"),
    [
        ("line_outside_plan", "Jahr vertippt", ("budget", "budget_lines")),
        ("line_without_purpose", "Wofür nur", ("budget", "budget_lines")),
        ("line_without_amount", "Betrag fehlt", ("budget", "budget_lines")),
        ("actuals_overlap", "4806", ("budget", "actual_costs")),
        ("actuals_across_years", "01.11.2025", ("budget", "actual_costs")),
        ("actual_negative", "4964", ("budget", "actual_costs")),
        ("actuals_outside_plan", "2019", ("budget", "actual_costs")),
        ("done_in_future", "Q4 2026", ("review", "reviews")),
    ],
)
def test_what_stands_in_the_file_is_found_and_leads_to_its_place(
    odd: Walk, check_id: str, words: str, place: tuple[str, str]
) -> None:
    row = finding(odd, check_id, words)
    row.button.click()
    QApplication.processEvents()
    assert odd.place.place == place


def test_none_of_it_is_counted_twice_or_in_a_wrong_year(odd: Walk) -> None:
    """1,200 of the cloud are planned; the quarter is in the half year; what belongs to two years
    counts in none; the credit counts as such."""
    year = odd.place.company.results.year_figures(2026)
    assert (year.plan, year.actual) == (Decimal(1200), Decimal(4800))
    assert year.unknown_lines == 0
    assert odd.place.company.results.year_figures(2027).unknown_lines == 1


def said_in(walk: Walk, table: RecordTable, record: str, column: str, text: str) -> str:
    """Type into a cell; what is said against it. Nothing is stored."""
    if table.records.column_at(column) is None:
        shown = hands.part(walk)
        tab = shown.rows if isinstance(shown, ActualsPart) else shown
        tab.columns.turn(table.table.column(column), on=True)
    assert table.show_record(record, column)
    table.setFocus()
    QApplication.processEvents()
    return refused(walk, text)


@pytest.mark.parametrize(
    ("column", "text", "words"),
    [
        ("first_on", "01.01.2076", "mehr als 20 Jahre entfernt"),
        ("last_on", "31.12.2025", "enden, bevor sie beginnen"),
        ("amount", "-100", "Betrag"),
        ("price_increase_percent", "300", "100"),
        ("useful_life_years", "0", "1"),
    ],
)
def test_a_line_that_cannot_be_is_refused_beside_its_cell(
    odd: Walk, column: str, text: str, words: str
) -> None:
    hands.turn_to(odd, "budget", "budget_lines")
    one_sentence(said_in(odd, hands.table_of_tab(odd).table, "cloud", column, text), words)


@pytest.mark.parametrize(
    ("record", "column", "text", "words"),
    [
        ("back", "last_on", "31.12.2025", "bevor"),
        ("now", "first_on", "01.12.2026", "liegt in der Zukunft"),
        ("back", "first_on", "01.01.2024", "höchstens ein Jahr"),
    ],
)
def test_actual_costs_of_a_time_that_cannot_be_are_refused(
    odd: Walk, record: str, column: str, text: str, words: str
) -> None:
    part = budget.the_actuals(odd)
    part.show_face(Face.ROWS)
    one_sentence(said_in(odd, part.rows.table, record, column, text), words)


def test_an_account_is_there_once(odd: Walk) -> None:
    hands.turn_to(odd, "budget", "accounts")
    said = said_in(odd, hands.table_of_tab(odd).table, "rights", "number", "4806")
    one_sentence(said, "gibt es schon", "4806")


def test_a_line_without_purpose_and_one_without_amount_say_so_in_their_details(odd: Walk) -> None:
    hands.turn_to(odd, "budget", "budget_lines")
    shown = hands.table_of_tab(odd)
    for record, words in (("why", "Wofür"), ("free", "nicht bekannt")):
        assert shown.table.show_record(record)
        QApplication.processEvents()
        assert words in shown.inspector.sentence.text.text()
    remarks = [link.text() for link in budget.the_plan(odd).plan.links]
    assert "1 Position ohne Betrag" in remarks


def test_a_list_of_another_company_or_year_says_so_before_it_is_taken_over(odd: Walk, tmp_path: Path) -> None:
    row = "4806;Wartung;0,00;100,00;0,00;100,00 S"
    lists = {
        "fremd.csv": ("Januar - Oktober 2026", "Schreinerei Holz GmbH", "Schreinerei Holz GmbH"),
        "alt.csv": ("Januar - Dezember 2019", "Saldenliste", "außerhalb der Jahre"),
    }
    before = odd.place.company.workspace.undo_label
    for name, (months, title, words) in lists.items():
        budget.read_list(odd, budget.accounts_list(tmp_path / name, months, row, title=title))
        assert words in odd.importing.preview.notes.text()
    none = budget.accounts_list(tmp_path / "ohne.csv", "", row)
    budget.read_list(odd, none)
    one_sentence(odd.importing.preview.problem.text(), "Monate")
    assert not [button for button in odd.buttons() if "übernehmen" in button.text()]
    credit = "4964;Lizenzen;0,00;100,00;250,00;150,00 H"
    budget.read_list(odd, budget.accounts_list(tmp_path / "gutschrift.csv", "Januar - Oktober 2026", credit))
    assert "Gutschrift" in " ".join(
        str(said) for one in odd.importing.preview.plan.rows for said in one.sentences  # type: ignore[union-attr]
    )  # fmt: skip
    assert odd.place.company.workspace.undo_label is before


def test_a_review_of_a_day_to_come_cannot_be_closed(odd: Walk) -> None:
    hands.turn_to(odd, "review", "reviews")
    [panel] = [one for one in odd.window.findChildren(EndPanel) if one.isVisible()]
    assert panel.close_button is not None
    panel.close_button.click()
    QApplication.processEvents()
    one_sentence(odd.place.message.text(), "liegt in der Zukunft", "01.12.2026")
    assert odd.place.company.data.find(Review, "soon").closed_on is None
