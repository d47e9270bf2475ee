"""A card with a picture of numbers: shown as a picture or as a table, and taken along as either."""

from typing import Protocol

from PySide6.QtGui import QAction, QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QMenu, QSizePolicy, QStackedWidget, QToolButton, QWidget

from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.chart_data import ChartTable
from virtualcio.ui.common.page import Page
from virtualcio.ui.common.plain_table import PlainTable

HEADING = 24  # px of the heading with its menu; a card beside it takes the same, so that titles are level


class Drawn(Protocol):
    """What can be taken along as a picture."""

    def picture(self) -> QImage: ...


class PictureCard(Card):
    """Title, grey note, menu, and below them the picture or its table.

    `view` is the widget shown as the picture; `drawn` makes the image (`view` itself, or what it holds).
    """

    def __init__(self, title: str, view: QWidget, drawn: Drawn, note: str = "") -> None:
        super().__init__(title, note)
        self._title, self._drawn = title, drawn
        self.table = PlainTable(title)
        self.table.setMinimumHeight(120)
        self.table.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self._numbers, self._words, self._filled = ChartTable((), ()), 1, True
        self._stack = QStackedWidget()
        self._view = view
        self._stack.addWidget(view)
        self._stack.addWidget(self.table)
        self._as_table = QAction(_("Show as table"), self, checkable=True)
        self._as_table.toggled.connect(self.show_as_table)
        self.header.addWidget(self._menu_button())
        self.body.addWidget(self._stack, 1)

    def _menu_button(self) -> QToolButton:
        menu = QMenu(self)
        menu.addAction(self._as_table)
        menu.addSeparator()
        menu.addAction(_("Copy numbers"), self.copy_table)
        menu.addAction(_("Copy picture"), self.copy_picture)
        menu.addAction(_("Save picture…"), self.on_save_picture)
        menu.addAction(_("Save table…"), self.on_save_table)
        button = QToolButton()
        button.setText("⋯")
        button.setAutoRaise(True)
        button.setAccessibleName(_("Take along: {chart}").format(chart=self._title))
        button.setToolTip(_("Show as table, copy, save"))
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setStyleSheet("QToolButton::menu-indicator { image: none; }")
        button.setFixedSize(28, HEADING)
        button.setMenu(menu)
        return button

    def show_numbers(self, numbers: ChartTable, words: int = 1) -> None:
        """What the picture shows, as a table: the first `words` columns words, the others numbers."""
        self._numbers, self._words, self._filled = numbers, words, False
        if self._stack.currentWidget() is self.table:
            self._fill()

    def _fill(self) -> None:
        """Only while it is shown: a picture changes more often than its table is read."""
        if not self._filled:
            self._filled = True
            self.table.set_header(self._numbers.header, right=range(self._words, len(self._numbers.header)))
            self.table.fill(self._numbers.rows)

    @property
    def numbers(self) -> ChartTable:
        """What the picture shows, as a table."""
        return self._numbers

    def show_as_table(self, wanted: bool) -> None:
        self._as_table.setChecked(wanted)
        if wanted:
            self._fill()
        self._stack.setCurrentWidget(self.table if wanted else self._view)

    def copy_table(self) -> None:
        """The numbers to the clipboard, ready for a spreadsheet."""
        QGuiApplication.clipboard().setText(self._numbers.as_text())

    def copy_picture(self) -> None:
        QGuiApplication.clipboard().setImage(self._drawn.picture())

    def on_save_picture(self) -> None:
        name, _kind = QFileDialog.getSaveFileName(
            self, _("Save picture"), f"{self._title}.png", _("Picture (*.png)")
        )
        if name and not self._drawn.picture().save(name):
            self.set_note(_("The picture could not be written there. Choose another folder."))

    def on_save_table(self) -> None:
        """The numbers as a workbook or CSV file."""
        # imported here: only who saves a table pays for the export
        from virtualcio.ui.common.table_export import ask_and_write_numbers

        page = self.parentWidget()
        while page is not None and not isinstance(page, Page):
            page = page.parentWidget()
        assert page is not None  # cards stand in pages
        ask_and_write_numbers(page.shell, page.company, self, self.title_label.text(), self._numbers)
