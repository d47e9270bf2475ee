"""'What comes next': the most urgent findings, as many as fit, each with its one button."""

from collections.abc import Callable

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from virtualcio.actions.next_steps import next_steps
from virtualcio.actions.open_company import OpenCompany
from virtualcio.analysis.checks.finding import Finding
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.buttons import Button
from virtualcio.ui.common.card import Card
from virtualcio.ui.common.finding_row import FindingRow
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.picture_card import HEADING

MOST = 8
LEAST = 4  # shown however little room there is


class NextStepsCard(Card):
    """Shows the first findings; the button in the heading leads to the rest."""

    def __init__(self, act: Callable[[Finding], object], all_findings: Callable[[], object]) -> None:
        super().__init__(_("What comes next"))
        self._act = act
        self.all_button = Button("", all_findings, quiet=True)
        self.all_button.setFixedHeight(HEADING)
        self.title_label.setMinimumHeight(HEADING)
        self.header.addWidget(self.all_button)
        self._nothing = Label(_("Nothing is open. All rules are met."), ink="second", wrap=True)
        self._list = _RowsThatFit()
        self.body.addWidget(self._nothing)
        self.body.addWidget(self._list, 1)

    @property
    def rows(self) -> list[FindingRow]:
        return self._list.rows

    def show_findings(self, company: OpenCompany) -> None:
        findings = company.results.findings
        shown = next_steps(company, MOST)
        self._list.show_rows([FindingRow(company, one, self._act, brief=True) for one in shown])
        self._nothing.setVisible(not findings)
        self.all_button.setText(translate_count("All {count} finding", "All {count} findings", len(findings)))
        self.all_button.setVisible(bool(findings))


class _RowsThatFit(QWidget):
    """A column that leaves out whole rows at its end rather than cutting one."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[FindingRow] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addStretch(1)

    def show_rows(self, rows: list[FindingRow]) -> None:
        for row in self.rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = rows
        for index, row in enumerate(rows):
            self._column.insertWidget(index, row)
        self._fit()

    def hasHeightForWidth(self) -> bool:
        return False  # it takes the height that there is

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        least_height = self._reserve()
        for row in self.rows[:LEAST]:
            least_height += self._height(row)
        return QSize(260, least_height)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()  # texts wrap elsewhere, so the least height is another one
        self._fit()

    def _height(self, row: FindingRow) -> int:
        return row.heightForWidth(self.width()) if row.hasHeightForWidth() else row.sizeHint().height()

    def _reserve(self) -> int:
        """A line more than reckoned: texts that wrap beside a button can need it."""
        return self.fontMetrics().height()

    def _fit(self) -> None:
        used = self._reserve()
        for index, row in enumerate(self.rows):
            used += self._height(row)
            row.setVisible(index < LEAST or used <= self.height())
