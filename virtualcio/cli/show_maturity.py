"""`show FILE maturity`: how far departments and IT have come together."""

from typing import TYPE_CHECKING

from virtualcio.actions.goals.maturity_words import dimension_title, maturity_table
from virtualcio.cli.file_verbs import FINE
from virtualcio.cli.printing import print_json, print_table
from virtualcio.model import Department

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def show_maturity(company: "OpenCompany", as_json: bool) -> int:
    """Departments and the ten dimensions, today → wanted; the largest potential first."""
    if as_json:
        print_json(_json_maturity(company))
        return FINE
    header, rows = maturity_table(company)
    print_table(header, rows, frozenset(range(1, len(header))))
    return FINE


def _json_maturity(company: "OpenCompany") -> dict[str, object]:
    grid = company.results.maturity
    return {
        "dimensions": [{"key": one, "name": dimension_title(one)} for one in grid.dimensions],
        "mean_today": grid.mean_today,
        "old_ratings": grid.old_ratings,
        "departments": [
            {
                "id": row.department_id,
                "name": company.data.find(Department, row.department_id).name,
                "ratings": {
                    dimension: {
                        "today": cell.today,
                        "wanted": cell.wanted,
                        "rated_on": cell.rated_on,
                        "old": cell.old,
                    }
                    for dimension, cell in row.cells.items()
                },
                "mean_today": row.mean_today,
                "goal_weight": row.goal_weight,
                "potential": row.potential,
            }
            for row in grid.departments
        ],
    }
