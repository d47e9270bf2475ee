"""The initiative's own figures as typed inputs, so that a worst and a best can be entered for them."""

from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from virtualcio.actions.business_case.case_columns import INPUT_KINDS
from virtualcio.actions.new_record import put_record
from virtualcio.actions.tables import table
from virtualcio.analysis.business_case.amounts_of_years import Scenario, YearAmounts
from virtualcio.analysis.business_case.returns import in_cents
from virtualcio.model import CaseInput, Initiative
from virtualcio.model.business_case import CaseInputKind
from virtualcio.texts import Message, mark, translate

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def own_figures(company: "OpenCompany", initiative: Initiative) -> list[YearAmounts]:
    """What counts for an initiative without having been typed as an input."""
    counted = company.results.business_case(initiative).inputs.counted
    return [one for one in counted if one.record_id is None]


def take_figures(company: "OpenCompany", initiative: Initiative) -> list[CaseInput]:
    """Add an input for each of them, as one undo step; the results stay the same. A year of which only a part
    counts gets an input of its own. Nothing is added if there is nothing to take.
    """
    figures = own_figures(company, initiative)
    if not figures:
        return []
    shown, made = table("case_inputs"), []
    label = Message(mark("Figures of “{name}” taken into its business case"), {"name": initiative.name})
    with company.workspace.change(label) as edit:
        for one in figures:
            for values in _rows(one, initiative):
                row = put_record(company, edit, shown, values)
                assert isinstance(row, CaseInput)
                made.append(row)
    return made


def _rows(one: YearAmounts, initiative: Initiative) -> Iterator[dict[str, Any]]:
    for first, last, share in _spans(one.shares):
        amount = in_cents(Fraction(one.amounts[Scenario.EXPECTED]) * share)
        yield {
            "initiative": initiative.id,
            "name": translate(INPUT_KINDS[one.kind]),
            "kind": CaseInputKind(one.kind),
            "expected": amount,
            "first_year": first,
            "last_year": last,
            "origin": one.origin,
        }


def _spans(shares: tuple[Fraction, ...]) -> Iterator[tuple[int, int, Fraction]]:
    """Years one after the other of which the same part counts: first, last and that part."""
    first = 0
    for year in range(1, len(shares) + 1):
        if year == len(shares) or shares[year] != shares[first]:
            if shares[first]:
                yield first, year - 1, shares[first]
            first = year
