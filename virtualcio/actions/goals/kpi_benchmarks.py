"""What others come to: benchmarks beside a KPI that was taken from the catalogue, with year and source."""

from virtualcio.exchange.kpi_catalogue import Benchmark, benchmarks_for
from virtualcio.model import Kpi
from virtualcio.texts import _

_MOST = 3


def benchmark_lines(kpi: Kpi) -> tuple[str, ...]:
    """'Vergleich: 2,4 % (Maschinenbau, 2023, VDMA)', at most three; () where there is none."""
    if not kpi.catalogue_key:
        return ()
    found = benchmarks_for(kpi.catalogue_key)[:_MOST]
    return tuple(_("For comparison: {value}").format(value=benchmark_words(one)) for one in found)


def benchmark_words(benchmark: Benchmark) -> str:
    """'2,4 % (Maschinenbau, 2023, VDMA)'."""
    value = " ".join(part for part in (benchmark.value, benchmark.unit) if part)
    where = ", ".join(str(part) for part in (benchmark.segment, benchmark.year, benchmark.source) if part)
    return f"{value} ({where})" if where else value
