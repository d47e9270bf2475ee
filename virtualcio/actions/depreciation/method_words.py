"""Why a method of depreciation may be used for a thing, or may not, with the law behind it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio.actions.depreciation.depreciation_words import certainty_words, method_name, values_as_text
from virtualcio.analysis.depreciation.items import Book, Method
from virtualcio.analysis.depreciation.offer import Offer
from virtualcio.analysis.depreciation.reasons import Refusal, Why
from virtualcio.analysis.depreciation.rules import RuleKind
from virtualcio.exchange.tax_tables import life_words, rule_words
from virtualcio.texts import mark, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

WHY: Mapping[Why, str] = {
    Why.NO_REGISTER_NEEDED: mark("A piece costs {per_piece}. Up to {register} it is expense at once."),
    Why.LOW_VALUE: mark("A piece costs {per_piece}. Up to {low_value} it may be expense at once."),
    Why.TRIVIAL_SOFTWARE: mark("Software up to {low_value} counts as a low-value thing."),
    Why.POOL_OF_YEAR: mark("For {year} you have chosen the pool: everything above {register} up to {pool} a "
                           "piece goes into it."),
    Why.ON_DIGITAL_LIST: mark("It is on the ministry's list of digital things: one year may be taken."),
    Why.BY_TABLE: mark("{years} years by the table of useful lives."),
    Why.TYPED_LIFE: mark("{years} years, as entered."),
    Why.ON_COST: mark("Over {years} years from the purchase price: at half the rate of the leaflet."),
    Why.IN_WINDOW: mark("Bought within the time for which the law allows it: up to {cap} a year of what is "
                        "left."),
    Why.COMMERCIAL_WEAR: mark("Commercial law allows it where a thing loses most at first; here up to {cap} "
                              "a year."),
    Why.ON_BOOK_VALUE: mark("Up to {cap} a year of the book value."),
    Why.KEEPS_VALUE: mark("Only for what does not lose its value."),
}  # fmt: skip
REFUSALS: Mapping[Refusal, str] = {
    Refusal.NOT_USABLE_ALONE: mark("It cannot be used alone, as a monitor or a printer cannot."),
    Refusal.NOT_A_MOVABLE_THING: mark("It is no movable thing, as software is not."),
    Refusal.ABOVE_LOW_VALUE: mark("A piece costs {per_piece}, more than {low_value}."),
    Refusal.ABOVE_POOL: mark("A piece costs {per_piece}, more than {pool}."),
    Refusal.BELOW_POOL: mark("A piece costs {per_piece}, not more than {register}."),
    Refusal.POOL_NOT_CHOSEN: mark("For {year} you have not chosen the pool."),
    Refusal.POOL_IS_FOR_ALL: mark("For {year} you have chosen the pool, and it is for everything above "
                                  "{register} up to {pool} a piece."),
    Refusal.NOT_ON_DIGITAL_LIST: mark("It is not on the ministry's list of digital things."),
    Refusal.BEFORE_DIGITAL_RULE: mark("The rule is for fiscal years that end after {digital_from}."),
    Refusal.OUTSIDE_WINDOW: mark("For what was bought on {bought} the law does not allow it."),
    Refusal.STRAIGHT_LINE_FASTER: mark("Over {years} years straight-line takes at least as much each year."),
    Refusal.NO_LIFE: mark("No table has a life for it, and none is entered."),
    Refusal.NOT_IN_COUNTRY: mark("There is no such rule in this country: {country}."),
    Refusal.NOT_AT_THAT_TIME: mark("There was no such rule on {bought}."),
}  # fmt: skip
_RULE_OF = {
    Method.IMMEDIATE: RuleKind.LOW_VALUE,
    Method.POOL: RuleKind.POOL,
    Method.DIGITAL: RuleKind.DIGITAL,
    Method.DECLINING: RuleKind.DECLINING,
}


@dataclass(frozen=True)
class MethodWords:
    """One method for one thing, in the language of the interface. `law`: where it stands, "" if nowhere;
    `certainty`: "" for what is certain.
    """

    method: Method
    name: str
    allowed: bool
    chosen: bool
    why: str
    law: str
    certainty: str


def method_rows(company: "OpenCompany", key: str, book: Book) -> list[MethodWords]:
    """All methods for a thing, the one that is used first, then those allowed. KeyError: in no register."""
    results = company.results
    offered, used = results.depreciation_offer(key, book), results.depreciation_schedule(key, book).method
    start = results.tax_rules.fiscal_start
    figures = values_as_text(offered.figures, start)
    reasons = {
        **{method: translate(WHY[why]) for method, why in offered.allowed},
        **{method: translate(REFUSALS[why]) for method, why in offered.refused},
    }
    allowed = dict(offered.allowed)
    order = sorted(reasons, key=lambda one: (one is not used, one not in allowed, list(Method).index(one)))
    rows = []
    for method in order:
        law, certainty = _law(company, key, offered, method)
        rows.append(
            MethodWords(
                method, method_name(method), method in allowed, method is used,
                reasons[method].format(**figures), law, certainty,
            )
        )  # fmt: skip
    return rows


def refusal_words(refusal: Refusal, values: Mapping[str, object], start_month: int) -> str:
    """Why it may not be used; `values` as in the figures of an offer."""
    return translate(REFUSALS[refusal]).format(**values_as_text(values, start_month))


def _law(company: "OpenCompany", key: str, offered: Offer, method: Method) -> tuple[str, str]:
    """Where the rule stands and how well founded it is; of straight-line: the life in the table."""
    item, rules = company.results.depreciation_item(key), company.results.tax_rules
    if method is Method.LINEAR and offered.life_row is not None:
        return str(life_words()[offered.life_row.key].basis), certainty_words(offered.certainty)
    kind = _RULE_OF.get(method)
    rule = rules.tables.rule(rules.country, kind, item.bought) if kind is not None else None
    if rule is None:
        return "", ""
    return str(rule_words()[rule.key].basis), certainty_words(rule.certainty)
