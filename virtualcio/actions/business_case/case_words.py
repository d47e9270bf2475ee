"""What a business case says in the language of the interface: whether it pays, how soon, how surely."""

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.business_case.case_columns import INPUT_KINDS
from virtualcio.actions.columns import Sentence
from virtualcio.actions.tone import Tone
from virtualcio.analysis.business_case.amounts_of_years import Scenario, YearAmounts
from virtualcio.analysis.business_case.case import BusinessCase
from virtualcio.analysis.business_case.returns import NoRate, Rate
from virtualcio.model import CaseInput
from virtualcio.texts import _, join_names, mark, translate, translate_count

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

SCENARIO_TITLES: dict[Scenario, str] = {
    Scenario.WORST: mark("At worst"),
    Scenario.EXPECTED: mark("Expected"),
    Scenario.BEST: mark("At best"),
}
_NO_RATE = {
    NoRate.NOTHING: mark("no money flows"),
    NoRate.NOT_SPENT_FIRST: mark("nothing is spent first"),
    NoRate.NEVER_BACK: mark("nothing comes back"),
    NoRate.SEVERAL_TURNS: mark("money goes and comes several times"),
}


def input_name(one: YearAmounts) -> str:
    """What an input is called: a typed row by its name, a figure of the initiative by what it is."""
    kind = translate(INPUT_KINDS[one.kind])
    return one.name or _("{kind} (of the initiative)").format(kind=kind)


def year_title(year: int) -> str:
    """'Beginn', 'Jahr 1' …"""
    return _("Year {year}").format(year=year) if year else _("Start")


def payback_words(months: int | None) -> str:
    """For a cell: '2 Jahre, 3 Monate'."""
    if months is None:
        return _("not within 5 years")
    if not months:
        return _("at once")
    years, left = divmod(months, 12)
    words = [translate_count("{count} year", "{count} years", years)] if years else []
    if left:
        words.append(translate_count("{count} month", "{count} months", left))
    return ", ".join(words)


def short_payback(months: int | None) -> str:
    """For a narrow cell: '2 J 10 M'."""
    if months is None:
        return _("not in 5 y")
    years, left = divmod(months, 12)
    return _("{years} y {months} m").format(years=years, months=left)


def after_words(months: int) -> str:
    """Within a sentence: 'nach 2 Jahren und 3 Monaten'."""
    if not months:
        return _("from the start")
    years, left = divmod(months, 12)
    if not years:
        return translate_count("after {count} month", "after {count} months", left)
    words = translate_count("after {count} year", "after {count} years", years)
    if not left:
        return words
    rest = translate_count("and {count} month", "and {count} months", left)
    return f"{words} {rest}"


def rate_words(rate: Rate) -> str:
    """'15,2 %', or 'keiner'."""
    return formats.percent(rate.percent, 1) if rate.percent is not None else _("no rate")


def no_rate_words(rate: Rate) -> str:
    """Why there is none; empty if there is one."""
    return "" if rate.none_because is None else translate(_NO_RATE[rate.none_because])


def case_sentence(company: "OpenCompany", case: BusinessCase) -> Sentence:
    """Whether it pays, how soon and how surely, from the expected amounts."""
    why = case_remarks(company, case)
    if not case.has_case:
        words = _("What it brings is not entered yet. It costs {cost} within 5 years.")
        return Sentence(words.format(cost=_cost(case)), Tone.WATCH, why)
    if not case.expected.benefit:
        words = _("Brings no money, but costs {cost} within 5 years. What speaks for it stands below.")
        return Sentence(words.format(cost=_cost(case)), Tone.NEUTRAL, why)
    months = case.expected.payback_months
    if months is None:
        return Sentence(_not_back(case), Tone.ACT, why)
    value = case.expected.net_present_value
    if value < 0:
        words = _("The money is back {after}, but with interest {amount} is missing.")
        text = words.format(after=after_words(months), amount=formats.money_short(-value))
        return Sentence(text, Tone.ACT, why)
    return Sentence(_pays(case, months), _tone_of_chance(case), why)


def _cost(case: BusinessCase) -> str:
    return formats.money_short(case.expected.cost)


def _not_back(case: BusinessCase) -> str:
    missing = formats.money_short(-case.expected.cumulated[-1])
    text = _("Does not pay back within 5 years: {amount} is missing.").format(amount=missing)
    good = 100 - _of_hundred(case.chance_percent)
    if case.spread is None or not good:
        return text
    more = translate_count(
        "In {count} of 100 cases it does.", "In {count} of 100 cases it does.", good
    )  # fmt: skip
    return f"{text} {more}"


def _pays(case: BusinessCase, months: int) -> str:
    after = after_words(months)
    if case.spread is None:
        words = _("Pays back {after}. Enter what is possible at worst and at best to see how sure that is.")
        return words.format(after=after)
    count = _of_hundred(case.chance_percent)
    if count:
        return _("Pays back {after}; in {count} of 100 cases it does not.").format(after=after, count=count)
    if case.spread.below_zero:
        return _("Pays back {after}; in less than 1 of 100 cases it does not.").format(after=after)
    return _("Pays back {after}, in all cases drawn.").format(after=after)


def _of_hundred(percent: Decimal) -> int:
    return int(percent.quantize(Decimal(1), rounding=ROUND_HALF_UP))


def _tone_of_chance(case: BusinessCase) -> Tone:
    if case.spread is None:
        return Tone.NEUTRAL
    return Tone.GOOD if case.chance_percent < 20 else Tone.WATCH


def link_words(case: BusinessCase) -> str:
    """The way from an initiative to its case, with what the case says in short."""
    if not case.has_case:
        return _("Business case: enter what it brings")
    if not case.expected.benefit:
        return _("Business case: a benefit without a price")
    months = case.expected.payback_months
    if months is None:
        return _("Business case: does not pay back within 5 years")
    return _("Business case: pays back {after}").format(after=after_words(months))


def case_remarks(company: "OpenCompany", case: BusinessCase) -> list[str]:
    """What is missing or supposed in a case, one sentence each."""
    inputs, said = case.inputs, []
    if inputs.no_cost:
        said.append(_("No one-off cost is entered, not even 0."))
    if inputs.without_amount:
        names = join_names(company.data.find(CaseInput, key).name for key in inputs.without_amount)
        said.append(_("Without an expected amount, so not counted: {names}.").format(names=names))
    if inputs.days_without_rate:
        days = formats.number(inputs.days_without_rate, 1)
        said.append(_("{days} person-days have no price: their team has no day rate.").format(days=days))
    if inputs.external_days:
        amount = formats.money_short(inputs.external_days)
        words = _("Person-days of providers ({amount}) count only as far as the one-off cost contains them.")
        said.append(words.format(amount=amount))
    if case.guessed_percent:
        share = formats.percent(case.guessed_percent)
        said.append(_("{percent} of the benefit is estimated.").format(percent=share))
    fixed = [input_name(one) for one in inputs.cash if not one.has_span]
    if fixed:
        said.append(_("Without a span: {names}.").format(names=join_names(fixed)))
    return said
