"""The program's list of KPIs to choose from, what others reach, and the levels of maturity in words.

From resources/facts/kpi_catalogue.csv, benchmarks.csv and maturity_levels.csv; each row has its source and
how certain it is ("hoch", "mittel", "niedrig", "Praxis" for a rule of thumb).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from virtualcio import formats
from virtualcio.exchange.program_rows import InBoth, in_both, program_rows
from virtualcio.model.goals import (
    Aggregation,
    Better,
    Cadence,
    KpiLevel,
    KpiSource,
    MaturityDimension,
    TargetKind,
)

MOST_PERCENT = 100


@dataclass(frozen=True)
class CatalogueKpi:
    """A KPI to choose. `target`, or the band, is what companies of this size usually aim at, if known."""

    key: str
    names: InBoth
    level: KpiLevel
    units: InBoth
    better: Better
    target_kind: TargetKind
    target: Decimal | None
    band_from: Decimal | None
    band_to: Decimal | None
    aggregation: Aggregation
    cadence: Cadence
    source_kind: KpiSource  # whether it is measured, counted from answers or computed from the file
    formulas: InBoth
    certainty: str
    sources: InBoth

    @property
    def name_de(self) -> str:
        return self.names.de

    @property
    def name_en(self) -> str:
        return self.names.en

    @property
    def name(self) -> str:
        return str(self.names)

    @property
    def unit(self) -> str:
        return str(self.units)

    @property
    def formula(self) -> str:
        return str(self.formulas)

    @property
    def source(self) -> str:
        return str(self.sources)

    @property
    def sme_target(self) -> str:
        """What companies of this size usually aim at: '≤ 5.000 €', '2–4 %'; '' if nothing is known."""
        if self.band_from is not None and self.band_to is not None:
            between = "–" if self.band_from >= 0 else " … "
            body = f"{_number(self.band_from)}{between}{_number(self.band_to)}"
        elif self.target is not None:
            body = f"{self._side()}{_number(self.target)}"
        else:
            return ""
        return f"{body} {self.unit}".rstrip()

    def _side(self) -> str:
        """Nothing is better than none of something bad, or than all of it."""
        if self.better is Better.LOWER:
            return "≤ " if self.target else ""
        return "" if self.units.en == "%" and self.target == MOST_PERCENT else "≥ "


@dataclass(frozen=True)
class Benchmark:
    """What others reach. `catalogue_key` is "" for a figure that belongs to no KPI of the catalogue."""

    catalogue_key: str
    metrics: InBoth
    segments: InBoth
    values: InBoth
    units: InBoth
    year: str  # as the source says it: "2024", "2024/25", "" if it does not say
    certainty: str
    sources: InBoth

    @property
    def metric(self) -> str:
        return str(self.metrics)

    @property
    def segment(self) -> str:
        return str(self.segments)

    @property
    def value(self) -> str:
        return str(self.values)

    @property
    def unit(self) -> str:
        return str(self.units)

    @property
    def source(self) -> str:
        return str(self.sources)


@dataclass(frozen=True)
class DimensionWords:
    """What the levels 1 to 5 of a dimension of maturity mean; its name is that of the choice."""

    dimension: MaturityDimension
    levels: tuple[InBoth, ...]
    certainty: str
    sources: InBoth

    @property
    def source(self) -> str:
        return str(self.sources)

    def level(self, rating: int) -> str:
        """What a rating from 1 to 5 means; ValueError for any other."""
        if not 1 <= rating <= len(self.levels):
            raise ValueError(f"no such level: {rating}")
        return str(self.levels[rating - 1])


def _number(value: Decimal) -> str:
    places = max(0, -int(value.normalize().as_tuple().exponent))
    return formats.number(value, places)


def _decimal(text: str) -> Decimal | None:
    return Decimal(text) if text else None


@lru_cache(maxsize=1)
def catalogue() -> tuple[CatalogueKpi, ...]:
    """All KPIs to choose from, by level: strategic, operational, of users, of the business."""
    return tuple(
        CatalogueKpi(
            key=row["key"],
            names=in_both(row, "name"),
            level=KpiLevel(row["level"]),
            units=in_both(row, "unit"),
            better=Better(row["better"]),
            target_kind=TargetKind(row["target_kind"]),
            target=_decimal(row["target"]),
            band_from=_decimal(row["band_from"]),
            band_to=_decimal(row["band_to"]),
            aggregation=Aggregation(row["aggregation"]),
            cadence=Cadence(row["cadence"]),
            source_kind=KpiSource(row["source_kind"]),
            formulas=in_both(row, "formula"),
            certainty=row["certainty"],
            sources=in_both(row, "source"),
        )
        for row in program_rows("facts", "kpi_catalogue.csv")
    )


def catalogue_kpi(key: str) -> CatalogueKpi:
    """KeyError if the catalogue has none of this key."""
    return {row.key: row for row in catalogue()}[key]


@lru_cache(maxsize=1)
def benchmarks() -> tuple[Benchmark, ...]:
    """What others reach, best founded figures of a KPI first as they stand in the table."""
    return tuple(
        Benchmark(
            catalogue_key=row["catalogue_key"],
            metrics=in_both(row, "metric"),
            segments=in_both(row, "segment"),
            values=in_both(row, "value"),
            units=in_both(row, "unit"),
            year=row["year"],
            certainty=row["certainty"],
            sources=in_both(row, "source"),
        )
        for row in program_rows("facts", "benchmarks.csv")
    )


def benchmarks_for(catalogue_key: str) -> tuple[Benchmark, ...]:
    """Those of one KPI of the catalogue; none for "", the key of a KPI that is not from the catalogue."""
    return tuple(row for row in benchmarks() if catalogue_key and row.catalogue_key == catalogue_key)


@lru_cache(maxsize=1)
def maturity_words() -> Mapping[MaturityDimension, DimensionWords]:
    """What the levels of each dimension mean."""
    return MappingProxyType(
        {
            MaturityDimension(row["dimension"]): DimensionWords(
                dimension=MaturityDimension(row["dimension"]),
                levels=tuple(in_both(row, f"level{number}") for number in range(1, 6)),
                certainty=row["certainty"],
                sources=in_both(row, "source"),
            )
            for row in program_rows("facts", "maturity_levels.csv")
        }
    )
