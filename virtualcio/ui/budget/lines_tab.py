"""The typed lines as a table; while there is none it says what the plan knows without them."""

from collections.abc import Sequence

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tables import table
from virtualcio.analysis.budget.lines import LineOrigin
from virtualcio.texts import translate_count
from virtualcio.ui.common.page import HeaderAction
from virtualcio.ui.common.record_tab import RecordTab
from virtualcio.ui.common.shell import Shell


class LinesTab(RecordTab):
    """A table tab."""

    def __init__(self, shell: Shell, company: OpenCompany) -> None:
        super().__init__(shell, company, table("budget_lines"))

    def more_ways(self) -> Sequence[HeaderAction]:
        """What contracts bring stands in the plan already."""
        lines = self._company.results.paid_lines
        count = len([line for line in lines if line.origin is LineOrigin.CONTRACT])
        if not count:
            return ()
        words = translate_count(
            "{count} contract brings its line already", "{count} contracts bring their lines already", count
        )
        return [HeaderAction(words, lambda: self._shell.go("budget", tab="plan"), icon="file-text")]
