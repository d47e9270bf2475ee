"""What an application costs in the five fiscal years from this one on: paid, not discounted. Source: rules.md
section 5.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from math import lcm

from virtualcio.analysis.budget.fiscal import PlanYears
from virtualcio.analysis.budget.lines import Basis, Line, split
from virtualcio.analysis.roadmap.spread import amount_of
from virtualcio.model import (
    AssetApplication,
    ContractApplication,
    ContractAsset,
    InitiativeApplication,
)
from virtualcio.model.company_data import CompanyData

YEARS = 5


class CostPart(StrEnum):
    """Why money counts for an application, the nearest first."""

    OWN = "own"  # lines that name it, and its own remedy
    CONTRACT = "contract"
    INITIATIVE = "initiative"
    ASSET = "asset"  # its share of what carries it


@dataclass(frozen=True)
class LineShare:
    """A line of the budget, and what of it is for the application."""

    line: str
    name: str
    part: CostPart
    amount: Decimal


@dataclass(frozen=True)
class ApplicationCost:
    """By fiscal year and by part. `lines`: the dearest first; `unknown`: names of lines without an amount."""

    years: tuple[int, ...]
    amounts: tuple[Decimal, ...]
    total: Decimal
    parts: Mapping[CostPart, Decimal]
    lines: tuple[LineShare, ...]
    unknown: tuple[str, ...]


Targets = Sequence[tuple[str | None, int]]  # application (None: what carries nothing), and weight


def application_costs(
    data: CompanyData, paid_lines: Iterable[Line], plan: PlanYears
) -> Mapping[str, ApplicationCost]:
    """By key, of all applications that cost anything. What is for several is split evenly, to the cent.

    Fiscal years beyond those of the budget are not counted.
    """
    first = plan.position(plan.this_year)
    years = tuple(one.year for one in plan.years[first : first + YEARS])
    found: dict[str, list[tuple[Line, CostPart, Sequence[int]]]] = {}
    for line in paid_lines:
        part, targets = _targets(data, line)
        if not any(key is not None for key, _weight in targets):
            continue
        sums = line.sums(Basis.CASH, plan.marks)
        shares = split(sums, [weight for _key, weight in targets])
        for (key, _weight), share in zip(targets, shares, strict=True):
            if key is not None:
                found.setdefault(key, []).append((line, part, share))
    return {key: _cost(rows, years, first) for key, rows in found.items()}


def _targets(data: CompanyData, line: Line) -> tuple[CostPart, Targets]:
    """The applications of a line: its own, else those of its contract, its initiative, what it is about."""
    if line.application_id is not None:
        return CostPart.OWN, ((line.application_id, 1),)
    if line.contract_id is not None:
        served = data.where(ContractApplication, "contract_id", line.contract_id)
        if served:
            return CostPart.CONTRACT, tuple((row.application_id, 1) for row in served)
        assets = data.where(ContractAsset, "contract_id", line.contract_id)
        return CostPart.ASSET, _carried(data, [row.asset_id for row in assets])
    if line.initiative_id is not None:
        changed = data.where(InitiativeApplication, "initiative_id", line.initiative_id)
        return CostPart.INITIATIVE, tuple((row.application_id, 1) for row in changed)
    if line.asset_id is not None:
        return CostPart.ASSET, _carried(data, [line.asset_id])
    return CostPart.OWN, ()


def _carried(data: CompanyData, assets: Sequence[str]) -> Targets:
    """Each asset counts the same, as does each application on it; one that carries none keeps its part."""
    on_each: list[list[str | None]] = [
        [row.application_id for row in data.where(AssetApplication, "asset_id", key)] for key in assets
    ]
    whole = lcm(*(max(len(keys), 1) for keys in on_each))
    return tuple((key, whole // max(len(keys), 1)) for keys in on_each for key in (keys or [None]))


def _cost(
    rows: Sequence[tuple[Line, CostPart, Sequence[int]]], years: tuple[int, ...], first: int
) -> ApplicationCost:
    by_year = [0] * len(years)
    parts = dict.fromkeys(CostPart, 0)
    lines: list[LineShare] = []
    for line, part, sums in rows:
        for at in range(len(years)):
            by_year[at] += sums[first + at + 1] - sums[first + at]
        cents = sums[first + len(years)] - sums[first]
        parts[part] += cents
        if cents:
            lines.append(LineShare(line.key, line.name, part, amount_of(cents)))
    return ApplicationCost(
        years=years,
        amounts=tuple(map(amount_of, by_year)),
        total=amount_of(sum(by_year)),
        parts={part: amount_of(cents) for part, cents in parts.items() if cents},
        lines=tuple(sorted(lines, key=lambda one: (-one.amount, one.name))),
        unknown=tuple(_without_amount(line for line, _part, _sums in rows)),
    )


def _without_amount(lines: Iterable[Line]) -> Iterator[str]:
    return (line.name for line in lines if line.unknown)
