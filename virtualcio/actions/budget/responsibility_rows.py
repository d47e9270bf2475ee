"""Who answers for which money: by person what the lines of the budget cost, and what nobody answers for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.columns import Sentence
from virtualcio.actions.edit import set_value
from virtualcio.actions.tables import table_of
from virtualcio.actions.tone import Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.budget.lines import Basis, Line
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.model import Person
from virtualcio.texts import _, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

NOBODY = ""  # the key of what has no owner


@dataclass(frozen=True)
class ResponsibilityRow:
    """One person (`key` NOBODY: nobody) in this fiscal year and the next. `limit`: may decide up to."""

    key: str
    name: str
    lines: int
    this_year: Decimal
    next_year: Decimal
    limit: Decimal | None
    above_limit: int


@dataclass(frozen=True)
class OwnedLine:
    """A line of the budget in the list of a person; `above_limit`: dearer than the person may decide."""

    line: Line
    this_year: Decimal
    next_year: Decimal
    above_limit: bool


def responsibility_rows(company: "OpenCompany") -> Sequence[ResponsibilityRow]:
    """What has no owner first, then who has the most money; people without any line last."""
    owned = _owned(company)
    people = {one.id: one for one in company.data.all(Person)}
    rows = []
    for key in dict.fromkeys([NOBODY, *owned, *people]):
        lines, person = owned.get(key, ()), people.get(key)
        if not lines and person is None:
            continue
        rows.append(
            ResponsibilityRow(
                key=key,
                name=person.name if person is not None else _("Nobody"),
                lines=len(lines),
                this_year=total(one.this_year for one in lines),
                next_year=total(one.next_year for one in lines),
                limit=person.approval_limit if person is not None else None,
                above_limit=sum(one.above_limit for one in lines),
            )
        )
    return sorted(rows, key=lambda one: (one.key != NOBODY, -one.this_year - one.next_year, one.name))


def owned_lines(company: "OpenCompany", key: str) -> Sequence[OwnedLine]:
    """The lines of a person, or of nobody, that cost anything in this fiscal year or the next."""
    return _owned(company).get(key, ())


def _owned(company: "OpenCompany") -> Mapping[str, Sequence[OwnedLine]]:
    results = company.results
    plan = results.plan_years
    at = plan.position(plan.this_year)
    limits = {one.id: one.approval_limit for one in company.data.all(Person)}
    found: dict[str, list[OwnedLine]] = {}
    for line in results.paid_lines:
        sums = line.sums(Basis.CASH, plan.marks)
        this_year, next_year = (amount_of(sums[at + one + 1] - sums[at + one]) for one in (0, 1))
        if this_year or next_year or (line.unknown and line.touches(plan.marks[at], plan.marks[at + 2])):
            key = line.owner_id or NOBODY
            limit = limits.get(key)
            above = limit is not None and max(this_year, next_year) > limit
            found.setdefault(key, []).append(OwnedLine(line, this_year, next_year, above))
    for lines in found.values():
        lines.sort(key=lambda one: (-max(one.this_year, one.next_year), one.line.name))
    return found


def responsibility_sentence(company: "OpenCompany", key: str) -> Sentence:
    """What a person, or nobody, answers for."""
    row = next((one for one in responsibility_rows(company) if one.key == key), None)
    if row is None:  # everything has an owner
        return Sentence(_("Somebody answers for every line."), Tone.GOOD)
    year = year_name(company, company.results.plan_years.this_year)
    amount = formats.money_short(row.this_year)
    values = {"amount": amount, "year": year, "lines": _lines(row.lines)}
    if key == NOBODY:
        text = _("Nobody answers for {lines} with {amount} in {year}.")
        return Sentence(text.format(**values), Tone.WATCH)
    text = _("Answers for {lines} with {amount} in {year}.").format(**values)
    if row.limit is None:
        return Sentence(f"{text} " + _("Up to how much is decided alone is not entered."))
    words = _("May decide alone up to {limit}.").format(limit=formats.money_short(row.limit))
    if not row.above_limit:
        return Sentence(f"{text} {words}")
    above = translate_count(
        "{count} line is dearer: somebody else has to agree.",
        "{count} lines are dearer: somebody else has to agree.",
        row.above_limit,
    )
    return Sentence(f"{text} {words} {above}", Tone.WATCH)


def _lines(count: int) -> str:
    return translate_count("{count} line", "{count} lines", count)


def give_to(company: "OpenCompany", line_key: str, person_key: str) -> bool:
    """Let a person answer for what a line comes from, as one undo step; False if it was so already.

    KeyError if there is no such line.
    """
    line = company.results.budget_line(line_key)
    record = company.data.find(line.record_kind, line.record_id)
    shown = table_of(line.record_kind)
    return set_value(company, shown, shown.column("owner"), record, person_key)
