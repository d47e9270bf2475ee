"""The titles of a table of records are read in full, on one line or on two."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF

from tests.ui.inventory_window import InventoryWindow, window
from virtualcio.actions.tables import TABLES
from virtualcio.texts import speaking, translate
from virtualcio.ui.common.record_header import _title_width
from virtualcio.ui.shell import theme

__all__ = ["window"]


def test_every_title_of_every_table_fits_on_two_lines(window: InventoryWindow) -> None:
    letters = QFontMetricsF(theme.font(11.5, medium=True))
    for spoken in ("de", "en"):
        with speaking(spoken):
            titles = {translate(column.title) for table in TABLES for column in table.columns}
            for title in titles:
                room = QRectF(0, 0, _title_width(title) + 2, 1000)
                needed = letters.boundingRect(room, int(Qt.TextFlag.TextWordWrap), title)
                assert needed.height() < 2.5 * letters.lineSpacing(), title
