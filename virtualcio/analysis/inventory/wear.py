"""The wear ratio (Anlagenabnutzungsgrad): how much of what was paid for the assets in use is used up."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO, round_cents, share_percent
from virtualcio.analysis.inventory.backlog import in_use_on
from virtualcio.analysis.inventory.due_dates import Due
from virtualcio.model import Asset
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Ownership


@dataclass(frozen=True)
class Wear:
    """`percent` is accumulated ÷ acquisition cost, None without any known cost.

    `unknown` are keys of owned assets in use that lack cost, day of purchase or service life.
    """

    day: date
    accumulated: Decimal
    acquisition: Decimal
    percent: Decimal | None
    counted: int
    unknown: tuple[str, ...]


def wear(data: CompanyData, dues: Mapping[str, Due], day: date) -> Wear:
    """Straight-line to `day` by days, over the technical service life, owned assets in use only.

    Source: rules.md section 1. Until the budget step keeps commercial books of its own, the technical
    service life stands for the commercial one. Leased and borrowed things are nobody's acquisition here.
    """
    accumulated = acquisition = ZERO
    counted = 0
    unknown = []
    for asset in data.all(Asset):
        if asset.ownership is not Ownership.OWNED or not in_use_on(asset, day):
            continue
        due = dues.get(asset.id)
        age_end = due.age_end if due else None
        if asset.cost is None or asset.purchase_date is None or age_end is None:
            unknown.append(asset.id)
            continue
        used = min((day - asset.purchase_date).days, (age_end - asset.purchase_date).days)
        life = (age_end - asset.purchase_date).days
        accumulated += round_cents(asset.cost * used / life)
        acquisition += asset.cost
        counted += 1
    return Wear(
        day, accumulated, acquisition, share_percent(accumulated, acquisition), counted, tuple(unknown)
    )
