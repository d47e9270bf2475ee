"""The business cases of a company as rows: for the list in the window, the command line and workbooks."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from virtualcio.analysis.business_case.amounts_of_years import Scenario
from virtualcio.analysis.business_case.case import BusinessCase
from virtualcio.analysis.business_case.returns import Rate
from virtualcio.model import Initiative

if TYPE_CHECKING:
    from virtualcio.actions.results import Results


@dataclass(frozen=True)
class CaseRow:
    """One initiative. Cost and benefit of six years and net present values in euros, as expected if nothing
    else is said; `chance_percent`, that it does not pay, is None as long as nobody entered what it brings.
    """

    initiative_id: str
    name: str
    has_case: bool
    cost: Decimal
    benefit: Decimal
    at_worst: Decimal
    net_present_value: Decimal
    at_best: Decimal
    rate: Rate
    payback_months: int | None
    chance_percent: Decimal | None
    guessed_percent: Decimal | None


def case_rows(results: "Results") -> Sequence[CaseRow]:
    """Open initiatives with a case, and those that need one, in the order of `results.business_cases`."""
    return [case_row(results, case) for case in results.business_cases]


def case_row(results: "Results", case: BusinessCase) -> CaseRow:
    """One case as a row."""
    expected = case.expected
    return CaseRow(
        initiative_id=case.initiative_id,
        name=results.data.find(Initiative, case.initiative_id).name,
        has_case=case.has_case,
        cost=expected.cost,
        benefit=expected.benefit,
        at_worst=case.scenarios[Scenario.WORST].net_present_value,
        net_present_value=expected.net_present_value,
        at_best=case.scenarios[Scenario.BEST].net_present_value,
        rate=expected.rate,
        payback_months=expected.payback_months,
        chance_percent=case.chance_percent if case.has_case else None,
        guessed_percent=case.guessed_percent,
    )
