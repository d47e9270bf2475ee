"""The maturity of departments in words: rows with their figures, and what a level means."""

from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.cells import fold
from virtualcio.actions.goals.goal_choice_titles import DIMENSIONS, WAYS_OF_WORKING
from virtualcio.analysis.goals.maturity import Cell, DepartmentRow
from virtualcio.exchange.kpi_catalogue import maturity_words
from virtualcio.model import Department
from virtualcio.model.goals import MaturityDimension
from virtualcio.texts import _

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True)
class MaturityRow:
    """One department. `way` is how it works with IT, "" where nobody said so."""

    department_id: str
    name: str
    way: str
    cells: dict[MaturityDimension, Cell]
    mean: str
    weight: str
    potential: str


def dimension_title(dimension: MaturityDimension) -> str:
    return _(DIMENSIONS[dimension])


def maturity_rows(company: "OpenCompany") -> tuple[MaturityRow, ...]:
    """Departments, those with the largest potential first; without one by name."""
    rows = company.results.maturity.departments
    departments = {one.id: one for one in company.data.all(Department)}
    ordered = sorted(
        rows, key=lambda row: (-(row.potential or Fraction(0)), fold(departments[row.department_id].name))
    )
    return tuple(_row(departments[row.department_id], row) for row in ordered)


def _row(department: Department, row: DepartmentRow) -> MaturityRow:
    way = department.way_of_working
    return MaturityRow(
        department_id=department.id,
        name=department.name,
        way="" if way is None else _(WAYS_OF_WORKING[way]),
        cells=dict(row.cells),
        mean=_decimal(row.mean_today),
        weight=_percent(row.goal_weight),
        potential=_percent(row.potential),
    )


def _decimal(value: Fraction | None) -> str:
    if value is None:
        return formats.NO_VALUE
    return formats.number(Decimal(value.numerator) / Decimal(value.denominator), 1)


def _percent(value: Fraction | None) -> str:
    if value is None:
        return formats.NO_VALUE
    return formats.percent(Decimal(value.numerator * 100) / Decimal(value.denominator))


def level_words(dimension: MaturityDimension) -> tuple[str, ...]:
    """What the levels 1 to 5 of a dimension mean."""
    words = maturity_words()[dimension]
    return tuple(words.level(level) for level in LEVELS)


def source_words(dimension: MaturityDimension) -> str:
    """Where the levels of a dimension come from."""
    return _("Source: {source}").format(source=maturity_words()[dimension].source)


def cell_sentence(row: MaturityRow, dimension: MaturityDimension) -> str:
    """What is said of one cell: 'Vertrieb, Kommunikation: heute 3, gewünscht 4, bewertet am 22.07.2026'."""
    cell = row.cells.get(dimension)
    parts = []
    if cell is not None and cell.today is not None:
        parts.append(_("today {level}").format(level=cell.today))
    if cell is not None and cell.wanted is not None:
        parts.append(_("wanted {level}").format(level=cell.wanted))
    if cell is not None and cell.rated_on is not None:
        parts.append(_("rated on {day}").format(day=formats.day(cell.rated_on)))
    if cell is not None and cell.old:
        parts.append(_("older than a year"))
    said = ", ".join(parts) or _("not rated")
    return f"{row.name}, {dimension_title(dimension)}: {said}"


def maturity_table(company: "OpenCompany") -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Heading and rows of the grid as a table: 'today → wanted' in each cell."""
    header = (
        _("Department"),
        *(dimension_title(dimension) for dimension in MaturityDimension),
        _("Mean"),
        _("Weight of goals"),
        _("Potential"),
    )
    rows = []
    for row in maturity_rows(company):
        cells = [_table_cell(row.cells.get(dimension)) for dimension in MaturityDimension]
        rows.append((row.name, *cells, row.mean, row.weight, row.potential))
    return header, tuple(rows)


def _table_cell(cell: Cell | None) -> str:
    if cell is None:
        return ""
    today = formats.NO_VALUE if cell.today is None else str(cell.today)
    return today if cell.wanted is None else f"{today} → {cell.wanted}"
