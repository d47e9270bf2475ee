"""The open findings, most urgent first; each can be acted on, or set aside in its place."""

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, Signal

from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.set_aside import proposed_return, set_aside
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, translate_count
from virtualcio.ui.checks.set_aside_form import SetAsideForm
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.finding_row import FindingRow
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.scroll import ScrollColumn

MOST_AT_ONCE = 40


class FindingsList(ScrollColumn):
    """`selected` says whose surroundings are to be shown (None: nothing is open); `picked` that it was the
    user who chose, not the list itself.
    """

    selected = Signal(object)
    picked = Signal()

    def __init__(self, act: Callable[[Finding], object], begin: Callable[[], object]) -> None:
        """`act` does what a finding asks for; `begin` leads somewhere as long as nothing is entered."""
        super().__init__()
        self._act, self._begin = act, begin
        self._company: OpenCompany | None = None
        self._chosen: tuple[str, str] | None = None
        self.rows: list[FindingRow] = []
        self._most = MOST_AT_ONCE
        self.more = Button("", self.on_more, quiet=True)

    def show_findings(self, company: OpenCompany) -> None:
        self._company = company
        findings = company.results.findings
        self.column.removeWidget(self.more)
        self.clear()
        self.rows = [self._row(company, finding) for finding in findings[: self._most]]
        for row in self.rows:
            self.column.addWidget(row)
        rest = len(findings) - len(self.rows)
        self.more.setText(translate_count("Show {count} more", "Show {count} more", rest))
        self.more.setVisible(rest > 0)
        self.column.addWidget(self.more)
        if not self.rows:
            self.column.addWidget(Label(_nothing_words(company), ink="second", wrap=True))
            if company.is_empty:
                self.column.addSpacing(8)
                button = Button(_("Begin the talk"), self._begin, primary=True)
                self.column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)
        keys = [row.finding.key for row in self.rows]
        self._choose(self._chosen if self._chosen in keys else (keys[0] if keys else None))

    def _row(self, company: OpenCompany, finding: Finding) -> FindingRow:
        row = FindingRow(company, finding, self._act, selectable=True)
        row.selected.connect(self.on_selected)
        aside = Button(_("Set aside…"), lambda: self.on_set_aside(row), quiet=True)
        aside.setAccessibleName(_("Set aside: {finding}").format(finding=row.title.text()))
        row.set_second_button(aside)
        return row

    @property
    def chosen_row(self) -> FindingRow | None:
        """The row whose surroundings are shown; None without findings."""
        return next((row for row in self.rows if row.finding.key == self._chosen), None)

    def on_more(self) -> None:
        """Show all; building the rows of a thousand findings takes a moment, so it is not done unasked."""
        if self._company is not None:
            self._most = len(self._company.results.findings)
            self.show_findings(self._company)

    def on_selected(self, finding: Finding) -> None:
        self._choose(finding.key)
        self.picked.emit()

    def _choose(self, key: tuple[str, str] | None) -> None:
        self._chosen = key
        chosen = None
        for row in self.rows:
            row.set_chosen(row.finding.key == key)
            if row.finding.key == key:
                chosen = row.finding
        self.selected.emit(chosen)

    def on_set_aside(self, row: FindingRow) -> None:
        """Open the form in the row; asking again closes it."""
        company = self._company
        if company is None:
            return
        if row.form is not None:
            row.show_form(None)
            return

        def store(reason: str, until: date | None) -> None:
            set_aside(company, row.finding, reason, until)

        form = SetAsideForm(proposed_return(company), store, lambda: row.show_form(None))
        row.show_form(form)
        form.reason.setFocus()


def _nothing_words(company: OpenCompany) -> str:
    """What is not entered is not called fine."""
    if company.is_empty:
        return _("Nothing is entered yet, so there is nothing to check.")
    return _("Nothing is open. All rules are met.")
