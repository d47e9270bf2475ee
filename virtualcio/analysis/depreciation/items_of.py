"""Assets and applications as items of the register: what is owned, has a price and a day of purchase."""

from collections.abc import Iterable
from decimal import Decimal

from virtualcio.analysis.amounts import ZERO
from virtualcio.analysis.depreciation.classes import class_of
from virtualcio.analysis.depreciation.items import Disposal, Item, PerBook, TakeOver, Traits
from virtualcio.analysis.depreciation.rules import TaxTables, UsefulLife
from virtualcio.model import Application, Asset
from virtualcio.model import Disposal as DisposalRow
from virtualcio.model.depreciation import DisposalReason
from virtualcio.model.inventory import Hosting, Ownership

Thing = Asset | Application

_SOFTWARE = Traits(movable=True, tangible=False, trivial_software=True)
_ERP = ("erp", "warenwirtschaft")
_WEBSITE = ("website", "webseite", "homepage", "onlineshop", "webshop")


def owned(thing: Thing) -> bool:
    """What is leased, borrowed or rented in the cloud stands in no register."""
    if isinstance(thing, Asset):
        return thing.ownership is Ownership.OWNED
    return thing.hosting is not Hosting.CLOUD


def life_key_of(thing: Thing, tables: TaxTables) -> str:
    """The row of the table of useful lives: as chosen, else what fits the category or the purpose."""
    if thing.life_key in tables.lives:
        return thing.life_key
    if isinstance(thing, Asset):
        return class_of(Asset, thing.category)
    words = f"{thing.purpose} {thing.name}".casefold()
    return class_of(
        Application,
        hosting=thing.hosting,
        erp=any(word in words for word in _ERP),
        website=any(word in words for word in _WEBSITE),
    )


def item_of(
    thing: Thing, rows: Iterable[DisposalRow], tables: TaxTables, usual_years: int | None = None
) -> Item | None:
    """The item; None for what is not owned, or whose price or day of purchase nobody knows.

    What left is what its disposals say; what is out of use and stands in none of them was scrapped on that
    day. The commercial book reckons with the years that the company itself uses a thing, if it says so
    (§ 253 (3) HGB); `usual_years` help where no table has a life.
    """
    if not owned(thing) or thing.cost is None or thing.purchase_date is None:
        return None
    key = life_key_of(thing, tables)
    life = tables.lives.get(key)
    pieces = thing.quantity if isinstance(thing, Asset) else 1
    return Item(
        key=thing.id,
        name=thing.name,
        cost=thing.cost,
        bought=thing.purchase_date,
        life_key=key if life is not None else "",
        pieces=pieces,
        in_use=thing.in_use_on,
        traits=life.traits if life is not None else Traits() if isinstance(thing, Asset) else _SOFTWARE,
        method=PerBook(thing.tax_method, thing.commercial_method),
        life_years=lives_of(thing, life, usual_years),
        declining_percent=thing.declining_percent,
        taken_over=PerBook(
            _take_over(thing, thing.tax_book_value, thing.tax_months_left),
            _take_over(thing, thing.commercial_book_value, thing.commercial_months_left),
        ),
        disposals=_disposals(thing, rows, pieces),
    )


def lives_of(thing: Thing, life: UsefulLife | None, usual_years: int | None) -> PerBook[int]:
    """Years that count instead of those of the table, see `item_of`."""
    used = thing.service_life_years if isinstance(thing, Asset) else None
    if used is None and (life is None or life.years is None):
        used = usual_years
    commercial = thing.commercial_life_years
    return PerBook(thing.tax_life_years, used if commercial is None else commercial)


def _take_over(thing: Thing, book_value: Decimal | None, months: int | None) -> TakeOver | None:
    """A book whose value nobody entered is reckoned from the purchase on."""
    if thing.taken_over_on is None or book_value is None:
        return None
    return TakeOver(thing.taken_over_on, book_value, months or 0)


def _disposals(thing: Thing, rows: Iterable[DisposalRow], pieces: int) -> tuple[Disposal, ...]:
    found = [Disposal(row.disposed_on, row.pieces, row.proceeds or ZERO, row.reason) for row in rows]
    gone = sum(one.pieces for one in found if one.pieces > 0)
    if thing.retired_on is not None and gone < pieces:
        found.append(Disposal(thing.retired_on, pieces - gone, ZERO, DisposalReason.SCRAPPED))
    return tuple(found)
