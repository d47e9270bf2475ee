"""What others come to: benchmarks beside a KPI that was taken from the catalogue, with year and source."""

from virtualcio.exchange.kpi_catalogue import Benchmark, benchmarks_for
from virtualcio.model import Kpi
from virtualcio.texts import _

_MOST = 3


def benchmark_lines(kpi: Kpi) -> tuple[str, ...]:
    """'Vergleich: 2,4 % (Maschinenbau, 2023, VDMA)', at most three; () where there is none."""
    if not kpi.catalogue_key:
        return ()
    return tuple(benchmark_words(one) for one in benchmarks_for(kpi.catalogue_key)[:_MOST])


def benchmark_words(benchmark: Benchmark) -> str:
    """One benchmark in words."""
    value = " ".join(part for part in (benchmark.value, benchmark.unit) if part)
    where = ", ".join(str(part) for part in (benchmark.segment, benchmark.year, benchmark.source) if part)
    return _("For comparison: {value} ({where})").format(value=value, where=where)
