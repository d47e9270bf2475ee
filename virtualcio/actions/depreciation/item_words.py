"""What a thing of the register still costs, and until when, in business words."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.budget.plan_words import year_name
from virtualcio.actions.columns import Sentence, Tone
from virtualcio.actions.depreciation.depreciation_words import BOOKS, life_words, method_name
from virtualcio.actions.depreciation.note_words import note_words, problem_words
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.schedule import DisposalResult, Schedule
from virtualcio.model.depreciation import DisposalReason
from virtualcio.texts import _, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def item_sentence(company: "OpenCompany", key: str, year: int, book: Book) -> Sentence:
    """'Kostet 2026 noch 1.800 € und ist Ende 2032 abgeschrieben.' KeyError: it stands in no register."""
    schedule = company.results.depreciation_schedule(key, book)
    parts = [_cost_words(company, schedule, year)]
    parts += [disposal_words(one) for one in schedule.disposals if one.fiscal_year == year]
    other = _other_book(company, key, year, schedule)
    if other:
        parts.append(other)
    wrong = company.results.depreciation_problems.get(key, ())
    tone = Tone.WATCH if wrong else Tone.NEUTRAL
    return Sentence(" ".join(parts), tone, tuple(note_words(company, schedule)))


def problem_lines(company: "OpenCompany", key: str) -> Sequence[str]:
    """What is wrong with its entries, one sentence each."""
    return [problem_words(company, one) for one in company.results.depreciation_problems.get(key, ())]


def _cost_words(company: "OpenCompany", schedule: Schedule, year: int) -> str:
    busy = [one for one in schedule.years if one.depreciation]
    named = year_name(company, year)
    if year < schedule.years[0].fiscal_year:
        return _("In {year} it is not there yet.").format(year=named)
    if schedule.method is Method.NONE or not busy:
        value = formats.money_short(schedule.book_value(year))
        return _("Nothing is depreciated; it stands in the books with {value}.").format(value=value)
    end = busy[-1].fiscal_year
    amounts = schedule.year(year)
    amount = amounts.depreciation if amounts is not None else Decimal(0)
    if amount and year < end:
        return _("Costs {amount} in {year} and is written off at the end of {end}.").format(
            amount=formats.money_short(amount), year=named, end=year_name(company, end)
        )
    if amount:
        return _("Costs {amount} in {year} for the last time.").format(
            amount=formats.money_short(amount), year=named
        )
    if year < end:
        return _("Costs nothing in {year} yet; it is written off at the end of {end}.").format(
            year=named, end=year_name(company, end)
        )
    return _("Written off since the end of {end}; it costs nothing more.").format(end=year_name(company, end))


def disposal_words(disposal: DisposalResult) -> str:
    """What a disposal left or cost."""
    day, gain = formats.day(disposal.day), disposal.gain
    values = {"day": day, "proceeds": formats.money_short(disposal.proceeds), "value": ""}
    if disposal.reason is DisposalReason.SALE:
        if gain > 0:
            text = _("Sold on {day} for {proceeds}, {value} above the book value.")
        elif gain < 0:
            text = _("Sold on {day} for {proceeds}, {value} below the book value.")
        else:
            text = _("Sold on {day} for {proceeds}, at the book value.")
    elif gain < 0:
        text = _("Gone on {day}; a book value of {value} is lost.")
    else:
        text = _("Gone on {day}; nothing was left in the books.")
    return text.format(**{**values, "value": formats.money_short(abs(gain))})


def _other_book(company: "OpenCompany", key: str, year: int, schedule: Schedule) -> str:
    """What the other book says of this year, if it is something else."""
    book = Book.COMMERCIAL if schedule.book is Book.TAX else Book.TAX
    other = company.results.depreciation_schedule(key, book)
    own, there = schedule.year(year), other.year(year)
    amounts = [one.depreciation if one is not None else Decimal(0) for one in (own, there)]
    if amounts[0] == amounts[1] and schedule.book_value(year) == other.book_value(year):
        return ""
    return _("By {book} it is {amount} ({method}, {life}).").format(
        book=translate(BOOKS[book]),
        amount=formats.money_short(amounts[1]),
        method=method_name(other.method),
        life=life_words(other.life_months),
    )
