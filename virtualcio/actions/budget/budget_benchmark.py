"""What others of the trade spend on IT, from the program's table; nothing is made up where it has no row."""

import re
from dataclasses import dataclass

from virtualcio.exchange.kpi_catalogue import Benchmark, benchmarks

_SHARE = "IT spending ÷ revenue"
_SHARES = frozenset({_SHARE, "IT cost ÷ revenue"})
_PER_EMPLOYEE = "IT cost per employee"

# Words of a trade as companies write them, and the segment of the table (in English) that speaks of it.
_TRADES: tuple[tuple[str, str], ...] = (
    (r"maschinenbau|anlagenbau|machine building|mechanical engineering", "Machine building"),
    (r"pharma", "Pharma"),
    (r"\bbank|sparkasse|\bbanks?\b", "Banks"),
    (r"gesundheit|klinik|kranken|pflege|arzt|health|hospital", "Health"),
    (r"online-?handel|versandhandel|e-?commerce", "E-commerce"),
    (r"energie|stadtwerk|energy|utilit", "Energy"),
    (r"transport|spedition|logisti", "Transport"),
    (r"\bbau\b|hochbau|tiefbau|bauunternehm|baugewerbe|\bconstruction", "Construction"),
    (r"fertigung|produktion|hersteller|herstellung|industrie|verarbeit|manufactur", "Manufacturing"),
)
_GENERAL = "all, median"
_SMALL = "Small companies"


@dataclass(frozen=True)
class BudgetBenchmark:
    """`share`: IT spending in percent of revenue; `per_employee`: euros a year. None: the table has none.

    `of_trade`: the share is that of the company's own trade, not the general one.
    """

    share: Benchmark | None
    per_employee: Benchmark | None
    of_trade: bool


def budget_benchmark(trade: str) -> BudgetBenchmark:
    """By the words of the trade; else the general share and the range of small companies."""
    segment = next((name for words, name in _TRADES if re.search(words, trade, re.IGNORECASE)), None)
    own = None if segment is None else _first(_SHARES, segment)
    per_employee = None if segment is None else _first({_PER_EMPLOYEE}, segment)
    return BudgetBenchmark(
        share=own or _first(_SHARES, _GENERAL),
        per_employee=per_employee or _first({_PER_EMPLOYEE}, _SMALL),
        of_trade=own is not None,
    )


def _first(metrics: frozenset[str] | set[str], segment: str) -> Benchmark | None:
    """The best founded row: the table has them in that order."""
    for row in benchmarks():
        if row.metrics.en in metrics and row.segments.en.startswith(segment):
            return row
    return None
