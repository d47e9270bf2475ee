"""Goals and plans that cannot be so: one sentence where it is typed, and a finding that leads there where it
stands in the file.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.journeys import plan_hands as hands
from tests.journeys.bad_input import note_of, one_sentence
from tests.journeys.plan_seed import company_with_goals
from tests.journeys.walk import Walk, a_walk
from virtualcio.analysis.roadmap.conflict import ConflictKind
from virtualcio.model import (
    Goal,
    Initiative,
    InitiativeDependency,
    InitiativeEffort,
    Kpi,
    Measurement,
    ResourcePool,
)
from virtualcio.model.base import Record
from virtualcio.ui.checks.checks_page import ChecksPage
from virtualcio.ui.common.finding_row import FindingRow

MARCH = date(2027, 3, 1)


def what_cannot_be() -> list[Record]:
    """As an older file or another program may have left it."""
    return [
        Goal(id="third", name="Weniger Fehler", weight=Decimal(25)),
        Kpi(id="back", name="Rückwärts", goal_id="fast", baseline=Decimal(9), baseline_on=date(2026, 6, 1),
            target=Decimal(4), target_on=date(2026, 3, 1)),
        Kpi(id="odd", name="Doppelt", goal_id="fast", baseline=Decimal(9), baseline_on=date(2026, 1, 1),
            target=Decimal(4), target_on=date(2026, 12, 31)),
        Measurement(kpi_id="odd", day=date(2026, 10, 31), value=Decimal(7)),
        Measurement(kpi_id="odd", day=date(2026, 10, 31), value=Decimal(6), entry=1),
        Measurement(kpi_id="odd", day=date(2027, 1, 31), value=Decimal(1)),
        Initiative(id="hen", name="Henne", start=MARCH),
        Initiative(id="egg", name="Ei", start=MARCH),
        InitiativeDependency(id="d1", initiative_id="hen", prerequisite_id="egg"),
        InitiativeDependency(id="d2", initiative_id="egg", prerequisite_id="hen"),
        ResourcePool(id="nobody", name="Niemand", day_rate=Decimal("400.00")),
        Initiative(id="lost", name="Verloren", start=MARCH),
        InitiativeEffort(initiative_id="lost", pool_id=None, days=Decimal("5.00")),
        InitiativeEffort(initiative_id="hen", pool_id="nobody", days=Decimal("5.00")),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def odd(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walk]:
    path = company_with_goals(tmp_path_factory.mktemp("plan") / "brandt.vcio", *what_cannot_be())
    with a_walk() as walk:
        assert walk.window.tasks.open_path(path)
        yield walk


def finding(walk: Walk, check_id: str, words: str) -> FindingRow:
    """The row of the checks' page that says this."""
    walk.page("checks")
    page = walk.place.current_page
    assert isinstance(page, ChecksPage)
    page.findings.on_more()
    rows = [row for row in page.findings.rows if row.finding.check_id == check_id]
    found = [row for row in rows if words in f"{row.title.text()} {row.detail.text()}"]
    assert len(found) == 1, [(row.title.text(), row.detail.text()) for row in rows]
    return found[0]


@pytest.mark.parametrize(
    ("check_id", "words", "place"),
    [
        ("goal_incomplete", "125\u00a0%", ("goals", "goals")),
        ("kpi_incomplete", "vor dem Ausgangswert", ("goals", "kpis")),
        ("kpi_values_doubtful", "1 Wert trägt einen Tag, der noch kommt", ("goals", "kpis")),
        ("kpi_values_doubtful", "An 1 Tag stehen zwei Werte", ("goals", "kpis")),
        ("plan_contradiction", "„Ei“ und „Henne“ warten aufeinander", ("roadmap", "plan")),
        ("initiative_effort_unclear", "1 ohne Team", ("priorities", "initiatives")),
        ("initiative_effort_unclear", "1 mit einem Team ohne freie Tage", ("priorities", "initiatives")),
    ],
)
def test_what_stands_in_the_file_is_found_and_leads_to_its_place(
    odd: Walk, check_id: str, words: str, place: tuple[str, str]
) -> None:
    row = finding(odd, check_id, words)
    assert row.button.text()
    row.button.click()
    QApplication.processEvents()
    assert odd.place.place == place


def refused(walk: Walk, text: str) -> str:
    """What is said beside the cell that has the keyboard; the cell is left as it was."""
    before = walk.place.company.workspace.undo_label
    hands.write(walk, text)
    said = note_of(walk).removeprefix("■ ")
    walk.press(Qt.Key.Key_Escape)
    assert note_of(walk) == "" and walk.place.company.workspace.undo_label is before
    return said


def test_a_target_date_before_the_starting_value_is_refused(odd: Walk) -> None:
    hands.turn_to(odd, "goals", "kpis")
    table = hands.table_of_tab(odd).table
    assert table.show_record("odd", "target_on")
    table.setFocus()
    one_sentence(refused(odd, "01.12.2025"), "Der Zieltermin läge vor")
    assert odd.place.company.data.find(Kpi, "odd").target_on == date(2026, 12, 31)


def test_a_value_of_a_day_to_come_is_refused_and_two_of_one_day_are_said(odd: Walk) -> None:
    hands.turn_to(odd, "goals", "kpis")
    shown = hands.table_of_tab(odd)
    assert shown.table.show_record("odd")
    QApplication.processEvents()
    child = shown.inspector.children_tables["measurements"]
    row = [texts[0] for texts in hands.child_texts(child)].index("31.10.2026")
    child.table.setFocus()
    child.table.go_to(child.rows.index(row, 0))
    one_sentence(refused(odd, "23.11.2026"), "liegt in der Zukunft", "23.11.2026")

    odd.place.go("goals", tab="goals", record="odd")
    hands.part(odd).side.course_chip.click()
    QApplication.processEvents()
    warnings = hands.part(odd).side.kpi_card.warnings.text().splitlines()
    assert all(line.endswith(".") for line in warnings)
    assert any(line.startswith("1 Wert liegt in der Zukunft") for line in warnings)
    assert any("31.10.2026" in line for line in warnings)
    state = odd.place.company.results.kpi_state(odd.place.company.data.find(Kpi, "odd"))
    assert (state.current, state.measured_on) == (Decimal(6), date(2026, 10, 31))  # the later one of that day


def test_weights_that_do_not_add_up_are_shown_and_count_in_proportion(odd: Walk) -> None:
    hands.turn_to(odd, "goals", "goals")
    one_sentence(hands.part(odd).weights.text(), "125\u00a0%")
    assert {str(key): share * 125 for key, share in odd.place.company.results.goal_weights.items()} == {
        "more": 60, "fast": 40, "third": 25,
    }  # fmt: skip


def test_a_circle_in_the_file_is_named_where_it_is_drawn(odd: Walk) -> None:
    hands.turn_to(odd, "priorities", "dependencies")
    line = hands.part(odd).circle
    assert line.isVisible()
    assert "„Ei“ braucht „Henne“" in line.words.text() and "„Henne“ braucht „Ei“" in line.words.text()
    hands.turn_to(odd, "priorities", "ranking")
    assert hands.part(odd).ranking.rowCount() == 3  # nobody is left out of the ranking


def test_days_of_nobody_and_of_a_team_without_days_are_said_in_the_plan(odd: Walk) -> None:
    hands.turn_to(odd, "roadmap", "plan")
    rows = {row.conflict.kind: row for row in hands.part(odd).conflicts.rows}
    nobody, overload = rows[ConflictKind.WITHOUT_POOL], rows[ConflictKind.OVERLOAD]
    assert "Verloren" in nobody.title.whole_text()
    one_sentence(nobody.reason.whole_text(), "Wählen Sie das Team")
    assert "Niemand" in overload.title.whole_text()
    assert overload.button is None  # no other month would help
    hands.turn_to(odd, "roadmap", "pools")
    shown = hands.table_of_tab(odd)
    assert shown.table.show_record("nobody")
    QApplication.processEvents()
    one_sentence(shown.inspector.sentence.text.text(), "keine Tage für Vorhaben")
