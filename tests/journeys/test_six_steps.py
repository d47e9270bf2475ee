"""A company that nobody knows walks through all six steps in the real window with nothing but its own lists,
from the empty file to the minutes of its first review. Every figure is worked out by hand.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys import review_hands as rh
from tests.journeys.walk import Walk, a_walk, in_file, wait_until
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.model import Contract, Decision, Goal, Initiative, Kpi, Review
from virtualcio.model.initiatives import InitiativeState
from virtualcio.model.review import DecisionState
from virtualcio.store.verify import verify

SAMPLES = Path(__file__).resolve().parents[1] / "samples"
MIXED = ("Reparatur u. Instandhaltung Betriebs- u. Geschäftsausst.", "Fortbildungskosten")
LEAD, MOVE, LINE = "Angebotsdurchlaufzeit", "Server in die Cloud", "Schulung Angebote"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brandt.vcio"


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        hands.begin_new_company(walking, path)
        yield walking


def take_over(walk: Walk, name: str, rows: int) -> None:
    """A list is chosen, seen, and taken over as proposed."""
    walk.place.go("import", record=str(SAMPLES / name))
    preview = walk.importing.preview
    wait_until(lambda: preview.plan is not None and preview.plan.file_name == name, name)
    walk.click(f"{rows} Zeilen übernehmen")
    assert walk.importing.result.title.text() == f"{rows} Zeilen übernommen"


def step_1_inventory(walk: Walk) -> None:
    """37 rows of devices, 12 contracts; what is overdue costs a known sum."""
    take_over(walk, "geraeteliste.xlsx", 37)
    take_over(walk, "vertraege.csv", 12)
    backlog = walk.place.company.results.backlog
    assert (len(backlog.items), backlog.total) == (27, Decimal("153091.58"))


def step_2_goals(walk: Walk) -> None:
    """A goal is typed, the list of KPIs taken over, one of them gets what it lacks: 6.025 days, on plan."""
    walk.page("goals")
    hands.first_goal(walk)
    take_over(walk, "kennzahlen.xlsx", 4)
    hands.turn_to(walk, "goals", "kpis")
    hands.fill_row(walk, LEAD, goal="Schneller anbieten", owner="Anna Weber", target_on="31.12.2028")
    lead = hands.named(list(walk.place.company.data.all(Kpi)), LEAD)
    assert walk.place.company.results.kpi_state(lead).status is KpiStatus.ON_PLAN


def step_3_priorities(walk: Walk) -> None:
    """One initiative for the goal: 46,000 outside, 12 days inside. It is the first of the ranking."""
    hands.turn_to(walk, "roadmap", "pools")
    walk.click("Eintippen")
    hands.write(walk, "Eigene IT")
    hands.fill_row(walk, "Eigene IT", days_per_month="6", day_rate="500")
    hands.turn_to(walk, "priorities", "initiatives")
    walk.click("Eintippen")
    hands.write(walk, MOVE)
    hands.fill_row(walk, MOVE, one_off_cost="46000", owner="Anna Weber", months="2")
    rows = hands.table_of_tab(walk).inspector.children_tables
    hands.add_child(walk, rows["contributions"], "Schneller anbieten")
    hands.fill_child(walk, rows["contributions"], 0, strength="3")
    hands.add_child(walk, rows["efforts"], "Eigene IT")
    hands.fill_child(walk, rows["efforts"], 0, days="12")
    ranked = walk.place.company.results.ranked(the_move(walk))
    assert ranked is not None and ranked.effort == 52000  # 46,000 and 12 days at 500
    assert ranked.benefit == 100


def step_4_roadmap(walk: Walk) -> None:
    """On the plan with a key: 6 days a month from December on; moved to January with an arrow."""
    hands.turn_to(walk, "roadmap", "plan")
    next(one for one in walk.place.current_page.header_actions() if one.makes_entry).slot()
    walk.press(hands.ENTER)
    move = the_move(walk)
    assert (move.state, move.start) == (InitiativeState.PLANNED, date(2026, 12, 1))
    plan = hands.part(walk)
    plan.chart.choose(move.id)
    plan.chart.setFocus()
    walk.press(Qt.Key.Key_Right)
    assert move.start == date(2027, 1, 1)
    assert not walk.place.company.results.conflicts
    [load] = walk.place.company.results.pool_loads
    by_month = dict(zip(load.months, load.load, strict=True))
    assert [by_month[date(2027, month, 1)] for month in (1, 2, 3)] == [6, 6, 0]


def step_5_budget(walk: Walk) -> None:
    """Contracts and the initiative are lines already; one more is typed, and the books come in."""
    before = walk.place.company.results.year_figures(2026).plan
    assert before == Decimal("32819.70")  # twelve contracts
    hands.turn_to(walk, "budget", "budget_lines")
    walk.click("Eintippen")
    hands.write(walk, LINE)
    hands.fill_row(
        walk, LINE, amount="1200,00", category="Schulung", period="Jährlich", first_on="01.12.2026"
    )
    take_over(walk, "summen_salden.csv", 10)
    hands.turn_to(walk, "budget", "accounts")
    for account in MIXED:  # here they are all about IT, which nobody can see from a number
        hands.fill_row(walk, account, counts="Ja")
    figures = walk.place.company.results.year_figures(2026)
    assert figures.plan == before + 1200
    # 11,406.94 + 8,316.77 + 2,739.26 + 2,693.75 + 14,593.27 + 5,371.18 + 1,060.64 + 17,326.12 + 1,530.52;
    # 4900 is not about IT.
    assert (figures.actual, figures.actual_until) == (Decimal("65038.45"), date(2026, 10, 31))
    assert figures.forecast == Decimal("73889.91")
    assert walk.place.company.results.year_figures(2027).plan == before + 1200 + 46000
    hands.turn_to(walk, "budget", "plan")
    assert not hands.part(walk).empty.isVisible()


def step_6_review(walk: Walk, paper: Path) -> None:
    """Held with keys, closed with what is open, minutes as PDF."""
    walk.page("review")
    walk.click("Review beginnen")
    rh.note(walk, "Angebote gehen schneller hinaus.")
    walk.click("Weiter: Nutzung")
    said = rh.answer_first_proposal(walk, "b")
    assert rh.answer_first_proposal(walk, "v") != said
    view = rh.meeting(walk)
    for _station in range(5):
        view.next()
        QApplication.processEvents()
    rh.taking_part(walk, "Anna Weber", "Karin Brandt")
    walk.click("Trotzdem abschließen")
    written = rh.minutes(walk, paper)
    rh.assert_minutes_say(
        walk, written, "Schlosserei Brandt", "Quartals-Review Q4 2026", "Anna Weber", "Karin Brandt",
        "153.092 €", "73.890 €", "2.731 €", "Angebote gehen schneller hinaus.", "1 Vorschlag ohne Beschluss",
    )  # fmt: skip


def the_move(walk: Walk) -> Initiative:
    found = hands.named(list(walk.place.company.data.all(Initiative)), MOVE)
    assert isinstance(found, Initiative)
    return found


def test_an_unknown_company_walks_from_its_lists_to_the_minutes(walk: Walk, path: Path) -> None:
    step_1_inventory(walk)
    step_2_goals(walk)
    step_3_priorities(walk)
    step_4_roadmap(walk)
    step_5_budget(walk)
    step_6_review(walk, path.with_name("protokoll.pdf"))
    walk.page("overview")
    walk.end()

    [review] = in_file(path, Review)
    assert isinstance(review, Review) and review.closed_on == date(2026, 11, 22)
    states = [one.state for one in in_file(path, Decision) if isinstance(one, Decision)]
    assert sorted(states) == [DecisionState.DECIDED, DecisionState.DEFERRED]
    assert len(in_file(path, Contract)) == 12 and len(in_file(path, Goal)) == 1
    assert verify(path).ok
