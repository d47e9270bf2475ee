"""Rating how far a department has come in one dimension: today, wanted, or not at all any more."""

from typing import TYPE_CHECKING

from virtualcio.actions.edit import add_record, delete_records, set_fields, set_value
from virtualcio.actions.tables import table
from virtualcio.model import Department, MaturityRating
from virtualcio.model.company import WayOfWorking
from virtualcio.model.goals import MaturityDimension
from virtualcio.texts import Message, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_RATED = mark("“{department}” rated: {dimension}")


def rating_of(
    company: "OpenCompany", department: Department, dimension: MaturityDimension
) -> MaturityRating | None:
    """The row that the grid shows for this cell; None if there is none."""
    for row in company.results.maturity.departments:
        cell = row.cells.get(dimension) if row.department_id == department.id else None
        if cell is not None:
            return company.data.get(MaturityRating, cell.rating_id)
    return None


def rate_today(
    company: "OpenCompany", department: Department, dimension: MaturityDimension, level: int | None
) -> None:
    """Set today's rating (1 to 5, None: none) with today as its day, as one undo step."""
    rated_on = None if level is None else company.today
    _rate(company, department, dimension, {"today": level, "rated_on": rated_on})


def rate_wanted(
    company: "OpenCompany", department: Department, dimension: MaturityDimension, level: int | None
) -> None:
    """Set what is wanted (1 to 5, None: nothing), as one undo step."""
    _rate(company, department, dimension, {"wanted": level})


def clear_rating(company: "OpenCompany", department: Department, dimension: MaturityDimension) -> None:
    """Take the rating away with its wish and its note, as one undo step; nothing happens without one."""
    rating = rating_of(company, department, dimension)
    if rating is not None:
        delete_records(company, [rating])


def set_way_of_working(company: "OpenCompany", department: Department, way: WayOfWorking | None) -> None:
    """How the department and IT work together, as one undo step."""
    departments = table("departments")
    set_value(company, departments, departments.column("way_of_working"), department, way)


def _rate(
    company: "OpenCompany",
    department: Department,
    dimension: MaturityDimension,
    values: dict[str, object],
) -> None:
    """A row that says nothing any more goes."""
    ratings = table("maturity")
    known = rating_of(company, department, dimension)
    titles = ratings.column("dimension").choice_titles or {}
    words = Message(_RATED, {"department": department.name, "dimension": Message(titles[dimension])})
    if known is None:
        if any(value is not None for value in values.values()):
            with company.workspace.change(words):
                add_record(company, ratings, {"department": department.id, "dimension": dimension, **values})
        return
    today = values.get("today", known.today)
    wanted = values.get("wanted", known.wanted)
    with company.workspace.change(words):
        if today is None and wanted is None and not known.note:
            delete_records(company, [known])
        else:
            set_fields(company, ratings, known, values)
