"""'What comes next': the most urgent findings, each with its one button."""

from collections.abc import Callable

from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.finding_row import FindingRow
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn

MOST = 6


class NextStepsCard(Card):
    """Shows the first findings; `all_findings` leads to the rest."""

    def __init__(self, act: Callable[[Finding], object], all_findings: Callable[[], object]) -> None:
        super().__init__(_("What comes next"))
        self._act = act
        self.rows: list[FindingRow] = []
        self.all_button = Button("", all_findings, quiet=True)
        self.header.addWidget(self.all_button)
        self._list = ScrollColumn()
        self.body.addWidget(self._list, 1)

    def show_findings(self, company: OpenCompany) -> None:
        findings = company.results.findings
        self._list.clear()
        self.rows = [FindingRow(company, finding, self._act) for finding in findings[:MOST]]
        for row in self.rows:
            self._list.column.addWidget(row)
        if not findings:
            self._list.column.addWidget(
                Label(_("Nothing is open. All rules are kept."), ink="second", wrap=True)
            )
        self._list.column.addStretch(1)
        self.all_button.setText(translate_count("{count} finding", "{count} findings", len(findings)))
        self.all_button.setVisible(bool(findings))
