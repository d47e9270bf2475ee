"""What has to be finished before what: the open initiatives in layers, and the lines between them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from virtualcio import formats
from virtualcio.actions.priorities.circle_words import circle_refused
from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.texts import Message, _, mark

if TYPE_CHECKING:
    from virtualcio.actions.open_company import OpenCompany

_SWEEPS = 4  # times the boxes of each layer are ordered by what they hang on


@dataclass(frozen=True)
class PlanBox:
    """An initiative in the picture: `layer` from the left, `row` from the top of its layer."""

    initiative_id: str
    layer: int
    row: int


@dataclass(frozen=True)
class PlanLine:
    """`initiative_id` needs `prerequisite_id` to be finished `lag_months` before it starts."""

    dependency_id: str
    prerequisite_id: str
    initiative_id: str
    lag_months: int
    in_circle: bool


@dataclass(frozen=True)
class DependencyPlan:
    """Boxes and lines of what depends on something; `loose` are open initiatives without a line."""

    boxes: tuple[PlanBox, ...]
    lines: tuple[PlanLine, ...]
    loose: tuple[str, ...]
    circles: tuple[tuple[str, ...], ...]

    def around(self, initiative_id: str) -> frozenset[str]:
        """An initiative with everything it needs and everything it enables, directly or not."""
        needs, enables = defaultdict(list), defaultdict(list)
        for line in self.lines:
            needs[line.initiative_id].append(line.prerequisite_id)
            enables[line.prerequisite_id].append(line.initiative_id)
        return frozenset(_reached(initiative_id, needs) | _reached(initiative_id, enables))


def dependency_plan(company: "OpenCompany") -> DependencyPlan:
    """The picture of today's open initiatives."""
    circles = company.results.circles
    initiatives = company.results.open_initiatives
    known = {one.id for one in initiatives}
    rows = [
        row
        for row in company.data.all(InitiativeDependency)
        if row.initiative_id in known and row.prerequisite_id in known
    ]
    steps = {step for circle in circles for step in zip(circle, (*circle[1:], circle[0]), strict=True)}
    lines = tuple(
        PlanLine(
            row.id,
            row.prerequisite_id,
            row.initiative_id,
            row.lag_months,
            (row.initiative_id, row.prerequisite_id) in steps,
        )
        for row in rows
    )
    tied = {key for line in lines for key in (line.prerequisite_id, line.initiative_id)}
    order = [one.id for one in sorted(initiatives, key=lambda one: (one.name.casefold(), one.id))]
    boxes = _boxes([key for key in order if key in tied], lines)
    return DependencyPlan(boxes, lines, tuple(key for key in order if key not in tied), circles)


def _reached(start: str, links: Mapping[str, Sequence[str]]) -> set[str]:
    found, todo = {start}, [start]
    while todo:
        for key in links.get(todo.pop(), ()):
            if key not in found:
                found.add(key)
                todo.append(key)
    return found


def _boxes(keys: Sequence[str], lines: Iterable[PlanLine]) -> tuple[PlanBox, ...]:
    """Each one right of all it needs; within a layer near the middle of what it hangs on."""
    needs: dict[str, list[str]] = {key: [] for key in keys}
    enables: dict[str, list[str]] = {key: [] for key in keys}
    for line in lines:
        needs[line.initiative_id].append(line.prerequisite_id)
        enables[line.prerequisite_id].append(line.initiative_id)
    layer_of = _layers(keys, needs)
    layers: list[list[str]] = [[] for _layer in range(max(layer_of.values(), default=-1) + 1)]
    for key in keys:
        layers[layer_of[key]].append(key)
    for sweep in range(_SWEEPS):
        rows = {key: row for layer in layers for row, key in enumerate(layer)}
        beside = enables if sweep % 2 else needs
        for layer in layers:
            places = {key: _middle([rows[one] for one in beside[key]], rows[key]) for key in layer}
            layer.sort(key=places.__getitem__)
    return tuple(PlanBox(key, at, row) for at, layer in enumerate(layers) for row, key in enumerate(layer))


def _middle(rows: Sequence[int], own: int) -> int:
    """The row in the middle of `rows`, or its own."""
    return sorted(rows)[len(rows) // 2] if rows else own


def _layers(keys: Sequence[str], needs: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """How many steps stand before each, at the longest; a line that closes a circle does not count."""
    layer: dict[str, int] = {}
    for start in keys:
        path = [start]
        while path:
            key = path[-1]
            waiting = next((one for one in needs[key] if one not in layer and one not in path), None)
            if waiting is not None:
                path.append(waiting)
                continue
            layer[key] = max((layer[one] + 1 for one in needs[key] if one in layer), default=0)
            path.pop()
    return layer


# --- drawing and undoing a line ------------------------------------------------------------------


def add_dependency(company: "OpenCompany", initiative: Initiative, prerequisite: Initiative) -> bool:
    """`initiative` needs `prerequisite` first, as one undo step; False if it did already.

    RefusedValue if it would wait for itself: the sentence names the chain.
    """
    known = company.data.where(InitiativeDependency, "initiative_id", initiative.id)
    if any(row.prerequisite_id == prerequisite.id for row in known):
        return False
    refused = circle_refused(company, initiative.id, prerequisite.id)
    if refused is not None:
        raise refused
    label = Message(
        mark("“{name}” needs “{prerequisite}” first"),
        {"name": initiative.name, "prerequisite": prerequisite.name},
    )
    with company.workspace.change(label) as edit:
        edit.add(InitiativeDependency(initiative_id=initiative.id, prerequisite_id=prerequisite.id))
    return True


def remove_dependency(company: "OpenCompany", dependency: InitiativeDependency) -> None:
    """The one does not need the other any more, as one undo step."""
    initiative = company.data.find(Initiative, dependency.initiative_id)
    prerequisite = company.data.find(Initiative, dependency.prerequisite_id)
    label = Message(
        mark("“{name}” does not need “{prerequisite}” any more"),
        {"name": initiative.name, "prerequisite": prerequisite.name},
    )
    with company.workspace.change(label) as edit:
        edit.delete(dependency)


def last_link_of(company: "OpenCompany", circle: Sequence[str]) -> InitiativeDependency | None:
    """The link of a circle that was entered last: without it the others make sense again."""
    steps = set(zip(circle, (*circle[1:], circle[0]), strict=True))
    rows = [
        row
        for row in company.data.all(InitiativeDependency)
        if (row.initiative_id, row.prerequisite_id) in steps
    ]
    return rows[-1] if rows else None


def plan_table(
    company: "OpenCompany", plan: DependencyPlan
) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Header and rows of what needs what, for those who read it or take it along."""
    find = company.data.find
    rows = [
        (find(Initiative, line.initiative_id).name, find(Initiative, line.prerequisite_id).name,
         formats.number(line.lag_months))
        for line in plan.lines
    ]  # fmt: skip
    return (_("Initiative"), _("Needs first"), _("Months between")), tuple(sorted(rows))
