"""From an empty company to goals that are measured, by typing, clicking and pasting in the real window; every
figure is worked out by hand.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QDialog

from tests.journeys import plan_hands as hands
from tests.journeys.bad_input import one_sentence
from tests.journeys.walk import CTRL, Walk, a_walk, answering, in_file
from virtualcio.analysis.goals.forecast import Trend
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.model import Goal, Kpi, Measurement
from virtualcio.model.goals import KpiSource
from virtualcio.store.verify import verify
from virtualcio.ui.goals.catalogue_dialog import CatalogueDialog
from virtualcio.ui.goals.goals_tab import GoalsTab
from virtualcio.ui.goals.template_dialog import TemplateDialog

LEAD = "Vom Anruf zum Angebot"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "brandt.vcio"


@pytest.fixture
def walk(path: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        hands.begin_new_company(walking, path)
        walking.page("goals")
        yield walking


def goals(walk: Walk) -> GoalsTab:
    shown = hands.part(walk)
    assert isinstance(shown, GoalsTab)
    return shown


def kpi(walk: Walk, name: str) -> Kpi:
    found = hands.named(list(walk.place.company.data.all(Kpi)), name)
    assert isinstance(found, Kpi)
    return found


def own_kpi(walk: Walk) -> None:
    """From 9 days on 1 January 2026 to 4 on 16 May 2027: 5 days less in 500 days, one in every hundred."""
    tab = goals(walk)
    next(iter(tab.column.cards.values())).add_menu.actions()[1].trigger()
    QApplication.processEvents()
    hands.write(walk, LEAD)
    details = tab.side.inspector
    hands.fill_details(
        walk, details, unit="Tage", baseline="9", baseline_on="01.01.2026", target="4", target_on="16.05.2027"
    )


def five_values(walk: Walk) -> None:
    """Two typed in the rows below the details, three pasted: on the straight way to the target."""
    child = goals(walk).side.inspector.children_tables["measurements"]
    # A new value is of today until another day is typed.
    for value, day in (("7,5", "31.05.2026"), ("7", "20.07.2026")):
        hands.add_child(walk, child, value)
        added = [row[0] for row in hands.child_texts(child)].index(
            "22.11.2026"
        )  # today, until told otherwise
        hands.fill_child(walk, child, added, day=day)
    hands.paste_below(walk, child, "11.04.2026\t8,0", "08.09.2026\t6,5 Tage", "28.10.2026\t6")


def by_form(walk: Walk, value: str, day: str = "") -> str:
    """Record a value beside the course; gives back what is said against it."""
    tab = goals(walk)
    tab.side.course_chip.click()
    walk.click("Wert erfassen")
    form = tab.side.kpi_card.form
    assert form is not None
    if day:
        hands.into_line(walk, form.lines["day"], day)
        form.lines["value"].setFocus()
    hands.write(walk, value)
    still = tab.side.kpi_card.form
    return "" if still is None else still.refusal.text()


def test_a_goal_and_its_kpi_are_typed_measured_and_judged(walk: Walk, path: Path) -> None:
    hands.first_goal(walk)
    own_kpi(walk)
    results = walk.place.company.results
    assert results.kpi_state(kpi(walk, LEAD)).status is KpiStatus.NOT_MEASURED
    five_values(walk)
    state = results.kpi_state(kpi(walk, LEAD))
    assert (state.current, state.measured_on) == (Decimal(6), date(2026, 10, 28))  # day 300 of 500
    assert (state.progress, state.expected) == (Fraction(3, 5), Fraction(3, 5))
    assert (state.status, state.trend) == (KpiStatus.ON_PLAN, Trend.BETTER)

    # A value of tomorrow is refused where it is typed, and what was typed stays there.
    said = by_form(walk, "5", "23.11.2026")
    one_sentence(said, "liegt in der Zukunft", "23.11.2026")
    form = goals(walk).side.kpi_card.form
    assert form is not None and form.lines["value"].text() == "5"
    walk.press(Qt.Key.Key_Escape)

    # 6.5 on day 325: half of the way, 65 % would be due. The slopes to the five others are 0.75 days flatter
    # over 225, 175, 125, 75 and 25 days; the 0.8-quantile of all fifteen is -0.94 / 175.
    assert by_form(walk, "6,5") == ""
    state = results.kpi_state(kpi(walk, LEAD))
    assert (state.progress, state.expected) == (Fraction(1, 2), Fraction(13, 20))
    assert state.status is KpiStatus.CLOSE
    coming = state.forecast
    assert coming is not None and coming.day == date(2027, 5, 16)
    assert (coming.value, coming.low, coming.high) == (Decimal(4), Decimal(4), Decimal("5.474286"))
    assert not coming.meets(kpi(walk, LEAD))
    card = goals(walk).side.kpi_card
    assert (card.value.text(), card.unit.text(), card.status.text()) == ("6,5", "Tage", "knapp")

    # The second value of the day counts, and that there are two is said.
    assert by_form(walk, "5,75") == ""
    state = results.kpi_state(kpi(walk, LEAD))
    assert (state.current, state.progress) == (Decimal("5.75"), Fraction(13, 20))
    assert (state.status, state.days_with_two_values) == (KpiStatus.ON_PLAN, (date(2026, 11, 22),))
    coming = state.forecast
    assert coming is not None and (coming.low, coming.high) == (Decimal(4), Decimal(4))
    assert coming.meets(kpi(walk, LEAD))
    assert "22.11.2026" in card.warnings.text()

    hands.undo_all_and_redo(walk, path)
    walk.end()
    values = {(one.day, one.entry): one.value for one in in_file(path, Measurement)}  # type: ignore[attr-defined]
    assert len(values) == 7
    assert values[date(2026, 11, 22), 1] == Decimal("5.75")
    assert values[date(2026, 9, 8), 0] == Decimal("6.5")
    saved = hands.named(in_file(path, Kpi), LEAD)
    assert (saved.baseline, saved.target, saved.target_on) == (Decimal(9), Decimal(4), date(2027, 5, 16))
    assert verify(path).ok
    with a_walk("en") as again:  # a colleague opens it in English
        assert again.window.tasks.open_path(path)
        again.page("goals")
        side = goals(again).side.kpi_card
        assert (side.value.text(), side.status.text()) == ("5.75", "on plan")
        assert side.target.text() == "Target 4.00\u00a0Tage by 16 May 2027"


def test_weights_are_typed_said_and_evened_out(walk: Walk, path: Path) -> None:
    hands.first_goal(walk)
    hands.fill_details(walk, goals(walk).side.inspector, weight="60")
    goals(walk).on_add_goal()
    hands.write(walk, "Weniger Fehler")
    assert hands.named(list(walk.place.company.data.all(Goal)), "Weniger Fehler").weight == Decimal(40)
    hands.fill_details(walk, goals(walk).side.inspector, weight="30")
    assert goals(walk).weights.text() == "Die Gewichte ergeben 90\u00a0%; gerechnet wird anteilig."
    shares = walk.place.company.results.goal_weights
    assert sorted(shares.values()) == [Fraction(1, 3), Fraction(2, 3)]
    walk.click("Auf 100 % bringen")
    assert not goals(walk).weights.isVisible()
    assert {one.name: one.weight for one in in_open_file(walk, path)} == {
        "Schneller anbieten": Decimal(67), "Weniger Fehler": Decimal(33),
    }  # fmt: skip
    walk.press(Qt.Key.Key_Z, CTRL)
    assert {one.weight for one in in_open_file(walk, path)} == {Decimal(60), Decimal(30)}


def in_open_file(walk: Walk, path: Path) -> list[Goal]:
    copy = path.with_name("copy.vcio")
    copy.write_bytes(path.read_bytes())
    found = [one for one in in_file(copy, Goal) if isinstance(one, Goal)]
    assert len(found) == walk.place.company.data.count(Goal)
    return found


def test_a_template_of_the_trade_is_one_step(walk: Walk, path: Path) -> None:
    def leave_one_out(dialog: QDialog) -> None:
        assert isinstance(dialog, TemplateDialog)
        dialog.boxes["metal_safe"].setChecked(False)
        assert dialog.done_button.text() == "3 Ziele übernehmen"
        dialog.done_button.click()

    with answering(leave_one_out):
        [*_others, way] = [one for one in walk.buttons() if one.text() == "Vorlage wählen"]
        way.click()
    QApplication.processEvents()
    assert [card.name.whole_text() for card in goals(walk).column.cards.values()] == [
        "Anfragen schneller beantworten", "Zugesagte Termine halten", "Weniger Fehler und Nacharbeit",
    ]  # fmt: skip
    assert goals(walk).weights.text() == "Die Gewichte ergeben 85\u00a0%; gerechnet wird anteilig."
    assert walk.place.company.data.count(Kpi) == 7
    assert hands.undo_all_and_redo(walk, path) == 1


def test_answers_are_counted_for_a_kpi_of_the_catalogue(walk: Walk, path: Path) -> None:
    hands.first_goal(walk)

    def pick(dialog: QDialog) -> None:
        assert isinstance(dialog, CatalogueDialog)
        dialog.search.setText("eNPS")
        assert dialog.chosen is not None and dialog.chosen.key == "U02"
        dialog.done_button.click()

    with answering(pick):
        next(iter(goals(walk).column.cards.values())).add_menu.actions()[0].trigger()
    QApplication.processEvents()
    made = walk.place.company.data.all(Kpi)[0]
    assert (made.source, made.target) == (KpiSource.PROMOTERS, Decimal(10))
    assert made.goal_id == walk.place.company.data.all(Goal)[0].id
    hands.fill_details(
        walk, goals(walk).side.inspector, baseline="-20", baseline_on="01.01.2026", target_on="31.12.2026"
    )
    goals(walk).side.course_chip.click()
    walk.click("Wert erfassen")
    form = goals(walk).side.kpi_card.form
    assert form is not None
    for key, text in (("promoters", "9"), ("passives", "4"), ("detractors", "8")):
        hands.into_line(walk, form.lines[key], text)
    assert form.echo.text() == "Ergebnis: 5\u00a0Punkte"  # 100 × (9 - 8) / 21 = 4.76
    walk.press(hands.ENTER)
    state = walk.place.company.results.kpi_state(made)
    # 25 of 30 points; 325 of 364 days: 0.833 is 0.06 below 0.893
    assert (state.progress, state.expected) == (Fraction(5, 6), Fraction(325, 364))
    assert state.status is KpiStatus.CLOSE
    walk.end()
    [row] = in_file(path, Measurement)
    assert isinstance(row, Measurement)
    assert (row.value, row.promoters, row.passives, row.detractors) == (Decimal(5), 9, 4, 8)
