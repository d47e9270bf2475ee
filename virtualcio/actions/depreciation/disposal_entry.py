"""What new disposals and choices of a fiscal year start with, and what is refused while typing them."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.contradictions import Contradiction, ContradictionAround, wrong_order
from virtualcio.errors import RefusedValue
from virtualcio.model import Application, Asset, Disposal, Record, TaxYear
from virtualcio.texts import mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

Values = dict[str, Any]  # by column key


def _disposal(company: "OpenCompany", values: Values) -> None:
    """Today, all pieces that are left."""
    values.setdefault("day", company.today)
    asset = company.data.get(Asset, values.get("asset"))
    if asset is not None and asset.purchase_date is not None:
        values["day"] = max(values["day"], asset.purchase_date)
    if asset is not None and values.get("pieces") is None:
        left = _left(company, asset)
        if left < 1:
            raise RefusedValue(mark("All pieces of “{name}” have left already."), name=asset.name)
        values["pieces"] = left


def _tax_year(company: "OpenCompany", values: Values) -> None:
    """This fiscal year, or the next one that nothing was chosen for."""
    if values.get("year") is None:
        taken = {row.year for row in company.data.all(TaxYear)}
        year = company.results.plan_years.this_year
        while year in taken:
            year += 1
        values["year"] = year


def _left(company: "OpenCompany", asset: Asset, without: str = "") -> int:
    rows = company.data.where(Disposal, "asset_id", asset.id)
    return asset.quantity - sum(row.pieces for row in rows if row.id != without)


def _before_purchase(company: "OpenCompany", disposal: Disposal) -> RefusedValue | None:
    thing = company.data.get(Asset, disposal.asset_id) or company.data.get(
        Application, disposal.application_id
    )
    bought = thing.purchase_date if thing is not None else None
    if bought is None or disposal.disposed_on >= bought:
        return None
    return RefusedValue(
        mark("It was bought on {bought}, so it cannot have left on {day}. Check both days."),
        bought=formats.day(bought),
        day=formats.day(disposal.disposed_on),
    )


def _bought_after_leaving(company: "OpenCompany", thing: Asset | Application) -> RefusedValue | None:
    field = "asset_id" if isinstance(thing, Asset) else "application_id"
    rows = company.data.where(Disposal, field, thing.id)
    first = min((row.disposed_on for row in rows), default=None)
    if first is None or thing.purchase_date is None or thing.purchase_date <= first:
        return None
    return RefusedValue(
        mark("Some of it left on {day}, so it cannot have been bought on {bought}. Check both days."),
        day=formats.day(first),
        bought=formats.day(thing.purchase_date),
    )


def _too_many(company: "OpenCompany", disposal: Disposal) -> RefusedValue | None:
    asset = company.data.get(Asset, disposal.asset_id)
    if asset is None:
        return None
    left = _left(company, asset, without=disposal.id)
    if disposal.pieces <= left:
        return None
    return RefusedValue(
        mark("Only {left} of {all} pieces are left; {count} cannot leave."),
        left=max(left, 0),
        all=asset.quantity,
        count=disposal.pieces,
    )


def _year_taken(company: "OpenCompany", row: TaxYear) -> RefusedValue | None:
    same = company.data.where(TaxYear, "year", row.year)
    if all(one.id == row.id for one in same):
        return None
    return RefusedValue(mark("{year} has a choice already. Change that row instead."), year=str(row.year))


DEPRECIATION_DEFAULTS: "dict[type[Record], Callable[[OpenCompany, Values], None]]" = {
    Disposal: _disposal,
    TaxYear: _tax_year,
}

DEPRECIATION_CONTRADICTIONS: tuple[Contradiction | ContradictionAround, ...] = (
    ContradictionAround((Disposal,), frozenset({"disposed_on", "asset_id"}), _before_purchase),
    ContradictionAround((Disposal,), frozenset({"pieces", "asset_id"}), _too_many),
    ContradictionAround((Asset, Application), frozenset({"purchase_date"}), _bought_after_leaving),
    ContradictionAround((TaxYear,), frozenset({"year"}), _year_taken),
    Contradiction(
        (Asset, Application),
        frozenset({"in_use_on", "purchase_date"}),
        lambda thing: wrong_order(thing, "purchase_date", "in_use_on"),
        mark("It would be in use before it was bought. Check both days."),
    ),
    Contradiction(
        (Asset, Application),
        frozenset({"taken_over_on", "purchase_date"}),
        lambda thing: wrong_order(thing, "purchase_date", "taken_over_on"),
        mark("It would be taken over before it was bought. Check both days."),
    ),
    Contradiction(
        (Asset, Application),
        frozenset({"tax_book_value", "commercial_book_value", "cost"}),
        lambda thing: (
            wrong_order(thing, "tax_book_value", "cost")
            or wrong_order(thing, "commercial_book_value", "cost")
        ),
        mark("The book value taken over cannot be above the purchase price. Check both amounts."),
    ),
)
