"""A day's work on the example company in the real window, by mouse and keyboard."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.journeys.walk import CTRL, NOW, SHIFT, Walk, a_walk, in_file
from tests.store.example_company import in_file as content_of
from virtualcio.actions.open_company import open_demo
from virtualcio.model import Asset, AssetApplication, AssetProcess, ContractAsset, SetAsideFinding
from virtualcio.store.verify import verify
from virtualcio.ui.checks.checks_page import ChecksPage
from virtualcio.ui.overview.overview_page import OverviewPage
from virtualcio.ui.shell import theme


@pytest.fixture
def demo(tmp_path: Path) -> Path:
    path = tmp_path / "demo.vcio"
    open_demo(path, NOW.date()).close()
    return path


@pytest.fixture
def walk(demo: Path) -> Iterator[Walk]:
    with a_walk() as walking:
        assert walking.window.tasks.open_path(demo)
        yield walking


def overview(walk: Walk) -> OverviewPage:
    walk.page("overview")
    page = walk.place.current_page
    assert isinstance(page, OverviewPage)
    return page


def test_the_language_changes_in_the_middle_of_work(walk: Walk, demo: Path) -> None:
    walk.page("inventory")
    walk.tab("assets")
    walk.cell("ERP-Server HV01", "note")
    walk.type("Halb getippt")  # and not stored yet
    walk.window.run("english")
    assert walk.place.place == ("inventory", "assets")
    assert walk.place.header.title.whole_text() == "Inventory"
    assert walk.place.company.workspace.undo_label is not None  # what was typed is not lost
    walk.cell("ERP-Server HV01", "cost")
    walk.type("12,345.60")
    walk.press(Qt.Key.Key_Return)
    walk.press(Qt.Key.Key_Z, CTRL)
    walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
    assert str(walk.place.company.workspace.undo_label).startswith("Purchase price (net) of")
    walk.window.run("german")
    assert str(walk.place.company.workspace.undo_label).startswith("Kaufpreis (netto) von")
    walk.end()
    server = next(one for one in in_file(demo) if getattr(one, "name", "") == "ERP-Server HV01")
    assert isinstance(server, Asset) and (server.note, str(server.cost)) == ("Halb getippt", "12345.60")


def test_work_goes_on_in_the_dark(walk: Walk) -> None:
    walk.window.run("theme_dark")
    QApplication.processEvents()
    assert theme.current().dark
    for page in ("overview", "inventory", "checks", "settings"):
        walk.page(page)
        corner = walk.window.grab().toImage().pixelColor(walk.window.width() - 3, walk.window.height() - 3)
        assert corner.lightnessF() < 0.3, page
    walk.page("inventory")
    walk.tab("assets")
    walk.cell("ERP-Server HV01", "name")
    walk.type("Server im Dunkeln")
    walk.press(Qt.Key.Key_Return)
    walk.window.run("theme_light")
    QApplication.processEvents()
    assert not theme.current().dark
    assert "Server im Dunkeln" in {asset.name for asset in walk.place.company.data.all(Asset)}


def test_what_is_deleted_goes_with_its_links_and_comes_back_with_them(walk: Walk, demo: Path) -> None:
    data = walk.place.company.data
    server = next(one for one in data.all(Asset) if one.name == "ERP-Server HV01")
    links = [(kind, link.id) for kind in (AssetApplication, AssetProcess, ContractAsset)
             for link in data.where(kind, "asset_id", server.id)]  # fmt: skip
    assert links
    before, backlog = content(walk, demo), walk.place.company.results.backlog.total
    walk.page("inventory")
    walk.tab("assets")
    walk.cell("ERP-Server HV01", "name")
    walk.press(Qt.Key.Key_Delete)
    assert data.get(Asset, server.id) is None
    assert all(data.get(kind, key) is None for kind, key in links)
    assert walk.place.company.results.backlog.total < backlog
    walk.press(Qt.Key.Key_Z, CTRL)
    assert data.get(Asset, server.id) is not None
    assert all(data.get(kind, key) is not None for kind, key in links)
    assert walk.place.company.results.backlog.total == backlog
    assert content(walk, demo) == before


def content(walk: Walk, path: Path) -> object:
    """What stands in the file that is open in the window."""
    copy = path.with_name("copy.vcio")
    copy.write_bytes(path.read_bytes())
    return content_of(copy)


def test_a_finding_is_set_aside_and_taken_back(walk: Walk, demo: Path) -> None:
    walk.page("checks")
    page = walk.place.current_page
    assert isinstance(page, ChecksPage)
    results = walk.place.company.results
    before, aside_before = [one.key for one in results.findings], len(in_rows(walk))
    row = page.findings.rows[0]
    key = row.finding.key
    page.findings.on_set_aside(row)
    walk.type("Im Januar kommt der neue Server")
    walk.press(Qt.Key.Key_Return)
    assert [one.key for one in results.findings] == [one for one in before if one != key]
    walk.tab("aside")
    [shown] = [one for one in page.aside.rows if "Im Januar kommt" in one.detail.text()]
    QTest.mouseClick(shown.button, Qt.MouseButton.LeftButton)
    assert [one.key for one in results.findings] == before
    assert len(in_rows(walk)) == aside_before
    walk.press(Qt.Key.Key_Z, CTRL)
    assert [one.key for one in results.findings] == [one for one in before if one != key]
    walk.end()
    assert "Im Januar kommt der neue Server" in {
        one.reason for one in in_file(demo, SetAsideFinding) if isinstance(one, SetAsideFinding)
    }


def in_rows(walk: Walk) -> list[SetAsideFinding]:
    return list(walk.place.company.data.all(SetAsideFinding))


def test_a_column_of_the_wave_leads_to_its_things(walk: Walk) -> None:
    chart = overview(walk).charts["wave"].chart
    overdue = {item.record.id for item in walk.place.company.results.backlog.items}
    chart.setFocus()
    walk.press(Qt.Key.Key_Home)
    walk.press(Qt.Key.Key_Return)
    assert walk.place.place == ("inventory", "assets")
    rows = {record.id for record in walk.inventory.part.table.records.rows}
    assert rows == {key for key in overdue if walk.place.company.data.get(Asset, key) is not None}


def test_undo_and_redo_go_on_after_a_restart(demo: Path) -> None:
    states = [content_of(demo)]
    with a_walk() as walk:
        assert walk.window.tasks.open_path(demo)
        walk.page("inventory")
        walk.tab("assets")
        for column, text in (("name", "Umbenannt"), ("cost", "1.000,00 €"), ("note", "Neu")):
            walk.cell("Umbenannt" if column != "name" else "ERP-Server HV01", column)
            walk.type(text)
            walk.press(Qt.Key.Key_Return)
            states.append(content(walk, demo))
        walk.press(Qt.Key.Key_Z, CTRL)
        assert content(walk, demo) == states[2]
    with a_walk() as walk:
        assert walk.window.tasks.open_path(demo)
        walk.page("inventory")
        for state in (states[1], states[0]):
            walk.press(Qt.Key.Key_Z, CTRL)
            assert content(walk, demo) == state
        walk.press(Qt.Key.Key_Z, CTRL)  # nothing is left to undo
        assert content(walk, demo) == states[0]
    with a_walk() as walk:
        assert walk.window.tasks.open_path(demo)
        walk.page("inventory")
        for state in states[1:]:
            walk.press(Qt.Key.Key_Z, CTRL | SHIFT)
            assert content(walk, demo) == state
    assert content_of(demo) == states[3] and verify(demo).ok
