"""A portfolio written as its owner would tell it: one line per initiative, links by name."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from tests.analysis import plan_records as plan
from tests.analysis.small_company import serves as used_by
from virtualcio.actions.open_company import OpenCompany
from virtualcio.model import (
    Asset,
    Goal,
    Initiative,
    InitiativeAsset,
    Obligation,
    Process,
    Record,
    ResourcePool,
    Risk,
)
from virtualcio.model.initiatives import DeliveryRisk
from virtualcio.model.inventory import AssetCategory, Criticality


@dataclass(frozen=True)
class Line:
    """`days` by pool; `cost` external, euros; `goals` strength by goal; `risks` share by risk."""

    name: str
    days: Mapping[str, int]
    cost: int
    goals: Mapping[str, int] = field(default_factory=dict)
    risks: Mapping[str, int] = field(default_factory=dict)
    duties: Sequence[str] = ()
    needs: Sequence[str] = ()
    remedies: Sequence[str] = ()
    hard_end: date | None = None
    risky: bool = False


@dataclass(frozen=True)
class Portfolio:
    """`goals`: weight in percent; `pools`: day rate; `risks`: (likelihood, impact) before and after;
    `duties`: until when; `unsupported`: end of support of things under a critical process.
    """

    goals: Mapping[str, int]
    pools: Mapping[str, int]
    risks: Mapping[str, tuple[tuple[int, int], tuple[int, int]]]
    duties: Mapping[str, date]
    unsupported: Mapping[str, date]
    lines: Sequence[Line]

    def records(self) -> list[Record]:
        goals = {name: plan.goal(name, weight) for name, weight in self.goals.items()}
        pools = {name: ResourcePool(name=name, day_rate=rate) for name, rate in self.pools.items()}  # type: ignore[arg-type]  # whole euros
        risks = {name: plan.risk(name, *scores) for name, scores in self.risks.items()}
        duties = {name: plan.duty(name, day) for name, day in self.duties.items()}
        work = Process(name="Kerngeschäft", criticality=Criticality.CRITICAL)
        things = {
            name: Asset(name=name, category=AssetCategory.SERVER, support_end=day)
            for name, day in self.unsupported.items()
        }
        initiatives = {
            line.name: plan.project(
                line.name,
                line.cost,
                hard_end=line.hard_end,
                delivery_risk=DeliveryRisk.HIGH if line.risky else DeliveryRisk.MEDIUM,
            )
            for line in self.lines
        }
        rows: list[Record] = [*goals.values(), *pools.values(), *risks.values(), *duties.values(), work]
        rows += [*things.values(), *initiatives.values(), *(used_by(one, work) for one in things.values())]
        for line in self.lines:
            rows += _links(line, initiatives, goals, pools, risks, duties, things)
        return rows


def _links(
    line: Line,
    initiatives: Mapping[str, Initiative],
    goals: Mapping[str, Goal],
    pools: Mapping[str, ResourcePool],
    risks: Mapping[str, Risk],
    duties: Mapping[str, Obligation],
    things: Mapping[str, Asset],
) -> list[Record]:
    one = initiatives[line.name]
    return [
        *(plan.takes(one, days, pools[name]) for name, days in line.days.items()),
        *(plan.serves(one, goals[name], strength) for name, strength in line.goals.items()),
        *(plan.lowers(one, risks[name], share) for name, share in line.risks.items()),
        *(plan.meets(one, duties[name]) for name in line.duties),
        *(plan.needs(one, initiatives[name]) for name in line.needs),
        *(InitiativeAsset(initiative_id=one.id, asset_id=things[name].id) for name in line.remedies),
    ]


def told(company: OpenCompany) -> tuple[list[str], list[tuple[str, str]]]:
    """Names of the musts in their order, and (name, kind) of the others in theirs."""
    found = company.results.ranking
    name = {one.id: one.name for one in company.data.all(Initiative)}
    return (
        [name[one.initiative_id] for one in found.must],
        [(name[one.initiative_id], one.kind.value) for one in found.ranked],
    )
