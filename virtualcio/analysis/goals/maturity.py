"""How far departments and IT have come together: ten dimensions, rated 1 to 5, and what lies in that."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from types import MappingProxyType

from virtualcio.analysis.calendar_days import add_years
from virtualcio.model import Department, GoalDepartment, MaturityRating
from virtualcio.model.company_data import CompanyData
from virtualcio.model.goals import MaturityDimension

BEST = 5


@dataclass(frozen=True)
class Cell:
    """A rating of one department in one dimension. `old`: made more than a year ago, or nobody knows when."""

    rating_id: str
    today: int | None
    wanted: int | None
    rated_on: date | None
    old: bool


@dataclass(frozen=True)
class DepartmentRow:
    """`mean_today` is the mean of today's ratings, `goal_weight` the share of all goals that the department
    carries (a goal of several departments counts for each), `potential` = goal_weight × mean ÷ 5.
    """

    department_id: str
    cells: Mapping[MaturityDimension, Cell]
    mean_today: Fraction | None
    goal_weight: Fraction
    potential: Fraction | None


@dataclass(frozen=True)
class MaturityGrid:
    """Departments in the order they were made. `mean_today` is over all ratings of all departments."""

    departments: tuple[DepartmentRow, ...]
    dimensions: tuple[MaturityDimension, ...]
    mean_today: Fraction | None
    old_ratings: int


def maturity_grid(data: CompanyData, weights: Mapping[str, Fraction], today: date) -> MaturityGrid:
    """All departments × dimensions. `weights` are the normalised ones of open goals, by key.

    Source: rules.md section 2; potential = goal weight the department carries × mean of today's ratings ÷ 5.
    """
    rows = tuple(_row(data, department, weights, today) for department in data.all(Department))
    cells = [cell for row in rows for cell in row.cells.values()]
    return MaturityGrid(
        departments=rows,
        dimensions=tuple(MaturityDimension),
        mean_today=_mean([cell.today for cell in cells if cell.today is not None]),
        old_ratings=len([cell for cell in cells if cell.old]),
    )


def _row(
    data: CompanyData, department: Department, weights: Mapping[str, Fraction], today: date
) -> DepartmentRow:
    cells = _cells(data.where(MaturityRating, "department_id", department.id), today)
    carried = {link.goal_id for link in data.where(GoalDepartment, "department_id", department.id)}
    weight = sum((weights.get(goal_id, Fraction(0)) for goal_id in carried), Fraction(0))
    mean = _mean([cell.today for cell in cells.values() if cell.today is not None])
    potential = None if mean is None else weight * mean / BEST
    return DepartmentRow(department.id, MappingProxyType(cells), mean, weight, potential)


def _cells(ratings: Sequence[MaturityRating], today: date) -> dict[MaturityDimension, Cell]:
    """In the order of the dimensions. Of two ratings of one dimension the later one counts."""
    latest: dict[MaturityDimension, MaturityRating] = {}
    for one in sorted(ratings, key=lambda one: one.rated_on or date.min):
        latest[one.dimension] = one
    return {
        dimension: _cell(latest[dimension], today) for dimension in MaturityDimension if dimension in latest
    }


def _cell(rating: MaturityRating, today: date) -> Cell:
    old = rating.today is not None and is_old(rating.rated_on, today)
    return Cell(rating.id, rating.today, rating.wanted, rating.rated_on, old)


def is_old(rated_on: date | None, today: date) -> bool:
    """Older than a year by anniversaries, or of an unknown day."""
    return rated_on is None or add_years(rated_on, 1) < today


def _mean(values: Sequence[int]) -> Fraction | None:
    return Fraction(sum(values), len(values)) if values else None
