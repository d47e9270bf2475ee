"""Which expenses are larger ones: cash of twelve months per thing, tested per thing and supplier."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.budget.lines import Basis, Line, LineOrigin
from virtualcio.analysis.calendar_days import ONE_DAY, add_months
from virtualcio.analysis.roadmap.month_numbers import month_number
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.model import Application, Asset, Contract, Initiative, Record
from virtualcio.model.company_data import CompanyData

MONTHS = 12
# What a typed line names is what its money belongs to; the first one that is named counts.
_NAMED: tuple[tuple[type[Record], str], ...] = (
    (Contract, "contract_id"),
    (Initiative, "initiative_id"),
    (Asset, "asset_id"),
    (Application, "application_id"),
)


@dataclass
class Thing:
    """A contract, asset, application, initiative or typed line with the lines that are paid for it."""

    kind: type[Record]
    id: str
    amount: Decimal = ZERO
    line_keys: list[str] = field(default_factory=list)
    typed_ids: list[str] = field(default_factory=list)  # typed lines among them
    suppliers: set[str] = field(default_factory=set)


def twelve_months(today: date) -> tuple[date, date]:
    """First and last day: from the first of this month."""
    first = today.replace(day=1)
    return first, add_months(first, MONTHS) - ONE_DAY


def counts(line: Line) -> bool:
    """No depreciation, nothing cancelled."""
    return not line.cancelled and line.origin is not LineOrigin.DEPRECIATION


def cash_due(line: Line, first: date) -> Decimal:
    """Paid on a line in the twelve months from `first`, in euros; 0 for a line that does not count."""
    if not counts(line):
        return ZERO
    start = month_number(first)
    before, upto = line.sums(Basis.CASH, (start, start + MONTHS))
    return amount_of(upto - before)


def is_unknown(line: Line, first: date) -> bool:
    """Whether something is due on it in the twelve months from `first` that has no amount yet."""
    start = month_number(first)
    return line.unknown and counts(line) and line.touches(start, start + MONTHS)


def things_of(
    data: CompanyData, lines: Iterable[Line], cash: Mapping[str, Decimal], limit: Decimal
) -> tuple[list[Thing], list[Thing]]:
    """The larger and the small ones with money to be paid; `cash` is due by line key.

    Money is added up per thing and per supplier, then the limit is tested: a thing is large if it, or all
    that is paid to one of its suppliers, reaches the limit. So a small contract counts where several small
    ones with the same supplier come to a larger sum. Source: rules.md, assigned spending.
    """
    things: dict[str, Thing] = {}
    by_supplier: dict[str, Decimal] = {}
    for line in lines:
        amount = cash[line.key]
        if not amount:
            continue
        kind, key = _belongs_to(data, line)
        thing = things.get(key)
        if thing is None:
            thing = things[key] = Thing(kind, key)
        thing.amount += amount
        thing.line_keys.append(line.key)
        if line.origin is LineOrigin.TYPED:
            thing.typed_ids.append(line.record_id)
        if line.supplier_id is not None:
            thing.suppliers.add(line.supplier_id)
            by_supplier[line.supplier_id] = by_supplier.get(line.supplier_id, ZERO) + amount
    large: list[Thing] = []
    small: list[Thing] = []
    for thing in things.values():
        reaches = thing.amount >= limit or any(by_supplier[key] >= limit for key in thing.suppliers)
        if thing.amount > 0:
            (large if reaches else small).append(thing)
    return large, small


def _belongs_to(data: CompanyData, line: Line) -> tuple[type[Record], str]:
    if line.origin is LineOrigin.TYPED:
        for kind, field_name in _NAMED:
            key = getattr(line, field_name)
            if data.get(kind, key) is not None:
                return kind, key
    return line.record_kind, line.record_id
