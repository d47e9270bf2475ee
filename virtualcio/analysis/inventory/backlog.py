"""The investment backlog (Investitionsstau): what putting right all that is overdue would cost on a day."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from typing import Literal

from virtualcio.analysis.amounts import ZERO, share_percent
from virtualcio.analysis.assumptions import Assumptions
from virtualcio.analysis.calendar_days import ONE_DAY, add_years
from virtualcio.analysis.inventory.due_dates import Due, DueReason
from virtualcio.analysis.inventory.remedies import RemedyValue
from virtualcio.model import Application, Asset
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import AssetCategory, RemedyKind

NO_DAYS: Mapping[str, date] = MappingProxyType({})


class Area(StrEnum):
    """The three parts in which money is shown."""

    INFRASTRUCTURE = "infrastructure"
    APPLICATIONS = "applications"
    WORKPLACES = "workplaces"


WORKPLACE_CATEGORIES = frozenset(
    {
        AssetCategory.NOTEBOOK,
        AssetCategory.DESKTOP,
        AssetCategory.MONITOR,
        AssetCategory.TABLET,
        AssetCategory.SMARTPHONE,
        AssetCategory.DESK_PHONE,
        AssetCategory.PRINTER,
    }
)

Delay = Literal["under_1", "1_to_2", "over_2"]
DELAYS: tuple[Delay, ...] = ("under_1", "1_to_2", "over_2")


def area_of(record: Asset | Application) -> Area:
    """What stands at a desk or in a pocket is a workplace; other devices and lines are infrastructure."""
    if isinstance(record, Application):
        return Area.APPLICATIONS
    return Area.WORKPLACES if record.category in WORKPLACE_CATEGORIES else Area.INFRASTRUCTURE


@dataclass(frozen=True, slots=True)
class BacklogItem:
    """An overdue thing on a day."""

    record: Asset | Application
    due: Due
    value: RemedyValue
    delay: Delay
    area: Area
    support_ended: bool  # by that day; else it is merely old


@dataclass(frozen=True)
class Backlog:
    """The backlog on `day` and its splits; each split adds up to `total`.

    `without_value` are keys of overdue things whose remedy has no value (in `items`, but not in `total`);
    `effort_only` are those of them that are updated at no price. `unknown_due` are keys of things in use
    whose due date is not known, so that nobody can say whether they belong here.
    `estimated_share` is the percentage of `total` that comes from estimates and defaults.
    """

    day: date
    total: Decimal
    items: tuple[BacklogItem, ...]  # dearest first
    without_value: tuple[str, ...]
    effort_only: tuple[str, ...]
    unknown_due: tuple[str, ...]
    support_ended: Decimal
    age_only: Decimal
    by_delay: Mapping[Delay, Decimal]
    by_area: Mapping[Area, Decimal]
    estimated_share: Decimal | None
    in_use: int  # things that were looked at
    price_increase_percent: Decimal


def things_of(data: CompanyData) -> Iterator[Asset | Application]:
    """All that can be due: assets, then applications."""
    yield from data.all(Asset)
    yield from data.all(Application)


def _things_by_key(data: CompanyData) -> Iterator[tuple[str, Asset | Application]]:
    yield from data.by_key(Asset).items()
    yield from data.by_key(Application).items()


def in_use_on(record: Asset | Application, day: date) -> bool:
    """Bought by `day` (an unknown day of purchase counts as already there) and not retired by then."""
    return (record.purchase_date is None or record.purchase_date <= day) and (
        record.retired_on is None or record.retired_on > day
    )


def _latest_due(day: date, years: int) -> date:
    """The latest due date that has had its `years`th anniversary by `day`."""
    latest = add_years(day, -years)
    # On 28.02. the 29.02. of a leap year has its anniversary, too.
    return latest + ONE_DAY if add_years(latest + ONE_DAY, years) <= day else latest


def delay_of(due: date, day: date) -> Delay:
    """By anniversaries: from the first one on 1 to 2 years, from the second on over 2."""
    return _delay(due, _latest_due(day, 1), _latest_due(day, 2))


def _delay(due: date, one_year: date, two_years: date) -> Delay:
    if due > one_year:
        return "under_1"
    return "1_to_2" if due > two_years else "over_2"


def overdue_on(
    data: CompanyData, dues: Mapping[str, Due], day: date, remedied: Mapping[str, date] = NO_DAYS
) -> Iterator[tuple[Asset | Application, Due]]:
    """Things in use on `day` that are due by then and not remedied by then. `dues` holds all things."""
    for key, record in _things_by_key(data):
        due = dues[key]
        if due.due is None or due.due > day or not due.in_use_on(day):
            continue
        remedied_on = remedied.get(key)
        if remedied_on is None or remedied_on > day:
            yield record, due


def backlog(
    data: CompanyData,
    dues: Mapping[str, Due],
    day: date,
    assumptions: Assumptions,
    values: Mapping[str, RemedyValue],
    remedied: Mapping[str, date] = NO_DAYS,
) -> Backlog:
    """Σ remedy value of what is in use, due by `day` and not remedied by then. Source: rules.md section 1.

    `values` holds the remedy value on `day` by key, at least of all overdue things; `remedied` the day on
    which a thing is put right, where one is planned. A thing whose support has ended counts under support,
    whatever came first; the rest is "age only".
    """
    one_year, two_years = _latest_due(day, 1), _latest_due(day, 2)
    items = [
        BacklogItem(
            record,
            due,
            values[record.id],
            _delay(due.due, one_year, two_years),
            area_of(record),
            due.reason is DueReason.SUPPORT or (due.support_end is not None and due.support_end <= day),
        )
        for record, due in overdue_on(data, dues, day, remedied)
        if due.due is not None
    ]
    items.sort(key=lambda item: item.record.name)
    items.sort(key=lambda item: item.value.amount or ZERO, reverse=True)
    return _summed(data, dues, day, assumptions, tuple(items))


def _summed(
    data: CompanyData,
    dues: Mapping[str, Due],
    day: date,
    assumptions: Assumptions,
    items: tuple[BacklogItem, ...],
) -> Backlog:
    by_delay = dict.fromkeys(DELAYS, ZERO)
    by_area = dict.fromkeys(Area, ZERO)
    support_ended = total = estimated = ZERO
    for item in items:
        amount = item.value.amount
        if amount is None:
            continue
        total += amount
        by_delay[item.delay] += amount
        by_area[item.area] += amount
        if item.support_ended:
            support_ended += amount
        if item.value.estimated:
            estimated += amount
    in_use = [key for key, _record in _things_by_key(data) if dues[key].in_use_on(day)]
    return Backlog(
        day=day,
        total=total,
        items=items,
        without_value=_keys(item for item in items if item.value.amount is None),
        effort_only=_keys(
            item for item in items if item.value.amount is None and item.value.kind is RemedyKind.UPDATE
        ),
        unknown_due=tuple(key for key in in_use if dues[key].due is None and not dues[key].needs_no_date),
        support_ended=support_ended,
        age_only=total - support_ended,
        by_delay=MappingProxyType(by_delay),
        by_area=MappingProxyType(by_area),
        estimated_share=share_percent(estimated, total),
        in_use=len(in_use),
        price_increase_percent=assumptions.price_increase_percent,
    )


def _keys(items: Iterable[BacklogItem]) -> tuple[str, ...]:
    return tuple(item.record.id for item in items)
