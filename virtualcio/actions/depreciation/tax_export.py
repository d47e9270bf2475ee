"""The tax advisor's workbook of a fiscal year: what goes into it, taken from the company at one moment."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from virtualcio.actions.depreciation.depreciation_words import (
    BOOKS,
    CHARTS,
    COUNTRIES,
    DIGITAL_RULES,
    DISPOSAL_REASONS,
    GROUPS,
    LOW_VALUE_RULES,
    METHODS,
    YES_NO,
    certainty_words,
)
from virtualcio.actions.depreciation.item_words import problem_lines
from virtualcio.actions.depreciation.tax_lists import contract_rows, planned_rows
from virtualcio.analysis.calendar_days import fiscal_year_of
from virtualcio.analysis.depreciation.choices import Chart
from virtualcio.analysis.depreciation.items import Book, Item, Method
from virtualcio.analysis.depreciation.items_of import Thing, life_key_of
from virtualcio.analysis.depreciation.register import asset_group
from virtualcio.errors import RefusedFile
from virtualcio.exchange.tax_accounts import AccountUse, proposed_accounts
from virtualcio.exchange.tax_parts import BookWay, RegisterThing, TaxWords, TaxWorkbook, book_way
from virtualcio.exchange.tax_tables import rule_words, tax_tables
from virtualcio.exchange.tax_workbook import write_tax_workbook
from virtualcio.exchange.workbook import Progress
from virtualcio.model import Account, Application, Asset, Site, Supplier
from virtualcio.model.depreciation import DepreciationMethod, DisposalReason
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


_THINGS_BETWEEN_PROGRESS = 20


@dataclass(frozen=True)
class TaxExport:
    """Making one reads the company, so that happens in the window's thread; writing may happen elsewhere."""

    workbook: TaxWorkbook

    @property
    def things(self) -> int:
        """How many things stand in the books of the fiscal year."""
        return sum(thing.moves for thing in self.workbook.things)

    def write(self, path: Path, progress: Progress | None = None) -> None:
        """RefusedFile if it cannot be written or is no .xlsx; the target then stays as it was."""
        if path.suffix.lower() != ".xlsx":
            raise RefusedFile(
                mark("“{name}” was not written: the name of a workbook ends in .xlsx. Add that ending."),
                name=path.name,
            )
        write_tax_workbook(path, self.workbook, progress)


def this_fiscal_year(company: "OpenCompany") -> int:
    """Named by its start."""
    return fiscal_year_of(company.today, company.results.tax_rules.fiscal_start)


def tax_export(
    company: "OpenCompany",
    year: int | None = None,
    chart: Chart | None = None,
    progress: Progress | None = None,
) -> TaxExport:
    """Of a fiscal year, this one if none is named; accounts by the company's chart if none is named."""
    results = company.results
    chosen = chart or results.tax_choices.tax_chart
    named = this_fiscal_year(company) if year is None else year
    items = results.depreciation_items
    contracts = tuple(contract_rows(company, named, chosen))
    things = []
    for done, (key, item) in enumerate(items.items(), start=1):
        things.append(_thing(company, key, item, named, chosen))
        if progress and not done % _THINGS_BETWEEN_PROGRESS:
            progress(done, len(items))
    numbers = {_number(use, chosen): str(one.name) for use, one in proposed_accounts().items()}
    own = {account.number: account.name for account in company.data.all(Account) if account.name}
    return TaxExport(
        TaxWorkbook(
            company=company.data.company.name,
            day=company.today,
            year=named,
            rules=results.tax_rules,
            chart=_(CHARTS[chosen]),
            things=tuple(things),
            contracts=contracts,
            planned=tuple(planned_rows(company, named)),
            gain_account=_number(AccountUse.GAIN, chosen),
            loss_account=_number(AccountUse.LOSS, chosen),
            missing=tuple(thing.name for thing in results.without_price_or_day),
            words=TaxWords(
                methods={method: _(METHODS[method]) for method in DepreciationMethod},
                books={book: _(BOOKS[book]) for book in Book},
                reasons={reason: _(DISPOSAL_REASONS[reason]) for reason in DisposalReason},
                settings=tuple(_settings(company, named, chosen)),
                accounts={**numbers, **own},
                problems=tuple(_problems(company)),
                sources=tuple(_sources(company)),
            ),
        )
    )


def _number(use: AccountUse, chart: Chart) -> str:
    return proposed_accounts()[use].numbers[chart.value]


def _thing(company: "OpenCompany", key: str, item: Item, year: int, chart: Chart) -> RegisterThing:
    data, rules = company.data, company.results.tax_rules
    record: Thing | None = data.get(Asset, key) or data.get(Application, key)
    assert record is not None
    asset = record if isinstance(record, Asset) else None
    books = {book: book_way(item, rules, book, year) for book in Book}
    supplier = data.get(Supplier, record.supplier_id)
    site = data.get(Site, asset.site_id) if asset is not None else None
    use, worn = _uses(record, item, books[Book.TAX])
    return RegisterThing(
        key=key,
        number=asset.inventory_number if asset is not None else "",
        name=item.name,
        account=record.asset_account or _number(use, chart),
        depreciation_account=_number(worn, chart),
        group=_(GROUPS[asset_group(item)]),
        item=item,
        books=books,
        supplier="" if supplier is None else supplier.name,
        invoice=record.invoice_number,
        serial_number=asset.serial_number if asset is not None else "",
        cost_centre=record.cost_centre,
        site="" if site is None else site.name,
        note=record.note,
    )


def _uses(record: Thing, item: Item, tax: BookWay) -> tuple[AccountUse, AccountUse]:
    """The accounts of the thing and of its depreciation, by the tax book."""
    method = tax.schedule.method
    if method is Method.IMMEDIATE:
        return AccountUse.LOW_VALUE, AccountUse.WORN_LOW_VALUE
    if method is Method.POOL:
        return AccountUse.POOL, AccountUse.WORN_POOL
    if not item.traits.tangible:
        return AccountUse.SOFTWARE, AccountUse.WORN_INTANGIBLE
    life = tax_tables().lives.get(life_key_of(record, tax_tables()))
    furniture = life is not None and life.swiss_class == "furniture"
    return AccountUse.FURNITURE if furniture else AccountUse.EQUIPMENT, AccountUse.WORN_TANGIBLE


def _settings(company: "OpenCompany", year: int, chart: Chart) -> Iterator[tuple[str, str]]:
    rules, choices = company.results.tax_rules, company.results.tax_choices
    yield _("Country"), _(COUNTRIES[rules.country])
    yield _("Chart of accounts"), _(CHARTS[chart])
    yield _("Things of low value in this fiscal year"), _(LOW_VALUE_RULES[rules.low_value_of(year)])
    yield _("Digital things, tax book"), _(DIGITAL_RULES[rules.digital])
    yield _("The one year in the commercial book too"), _(YES_NO[choices.tax_digital_commercial])
    yield _("Depreciated through the month of the disposal"), _(YES_NO[choices.tax_disposal_month])
    yield _("Depreciation in full euros"), _(YES_NO[choices.tax_full_euros])
    yield _("1 € stays in the books"), _(YES_NO[choices.tax_reminder_value])


def _problems(company: "OpenCompany") -> Iterator[tuple[str, str]]:
    items = company.results.depreciation_items
    for key in company.results.depreciation_problems:
        for line in problem_lines(company, key):
            yield items[key].name, line


def _sources(company: "OpenCompany") -> Iterator[tuple[str, str, str]]:
    """The rules of the company's country with the law, and what the tax advisor should look at."""
    words = rule_words()
    for rule in tax_tables().rules:
        if rule.country == company.results.tax_rules.country:
            one = words[rule.key]
            yield (
                rule.key,
                f"{one.basis}: {one.note}" if str(one.note) else str(one.basis),
                certainty_words(rule.certainty),
            )
