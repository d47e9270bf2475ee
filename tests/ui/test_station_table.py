"""The list of a station of the review: names and titles are read in full, from three metres too."""

import pytest
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from virtualcio.ui.review.sizes import MEETING, MEETING_COARSE, WINDOW, Sizes
from virtualcio.ui.review.station_content import Cell, Rows
from virtualcio.ui.review.station_table import StationTable
from virtualcio.ui.shell import theme


def test_names_too_long_for_their_column_stand_on_two_lines(qtbot: QtBot) -> None:
    rows = Rows("x", ("System", "Warum", "Seit"), (
        (Cell("Steuerrechner Abkantpresse"), Cell("für „Auftragsabwicklung“"), Cell("01/2020")),
        (Cell("NAS"), Cell("für „Angebote“"), Cell("09/2025")),
    ), right=(2,))  # fmt: skip
    table = StationTable(MEETING, "x", 5)
    qtbot.addWidget(table)
    table.resize(460, 200)
    table.show_rows(rows)
    table.show()
    QApplication.processEvents()
    assert [table.rowHeight(row) > MEETING.row for row in (0, 1)] == [True, False]
    high = table.horizontalHeader().height() + table.rowHeight(0) + table.rowHeight(1)
    assert table.heightForWidth(460) == high + 2
    table.resize(900, 200)
    QApplication.processEvents()
    assert [table.rowHeight(row) for row in (0, 1)] == [MEETING.row, MEETING.row]


@pytest.mark.parametrize("sizes", [WINDOW, MEETING, MEETING_COARSE])
def test_titles_on_two_lines_are_not_cut(qtbot: QtBot, sizes: Sizes) -> None:
    rows = Rows("x", ("System", "Warum es drängt", "Seit"), ((Cell("NAS"), Cell("a"), Cell("b")),))
    table = StationTable(sizes, "x", 5)
    qtbot.addWidget(table)
    table.resize(200, 200)
    table.show_rows(rows)
    table.show()
    QApplication.processEvents()
    assert "\n" in table.texts.header[1]
    letters = QFontMetricsF(theme.font(sizes.small))
    assert table.horizontalHeader().height() - 20 >= 2 * letters.lineSpacing()  # 10 px above and below
