"""All rules of the checks: what each looks at, and how many findings it has now."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from virtualcio.actions.finding_words import rule_words, sign_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.checks.all_checks import CHECKS
from virtualcio.analysis.checks.finding import Severity
from virtualcio.texts import _, translate_count
from virtualcio.ui.common.labels import Label
from virtualcio.ui.common.pill import Pill
from virtualcio.ui.common.scroll import ScrollColumn
from virtualcio.ui.common.sign_box import SignBox


class RulesList(ScrollColumn):
    """One row for each rule, in the order of the program's list."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[RuleRow] = []

    def show_rules(self, company: OpenCompany) -> None:
        self.clear()
        found = [finding.check_id for finding in company.results.all_findings]
        self.rows = [
            RuleRow(check.id, check.severity, None if company.is_empty else found.count(check.id))
            for check in CHECKS
        ]
        for row in self.rows:
            self.column.addWidget(row)
        self.column.addStretch(1)


class RuleRow(QWidget):
    """Sign, title, explanation, and how many findings there are; None if there is nothing to check yet."""

    def __init__(self, check_id: str, severity: Severity, count: int | None) -> None:
        super().__init__()
        act = severity is Severity.ACT
        tone, word = (Tone.ACT, _("Act")) if act else (Tone.WATCH, _("Watch"))
        words = rule_words(check_id)
        self.check_id = check_id
        self.count = count
        texts = QVBoxLayout()
        texts.setSpacing(3)
        texts.addWidget(Label(words.title, semibold=True, wrap=True))
        texts.addWidget(Label(words.detail, ink="second", size=12, wrap=True))
        if count is None:
            pill = Pill(_("nothing to check yet"))
        elif count:
            pill = Pill(translate_count("{count} finding", "{count} findings", count), tone)
        else:
            pill = Pill(_("met"), Tone.GOOD)
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 10, 8, 10)
        row.setSpacing(12)
        row.addWidget(SignBox(tone, word, sign_of(check_id)), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(texts, 1)
        row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
