"""The goals as cards: order, words, weights, adding, templates, catalogue, what the cards lead to."""

from decimal import Decimal
from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.goals_window import GoalsWindow, empty_window, window
from virtualcio.actions.edit import add_record
from virtualcio.actions.goals.goal_cards import Need
from virtualcio.actions.tables import table
from virtualcio.actions.tone import Tone
from virtualcio.model import Capability, Goal, Kpi
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.text_link import TextLink
from virtualcio.ui.goals.catalogue_dialog import CatalogueDialog
from virtualcio.ui.goals.goal_needs import NeedChip, NeedsRow
from virtualcio.ui.goals.template_dialog import TemplateDialog

__all__ = ["empty_window", "window"]


def test_the_weightiest_goal_stands_first_with_what_it_costs_and_needs(window: GoalsWindow) -> None:
    cards = window.goals.column.cards
    assert list(cards) == ["offers", "safe"]
    words = cards["offers"].words
    assert words.weight == "Gewicht 60\u00a0%"
    assert words.line == "Vom Anruf zum Angebot in 4 Tagen · Anna Weber"
    assert words.plan == "1 Vorhaben · 12.500\u00a0€ bis 2027"
    assert [(need.words, need.tone) for need in words.needs] == [("Kundenhistorie · fehlt", Tone.ACT)]
    assert cards["safe"].words.plan == "noch kein Vorhaben"


def test_reasons_go_to_the_tip_where_they_would_take_a_second_row(window: GoalsWindow) -> None:
    row = window.goals.column.cards["offers"].findChildren(NeedsRow)[0]
    chip = row.chips[0]
    one = row.height()
    assert chip.text() == "Kundenhistorie · fehlt"
    narrow = chip.x() + chip.width() - 1
    assert row.heightForWidth(narrow) == one
    row.resize(narrow, one)
    assert (chip.text(), chip.toolTip()) == ("Kundenhistorie", "Kundenhistorie · fehlt")
    assert row.heightForWidth(chip.x() + 40) > one


def test_a_goal_without_kpi_leads_to_the_catalogue(window: GoalsWindow) -> None:
    added = add_record(window.company, table("goals"), {"name": "Neu"})
    QApplication.processEvents()
    card = window.goals.column.cards[added.id]
    wanted: list[tuple[str, bool]] = []
    card.kpi_wanted.disconnect()
    card.kpi_wanted.connect(lambda goal, from_catalogue: wanted.append((goal, from_catalogue)))
    window.click(card.findChildren(TextLink)[0])
    assert wanted == [(added.id, True)]


def test_what_a_kpi_lacks_leads_to_where_it_is_typed(window: GoalsWindow) -> None:
    """Nobody is responsible for the mood; a click on that sentence puts the keyboard into the field."""
    window.click(window.goals.column.cards["offers"].rows["mood"])
    side = window.goals.side
    assert side.kpi_card.lacking.text() == "Es fehlt: wer verantwortlich ist."
    window.click(side.kpi_card.lacking)
    assert side.shows_details and side.inspector.records[0].id == "mood"
    assert side.inspector.fields.fields["owner"].isAncestorOf(window.shell.focusWidget())


def test_the_keys_in_the_tip_add_a_goal_wherever_the_keyboard_is(window: GoalsWindow) -> None:
    window.shell.setFocus()
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    window.press(Qt.Key.Key_N, keys)
    assert window.company.data.count(Goal) == 3
    window.turn_to("kpis")
    window.press(Qt.Key.Key_N, keys)
    assert window.company.data.count(Goal) == 3


def test_a_kpi_shows_how_far_it_came_and_how_far_it_should_be(window: GoalsWindow) -> None:
    line = window.goals.column.cards["offers"].rows["lead"].line
    assert line.share == Fraction(3, 5)  # (6 - 9) / (4 - 9)
    assert line.expected == Fraction(182, 364)  # days to 2 July of those to 31 December
    assert line.values == "6, Ziel 4\u00a0Tage"
    assert (line.status, line.tone) == ("im Plan", Tone.GOOD)


def test_clicking_a_kpi_shows_its_figure_beside_the_cards(window: GoalsWindow) -> None:
    rows = window.goals.column.cards["offers"].rows
    window.click(rows["mood"])
    assert rows["mood"].isChecked() and not rows["lead"].isChecked()
    assert window.goals.side.kpi_card.title_label.text() == "Zufriedenheit"
    window.click(rows["lead"])
    card = window.goals.side.kpi_card
    assert (card.value.text(), card.unit.text(), card.status.text()) == ("6", "Tage", "im Plan")
    assert card.target.text() == "Ziel 4\u00a0Tage bis 31.12.2026"


def test_weights_that_do_not_add_up_are_said_and_evened_out_in_one_step(window: GoalsWindow) -> None:
    tab = window.goals
    assert tab.weights.text() == "Die Gewichte ergeben 90\u00a0%; gerechnet wird anteilig."
    window.click(tab.even_out)
    weights = {goal.id: goal.weight for goal in window.company.data.all(Goal)}
    assert weights == {"offers": Decimal(67), "safe": Decimal(33)}  # 66.67 and 33.33
    assert not tab.weights.isVisible()
    assert window.steps() == 1
    window.undo()
    assert window.company.data.find(Goal, "offers").weight == Decimal(60)
    assert tab.weights.isVisible()


def test_a_new_goal_gets_the_rest_of_the_weight_and_its_name_is_typed_over(window: GoalsWindow) -> None:
    window.goals.on_add_goal()
    QApplication.processEvents()
    assert isinstance(window.shell.focusWidget(), QLineEdit)
    window.write("Weniger Fehler")
    window.press(Qt.Key.Key_Return)
    made = next(goal for goal in window.company.data.all(Goal) if goal.id not in ("offers", "safe"))
    assert (made.name, made.weight) == ("Weniger Fehler", Decimal(10))
    assert window.goals.column.cards[made.id].name.whole_text() == "Weniger Fehler"
    assert window.steps() == 2  # added, named


def test_a_double_click_on_a_card_opens_the_goal_and_on_a_kpi_the_kpi(window: GoalsWindow) -> None:
    card = window.goals.column.cards["offers"]
    QTest.mouseDClick(card, Qt.MouseButton.LeftButton)
    side = window.goals.side
    assert side.shows_details
    assert side.inspector.name.whole_text() == "Schneller anbieten"
    QTest.mouseDClick(card.rows["lead"], Qt.MouseButton.LeftButton)
    assert side.inspector.name.whole_text() == "Angebotsdurchlaufzeit"
    window.click(side.course_chip)
    assert side.kpi_card.isVisible()


def test_the_rows_can_be_walked_and_opened_with_keys(window: GoalsWindow) -> None:
    assert window.goals.take_keyboard()
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Return)
    assert window.goals.kpi_id == "mood"
    window.press(Qt.Key.Key_F2)
    assert window.goals.side.inspector.name.whole_text() == "Zufriedenheit"


def test_a_need_leads_to_the_capability(window: GoalsWindow) -> None:
    chip = window.goals.column.cards["offers"].findChildren(NeedChip)[0]
    window.click(chip)
    page = window.shell.current_page
    assert page.current_tab() == "capabilities"
    assert [one.id for one in page.part.table.selected_records()] == ["crm"]  # type: ignore[attr-defined]


def test_a_kpi_of_ones_own_belongs_to_the_goal_it_was_added_to(window: GoalsWindow) -> None:
    menu = window.goals.column.cards["safe"].add_menu
    menu.actions()[1].trigger()
    QApplication.processEvents()
    window.write("Längster Ausfall")
    window.press(Qt.Key.Key_Return)
    made = next(kpi for kpi in window.company.data.all(Kpi) if kpi.name == "Längster Ausfall")
    assert made.goal_id == "safe"
    assert made.id in window.goals.column.cards["safe"].rows


def test_the_catalogue_is_searched_and_adds_to_the_goal(window: GoalsWindow) -> None:
    goal = window.company.data.find(Goal, "safe")
    dialog = CatalogueDialog(window.company, goal, window.shell)
    dialog.search.setText("Umsatz Kosten")
    assert dialog.chosen is not None and dialog.chosen.key == "S01"
    dialog.search.setText("gibtesnicht")
    assert dialog.chosen is None and not dialog.done_button.isEnabled()
    dialog.search.setText("IT-Kosten")
    first = dialog.chosen
    QTest.keyClick(dialog.search, Qt.Key.Key_Down)
    second = dialog.chosen
    assert first is not None and second is not None and first.key != second.key
    dialog.accept()
    assert dialog.made is not None
    assert (dialog.made.goal_id, dialog.made.catalogue_key) == ("safe", second.key)
    assert window.steps() == 1


def test_an_empty_page_offers_a_template_whose_goals_come_as_one_step(empty_window: GoalsWindow) -> None:
    tab = empty_window.goals
    titles = [button.text() for button in tab.findChildren(Button) if button.isVisible()]
    assert titles == ["Vorlage wählen", "Erstes Ziel eintippen", "Aus Excel übernehmen"]
    dialog = TemplateDialog(empty_window.company, empty_window.shell, empty_window.shell)
    assert dialog.trade.currentText().startswith("Metallbau")
    first = next(iter(dialog.boxes.values()))
    first.setChecked(False)
    wanted = len(dialog.chosen)
    assert wanted == len(dialog.boxes) - 1
    dialog.accept()
    QApplication.processEvents()
    assert empty_window.company.data.count(Goal) == wanted == len(tab.column.cards)
    assert empty_window.company.data.count(Kpi) and empty_window.company.data.count(Capability)
    assert empty_window.steps() == 1
    empty_window.undo()
    assert not empty_window.company.data.count(Kpi)


def test_a_goal_that_needs_much_shows_all_of_it_in_several_rows(qtbot: QtBot) -> None:
    needs = [Need(f"c{n}", f"Eine Fähigkeit mit langem Namen {n}", "", Tone.ACT) for n in range(4)]
    row = NeedsRow(needs)
    box = QWidget()
    column = QVBoxLayout(box)
    column.addWidget(row)
    column.addStretch(1)
    qtbot.addWidget(box)
    box.resize(420, 400)
    box.show()
    QApplication.processEvents()
    assert len({chip.y() for chip in row.chips}) > 1
    assert all(row.rect().contains(chip.geometry()) for chip in row.chips)
