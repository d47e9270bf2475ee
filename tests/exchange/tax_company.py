"""A made-up register with every method, disposals, groups partly sold and older books, for tests."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from tests.analysis.depreciation_items import item, rules
from virtualcio.analysis.depreciation.items import Book, Item, Method
from virtualcio.analysis.depreciation.rules import Country, TaxRules
from virtualcio.exchange.tax_parts import (
    ContractRow,
    PlannedRow,
    RegisterThing,
    TaxWords,
    TaxWorkbook,
    book_way,
)
from virtualcio.model.depreciation import DepreciationMethod, DisposalReason, LowValueRule

DAY = date(2026, 11, 22)
YEAR = 2026
NASTY = (
    "=1+1", "+49 7351", "-12", "@SUM(A1)", "\t=1", "\r=1", "#N/A", "'abc", "<b>&amp;", ">5", "*", "00123",
)  # fmt: skip

TYPED = ("number", "name", "account", "supplier", "invoice", "serial_number", "cost_centre", "site", "note")


def german_items() -> Sequence[Item]:
    """All methods of German law, bought in several years."""
    linear, declining, none = Method.LINEAR, Method.DECLINING, Method.NONE
    return (
        item("11240.00", "2015-03-12", "server", method=linear, years=6),
        item("12600.00", "2024-05-15", "server", method=linear, years=5, sold=(("2026-08-20", 1, "7000"),)),
        item("100000.00", "2025-07-01", "server", method=declining, years=5),
        item("64999.97", "2025-11-30", "server", method=declining, years=7, pieces=7,
             sold=(("2026-02-10", 2, "9000"), ("2026-11-03", 1, "1"), ("2028-01-31", 3, "5000.55"))),
        item("33333.33", "2026-01-02", "network", method=linear, years=5, pieces=3,
             sold=(("2026-06-30", 1, "0"), ("2027-06-30", 2, "1000"))),
        item("7300.00", "2026-09-01", "notebook", method=linear, years=3),
        item("799.99", "2026-03-03", "notebook"),
        item("2400.00", "2026-04-04", "notebook", pieces=4, sold=(("2026-12-01", 1, "150"),)),
        item("9999.99", "2026-05-05", "notebook", sold=(("2027-05-05", 1, "2500"),)),
        item("5000.00", "2026-06-06", "notebook", pieces=3, sold=(("2026-08-08", 1, "800"),)),
        item("899.90", "2024-11-03", "multifunction", sold=(("2025-02-01", 1, "50"),)),
        item("9876.50", "2024-02-02", "multifunction", pieces=11),
        item("20000.00", "2020-01-15", "server", method=linear, years=7,
             taken_over=("2024-01-01", "8571.43", 36)),
        item("20000.00", "2026-01-15", "server", method=linear, years=7, pieces=3,
             taken_over=("2026-07-01", "18000.00", 78), sold=(("2026-09-09", 1, "6000"),)),
        item("45000.00", "2021-03-01", "server", method=declining, years=10,
             taken_over=("2023-01-01", "26000.00", 98)),
        item("3000.00", "2022-02-28", "furniture", method=none, sold=(("2026-03-31", 1, "100"),)),
        item("0.01", "2026-02-28", "server", method=linear, years=7),
        item("18500.00", "2026-10-01", "erp"),
    )  # fmt: skip


def thing(place: int, one: Item, choices: TaxRules, texts: Mapping[str, str]) -> RegisterThing:
    named = replace(one, key=f"thing {place}", name=f"Ding {place}")
    group = "Geschäftsausstattung" if one.traits.tangible else "Software"
    return RegisterThing(
        key=named.key,
        depreciation_account="4830" if one.traits.tangible else "4822",
        group=group,
        item=named,
        books={book: book_way(named, choices, book, YEAR) for book in Book},
        **{"number": f"INV-{place:03}", "name": named.name, "account": "0490", **texts},
    )


def choices_of(**others: Any) -> TaxRules:
    """The pool is chosen for 2024."""
    return rules(low_value={2024: LowValueRule.POOL, 2023: LowValueRule.POOL}, **others)


def workbook(
    items: Sequence[Item] | None = None, choices: TaxRules | None = None, nasty: bool = False
) -> TaxWorkbook:
    """The register as a workbook's contents; `nasty`: every typed text looks like a formula."""
    chosen = choices or choices_of()
    things = []
    for number, one in enumerate(german_items() if items is None else items):
        texts = {}
        if nasty:
            texts = {field: NASTY[(number + place) % len(NASTY)] for place, field in enumerate(TYPED)}
        things.append(thing(number, one, chosen, texts))
    text = "=1+1" if nasty else "Wartung"
    contracts = (
        ContractRow(text, text, text, text, date(2024, 1, 1), None, False,
                    Decimal("1200.00"), Decimal("1224.00"), text if nasty else "4806", text, text),
        ContractRow("Leasing", "Leasing", "", "", None, date(2027, 1, 1), True, None, None, "4965", "", ""),
    )  # fmt: skip
    planned = (
        PlannedRow(text, text, text, text, text, (Decimal("100.00"), Decimal("0.10"), Decimal("0.20"))),
    )
    return TaxWorkbook(
        company=text if nasty else "Brenner & Söhne",
        day=DAY,
        year=YEAR,
        rules=chosen,
        chart="SKR03",
        things=things,
        contracts=contracts,
        planned=planned,
        gain_account="2720",
        loss_account="2320",
        missing=(text,),
        words=TaxWords(
            methods={method: f"Methode {method.value}" for method in DepreciationMethod},
            books={Book.TAX: "Steuerrecht", Book.COMMERCIAL: "Handelsrecht"},
            reasons={reason: f"Grund {reason.value}" for reason in DisposalReason},
            settings=(("Digital", text),),
            accounts={"0490": "Sonstige BGA"},
            problems=((text, text),),
            sources=((text, text, text),),
        ),
    )


def austrian() -> tuple[Sequence[Item], TaxRules]:
    linear, declining = Method.LINEAR, Method.DECLINING
    return (
        item("10000.00", "2025-08-15", "server", method=linear, years=5, sold=(("2026-06-30", 1, "1"),)),
        item("10000.00", "2026-05-15", "server", method=declining, years=8, pieces=3,
             sold=(("2027-07-15", 2, "1"),)),
    ), rules(Country.AT)  # fmt: skip


def swiss() -> tuple[Sequence[Item], TaxRules]:
    return (
        item("10000.00", "2020-08-15", "server"),
        item("10000.00", "2026-08-15", "server", pieces=3, sold=(("2027-07-15", 2, "1"),)),
        item("9000.00", "2026-08-15", "furniture", method=Method.LINEAR),
    ), rules(Country.CH)
