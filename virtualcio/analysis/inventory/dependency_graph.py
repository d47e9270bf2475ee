"""What hangs on what around some things, in layers for a picture: from contracts to processes."""

from collections.abc import Iterable
from dataclasses import dataclass

from virtualcio.model import (
    Application,
    ApplicationProcess,
    Asset,
    AssetApplication,
    AssetProcess,
    Contract,
    ContractApplication,
    ContractAsset,
    Process,
    Record,
)
from virtualcio.model.company_data import CompanyData
from virtualcio.model.inventory import Criticality

# From what carries to what is carried; the picture has its columns in this order.
LAYERS: tuple[type[Record], ...] = (Contract, Asset, Application, Process)

# Link kind, field of the carrying side, field of the carried side.
_LINKS: tuple[tuple[type[Record], str, str], ...] = (
    (ContractAsset, "contract_id", "asset_id"),
    (ContractApplication, "contract_id", "application_id"),
    (AssetApplication, "asset_id", "application_id"),
    (AssetProcess, "asset_id", "process_id"),
    (ApplicationProcess, "application_id", "process_id"),
)
_KIND_OF_FIELD: dict[str, type[Record]] = {
    "contract_id": Contract,
    "asset_id": Asset,
    "application_id": Application,
    "process_id": Process,
}
_MOST_CRITICAL_FIRST = tuple(Criticality)


@dataclass(frozen=True)
class Node:
    """One thing of the picture."""

    kind: type[Record]
    id: str
    is_start: bool = False


@dataclass(frozen=True)
class Layer:
    """One column of the picture; `left_out` things more did not fit."""

    kind: type[Record]
    nodes: tuple[Node, ...]
    left_out: int = 0


@dataclass(frozen=True)
class DependencyGraph:
    """Layers that have something in them, and the lines between the nodes shown (from, to)."""

    layers: tuple[Layer, ...]
    edges: tuple[tuple[Node, Node], ...]

    @property
    def nodes(self) -> tuple[Node, ...]:
        return tuple(node for layer in self.layers for node in layer.nodes)


def dependency_graph(
    data: CompanyData, starts: Iterable[tuple[type[Record], str]], most_per_layer: int = 7
) -> DependencyGraph:
    """All that stands on `starts`, and what they stand on. Starts of other kinds are left out.

    Contracts are shown only if one of them is a start: they carry nothing that could stand still.
    Starts come first in their layer, then the most critical processes, then by name.
    """
    begin = [start for start in starts if start[0] in LAYERS and data.get(*start) is not None]
    reached = dict.fromkeys(
        [*begin, *_reached(data, begin, forward=True), *_reached(data, begin, forward=False)]
    )
    with_contracts = any(kind is Contract for kind, _key in begin)
    found = [step for step in reached if with_contracts or step[0] is not Contract]
    layers = []
    for kind in LAYERS:
        keys = [key for kind_of_key, key in found if kind_of_key is kind]
        keys.sort(key=lambda key: _rank(data, kind, key, (kind, key) in begin))
        nodes = tuple(Node(kind, key, (kind, key) in begin) for key in keys[:most_per_layer])
        if nodes:
            layers.append(Layer(kind, nodes, len(keys) - len(nodes)))
    return DependencyGraph(tuple(layers), _edges(data, layers))


def _reached(
    data: CompanyData, begin: Iterable[tuple[type[Record], str]], *, forward: bool
) -> list[tuple[type[Record], str]]:
    """All that is carried by `begin` (forward), or carries it (backward), over any number of links."""
    seen = dict.fromkeys(begin)
    waiting = list(seen)
    while waiting:
        for step in _neighbours(data, *waiting.pop(), forward=forward):
            if step not in seen:
                seen[step] = None
                waiting.append(step)
    return list(seen)


def _neighbours(
    data: CompanyData, kind: type[Record], key: str, *, forward: bool
) -> list[tuple[type[Record], str]]:
    steps = []
    for link_kind, carrying, carried in _LINKS:
        own, other = (carrying, carried) if forward else (carried, carrying)
        if _KIND_OF_FIELD[own] is kind:
            other_kind = _KIND_OF_FIELD[other]
            steps += [(other_kind, getattr(link, other)) for link in data.where(link_kind, own, key)]
    return steps


def _rank(data: CompanyData, kind: type[Record], key: str, is_start: bool) -> tuple[bool, int, str]:
    record = data.find(kind, key)
    order = _MOST_CRITICAL_FIRST.index(record.criticality) if isinstance(record, Process) else 0
    return (not is_start, order, str(getattr(record, "name", "")).casefold())


def _edges(data: CompanyData, layers: Iterable[Layer]) -> tuple[tuple[Node, Node], ...]:
    shown = {(node.kind, node.id): node for layer in layers for node in layer.nodes}
    lines: dict[tuple[Node, Node], None] = {}
    for node in shown.values():
        for step in _neighbours(data, node.kind, node.id, forward=True):
            if step in shown:
                lines[(node, shown[step])] = None
    return tuple(lines)
