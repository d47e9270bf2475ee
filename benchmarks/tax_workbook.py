"""The tax advisor's workbook of 2,000 things over their years, beside as many plain cells by openpyxl.

Both are made in turns in one process; the workbook's time contains working out every schedule in both books.
Run as `python -m benchmarks.tax_workbook`; exit code 1 if the ratio is above the limit.
"""

import random
import sys
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from time import perf_counter

from openpyxl import Workbook

from virtualcio.analysis.depreciation.items import Book, Disposal, Item, Method, PerBook
from virtualcio.analysis.depreciation.rules import TaxRules
from virtualcio.exchange.tax_parts import RegisterThing, TaxWords, TaxWorkbook, book_way
from virtualcio.exchange.tax_tables import tax_tables
from virtualcio.exchange.tax_workbook import tax_pages, write_tax_workbook
from virtualcio.model.depreciation import DepreciationMethod, DisposalReason

THINGS, YEARS = 2_000, 10
LIMIT = 1.5  # × the time of plain cells
RUNS = 3
YEAR = 2026
_KINDS = (
    ("server", Method.LINEAR, "12600.00", YEARS),
    ("server", Method.DECLINING, "48000.00", YEARS),
    ("network", Method.LINEAR, "3150.50", YEARS),
    ("furniture", Method.LINEAR, "2400.00", YEARS),
)


def items() -> list[Item]:
    """Bought within the last two years, each for ten years; one in ten groups is partly sold."""
    source, tables = random.Random(5), tax_tables()
    made = []
    for number in range(THINGS):
        life_key, method, cost, years = _KINDS[number % len(_KINDS)]
        bought = date(source.choice((2025, 2026)), source.randint(7, 10), source.randint(1, 28))
        sold = (Disposal(date(2027, 3, 31), 1, Decimal("150.00")),) if number % 10 == 0 else ()
        made.append(
            Item(
                key=str(number), name=f"Gerät {number}", cost=Decimal(cost) + number, bought=bought,
                life_key=life_key, pieces=3, traits=tables.lives[life_key].traits,
                method=PerBook(method, Method.LINEAR), life_years=PerBook(years, years), disposals=sold,
            )
        )  # fmt: skip
    return made


def tax_workbook(wanted: list[Item]) -> TaxWorkbook:
    rules = TaxRules(tax_tables())
    things = tuple(
        RegisterThing(
            key=one.key, number=f"INV-{one.key}", name=one.name, account="0490", depreciation_account="4830",
            group="Betriebs- und Geschäftsausstattung", item=one,
            books={book: book_way(one, rules, book, YEAR) for book in Book},
        )
        for one in wanted
    )  # fmt: skip
    words = TaxWords(
        methods={method: method.value for method in DepreciationMethod},
        books={book: book.value for book in Book},
        reasons={reason: reason.value for reason in DisposalReason},
        settings=(),
        accounts={},
    )
    return TaxWorkbook(
        company="Muster GmbH", day=date(2026, 11, 22), year=YEAR, rules=rules, chart="SKR03", things=things,
        contracts=(), planned=(), gain_account="2720", loss_account="2320", missing=(), words=words,
    )  # fmt: skip


def cells_of(workbook: TaxWorkbook) -> int:
    """How many cells hold something."""
    pages, _names = tax_pages(workbook)
    return sum(
        sum(cell is not None and cell[1] is not None for cell in row) for page in pages for row in page.rows()
    )


def write_plain(path: Path, cells: int) -> None:
    """As many numbers and texts, 24 to a row, the fast way that openpyxl has."""
    book = Workbook(write_only=True)
    page = book.create_sheet("Plain")
    for number in range(cells // 24):
        page.append([f"Gerät {number}" if place % 8 == 0 else number * 1.25 for place in range(24)])
    book.save(path)


def seconds(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def report() -> bool:
    """Prints both medians and the ratio; False if it is above the limit."""
    wanted = items()
    cells = cells_of(tax_workbook(wanted))
    ours, plain = [], []
    with TemporaryDirectory() as folder:
        out, other = Path(folder) / "tax.xlsx", Path(folder) / "plain.xlsx"
        for _run in range(RUNS):
            ours.append(seconds(lambda: write_tax_workbook(out, tax_workbook(wanted))))
            plain.append(seconds(lambda: write_plain(other, cells)))
    ratio = median(ours) / median(plain)
    print(
        f"{THINGS:,} things over {YEARS} years, {cells:,} cells: workbook {median(ours):.1f} s, "
        f"plain cells by openpyxl {median(plain):.1f} s, ratio {ratio:.2f} (limit {LIMIT})"
    )
    return ratio <= LIMIT


if __name__ == "__main__":
    sys.exit(0 if report() else 1)
