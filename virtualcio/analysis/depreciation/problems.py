"""What is wrong with an entry of the register, with raw values; everything else is still computed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.depreciation.items import Disposal, Item, TakeOver


class ProblemId(StrEnum):
    """In brackets: the names of the values that the sentence gets."""

    PRICE_ZERO = "price_zero"  # (cost)
    NO_PIECES = "no_pieces"  # (pieces): counted as 1
    LIFE_ZERO = "life_zero"  # (years): what the table says is taken
    LIFE_TOO_LONG = "life_too_long"  # (years, most): what the table says is taken
    LIFE_MISSING = "life_missing"  # (): not depreciated
    LIFE_BELOW_TABLE = "life_below_table"  # (years, least): Switzerland; the table's is taken
    IN_USE_BEFORE_PURCHASE = "in_use_before_purchase"  # (in_use, bought): from the purchase
    DISPOSAL_BEFORE_PURCHASE = "disposal_before_purchase"  # (day, bought): passed over
    DISPOSAL_NO_PIECES = "disposal_no_pieces"  # (day, pieces): passed over
    TOO_MANY_DISPOSED = "too_many_disposed"  # (day, pieces, left): only what was left
    TAKE_OVER_BEFORE_PURCHASE = "take_over_before_purchase"  # (day, bought): passed over
    TAKE_OVER_AFTER_DISPOSAL = "take_over_after_disposal"  # (day): all had gone before; passed over
    TAKE_OVER_ABOVE_COST = "take_over_above_cost"  # (book_value, cost): passed over
    TAKE_OVER_NEGATIVE = "take_over_negative"  # (book_value): passed over
    TAKE_OVER_NO_MONTHS = "take_over_no_months"  # (book_value, months): within one month
    TAKE_OVER_TOO_LONG = "take_over_too_long"  # (months, most): at most so many
    METHOD_REFUSED = "method_refused"  # (method, reason, proposed, and the figures of the offer)
    RATE_ABOVE_CAP = "rate_above_cap"  # (percent, cap): the cap is taken
    RATE_TOO_LOW = "rate_too_low"  # (percent, least): the highest allowed is taken


@dataclass(frozen=True)
class Problem:
    """`params`: raw values (Decimal, date, int, enum members) that the sentence is made from."""

    id: ProblemId
    params: Mapping[str, object] = field(default_factory=dict)


MOST_YEARS = 100
MOST_MONTHS = MOST_YEARS * 12
LEAST_PERCENT = 1


def sound_item(item: Item) -> tuple[Item, tuple[Problem, ...]]:
    """The item with everything that cannot be passed over or set right, and what was wrong.

    Its disposals come in the order of their days.
    """
    problems: list[Problem] = []
    pieces, cost, in_use = item.pieces, item.cost, item.in_use
    if cost <= 0:
        problems.append(Problem(ProblemId.PRICE_ZERO, {"cost": cost}))
        cost = ZERO
    if pieces < 1:
        problems.append(Problem(ProblemId.NO_PIECES, {"pieces": pieces}))
        pieces = 1
    if in_use is not None and in_use < item.bought:
        values = {"in_use": in_use, "bought": item.bought}
        problems.append(Problem(ProblemId.IN_USE_BEFORE_PURCHASE, values))
        in_use = None
    sound = replace(item, pieces=pieces, cost=cost, in_use=in_use)
    return replace(sound, disposals=tuple(_disposals(sound, problems))), tuple(problems)


def _disposals(item: Item, problems: list[Problem]) -> Iterator[Disposal]:
    left = item.pieces
    for disposal in sorted(item.disposals, key=lambda one: one.day):
        day, pieces = disposal.day, disposal.pieces
        if day < item.bought:
            values: dict[str, object] = {"day": day, "bought": item.bought}
            problems.append(Problem(ProblemId.DISPOSAL_BEFORE_PURCHASE, values))
            continue
        if pieces < 1:
            problems.append(Problem(ProblemId.DISPOSAL_NO_PIECES, {"day": day, "pieces": pieces}))
            continue
        if pieces > left:
            values = {"day": day, "pieces": pieces, "left": left}
            problems.append(Problem(ProblemId.TOO_MANY_DISPOSED, values))
        if left:
            yield replace(disposal, pieces=min(pieces, left))
            left -= min(pieces, left)


def sound_take_over(item: Item, found: TakeOver | None) -> tuple[TakeOver | None, tuple[Problem, ...]]:
    """What of the older books can be used, and what was wrong with it."""
    if found is None:
        return None, ()
    value, months = found.book_value, found.months_left
    if found.day < item.bought:
        values: dict[str, object] = {"day": found.day, "bought": item.bought}
        return None, (Problem(ProblemId.TAKE_OVER_BEFORE_PURCHASE, values),)
    if sum(one.pieces for one in item.disposals if one.day < found.day) >= item.pieces:
        return None, (Problem(ProblemId.TAKE_OVER_AFTER_DISPOSAL, {"day": found.day}),)
    if value < 0:
        return None, (Problem(ProblemId.TAKE_OVER_NEGATIVE, {"book_value": value}),)
    if value > item.cost:
        values = {"book_value": value, "cost": item.cost}
        return None, (Problem(ProblemId.TAKE_OVER_ABOVE_COST, values),)
    if value and months < 1:
        values = {"book_value": value, "months": months}
        return replace(found, months_left=1), (Problem(ProblemId.TAKE_OVER_NO_MONTHS, values),)
    if months > MOST_MONTHS:
        values = {"months": months, "most": MOST_MONTHS}
        return replace(found, months_left=MOST_MONTHS), (Problem(ProblemId.TAKE_OVER_TOO_LONG, values),)
    return replace(found, months_left=max(months, 1)), ()
