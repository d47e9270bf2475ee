"""What a chart shows, as plain frozen data: the same data is painted, read out and shown as a table."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from virtualcio import formats
from virtualcio.texts import _


@dataclass(frozen=True)
class StackedBar:
    """One column: `values` in the order of the parts (euros), `total` as the results name it."""

    label: str
    values: tuple[Decimal, ...]
    total: Decimal
    alarm: bool = False  # what is overdue already: red shades and a red label
    plan: Decimal | None = None  # a mark beside the bar
    note: str = ""  # one more line in the read-out


@dataclass(frozen=True)
class StackedBars:
    """Columns of the same parts; `title` names the column of labels in the table."""

    title: str
    parts: tuple[str, ...]
    bars: tuple[StackedBar, ...]
    plan_title: str = ""

    @property
    def largest(self) -> Decimal:
        return max((max(bar.total, bar.plan or Decimal(0)) for bar in self.bars), default=Decimal(0))

    @property
    def is_empty(self) -> bool:
        return self.largest <= 0


class LineRole(StrEnum):
    """Decides colour and dashes of a line."""

    ALARM = "alarm"
    PLAN = "plan"
    CALM = "calm"


@dataclass(frozen=True)
class Line:
    """One curve: a value (euros) for each day of the chart."""

    title: str  # stands at its end
    values: tuple[Decimal, ...]
    role: LineRole


@dataclass(frozen=True)
class Lines:
    """Curves over the same days."""

    title: str
    days: tuple[date, ...]
    lines: tuple[Line, ...]
    day_labels: tuple[str, ...]  # short, for the axis
    today: date | None = None

    @property
    def largest(self) -> Decimal:
        return max((value for line in self.lines for value in line.values), default=Decimal(0))

    @property
    def is_empty(self) -> bool:
        return not self.days or not self.lines


@dataclass(frozen=True)
class ChartTable:
    """A chart as a table: every number that it shows, in whole euros."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def as_text(self) -> str:
        """Tab-separated, as spreadsheets take it from the clipboard."""
        return "\n".join("\t".join(row) for row in (self.header, *self.rows)) + "\n"


def table_of(data: StackedBars | Lines) -> ChartTable:
    """The numbers behind a chart."""
    return _table_of_bars(data) if isinstance(data, StackedBars) else _table_of_lines(data)


def _table_of_bars(data: StackedBars) -> ChartTable:
    header = [data.title, *data.parts, _("Total")]
    if data.plan_title:
        header.append(data.plan_title)
    rows = []
    for bar in data.bars:
        row = [bar.label, *_amounts(bar.values), formats.money_short(bar.total)]
        if data.plan_title:
            row.append(formats.money_short(bar.plan))
        rows.append(tuple(row))
    return ChartTable(tuple(header), tuple(rows))


def _table_of_lines(data: Lines) -> ChartTable:
    header = (data.title, *(line.title for line in data.lines))
    rows = (
        (formats.day(day), *_amounts([line.values[index] for line in data.lines]))
        for index, day in enumerate(data.days)
    )
    return ChartTable(header, tuple(rows))


def _amounts(values: Sequence[Decimal]) -> tuple[str, ...]:
    return tuple(formats.money_short(value) for value in values)
