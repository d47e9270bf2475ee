"""When an asset or application is due, and why: its support ends, or its service life is over
(rules.md section 1). A day that is not known stays unknown and is never guessed.
"""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from virtualcio.analysis.calendar_days import add_months, add_years
from virtualcio.analysis.inventory.lifecycle import LifecycleTables
from virtualcio.analysis.inventory.product_facts import MatchKind, ProductMatch
from virtualcio.model import Application, Asset, Record
from virtualcio.model.inventory import Hosting

SOON_MONTHS = 12
MOST_SERVICE_YEARS = 100


class DueState(StrEnum):
    """How a thing stands on a day."""

    OVERDUE = "overdue"
    SOON = "soon"
    LATER = "later"
    UNKNOWN = "unknown"
    RETIRED = "retired"


class DueReason(StrEnum):
    SUPPORT = "support"
    AGE = "age"


class SupportOrigin(StrEnum):
    """Where the end of support comes from, or why there is none."""

    TYPED = "typed"
    EXTENDED = "extended"  # bought extended support, typed
    TABLE = "table"
    COMPANY_TABLE = "company_table"
    NOT_ANNOUNCED = "not_announced"  # the product is known, and no end is announced
    AMBIGUOUS = "ambiguous"  # the text may mean several versions
    UNKNOWN = "unknown"  # a product that the tables do not know
    NOT_GIVEN = "not_given"  # no product typed


@dataclass(frozen=True, slots=True)
class Due:
    """The due date with everything it follows from.

    `due` None means unknown. `support_end` is the one that counts (with bought extended support),
    `regular_support_end` the one without. `support_source` is the source as the table words it.
    `match` is how the product text was understood; `device_match` the device found in the asset's name.
    """

    due: date | None
    reason: DueReason | None
    support_end: date | None
    support_source: str = ""
    support_origin: SupportOrigin = SupportOrigin.NOT_GIVEN
    regular_support_end: date | None = None
    extended: bool = False
    age_end: date | None = None
    service_life_years: int | None = None
    service_life_source: str = ""
    service_life_typed: bool = False
    bought: date | None = None
    retired_on: date | None = None
    match: ProductMatch | None = None
    needs_no_date: bool = False  # no end announced, or a cloud service: nothing is missing

    def in_use_on(self, day: date) -> bool:
        """Bought by `day` (an unknown day of purchase counts as already there) and not retired by then."""
        return (self.bought is None or self.bought <= day) and (
            self.retired_on is None or self.retired_on > day
        )

    def unsupported_on(self, day: date) -> bool:
        """In use by `day`, and without security updates: the support ends on that day or ended before."""
        return self.support_end is not None and self.support_end <= day and self.in_use_on(day)

    @property
    def edition_assumed(self) -> bool:
        """The text leaves the edition open, and the earlier end was taken."""
        return (
            self.support_origin in (SupportOrigin.TABLE, SupportOrigin.COMPANY_TABLE)
            and self.match is not None
            and self.match.how is MatchKind.EDITION_ASSUMED
        )


@dataclass(frozen=True)
class _Support:
    end: date | None
    origin: SupportOrigin
    source: str = ""
    match: ProductMatch | None = None


def _by_match(match: ProductMatch) -> _Support:
    version = match.version
    if version is None:
        origin = SupportOrigin.AMBIGUOUS if match.how is MatchKind.AMBIGUOUS else SupportOrigin.UNKNOWN
        return _Support(None, origin, "", match)
    if version.security_end is None:
        return _Support(None, SupportOrigin.NOT_ANNOUNCED, version.source, match)
    origin = SupportOrigin.COMPANY_TABLE if version.own else SupportOrigin.TABLE
    return _Support(version.security_end, origin, version.source, match)


def _support_of(record: Asset | Application, tables: LifecycleTables) -> _Support:
    """Typed end first; else the product; an asset's name may name a device whose own end is earlier."""
    if record.support_end is not None:
        match = tables.matcher.match(record.product) if record.product else None
        return _Support(record.support_end, SupportOrigin.TYPED, "", match)
    by_product = (
        _by_match(tables.matcher.match(record.product))
        if record.product
        else _Support(None, SupportOrigin.NOT_GIVEN)
    )
    if isinstance(record, Asset):
        device = tables.matcher.match(record.name, devices_only=True)
        if device.version is not None:
            by_name = _by_match(device)
            if by_product.origin is SupportOrigin.NOT_GIVEN or (
                by_name.end is not None and (by_product.end is None or by_name.end < by_product.end)
            ):
                return by_name
    return by_product


def _life_of(record: Asset | Application, tables: LifecycleTables) -> tuple[int | None, str, bool]:
    """Technical service life in years, its source, whether it was typed. Applications have none."""
    if not isinstance(record, Asset):
        return None, "", False
    if record.service_life_years is not None and 0 < record.service_life_years <= MOST_SERVICE_YEARS:
        return record.service_life_years, "", True
    fact = tables.service_life.get(record.category)
    return (None, "", False) if fact is None else (fact.years, fact.source, False)


def due_of(record: Asset | Application, tables: LifecycleTables) -> Due:
    """The earlier of end of support and end of service life; a tie is support. Source: rules.md section 1.

    Extended support counts when it was bought (typed at the record); the tables' extended ends are only
    what is on offer. Service life runs from the day of purchase; 29.02. + years is 28.02. in a common
    year. An application has no age. A typed life that makes no sense (0, negative, beyond 100 years)
    is passed over for the category's.
    """
    support = _support_of(record, tables)
    end, origin = support.end, support.origin
    extended = record.extended_support_end is not None and (end is None or record.extended_support_end > end)
    if extended:
        end, origin = record.extended_support_end, SupportOrigin.EXTENDED
    years, life_source, life_typed = _life_of(record, tables)
    age_end = None
    if (
        years is not None
        and record.purchase_date is not None
        and record.purchase_date.year + years <= date.max.year
    ):
        age_end = add_years(record.purchase_date, years)
    due, reason = age_end, None if age_end is None else DueReason.AGE
    if end is not None and (age_end is None or end <= age_end):
        due, reason = end, DueReason.SUPPORT
    cloud = isinstance(record, Application) and record.hosting is Hosting.CLOUD
    return Due(
        due=due,
        reason=reason,
        support_end=end,
        support_source=support.source,
        support_origin=origin,
        regular_support_end=support.end,
        extended=extended,
        age_end=age_end,
        service_life_years=years,
        service_life_source=life_source,
        service_life_typed=life_typed,
        bought=record.purchase_date,
        retired_on=record.retired_on,
        match=support.match,
        needs_no_date=isinstance(record, Application) and (cloud or origin is SupportOrigin.NOT_ANNOUNCED),
    )


def state_on(due: Due, record: Record, day: date) -> DueState:
    """Overdue: due ≤ day; soon: due ≤ day + 12 months. Retired from the day of retirement on.

    What is bought only after `day` is not there yet and not yet due: later.
    """
    retired_on: date | None = getattr(record, "retired_on", None)
    if retired_on is not None and retired_on <= day:
        return DueState.RETIRED
    if due.due is None:
        return DueState.UNKNOWN
    if due.bought is not None and due.bought > day:
        return DueState.LATER
    if due.due <= day:
        return DueState.OVERDUE
    return DueState.SOON if due.due <= add_months(day, SOON_MONTHS) else DueState.LATER
