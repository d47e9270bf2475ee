"""What the navigation says about the file: the company, how far each step is, open findings, saved or not."""

from virtualcio import formats
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.checks.finding import Severity
from virtualcio.texts import _, translate_count
from virtualcio.ui.pages import PAGES
from virtualcio.ui.shell.navigation import Navigation, StepRing


def show_file(navigation: Navigation, company: OpenCompany) -> None:
    """What needs no figures: whose file it is, and that it is saved."""
    navigation.badge.show_company(company.data.company.name, _company_line(company))
    navigation.footer.setText(_footer(company))


def show_state(navigation: Navigation, company: OpenCompany) -> None:
    """Bring the navigation up to date; cheap, because results are kept."""
    show_file(navigation, company)
    for spec in PAGES:
        button = navigation.button(spec.key)
        if button is not None and spec.step is not None:
            state = company.results.step_state(spec.key)
            button.set_ring(StepRing(state.progress.value, state.text))
    _show_review_due(navigation, company)
    checks = navigation.button("checks")
    if checks is not None:
        findings = company.results.findings
        urgent = any(found.severity is Severity.ACT for found in findings)
        checks.set_pill(str(len(findings)) if findings else "", Tone.ACT if urgent else Tone.WATCH)


def _show_review_due(navigation: Navigation, company: OpenCompany) -> None:
    """'Q4 fällig' at the steering, as soon as the checks remind of the review."""
    button = navigation.button("review")
    if button is None:
        return
    reminder = next((one for one in company.results.findings if one.check_id == "review_due"), None)
    if reminder is None:
        button.set_pill("", Tone.NEUTRAL)
        return
    quarter = formats.quarter_short(company.results.review_due.quarter_start)
    urgent = reminder.severity is Severity.ACT
    words = _("{quarter} overdue") if urgent else _("{quarter} due")
    button.set_pill(words.format(quarter=quarter), Tone.ACT if urgent else Tone.WATCH)


def _company_line(company: OpenCompany) -> str:
    employees = company.data.company.employees
    year = str(company.today.year)
    if employees is None:
        return company.data.company.trade or year
    people = translate_count("{count} employee", "{count} employees", employees)
    return f"{year} · {people}"


def _footer(company: OpenCompany) -> str:
    workspace = company.workspace
    if workspace.read_only:
        return _("Write-protected file · only to look at")
    if workspace.encrypted:
        return _("All changes saved · encrypted")
    return _("All changes saved · on this device")
