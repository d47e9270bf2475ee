"""Payments and costs that come again and again, in whole cents: what falls between two months is counted,
not listed, so that thousands of lines over many years are summed at once.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from virtualcio.analysis.calendar_days import days_in_month
from virtualcio.analysis.roadmap.month_numbers import first_day, month_number
from virtualcio.analysis.roadmap.spread import used_after

LAST_DAY = 31  # as a day of payment: the last one that the month has
NEVER = 10**6  # a month that no calendar reaches


class Run(NamedTuple):
    """`times` times `cents`, every `step` months from the month `first` on, on `day` of the month.

    `cover`: over how many months each is spread, cumulatively rounded; 1: all of it in the first one.
    It is at most `step`. From the month `until` on nothing is left of it.
    """

    first: int
    step: int
    times: int
    cents: int
    cover: int = 1
    day: int = LAST_DAY
    until: int = NEVER

    def up_to(self, month: int) -> int:
        """Cents in all months before `month`."""
        done = min(month, self.until) - self.first
        if done <= 0 or self.times <= 0:
            return 0
        full, rest = divmod(done, self.step)
        if full >= self.times:
            return self.times * self.cents
        if not rest:
            return full * self.cents
        if rest >= self.cover:
            return (full + 1) * self.cents
        return full * self.cents + used_after(self.cents, rest, self.cover)

    def touches(self, first: int, after: int) -> bool:
        """Whether any of it falls into the months from `first` to before `after`, whatever it amounts to."""
        last = self.first + (self.times - 1) * self.step + self.cover
        if self.times <= 0 or min(last, self.until, after) <= max(first, self.first):
            return False
        if self.step == self.cover:
            return True
        return any(
            self.first + number * self.step < after and self.first + number * self.step + self.cover > first
            for number in range(
                max(0, (first - self.first) // self.step),
                min(self.times, (after - self.first) // self.step + 1),
            )
        )

    def add_to(self, months: list[int], first: int) -> None:
        """Adds what falls into months to their cents; `months` begins with the month `first`."""
        begin, after = max(first, self.first), min(first + len(months), self.until)
        if self.cover == 1:
            skipped = -(-(begin - self.first) // self.step)
            for number in range(skipped, min(self.times, -(-(after - self.first) // self.step))):
                months[self.first + number * self.step - first] += self.cents
            return
        before = self.up_to(begin)
        for month in range(begin, min(after, self.first + self.times * self.step)):
            now = self.up_to(month + 1)
            months[month - first] += now - before
            before = now

    def parts(self, first: int, after: int) -> Iterator[tuple[int, int]]:
        """(month, cents) of all months from `first` to before `after` in which there is something."""
        begin = max(first, self.first)
        before = self.up_to(begin)
        for month in range(begin, min(after, self.until, self.first + self.times * self.step)):
            now = self.up_to(month + 1)
            if now != before:
                yield month, now - before
            before = now


def up_to(runs: Iterable[Run], month: int) -> int:
    """Cents of several runs in all months before `month`."""
    cents = 0
    for run in runs:
        cents += run.up_to(month)
    return cents


def day_in(month: int, day: int) -> date:
    """The day of a month; one that it lacks becomes its last."""
    begin = first_day(month)
    return begin.replace(day=min(day, days_in_month(begin.year, begin.month)))


def count_until(first: date, step: int, last: date) -> int:
    """How many payments, every `step` months from `first` on, fall on or before `last`."""
    if last < first:
        return 0
    number = (month_number(last) - month_number(first)) // step
    day = day_in(month_number(first) + number * step, first.day)
    return number + 1 if day <= last else number
