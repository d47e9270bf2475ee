"""The chosen KPI beside the goals: entering values, the plot, comparing, taking it along, outcome logic."""

from datetime import date
from decimal import Decimal

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.goals_window import GoalsWindow, window
from virtualcio.actions.edit import add_record, set_value
from virtualcio.actions.tables import table
from virtualcio.model import Initiative, InitiativeGoal, Kpi, Measurement
from virtualcio.model.initiatives import HypothesisState
from virtualcio.texts import Message, mark
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.goals.kpi_card import KpiCard
from virtualcio.ui.goals.kpi_plot import KpiPlot
from virtualcio.ui.goals.record_value_form import RecordValueForm

__all__ = ["window"]


def card_of(window: GoalsWindow, kpi: str) -> KpiCard:
    window.goals.choose_kpi(kpi)
    card = window.goals.side.kpi_card
    card.show_course()
    QApplication.processEvents()
    return card


def form_of(window: GoalsWindow, kpi: str) -> RecordValueForm:
    card = card_of(window, kpi)
    window.click(card.record_button)
    assert card.form is not None
    return card.form


def plot_of(card: KpiCard) -> KpiPlot:
    assert card.place.plot is not None
    return card.place.plot


def newest(window: GoalsWindow, kpi: str) -> Measurement:
    rows = window.company.data.where(Measurement, "kpi_id", kpi)
    return max(rows, key=lambda row: (row.day, row.entry))


def test_a_value_is_typed_where_the_kpi_stands_and_counts_at_once(window: GoalsWindow) -> None:
    form_of(window, "lead")
    window.write("5,5")
    window.press(Qt.Key.Key_Return)
    made = newest(window, "lead")
    assert (made.day, made.value) == (date(2026, 7, 10), Decimal("5.5"))
    card = window.goals.side.kpi_card
    assert card.form is None
    assert card.value.text() == "5,5"
    assert window.goals.column.cards["offers"].rows["lead"].line.values == "5,5, Ziel 4,0\u00a0Tage"
    window.undo()
    assert newest(window, "lead").value == Decimal(6)
    assert card.value.text() == "6"


def test_a_value_of_tomorrow_is_refused_and_stays_typed(window: GoalsWindow) -> None:
    form = form_of(window, "lead")
    form.lines["day"].setText("11.07.2026")
    window.write("5")
    window.press(Qt.Key.Key_Return)
    assert "11.07.2026" in form.refusal.text() and form.refusal.isVisible()
    assert form.lines["value"].text() == "5"
    assert newest(window, "lead").value == Decimal(6)


def test_an_empty_value_is_refused_with_what_to_do(window: GoalsWindow) -> None:
    form = form_of(window, "lead")
    window.press(Qt.Key.Key_Return)
    assert form.refusal.text() == "Noch steht kein Wert da. Tippen Sie ein, was gemessen wurde."


def test_escape_closes_the_form_without_a_value(window: GoalsWindow) -> None:
    form_of(window, "lead")
    window.write("5")
    window.press(Qt.Key.Key_Escape)
    assert window.goals.side.kpi_card.form is None
    assert window.company.data.count(Measurement) == 5


def test_a_number_that_reads_two_ways_is_asked_about(window: GoalsWindow) -> None:
    form = form_of(window, "lead")
    window.write("1.234")
    window.press(Qt.Key.Key_Return)
    assert newest(window, "lead").value == Decimal(6)
    assert form.note is not None
    assert [button.text() for button in form.note.answers] == ["1.234", "1,234"]
    form.note.answers[1].click()
    assert newest(window, "lead").value == Decimal("1.234")
    assert window.goals.side.kpi_card.form is None


def test_answers_become_a_score_that_is_seen_before_it_is_stored(window: GoalsWindow) -> None:
    form = form_of(window, "mood")
    for key, count in (("promoters", "12"), ("passives", "5"), ("detractors", "3")):
        form.lines[key].setFocus()
        window.write(count)
    assert form.echo.text() == "Ergebnis: 45\u00a0Punkte"  # (12 - 3) / 20
    window.press(Qt.Key.Key_Return)
    made = newest(window, "mood")
    assert (made.value, made.promoters, made.passives, made.detractors) == (Decimal(45), 12, 5, 3)


def test_a_computed_kpi_is_kept_with_one_click_and_says_why_it_cannot_be(window: GoalsWindow) -> None:
    card = card_of(window, "tracked")
    assert card.keep_button.isVisible() and not card.record_button.isVisible()
    window.click(card.keep_button)
    assert not window.company.data.where(Measurement, "kpi_id", "tracked")  # there are no contracts


def test_the_plot_is_read_out_with_the_arrow_keys(window: GoalsWindow) -> None:
    plot = plot_of(card_of(window, "lead"))
    plot.setFocus()
    window.press(Qt.Key.Key_Right)
    assert plot.accessibleDescription() == "01.02.2026; gemessen: 8,2\u00a0Tage"
    window.press(Qt.Key.Key_End)
    assert "31.12.2026; Ziel: 4,0\u00a0Tage; Prognose: " in plot.accessibleDescription()
    window.press(Qt.Key.Key_Escape)
    assert plot.accessibleDescription() == ""


def test_the_plot_zooms_with_keys_and_shows_the_whole_again(window: GoalsWindow) -> None:
    plot = plot_of(card_of(window, "lead"))
    plot.setFocus()

    def span() -> float:
        left, right = plot.panels[0].days
        return right - left

    whole = span()
    window.press(Qt.Key.Key_Plus)
    assert span() < whole * 0.8
    window.press(Qt.Key.Key_0)
    assert abs(span() - whole) < 1


def test_two_kpis_are_compared_on_the_same_days(window: GoalsWindow) -> None:
    kpi = window.company.data.find(Kpi, "mood")
    row = Measurement(kpi_id="mood", day=date(2026, 5, 2), value=Decimal(10))
    with window.company.workspace.change(Message(mark("“{name}” changed"), {"name": kpi.name})) as edit:
        edit.add(row)
    QApplication.processEvents()
    card = card_of(window, "lead")
    assert [card.compare.itemText(at) for at in range(card.compare.count())] == [
        "Vergleichen mit …",
        "Zufriedenheit",
    ]
    card.compare.setCurrentIndex(1)
    card.compare.activated.emit(1)
    plot = plot_of(card)
    assert [panel.isVisible() for panel in plot.panels] == [True, True]
    assert plot.panels[0].days == plot.panels[1].days
    assert card.numbers.header == ("Tag", "Angebotsdurchlaufzeit", "Zufriedenheit")
    assert ("02.05.2026", "6,5\u00a0Tage", "10\u00a0Punkte") in card.numbers.rows


def test_the_course_is_taken_along_as_table_and_picture(window: GoalsWindow) -> None:
    card = card_of(window, "lead")
    card.copy_table()
    lines = QGuiApplication.clipboard().text().splitlines()
    assert lines[0] == "Tag\tAngebotsdurchlaufzeit"
    assert lines[5] == "02.07.2026\t6,0\u00a0Tage"
    assert lines[6] == "Ziel 31.12.2026\t4,0\u00a0Tage"
    card.copy_picture()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 400 and image.height() > 300


def test_the_outcome_logic_is_typed_where_it_is_read(window: GoalsWindow) -> None:
    card_of(window, "lead")
    outcome = window.goals.side.outcome
    assert outcome.texts["we_do"].words.text() == "Angebote entstehen im Portal."
    text = outcome.texts["we_suppose"]
    assert text.words.text() == "Welche Wirkung vermuten wir?"
    text.setFocus()
    window.press(Qt.Key.Key_Return)
    window.write("Mehr Aufträge")
    window.press(Qt.Key.Key_Return)
    assert window.company.data.find(Initiative, "portal").we_suppose == "Mehr Aufträge"
    assert text.words.text() == "Mehr Aufträge" and not text.typing
    assert outcome.measured.text() == "Angebotsdurchlaufzeit"


def test_a_tested_supposition_says_so_with_its_day(window: GoalsWindow) -> None:
    card_of(window, "lead")
    outcome = window.goals.side.outcome
    assert outcome.state.text() == "Vermutung noch nicht geprüft"
    outcome.state_menu.actions()[1].trigger()
    QApplication.processEvents()
    portal = window.company.data.find(Initiative, "portal")
    assert (portal.hypothesis, portal.tested_on) == (HypothesisState.CONFIRMED, date(2026, 7, 10))
    assert outcome.state.text() == "Vermutung bestätigt · 10.07.2026"
    assert window.steps() == 1


def test_values_as_a_table_are_typed_over(window: GoalsWindow) -> None:
    card = card_of(window, "lead")
    window.click(card.values_button)
    assert card.values.isVisible()
    row = newest(window, "lead")
    measured = table("measurements")
    set_value(window.company, measured, measured.column("value"), row, Decimal("5.8"))
    QApplication.processEvents()
    assert card.value.text() == "5,8"
    assert card.values.rows.rowCount() == 5


def test_the_value_under_the_mouse_is_read_out(window: GoalsWindow) -> None:
    plot = plot_of(card_of(window, "lead"))
    panel = plot.panels[0]
    QTest.mouseMove(panel, panel.spot(date(2026, 5, 2).toordinal(), 6.5).toPoint())
    assert plot.accessibleDescription() == "02.05.2026; gemessen: 6,5\u00a0Tage"


def test_what_is_zoomed_in_stays_so_when_something_else_changes(window: GoalsWindow) -> None:
    card = card_of(window, "lead")
    plot = plot_of(card)
    plot.setFocus()
    window.press(Qt.Key.Key_Plus)
    zoomed = plot.panels[0].days
    portal = window.company.data.find(Initiative, "portal")
    initiatives = table("initiatives")
    set_value(window.company, initiatives, initiatives.column("name"), portal, "Portal")
    card.show_course()
    assert plot.panels[0].days == zoomed


def test_the_rhythm_stands_beside_a_short_name_and_below_a_long_one(window: GoalsWindow) -> None:
    card = card_of(window, "mood")
    assert card.note_label.isVisible() and not card.meta.isVisible()
    kpis = table("kpis")
    name = "Zufriedenheit aller Mitarbeitenden mit Geräten, Programmen und Hilfe"
    set_value(window.company, kpis, kpis.column("name"), window.company.data.find(Kpi, "mood"), name)
    QApplication.processEvents()
    assert card.meta.isVisible() and not card.note_label.isVisible()
    assert card.meta.text().endswith("quartalsweise")


def test_an_initiative_planned_for_a_kpi_serves_its_goal_and_waits_for_its_name(window: GoalsWindow) -> None:
    card_of(window, "tracked")
    (plan,) = [
        button
        for button in window.goals.side.outcome.findChildren(Button)
        if button.text() == "Vorhaben planen"
    ]
    window.click(plan)
    (link,) = window.company.data.where(InitiativeGoal, "goal_id", "safe")
    assert link.strength == 2
    window.write("Verträge ordnen")
    window.press(Qt.Key.Key_Return)
    assert window.company.data.find(Initiative, link.initiative_id).name == "Verträge ordnen"
    window.shell.undo()
    window.shell.undo()
    assert window.company.data.count(Initiative) == 1
    assert not window.company.data.where(InitiativeGoal, "goal_id", "safe")


def test_an_initiative_planned_for_a_kpi_without_a_goal_is_made_too(window: GoalsWindow) -> None:
    alone = add_record(window.company, table("kpis"), {"name": "Krankenstand"})
    QApplication.processEvents()
    window.goals.choose_kpi(alone.id)
    window.goals.side.outcome.none_wanted.emit()
    assert window.company.data.count(Initiative) == 2
    assert window.company.data.count(InitiativeGoal) == 1
