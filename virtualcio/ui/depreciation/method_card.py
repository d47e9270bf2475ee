"""Why a method is used for a thing, which others the law allows, and which it does not."""

from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.actions.depreciation.method_words import MethodWords, method_rows
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.depreciation.items import Book
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label


class MethodCard(Card):
    """One paragraph a method, the one that is used first."""

    def __init__(self) -> None:
        super().__init__(_("Which methods are possible"), " ")
        self.rows: list[Label] = []
        self._place = QVBoxLayout()
        self._place.setSpacing(8)
        self.body.addLayout(self._place)

    def show_item(self, company: OpenCompany, key: str, book: Book, book_title: str) -> None:
        """Show what holds for a thing in one book. KeyError if it stands in no register."""
        self.set_note(book_title)
        while (item := self._place.takeAt(0)) is not None:
            widget = item.widget()
            if isinstance(widget, QWidget):
                widget.hide()
                widget.deleteLater()
        self.rows = []
        for one in method_rows(company, key, book):
            words = Label(_words(one), ink="ink" if one.allowed else "third", size=12, wrap=True, parent=self)
            self.rows.append(words)
            self._place.addWidget(words)


def _words(one: MethodWords) -> str:
    if one.chosen:
        said = _("Used: {method}. {why}")
    elif one.allowed:
        said = _("Possible: {method}. {why}")
    else:
        said = _("Not possible: {method}. {why}")
    law = " · ".join(part for part in (one.law, one.certainty) if part)
    text = said.format(method=one.name, why=one.why)
    return f"{text} ({law})" if law else text
