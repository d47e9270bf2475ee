"""The stations of security and budget: what protects the company, and what all of it costs."""

from collections.abc import Sequence

from virtualcio import formats
from virtualcio.actions.budget.actual_rows import actual_table
from virtualcio.actions.budget.plan_words import this_year
from virtualcio.actions.finding_words import stakes_words, words_of
from virtualcio.actions.open_company import OpenCompany
from virtualcio.actions.tone import Tone
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.review.snapshot import Figure
from virtualcio.analysis.spending.expense import Standing
from virtualcio.model import Incident
from virtualcio.texts import _, translate_count
from virtualcio.ui.review.station_content import Cell, Content, Fact, Rows, Target, cells
from virtualcio.ui.review.station_goals import counted_fact, figure_of, known, last_name, since_words, tone_of

# What is looked at under security: rules of the checks, in the order in which they are told.
SECURITY_CHECKS = (
    "unsupported_critical",
    "security_question_open",
    "no_restore_test",
    "obligation_without_evidence",
    "obligation_unclear",
    "access_not_reviewed",
    "single_point",
    "one_person",
    "risk_above_bearable",
    "incident_report_due",
)
_RESTORE_TEST = 365  # days after which a test of the backup is too old (rules.md, checks)
_MOST_UNASSIGNED = 8


def security_station(company: OpenCompany) -> Content:
    """Self-check, last restore test and incidents since the last review; below them what is to be done."""
    findings = [one for one in company.results.findings if one.check_id in SECURITY_CHECKS]
    findings.sort(key=lambda one: (one.severity is not Severity.ACT, SECURITY_CHECKS.index(one.check_id)))
    incidents = _incidents(company)
    facts = known(_score_fact(company), _restore_fact(company), _incident_fact(company, incidents))
    return Content(facts, (_security_list(company, findings), *_incident_list(company, incidents)))


def _score_fact(company: OpenCompany) -> Fact:
    score = company.results.security
    if not score.answered:
        return Fact(_("Security self-check"), formats.NO_VALUE, _("not answered yet"), Tone.WATCH)
    change = figure_of(company.results.changes(), Figure.SECURITY)
    value = _("{number} of {count}").format(number=score.points, count=score.possible)
    detail = since_words(change, last_name(company))
    if score.top_open:
        count = len(score.top_open)
        detail = translate_count(
            "{count} of the most important points is open", "{count} of the most important points are open",
            count,
        )  # fmt: skip
        return Fact(_("Security self-check"), value, detail, Tone.ACT)
    return Fact(_("Security self-check"), value, detail, tone_of(change))


def _restore_fact(company: OpenCompany) -> Fact:
    tested = company.data.company.restore_tested_on
    if tested is None:
        return Fact(_("Data brought back from the backup"), formats.NO_VALUE, _("never tested"), Tone.ACT)
    old = (company.today - tested).days > _RESTORE_TEST
    words = _("more than a year ago") if old else _("tested")
    return Fact(
        _("Data brought back from the backup"), formats.month(tested), words, Tone.ACT if old else Tone.GOOD
    )


def _incidents(company: OpenCompany) -> Sequence[Incident]:
    """Those since the last closed review, the newest first; without one all of them."""
    last = company.results.last_closed
    since = last.closed_on if last is not None else None
    found = [
        one
        for one in company.data.all(Incident)
        if since is None or one.ended_on is None or (one.started_on or one.ended_on) > since
    ]
    return sorted(found, key=lambda one: (one.started_on or company.today, one.name), reverse=True)


def _incident_fact(company: OpenCompany, incidents: Sequence[Incident]) -> Fact:
    title = _("Incidents since {review}").format(review=last_name(company) or _("the beginning"))
    open_ones = [one for one in incidents if one.ended_on is None]
    detail, tone = ("", Tone.NEUTRAL) if incidents else (_("none"), Tone.GOOD)
    if open_ones:
        detail, tone = _("{count} not over yet").format(count=len(open_ones)), Tone.ACT
    return Fact(title, formats.number(len(incidents)), detail, tone)


def _security_list(company: OpenCompany, findings: Sequence[Finding]) -> Rows:
    rows = []
    for finding in findings:
        act = finding.severity is Severity.ACT
        state = Cell(_("Act") if act else _("Watch"), Tone.ACT if act else Tone.WATCH)
        rows.append((Cell(words_of(company, finding).title), Cell(stakes_words(company, finding)), state))
    return Rows(
        _("What protects us, and what is missing"),
        (_("Finding"), _("By when, how much"), _("State")),
        tuple(rows),
        tuple(_first_object(finding) for finding in findings),
        note=translate_count("{count} finding", "{count} findings", len(rows)) if rows else "",
        empty=_("No open finding about security or duties."),
    )


def _first_object(finding: Finding) -> Target | None:
    return finding.objects[0] if finding.objects else None


def _incident_list(company: OpenCompany, incidents: Sequence[Incident]) -> tuple[Rows, ...]:
    if not incidents:
        return ()
    rows = tuple(
        (
            Cell(one.name),
            Cell(formats.day(one.started_on)),
            Cell(formats.number(one.outage_hours, 1) if one.outage_hours is not None else formats.NO_VALUE),
            Cell(formats.money_short(one.cost)),
            Cell(one.cause),
        )
        for one in incidents
    )
    header = (_("Incident"), _("Began"), _("Outage (hours)"), _("Cost"), _("Cause"))
    targets: tuple[Target, ...] = tuple((Incident, one.id) for one in incidents)
    return (Rows(_("Incidents"), header, rows, targets, right=(2, 3)),)


def budget_station(company: OpenCompany) -> Content:
    """Plan against forecast of the fiscal year, and the larger expenses that lead to no purpose."""
    changes, spending = company.results.changes(), company.results.spending
    facts = known(
        _budget_fact(company),
        counted_fact(company, changes, Figure.ASSIGNED_PERCENT, _("Assigned spending"), "%", 1),
        Fact(
            _("To be confirmed"),
            formats.money_short(spending.stale),
            translate_count("{count} expense", "{count} expenses", len(spending.of(Standing.STALE))),
            Tone.WATCH if spending.stale else Tone.NEUTRAL,
        ),
    )
    unassigned = spending.of(Standing.UNASSIGNED)
    rows = Rows(
        _("Expenses without purpose"),
        (_("Expense"), _("Amount in 12 months")),
        tuple(cells(one.name, formats.money_short(one.amount)) for one in unassigned[:_MOST_UNASSIGNED]),
        tuple((one.record_kind, one.record_id) for one in unassigned[:_MOST_UNASSIGNED]),
        right=(1,),
        note=formats.money_short(spending.unassigned) if unassigned else "",
        empty=_("Every larger expense leads to a process and to a goal or a duty."),
    )
    return Content(facts, (_categories(company), rows))


def _categories(company: OpenCompany) -> Rows:
    """This fiscal year's plan and forecast, by category, as the budget shows them."""
    shown = actual_table(company, this_year(company), frozenset())
    rows = []
    for row in shown.rows:
        plan, actual, forecast, difference = row.cells
        state = Cell(row.kind, row.kind_tone if row.kind else None)
        rows.append((Cell(row.name), *cells(plan, actual, forecast, difference), state))
    return Rows(
        _("Plan and actual costs by category"),
        (_("Category"), _("Plan"), _("Actual"), _("Forecast"), _("Difference"), _("Against the plan")),
        tuple(rows),
        right=(1, 2, 3, 4),
        note=_("net in €"),
        empty=_("Nothing is planned for this year."),
    )


def _budget_fact(company: OpenCompany) -> Fact | None:
    """Forecast of this fiscal year beside its plan; None while nothing is planned."""
    change = figure_of(company.results.changes(), Figure.BUDGET)
    if change is None or change.after is None:
        return None
    detail, tone = "", Tone.NEUTRAL
    if change.after_second is not None:
        difference = change.after - change.after_second
        over = difference > 0
        sign = "+" if over else ""
        detail = _("plan {plan}, {difference}").format(
            plan=formats.money_short(change.after_second), difference=sign + formats.money_short(difference)
        )
        tone = Tone.WATCH if over else Tone.GOOD
    return Fact(_("Forecast of this year"), formats.money_short(change.after), detail, tone)
