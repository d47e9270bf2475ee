"""Who does the work of a CIO: three models side by side with cost and what is left undone, and the choice."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.first_talk.result_words import model_words, models_source
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.first_talk.cio_models import CioModelCost
from virtualcio.texts import _
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import HEIGHT as PILL_HEIGHT
from virtualcio.ui.common.pill import Pill


class ModelsCard(Card):
    """`choose` takes the model that was clicked."""

    def __init__(self, company: OpenCompany, choose: Callable[[CioModelCost], object]) -> None:
        super().__init__(_("Who does the work of a CIO?"))
        self.buttons: list[Button] = []
        self._choose = choose
        what = _(
            "The chief information officer (CIO) plans IT: what comes next, what it costs, and what stays "
            "undone."
        )
        self.body.addWidget(Label(what, ink="second", wrap=True))
        row = QHBoxLayout()
        row.setSpacing(24)
        chosen = company.data.company.cio_model
        for one in company.results.first_talk.models:
            row.addWidget(self._model(one, chosen=one.model is chosen), 1)
        self.body.addLayout(row)
        self.body.addWidget(Label(models_source(), ink="third", size=12, wrap=True))

    def _model(self, one: CioModelCost, *, chosen: bool) -> QWidget:
        words = model_words(one)
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        head = QHBoxLayout()
        title = Label(words.title, semibold=True)
        title.setMinimumHeight(PILL_HEIGHT)  # the same in each column, with and without a pill
        head.addWidget(title)
        if one.fits:
            head.addWidget(Pill(_("fits you"), Tone.GOOD))
        head.addStretch(1)
        column.addLayout(head)
        column.addWidget(Label(words.cost, size=16, semibold=True, digits=True, wrap=True))
        column.addWidget(Label(words.why, wrap=True))
        column.addWidget(Label(_("Left undone:"), ink="third", size=12))
        column.addWidget(Label(words.left_undone, ink="second", size=12, wrap=True))
        column.addStretch(1)
        if chosen:
            column.addWidget(Pill(_("chosen"), Tone.NEUTRAL), 0, Qt.AlignmentFlag.AlignLeft)
        else:
            button = Button(_("Choose"), lambda: self._choose(one), primary=one.fits)
            button.setAccessibleName(f"{button.text()}: {words.title}")
            self.buttons.append(button)
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        return box
