"""The five construction sites: what hurts by the answers and by the rules over the records."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from virtualcio.analysis.calendar_days import add_years
from virtualcio.analysis.checks.finding import Finding, Severity
from virtualcio.analysis.first_talk.questions import AnswerKind, Question, Symptom

MOST_SITES = 5
_NEAR = timedelta(days=30)
_ACT, _WATCH, _ACT_SOON = 8, 3, 1  # an urgent finding weighs as much as a "yes" to a question of urgency 4
_SHARE = {Symptom.YES: 2, Symptom.PARTLY: 1, Symptom.NO: 0}


@dataclass(frozen=True)
class Site:
    """One construction site. Either `question` (with `symptom`) or `finding` says what it is about.

    `points` decide the order; `count` and `money` are of all open findings of the same rule.
    """

    points: int
    question: str = ""
    symptom: Symptom | None = None
    finding: Finding | None = None
    count: int = 0
    money: Decimal | None = None


def symptom_of(question: Question, answer: str, today: date) -> Symptom | None:
    """What an answer says. A restore was tried in time if it is no more than a year ago."""
    if question.kind is not AnswerKind.DAY_OR_NEVER:
        return question.symptom(answer)
    if answer == "never":
        return Symptom.YES
    try:
        day = date.fromisoformat(answer)
    except ValueError:
        return None
    return Symptom.NO if add_years(day, 1) >= today else Symptom.PARTLY


def sites(
    questions: Sequence[Question], said: Mapping[str, str], findings: Sequence[Finding], today: date
) -> Sequence[Site]:
    """The five most urgent: points = urgency of the question × 2 for "yes", × 1 for "partly"; a rule over
    the records 8 if one has to act, 3 if to watch, 1 more if it is for the next 30 days. What question and
    rule say alike is one site, with the higher points and one more. Ties: more money, then by name.
    """
    by_check = _by_check(findings, today)
    found = []
    for question in questions:
        symptom = symptom_of(question, said.get(question.key, ""), today)
        if symptom is None or not _SHARE[symptom]:
            continue
        points = question.urgency * _SHARE[symptom]
        same = [by_check.pop(check) for check in sorted(question.checks) if check in by_check]
        if same:
            points = max(points, *(one.points for one in same)) + 1
        money = max((one.money for one in same if one.money is not None), default=None)
        found.append(Site(points, question=question.key, symptom=symptom, count=len(same), money=money))
    found.extend(by_check.values())
    found.sort(key=lambda one: (-one.points, -(one.money or Decimal(0)), _name(one)))
    return found[:MOST_SITES]


def _name(site: Site) -> str:
    return site.question or (site.finding.check_id if site.finding is not None else "")


def _by_check(findings: Sequence[Finding], today: date) -> dict[str, Site]:
    """One site per rule, told by its most urgent finding."""
    groups: dict[str, list[Finding]] = {}
    for one in findings:
        groups.setdefault(one.check_id, []).append(one)
    return {check: _of_findings(group, today) for check, group in groups.items()}


def _of_findings(group: Sequence[Finding], today: date) -> Site:
    first = group[0]
    points = _ACT if first.severity is Severity.ACT else _WATCH
    if first.act_by is not None and first.act_by <= today + _NEAR:
        points += _ACT_SOON
    amounts = [one.money for one in group if one.money is not None]
    money = sum(amounts, Decimal(0)) if amounts else None
    return Site(points, finding=first, count=len(group), money=money)
