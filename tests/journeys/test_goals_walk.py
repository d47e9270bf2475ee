"""From an empty company to goals that say where they stand, in the real window: template, baseline, values,
a note on the canvas, maturity, restart. File and figures are asserted.
"""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit

from tests.journeys.walk import CTRL, NOW, Walk, a_walk, answering, in_file, wait_until
from virtualcio.actions.open_company import create_company
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.model import CanvasNote, Department, Goal, Kpi, MaturityRating, Measurement
from virtualcio.model.goals import CanvasField
from virtualcio.store.verify import verify
from virtualcio.ui.goals.canvas_tab import CanvasTab
from virtualcio.ui.goals.goals_tab import GoalsTab
from virtualcio.ui.goals.maturity_tab import MaturityTab
from virtualcio.ui.goals.template_dialog import TemplateDialog

LEAD = "Angebotsdurchlaufzeit"


def goals_of(walk: Walk) -> GoalsTab:
    part = walk.place.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
    assert isinstance(part, GoalsTab)
    return part


def take_what_is_ticked(dialog: QDialog) -> None:
    assert isinstance(dialog, TemplateDialog)
    QTest.mouseClick(dialog.done_button, Qt.MouseButton.LeftButton)


def kpi_named(walk: Walk, name: str) -> Kpi:
    return next(kpi for kpi in walk.place.company.data.all(Kpi) if kpi.name == name)


def type_into(walk: Walk, tab: GoalsTab, column: str, text: str) -> None:
    """Type over a field of the details, then Enter."""
    line = tab.side.inspector.fields.fields[column].editor.widget
    assert isinstance(line, QLineEdit)
    line.setFocus()
    line.selectAll()
    walk.type(text)
    walk.press(Qt.Key.Key_Return)


def record(walk: Walk, tab: GoalsTab, day: str, value: str) -> None:
    """Enter a value with the form beside the goals."""
    card = tab.side.kpi_card
    QTest.mouseClick(card.record_button, Qt.MouseButton.LeftButton)
    assert card.form is not None
    card.form.lines["day"].setText(day)
    walk.type(value)
    walk.press(Qt.Key.Key_Return)
    assert card.form is None


def test_an_empty_company_comes_to_goals_that_are_measured(tmp_path: Path) -> None:
    path = tmp_path / "metallbau.vcio"
    create_company(path, "Schlosserei Brandt", trade="Metallbau", today=NOW.date()).close()
    with a_walk() as walk:
        walk.window.tasks.open_path(path)
        walk.page("goals")
        tab = goals_of(walk)
        with answering(take_what_is_ticked):
            ways = [button for button in walk.buttons() if button.text() == "Vorlage wählen"]
            QTest.mouseClick(ways[-1], Qt.MouseButton.LeftButton)
        wait_until(lambda: len(tab.column.cards) > 0, "the cards of the template")
        walk.press(Qt.Key.Key_Escape)  # takes the keyboard back from the dialog
        assert sum(goal.weight for goal in walk.place.company.data.all(Goal)) == 100

        # The KPI gets what it lacks, in its details.
        lead = kpi_named(walk, LEAD)
        tab.open_kpi(lead.id)
        assert walk.place.company.results.kpi_state(lead).status is KpiStatus.INCOMPLETE
        for column, text in (
            ("baseline", "9,2"), ("baseline_on", "31.12.2025"), ("target", "3"), ("target_on", "31.12.2027"),
        ):  # fmt: skip
            type_into(walk, tab, column, text)
        QTest.mouseClick(tab.side.course_chip, Qt.MouseButton.LeftButton)
        for day, value in (("31.03.2026", "8"), ("30.06.2026", "7"), ("30.09.2026", "6")):
            record(walk, tab, day, value)
        state = walk.place.company.results.kpi_state(lead)
        assert state.progress == Fraction(16, 31)  # (6 - 9.2) / (3 - 9.2)
        assert state.expected == Fraction(273, 730)
        line = tab.column.rows[lead.id].line
        assert (line.values, line.status) == ("6, Ziel 3\u00a0Tage", "im Plan")
        assert tab.side.kpi_card.value.text() == "6"

        walk.tab("canvas")
        canvas = walk.place.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
        assert isinstance(canvas, CanvasTab)
        box = canvas.boxes[CanvasField.CUSTOMERS]
        QTest.mouseClick(box.add_button, Qt.MouseButton.LeftButton)
        walk.type("Architekten im Umkreis")
        walk.press(Qt.Key.Key_Return)
        walk.press(Qt.Key.Key_Escape)  # Enter had begun one more

        walk.tab("maturity")
        walk.click("Abteilung hinzufügen")
        walk.type("Vertrieb")
        walk.press(Qt.Key.Key_Return)
        walk.page("goals")
        walk.tab("maturity")
        maturity = walk.place.current_page.part  # type: ignore[attr-defined]  # a TabbedPage
        assert isinstance(maturity, MaturityTab)
        maturity.grid.setFocus()
        walk.press(Qt.Key.Key_4)
        QApplication.processEvents()

    values = sorted(
        (row.day, row.value) for row in in_file(path, Measurement) if isinstance(row, Measurement)
    )
    assert values == [
        (date(2026, 3, 31), Decimal(8)), (date(2026, 6, 30), Decimal(7)), (date(2026, 9, 30), Decimal(6)),
    ]  # fmt: skip
    notes = [note.text for note in in_file(path, CanvasNote) if isinstance(note, CanvasNote)]
    assert notes == ["Architekten im Umkreis"]
    ratings = [one for one in in_file(path, MaturityRating) if isinstance(one, MaturityRating)]
    assert [(one.today, one.rated_on) for one in ratings] == [(4, NOW.date())]
    assert [getattr(one, "name", "") for one in in_file(path, Department)] == ["Vertrieb"]

    with a_walk() as walk:  # undo goes back over the restart
        walk.window.tasks.open_path(path)
        walk.page("goals")
        walk.press(Qt.Key.Key_Z, CTRL)
        assert not walk.place.company.data.count(MaturityRating)
        lead = kpi_named(walk, LEAD)
        assert walk.place.company.results.kpi_state(lead).status is KpiStatus.ON_PLAN
    assert verify(path).ok
