"""The sentences of findings about reviews, council, tasks and outcomes: title and detail."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.inventory.finding_parts import Parts
from virtualcio.actions.tables import label_of
from virtualcio.analysis.checks.finding import Finding
from virtualcio.model import Review
from virtualcio.texts import _, join_names, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Words = tuple[str, str]


def review_due(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    quarter = formats.quarter(parts.value("quarter_start"))
    day = parts.day("due_on")
    if parts.value("overdue"):
        title = _("The review of {quarter} is overdue").format(quarter=quarter)
        said = _("It was due on {day}.").format(day=day)
    else:
        title = _("Prepare the review of {quarter}").format(quarter=quarter)
        said = _("Due on {day}.").format(day=day)
    kpis = int(parts.value("kpis") or 0)
    if not kpis:
        return title, said
    stale = translate_count("{count} KPI has no current value.", "{count} KPIs have no current value.", kpis)
    return title, f"{said} {stale}"


def tasks_overdue(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The task “{name}” is overdue").format(name=parts.name())
        return title, _("It was due on {day}.").format(day=parts.day("first_due"))
    title = translate_count("{count} task is overdue", "{count} tasks are overdue", parts.count)
    detail = _("The oldest since {day}: {names}.")
    return title, detail.format(day=parts.day("first_due"), names=parts.names())


def put_off_twice(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} renewal was put off again and again",
            "{count} renewals were put off again and again",
            parts.count,
        )
        return title, parts.names()
    times = formats.number(parts.value("times"))
    title = _("“{name}” was put off {times} times").format(name=parts.name(), times=times)
    days, planned = int(parts.value("days")), parts.value("planned_on")
    if planned is None:
        return title, _("It is overdue, and no day is planned for it now.")
    late = translate_count("By {count} day in all.", "By {count} days in all.", days)
    now = _("Planned now for {day}.").format(day=formats.day(planned))
    return title, f"{late} {now}"


def decision_overdue(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.count == 1:
        title = _("The decision “{name}” waits to be carried out").format(name=parts.name())
        return title, _("It was due on {day}.").format(day=parts.day("first_due"))
    title = translate_count(
        "{count} decision waits to be carried out", "{count} decisions wait to be carried out", parts.count
    )
    detail = _("The oldest since {day}: {names}.")
    return title, detail.format(day=parts.day("first_due"), names=parts.names())


def review_left_open(company: "OpenCompany", finding: Finding) -> Words:
    review = company.data.find(Review, finding.objects[0][1])
    title = _("The review {name} left something open").format(name=review.name)
    return title, " ".join(review.open_questions.split())


def council_overdue(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    title = _("The council has not met since {day}").format(day=parts.day("last_on"))
    if parts.value("next_on") is None:
        return title, _("No day is set for the next meeting.")
    return title, _("The next meeting is on {day}.").format(day=parts.day("next_on"))


def outcome_not_reviewed(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    detail = _("What was promised, what arrived, what is learned?")
    if parts.count == 1:
        title = _("Nobody has looked at what “{name}” brought").format(name=parts.name())
        return title, detail
    title = translate_count(
        "Nobody has looked at what {count} finished initiative brought",
        "Nobody has looked at what {count} finished initiatives brought",
        parts.count,
    )
    return title, f"{parts.names()}. {detail}"


def promised_use_not_reached(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    if parts.joined:
        title = translate_count(
            "{count} finished initiative is used less than promised",
            "{count} finished initiatives are used less than promised",
            parts.count,
        )
        return title, parts.names()
    title = _("“{name}” is used less than promised").format(name=parts.name())
    detail = _("{users} of {promised} people use it.")
    return title, detail.format(
        users=formats.number(parts.value("users")), promised=formats.number(parts.value("promised"))
    )


def department_without_liaison(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    detail = _("Without a liaison nobody brings its wishes to the council, and nobody tells it about news.")
    if parts.count == 1:
        return _("Nobody speaks for “{name}” in the council").format(name=parts.name()), detail
    title = translate_count(
        "Nobody speaks for {count} department in the council",
        "Nobody speaks for {count} departments in the council",
        parts.count,
    )
    return title, parts.names()


def done_in_future(company: "OpenCompany", finding: Finding) -> Words:
    parts = Parts(company, finding)
    names = join_names(label_of(company, company.data.find(*one)) for one in finding.objects)
    detail = _("{names}: {day} is still to come. What is ahead is planned; done is what has taken place.")
    title = translate_count(
        "{count} entry is done on a day to come",
        "{count} entries are done on days to come",
        parts.count,
    )
    return title, detail.format(names=names, day=parts.day("day"))
