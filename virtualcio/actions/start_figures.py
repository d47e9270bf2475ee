"""The few figures of a company that the start screen shows while its file is closed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.actions.finding_words import day_to_act
from virtualcio.analysis.checks.finding import Severity

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class StartFigures:
    """`backlog` in euros, None as long as nothing is entered; `act` and `watch` count open findings;
    `next_day` is the next day to decide by: one ahead, and only where none lies ahead today, for what
    should have been done already."""

    backlog: Decimal | None
    act: int
    watch: int
    next_day: date | None


def start_figures(company: "OpenCompany") -> StartFigures:
    findings = company.results.findings
    act = sum(found.severity is Severity.ACT for found in findings)
    days = {day for found in findings if (day := day_to_act(company, found)) is not None}
    ahead = days - {company.today}
    next_day = min(ahead or days, default=None)
    backlog = None if company.is_empty else company.results.backlog.total
    return StartFigures(backlog, act, len(findings) - act, next_day)
