"""Between two reviews: the council meets, a finished initiative is looked back at, its use is counted."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys import review_hands as rh
from tests.journeys.walk import CTRL, Walk, a_walk, in_file
from virtualcio.model import (
    AdoptionCount,
    CouncilMeeting,
    CouncilPerson,
    Decision,
    Initiative,
    OutcomeKpi,
    OutcomeReview,
    Task,
)
from virtualcio.store.verify import verify
from virtualcio.ui.review.adoption_tab import AdoptionTab
from virtualcio.ui.review.council_tab import CouncilTab
from virtualcio.ui.review.outcomes_tab import OutcomesTab

TODAY = date(2026, 11, 22)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return rh.company_to_review(tmp_path / "brandt.vcio")


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(path)
        yield walking


def test_the_council_meets_and_decides(walk: Walk, path: Path) -> None:
    hands.turn_to(walk, "review", "council_meetings")
    walk.click("Sitzung")
    tab = hands.part(walk)
    assert isinstance(tab, CouncilTab)
    [meeting] = walk.place.company.data.all(CouncilMeeting)
    rh.fill_record(walk, meeting, topic="Telefonanlage")
    for text, modifier in (("Anlage mieten", Qt.KeyboardModifier.NoModifier), ("Preise vergleichen", CTRL)):
        rh.keyboard_into(tab.result.add_line.line)
        walk.type(text)
        walk.press(Qt.Key.Key_Return, modifier)
    assert [line.text() for line in tab.result.decisions] == ["Anlage mieten"]
    assert [row.task.name for row in tab.result.tasks.rows] == ["Preise vergleichen"]
    due = walk.place.company.results.council_due
    assert due.last_on == TODAY and not due.overdue
    hands.undo_all_and_redo(walk, path)
    walk.end()
    [saved] = in_file(path, CouncilMeeting)
    assert isinstance(saved, CouncilMeeting)
    assert (saved.held_on, saved.topic) == (TODAY, "Telefonanlage")
    [person] = in_file(path, CouncilPerson)
    assert isinstance(person, CouncilPerson) and person.person_id == "jens"  # the only liaison
    [decision] = in_file(path, Decision)
    assert isinstance(decision, Decision)
    assert (decision.meeting_id, decision.decided_on) == (meeting.id, TODAY)
    task = hands.named(in_file(path, Task), "Preise vergleichen")
    assert task.meeting_id == meeting.id and verify(path).ok


def test_what_was_promised_stands_beside_what_arrived(walk: Walk, path: Path) -> None:
    """It ended on 31 July instead of 30 June, cost 13,500 instead of 12,000, and 15 of 20 use it."""
    hands.turn_to(walk, "review", "outcomes")
    tab = hands.part(walk)
    assert isinstance(tab, OutcomesTab)
    assert [one.due_on for one in walk.place.company.results.outcomes_due] == [date(2026, 10, 29)]  # 90 days
    tab.due.buttons[0].click()
    QApplication.processEvents()
    [made] = walk.place.company.data.all(OutcomeReview)
    assert (made.planned_cost, made.planned_users) == (Decimal(12000), 20)
    rh.fill_record(walk, made, actual_cost="13500", actual_users="15", learned="Früher schulen")
    portal = walk.place.company.data.find(Initiative, "portal")
    outcome = walk.place.company.results.outcome_of(portal)
    assert (outcome.cost_difference, outcome.days_late, outcome.use_percent) == (
        Decimal("1500.00"), 31, Decimal("75.0"),
    )  # fmt: skip
    assert tab.picture.bars.rows[0][:3] == ("Angebotszeit", "4\u00a0Tage", "6\u00a0Tage")
    assert not walk.place.company.results.outcomes_due

    # Use, department by department: who uses it knows it.
    walk.tab("adoption")
    counts = hands.part(walk)
    assert isinstance(counts, AdoptionTab)
    counts.commands.add_action.trigger()
    QApplication.processEvents()
    hands.write(walk, "Kundenportal")
    [count] = walk.place.company.data.all(AdoptionCount)
    rh.fill_record(walk, count, department="Vertrieb", people="12", knowing="10", users="6")
    [state] = walk.place.company.results.adoption
    assert (state.people, state.users) == (12, 6)
    steps = hands.undo_all_and_redo(walk, path)
    assert steps > 8
    walk.end()
    [saved] = in_file(path, OutcomeReview)
    assert isinstance(saved, OutcomeReview) and saved.held_on == TODAY and saved.learned == "Früher schulen"
    [kept] = in_file(path, OutcomeKpi)
    assert isinstance(kept, OutcomeKpi) and (kept.promised, kept.arrived) == (Decimal(4), Decimal(6))
    [counted] = in_file(path, AdoptionCount)
    assert isinstance(counted, AdoptionCount)
    assert (counted.department_id, counted.knowing, counted.users) == ("sales", 10, 6)
    assert verify(path).ok
