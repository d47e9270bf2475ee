"""What others of the trade spend on IT, from the program's table; nothing is made up where it has no row."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from virtualcio.exchange.kpi_catalogue import Benchmark, benchmarks

_SHARE = ("IT cost ÷ revenue", "IT spending ÷ revenue")
_PER_EMPLOYEE = ("IT cost per employee",)

# Words of a trade as companies write them, and the segment of the table (in English) that speaks of it.
_TRADES: tuple[tuple[str, str], ...] = (
    (r"maschinenbau|anlagenbau|machine building|mechanical engineering", "Machine building"),
    (r"pharma", "Pharma"),
    (r"\bbank|sparkasse", "Banks"),
    (r"gesundheit|klinik|kranken|pflege|arzt|health|hospital", "Health"),
    (r"online-?handel|versandhandel|e-?commerce", "E-commerce"),
    (r"energie|stadtwerk|energy|utilit", "Energy"),
    (r"transport|spedition|logisti", "Transport"),
    (r"\bbau\b|hochbau|tiefbau|bauunternehm|baugewerbe|\bconstruction", "Construction"),
    (r"fertigung|produktion|hersteller|herstellung|industrie|verarbeit|manufactur", "Manufacturing"),
)
_GENERAL = "all, median"
_SMALL = "Small companies"
_NUMBER = r"\d[\d,]*(?:\.\d+)?"


@dataclass(frozen=True)
class BudgetBenchmark:
    """From `low` to `high` (the same where the source gives one figure), in percent or euros; the words in
    the language of the interface. `of_trade`: of the company's own trade, not of all.
    """

    low: Decimal
    high: Decimal
    segment: str
    year: str
    source: str
    of_trade: bool


def share_benchmark(trade: str) -> BudgetBenchmark | None:
    """IT spending in percent of revenue: of the trade by its words, else of all. None without a row."""
    return _benchmark(_SHARE, trade, _GENERAL)


def employee_benchmark(trade: str) -> BudgetBenchmark | None:
    """IT cost per employee and year, euros: of the trade, else of small companies. None without a row."""
    return _benchmark(_PER_EMPLOYEE, trade, _SMALL)


def _benchmark(metrics: Iterable[str], trade: str, general: str) -> BudgetBenchmark | None:
    segment = next((name for words, name in _TRADES if re.search(words, trade, re.IGNORECASE)), None)
    own = None if segment is None else _row(metrics, segment)
    row = own or _row(metrics, general)
    span = None if row is None else span_of(row.values.en)
    if row is None or span is None:
        return None
    return BudgetBenchmark(*span, row.segment, row.year, row.source, of_trade=own is not None)


def _row(metrics: Iterable[str], segment: str) -> Benchmark | None:
    """The best founded one: the table has them in that order."""
    for row in benchmarks():
        if row.metrics.en in metrics and row.segments.en.startswith(segment):
            return row
    return None


def span_of(value: str) -> tuple[Decimal, Decimal] | None:
    """The range in '2.8 (1.9–4.1)', else the one figure; None if it is anything else ('3.62 → 4.75')."""
    between = re.search(f"({_NUMBER})–({_NUMBER})", value)
    if between is not None:
        return _number(between[1]), _number(between[2])
    return (_number(value), _number(value)) if re.fullmatch(_NUMBER, value) else None


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
