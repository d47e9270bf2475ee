"""Initiatives that need each other in a circle, in words: the same sentence wherever one would arise."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from virtualcio.analysis.priorities.prerequisites import would_close_circle
from virtualcio.errors import RefusedValue
from virtualcio.model import Initiative
from virtualcio.texts import _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany


def circle_words(company: "OpenCompany", circle: Sequence[str]) -> str:
    """'“A” needs “B”, “B” needs “A”': each needs the next, the last the first."""
    names = [company.data.find(Initiative, key).name for key in circle]
    pairs = zip(names, (*names[1:], names[0]), strict=True)
    return ", ".join(_("“{name}” needs “{other}”").format(name=name, other=other) for name, other in pairs)


def circle_refused(company: "OpenCompany", initiative_id: str, prerequisite_id: str) -> RefusedValue | None:
    """Why an initiative cannot need another one first: a circle arose, whose chain is named. None: it can."""
    if initiative_id == prerequisite_id:
        return RefusedValue(mark("An initiative cannot wait for itself. Choose another one."))
    circle = would_close_circle(company.data, initiative_id, prerequisite_id)
    if not circle:
        return None
    return RefusedValue(
        mark("These would wait for each other in a circle: {chain}. Choose another one."),
        chain=circle_words(company, circle),
    )
