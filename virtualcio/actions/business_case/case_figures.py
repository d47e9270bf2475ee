"""The key figures of one business case in one scenario, each with how it comes about."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.business_case.case_words import (
    no_rate_words,
    payback_words,
    rate_words,
    year_title,
)
from virtualcio.actions.key_figure import KeyFigure
from virtualcio.actions.tone import Tone
from virtualcio.analysis.amounts import total
from virtualcio.analysis.business_case.amounts_of_years import YEARS, Scenario
from virtualcio.analysis.business_case.case import BusinessCase, ScenarioResult
from virtualcio.analysis.business_case.draws import DRAWS
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def case_figures(company: "OpenCompany", case: BusinessCase, scenario: Scenario) -> Sequence[KeyFigure]:
    """Value, rate, payback, cost and benefit of the scenario, own days, and the chance over all draws."""
    result = case.scenarios[scenario]
    figures = [_value(company, result), _rate(result), _payback(result), _cost(result), _benefit(result)]
    if any(result.internal):
        figures.append(_days(result))
    if case.spread is not None:
        figures.append(_chance(company, case))
    return figures


def _value(company: "OpenCompany", result: ScenarioResult) -> KeyFigure:
    rate = formats.percent(company.results.assumptions.discount_rate, 1)
    value = result.net_present_value
    return KeyFigure(
        "value", _("Net present value"), formats.money_short(value),
        tone=Tone.ACT if value < 0 else Tone.NEUTRAL,
        derivation=[*zip(map(year_title, range(YEARS)), map(formats.money_short, result.discounted),
                         strict=True)],
        rule=[_("The balance of each year, worth as much as at the start, at {rate} interest a year.").format(
            rate=rate)],
        tip=_("What all costs and benefits of five years are worth today. Above 0 it pays."),
    )  # fmt: skip


def _rate(result: ScenarioResult) -> KeyFigure:
    reason = no_rate_words(result.rate)
    return KeyFigure(
        "rate", _("Internal rate of return"), rate_words(result.rate),
        details=[(reason, Tone.NEUTRAL)] if reason else [],
        rule=[_("The interest a year at which the net present value is 0. It exists only if money is spent "
                "first and then comes back.")],
        tip=_("The interest that the money spent earns a year."),
    )  # fmt: skip


def _payback(result: ScenarioResult) -> KeyFigure:
    return KeyFigure(
        "payback", _("Paid back after"), payback_words(result.payback_months),
        tone=Tone.NEUTRAL if result.payback_months is not None else Tone.ACT,
        derivation=[*zip(map(year_title, range(YEARS)), map(formats.money_short, result.cumulated),
                         strict=True)],
        rule=[_("The first end of a month from which the balance stays at 0 or above; each year is spread "
                "evenly over its months, without interest.")],
        tip=_("When what was spent has come back."),
    )  # fmt: skip


def _cost(result: ScenarioResult) -> KeyFigure:
    return KeyFigure(
        "cost", _("Cost in 5 years"), formats.money_short(result.cost),
        rule=[_("One-off and running cost that is paid to others, net and before tax.")],
    )  # fmt: skip


def _benefit(result: ScenarioResult) -> KeyFigure:
    return KeyFigure(
        "benefit", _("Benefit in 5 years"), formats.money_short(result.benefit),
        rule=[_("Savings and additional margin. A benefit without a price is in no sum.")],
    )  # fmt: skip


def _days(result: ScenarioResult) -> KeyFigure:
    return KeyFigure(
        "days", _("Own person-days"), formats.money_short(total(result.internal)),
        details=[(_("not counted"), Tone.NEUTRAL)],
        rule=[_("Person-days of your own teams at their day rate. They are paid anyhow, so they are shown "
                "apart.")],
    )  # fmt: skip


def _chance(company: "OpenCompany", case: BusinessCase) -> KeyFigure:
    assert case.spread is not None
    below = case.chance_percent
    marks = (
        (_("10 of 100 cases are below"), case.spread.p10),
        (_("Half of the cases are below"), case.spread.p50),
        (_("90 of 100 cases are below"), case.spread.p90),
    )
    return KeyFigure(
        "chance", _("Chance that it does not pay"), formats.percent(below),
        tone=Tone.GOOD if below < 20 else Tone.WATCH if below < 50 else Tone.ACT,
        derivation=[(words, formats.money_short(value)) for words, value in marks],
        rule=[_("{count} drawn cases: in each every input has an amount between worst and best, most often "
                "near the expected one.").format(count=formats.number(DRAWS))],
        tip=_("In how many of the drawn cases the net present value is below 0."),
    )  # fmt: skip
