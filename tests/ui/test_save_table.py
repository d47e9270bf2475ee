"""Any chart leaves as a table too: workbook or text, with real numbers in it."""

from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from tests.ui.roadmap_window import RoadmapWindow, window
from virtualcio.ui.common.picture_card import PictureCard

__all__ = ["window"]


def test_the_menu_of_a_chart_offers_picture_and_table(window: RoadmapWindow) -> None:
    for card in window.page.findChildren(PictureCard):
        menus = [button.menu() for button in card.findChildren(QToolButton) if button.menu() is not None]
        offered = {action.text() for menu in menus for action in menu.actions()}
        assert {"Bild speichern …", "Tabelle speichern …"} <= offered


@pytest.mark.parametrize("name", ["plan.xlsx", "plan.csv"])
def test_the_table_of_a_chart_is_written_where_one_says(
    window: RoadmapWindow, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    path, card = tmp_path / name, window.part.card
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: (str(path), ""))

    card.on_save_table()
    qtbot.waitUntil(path.exists, timeout=5_000)

    if path.suffix == ".csv":
        first, *lines = path.read_text(encoding="utf-8-sig").splitlines()
        assert len(lines) == len(card.numbers.rows) and first.split(";")[0] == card.numbers.header[0]
        return
    sheet = load_workbook(path).active
    assert sheet is not None
    assert sheet.max_row == len(card.numbers.rows) + 1
    assert [cell.value for cell in sheet[3]] == ["ERP-Umzug", "01/2027", "03/2027", 3, 0, "Sicher bleiben"]


def test_nothing_is_written_if_no_place_was_chosen(
    window: RoadmapWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("PySide6.QtWidgets.QFileDialog.getSaveFileName", lambda *_asked: ("", ""))

    window.part.card.on_save_table()

    assert not list(tmp_path.glob("*.xlsx"))
