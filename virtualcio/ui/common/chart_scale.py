"""Axes that people can read: round steps, thousands where the numbers are large."""

import math
from dataclasses import dataclass
from decimal import Decimal

from virtualcio import formats
from virtualcio.texts import _, mark

_STEPS = (1, 2, 2.5, 5, 10)
_THOUSANDS_FROM = Decimal(10_000)


@dataclass(frozen=True)
class MoneyUnit:
    """In what the amounts of one chart are written; `divisor` euros are one of it."""

    divisor: int
    title: str  # message id

    def text(self, amount: Decimal, places: int = 0) -> str:
        return formats.number(amount / self.divisor, places)

    def label(self, amount: Decimal) -> str:
        """A value beside a bar or line: thousands below ten keep one decimal, so that 1,400 is not "1"."""
        scaled = amount / self.divisor
        return formats.number(scaled, 1 if self.divisor > 1 and 0 < abs(scaled) < 10 else 0)


EUROS = MoneyUnit(1, mark("€"))
THOUSANDS = MoneyUnit(1000, mark("thousand €"))


def unit_for(largest: Decimal) -> MoneyUnit:
    """Thousands as soon as plain euros would need five digits."""
    return THOUSANDS if largest >= _THOUSANDS_FROM else EUROS


def unit_title(unit: MoneyUnit) -> str:
    return _(unit.title)


@dataclass(frozen=True)
class Scale:
    """A value axis from 0 to `top` with a line at each multiple of `step` (in the unit of the values)."""

    top: float
    step: float

    @property
    def ticks(self) -> tuple[float, ...]:
        return tuple(self.step * count for count in range(round(self.top / self.step) + 1))

    def share(self, value: Decimal | float) -> float:
        """How far up the axis `value` stands: 0 at the bottom, 1 at the top."""
        return float(value) / self.top

    def places(self, unit: MoneyUnit) -> int:
        """Decimal places that the tick labels need."""
        step = self.step / unit.divisor
        return 0 if step == int(step) else 1


def scale_for(largest: Decimal | float, ticks: int = 4) -> Scale:
    """The scale with about `ticks` round steps that holds `largest`; 0 to 1 if there is nothing to show."""
    wanted = float(largest)
    if wanted <= 0:
        return Scale(1.0, 1.0)
    step = round_step(wanted / ticks)
    count = max(1, math.ceil(wanted / step - 1e-9))
    return Scale(step * count, step)


def round_step(least: float) -> float:
    """The next round number from `least` on, which is above 0: 1, 2, 2.5 or 5 with zeros."""
    size = 10.0 ** math.floor(math.log10(least))
    return next(size * factor for factor in _STEPS if size * factor >= least * 0.999_999)


def round_values(least: float, most: float, count: int) -> tuple[float, ...]:
    """Multiples of a round step between two values, about `count` of them."""
    step = round_step((most - least) / count)
    first, last = math.ceil(least / step - 1e-9), math.floor(most / step + 1e-9)
    return tuple(step * at for at in range(first, last + 1))
