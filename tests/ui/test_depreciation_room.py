"""The tab of depreciation says first what is to be put right, and cuts no amount and no date."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QTableView
from pytestqt.qtbot import QtBot

from tests.ui.budget_window import budget_company, small_budget
from tests.ui.example_window import workplace
from virtualcio.model import Asset, Disposal
from virtualcio.model.inventory import AssetCategory
from virtualcio.ui.common.plain_table import PlainTable
from virtualcio.ui.depreciation.depreciation_part import DepreciationPart
from virtualcio.ui.settings.tax_form import TaxForm
from virtualcio.ui.shell.workplace import Workplace

D = Decimal
_PADDING = 16  # px that every cell keeps free


def things() -> list[Asset | Disposal]:
    """A dear server, a gate that no table has a life for, a fax server that left long after its last year."""
    return [
        Asset(
            id="srv", name="Server", category=AssetCategory.SERVER, purchase_date=date(2020, 12, 28),
            cost=D("98765.43"),
        ),
        Asset(
            id="gate", name="Torsteuerung", category=AssetCategory.OTHER, purchase_date=date(2021, 6, 30),
            cost=D("6800.00"),
        ),
        Asset(
            id="fax", name="Faxserver", category=AssetCategory.SERVER, purchase_date=date(2012, 2, 20),
            cost=D("2900.00"),
        ),
        Disposal(asset_id="fax", disposed_on=date(2026, 4, 22), pieces=1),
    ]  # fmt: skip


@pytest.fixture
def place(qtbot: QtBot, tmp_path: Path) -> Iterator[Workplace]:
    with workplace(qtbot, budget_company(tmp_path, [*small_budget(), *things()])) as shown:
        yield shown


def depreciation(place: Workplace) -> DepreciationPart:
    place.go("budget", "depreciation")
    QApplication.processEvents()
    part = place.current_page.part  # type: ignore[attr-defined]  # every page here has tabs
    assert isinstance(part, DepreciationPart)
    return part


def cut(table: PlainTable, columns: list[int]) -> list[str]:
    """Texts of shown columns that are wider than their cells."""
    metrics = QFontMetrics(table.font())
    return [
        text
        for column in columns
        if not QTableView.isColumnHidden(table, column)
        for text in (table.text_at(row, column) for row in range(table.rowCount()))
        if metrics.horizontalAdvance(text) + _PADDING > table.columnWidth(column)
    ]


def test_what_is_to_be_put_right_stands_first_and_says_what_is_missing(place: Workplace) -> None:
    table = depreciation(place).list.table
    assert [table.text_at(row, 0) for row in range(3)] == ["Torsteuerung", "Server", "Faxserver"]
    assert [table.text_at(row, 3) for row in range(3)] == ["▲ Dauer fehlt", "Linear", "Linear"]


def test_years_in_which_nothing_is_left_and_nothing_happens_get_no_row(place: Workplace) -> None:
    part = depreciation(place)
    part.choose("fax")
    years = part.details.years
    # seven years from February 2012, and the year in which it left
    listed = [years.text_at(row, 0) for row in range(years.rowCount())]
    assert listed == [*map(str, range(2012, 2020)), "2026"]


@pytest.mark.parametrize("size", [(1440, 900), (1280, 720), (1024, 768)])
def test_no_amount_and_no_date_is_cut(place: Workplace, size: tuple[int, int]) -> None:
    place.resize(*size)
    part = depreciation(place)
    assert cut(part.list.table, [1, 2, 3, 5, 6]) == []
    assert cut(part.details.years, [0, 1, 2, 3, 4]) == []
    details = part.details
    assert details.mapTo(part, details.rect().topRight()).x() <= part.width()


def test_choices_for_the_books_fit_into_a_narrow_window(place: Workplace) -> None:
    place.resize(1024, 768)
    place.go("settings", "taxes")
    QApplication.processEvents()
    form = next(one for one in place.findChildren(TaxForm) if one.isVisible())
    for box in form.boxes.values():
        assert box.mapTo(form, box.rect().topRight()).x() < form.width() * 0.7
