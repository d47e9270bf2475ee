"""What the one page of the first talk shows."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from virtualcio.analysis.checks.finding import Finding
from virtualcio.analysis.first_talk.cio_models import CioModelCost
from virtualcio.analysis.first_talk.next_dates import NextDate
from virtualcio.analysis.first_talk.questions import Progress
from virtualcio.analysis.first_talk.sites import Site
from virtualcio.analysis.first_talk.talk_maturity import AreaLevel
from virtualcio.analysis.goals.maturity import MaturityGrid
from virtualcio.analysis.priorities.kinds import InitiativeKind
from virtualcio.analysis.priorities.ranking import Ranked
from virtualcio.model.goals import MaturityDimension

MOST_CHANCES = 3
_SAVINGS = ("unused_seats", "two_tools_one_purpose", "contract_for_retired")  # rules whose money can be kept


class ChanceKind(StrEnum):
    INITIATIVE = "initiative"  # a quick win of the company's own list
    SAVING = "saving"
    AIM = "aim"
    TRADE = "trade"  # a goal that is usual in the trade and that the company has not


@dataclass(frozen=True)
class Chance:
    """`key`: of the initiative, the aim or the template of a goal; a saving is told by its finding."""

    kind: ChanceKind
    key: str = ""
    finding: Finding | None = None


@dataclass(frozen=True)
class RatedDimension:
    """The mean of all departments' ratings in one dimension, 1 to 5 with one place."""

    dimension: MaturityDimension
    level: Decimal


@dataclass(frozen=True)
class TalkResult:
    """`levels` are told by the answers; `rated` stands in their place once departments are rated.
    `said`: the answers by question; `known`: questions that the file answers by itself.
    """

    progress: Progress
    said: Mapping[str, str]
    known: frozenset[str]
    sites: Sequence[Site]
    chances: Sequence[Chance]
    dates: Sequence[NextDate]
    levels: Sequence[AreaLevel]
    rated: Sequence[RatedDimension]
    models: Sequence[CioModelCost]

    @property
    def answered(self) -> int:
        return self.progress.answered

    @property
    def total(self) -> int:
        return self.progress.total

    @property
    def complete(self) -> bool:
        return self.progress.next_key is None


def chances(
    ranked: Iterable[Ranked], findings: Iterable[Finding], aims: Iterable[str], usual: Iterable[str]
) -> Sequence[Chance]:
    """Three: two quick wins of the ranking, what can be saved (most money first), the aims, and then goals
    that are usual in the trade, weightiest first.
    """
    wins = [
        Chance(ChanceKind.INITIATIVE, one.initiative_id)
        for one in ranked
        if one.kind is InitiativeKind.QUICK_WIN
    ]
    savings = [one for one in findings if one.check_id in _SAVINGS]
    savings.sort(key=lambda one: -(one.money or Decimal(0)))
    found = [*wins[:2], *(Chance(ChanceKind.SAVING, finding=one) for one in savings[:1])]
    found += [Chance(ChanceKind.AIM, aim) for aim in aims]
    found += [Chance(ChanceKind.TRADE, key) for key in usual]
    return found[:MOST_CHANCES]


def rated_dimensions(grid: MaturityGrid) -> Sequence[RatedDimension]:
    """The weakest four dimensions that departments are rated in, weakest first."""
    found = []
    for dimension in grid.dimensions:
        levels = [
            cell.today
            for row in grid.departments
            if (cell := row.cells.get(dimension)) is not None and cell.today is not None
        ]
        if levels:
            mean = (Decimal(sum(levels)) / len(levels)).quantize(Decimal("0.1"))
            found.append(RatedDimension(dimension, mean))
    return sorted(found, key=lambda one: one.level)[:4]
