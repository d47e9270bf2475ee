"""Which open initiative needs which: followed in both directions, from the leaves up, and where it closes
to a circle.
"""

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from virtualcio.model import Initiative, InitiativeDependency
from virtualcio.model.company_data import CompanyData


@dataclass(frozen=True)
class Prerequisites:
    """By key of each open initiative, in the order of the file.

    `needs`: its open prerequisites; `enables`: the open initiatives that need it directly; both without
    doubles. `circles`: each names initiatives of which every one needs the next and the last one the first.
    `circle_of`: to which knot of circles an initiative belongs. `leaves_first`: what enables nothing comes
    first, so that everything follows what it enables (links within a knot left aside).
    """

    needs: Mapping[str, tuple[str, ...]]
    enables: Mapping[str, tuple[str, ...]]
    circles: tuple[tuple[str, ...], ...]
    circle_of: Mapping[str, int]
    leaves_first: tuple[str, ...]

    def receives_from(self, key: str) -> Sequence[str]:
        """Those it makes possible, of whose benefit it gets a part: not the others of its circle."""
        found = self.enables[key]
        if key not in self.circle_of:
            return found
        return [other for other in found if self.circle_of.get(other) != self.circle_of[key]]

    def gives_to(self, key: str) -> Sequence[str]:
        """Those it needs, which get a part of its benefit: not the others of its circle."""
        found = self.needs[key]
        if key not in self.circle_of:
            return found
        return [other for other in found if self.circle_of.get(other) != self.circle_of[key]]


def open_initiatives(data: CompanyData) -> tuple[Initiative, ...]:
    """Ideas, planned and running ones, in the order they were made."""
    return tuple(one for one in data.all(Initiative) if one.state.is_open)


def prerequisites(data: CompanyData) -> Prerequisites:
    """The links between open initiatives. What is done or dropped holds nothing up any more."""
    keys = [one.id for one in open_initiatives(data)]
    needs: dict[str, dict[str, None]] = {key: {} for key in keys}
    enables: dict[str, dict[str, None]] = {key: {} for key in keys}
    for link in data.all(InitiativeDependency):
        if link.initiative_id in needs and link.prerequisite_id in needs:
            needs[link.initiative_id][link.prerequisite_id] = None
            enables[link.prerequisite_id][link.initiative_id] = None
    knots, leaves_first = _knots(needs)
    circle_of = {key: number for number, knot in enumerate(knots) for key in knot}
    names = {key: data.find(Initiative, key).name.casefold() for key in circle_of}
    circles = tuple(_shortest_circle(needs, knot, names) for knot in knots)
    return Prerequisites(
        {key: tuple(found) for key, found in needs.items()},
        {key: tuple(found) for key, found in enables.items()},
        circles,
        circle_of,
        leaves_first,
    )


def would_close_circle(data: CompanyData, initiative_id: str, prerequisite_id: str) -> tuple[str, ...]:
    """The circle that arose if `initiative_id` needed `prerequisite_id`, whatever state they are in.

    Beginning with the initiative, each needs the next and the last one needs the first; the shortest
    such chain. Empty: no circle.
    """
    if initiative_id == prerequisite_id:
        return (initiative_id,)
    came_from = {prerequisite_id: ""}
    waiting = deque([prerequisite_id])
    while waiting:
        key = waiting.popleft()
        for link in data.where(InitiativeDependency, "initiative_id", key):
            if link.prerequisite_id == initiative_id:
                return (initiative_id, *_way_to(key, came_from))
            if link.prerequisite_id not in came_from:
                came_from[link.prerequisite_id] = key
                waiting.append(link.prerequisite_id)
    return ()


def _way_to(key: str, came_from: Mapping[str, str]) -> tuple[str, ...]:
    """From the start of a search to `key`."""
    way = [key]
    while came_from[way[-1]]:
        way.append(came_from[way[-1]])
    return tuple(reversed(way))


def _shortest_circle(
    needs: Mapping[str, Iterable[str]], knot: Sequence[str], names: Mapping[str, str]
) -> tuple[str, ...]:
    """The shortest circle through the first member by name, which begins it."""
    first = min(knot, key=lambda key: (names[key], key))
    inside = set(knot)
    came_from = {first: ""}
    waiting = deque([first])
    while waiting:
        key = waiting.popleft()
        for other in needs[key]:
            if other == first:
                return _way_to(key, came_from)
            if other in inside and other not in came_from:
                came_from[other] = key
                waiting.append(other)
    raise AssertionError("a knot without a circle")


def _knots(needs: Mapping[str, Iterable[str]]) -> tuple[list[list[str]], tuple[str, ...]]:
    """Groups whose members all need each other, and all keys, those that enable nothing first.

    Tarjan's strongly connected components (1972), with a list instead of recursion: a chain in a file may
    be longer than Python's stack.
    """
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    path: list[str] = []
    on_path: set[str] = set()
    groups: list[list[str]] = []
    for start in needs:
        if start in number:
            continue
        work = [(start, iter(needs[start]))]
        while work:
            key, rest = work[-1]
            if key not in number:
                number[key] = low[key] = len(number)
                path.append(key)
                on_path.add(key)
            other = next(rest, None)
            if other is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[key])
                if low[key] == number[key]:
                    groups.append(_taken_off(path, on_path, key))
            elif other not in number:
                work.append((other, iter(needs[other])))
            elif other in on_path:
                low[key] = min(low[key], number[other])
    knots = [group for group in groups if len(group) > 1 or group[0] in needs[group[0]]]
    # Tarjan gives prerequisites before what needs them; from the leaves up is the other way round.
    return knots, tuple(key for group in reversed(groups) for key in group)


def _taken_off(path: list[str], on_path: set[str], key: str) -> list[str]:
    """The end of `path` from `key` on."""
    group: list[str] = []
    while not group or group[-1] != key:
        group.append(path.pop())
        on_path.discard(group[-1])
    return group
