"""What a KPI shall come to: how far a value is on its way, and what is missing to say so."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from virtualcio.model import Kpi
from virtualcio.model.goals import Better, TargetKind


class Aim(StrEnum):
    """What the target of a KPI comes to (rules.md section 2)."""

    REACH = "reach"  # progress from baseline to target
    HOLD = "hold"  # at least as good as a value
    NEAR_BAND = "near_band"  # progress towards the band
    STAY_IN_BAND = "stay_in_band"  # the baseline is inside: hold


@dataclass(frozen=True)
class Target:
    """A target that something can be said about. `low` and `high`: None where nothing bounds that side.

    A value is good between `low` and `high`. `start` is the baseline that progress is counted from.
    """

    aim: Aim
    low: Fraction | None
    high: Fraction | None
    start: Fraction | None = None

    def met_by(self, value: Fraction) -> bool:
        return self.distance(value) == 0

    def distance(self, value: Fraction) -> Fraction:
        """From the nearest value that is good; 0 for a good one."""
        if self.low is not None and value < self.low:
            return self.low - value
        if self.high is not None and value > self.high:
            return value - self.high
        return Fraction(0)

    def progress(self, value: Fraction) -> Fraction | None:
        """0 at the baseline, 1 at the target, not capped; None for what is to be held."""
        if self.start is None:
            return None
        if self.aim is Aim.NEAR_BAND:
            return 1 - self.distance(value) / self.distance(self.start)
        goal = self.low if self.low is not None else self.high
        assert goal is not None
        return (value - self.start) / (goal - self.start)


def target_of(kpi: Kpi) -> Target | None:
    """None if it cannot be said what is good, or what progress is counted from."""
    if kpi.target_kind is TargetKind.BAND:
        return _band(kpi)
    if kpi.target_kind is TargetKind.HOLD:
        kept = kpi.baseline if kpi.target is None else kpi.target
        return None if kept is None else _one_sided(Aim.HOLD, kept, kpi.better)
    if kpi.target is None or kpi.baseline is None:
        return None
    if kpi.target == kpi.baseline:
        return _one_sided(Aim.HOLD, kpi.target, kpi.better)
    # The way from baseline to target says what is better, whatever else is chosen.
    better = Better.HIGHER if kpi.target > kpi.baseline else Better.LOWER
    return _one_sided(Aim.REACH, kpi.target, better, Fraction(kpi.baseline))


def _one_sided(aim: Aim, value: Decimal, better: Better, start: Fraction | None = None) -> Target:
    goal = Fraction(value)
    return Target(aim, goal, None, start) if better is Better.HIGHER else Target(aim, None, goal, start)


def _band(kpi: Kpi) -> Target | None:
    if kpi.band_from is None or kpi.band_to is None or kpi.baseline is None:
        return None
    low, high = sorted((Fraction(kpi.band_from), Fraction(kpi.band_to)))
    start = Fraction(kpi.baseline)
    if low <= start <= high:
        return Target(Aim.STAY_IN_BAND, low, high)
    return Target(Aim.NEAR_BAND, low, high, start)


def missing_in(kpi: Kpi) -> tuple[str, ...]:
    """What the KPI lacks, of "baseline", "baseline_on", "target", "target_on", "band", "owner", "goal".

    What is only held needs no days, and no baseline beside its target.
    """
    return tuple(_missing(kpi))


def _missing(kpi: Kpi) -> Iterator[str]:
    target = target_of(kpi)
    on_a_way = target is None or target.start is not None
    if kpi.target_kind is TargetKind.HOLD:
        if target is None:
            yield "target"
    else:
        if kpi.baseline is None:
            yield "baseline"
        if kpi.baseline_on is None and on_a_way:
            yield "baseline_on"
        if kpi.target_kind is TargetKind.BAND:
            if kpi.band_from is None or kpi.band_to is None:
                yield "band"
        elif kpi.target is None:
            yield "target"
        if kpi.target_on is None and on_a_way:
            yield "target_on"
    if kpi.owner_id is None:
        yield "owner"
    if kpi.goal_id is None:
        yield "goal"
