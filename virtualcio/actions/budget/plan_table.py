"""The multi-year plan as rows of words and amounts: groups, their lines, the sum, and what is not known."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from virtualcio import formats
from virtualcio.actions.budget.plan_remarks import PlanRemark, plan_remarks
from virtualcio.actions.budget.plan_words import (
    all_invested,
    group_title,
    kind_words,
    origin_words,
    owner_words,
    period_words,
    row_title,
    year_name,
)
from virtualcio.actions.tone import Tone
from virtualcio.analysis.budget.fiscal import Step
from virtualcio.analysis.budget.lines import Basis, Line
from virtualcio.analysis.budget.views import BudgetRow, BudgetTable, GroupBy, budget_table
from virtualcio.analysis.budget.year_figures import CategoryFigures, YearFigures
from virtualcio.model import Record
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

NAME, KIND, OWNER, FIRST_AMOUNT = range(4)
# In the order in which they are offered.
GROUPS = (
    GroupBy.CATEGORY, GroupBy.GOAL, GroupBy.PROCESS, GroupBy.OWNER, GroupBy.SUPPLIER, GroupBy.CHANGE,
    GroupBy.KIND, GroupBy.ORIGIN, GroupBy.COST_CENTRE,
)  # fmt: skip
_WITHOUT = "without"  # key of the row of what belongs nowhere


class Span(StrEnum):
    """What the columns are: the plan's years, or the parts of one."""

    YEARS = "years"
    QUARTERS = "quarters"
    MONTHS = "months"


@dataclass(frozen=True)
class PlanChoice:
    """The view that somebody chose. `year`: the first year shown, or the one in parts; `opened`: keys of the
    groups whose lines are shown."""

    basis: Basis
    group_by: GroupBy
    span: Span
    year: int
    opened: frozenset[str] = frozenset()

    def with_(self, **changes: Any) -> "PlanChoice":
        """The same view but for these fields; other groups have other keys, so they are closed."""
        made = replace(self, **changes)
        return replace(made, opened=frozenset()) if made.group_by != self.group_by else made


@dataclass(frozen=True)
class PlanRow:
    """A group, a line in it (`group` is the key of its group), or the sum. In the language of the interface.

    `open`: whether its lines are shown, None if it has none to show. `record_kind` and `record_id`: what a
    line comes from.
    """

    key: str
    name: str
    cells: tuple[str, ...]
    kind: str = ""
    kind_tone: Tone = Tone.NEUTRAL
    is_investment: bool = False
    owner: str = ""
    remark: str = ""
    remark_tone: Tone = Tone.NEUTRAL
    open: bool | None = None
    group: str = ""
    record_kind: type[Record] | None = None
    record_id: str = ""
    is_total: bool = False


@dataclass(frozen=True)
class PlanTable:
    """`strong`: columns whose amounts stand out."""

    header: tuple[str, ...]
    rows: tuple[PlanRow, ...]
    remarks: tuple[PlanRemark, ...]
    strong: frozenset[int] = frozenset()


_STEPS = {Span.YEARS: Step.YEAR, Span.QUARTERS: Step.QUARTER, Span.MONTHS: Step.MONTH}


@dataclass(frozen=True)
class _View:
    """One view while it is put together: `first` columns of the results' table are left out."""

    company: "OpenCompany"
    choice: PlanChoice
    table: BudgetTable
    first: int
    year: YearFigures | None  # with it actual costs and forecast stand beside the plan of the first year


def plan_table(company: "OpenCompany", choice: PlanChoice) -> PlanTable:
    """The plan in the chosen view. Actual costs and forecast stand beside the plan of the first year where
    it is by category, because the books know nothing finer.
    """
    view = _view(company, choice)
    rows: list[PlanRow] = []
    for row in view.table.rows:
        rows.extend(_group_rows(view, row))
    if rows:
        rows.append(_total_row(view))
    strong = frozenset({FIRST_AMOUNT + 2}) if view.year is not None else frozenset[int]()
    return PlanTable(_header(view), tuple(rows), plan_remarks(company, choice.basis, choice.year), strong)


def plan_numbers(
    company: "OpenCompany", choice: PlanChoice
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Titles and rows of the view with all groups open, to copy and to save."""
    table = company.results.budget_table(choice.basis, choice.group_by)
    opened = frozenset(_key(row) for row in table.rows)
    plan = plan_table(company, replace(choice, opened=opened))
    return plan.header, tuple(
        (f"    {row.name}" if row.group else row.name, row.kind, row.owner, *row.cells) for row in plan.rows
    )


def _view(company: "OpenCompany", choice: PlanChoice) -> _View:
    results = company.results
    if choice.span is not Span.YEARS:
        step = _STEPS[choice.span]
        table = results.budget_table(choice.basis, choice.group_by, choice.year, step)
        return _View(company, choice, table, 0, None)
    table = results.budget_table(choice.basis, choice.group_by)
    first = results.plan_years.position(choice.year)
    figures = results.year_figures(choice.year, choice.basis)
    known = choice.group_by is GroupBy.CATEGORY and figures.actual is not None
    return _View(company, choice, table, first, figures if known else None)


def _header(view: _View) -> tuple[str, ...]:
    words = [group_title(view.choice.group_by), _("Kind"), group_title(GroupBy.OWNER)]
    columns = [period_words(view.company, one) for one in view.table.columns[view.first :]]
    if view.year is not None:
        name = year_name(view.company, view.choice.year)
        titles = (_("Plan {year}"), _("Actual {year}"), _("Forecast {year}"))
        columns[:1] = [title.format(year=name) for title in titles]
    if view.choice.span is not Span.YEARS:
        columns.append(_("Total"))
    return (*words, *columns)


def _key(row: BudgetRow) -> str:
    return row.key if row.key is not None else _WITHOUT


def _cells(view: _View, amounts: Sequence[Decimal], total: Decimal) -> list[str]:
    cells = [formats.number(amount) for amount in amounts[view.first :]]
    if view.choice.span is not Span.YEARS:
        cells.append(formats.number(total))
    return cells


def _group_rows(view: _View, row: BudgetRow) -> list[PlanRow]:
    """The group, and its lines if it is open. Groups without any amount in the columns are left out."""
    company, key = view.company, _key(row)
    lines = [company.results.budget_line(one) for one in row.lines]
    cells = _cells(view, row.amounts, row.total)
    figures = _figures(view, row)
    if not any(row.amounts[view.first :]) and not row.unknown and (figures is None or not figures.actual):
        return []
    if view.year is not None:
        known = (figures.actual, figures.forecast) if figures is not None else (None, None)
        cells[1:1] = [formats.number(amount) for amount in known]
    opened = key in view.choice.opened
    group = PlanRow(
        key=key,
        name=row_title(company, view.choice.group_by, row),
        cells=tuple(cells),
        kind=kind_words(lines),
        is_investment=all_invested(lines),
        owner=owner_words(company, lines),
        open=opened if lines else None,
    )
    return [group, *(_line_rows(view, row, lines, key) if opened else [])]


def _figures(view: _View, row: BudgetRow) -> CategoryFigures | None:
    if view.year is None:
        return None
    return next((one for one in view.year.rows if one.category.value == row.key), None)


def _line_rows(view: _View, row: BudgetRow, lines: Sequence[Line], group: str) -> list[PlanRow]:
    """The lines of a group with their part in it, the dearest first."""
    choice = view.choice
    year = None if choice.span is Span.YEARS else choice.year
    found = []
    for line in lines:
        plan = view.company.results.plan_years
        alone = budget_table([line], plan, choice.basis, choice.group_by, year, _STEPS[choice.span])
        part = next((one for one in alone.rows if one.key == row.key), None)
        if part is None or not (any(part.amounts[view.first :]) or line.unknown):
            continue
        cells = [cell if cell != "0" else "" for cell in _cells(view, part.amounts, part.total)]
        if view.year is not None:
            cells[1:1] = ["", ""]
        made = PlanRow(
            key=f"{group}/{line.key}",
            name=line.name,
            cells=tuple(cells),
            kind=kind_words([line]),
            is_investment=all_invested([line]),
            owner=owner_words(view.company, [line]),
            remark=origin_words(line),
            remark_tone=Tone.WATCH if line.unknown else Tone.NEUTRAL,
            group=group,
            record_kind=line.record_kind,
            record_id=line.record_id,
        )
        found.append((part.total, made))
    found.sort(key=lambda one: (-one[0], one[1].name))
    return [made for _total, made in found]


def _total_row(view: _View) -> PlanRow:
    cells = _cells(view, view.table.totals, view.table.total)
    if view.year is not None:
        cells[1:1] = [formats.number(view.year.actual), formats.number(view.year.forecast)]
    return PlanRow("total", _("Total"), tuple(cells), is_total=True)
