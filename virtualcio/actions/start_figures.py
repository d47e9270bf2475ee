"""The few figures of a company that the start screen shows while its file is closed."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.analysis.checks.finding import Severity

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


@dataclass(frozen=True)
class StartFigures:
    """`backlog` in euros; `act` and `watch` count open findings; `next_day` is the next day to decide by."""

    backlog: Decimal
    act: int
    watch: int
    next_day: date | None


def start_figures(company: "OpenCompany") -> StartFigures:
    findings = company.results.findings
    act = sum(found.severity is Severity.ACT for found in findings)
    days = [found.act_by for found in findings if found.act_by is not None]
    return StartFigures(company.results.backlog.total, act, len(findings) - act, min(days, default=None))
