"""The initiatives as a table, with one more way to begin: from what is overdue."""

from collections.abc import Sequence

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell
from virtualcio.ui.priorities.no_initiatives import overdue_action


class InitiativesTab(RecordTab):
    """A table tab."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company, table("initiatives"))

    def more_ways(self) -> Sequence[HeaderAction]:
        return [overdue_action(self._shell, self._company)]
