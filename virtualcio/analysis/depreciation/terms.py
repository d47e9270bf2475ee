"""What an item is depreciated by in one book: the choice if the law allows it, else what it proposes."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from virtualcio.analysis.depreciation.items import Book, Item, Method, TakeOver
from virtualcio.analysis.depreciation.offer import Offer, offer
from virtualcio.analysis.depreciation.problems import (
    LEAST_PERCENT,
    MOST_YEARS,
    Problem,
    ProblemId,
    sound_item,
    sound_take_over,
)
from virtualcio.analysis.depreciation.reasons import Refusal
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.model.depreciation import DigitalRule

ONE_YEAR = 12


class NoteId(StrEnum):
    """How the amounts came about. In brackets: the names of the values that the sentence gets."""

    METHOD = "method"  # (method, why, chosen, and the figures of the offer)
    DIGITAL_FULL = "digital_full"  # ()
    DIGITAL_TWELVE_MONTHS = "digital_twelve_months"  # ()
    DECLINING_RATE = "declining_rate"  # (percent)
    SWITCHED = "switched"  # (year, months): straight-line over the months that are left
    TAKEN_OVER = "taken_over"  # (day, book_value, months)
    SOLD_BEFORE_TAKE_OVER = "sold_before_take_over"  # (pieces): not in these figures
    POOL_GOES_ON = "pool_goes_on"  # (): disposals change nothing, proceeds are income
    DISPOSAL_MONTH_COUNTS = "disposal_month_counts"  # ()
    FULL_MONTHS_BEFORE_DISPOSAL = "full_months_before_disposal"  # ()
    HALF_YEAR = "half_year"  # (): Austria
    FULL_EUROS = "full_euros"  # ()
    REMINDER_VALUE = "reminder_value"  # ()


@dataclass(frozen=True)
class Note:
    """`params`: raw values that the sentence is made from."""

    id: NoteId
    params: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True)
class Terms:
    """A sound item and how it is depreciated. `percent`: of declining, a year."""

    item: Item
    method: Method
    life_months: int
    percent: Decimal | None
    taken_over: TakeOver | None
    offered: Offer
    problems: tuple[Problem, ...]


def terms_of(item: Item, rules: TaxRules, book: Book) -> Terms:
    """Everything that is refused or makes no sense is named, and the rules' own proposal taken for it."""
    sound, problems = sound_item(item)
    taken_over, of_take_over = sound_take_over(sound, sound.taken_over.of(book))
    offered = offer(sound, rules, book)
    method = _method(sound, offered, book)
    found = [*problems, *of_take_over, *_life_problems(sound, offered, rules, book)]
    found += _method_problems(sound, offered, book)
    percent = None
    if method is Method.DECLINING:
        percent, wrong = _percent(sound, offered, book, rules)
        found += wrong
    years = offered.life_years or 0
    return Terms(
        item=sound,
        method=method,
        life_months=ONE_YEAR if method is Method.DIGITAL else years * ONE_YEAR,
        percent=percent,
        taken_over=taken_over,
        offered=offered,
        problems=tuple(found),
    )


def _method(item: Item, offered: Offer, book: Book) -> Method:
    chosen = item.method.of(book)
    return offered.proposed if chosen is None or offered.reason(chosen) is not None else chosen


def _life_problems(item: Item, offered: Offer, rules: TaxRules, book: Book) -> Iterator[Problem]:
    typed = item.life_years.of(book)
    least = offered.figures["least_years"]
    if typed is not None and typed < 1:
        yield Problem(ProblemId.LIFE_ZERO, {"years": typed})
    elif typed is not None and typed > MOST_YEARS:
        yield Problem(ProblemId.LIFE_TOO_LONG, {"years": typed, "most": MOST_YEARS})
    elif typed is not None and rules.country is Country.CH and isinstance(least, int) and typed < least:
        yield Problem(ProblemId.LIFE_BELOW_TABLE, {"years": typed, "least": least})


def _method_problems(item: Item, offered: Offer, book: Book) -> Iterator[Problem]:
    chosen = item.method.of(book)
    reason = offered.reason(chosen) if chosen is not None else None
    no_life = offered.reason(Method.LINEAR) is Refusal.NO_LIFE
    if no_life and (reason is Refusal.NO_LIFE or (chosen is None and offered.proposed is Method.NONE)):
        yield Problem(ProblemId.LIFE_MISSING)
    elif reason is not None:
        values = {"method": chosen, "reason": reason, "proposed": offered.proposed}
        yield Problem(ProblemId.METHOD_REFUSED, {**offered.figures, **values})


def _percent(
    item: Item, offered: Offer, book: Book, rules: TaxRules
) -> tuple[Decimal | None, tuple[Problem, ...]]:
    """The rate a year. Commercial law has no cap but 100 % (Switzerland: one table for both books)."""
    cap, typed = offered.declining_cap, item.declining_percent
    if typed is None:
        return cap, ()
    if typed < LEAST_PERCENT:
        values: dict[str, object] = {"percent": typed, "least": Decimal(LEAST_PERCENT)}
        return cap, (Problem(ProblemId.RATE_TOO_LOW, values),)
    most = Decimal(100) if book is Book.COMMERCIAL and rules.country is not Country.CH else cap
    if most is not None and typed > most:
        return most, (Problem(ProblemId.RATE_ABOVE_CAP, {"percent": typed, "cap": most}),)
    return typed, ()


def notes_of(terms: Terms, rules: TaxRules, book: Book, sold_before: int) -> tuple[Note, ...]:
    """What explains the amounts, apart from the change to straight-line."""
    return tuple(_notes(terms, rules, book, sold_before))


def _notes(terms: Terms, rules: TaxRules, book: Book, sold_before: int) -> Iterator[Note]:
    offered, method, taken_over = terms.offered, terms.method, terms.taken_over
    chosen = terms.item.method.of(book) is method
    values = {"method": method, "why": dict(offered.allowed)[method], "chosen": chosen}
    yield Note(NoteId.METHOD, {**offered.figures, **values})
    if method is Method.DIGITAL:
        by_month = rules.digital is DigitalRule.ONE_YEAR
        yield Note(NoteId.DIGITAL_TWELVE_MONTHS if by_month else NoteId.DIGITAL_FULL)
    if terms.percent is not None:
        yield Note(NoteId.DECLINING_RATE, {"percent": terms.percent})
    if taken_over is not None:
        values = {"day": taken_over.day, "book_value": taken_over.book_value}
        yield Note(NoteId.TAKEN_OVER, {**values, "months": taken_over.months_left})
    if sold_before:
        yield Note(NoteId.SOLD_BEFORE_TAKE_OVER, {"pieces": sold_before})
    by_month = method in (Method.LINEAR, Method.DECLINING)
    if by_month and rules.country is Country.AT:
        yield Note(NoteId.HALF_YEAR)
    if terms.item.disposals and method is Method.POOL:
        yield Note(NoteId.POOL_GOES_ON)
    elif terms.item.disposals and by_month and rules.country is not Country.AT:
        counts = rules.disposal_month_counts
        yield Note(NoteId.DISPOSAL_MONTH_COUNTS if counts else NoteId.FULL_MONTHS_BEFORE_DISPOSAL)
    if rules.full_euros and (by_month or method in (Method.POOL, Method.DIGITAL)):
        yield Note(NoteId.FULL_EUROS)
    if rules.reminder_value and (by_month or method is Method.DIGITAL):
        yield Note(NoteId.REMINDER_VALUE)
