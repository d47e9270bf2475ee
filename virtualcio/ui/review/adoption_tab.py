"""Use of what is new: the counts by department as a table, and above it the stages of an initiative."""

from collections.abc import Sequence

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.analysis.review.adoption import AdoptionState
from virtualcio.model import AdoptionCount, Initiative
from virtualcio.texts import _
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.review.stage_funnel import StageFunnel
from virtualcio.ui.review.station_goals import lost_sentence


class AdoptionTab(RecordTab):
    """A table tab with the funnel of the chosen row's initiative above it."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.card = Card(" ")
        self.funnel = StageFunnel(company)
        self.lost = Label(ink="second", wrap=True)
        self.card.body.addWidget(self.funnel)
        self.card.body.addWidget(self.lost)
        super().__init__(shell, company, table("adoption"))
        self._left.insertWidget(0, self.card)
        self._show_selected()

    def _show_selected(self) -> None:
        super()._show_selected()
        if self.card.parentWidget() is None:
            return  # the table is made first
        state = self._state()
        self.card.setVisible(state is not None)
        if state is None:
            return
        self.card.set_title(self._company.data.find(Initiative, state.initiative_id).name)
        self.card.title_label.adjustSize()
        promised = state.promised_users
        self.funnel.show_state(state)
        said = [lost_sentence(self._company, state)]
        if promised is not None:
            said.insert(0, _("Promised: {count} users.").format(count=promised))
        self.lost.setText(" ".join(filter(None, said)))
        self.lost.setVisible(any(said))

    def _state(self) -> AdoptionState | None:
        """Of the chosen rows' initiative, else of the first one."""
        records: Sequence[object] = self._selected()
        keys = [one.initiative_id for one in records if isinstance(one, AdoptionCount)]
        states = {one.initiative_id: one for one in self._company.results.adoption}
        return states.get(keys[0]) if keys else next(iter(states.values()), None)
