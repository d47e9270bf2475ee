"""What budget tables say: what makes two lines the same, and what they leave unsaid."""

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from virtualcio.exchange.cell_readers import Day
from virtualcio.exchange.import_fields import RowDraft, WholeList
from virtualcio.model.contracts import PaymentPeriod
from virtualcio.model.expense import Purpose
from virtualcio.texts import Message, mark

FILE_WORDS = ("budget", "planung", "haushalt", "kostenplan", "itkosten")


def purpose_from_links(draft: RowDraft, _today: date) -> None:
    """Who names a goal or an obligation has said what the money is for."""
    if draft.value("goal") is not None:
        draft.propose("purpose", Purpose.GOAL)
    elif draft.value("obligation") is not None:
        draft.propose("purpose", Purpose.DUTY)


def unsaid(draft: RowDraft, _today: date) -> None:
    """An amount without a day is in no year of the plan."""
    if draft.value("amount") is not None and draft.value("first_on") is None:
        said = mark("When it is paid is not said: the line counts in no year until it has a first payment.")
        draft.doubt("amount", Message(said))


_YEAR_OR_MONTH = re.compile(r" (?:\d{2}/\d{4}|\d{4}(?:/\d{2})?)$")  # as wide tables put it behind a name


def once_only(whole: WholeList) -> Sequence[RowDraft]:
    """A line under the same name that is paid at the same time and is not this one may be the same money."""
    known = defaultdict(list)
    for record in whole.records:
        known[_base(record.name)].append(record)
    drafts = [{key: value.value for key, value in draft.values.items()} for draft in whole.drafts]
    listed = {identity(values) for values in drafts}
    settled = []
    for draft, values in zip(whole.drafts, drafts, strict=True):
        paid = _paid(values)
        twice = [
            one
            for one in known[_base(str(values.get("name") or ""))]
            if identity(one.values) not in listed and paid is not None and _meet(paid, _paid(one.values))
        ]
        if twice:
            said = mark("“{name}” is there already, paid from {day} on: is it the same money?")
            first = twice[0].values["first_on"]
            assert isinstance(first, date)
            doubt = Message(said, {"name": twice[0].name, "day": Day(first)})
            draft = replace(draft, doubts=[*draft.doubts, doubt])
        settled.append(draft)
    return settled


def _base(name: str) -> str:
    return _YEAR_OR_MONTH.sub("", name.strip()).casefold()


def _paid(values: Mapping[str, object]) -> tuple[date, date] | None:
    """From the first payment to the last one; None if the first is not known."""
    first, last = values.get("first_on"), values.get("last_on")
    if not isinstance(first, date):
        return None
    if values.get("period") in (None, PaymentPeriod.ONCE):
        return first, first
    return first, last if isinstance(last, date) else date.max


def _meet(one: tuple[date, date], other: tuple[date, date] | None) -> bool:
    return other is not None and one[0] <= other[1] and other[0] <= one[1]


RULES = (purpose_from_links, unsaid)


def identity(values: Mapping[str, object]) -> Hashable | None:
    """The name with the first payment: the same line of two years are two lines."""
    name = str(values.get("name") or "").casefold()
    return (name, values.get("first_on")) if name else None
