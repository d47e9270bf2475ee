"""`show FILE business-case`: which initiatives pay, how soon and how surely."""

from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.business_case.case_numbers import flow_numbers
from virtualcio.actions.business_case.case_rows import CaseRow, case_rows
from virtualcio.actions.business_case.case_words import case_sentence, payback_words, rate_words
from virtualcio.analysis.business_case.amounts_of_years import Scenario, YearAmounts
from virtualcio.analysis.business_case.case import BusinessCase, ScenarioResult
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table, print_title, print_wrapped
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_business_case(company: "OpenCompany", as_json: bool) -> int:
    """Open initiatives with a case or above the limit; below the list each case with its years."""
    rows, cases = case_rows(company.results), company.results.business_cases
    if as_json:
        named = [_json_case(row, case) for row, case in zip(rows, cases, strict=True)]
        print_json({"rate_percent": company.results.assumptions.discount_rate, "cases": named})
        return FINE
    print_title(_("Business cases, net in euros"), first=True)
    if not rows:
        print_wrapped(_("No initiative has a business case, and none needs one."))
        return FINE
    print()
    print_table(
        (_("Initiative"), _("Cost"), _("Benefit"), _("Net present value"), _("Internal rate of return"),
         _("Paid back after"), _("Chance that it does not pay")),
        [_cells(row) for row in rows],
        frozenset({1, 2, 3, 4, 6}),
    )  # fmt: skip
    for row, case in zip(rows, cases, strict=True):
        print_title(row.name)
        said = case_sentence(company, case)
        print_wrapped(" ".join((said.text, *said.why)), "  ")
        if case.has_case:
            header, lines = flow_numbers(case, Scenario.EXPECTED)
            print_table(header, lines, frozenset(range(1, len(header))))
    return FINE


def _cells(row: CaseRow) -> tuple[str, ...]:
    if not row.has_case:
        return (row.name, formats.money_short(row.cost), *(formats.NO_VALUE,) * 5)
    return (
        row.name,
        formats.money_short(row.cost),
        formats.money_short(row.benefit),
        formats.money_short(row.net_present_value),
        rate_words(row.rate),
        payback_words(row.payback_months),
        formats.percent(row.chance_percent),
    )


def _json_case(row: CaseRow, case: BusinessCase) -> dict[str, object]:
    spread = case.spread
    return {
        "initiative": row.initiative_id,
        "name": row.name,
        "has_case": row.has_case,
        "estimated_percent": row.guessed_percent,
        "scenarios": {one.value: _json_scenario(result) for one, result in case.scenarios.items()},
        "tornado": [
            {**_json_input(swing.of), "at_worst": swing.at_worst, "at_best": swing.at_best}
            for swing in case.tornado
        ],
        "draws": None if spread is None else {
            "count": spread.draws, "seed": case.seed, "below_zero": spread.below_zero,
            "p10": spread.p10, "p50": spread.p50, "p90": spread.p90,
        },
        "inputs": [_json_input(one) for one in case.inputs.counted],
        "not_money": case.inputs.not_money,
        "without_amount": case.inputs.without_amount,
    }  # fmt: skip


def _json_scenario(result: ScenarioResult) -> dict[str, object]:
    return {
        "flows": result.flows,
        "own_person_days": result.internal,
        "net_present_value": result.net_present_value,
        "internal_rate_percent": result.rate.percent,
        "no_rate_because": result.rate.none_because,
        "payback_months": result.payback_months,
        "cost": result.cost,
        "benefit": result.benefit,
    }


def _json_input(one: YearAmounts) -> dict[str, object]:
    return {
        "id": one.record_id,
        "name": one.name,
        "kind": one.kind,
        **{scenario.value: amount for scenario, amount in one.amounts.items()},
        "shares": one.shares,
        "amount_origin": one.origin,
    }
