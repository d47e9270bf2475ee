"""The budget as tables: lines added up by what they have in common, by year, quarter or month.

Lines for several goals or processes are split so that each view adds up to the plain sum, to the cent.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from itertools import pairwise

from virtualcio.analysis.budget.fiscal import Period, PlanYears, Step, periods
from virtualcio.analysis.budget.lines import Basis, Line, split
from virtualcio.analysis.roadmap.spread import amount_of, amounts
from virtualcio.model import Goal, Person, Process, Record, Supplier

__all__ = ["Basis", "BudgetRow", "BudgetTable", "GroupBy", "budget_table", "vectors"]


class GroupBy(StrEnum):
    CATEGORY = "category"
    GOAL = "goal"
    PROCESS = "process"
    OWNER = "owner"
    SUPPLIER = "supplier"
    CHANGE = "change"  # run, grow, transform
    KIND = "kind"
    ORIGIN = "origin"
    COST_CENTRE = "cost_centre"


# Where a group is a record, its kind; the others are choices or words.
RECORD_OF_GROUP: Mapping[GroupBy, type[Record]] = {
    GroupBy.GOAL: Goal,
    GroupBy.PROCESS: Process,
    GroupBy.OWNER: Person,
    GroupBy.SUPPLIER: Supplier,
}

Vector = list[int]
Parts = Sequence[tuple[str | None, int]]  # group and weight
_WITHOUT: Parts = ((None, 1),)


@dataclass(frozen=True)
class BudgetRow:
    """A group. `key`: of its record, or the value of the choice; None for lines without one.

    `amounts` by column. `lines`: keys of the lines in it; `unknown` of them have no known amount.
    """

    key: str | None
    amounts: tuple[Decimal, ...]
    total: Decimal
    lines: tuple[str, ...]
    unknown: int


@dataclass(frozen=True)
class BudgetTable:
    """Largest groups first, what has no group last. `record_kind`: of the groups, None for choices."""

    basis: Basis
    group_by: GroupBy
    record_kind: type[Record] | None
    columns: tuple[Period, ...]
    rows: tuple[BudgetRow, ...]
    totals: tuple[Decimal, ...]
    total: Decimal


def _parts(group_by: GroupBy) -> Callable[[Line], Parts]:
    """The groups of a line, with the weights by which it is split among them."""
    match group_by:
        case GroupBy.GOAL:
            return lambda line: tuple(zip(line.goal_ids, line.goal_weights, strict=True)) or _WITHOUT
        case GroupBy.PROCESS:
            return lambda line: tuple((key, 1) for key in line.process_ids) or _WITHOUT
        case GroupBy.OWNER:
            return lambda line: ((line.owner_id, 1),)
        case GroupBy.SUPPLIER:
            return lambda line: ((line.supplier_id, 1),)
        case GroupBy.CATEGORY:
            return lambda line: ((line.category.value, 1),)
        case GroupBy.CHANGE:
            return lambda line: ((line.change.value, 1),)
        case GroupBy.KIND:
            return lambda line: ((line.kind.value, 1),)
        case GroupBy.ORIGIN:
            return lambda line: ((line.origin.value, 1),)
        case GroupBy.COST_CENTRE:
            return lambda line: ((line.cost_centre or None, 1),)


def _by_group(
    lines: Iterable[Line], basis: Basis, group_by: GroupBy, marks: Sequence[int]
) -> Mapping[str | None, tuple[list[Sequence[int]], list[Line]]]:
    """Running sums and lines of each group, of lines that have anything in these months."""
    parts_of = _parts(group_by)
    found: dict[str | None, tuple[list[Sequence[int]], list[Line]]] = {}
    for line in lines:
        if not line.runs(basis):
            continue
        sums = line.sums(basis, marks)
        if sums.count(sums[0]) == len(sums) and not (line.unknown and line.touches(marks[0], marks[-1])):
            continue
        parts = parts_of(line)
        for (key, _weight), share in zip(parts, _shares(line, basis, group_by, sums, parts), strict=True):
            group = found.get(key)
            if group is None:
                group = found[key] = ([], [])
            group[0].append(share)
            group[1].append(line)
    return found


def _shares(
    line: Line, basis: Basis, group_by: GroupBy, sums: Sequence[int], parts: Parts
) -> Sequence[Sequence[int]]:
    if len(parts) == 1:
        return (sums,)
    if group_by is GroupBy.GOAL and sums is line.sums(basis, line.plan.marks):
        return line.shares(basis)
    return split(sums, [weight for _key, weight in parts])


def added(sums: Sequence[Sequence[int]], count: int) -> Vector:
    """Column by column."""
    return [sum(column) for column in zip(*sums, strict=True)] if sums else [0] * count


def differences(sums: Sequence[int]) -> Vector:
    """What each column adds to the running sum."""
    return [after - before for before, after in pairwise(sums)]


def vectors(
    lines: Iterable[Line], basis: Basis, group_by: GroupBy, marks: Sequence[int]
) -> Mapping[str | None, Vector]:
    """Cents by group and column."""
    groups = _by_group(lines, basis, group_by, marks)
    return {key: differences(added(sums, len(marks))) for key, (sums, _lines) in groups.items()}


def budget_table(
    lines: Iterable[Line],
    plan: PlanYears,
    basis: Basis,
    group_by: GroupBy,
    year: int | None = None,
    step: Step = Step.YEAR,
) -> BudgetTable:
    """All years, or one of them by its quarters or months. KeyError if the budget does not look at it."""
    marks, columns = periods(plan, step, year)
    if tuple(marks) == plan.marks:
        marks = plan.marks  # the sums that lines remember
    groups = _by_group(lines, basis, group_by, marks)
    cents = {key: differences(added(sums, len(marks))) for key, (sums, _lines) in groups.items()}
    order = sorted(groups, key=lambda key: (key is None, -sum(cents[key]), key or ""))
    totals = added(list(cents.values()), len(columns))
    return BudgetTable(
        basis=basis,
        group_by=group_by,
        record_kind=RECORD_OF_GROUP.get(group_by),
        columns=columns,
        rows=tuple(
            BudgetRow(
                key,
                amounts(cents[key]),
                amount_of(sum(cents[key])),
                tuple(line.key for line in groups[key][1]),
                sum(line.unknown for line in groups[key][1]),
            )
            for key in order
        ),
        totals=amounts(totals),
        total=amount_of(sum(totals)),
    )
