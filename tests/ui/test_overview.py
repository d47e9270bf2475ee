"""The overview: figures that explain themselves, charts that add up, and next steps that lead somewhere."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from tests.ui.example_window import TODAY, demo_company, empty_company, workplace
from virtualcio import formats
from virtualcio.actions import edit
from virtualcio.actions.finding_words import stakes_words
from virtualcio.actions.greeting import greeting
from virtualcio.actions.tables import table
from virtualcio.analysis.checks.finding import Severity
from virtualcio.analysis.goals.kpi_progress import KpiStatus
from virtualcio.analysis.inventory.backlog import Area
from virtualcio.model import Asset, Kpi
from virtualcio.texts import speaking
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.inventory.inventory_page import InventoryPage
from virtualcio.ui.overview.derivation_popover import DerivationPopover
from virtualcio.ui.overview.overview_page import OverviewPage
from virtualcio.ui.shell.workplace import Workplace


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, demo_company(tmp_path)) as shown:
        yield shown


@pytest.fixture
def page(place: Workplace) -> OverviewPage:
    place.go("overview", "today")
    assert isinstance(place.current_page, OverviewPage)
    return place.current_page


def amount(text: str) -> Decimal:
    return Decimal(text.replace("\u00a0€", "").replace(".", "").replace(",", "."))


def test_the_first_column_of_the_wave_is_the_backlog_of_today(page: OverviewPage) -> None:
    backlog = page.company.results.backlog
    first = page.charts["wave"].chart.data.bars[0]
    assert first.label == "überfällig" and first.alarm
    assert first.total == backlog.total == sum(item.value.amount or 0 for item in backlog.items)
    assert first.values == tuple(backlog.by_area[area] for area in Area)


def test_parts_of_each_column_add_up_and_the_table_says_the_same(page: OverviewPage) -> None:
    card = page.charts["wave"]
    assert len(card.chart.data.bars) == 7
    for bar, row in zip(card.chart.data.bars, card.numbers.rows, strict=True):
        assert sum(bar.values) == bar.total
        assert row[0] == bar.label and row[-2] == formats.money_short(bar.total)
        assert row[-1] == formats.money_short(bar.plan)  # what the roadmap puts right in that year


def test_the_curves_begin_with_the_backlog_of_today(page: OverviewPage) -> None:
    lines = page.charts["curves"].chart.data
    assert lines.days[0] == TODAY
    assert lines.lines[0].values[0] == page.company.results.backlog.total


def test_the_page_is_computed_once_when_it_is_opened(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    computed: list[object] = []
    show = OverviewPage._show_figures
    monkeypatch.setattr(OverviewPage, "_show_figures", lambda page: (computed.append(page), show(page)))
    with workplace(qtbot, demo_company(tmp_path)) as place:
        place.go("overview")
        assert len(computed) == 1


def test_a_key_figure_opens_the_rows_it_is_the_sum_of(qtbot: QtBot, page: OverviewPage) -> None:
    card = page.figures[1]
    assert amount(card.value()) == page.company.results.backlog.total.quantize(Decimal(1))
    card.setFocus()
    QTest.keyClick(card, Qt.Key.Key_Return)
    popover = page.findChild(DerivationPopover)
    assert popover is not None and popover.isVisible()
    scroll = popover.findChild(ScrollColumn)
    rule = next(label for label in popover.findChildren(Label) if label.text() == popover.figure.rule[0])
    assert scroll is not None and scroll.geometry().bottom() < rule.geometry().top()  # on a low screen, too
    words = [label.text() for label in popover.findChildren(Label)]
    for item in page.company.results.backlog.items:
        assert any(text.startswith(item.record.name) for text in words)
    rows = popover.figure.derivation
    counted = [amount(text) for _words, text in rows if text.endswith("€")]
    assert abs(sum(counted) - amount(card.value())) <= len(counted)  # each row is rounded to whole euros
    QTest.keyClick(popover, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not page.findChildren(DerivationPopover))


def test_every_next_step_leads_to_its_thing(place: Workplace, page: OverviewPage) -> None:
    findings = place.company.results.findings
    rows = page.next_steps.rows
    review = next(one for one in findings if one.check_id == "review_due")
    assert [row.finding for row in rows] == [*findings[:2], review, *findings[2 : len(rows) - 1]]
    row = next(one for one in rows if one.finding.check_id == "unsupported_under_critical")
    QTest.mouseClick(row.button, Qt.MouseButton.LeftButton)
    shown = place.current_page
    assert isinstance(shown, InventoryPage)
    record = shown.part.table.current_record()
    assert record is not None and record.id == row.finding.objects[0][1]


def test_the_kpis_of_the_heaviest_goals_are_shown_and_lead_there(
    place: Workplace, page: OverviewPage
) -> None:
    data = place.company.data
    names = [row.line.name for row in page.kpis.rows]
    # weights 35, 30 and 20 of the goals they belong to
    assert names == [
        "Umsatz Bestandskunden", "Wiederkaufquote", "Trefferquote der Angebote",
        "Angebotsdurchlaufzeit", "Medienbrüche je Auftrag", "Reklamationsquote",
    ]  # fmt: skip
    states = place.company.results.kpi_states
    good = [state for state in states.values() if state.status is KpiStatus.ON_PLAN]
    assert page.kpis.note_label.text().startswith(f"{len(good)} von {len(states)} im Plan")
    chosen = page.kpis.rows[3]
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    assert place.current_page.current_tab() == "goals"
    part = place.current_page.part  # type: ignore[attr-defined]  # it is the goals page
    assert part.kpi_id == chosen.line.kpi_id
    assert data.find(Kpi, chosen.line.kpi_id).name == "Angebotsdurchlaufzeit"


def test_without_kpis_the_card_says_what_belongs_there(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        edit.add_record(place.company, table("assets"), {"name": "ERP-Server"})
        place.go("overview", "today")
        page = place.current_page
        assert isinstance(page, OverviewPage)
        assert page.kpis.nothing.isVisible() and page.kpis.rows == []
        edit.add_record(place.company, table("kpis"), {"name": "Umsatz"})
        assert not page.kpis.nothing.isVisible() and [row.line.name for row in page.kpis.rows] == ["Umsatz"]


def test_rows_that_do_not_fit_are_left_out_whole(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, demo_company(tmp_path), (1280, 720)) as small:
        small.go("overview", "today")
        qtbot.wait(50)
        steps = small.current_page.next_steps  # type: ignore[attr-defined]  # it is the overview
        shown = [row for row in steps.rows if row.isVisible()]
        assert 3 <= len(shown) < len(steps.rows)
        lowest = shown[2].mapTo(small, shown[2].rect().bottomLeft())
        assert lowest.y() <= small.height()  # three of them are seen without scrolling
        assert shown[-1].geometry().bottom() <= steps._list.height()
        charts = small.current_page.charts.values()  # type: ignore[attr-defined]
        beside = sum(card.minimumSizeHint().height() for card in charts)
        assert steps.minimumSizeHint().height() <= 1.1 * beside  # it makes the page hardly longer


@pytest.mark.parametrize("size", [(1024, 768), (1280, 720), (1440, 900)])
def test_nothing_sticks_out_at_the_right(qtbot: QtBot, tmp_path: Path, size: tuple[int, int]) -> None:
    with workplace(qtbot, demo_company(tmp_path), size) as place:
        place.go("overview", "today")
        qtbot.wait(50)
        page = place.current_page
        assert isinstance(page, OverviewPage)
        edge = page._scroll.viewport().width()
        for card in (*page.figures, *page.charts.values(), page.next_steps, page.kpis):
            assert card.geometry().right() < edge


def test_an_edit_is_seen_at_once_in_figure_and_chart(place: Workplace, page: OverviewPage) -> None:
    company = place.company
    before = company.results.backlog
    dearest = before.items[0]
    assets = table("assets")
    assert isinstance(dearest.record, Asset)
    edit.set_value(company, assets, assets.column("retired_on"), dearest.record, date(2026, 1, 1))
    assert dearest.value.amount is not None
    left = before.total - dearest.value.amount
    assert page.charts["wave"].chart.data.bars[0].total == left
    assert amount(page.figures[1].value()) == left.quantize(Decimal(1))
    place.undo()
    assert page.charts["wave"].chart.data.bars[0].total == before.total


def test_enter_on_the_overdue_column_leads_to_the_overdue_assets(
    place: Workplace, page: OverviewPage
) -> None:
    chart = page.charts["wave"].chart
    QTest.keyClick(chart, Qt.Key.Key_Home)
    QTest.keyClick(chart, Qt.Key.Key_Return)
    shown = place.current_page
    assert isinstance(shown, InventoryPage)
    overdue = {item.record.id for item in place.company.results.backlog.items}
    rows = {record.id for record in shown.part.table.records.rows}
    assert rows and rows <= overdue


def test_an_empty_company_sees_the_ways_in_and_no_figures(qtbot: QtBot, tmp_path: Path) -> None:
    with workplace(qtbot, empty_company(tmp_path)) as place:
        place.go("overview")
        page = place.current_page
        assert isinstance(page, OverviewPage)
        assert page.header_title() == "Willkommen bei VirtualCIO" and page.tabs() == ()
        assert page.empty.isVisible() and not page.figures
        place.go("checks", "open")
        words = [label.text() for label in place.current_page.findChildren(Label)]
        assert "Noch ist nichts erfasst, also gibt es nichts zu prüfen." in words
        place.go("overview")
        edit.add_record(place.company, table("assets"), {"name": "ERP-Server"})
        assert not page.empty.isVisible() and len(page.figures) == 4
        place.undo()
        assert page.empty.isVisible()
        page.empty.look_around.click()
        assert isinstance(place.current_page, InventoryPage)


def test_the_greeting_counts_what_is_due_by_the_end_of_the_month(tmp_path: Path) -> None:
    company = demo_company(tmp_path)
    findings = company.results.findings
    urgent = [one.check_id for one in findings if one.act_by and one.act_by <= date(2026, 11, 30)]
    late = [one for one in findings if one.check_id == "contract_decide" and one.severity is Severity.ACT]
    assert len(urgent) == 9 and len(late) == 1  # its notice can wait, the decision about a switch cannot
    assert late[0].act_by == date(2027, 6, 18) and stakes_words(company, late[0]) == "jetzt · 10.192\u00a0€"
    assert greeting(company) == "Guten Tag! Zehn Dinge brauchen Sie bis Monatsende."
    with speaking("en"):
        assert greeting(company).endswith("by the end of the month.")
    company.close()


def test_the_overview_paints_without_what_is_heavy(tmp_path: Path) -> None:
    program = """
import sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from tests.ui.example_window import demo_company
from virtualcio.ui.shell.user_settings import UserSettings
from virtualcio.ui.shell.workplace import Workplace
place = Workplace(demo_company(Path(sys.argv[1])), UserSettings())
place.go("overview", "today")
place.show()
app.processEvents()
assert not {"numpy", "openpyxl", "alembic"} & set(sys.modules), sorted(sys.modules)
place.finish()
"""
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run(
        [sys.executable, "-c", program, str(tmp_path)], capture_output=True, text=True, cwd=root, check=False
    )
    assert done.returncode == 0, done.stderr
