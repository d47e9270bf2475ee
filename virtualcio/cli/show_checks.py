"""`show FILE checks` and `check FILE`: the findings, most urgent first, and whether one is too many."""

import argparse
from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.columns import Tone
from virtualcio.actions.finding_words import words_of
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.cli.file_verbs import FINE, FOUND, open_for
from virtualcio.cli.printing import print_json, print_title, print_wrapped
from virtualcio.cli.shown_table import SIGNS
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_TONES = {Severity.ACT: Tone.ACT, Severity.WATCH: Tone.WATCH}


def show_checks(company: "OpenCompany", as_json: bool) -> int:
    """Exit code 1 if a finding is open."""
    findings = company.results.findings
    if as_json:
        print_json([_json_finding(company, finding) for finding in findings])
    else:
        _print_findings(company, findings)
    return FOUND if findings else FINE


def check(options: argparse.Namespace) -> int:
    """Exit code 1 if a finding of the severity of --fail-on or a worse one is open."""
    company = open_for(options)
    try:
        findings = company.results.findings
        failed = any(_fails(finding, Severity(options.fail_on)) for finding in findings)
        if options.json:
            print_json(
                {
                    "day": company.today,
                    "fail_on": options.fail_on,
                    "failed": failed,
                    "counts": {
                        severity: len([one for one in findings if one.severity is severity])
                        for severity in Severity
                    },
                    "findings": [_json_finding(company, finding) for finding in findings],
                }
            )
        else:
            _print_findings(company, findings)
    finally:
        company.close()
    return FOUND if failed else FINE


def _fails(finding: Finding, limit: Severity) -> bool:
    return limit is Severity.WATCH or finding.severity is Severity.ACT


def _json_finding(company: "OpenCompany", finding: Finding) -> dict[str, object]:
    words = words_of(company, finding)
    return {
        "check": finding.check_id,
        "severity": finding.severity,
        "title": words.title,
        "detail": words.detail,
        "objects": [{"kind": kind.__tablename__, "id": key} for kind, key in finding.objects],
        "money": finding.money,
        "act_by": finding.act_by,
    }


def _print_findings(company: "OpenCompany", findings: Sequence[Finding]) -> None:
    print_title(
        translate_count("{count} finding", "{count} findings", len(findings))
        if findings
        else _("Nothing stands out."),
        first=True,
    )
    for finding in findings:
        words = words_of(company, finding)
        print_title(f"{SIGNS[_TONES[finding.severity]]}{words.title}")
        print_wrapped(words.detail, "  ")
        for label, text in _stakes(finding.money, finding.act_by):
            print(f"  {label} {text}")


def _stakes(money: Decimal | None, act_by: date | None) -> list[tuple[str, str]]:
    stakes = []
    if money is not None:
        stakes.append((_("At stake:"), formats.money_short(money)))
    if act_by is not None:
        stakes.append((_("To be done by:"), formats.day(act_by)))
    return stakes
