"""The maturity heatmap: rating with keys and mouse, order by potential, words, colours that can be read."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.ui.goals_window import GoalsWindow, empty_window, window
from virtualcio.actions.edit import set_fields
from virtualcio.actions.goals.maturity_marks import rate_today
from virtualcio.actions.tables import table
from virtualcio.model import Department, MaturityRating
from virtualcio.model.company import WayOfWorking
from virtualcio.model.goals import MaturityDimension
from virtualcio.ui.goals.maturity_colours import contrast, ground_of, ink_of
from virtualcio.ui.shell.theme import DARK, LIGHT, Theme

__all__ = ["empty_window", "window"]

SHIFT = Qt.KeyboardModifier.ShiftModifier


def rating(window: GoalsWindow, department: str, dimension: MaturityDimension) -> MaturityRating | None:
    rows = window.company.data.where(MaturityRating, "department_id", department)
    return next((row for row in rows if row.dimension is dimension), None)


def names(window: GoalsWindow) -> list[str]:
    return [row.name for row in window.maturity.grid.rows]


def test_a_digit_rates_today_and_with_shift_what_is_wanted(window: GoalsWindow) -> None:
    window.turn_to("maturity")
    assert names(window) == ["Fertigung", "Vertrieb"]  # nothing rated: by name
    window.maturity.grid.setFocus()
    window.press(Qt.Key.Key_Down)
    window.press(Qt.Key.Key_Right)
    window.press(Qt.Key.Key_3)
    window.press(Qt.Key.Key_5, SHIFT)
    made = rating(window, "sales", MaturityDimension.VALUE)
    assert made is not None
    assert (made.today, made.wanted, made.rated_on) == (3, 5, date(2026, 7, 10))
    assert window.steps() == 2
    window.undo()
    window.undo()
    assert rating(window, "sales", MaturityDimension.VALUE) is None


def test_del_clears_a_cell(window: GoalsWindow) -> None:
    sales = window.company.data.find(Department, "sales")
    rate_today(window.company, sales, MaturityDimension.COMMUNICATION, 4)
    window.turn_to("maturity")
    grid = window.maturity.grid
    grid.setFocus()
    assert names(window)[0] == "Vertrieb"  # it carries a goal and is rated
    window.press(Qt.Key.Key_Delete)
    assert rating(window, "sales", MaturityDimension.COMMUNICATION) is None


def test_a_level_is_clicked_in_its_words(window: GoalsWindow) -> None:
    window.turn_to("maturity")
    details = window.maturity.details
    assert details.levels[1].text() == "Unregelmäßiger Austausch, Missverständnisse bleiben"
    window.click(details.levels[1])
    made = rating(window, "shop", MaturityDimension.COMMUNICATION)
    assert made is not None and made.today == 2
    assert details.levels[1].isChecked()
    assert window.maturity.details.title_label.text().startswith("Fertigung · ")


def test_the_potential_is_the_weight_of_the_goals_times_the_mean(window: GoalsWindow) -> None:
    sales = window.company.data.find(Department, "sales")
    rate_today(window.company, sales, MaturityDimension.COMMUNICATION, 4)
    rate_today(window.company, sales, MaturityDimension.VALUE, 2)
    window.turn_to("maturity")
    row = window.maturity.grid.rows[0]
    # 60 of 90 carried, mean 3: 66.7 % × 3 ÷ 5
    assert (row.name, row.mean, row.weight, row.potential) == ("Vertrieb", "3,0", "67\u00a0%", "40\u00a0%")
    window.maturity.card.copy_table()
    line = QGuiApplication.clipboard().text().splitlines()[1].split("\t")
    assert line[:3] == ["Vertrieb", "4", "2"] and line[-1] == "40\u00a0%"


def test_a_click_chooses_the_cell_under_the_mouse(window: GoalsWindow) -> None:
    window.turn_to("maturity")
    grid = window.maturity.grid
    box = grid.places.cell_box(1, 4)
    QTest.mouseClick(grid, Qt.MouseButton.LeftButton, pos=box.center().toPoint())
    assert (grid.row, grid.column) == (1, 4)
    assert grid.accessibleDescription() == "Vertrieb, Systeme und Daten: nicht bewertet"


def test_how_a_department_works_with_it_is_chosen_below(window: GoalsWindow) -> None:
    window.turn_to("maturity")
    details = window.maturity.details
    details.way.setCurrentIndex(2)
    details.way.activated.emit(2)
    QApplication.processEvents()
    assert window.company.data.find(Department, "shop").way_of_working is WayOfWorking.MIXED
    assert window.maturity.grid.rows[0].way == details.way.currentText()


def test_old_ratings_are_counted_above_the_grid(window: GoalsWindow) -> None:
    sales = window.company.data.find(Department, "sales")
    rate_today(window.company, sales, MaturityDimension.COMMUNICATION, 4)
    made = rating(window, "sales", MaturityDimension.COMMUNICATION)
    assert made is not None
    set_fields(window.company, table("maturity"), made, {"rated_on": date(2025, 7, 9)})
    window.turn_to("maturity")
    assert window.maturity.card.note_label.text() == "1 Bewertung älter als ein Jahr"
    assert "älter als ein Jahr" in window.maturity.grid.accessibleDescription()


def test_without_departments_the_way_to_them_is_offered(empty_window: GoalsWindow) -> None:
    empty_window.turn_to("maturity")
    assert not empty_window.maturity.grid.isVisible()
    empty_window.maturity.on_add()
    QApplication.processEvents()
    assert empty_window.company.data.count(Department) == 1
    assert empty_window.shell.current_page.current_tab() == "departments"


@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=lambda theme: theme.name)
@pytest.mark.parametrize("level", [1, 2, 3, 4, 5])
def test_the_number_can_be_read_on_every_step_of_the_ramp(level: int, theme: Theme) -> None:
    assert contrast(ink_of(level, theme), ground_of(level, theme)) >= 4.5
