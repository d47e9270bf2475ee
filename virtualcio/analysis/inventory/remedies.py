"""What is done about a thing that runs out, and what that is worth on a day (rules.md section 1)."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import NamedTuple

from virtualcio.analysis.amounts import growth, round_cents
from virtualcio.analysis.calendar_days import whole_years
from virtualcio.analysis.inventory.due_dates import Due, DueReason, SupportOrigin
from virtualcio.analysis.inventory.lifecycle import LifecycleTables
from virtualcio.model import Application, Asset
from virtualcio.model.inventory import AmountOrigin, Hosting, Ownership, RemedyKind

MOST_GROWTH_YEARS = 100  # a base older than that is a slip of the pen ("0206")


class Remedy(NamedTuple):
    """What is done, and whether that is only the program's proposal."""

    kind: RemedyKind
    is_proposal: bool


@dataclass(frozen=True, slots=True)
class RemedyValue:
    """What a remedy costs on a day. `amount` None: without value ("ohne Wert").

    `base` and `per_piece` are what the amount follows from: base of all pieces at `base_on`, grown by
    `percent` a year over `years` whole years, rounded per piece, times `quantity`.
    """

    amount: Decimal | None
    origin: AmountOrigin | None = None
    base: Decimal | None = None
    base_on: date | None = None
    years: int = 0
    per_piece: Decimal | None = None
    quantity: int = 1
    percent: Decimal = Decimal(0)
    kind: RemedyKind = RemedyKind.REPLACE

    @property
    def estimated(self) -> bool:
        """The amount is nobody's bill, contract or offer."""
        return self.origin in (AmountOrigin.ESTIMATE, AmountOrigin.DEFAULT)


def _proposed_by_tables(record: Asset | Application, tables: LifecycleTables, due: Due) -> RemedyKind | None:
    version = due.match.version if due.match else None
    if version is None or due.support_origin is SupportOrigin.NOT_GIVEN:
        return None
    if version.remedy is not None:
        return version.remedy
    rule = tables.successor_rule(version)
    if rule is None:
        return None
    if rule.bought_from is None or rule.otherwise is None:
        return rule.remedy
    young = record.purchase_date is not None and record.purchase_date >= rule.bought_from
    return rule.remedy if young else rule.otherwise


def proposed_remedy(
    record: Asset | Application, tables: LifecycleTables, due: Due, day: date | None = None
) -> RemedyKind:
    """What the lifecycle tables suggest: a successor on the same device, a licence, or replacing.

    A thing whose service life is over first is replaced. If its support ends first, the tables decide,
    until on `day` its service life is over as well: then an update would only put off the replacement.
    Without a row in the tables an asset is replaced, an application upgraded, a cloud application updated.
    """
    worn_out = due.age_end is not None and (
        due.reason is DueReason.AGE or (day is not None and due.age_end <= day)
    )
    if worn_out:
        return RemedyKind.REPLACE
    proposed = _proposed_by_tables(record, tables, due)
    if proposed is not None:
        return proposed
    if isinstance(record, Asset):
        return RemedyKind.REPLACE
    return RemedyKind.UPDATE if record.hosting is Hosting.CLOUD else RemedyKind.UPGRADE


def remedy_of(
    record: Asset | Application, tables: LifecycleTables, due: Due, day: date | None = None
) -> Remedy:
    """The remedy that was decided, else the proposal for `day`."""
    if record.remedy is not None:
        return Remedy(record.remedy, is_proposal=False)
    return Remedy(proposed_remedy(record, tables, due, day), is_proposal=True)


def remedy_value(record: Asset | Application, kind: RemedyKind, day: date, percent: Decimal) -> RemedyValue:
    """What the remedy `kind` costs on `day`, with prices rising `percent` a year. Source: rules.md section 1.

    - replace: an entered remedy cost and its day, else cost and purchase date; grown by whole years up
      to `day` (none if the day of the base is unknown), rounded per piece, times the number of pieces.
      Leased or borrowed things without an entered remedy cost have no value: there is nothing to buy.
    - accept: as replace. The thing stays due, and what it would cost stays the same.
    - update and upgrade: their own entered cost, not grown. Without one: no value.
    - retire: its own entered cost, else 0, because nothing takes its place.
    """
    quantity = max(record.quantity, 1) if isinstance(record, Asset) else 1
    if kind in (RemedyKind.UPDATE, RemedyKind.UPGRADE, RemedyKind.RETIRE):
        if record.remedy_cost is None:
            nothing = Decimal("0.00") if kind is RemedyKind.RETIRE else None
            origin = AmountOrigin.DEFAULT if kind is RemedyKind.RETIRE else None
            return RemedyValue(nothing, origin, quantity=quantity, kind=kind)
        return RemedyValue(
            record.remedy_cost,
            record.remedy_cost_origin,
            record.remedy_cost,
            record.remedy_cost_on,
            quantity=quantity,
            kind=kind,
        )
    if record.remedy_cost is not None:
        base, base_on, origin = record.remedy_cost, record.remedy_cost_on, record.remedy_cost_origin
    elif record.cost is not None and getattr(record, "ownership", Ownership.OWNED) is Ownership.OWNED:
        base, base_on, origin = record.cost, record.purchase_date, record.cost_origin
    else:
        return RemedyValue(None, quantity=quantity, percent=percent, kind=kind)
    years = 0 if base_on is None else min(whole_years(base_on, day), MOST_GROWTH_YEARS)
    if quantity > 1:
        per_piece = round_cents(base / quantity * growth(percent, years))
        amount = per_piece * quantity
    else:  # the same number, not one more: tens of thousands of values are kept
        per_piece = amount = round_cents(base * growth(percent, years)) if years > 0 else base
    return RemedyValue(amount, origin, base, base_on, years, per_piece, quantity, percent, kind)
