"""Goals to begin with, by trade, each with KPIs of the catalogue and what it needs (resources/templates)."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache

from virtualcio.exchange.program_rows import InBoth, in_both, program_rows
from virtualcio.model.goals import CapabilityKind


@dataclass(frozen=True)
class Trade:
    """A trade that there are templates for. `words` are parts of what people type as their trade."""

    key: str
    names: InBoth
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        return str(self.names)


@dataclass(frozen=True)
class TemplateCapability:
    """Something that the goal needs."""

    kind: CapabilityKind
    names: InBoth

    @property
    def name(self) -> str:
        return str(self.names)


@dataclass(frozen=True)
class GoalTemplate:
    """A goal to begin with. `weight` in percent, 100 for a whole trade; `kpis` are keys of the catalogue."""

    key: str
    trade: str
    names: InBoth
    descriptions: InBoth
    weight: Decimal
    growth: bool
    kpis: tuple[str, ...]
    capabilities: tuple[TemplateCapability, ...]

    @property
    def name(self) -> str:
        return str(self.names)

    @property
    def description(self) -> str:
        return str(self.descriptions)


@lru_cache(maxsize=1)
def all_trades() -> tuple[Trade, ...]:
    """The trades that there are templates for."""
    return tuple(
        Trade(row["key"], in_both(row, "name"), tuple(row["words"].split("|")))
        for row in program_rows("templates", "trades.csv")
    )


@lru_cache(maxsize=1)
def all_goal_templates() -> tuple[GoalTemplate, ...]:
    """All goals to begin with, by trade, weightiest first."""
    capabilities = _capabilities()
    return tuple(
        GoalTemplate(
            key=row["key"],
            trade=row["trade"],
            names=in_both(row, "name"),
            descriptions=in_both(row, "description"),
            weight=Decimal(row["weight"]),
            growth=row["growth"] == "yes",
            kpis=tuple(row["kpis"].split()),
            capabilities=tuple(capabilities[row["key"]]),
        )
        for row in program_rows("templates", "goals.csv")
    )


def _capabilities() -> Mapping[str, list[TemplateCapability]]:
    found: dict[str, list[TemplateCapability]] = defaultdict(list)
    for row in program_rows("templates", "goal_capabilities.csv"):
        found[row["goal"]].append(TemplateCapability(CapabilityKind(row["kind"]), in_both(row, "name")))
    return found
