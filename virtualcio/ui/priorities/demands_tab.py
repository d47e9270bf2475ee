"""The demands of the departments: the table, and above the details what can be answered."""

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.model import Demand
from virtualcio.model.initiatives import DemandState
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.answer_bar import AnswerBar


class DemandsTab(RecordTab):
    """A table tab whose inspector can answer."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        self.answer = AnswerBar(shell, company)
        super().__init__(shell, company, table("demands"))
        self.inspector.parts.column.insertWidget(1, self.answer)

    def select_first(self) -> None:
        """The first one that waits for an answer, if there is one."""
        rows = self.table.records.rows
        waiting = [one for one in rows if isinstance(one, Demand) and one.state is DemandState.OPEN]
        if not waiting or not self.table.show_record(waiting[0].id):
            super().select_first()

    def _show_selected(self) -> None:
        super()._show_selected()
        records = self._selected()
        only = records[0] if len(records) == 1 else None
        self.answer.show_demand(only if isinstance(only, Demand) else None)
