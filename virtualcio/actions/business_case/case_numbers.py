"""The numbers of one business case as tables: flows by year, what moves the result, the drawn cases."""

from decimal import Decimal

from virtualcio import formats
from virtualcio.actions.business_case.case_columns import INPUT_KINDS
from virtualcio.actions.business_case.case_words import input_name, year_title
from virtualcio.analysis.amounts import total
from virtualcio.analysis.business_case.amounts_of_years import YEARS, Scenario
from virtualcio.analysis.business_case.case import BusinessCase
from virtualcio.analysis.business_case.draws import Spread
from virtualcio.texts import _, translate

Numbers = tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]  # header and rows


def flow_numbers(case: BusinessCase, scenario: Scenario) -> Numbers:
    """Costs and benefits of the years 0 to 5 with their balances, in euros; own person-days last, in no
    balance.
    """
    result = case.scenarios[scenario]
    header = (_("Cost or benefit"), *(year_title(year) for year in range(YEARS)), _("Total"))
    rows = [
        _row(translate(INPUT_KINDS[kind]), flows)
        for kind, flows in result.by_kind.items()
    ]  # fmt: skip
    rows.append(_row(_("Balance of the year"), result.flows))
    rows.append((_("Balance so far"), *map(formats.number, result.cumulated), ""))
    if any(result.internal):
        rows.append(_row(_("Own person-days, not counted"), result.internal))
    return header, tuple(rows)


def _row(title: str, flows: tuple[Decimal, ...]) -> tuple[str, ...]:
    return (title, *(formats.number(flow) for flow in flows), formats.number(total(flows)))


def tornado_numbers(case: BusinessCase) -> Numbers:
    """Each input at worst and at best, and what the net present value is then."""
    header = (
        _("Input"),
        _("At worst"),
        _("Expected"),
        _("At best"),
        _("Net present value at worst"),
        _("Net present value at best"),
        _("Span"),
    )
    rows = tuple(
        (
            input_name(swing.of),
            *(formats.money_short(swing.of.amounts[scenario]) for scenario in Scenario),
            formats.money_short(swing.at_worst),
            formats.money_short(swing.at_best),
            formats.money_short(swing.width),
        )
        for swing in case.tornado
    )
    return header, rows


def spread_numbers(spread: Spread | None) -> Numbers:
    """How many of the drawn cases lie where."""
    header = _("Net present value"), _("Cases")
    if spread is None:
        return header, ()
    marks = [
        (_("10 of 100 cases are below {amount}"), spread.p10),
        (_("Half of the cases are below {amount}"), spread.p50),
        (_("90 of 100 cases are below {amount}"), spread.p90),
    ]
    rows = [(words.format(amount=formats.money_short(value)), "") for words, value in marks]
    rows += [
        (
            _("{first} to {last}").format(
                first=formats.money_short(one.start), last=formats.money_short(one.end)
            ),
            formats.number(one.count),
        )
        for one in spread.bins
    ]
    return header, tuple(rows)
