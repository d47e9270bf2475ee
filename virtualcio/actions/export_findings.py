"""The sheet of open findings in the workbook."""

from typing import TYPE_CHECKING

from virtualcio.actions.finding_words import words_of
from virtualcio.analysis.checks.finding import Severity
from virtualcio.exchange.workbook import CellKind, Sheet, SheetColumn
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def findings_sheet(company: "OpenCompany") -> Sheet:
    """What stands out, most urgent first."""
    columns = (
        SheetColumn(_("Urgency"), CellKind.TEXT, 14),
        SheetColumn(_("Finding"), CellKind.LONG_TEXT, 48),
        SheetColumn(_("Why"), CellKind.LONG_TEXT, 70),
        SheetColumn(_("At stake"), CellKind.MONEY, 16),
        SheetColumn(_("To be done by"), CellKind.DATE, 14),
    )
    rows = []
    for finding in company.results.findings:
        words = words_of(company, finding)
        urgency = _("to do") if finding.severity is Severity.ACT else _("to watch")
        rows.append((urgency, words.title, words.detail, finding.money, finding.act_by))
    return Sheet(_("Findings"), columns, tuple(rows))
