"""A card with the questions of one area."""

from collections.abc import Sequence

from virtualcio.actions.inventory.security_words import areas
from virtualcio.actions.open_company import OpenCompany
from virtualcio.texts import translate_count
from virtualcio.ui.common.card import Card
from virtualcio.ui.inventory.security_row import QuestionRow


class AreaCard(Card):
    """Its note says the points, and what is open."""

    def __init__(self, area: int, rows: Sequence[QuestionRow]) -> None:
        super().__init__(" ", " ")
        self._area = area
        self.rows = tuple(rows)
        self.body.setSpacing(2)
        for row in rows:
            self.body.addWidget(row)

    def show_company(self, company: OpenCompany) -> None:
        """Title and points of the area."""
        shown = next(one for one in areas(company) if one.area == self._area)
        self.set_title(shown.title)
        note = shown.points
        if shown.open:
            note += " · " + translate_count("{count} open", "{count} open", shown.open)
        self.set_note(note)
