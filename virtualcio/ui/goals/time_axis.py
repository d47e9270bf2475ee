"""Axes of the KPI plot: days with as many labels as there is room for, values as the language writes them.
Uses pyqtgraph, so that it is imported only with the plot.
"""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pyqtgraph as pg

from virtualcio import formats

_LABEL = 44  # px that a label needs
_MONTH = 30.44  # days
_STEPS = (1, 3, 6, 12, 24, 60, 120)  # months between two labels


class TimeAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Days as ordinals: '04/2025', 'Q2 25' or '2025', by how far the plot is zoomed in."""

    def tickValues(self, least: float, most: float, size: float) -> list[tuple[float, list[float]]]:
        most_labels = max(1.0, size / _LABEL)
        months = (most - least) / _MONTH
        step = next((one for one in _STEPS if months / one <= most_labels), _STEPS[-1])
        first = date.fromordinal(max(1, int(least)))
        year, month = first.year, 1
        if step > 12:
            year -= year % (step // 12)
        ticks = []
        while year < 9999 and (day := date(max(1, year), month, 1)).toordinal() <= most:
            if day.toordinal() >= least:
                ticks.append(float(day.toordinal()))
            month += step
            year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
        return [(step * _MONTH, ticks)]

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        days = [date.fromordinal(int(value)) for value in values]
        if spacing < 2 * _MONTH:
            return [formats.month(day) for day in days]
        if spacing < 11 * _MONTH:
            return [f"Q{(day.month + 2) // 3} {day.year % 100:02d}" for day in days]
        return [str(day.year) for day in days]


class ValueAxis(pg.AxisItem):  # type: ignore[misc]  # pyqtgraph has no types
    """Values of a KPI."""

    def tickStrings(self, values: Sequence[float], _scale: float, spacing: float) -> list[str]:
        places = 0 if spacing >= 1 else 1 if spacing >= 0.1 else 2
        return [formats.number(Decimal(str(round(value, 6))), places) for value in values]
