"""Leaving a finding alone knowingly, with a reason and a day on which it comes back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from virtualcio.actions.finding_words import words_of
from virtualcio.analysis.calendar_days import add_months
from virtualcio.analysis.checks.finding import Finding
from virtualcio.errors import RefusedValue
from virtualcio.model import SetAsideFinding
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

SET_ASIDE = mark("Finding “{title}” set aside")
TAKEN_BACK = mark("Finding “{title}” taken back")
MONTHS = 3  # until the next quarterly review
MOST_CHARACTERS = 500


@dataclass(frozen=True)
class SetAside:
    """A finding that is set aside now, and the row that says why and until when."""

    finding: Finding
    record: SetAsideFinding


def proposed_return(company: "OpenCompany") -> date:
    """The day of return that is proposed: in a quarter of a year."""
    return add_months(company.today, MONTHS)


def set_aside(company: "OpenCompany", finding: Finding, reason: str, until: date | None) -> None:
    """Set a finding aside until a day (None: for good), as one undo step. RefusedValue: nothing changed."""
    words = reason.strip()
    if not words:
        raise RefusedValue(mark("Say why, so that others understand it later."))
    if len(words) > MOST_CHARACTERS:
        raise RefusedValue(
            mark("The reason takes at most {most} characters. Shorten it."), most=MOST_CHARACTERS
        )
    if until is not None and until <= company.today:
        raise RefusedValue(mark("The day it comes back must lie ahead."))
    check_id, object_id = finding.key
    title = words_of(company, finding).title
    with company.workspace.change(Message(SET_ASIDE, {"title": title})) as edit:
        for row in list(company.data.where(SetAsideFinding, "object_id", object_id)):
            if row.check_id == check_id:
                edit.delete(row)
        edit.add(SetAsideFinding(check_id=check_id, object_id=object_id, reason=words, until=until))


def take_back(company: "OpenCompany", record: SetAsideFinding) -> None:
    """Let the finding be open again, as one undo step."""
    title = next(
        (words_of(company, one.finding).title for one in set_asides(company) if one.record is record), ""
    )
    with company.workspace.change(Message(TAKEN_BACK, {"title": title})) as edit:
        edit.delete(record)


def set_asides(company: "OpenCompany") -> Sequence[SetAside]:
    """What is set aside today, most urgent first."""
    rows = company.data.by_key(SetAsideFinding)
    return [
        SetAside(finding, rows[finding.set_aside_by])
        for finding in company.results.all_findings
        if finding.set_aside_by is not None
    ]
