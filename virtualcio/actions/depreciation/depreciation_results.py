"""How what the company owns is depreciated, in both books."""

from collections.abc import Hashable, Mapping, Sequence
from itertools import chain

from virtualcio.actions.roadmap.roadmap_results import RoadmapResults
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.depreciation.choices import TaxChoices, tax_choices_of, tax_rules_of
from virtualcio.analysis.depreciation.items import Book, Item, PerBook
from virtualcio.analysis.depreciation.items_of import Thing, item_of, owned
from virtualcio.analysis.depreciation.movement import MovementTable, movement_table
from virtualcio.analysis.depreciation.offer import Offer, offer
from virtualcio.analysis.depreciation.ordinary import OrdinaryTerms, is_ordinary
from virtualcio.analysis.depreciation.problems import Problem
from virtualcio.analysis.depreciation.register import asset_group, may_have_problems, problems_of
from virtualcio.analysis.depreciation.rules import TaxRules
from virtualcio.analysis.depreciation.schedule import Schedule, schedule
from virtualcio.analysis.depreciation.year_cents import YearRow, Years, YearTable, year_cents, year_table
from virtualcio.exchange.tax_tables import tax_tables
from virtualcio.model import (
    Application,
    Asset,
    Company,
    Disposal,
    ProductSupport,
    Record,
    ServiceLife,
    Setting,
    TaxYear,
)

_OWNER_FIELD: Mapping[type[Record], str] = {Asset: "asset_id", Application: "application_id"}
_CHOSEN: tuple[type[Record], ...] = (Company, Setting, TaxYear)
_OWNED: tuple[type[Record], ...] = (Asset, Application, Disposal, ServiceLife, ProductSupport, *_CHOSEN)


class DepreciationResults(RoadmapResults):
    """The part of `Results` that the books need; the budget's cost view builds on it.

    Only the years in cents are kept for each thing; a whole schedule is made when somebody asks for it.
    """

    # --- what was chosen ------------------------------------------------------------------------

    @property
    def tax_choices(self) -> TaxChoices:
        return self.kept.whole("tax_choices", (Setting,), lambda: tax_choices_of(self.data))

    @property
    def tax_rules(self) -> TaxRules:
        """Choices, country and fiscal years of the company, with the tables of the law."""
        known = self.kept.whole("tax_rules", _CHOSEN, lambda: tax_rules_of(self.data, tax_tables()))
        # kept parts compare it: as long as it says the same it stays the same object
        same = self.kept.whole("same_tax_rules", (), list[TaxRules])
        if not same or same[0] != known:
            same[:] = [known]
        return same[0]

    # --- one thing ------------------------------------------------------------------------------

    def item_of(self, thing: Thing) -> Item | None:
        """As the rules see it, also what will only be bought. None: not owned, or no price, or no day."""
        rows = self.data.where(Disposal, _OWNER_FIELD[type(thing)], thing.id)
        return item_of(thing, rows, tax_tables(), self.dues[thing.id].service_life_years)

    def depreciation_item(self, key: str) -> Item:
        """By key of an asset or application. KeyError if it stands in no register."""
        thing = self.data.get(Asset, key) or self.data.get(Application, key)
        item = self.item_of(thing) if thing is not None else None
        if item is None:
            raise KeyError(key)
        return item

    def depreciation_schedule(self, key: str, book: Book) -> Schedule:
        """All fiscal years of one thing with what explains them. KeyError as in `depreciation_item`."""
        return schedule(self.depreciation_item(key), self.tax_rules, book)

    def depreciation_offer(self, key: str, book: Book) -> Offer:
        """Which methods the law allows for it. KeyError as in `depreciation_item`."""
        return offer(self.depreciation_item(key), self.tax_rules, book)

    # --- the register ---------------------------------------------------------------------------

    @property
    def depreciation_items(self) -> Mapping[str, Item]:
        """All that was bought by today, by key; made anew each time, so only for who needs all of them."""
        found = {thing.id: self.item_of(thing) for thing in self._bought}
        return {key: item for key, item in found.items() if item is not None}

    @property
    def depreciation_count(self) -> int:
        """How many things stand in the register."""
        return len(self._bought)

    @property
    def _bought(self) -> Sequence[Thing]:
        """Owned and bought by today, with a price: assets first."""
        return self.kept.whole("bought", (Asset, Application), self._new_bought)

    def _new_bought(self) -> Sequence[Thing]:
        things: list[Thing] = [*self.data.all(Asset), *self.data.all(Application)]
        return [
            thing
            for thing in things
            if owned(thing)
            and thing.cost is not None
            and thing.purchase_date is not None
            and thing.purchase_date <= self.today
        ]

    @property
    def without_price_or_day(self) -> Sequence[Thing]:
        """Owned devices that stand in no register, because their price or day of purchase is missing.

        An application without a price is not missing: most are no purchase.
        """
        things: list[Thing] = [
            *self.data.all(Asset),
            *(one for one in self.data.all(Application) if one.cost is not None),
        ]
        return [one for one in things if owned(one) and (one.cost is None or one.purchase_date is None)]

    def _years(self, book: Book) -> Mapping[str, Years]:
        """By key, of all that was bought by today; one edit makes one thing anew."""

        def made() -> Mapping[str, Years]:
            return {
                key: years
                for kind in (Asset, Application)
                for key, both in self._years_of(kind).items()
                if both is not None and (years := both.of(book)) is not None
            }

        return self.kept.whole(f"{book.value}_years", _OWNED, made)

    def _years_of(self, kind: type[Asset] | type[Application]) -> Mapping[str, PerBook[Years] | None]:
        rules, today, dues, terms = self.tax_rules, self.today, self.dues, self._ordinary_terms

        def made(thing: Thing) -> PerBook[Years] | None:
            if thing.purchase_date is None or thing.purchase_date > today or not owned(thing):
                return None
            if is_ordinary(thing, self._has_disposals(thing)):
                found = terms.years_of(thing, dues[thing.id].service_life_years)
                if found is not None:
                    return found
            item = self.item_of(thing)
            return (
                None if item is None else PerBook(*(year_cents(schedule(item, rules, one)) for one in Book))
            )

        lives = self.data.revision((ServiceLife, ProductSupport))
        extra: Hashable = (rules, lives)
        name = f"register_years_of_{kind.__tablename__}"
        return self.kept.each_with_rows(name, kind, {Disposal: _OWNER_FIELD[kind]}, made, extra)

    @property
    def _ordinary_terms(self) -> OrdinaryTerms:
        known = self.kept.whole("ordinary_terms", (), dict[str, tuple[TaxRules, OrdinaryTerms]])
        rules = self.tax_rules
        if "last" not in known or known["last"][0] is not rules:
            known["last"] = (rules, OrdinaryTerms(rules))
        return known["last"][1]

    # --- a fiscal year --------------------------------------------------------------------------

    def depreciation_year(self, year: int, book: Book) -> YearTable:
        """All things of a fiscal year, named by its start, and their sums."""
        known = self.kept.whole("depreciation_year", _OWNED, dict[Book, YearTable])
        if book not in known or known[book].year != year:  # one year a book is kept, not all that were seen
            found = [self._rows_of(kind, year, book).values() for kind in (Asset, Application)]
            known[book] = year_table(chain.from_iterable(found), year)
        return known[book]

    def _rows_of(
        self, kind: type[Asset] | type[Application], year: int, book: Book
    ) -> Mapping[str, YearRow | None]:
        """One edit makes one row anew."""
        both = self._years_of(kind)

        def made(thing: Thing) -> YearRow | None:
            known = both[thing.id]
            years = None if known is None else known.of(book)
            return None if years is None else years.row(year)

        lives = self.data.revision((ServiceLife, ProductSupport))
        extra: Hashable = (year, self.tax_rules, lives)
        name = f"{book.value}_rows_of_{kind.__tablename__}"
        return self.kept.each_with_rows(name, kind, {Disposal: _OWNER_FIELD[kind]}, made, extra)

    @property
    def depreciation_years(self) -> Sequence[int]:
        """Fiscal years that there is something to show for, this one and the next at least."""
        this_year = fiscal_year_of(self.today, self.tax_rules.fiscal_start)
        years = self._years(Book.COMMERCIAL).values()
        first = min((one.first for one in years), default=this_year)
        last = max((one.end for one in years if one.end is not None), default=this_year)
        return range(min(first, this_year), max(last, this_year + 1) + 1)

    def movement(self, year: int, book: Book) -> MovementTable:
        """The movement table of a fiscal year, by group of the balance sheet; one is kept."""
        known = self.kept.whole("movement", _OWNED, dict[str, tuple[Book, MovementTable]])
        kept = known.get("last")
        if kept is None or kept[0] is not book or kept[1].year != year:
            rules, items = self.tax_rules, self.depreciation_items
            groups = {key: asset_group(item).value for key, item in items.items()}
            schedules = (schedule(item, rules, book) for item in items.values())
            kept = known["last"] = (book, movement_table(schedules, year, groups))
        return kept[1]

    # --- what is wrong --------------------------------------------------------------------------

    @property
    def depreciation_problems(self) -> Mapping[str, Sequence[Problem]]:
        """By key of the thing: what is wrong with its entries, each once for both books."""

        def made() -> Mapping[str, Sequence[Problem]]:
            return {
                key: problems
                for kind in (Asset, Application)
                for key, problems in self._problems_of(kind).items()
                if problems
            }

        return self.kept.whole("depreciation_problems", _OWNED, made)

    def _problems_of(self, kind: type[Asset] | type[Application]) -> Mapping[str, Sequence[Problem]]:
        rules, today = self.tax_rules, self.today

        def made(thing: Thing) -> Sequence[Problem]:
            if thing.purchase_date is None or thing.purchase_date > today or not owned(thing):
                return ()
            if not may_have_problems(thing, tax_tables(), self._has_disposals(thing)):
                return ()
            item = self.item_of(thing)
            return () if item is None else problems_of(item, rules)

        lives = self.data.revision((ServiceLife, ProductSupport))
        name = f"depreciation_problems_of_{kind.__tablename__}"
        return self.kept.each_with_rows(name, kind, {Disposal: _OWNER_FIELD[kind]}, made, (rules, lives))

    def _has_disposals(self, thing: Thing) -> bool:
        return bool(self.data.where(Disposal, _OWNER_FIELD[type(thing)], thing.id))
