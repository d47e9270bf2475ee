"""Lists that are only read: filled anew they keep what is selected, and they are copied with titles."""

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from virtualcio.ui.common.plain_table import PlainTable


def list_of_two(qtbot: QtBot) -> PlainTable:
    table = PlainTable("Liste", ("Name", "Kosten"), (0, 80), right=(1,))
    qtbot.addWidget(table)
    table.fill([("ERP", "10 €"), ("NAS", "20 €")], ["erp", "nas"])
    return table


def test_a_list_filled_anew_keeps_the_row_that_is_selected(qtbot: QtBot) -> None:
    table = list_of_two(qtbot)
    table.selectRow(1)

    table.fill([("ERP", "11 €"), ("NAS", "21 €"), ("Mail", "30 €")], ["erp", "nas", "mail"])

    assert table.selected_target() == "nas"
    assert table.text_at(1, 1) == "21 €"
    table.fill([("ERP", "12 €")], ["erp"])
    assert table.rowCount() == 1
    assert table.selected_target() is None
    assert table.text_at(1, 1) == ""


def test_enter_on_a_row_opens_what_it_is_about(qtbot: QtBot) -> None:
    table = list_of_two(qtbot)
    with qtbot.waitSignal(table.opened) as opened:
        table.activated.emit(table.texts.index(1, 1))

    assert opened.args == ["nas"]


def test_the_selected_rows_are_copied_with_their_titles_else_all(qtbot: QtBot) -> None:
    table = list_of_two(qtbot)
    table.copy()
    assert QGuiApplication.clipboard().text() == "Name\tKosten\nERP\t10 €\nNAS\t20 €\n"

    table.selectRow(1)
    table.copy()
    assert QGuiApplication.clipboard().text() == "Name\tKosten\nNAS\t20 €\n"
